"""What cannot stand together: opposite positions, accounts that exclude each other, denials, changes of mind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, islice

from verbale.record import Actor, Conflict, Meeting, Note, Position, Question, Statement, excludes

from .lexicon.questions import question_words
from .stance import Found, principals
from .tree import Tree

MOST = 40  # opposite pairs told of one question; where hundreds vote, the positions themselves say who stands where
ALIKE = 0.5  # share of the telling words of a denial that what it denies has, too
Evidence = tuple[tuple[str, ...], ...]


def find_conflicts(
    tree: Tree, found: Sequence[Found], positions: Sequence[Position], meetings: Sequence[Meeting],
    statements: Sequence[Statement], actors: Mapping[str, Actor],
) -> tuple[Conflict, ...]:  # fmt: skip
    """Conflicts C1, C2, ...: positions first, then accounts, denials and changes."""
    all_found = [*_positions(positions, actors), *_accounts(meetings), *_denials(tree, statements),
                 *_changes(tree, found, positions)]  # fmt: skip
    kept: dict[tuple[str, frozenset[str], str | None], Conflict] = {}
    for each in all_found:
        kept.setdefault((each.kind, frozenset(each.between), each.question), each)
    return tuple(replace(c, id=f"C{n}") for n, c in enumerate(kept.values(), 1))


# -- positions ----------------------------------------------------------------------------------------------


def _positions(positions: Sequence[Position], actors: Mapping[str, Actor]) -> Iterator[Conflict]:
    """Every supporter against every opponent of a question; who speaks for a body stands behind that body."""
    by_question: dict[str, list[Position]] = {}
    for each in positions:
        by_question.setdefault(each.question, []).append(each)
    for question, some in by_question.items():
        pairs = combinations(_principal(some, actors), 2)
        opposite = (
            Conflict("", "position", (a.actor, b.actor), question, (a.evidence, b.evidence))
            for a, b in pairs
            if {a.stance, b.stance} == {"support", "oppose"} and not _same(a.actor, b.actor, actors)
        )
        yield from islice(opposite, MOST)


def untold(questions: Sequence[Question], positions: Sequence[Position]) -> Iterator[Note]:
    """A note for each question with more opposite pairs than are told."""
    for question in questions:
        count = Counter(p.stance for p in positions if p.question == question.id)
        if count["support"] * count["oppose"] > MOST:
            message = (
                f"{count['support']} actors are for “{question.label}” and {count['oppose']} against it: of these "
                f"pairs at most {MOST} are listed as conflicts."
            )
            yield Note("conflicts-left-out", None, message)


def _principal(some: Sequence[Position], actors: Mapping[str, Actor]) -> list[Position]:
    """Without those whose state or body holds the same position."""
    held = {(p.actor, p.stance) for p in some}
    return [p for p in some if not any((body, p.stance) in held for body in principals(actors[p.actor]))]


def _same(a: str, b: str, actors: Mapping[str, Actor]) -> bool:
    return a == b or a in principals(actors[b]) or b in principals(actors[a])


# -- accounts -----------------------------------------------------------------------------------------------


def _accounts(meetings: Iterable[Meeting]) -> Iterator[Conflict]:
    """One part in one meeting, told by two in ways that exclude each other."""
    for meeting in meetings:
        for a, b in combinations(meeting.participation, 2):
            if a.actor == b.actor and a.according_to != b.according_to and excludes(a.status, b.status):
                between = tuple(p.according_to or p.actor for p in (a, b))
                if between[0] != between[1]:
                    yield Conflict("", "account", between, None, (a.evidence, b.evidence))


# -- denials ------------------------------------------------------------------------------------------------


def _denials(tree: Tree, statements: Sequence[Statement]) -> Iterator[Conflict]:
    """A denied content against what somebody else said, if it has most of its telling words."""
    concepts = {s.id: _concepts(tree, s) for s in statements}
    for denial in statements:
        if not denial.denied or denial.speaker is None or not concepts[denial.id]:
            continue
        best: tuple[float, Statement] | None = None
        for other in statements:
            if other.denied or other.speaker in (None, denial.speaker) or other.inside == denial.id:
                continue
            share = len(concepts[denial.id] & concepts[other.id]) / len(concepts[denial.id])
            if share >= ALIKE and (best is None or share > best[0]):
                best = (share, other)
        if best is not None and best[1].speaker is not None:
            yield Conflict("", "denial", (denial.speaker, best[1].speaker), None, ((denial.id,), (best[1].id,)))


def _concepts(tree: Tree, statement: Statement) -> frozenset[str]:
    words = question_words()
    tokens = [t for span in statement.content for t in tree.tokens(*span)]
    telling = (t for t in tokens if tree.pos[t] in ("NOUN", "PROPN", "VERB", "ADJ", "NUM"))
    return frozenset(words.concept(tree.lemmas[t]) for t in telling if tree.lemmas[t].lower() not in words.empty)


# -- changes ------------------------------------------------------------------------------------------------


def _changes(tree: Tree, found: Sequence[Found], positions: Sequence[Position]) -> Iterator[Conflict]:
    """One actor for and against one question, the one before the other."""
    by_actor: dict[tuple[str, str], list[Position]] = {}
    for each in positions:
        by_actor.setdefault((each.actor, each.question), []).append(each)
    for (actor, question), some in by_actor.items():
        stances = {p.stance: p for p in some if p.stance != "neutral"}
        if len(stances) > 1 and any(_is_earlier(tree, f) for f in found if actor in f.claim.holders):
            a, b = list(stances.values())[:2]
            yield Conflict("", "change", (actor, actor), question, (a.evidence, b.evidence))


def _is_earlier(tree: Tree, found: Found) -> bool:
    """Told of an earlier time: "had rejected", "previously opposed", "no longer"."""
    token = found.claim.token
    above = tree.heads[token] if tree.deps[token] == "ccomp" else token  # "had said it supported the plan"
    near = {tree.words[c].lower() for at in (token, above) for c in tree.children[at]}
    return bool(near & {"had", "previously", "earlier", "before", "once", "originally", "initially", "until", "longer"})
