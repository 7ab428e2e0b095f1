"""Who makes a statement: the actor of its source, or, where it floats, whoever was speaking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from ..tree import Tree
from .draft import Chars, Draft, after_dateline
from .gather import followed
from .phrases import noun_phrase
from .quoted import Marks

_OURS = frozenset({"we", "us", "our"})
FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our"})


class Cast(Protocol):
    """What attribution needs to know of an article's actors."""

    def at(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of the actors that a span of text names; empty when it names none."""

    def anonymous(self, start: int, end: int) -> bool:
        """Whether the span names somebody who is left unnamed on purpose."""

    def is_anonymous(self, actor: str) -> bool:
        """The same of an actor by id."""


def assign(
    tree: Tree, drafts: Sequence[Draft], cast: Cast, telling: Mapping[int, tuple[str, ...]] | None = None
) -> list[tuple[str, ...]]:
    """For each draft the ids of its speakers, perhaps none; `telling` are those of statements around these."""
    found: list[tuple[str, ...]] = []
    speaking: dict[int, tuple[str, ...]] = dict(telling or {})
    before: Draft | None = None
    for draft in drafts:
        ids = _named(tree, draft, cast)
        if not ids and draft.inside is not None and _in_first_person(tree, draft):
            ids = speaking.get(id(draft.inside), ())
        if not ids and draft.follows is not None:
            ids = speaking.get(id(draft.follows), ())
        if not ids and not draft.cue:
            ids = _introduced(tree, draft, before, cast)
            if not ids and followed(tree.text, draft, before):
                ids = speaking.get(id(before), ())
        speaking[id(draft)] = ids
        found.append(ids)
        before = draft
    return found


def by_authors(
    tree: Tree, drafts: Sequence[Draft], marks: Marks, speakers: Sequence[tuple[str, ...]], cast: Cast,
    authors: Sequence[Chars],
) -> list[tuple[str, ...]]:  # fmt: skip
    """The speakers, with the article's authors for "I" and "we" outside quotations; nobody for the "I" of several."""
    found = []
    for draft, ids in zip(drafts, speakers, strict=True):
        words = {tree.text[start:end].lower() for start, end in draft.source}
        if words and words <= FIRST_PERSON and draft.inside is None and not marks.touching(*draft.source[0]):
            writers = authors if len(authors) < 2 or words & _OURS else ()
            ids = tuple(dict.fromkeys(i for name in writers for i in cast.at(*name)))
        found.append(ids)
    return found


def _named(tree: Tree, draft: Draft, cast: Cast) -> tuple[str, ...]:
    for start, end in draft.source:
        ids = cast.at(start, end)
        if ids:
            return ids
    if draft.source or not draft.cue:
        return ()
    return _subject_of_cue(tree, draft, cast)


def _in_first_person(tree: Tree, draft: Draft) -> bool:
    """ "I told him that" within somebody's words."""
    return any(tree.text[start:end].lower() in FIRST_PERSON for start, end in draft.source)


def _subject_of_cue(tree: Tree, draft: Draft, cast: Cast) -> tuple[str, ...]:
    """ "…, saying they were ready": the subject of the clause on which the cue hangs."""
    tokens = tree.tokens(*draft.cue[0])
    if not tokens:
        return ()
    head = tree.head_of(tokens)
    if tree.tags[head] not in ("VBG", "VBN", "VB"):
        return ()
    if any(tree.deps[c] in ("nsubj:pass", "aux:pass", "expl") for c in tree.children[head]):
        return ()
    subject = tree.subject(_said_before(tree, head))
    if subject is None or tree.deps[subject] == "nsubj:pass" or _inside(tree, subject, draft.content):
        return ()
    start, end = noun_phrase(tree, subject, draft.content)
    if after_dateline(tree.text, start) != start:  # a place at the head of the report is nobody
        return ()
    draft.source = [(start, end)]
    return cast.at(start, end)


def _said_before(tree: Tree, participle: int) -> int:
    """ `"It leaks," said Lind, calling for help`: the verb of the saying; the parse hangs "calling" on "leaks"."""
    leaks = tree.heads[participle]
    said = tree.heads[leaks]
    told = tree.deps[participle] == "advcl" and tree.deps[leaks] in ("ccomp", "parataxis")
    return said if told and leaks < said < participle else participle


def _inside(tree: Tree, token: int, spans: Sequence[Chars]) -> bool:
    return any(s <= tree.starts[token] < e for s, e in spans)


def _introduced(tree: Tree, draft: Draft, before: Draft | None, cast: Cast) -> tuple[str, ...]:
    """The subject of the sentence just before a floating quotation, when that sentence reports nothing itself."""
    tokens = tree.tokens(*draft.content[0])
    if not tokens:
        return ()
    number = tree.sentence[tokens[0]]
    if tokens[0] == tree.sentences[number][0] or tree.sentences[number][0] >= tokens[0] - 2:
        number -= 1
    if number < 0:
        return ()
    first, last = tree.sentences[number]
    if before is not None and before.extent[1] > tree.starts[first]:
        return ()
    for token in range(first, last):
        if tree.deps[token] in ("nsubj", "nsubj:pass") and tree.deps[tree.heads[token]] == "ROOT":
            return cast.at(*noun_phrase(tree, token))
    return ()
