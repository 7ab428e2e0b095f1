"""Which actor, question or meeting of the minutes a value of one article is, and why.

A value whose article was read before stays where it was; so what a ruling has merged or split stays so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Table, func, select, union_all

from verbale.record import Actor, Meeting, Question

from . import tables
from .actors import Named, Offices, akin, choose, key_of
from .days import overlap
from .names import fold, parsed, sound, spelt_alike
from .questions import ALIKE, likeness, telling

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
MOST = 12  # candidates looked at for one question
NEWEST = 1000  # questions with one word in common, of which they are the best


class Home(NamedTuple):
    """Where a value belongs: a row of `actors`, `questions` or `meetings`; `through` one that was merged into it."""

    number: int
    reason: str
    through: int | None = None


FIRST = "first seen here"


class Joining:
    """The joins of one article, made within one transaction. `before` holds its earlier ones by kind and name."""

    def __init__(self, connection: Connection, before: Mapping[tuple[str, str], Home]) -> None:
        self.connection = connection
        self.before = before
        self.bearers: dict[str, list[Row[Any]]] = {}  # the actors known by a key, as far as they were asked for

    def actors(self, actors: Sequence[Actor], held: Mapping[str, Offices]) -> dict[str, Home]:
        """The homes of an article's actors by their ids; `held` are the offices that each of them holds in it, as
        `actors.offices` gives them."""
        c, keys = tables.actors.c, sorted({_key(actor) for actor in actors})
        self.bearers = {key: [] for key in keys}
        for row in self._rows(tables.actors, c.key.in_(keys)):
            self.bearers[row.key].append(row)
        return {actor.id: self._actor(actor, held[actor.id]) for actor in actors}

    def _actor(self, actor: Actor, held: Offices) -> Home:
        stayed = self._stayed("actor", actor.name)
        if stayed or actor.kind == "unnamed":
            return stayed or self._new_actor(actor)
        known = [k for row in self._bearers(_key(actor)) if akin((k := _Known(row)).kind, actor.kind)]
        chosen = choose(known, actor, held, lambda k: self._offices(k.row))
        told = _reason(chosen, actor) if chosen is not None else ""
        if chosen is None and actor.kind == "person" and held:
            chosen, told = self._spelt_alike(actor, held), "spelt alike, in the same office"
        if chosen is None:
            return self._new_actor(actor, bearers=len(known))
        self._complete(chosen.row, actor)
        return _at(chosen.row, told)

    def _bearers(self, key: str) -> list[Row[Any]]:
        if key not in self.bearers:
            self.bearers[key] = self._rows(tables.actors, tables.actors.c.key == key)
        return self.bearers[key]

    def _spelt_alike(self, actor: Actor, held: Offices) -> _Known | None:
        """The only one of this state whose name is perhaps the same in another transliteration, and office is."""
        c, name = tables.actors.c, parsed(actor.name)
        near = self._rows(tables.actors, c.kind == "person", c.sound == sound(actor.name), c.country == actor.country)
        alike = [_Known(row) for row in near if spelt_alike(parsed(row.name), name) and held & self._offices(row)]
        homes = {row.row.merged_into or row.row.number for row in alike}
        return alike[0] if len(homes) == 1 else None

    def _offices(self, row: Row[Any]) -> Offices:
        """The offices that an actor has held in the latest articles."""
        j = tables.joins.c
        own = select(j.details).where(j.kind == "actor", j.home == (row.merged_into or row.number))
        rows = self.connection.scalars(own.order_by(j.article.desc()).limit(20))
        return frozenset(office for details in rows for office in details.get("held", ()))

    def question(self, question: Question, about: Mapping[int, Actor]) -> Home:
        """`about` are actors by their numbers."""
        words = telling(question.label)
        home = self._stayed("question", question.label) or self._alike(question.label, words, frozenset(about))
        home, new = home or Home(self._insert(tables.questions, {"label": question.label}), FIRST), home is None
        called = (telling(f"{actor.name} {actor.country or ''}") for actor in about.values())
        stems = dict.fromkeys(map(plain, frozenset().union(*called)), False)
        self._learn(home.number, stems | dict.fromkeys(map(plain, words), home.reason == FIRST), new)
        return home

    def _alike(self, label: str, words: frozenset[str], about: frozenset[int]) -> Home | None:
        near = self._questions_with(words)
        scores = {number: likeness(words, theirs) for number, theirs in near.items()}
        alike = [n for n in near if scores[n] >= ALIKE]
        theirs = self._about(alike)
        alike = [n for n in alike if _may_join(words & near[n], about, theirs.get(n, frozenset()))]
        if not alike:
            return None
        best = [n for n in alike if scores[n] == max(scores[a] for a in alike)]
        chosen = best[0] if len(best) == 1 else self._called(best, label) or best[0]
        row = self.connection.execute(select(tables.questions).where(tables.questions.c.number == chosen)).one()
        return _at(row, f"shares the words {', '.join(sorted(words & near[chosen]))}")

    def _called(self, questions: Sequence[int], label: str) -> int | None:
        """The one of these that was last called exactly so: what a ruling has split off goes on so."""
        j = tables.joins.c
        own = select(j.home).where(j.kind == "question", j.home.in_(questions), j.name == plain(label))
        return self.connection.execute(own.order_by(j.article.desc(), j.home.desc()).limit(1)).scalar()

    def _learn(self, question: int, stems: Mapping[str, bool], new: bool) -> None:
        """Words by which a question is found, each with whether it is of the label: by these others are joined."""
        w = tables.question_words
        known = () if new else set(self.connection.scalars(select(w.c.stem).where(w.c.question == question)))
        new_ones = ((stem, label) for stem, label in sorted(stems.items()) if stem not in known)
        rows = [{"question": question, "stem": stem, "label": label} for stem, label in new_ones]
        if rows:
            self.connection.execute(w.insert(), rows)

    def meeting(self, meeting: Meeting) -> Home:
        stayed = self._stayed("meeting", meeting.name)
        if stayed:
            return stayed
        c = tables.meetings.c
        words = telling(meeting.name)
        same_key = c.key == meeting_key(words)
        known = self._rows(tables.meetings, same_key | (c.date == meeting.date) if meeting.date else same_key)
        for row in known:
            if _one_meeting(row, meeting, words):
                self._complete(row, meeting)
                told = f"also on {row.date}" if row.date and row.date == meeting.date else "same name"
                return _at(row, told)
        values = {"name": meeting.name, "date": meeting.date, "place": meeting.place, "key": meeting_key(words)}
        return Home(self._insert(tables.meetings, values), FIRST)

    def _stayed(self, kind: str, name: str) -> Home | None:
        return self.before.get((kind, name))

    def _rows(self, table: Table, *conditions: Any) -> list[Row[Any]]:
        return list(self.connection.execute(select(table).where(*conditions).order_by(table.c.number)))

    def _insert(self, table: Table, values: dict[str, Any]) -> int:
        inserted = self.connection.execute(table.insert(), storable(values)).inserted_primary_key
        assert inserted is not None
        return int(inserted[0])

    def _new_actor(self, actor: Actor, bearers: int = 0) -> Home:
        """A surname alone that several bear is nobody's: no other is joined to it."""
        key = _key(actor)
        self.bearers.pop(key, None)
        lone = bearers and actor.kind == "person" and not parsed(actor.name).given
        values = {"name": actor.name, "kind": actor.kind, "country": actor.country, "wikidata": actor.wikidata,
                  "key": f"~{key}" if lone else key, "folded": fold(actor.name),
                  "sound": sound(actor.name) if actor.kind == "person" else None}  # fmt: skip
        return Home(self._insert(tables.actors, values), f"{FIRST}; others are called so too" if lone else FIRST)

    def _questions_with(self, words: frozenset[str]) -> dict[int, frozenset[str]]:
        """Those that share the most words with a label, with all of their words. Of the questions with one word the
        newest are looked at, so that it takes no longer the more there are."""
        if not words:
            return {}
        w = tables.question_words.c
        having = (select(w.question).where(w.stem == stem, w.label) for stem in sorted(words))
        newest = (select(each.order_by(w.question.desc()).limit(NEWEST).subquery()) for each in having)
        near = union_all(*newest).subquery().c.question
        most = select(near).group_by(near).order_by(func.count().desc(), near).limit(MOST)
        numbers = list(self.connection.scalars(most))
        found: dict[int, set[str]] = {}
        for number, stem in self.connection.execute(select(w.question, w.stem).where(w.question.in_(numbers), w.label)):
            found.setdefault(number, set()).add(stem)
        return {number: frozenset(found[number]) for number in numbers}

    def _about(self, questions: Sequence[int]) -> dict[int, frozenset[int]]:
        """The actors that each of these questions is about, as far as the first twenty articles of each tell."""
        j, found = tables.joins.c, dict[int, set[int]]()
        first = [
            select(select(j.home, j.details).where(j.kind == "question", j.home == n).limit(20).subquery())
            for n in questions
        ]
        for home, details in self.connection.execute(union_all(*first)) if first else ():
            found.setdefault(home, set()).update(details["about"])
        return {question: frozenset(about) for question, about in found.items()}

    def _complete(self, row: Row[Any], value: Actor | Meeting) -> None:
        """The home takes a fuller name, and what it did not know yet."""
        table = tables.actors if isinstance(value, Actor) else tables.meetings
        fields = ("country", "wikidata") if isinstance(value, Actor) else ("date", "place")
        new = {f: getattr(value, f) for f in fields if getattr(row, f) is None and getattr(value, f) is not None}
        if isinstance(value, Actor) and value.kind == "person" and _fuller(value.name, row.name):
            new |= {"name": value.name, "folded": fold(value.name)}
        new = {name: told for name, told in new.items() if name not in (row.machine or {})}
        if new and not (row.machine and "name" in row.machine and "folded" in new):
            self.connection.execute(table.update().where(table.c.number == row.number).values(storable(new)))
            self.bearers.pop(getattr(row, "key", ""), None)


def _key(actor: Actor) -> str:
    return plain(key_of(actor.name, actor.kind, actor.country))


def _may_join(common: frozenset[str], about: frozenset[int], theirs: frozenset[int]) -> bool:
    """Not where both are about different actors; one word in common is enough only about the same ones."""
    if about and theirs and not about & theirs:
        return False
    return len(common) > 1 or bool(about & theirs)


class _Known:
    """An actor of the minutes by the name that the machine has for it."""

    def __init__(self, row: Row[Any]) -> None:
        said = {name: getattr(row, name) for name in ("name", "kind", "country")} | (row.machine or {})
        self.row, self.wikidata = row, row.wikidata
        self.name, self.kind, self.country = str(said["name"]), str(said["kind"]), said["country"]


def _at(row: Row[Any], reason: str) -> Home:
    """Where a row's values belong; what is joined through one that was merged says so."""
    return Home(row.number, reason) if row.merged_into is None else Home(row.merged_into, reason, row.number)


def _fuller(name: str, other: str) -> bool:
    """Whether a name says more: in more words, or longer ones; titles do not count."""
    a, b = parsed(name), parsed(other)
    if a.surname != b.surname:
        return False
    return (len(a.given), sum(map(len, a.given)), len(name)) > (len(b.given), sum(map(len, b.given)), len(other))


def _reason(known: _Known, actor: Named) -> str:
    if actor.kind == "state" and actor.country:
        return "same state"
    if known.wikidata and known.wikidata == actor.wikidata:
        return "same Wikidata item"
    return "same name" if fold(known.name) == fold(actor.name) else f"one name stands in the other: {known.name}"


def meeting_key(words: Iterable[str]) -> str:
    return " ".join(sorted(words))


def _one_meeting(row: Row[Any], meeting: Meeting, words: frozenset[str]) -> bool:
    """Whether it is the same, as it stands in the minutes or as the machine has called it."""
    own = {name: getattr(row, name) for name in ("name", "date", "place")}
    return _same_meeting(own, row.key, meeting, words) or (
        bool(row.machine) and _same_meeting(own | row.machine, row.key, meeting, words)
    )


def _same_meeting(known: Mapping[str, Any], key: str, meeting: Meeting, words: frozenset[str]) -> bool:
    """Same name and no other day; or the same day and a name or place in common."""
    day, own = known["date"], meeting.date
    if day and own and not overlap(day, own):
        return False
    if key == meeting_key(words) and words:
        return len(words) > 1 or bool(day and own)
    place = bool(known["place"] and meeting.place and fold(known["place"]) == fold(meeting.place))
    return bool(day) and day == own and (place or likeness(words, telling(known["name"])) >= ALIKE)


def storable(values: dict[str, Any]) -> dict[str, Any]:
    """The values as any database can hold them: NUL and lone surrogates become U+FFFD; the record keeps them."""
    return {name: plain(value) if isinstance(value, str) else value for name, value in values.items()}


def plain(text: str) -> str:
    return _UNSTORABLE.sub("\ufffd", text)
