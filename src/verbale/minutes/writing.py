"""A record as rows: the machine's layer of one article, written whole or not at all."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import count
from typing import Any, Literal

from sqlalchemy import Connection, Row, Table, delete, func, insert, or_, select, update

from verbale.errors import RecordError
from verbale.record import (
    Article,
    Conflict,
    Event,
    Position,
    Reader,
    Record,
    Statement,
    by_id,
    dumps,
)

from . import tables
from .actors import offices
from .anchors import inherit
from .copies import bands, likest, shingles
from .joining import Home, Joining, plain, storable
from .people import remake
from .portable import place
from .tallying import counted

LAYER = (tables.statements, tables.positions, tables.participation, tables.events, tables.conflicts, tables.joins)
_ABOUT = ("url", "headline", "publisher", "published")
Outcome = Literal["new", "same", "read again"]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a record: its article's number and id, the number of the article it is a near-copy of, and
    whether it says when it was published."""

    number: int
    id: str
    outcome: Outcome
    copy_of: int | None = None
    dated: bool = True


def write(connection: Connection, record: Record, now: str) -> Added:
    """Add a record within a transaction. The same once more changes nothing; another reading replaces the layer, and
    what it does not say of its article stays. Raises RecordError where another text has the article's id."""
    _refuse_other_text(connection, record.article)
    stored = _stored(connection, record.article)
    if stored is not None:
        record = replace(record, article=_completed(record.article, stored))
    article = record.article
    dated = article.published is not None
    packed = zlib.compress(dumps(record).encode("utf-8"), 6)
    values = storable({
        "url": article.url, "headline": article.headline, "publisher": article.publisher,
        "published": article.published, "language": article.language, "text": article.text,
        "version": record.reader.version, "model": record.reader.model, "record": packed,
    })  # fmt: skip
    a = tables.articles.c
    if stored is not None:
        if stored.record == packed:
            return Added(stored.number, stored.id, "same", stored.copy_of, dated)
        connection.execute(update(tables.articles).where(a.number == stored.number).values(values))
        relayer(connection, stored.number, record)
        return Added(stored.number, stored.id, "read again", stored.copy_of, dated)
    name = _free_id(connection, article)
    key = connection.execute(insert(tables.articles).values(values | {"id": name, "added": now})).inserted_primary_key
    number = int(key[0])  # type: ignore[index]
    copy_of = _link_copies(connection, number, article.text, article.published)
    _Layer(connection, number, record, Joining(connection, {})).write()
    return Added(number, name, "new", copy_of, dated)


def known(connection: Connection, article: Article, reader: Reader) -> Added | None:
    """What the minutes have of an article that this reader has read, with all that is now said of it."""
    found = _stored(connection, article)
    if found is None or (found.version, found.model) != (reader.version, reader.model):
        return None
    for field in _ABOUT:
        if getattr(article, field) is not None and plain(getattr(article, field)) != getattr(found, field):
            return None
    return Added(found.number, found.id, "same", found.copy_of, found.published is not None)


def _stored(connection: Connection, article: Article) -> Row[Any] | None:
    """The article among those stored: the same text from the same publisher and address, where both name one."""
    for row in _namesakes(connection, article):
        publisher = article.publisher is None or row.publisher in (None, plain(article.publisher))
        address = article.url is None or row.url in (None, plain(article.url))
        if publisher and address:
            return row
    return None


def _refuse_other_text(connection: Connection, article: Article) -> None:
    """Every proof is a place in the text: under one id no other may take its place."""
    a = tables.articles.c
    text = connection.execute(select(a.text).where(a.id == plain(article.id))).scalar()
    if text is not None and text != plain(article.text):
        problem = f"$.article.id: the minutes have another text under {article.id}"
        raise RecordError(problem, advice="Nothing was changed. Leave the id out, and it is made from the text.")


def _completed(article: Article, stored: Row[Any]) -> Article:
    """The article with what the minutes know of it and it does not say itself."""
    known = {name: getattr(stored, name) for name in _ABOUT if getattr(article, name) is None}
    return replace(article, **known)


def _free_id(connection: Connection, article: Article) -> str:
    """The article's id; where another outlet's article has the same text, with ~2, ~3, … after it."""
    return _numbered(article, 1 + sum(1 for _ in _namesakes(connection, article)))


def _namesakes(connection: Connection, article: Article) -> Iterator[Row[Any]]:
    """Those stored under its id, and under that with ~2, ~3, …: each by the index, however many articles there are."""
    a = tables.articles.c
    query = select(*(c for c in a if c.name != "text"))
    for turn in count(1):
        row = connection.execute(query.where(a.id == _numbered(article, turn))).first()
        if row is None:
            return
        yield row


def _numbered(article: Article, turn: int) -> str:
    return plain(article.id) if turn == 1 else f"{plain(article.id)}~{turn}"


def _link_copies(connection: Connection, number: int, text: str, published: str | None) -> int | None:
    """Find what it is a near-copy of; the earliest published of them is the first appearance, the others its copies."""
    found = shingles(text)
    own = bands(found)
    if not own:
        return None
    a, b = tables.articles.c, tables.bands.c
    near = select(a.number, a.text).where(a.number.in_(select(b.article).where(b.band.in_(own)).distinct())).limit(50)
    alike = likest(found, {row.number: row.text for row in connection.execute(near)})
    connection.execute(insert(tables.bands), [{"band": band, "article": number} for band in own])
    if alike is None:
        return None
    root = connection.execute(select(func.coalesce(a.copy_of, a.number)).where(a.number == alike)).scalar_one()
    day = connection.execute(select(a.published).where(a.number == root)).scalar_one()
    if (published or "9999") >= (day or "9999"):
        connection.execute(update(tables.articles).where(a.number == number).values(copy_of=root))
        return int(root)
    others = or_(a.number == root, a.copy_of == root)
    connection.execute(update(tables.articles).where(others).values(copy_of=number))
    return None


def relayer(connection: Connection, number: int, record: Record) -> None:
    """Write the machine's layer of an article again. What has a home keeps it; reviewers' values stay."""
    j = tables.joins.c
    joined = select(j.kind, j.name, j.home, j.reason, j.details).where(j.article == number)
    before = {
        (row.kind, row.name): Home(row.home, row.reason, row.details.get("through"))
        for row in connection.execute(joined)
    }
    for table in LAYER:  # what reviewers have added stays: its local is that of its ruling, R1
        connection.execute(delete(table).where(table.c.article == number, table.c.local.not_like("R%")))
    _Layer(connection, number, record, Joining(connection, before)).write()
    inherit(connection, number)
    remake(connection, number)


class _Layer:
    """Writes the rows of one record; `actors`, `questions`, `meetings` are the homes of its values by their ids."""

    def __init__(self, connection: Connection, article: int, record: Record, joining: Joining) -> None:
        self.connection, self.article, self.record = connection, article, record
        known = by_id(record.actors)
        self.held = {a.id: offices(a, known) for a in record.actors}
        self.actors = joining.actors(record.actors, self.held)
        self.about = {
            q.id: {self.actors[i].number: known[i] for i in q.about if i in known} for q in record.questions
        }
        self.questions = {q.id: joining.question(q, self.about[q.id]) for q in record.questions}
        self.meetings = {m.id: joining.meeting(m) for m in record.meetings}
        self.made = {s.id: s.made.value for s in record.statements if s.made}
        self.made |= {e.id: e.made.value for e in record.events if e.made}
        self.taken: Counter[tuple[str, str]] = Counter()

    def write(self) -> None:
        record = self.record
        speakers = (number for s in record.statements for number in {self.actors[i].number for i in s.speakers})
        holders = (self.actors[p.actor].number for p in record.positions)
        self._rows(tables.joins, counted(self._joins(), speakers, holders))
        self._with_actors(tables.statements, tables.speakers, [self._statement(s) for s in record.statements],
                          "statement", [[(i, None) for i in s.speakers] for s in record.statements])  # fmt: skip
        self._rows(tables.positions, [self._position(p) for p in record.positions])
        self._rows(tables.participation, list(self._participation()))
        sides = [[*((i, "source") for i in e.source), *((i, "target") for i in e.target)] for e in record.events]
        self._with_actors(tables.events, tables.event_actors, [self._event(e) for e in record.events], "event", sides)
        self._rows(tables.conflicts, [self._conflict(c) for c in record.conflicts])

    def _rows(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            own = {"article": self.article}
            self.connection.execute(insert(table), [storable(own | dict(row)) for row in rows])

    def _with_actors(
        self, table: Table, links: Table, rows: Sequence[Mapping[str, Any]], name: str,
        of: Sequence[Sequence[tuple[str, str | None]]],
    ) -> None:  # fmt: skip
        """Rows, and for each the actors it is tied to."""
        self._rows(table, rows)
        own = select(table.c.local, table.c.number).where(table.c.article == self.article)
        numbers = {row.local: row.number for row in self.connection.execute(own)}
        ties = {
            (numbers[row["local"]], self.actors[i].number, side)
            for row, ids in zip(rows, of, strict=True)
            for i, side in ids
        }
        days = {numbers[row["local"]]: row["made"] for row in rows}
        tied = [{name: n, "actor": a} | ({"side": side} if side else {"made": days[n]}) for n, a, side in sorted(ties)]
        if tied:
            self.connection.execute(insert(links), tied)

    def _joins(self) -> Iterator[dict[str, Any]]:
        for a in self.record.actors:
            details = {"kind": a.kind, "country": a.country, "offices": [asdict(o) for o in a.offices],
                       "mentions": a.mentions, "held": sorted(self.held[a.id])}  # fmt: skip
            yield self._join("actor", a.id, self.actors[a.id], a.name, details)
        for q in self.record.questions:
            yield self._join("question", q.id, self.questions[q.id], q.label, {"about": sorted(self.about[q.id])})
        for m in self.record.meetings:
            details = {"date": m.date, "place": m.place, "state": m.state, "mentions": m.mentions}
            yield self._join("meeting", m.id, self.meetings[m.id], m.name, details)

    def _join(self, kind: str, local: str, home: Home, name: str, details: dict[str, Any]) -> dict[str, Any]:
        through = {"through": home.through} if home.through is not None else {}
        return {"kind": kind, "local": local, "home": home.number, "name": name, "reason": home.reason,
                "details": details | through}  # fmt: skip

    def _statement(self, s: Statement) -> dict[str, Any]:
        article = self.record.article
        return {
            "local": s.id, "anchor": self._anchor("statement", place(s.content)), "speaker": self._actor(s.speaker),
            "quotation": s.quotation, "act": s.act, "denied": s.denied, "anonymous": s.anonymous,
            "made": s.made.value if s.made else article.published,
            "words": " … ".join(" ".join(article.quote(span).split()) for span in s.content),
            "spans": {"source": s.source, "cue": s.cue, "content": s.content}, "confidence": s.confidence,
            "details": {"via": s.via, "addressees": s.addressees, "occasion": s.occasion, "cites": s.cites,
                        "inside": s.inside, "not_confirmed_by": s.not_confirmed_by},
        }  # fmt: skip

    def _position(self, p: Position) -> dict[str, Any]:
        actor, question = by_id(self.record.actors)[p.actor].name, by_id(self.record.questions)[p.question].label
        return {
            "local": p.id, "anchor": self._anchor("position", f"{actor} on {question}"),
            "actor": self.actors[p.actor].number, "question": self.questions[p.question].number, "stance": p.stance,
            "condition": p.condition, "made": self._when(p.evidence), "evidence": p.evidence,
            "confidence": p.confidence,
        }  # fmt: skip

    def _participation(self) -> Iterator[dict[str, Any]]:
        names = {a.id: a.name for a in self.record.actors}
        for m in self.record.meetings:
            for part in m.participation:
                yield {
                    "local": m.id,
                    "anchor": self._anchor("participation", f"{names[part.actor]}, {part.role} in {m.name}"),
                    "meeting": self.meetings[m.id].number, "actor": self.actors[part.actor].number,
                    "role": part.role, "status": part.status, "according_to": self._actor(part.according_to),
                    "made": self._when(part.evidence), "evidence": part.evidence,
                }  # fmt: skip

    def _event(self, e: Event) -> dict[str, Any]:
        return {
            "local": e.id, "anchor": self._anchor("event", place(e.spans)), "class": e.class_, "mode": e.mode,
            "made": e.made.value if e.made else None, "spans": e.spans, "evidence": e.evidence,
            "confidence": e.confidence,
        }  # fmt: skip

    def _conflict(self, c: Conflict) -> dict[str, Any]:
        names = {a.id: a.name for a in self.record.actors}
        question = by_id(self.record.questions).get(c.question or "")
        told = f"{c.kind}: {' / '.join(names[i] for i in c.between)}" + (f" on {question.label}" if question else "")
        return {
            "local": c.id, "anchor": self._anchor("conflict", told), "kind": c.kind,
            "first": self.actors[c.between[0]].number, "second": self.actors[c.between[-1]].number,
            "question": self.questions[c.question].number if c.question else None,
            "made": self._when([i for side in c.evidence for i in side]), "evidence": c.evidence,
        }  # fmt: skip

    def _actor(self, local: str | None) -> int | None:
        return self.actors[local].number if local else None

    def _when(self, evidence: Sequence[str]) -> str | None:
        """The last day of what proves it, or that of publication."""
        days = [self.made[i] for i in evidence if i in self.made]
        return max(days) if days else self.record.article.published

    def _anchor(self, kind: str, told: str) -> str:
        """What names the value for rulings; of several with one name the later ones have a number."""
        self.taken[kind, told] += 1
        times = self.taken[kind, told]
        return told if times == 1 else f"{told} ({times})"
