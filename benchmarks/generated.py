"""Records of invented news, drawn with a seed: as many as are asked for, of the size and shape that real ones have.

Names, words and their frequencies are made up (syllables; Zipf's law), so that the few are in most articles and the
many in one or two. One article in twenty is a reprint of one of the last hundred.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import accumulate
from typing import Any, get_args

from verbale.record import (
    Actor,
    Article,
    Conflict,
    Event,
    Made,
    Meeting,
    Office,
    Participation,
    Position,
    Question,
    Reader,
    Record,
    Span,
    Statement,
)
from verbale.record import values as record

READER = Reader("0", "invented news")
FIRST = date(2019, 1, 1)
DAYS = 2000
REPRINTED, RECENT = 0.05, 100
STATEMENTS = 15
DONE = 0.15  # of the positions have a deed as their evidence, the others a statement
_FUNCTION = "the of to and in that is for on with as was by at from it has have be not are this will their".split()
_OFFICES = "foreign minister|prime minister|spokesman|finance minister|envoy|president".split("|")
_SYLLABLES = [c + v for c in "b d f g k l m n p r s t v z ch st br".split() for v in "a e i o u ai or en".split()]
_CODES = [a + b for a in "ABCDEFGHIK" for b in "LMNOPRSTU"]


class Zipf:
    """Draws from a list, the first of it most often."""

    def __init__(self, things: Sequence[Any], exponent: float = 1.0) -> None:
        self.things = things
        self.sums = list(accumulate(1 / (n + 1) ** exponent for n in range(len(things))))

    def draw(self, chance: random.Random) -> Any:
        return self.things[min(bisect(self.sums, chance.random() * self.sums[-1]), len(self.things) - 1)]

    def several(self, chance: random.Random, count: int) -> list[Any]:
        """Different ones; the list must have more than `count`."""
        found: dict[int, Any] = {}
        while len(found) < count:
            one = self.draw(chance)
            found[id(one)] = one
        return list(found.values())


@dataclass(slots=True)
class World:
    """Who and what the invented news is about."""

    chance: random.Random
    words: Zipf
    actors: Zipf
    labels: Zipf
    meetings: Zipf
    outlets: Zipf

    @classmethod
    def made(cls, seed: int) -> World:
        chance = random.Random(seed)
        taken: set[str] = set()

        def word() -> str:
            while (new := "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3, 3, 4))))) in taken:
                pass
            taken.add(new)
            return new

        words = [word() for _ in range(9000)]
        states = [Actor("", word().title(), "state", code) for code in _CODES]
        people = [Actor("", f"{word()} {word()}".title(), "person", chance.choice(_CODES)) for _ in range(2400)]
        bodies = [Actor("", f"{word()} {word()} Board".title(), "organisation") for _ in range(600)]
        actors = [*states[:20], *people, *bodies, *states[20:]]
        chance.shuffle(actors)
        common = words[:2500]
        labels = [" ".join(["the", *chance.sample(common, 3)]) for _ in range(1200)]
        meetings = [" ".join([*chance.sample(common, 2), "talks"]) for _ in range(500)]
        outlets = [f"{word()} {kind}".title() for kind in ("gazette", "courier", "wire", "news") for _ in range(15)]
        return cls(chance, Zipf([*_FUNCTION, *words]), Zipf([*states[:10], *actors], 0.8), Zipf(labels, 0.8),
                   Zipf(meetings, 0.8), Zipf(outlets, 0.7))  # fmt: skip


@dataclass(slots=True)
class Draft:
    """An article as it grows: its text, and the statements in it."""

    world: World
    text: list[str] = field(default_factory=list)
    length: int = 0
    statements: list[Statement] = field(default_factory=list)

    def write(self, piece: str) -> Span:
        start, self.length = self.length, self.length + len(piece)
        self.text.append(piece)
        return Span(start, self.length)

    def sentence(self, least: int, most: int) -> str:
        chance = self.world.chance
        return " ".join(self.world.words.draw(chance) for _ in range(chance.randint(least, most)))

    def say(self, actor: Actor, made: str) -> None:
        chance = self.world.chance
        self.write("“")
        content = self.write(self.sentence(6, 20))
        self.write(",” ")
        source = self.write(actor.name)
        self.write(" ")
        cue = self.write("said")
        self.write(f" on {self.sentence(2, 8)}. {self.sentence(8, 25).capitalize()}.\n")
        self.statements.append(Statement(
            id=f"S{len(self.statements) + 1}", speaker=actor.id, quotation=chance.choice(get_args(record.Quotation)),
            act=chance.choice(get_args(record.Act)), source=(source,), cue=(cue,), content=(content,),
            made=Made(made), confidence=round(chance.uniform(0.4, 1), 3),
        ))  # fmt: skip


def records(count: int, seed: int = 11) -> Iterator[Record]:
    """Records, the same ones for the same seed."""
    world = World.made(seed)
    recent: list[Record] = []
    for number in range(count):
        if recent and world.chance.random() < REPRINTED:
            yield _reprint(world, world.chance.choice(recent))
            continue
        made = _record(world, number, count)
        recent = [*recent[-RECENT + 1 :], made]
        yield made


def _record(world: World, number: int, count: int) -> Record:
    chance = world.chance
    day = (FIRST + timedelta(days=number * DAYS // count)).isoformat()
    cast = [replace(a, id=f"A{n}", offices=_offices(chance, a))
            for n, a in enumerate(world.actors.several(chance, chance.randint(3, 8)), 1)]  # fmt: skip
    draft = Draft(world)
    for _ in range(max(2, round(chance.gauss(STATEMENTS, 4)))):
        draft.say(chance.choice(cast), day)
    labels = world.labels.several(chance, 3)
    questions = tuple(Question(f"Q{n}", label, (cast[0].id,)) for n, label in enumerate(labels, 1))
    headline = draft.sentence(5, 9).capitalize()
    article = Article(text="".join(draft.text), headline=headline, publisher=world.outlets.draw(chance), published=day,
                      language="en", url=f"https://news.invalid/{number}")  # fmt: skip
    positions = _positions(draft, questions)
    return Record(reader=READER, article=article, actors=tuple(cast), statements=tuple(draft.statements),
                  questions=questions, positions=positions, meetings=_meetings(draft, cast, day),
                  events=_events(draft, cast, day), conflicts=_conflicts(positions))  # fmt: skip


def _offices(chance: random.Random, actor: Actor) -> tuple[Office, ...]:
    return (Office(chance.choice(_OFFICES)),) if actor.kind == "person" and chance.random() < 0.5 else ()


def _positions(draft: Draft, questions: Sequence[Question]) -> tuple[Position, ...]:
    chance = draft.world.chance
    found: dict[tuple[str, str], Statement] = {}
    for statement in chance.sample(draft.statements, k=min(6, len(draft.statements))):
        found.setdefault((str(statement.speaker), chance.choice(questions).id), statement)
    return tuple(
        Position(f"P{n}", actor, question, chance.choice(get_args(record.Stance)), None,
                 ("E1",) if chance.random() < DONE else (s.id,), s.confidence)
        for n, ((actor, question), s) in enumerate(found.items(), 1)
    )  # fmt: skip


def _meetings(draft: Draft, cast: Sequence[Actor], day: str) -> tuple[Meeting, ...]:
    chance = draft.world.chance
    if chance.random() > 0.4:
        return ()
    when = (date.fromisoformat(day) + timedelta(days=chance.randint(3, 60))).isoformat()
    parts = tuple(
        Participation(a.id, chance.choice(get_args(record.Role)), chance.choice(get_args(record.Status)), None, (),
                      (chance.choice(draft.statements).id,))
        for a in chance.sample(cast, k=2)
    )  # fmt: skip
    return (Meeting("M1", draft.world.meetings.draw(chance), when, "Oslo", participation=parts),)


def _events(draft: Draft, cast: Sequence[Actor], day: str) -> tuple[Event, ...]:
    chance = draft.world.chance
    return tuple(
        Event(f"E{n}", chance.choice(get_args(record.EventClass)), None, (a.id,), (b.id,), Made(day), s.content)
        for n, s in enumerate(chance.sample(draft.statements, k=min(3, len(draft.statements))), 1)
        for a, b in [chance.sample(list(cast), k=2)]
    )


def _conflicts(positions: Sequence[Position]) -> tuple[Conflict, ...]:
    for a in positions:
        for b in positions:
            if a.question == b.question and (a.stance, b.stance) == ("support", "oppose") and a.actor != b.actor:
                return (Conflict("C1", "position", (a.actor, b.actor), a.question, (a.evidence, b.evidence)),)
    return ()


def _reprint(world: World, other: Record) -> Record:
    """The same with another outlet's name and a line at its end."""
    tail = "Reporting by " + " ".join(world.words.draw(world.chance) for _ in range(4)) + ".\n"
    article = replace(other.article, id="", text=other.article.text + tail, publisher=world.outlets.draw(world.chance),
                      url=f"{other.article.url}/{world.chance.randrange(10**9)}")  # fmt: skip
    return replace(other, article=article)
