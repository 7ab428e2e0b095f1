"""Reporting clauses that stand behind what they report: "Talks will resume on Monday, said a person close to them"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .. import lexicon
from ..tree import Tree
from .draft import MARKS, Chars, Draft, Taken, after_dateline, stripped
from .nesting import Shelf, begins_in_marks, enclose
from .phrases import noun_phrase, verb_group
from .quoted import Marks

LONGEST_SOURCE = 16  # tokens
_LOOSE = frozenset({"obj", "iobj", "obl", "nmod", "advmod", "advcl", "conj", "cc", "parataxis", "punct"})


def closing(tree: Tree, drafts: list[Draft], marks: Marks, left_out: Sequence[Chars]) -> list[Draft]:
    """The drafts with those of closing clauses added: what such a clause reports is the sentence before its comma.

    A draft within that sentence is nested in the new one; one that had the same clause for its cue is replaced, and
    one of a quotation in a later sentence goes on from it.
    """
    furniture = Taken(left_out)
    cues, shelf = {c: d for d in drafts for c in d.cue}, Shelf(drafts)
    for verb in range(len(tree.words)):
        draft = _closing(tree, verb, marks)
        if draft is not None and not furniture.touch(draft.content[0]):
            _freed(tree, draft, cues)
            _cut_before(tree, draft, shelf)
            enclose(tree.text, draft, shelf)
    return [*shelf]


def _freed(tree: Tree, new: Draft, cues: Mapping[Chars, Draft]) -> None:
    """ `The ferry stops, she said. "It is over."`: the clause belongs to its own sentence, and the quotation floats."""
    rival = next((cues[c] for c in new.cue if c in cues), None)
    if rival is None or not rival.content:
        return
    sentence = tree.sentences[tree.sentence[tree.tokens(*new.cue[0])[0]]]
    if rival.content[0][0] >= tree.ends[sentence[1] - 1] and begins_in_marks(tree.text, rival):
        rival.source, rival.cue, rival.follows = [], [], new


def _cut_before(tree: Tree, new: Draft, shelf: Shelf) -> None:
    """ "said that it leaks; nobody looked, she said": the first saying ends at the semicolon."""
    start, end = new.content[0]
    if tree.text[:start].rstrip()[-1:] != ";":
        return
    for draft in shelf.near(start):
        if draft.content[-1][0] < start < draft.content[-1][1] <= end:
            draft.content[-1] = stripped(tree.text, (draft.content[-1][0], start), " ;")


def _closing(tree: Tree, verb: int, marks: Marks) -> Draft | None:
    if tree.pos[verb] != "VERB" or tree.lemmas[verb] not in lexicon.reporting().closing:
        return None
    source = _source(tree, verb)
    if source is None or _has_content(tree, verb) or marks.touching(tree.starts[verb], tree.ends[verb]):
        return None
    first, last = tree.sentences[tree.sentence[verb]]
    comma = min(source[0], verb, *tree.all_children(verb, "aux")) - 1
    if comma > first and tree.text[tree.starts[comma]] in MARKS:
        comma -= 1
    if comma <= first or tree.words[comma] != ",":
        return None
    begin = after_dateline(tree.text, tree.starts[_begin(tree, first, comma, marks)])
    content = stripped(tree.text, (begin, tree.starts[comma]))
    phrase = tree.span([*source])
    if not _is_sentence(tree, content, verb) or not _ends(tree, verb, phrase, last):
        return None
    if any(q.start <= content[0] + 1 and q.end >= content[1] - 2 for q in marks.touching(*content)):
        return None
    return Draft([phrase], [verb_group(tree, verb)], [content], 0.6)


def _source(tree: Tree, verb: int) -> range | None:
    """The tokens of the subject of a finite verb; the parse may have hung them on a noun before them."""
    if tree.tags[verb] not in ("VBD", "VBZ", "VBP") or tree.child(verb, "nsubj:pass") is not None:
        return None
    subject = min(tree.all_children(verb, "nsubj"), key=lambda s: abs(s - verb), default=None)
    if subject is None:
        return _between_commas(tree, verb)
    if tree.tags[subject] in ("WP", "WDT"):
        return None
    start, end = noun_phrase(tree, subject)
    if subject < verb:
        end = min(end, tree.starts[verb])
    return tree.tokens(start, end)


def _between_commas(tree: Tree, verb: int) -> range | None:
    """ "voted against the plan by Arda, its chair, Mo Lind, said": "its chair, Mo Lind" is easily taken for an
    apposition to Arda."""
    first = tree.sentences[tree.sentence[verb]][0]
    last = min([verb, *tree.all_children(verb, "aux")])
    commas = [t for t in range(max(first, last - LONGEST_SOURCE), last) if tree.words[t] == ","]
    apart = bool(commas) and commas[-1] == last - 1
    if len(commas) < (3 if apart else 1):
        return None
    begin, end = commas[-3 if apart else -1] + 1, (last - 1 if apart else last)
    words = range(begin, end)
    if not any(tree.deps[t] == "appos" for t in words) or any(tree.pos[t] in ("VERB", "SCONJ", "CCONJ") for t in words):
        return None
    return words if words and tree.pos[words[-1]] in ("NOUN", "PROPN") else None


def _begin(tree: Tree, first: int, comma: int, marks: Marks) -> int:
    """The first token of what the clause reports: behind the last semicolon, where one parts the sentence."""
    for at in range(comma, first, -1):
        if tree.words[at] == ";" and not marks.around(tree.starts[at]):
            return at + 1
    return first


def _ends(tree: Tree, verb: int, source: Chars, last: int) -> bool:
    """Whether behind verb and subject there is nothing but a mark, a listener, a time, a place or a further verb."""
    end = max(source[1], tree.ends[verb])
    at = next((t for t in range(verb + 1, last) if tree.starts[t] >= end), None)
    if at is None or tree.pos[at] in ("PUNCT", "SPACE"):
        return True
    while tree.heads[at] not in (at, verb):
        at = tree.heads[at]
    return tree.heads[at] == verb and tree.relations[at] in _LOOSE


def _has_content(tree: Tree, verb: int) -> bool:
    """Whether something behind the verb is what it reports, and no listener: "told a news conference"."""
    known = lexicon.cues().find([tree.lemmas[verb]], "verb")
    listens = known is not None and known.addressee == "object"
    objects = (c for c in tree.all_children(verb, "ccomp", "obj", "xcomp") if c > verb)
    return any(tree.deps[c] != "nsubj" and not (listens and tree.deps[c] == "obj") for c in objects)


def _is_sentence(tree: Tree, content: Chars, verb: int) -> bool:
    """Whether it has a subject and a verb of its own, and is no "when asked about it,"."""
    tokens = tree.tokens(*content)
    if not tokens or not any(tree.deps[t].startswith("nsubj") for t in tokens):
        return False
    head = tree.head_of(tokens)
    marked = any(tree.deps[c] == "mark" and c >= tokens[0] for c in tree.children[head])
    return tree.sentence[tokens[0]] == tree.sentence[verb] and not (marked and tree.heads[head] == verb)
