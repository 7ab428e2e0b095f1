"""Reporting clauses that stand behind what they report: "Talks will resume on Monday, said a person close to them"."""

from __future__ import annotations

from collections.abc import Sequence

from .. import lexicon
from ..tree import Tree
from .draft import MARKS, Chars, Draft, Taken, after_dateline, stripped
from .nesting import enclosing
from .phrases import noun_phrase, verb_group
from .quoted import Marks

_LOOSE = frozenset({"iobj", "obl", "nmod", "advmod", "advcl", "conj", "cc", "parataxis", "punct"})


def closing(tree: Tree, drafts: list[Draft], marks: Marks, left_out: Sequence[Chars]) -> list[Draft]:
    """The drafts with those of closing clauses added: what such a clause reports is the sentence before its comma.

    A draft within that sentence is nested in the new one; one that had the same clause for its cue is replaced.
    """
    furniture = Taken(left_out)
    for verb in range(len(tree.words)):
        draft = _closing(tree, verb, marks)
        if draft is not None and not furniture.touch(draft.content[0]):
            drafts = enclosing(tree.text, draft, drafts)
    return drafts


def _closing(tree: Tree, verb: int, marks: Marks) -> Draft | None:
    if tree.pos[verb] != "VERB" or tree.lemmas[verb] not in lexicon.reporting().closing:
        return None
    finite = tree.tags[verb] in ("VBD", "VBZ", "VBP")
    subject = min(tree.all_children(verb, "nsubj"), key=lambda s: abs(s - verb), default=None) if finite else None
    if subject is None or tree.tags[subject] in ("WP", "WDT") or tree.deps[subject] == "nsubj:pass":
        return None
    if _has_content(tree, verb):
        return None
    first, last = tree.sentences[tree.sentence[verb]]
    begin = _begins(tree, verb, subject)
    comma = begin - 1
    if comma > first and tree.text[tree.starts[comma]] in MARKS:
        comma -= 1
    if comma <= first or tree.words[comma] != "," or marks.touching(tree.starts[verb], tree.ends[verb]):
        return None
    content = stripped(tree.text, (after_dateline(tree.text, tree.starts[first]), tree.starts[comma]))
    if not _is_sentence(tree, content, verb) or not _ends(tree, verb, subject, content, last):
        return None
    if any(q.start <= content[0] + 1 and q.end >= content[1] - 2 for q in marks.touching(*content)):
        return None
    source = noun_phrase(tree, subject, [content])
    return Draft([source], [verb_group(tree, verb)], [content], 0.6)


def _ends(tree: Tree, verb: int, subject: int, content: Chars, last: int) -> bool:
    """Whether behind verb and subject there is nothing but a mark, a listener, a time, a place or a further verb."""
    end = max(noun_phrase(tree, subject, [content])[1], tree.ends[verb])
    at = next((t for t in range(verb + 1, last) if tree.starts[t] >= end), None)
    if at is None or tree.pos[at] in ("PUNCT", "SPACE"):
        return True
    while tree.heads[at] not in (at, verb):
        at = tree.heads[at]
    return tree.heads[at] == verb and tree.deps[at].partition(":")[0] in _LOOSE


def _has_content(tree: Tree, verb: int) -> bool:
    """Whether something behind the verb is what it reports."""
    objects = (c for c in tree.all_children(verb, "ccomp", "obj", "xcomp") if c > verb)
    return any(tree.deps[c] != "nsubj" for c in objects)


def _begins(tree: Tree, verb: int, subject: int) -> int:
    """The first token of a clause: of the verb with its auxiliaries, or of a subject before it."""
    group = [verb, *tree.all_children(verb, "aux")]
    if subject < verb:
        group += [t for t in tree.subtree(subject) if t <= subject]
    return min(group)


def _is_sentence(tree: Tree, content: Chars, verb: int) -> bool:
    """Whether it has a subject and a verb of its own, and is no "when asked about it,"."""
    tokens = tree.tokens(*content)
    if not tokens or not any(tree.deps[t].startswith("nsubj") for t in tokens):
        return False
    head = tree.head_of(tokens)
    marked = any(tree.deps[c] == "mark" and c >= tokens[0] for c in tree.children[head])
    return tree.sentence[tokens[0]] == tree.sentence[verb] and not (marked and tree.heads[head] == verb)
