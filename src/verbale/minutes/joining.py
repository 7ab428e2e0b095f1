"""Which actor, question or meeting of the minutes a value of one article is, and why.

A value whose article was read before stays where it was; so what a ruling has merged or split stays so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Table, func, select

from verbale.record import Actor, Meeting, Question

from . import tables
from .actors import fold, same
from .questions import ALIKE, likeness, telling

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
MOST = 12  # candidates looked at for one question


class Home(NamedTuple):
    """Where a value belongs: a row of `actors`, `questions` or `meetings`."""

    number: int
    reason: str


FIRST = "first seen here"


class Joining:
    """The joins of one article, made within one transaction. `before` holds its earlier ones by kind and name."""

    def __init__(self, connection: Connection, before: Mapping[tuple[str, str], Home]) -> None:
        self.connection = connection
        self.before = before

    def actor(self, actor: Actor) -> Home:
        stayed = self._stayed("actor", actor.name)
        if stayed or actor.kind == "unnamed":
            return stayed or self._new_actor(actor)
        known = self._rows(tables.actors, tables.actors.c.kind == actor.kind, tables.actors.c.key == _key(actor))
        alike = [row for row in known if same(row, actor)]
        exact = [row for row in alike if fold(row.name) == fold(actor.name) or actor.kind == "state"]
        chosen = exact[0] if exact else alike[0] if len(alike) == 1 else None
        if chosen is None:
            return self._new_actor(actor)
        self._complete(chosen, actor)
        return Home(chosen.merged_into or chosen.number, _reason(chosen, actor))

    def question(self, question: Question, about: Mapping[int, Actor]) -> Home:
        """`about` are actors by their numbers."""
        words = telling(question.label)
        home = self._stayed("question", question.label) or self._alike(words, frozenset(about))
        home = home or Home(self._insert(tables.questions, {"label": question.label}), FIRST)
        self._learn(home.number, words, label=home.reason == FIRST)
        called = (telling(f"{actor.name} {actor.country or ''}") for actor in about.values())
        self._learn(home.number, frozenset().union(*called), label=False)
        return home

    def _alike(self, words: frozenset[str], about: frozenset[int]) -> Home | None:
        best, chosen, why = ALIKE, None, ""
        for number, theirs in self._questions_with(words).items():
            score = likeness(words, theirs)
            if score >= best and self._may_join(number, words, theirs, about):
                best, chosen, why = score, number, ", ".join(sorted(words & theirs))
        if chosen is None:
            return None
        return Home(self._followed(tables.questions, chosen), f"shares the words {why}")

    def _learn(self, question: int, stems: frozenset[str], *, label: bool) -> None:
        """Words by which a question is found; those of its label are also what others are joined by."""
        w = tables.question_words
        known = set(self.connection.scalars(select(w.c.stem).where(w.c.question == question)))
        new = sorted({plain(stem) for stem in stems} - known)
        rows = [{"question": question, "stem": stem, "label": label} for stem in new]
        if rows:
            self.connection.execute(w.insert(), rows)

    def meeting(self, meeting: Meeting) -> Home:
        stayed = self._stayed("meeting", meeting.name)
        if stayed:
            return stayed
        c = tables.meetings.c
        words = telling(meeting.name)
        same_key = c.key == _meeting_key(words)
        known = self._rows(tables.meetings, same_key | (c.date == meeting.date) if meeting.date else same_key)
        for row in known:
            if _one_meeting(row, meeting, words):
                self._complete(row, meeting)
                told = f"also on {row.date}" if row.date and row.date == meeting.date else "same name"
                return Home(row.merged_into or row.number, told)
        values = {"name": meeting.name, "date": meeting.date, "place": meeting.place, "key": _meeting_key(words)}
        return Home(self._insert(tables.meetings, values), FIRST)

    def _stayed(self, kind: str, name: str) -> Home | None:
        return self.before.get((kind, name))

    def _rows(self, table: Table, *conditions: Any) -> list[Row[Any]]:
        return list(self.connection.execute(select(table).where(*conditions).order_by(table.c.number)))

    def _insert(self, table: Table, values: dict[str, Any]) -> int:
        inserted = self.connection.execute(table.insert().values(storable(values))).inserted_primary_key
        assert inserted is not None
        return int(inserted[0])

    def _new_actor(self, actor: Actor) -> Home:
        values = {"name": actor.name, "kind": actor.kind, "country": actor.country, "wikidata": actor.wikidata,
                  "key": _key(actor), "folded": fold(actor.name)}  # fmt: skip
        return Home(self._insert(tables.actors, values), FIRST)

    def _questions_with(self, words: frozenset[str]) -> dict[int, frozenset[str]]:
        """Those that share words with a label, with all of their words."""
        w = tables.question_words.c
        near = select(w.question).where(w.stem.in_(words), w.label).group_by(w.question)
        numbers = list(self.connection.scalars(near.order_by(func.count().desc(), w.question).limit(MOST)))
        found: dict[int, set[str]] = {}
        for number, stem in self.connection.execute(select(w.question, w.stem).where(w.question.in_(numbers), w.label)):
            found.setdefault(number, set()).add(stem)
        return {number: frozenset(found[number]) for number in numbers}

    def _may_join(self, number: int, words: frozenset[str], theirs: frozenset[str], about: frozenset[int]) -> bool:
        """Not where both are about different actors; one word in common is enough only about the same ones."""
        other = self._about(number)
        if about and other and not about & other:
            return False
        return len(words & theirs) > 1 or bool(about & other)

    def _about(self, question: int) -> frozenset[int]:
        j = tables.joins.c
        rows = self.connection.execute(select(j.details).where(j.kind == "question", j.home == question).limit(20))
        return frozenset(n for (details,) in rows for n in details["about"])

    def _followed(self, table: Table, number: int) -> int:
        merged = self.connection.execute(select(table.c.merged_into).where(table.c.number == number)).scalar_one()
        return number if merged is None else int(merged)

    def _complete(self, row: Row[Any], value: Actor | Meeting) -> None:
        """The home takes a fuller name, and what it did not know yet."""
        table = tables.actors if isinstance(value, Actor) else tables.meetings
        fields = ("country", "wikidata") if isinstance(value, Actor) else ("date", "place")
        new = {f: getattr(value, f) for f in fields if getattr(row, f) is None and getattr(value, f) is not None}
        if isinstance(value, Actor) and value.kind == "person" and len(value.name) > len(row.name):
            new |= {"name": value.name, "folded": fold(value.name)}
        if new:
            self.connection.execute(table.update().where(table.c.number == row.number).values(storable(new)))


def _key(actor: Actor) -> str:
    if actor.kind == "state":
        return actor.country or fold(actor.name)
    words = fold(actor.name).split()
    return words[-1] if actor.kind == "person" and words else " ".join(words)


def _reason(row: Row[Any], actor: Actor) -> str:
    if actor.kind == "state" and actor.country:
        return "same state"
    if row.wikidata and row.wikidata == actor.wikidata:
        return "same Wikidata item"
    return "same name" if fold(row.name) == fold(actor.name) else f"one name stands in the other: {row.name}"


def _meeting_key(words: Iterable[str]) -> str:
    return " ".join(sorted(words))


def _one_meeting(row: Row[Any], meeting: Meeting, words: frozenset[str]) -> bool:
    """Same name and no other day; or the same day and a name or place in common."""
    if row.date and meeting.date and not (row.date.startswith(meeting.date) or meeting.date.startswith(row.date)):
        return False
    if row.key == _meeting_key(words) and words:
        return len(words) > 1 or bool(row.date and meeting.date)
    place = bool(row.place and meeting.place and fold(row.place) == fold(meeting.place))
    return bool(row.date) and row.date == meeting.date and (place or likeness(words, telling(row.name)) >= ALIKE)


def storable(values: dict[str, Any]) -> dict[str, Any]:
    """The values as any database can hold them: NUL and lone surrogates become U+FFFD; the record keeps them."""
    return {name: plain(value) if isinstance(value, str) else value for name, value in values.items()}


def plain(text: str) -> str:
    return _UNSTORABLE.sub("\ufffd", text)
