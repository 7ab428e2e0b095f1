"""Two actors on opposite sides of one question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice

from verbale.record import Actor, Conflict, Note, Position, Question

from ..stance import Found, principals, speaks_abroad

MOST = 40  # opposite pairs told of one question; where hundreds vote, the positions themselves say who stands where
COMING = "coming"  # the group of claims that are made of participation


def opposite(
    found: Sequence[Found], positions: Sequence[Position], actors: Mapping[str, Actor]
) -> Iterator[Conflict]:
    """Every supporter against every opponent of a question; who speaks for a body stands behind that body.

    Coming to a meeting and staying away alone is no conflict. Who is told to be on both sides faces neither.
    """
    said = {(holder, f.claim.stance) for f in found if f.claim.group != COMING for holder in f.claim.holders}
    said |= {(body, stance) for holder, stance in said if holder in actors for body in principals(actors[holder])}
    by_question: dict[str, list[Position]] = {}
    for each in positions:
        by_question.setdefault(each.question, []).append(each)
    for question, some in by_question.items():
        pairs = combinations(_principal(_decided(some), actors), 2)
        facing = (
            Conflict("", "position", (a.actor, b.actor), question, (a.evidence, b.evidence))
            for a, b in pairs
            if {a.stance, b.stance} == {"support", "oppose"} and not _same(a.actor, b.actor, actors)
            and {(a.actor, a.stance), (b.actor, b.stance)} <= said
        )  # fmt: skip
        yield from islice(facing, MOST)


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


def _decided(some: Sequence[Position]) -> list[Position]:
    """Without the positions of whoever is for and against."""
    both = {p.actor for p in some if p.stance == "support"} & {p.actor for p in some if p.stance == "oppose"}
    return [p for p in some if p.actor not in both]


def _principal(some: Sequence[Position], actors: Mapping[str, Actor]) -> list[Position]:
    """Without those whose state or body holds the same position."""
    held = {(p.actor, p.stance) for p in some}
    return [p for p in some if not any((body, p.stance) in held for body in _behind(p.actor, actors))]


def _behind(actor: str, actors: Mapping[str, Actor]) -> list[str]:
    """The states and bodies for which somebody, or a ministry abroad, speaks."""
    found = list(principals(actors[actor]))
    if speaks_abroad(actors[actor]):
        found += [i for i, a in actors.items() if a.kind == "state" and a.country == actors[actor].country]
    return found


def _same(a: str, b: str, actors: Mapping[str, Actor]) -> bool:
    return a == b or a in principals(actors[b]) or b in principals(actors[a])
