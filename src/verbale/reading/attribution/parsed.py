"""Reported clauses that the parse alone shows: for statements within statements, and for those the model missed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .. import lexicon
from ..tree import Tree
from .clause import Clause
from .draft import Chars, Draft, Taken, covered, stripped
from .nesting import Nest, Shelf, enclose
from .phrases import noun_phrase
from .quoted import Marks
from .reported import estimate, is_quoted, reported

LISTENER = 40  # characters, at most, between a verb and the quotation that it reports


def inner(tree: Tree, drafts: Sequence[Draft], nested: Marks) -> list[Draft]:
    """Statements within the contents of others, `inside` set to the one around them; `nested` are the quotations
    within quotations."""
    found = []
    for outer in drafts:
        if Clause(tree, outer).denied:  # "denied that she had offered it": there was no offer
            continue
        for start, end in outer.content:
            for token in tree.tokens(start, end):
                draft = reported(tree, token, within=True, said=_said(tree, token, nested))
                if draft is None or draft.extent[0] < start or draft.content[0][0] >= end:
                    continue
                if covered(draft.cue[0], outer.cue) or _only_thinks(tree, token, draft, start):
                    continue
                draft.content = [(draft.content[0][0], min(draft.content[0][1], end))]
                draft.inside, draft.confidence = outer, outer.confidence * 0.8
                found.append(draft)
    found = _without_twins(found, drafts)
    nest = Nest([*drafts, *found])
    for draft in found:
        draft.inside = nest.innermost(draft) or draft.inside
    return found


def _said(tree: Tree, verb: int, nested: Marks) -> Chars | None:
    """What stands in marks of its own behind a verb: `"I told him, 'Go home'"`."""
    end = tree.ends[verb]
    for q in nested.touching(end, end + LISTENER) if tree.pos[verb] == "VERB" else ():
        if end < q.start and re.fullmatch(r"[\w\s.]*[,:]\s*\W", tree.text[end : q.start]) and q.start < end + LISTENER:
            return q.start, q.end
    return None


def _only_thinks(tree: Tree, verb: int, draft: Draft, start: int) -> bool:
    """ "Roe said he believes it will rain": that he believes it is what he said, and no second statement."""
    cue = lexicon.cues().find([tree.lemmas[verb]], "verb")
    pronoun = tree.tokens(*draft.source[0])
    lead = tree.text[start : draft.source[0][0]].strip().lower()
    return bool(cue and cue.mental and len(pronoun) == 1 and tree.pos[pronoun[0]] == "PRON" and lead in ("", "that"))


def _without_twins(found: list[Draft], known: Sequence[Draft]) -> list[Draft]:
    """What the model has found itself is not found again; of two nested in each other both stay."""
    cues = Taken(c for d in known for c in d.cue)
    seen: set[Chars] = set()
    kept = []
    for draft in found:
        if not cues.touch(draft.cue[0]) and draft.cue[0] not in seen:
            seen.add(draft.cue[0])
            kept.append(draft)
    return kept


def missed(
    tree: Tree, drafts: Sequence[Draft], marks: Marks, left_out: Sequence[Chars], signed: bool = False
) -> list[Draft]:
    """Reported clauses in the article's own voice that no draft covers; `signed`: its "I" counts as a speaker."""
    spans = sorted([c for d in drafts for c in (*d.content, *d.cue)] + list(left_out))
    taken = Taken(spans)
    found = []
    for token in _verbs_outside(tree, spans):
        draft = reported(tree, token, ours=signed)
        if draft is None or taken.touch(draft.content[0]):
            continue
        if tree.lemmas[token] not in lexicon.reporting().strong and not _surely(tree, token):
            continue
        if marks.around(tree.starts[token]):
            continue
        draft.confidence = 0.5
        found.append(draft)
    return found


def _surely(tree: Tree, verb: int) -> bool:
    """Whether a verb that may tell of a deed tells of words here: "put the toll at 14", "is quoted as saying"."""
    return estimate(tree, verb) is not None or is_quoted(tree, verb)


def according_to(tree: Tree, drafts: list[Draft], left_out: Sequence[Chars]) -> list[Draft]:
    """The drafts with those for "According to X, Y" added: X is the source, the rest of the clause the content."""
    taken, shelf = Taken([c for d in drafts for c in d.cue] + list(left_out)), Shelf(drafts)
    for token, word in enumerate(tree.words):
        if word.lower() != "according" or taken.touch((tree.starts[token], tree.ends[token])):
            continue
        source = tree.heads[token] if tree.deps[token] == "case" else tree.child(token, "obl", "nmod", "obj")
        if source is None or source <= token:
            continue
        governor = tree.heads[source] if tree.deps[token] == "case" else tree.heads[token]
        phrase = {*tree.subtree(source), *tree.subtree(token)}
        clause = [t for t in tree.subtree(governor) if t not in phrase]
        content = _longest_piece(tree, clause)
        if content is None or governor in phrase:
            continue
        cue = (
            (tree.starts[token], tree.ends[token + 1]) if token + 1 < source else (tree.starts[token], tree.ends[token])
        )
        start, end = noun_phrase(tree, source, [cue])
        whose = stripped(tree.text, (max(start, cue[1]), end))
        enclose(tree.text, Draft([whose], [cue], [content], 0.5), shelf)
    return [*shelf]


def _longest_piece(tree: Tree, tokens: Sequence[int]) -> Chars | None:
    """The longest run of neighbouring tokens, as characters; None when it is a few words only."""
    runs: list[list[int]] = []
    for token in tokens:
        if runs and runs[-1][-1] == token - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    longest = max(runs, key=len, default=[])
    while longest and tree.pos[longest[0]] in ("PUNCT", "SPACE"):
        longest = longest[1:]
    return tree.span(longest) if len(longest) > 2 else None


def _verbs_outside(tree: Tree, taken: Sequence[Chars]) -> Iterable[int]:
    at = 0
    for token, pos in enumerate(tree.pos):
        if pos != "VERB":
            continue
        while at < len(taken) and taken[at][1] <= tree.starts[token]:
            at += 1
        if at == len(taken) or tree.starts[token] < taken[at][0]:
            yield token
