"""What proves a value: the statements and events behind it; and the names of whom and what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Any

from sqlalchemy import Connection, Select, Table, func, select

from . import tables
from .answers import Layer, Named, Proof
from .portable import is_place, quoted, spans_of

Proofs = dict[tuple[int, str], Proof]


def proofs(connection: Connection, wanted: Iterable[tuple[int, str]], layer: Layer) -> Proofs:
    """The statements and events of the ids (article, local), as the layer shows them."""
    told = set(wanted)
    found = _places(connection, told)
    found |= _statements(connection, told - found.keys(), layer)
    e = tables.events.c
    query = select(e.article, e.local, e.spans, e["class"])
    for deed in connection.execute(query.where(e.number.in_(_numbers(connection, tables.events, told - found.keys())))):
        found[deed.article, deed.local] = Proof(deed.local, None, deed[3], _pairs(deed.spans))
    return found


def _statements(connection: Connection, wanted: Set[tuple[int, str]], layer: Layer) -> Proofs:
    """Those that a ruling has replaced as it says them, those that were rejected not at all."""
    s, a = tables.statements.c, tables.actors.c
    told = select(s.article, s.local, s.anchor, s.shown, s.words, s.spans, a.name)
    told = told.join(tables.actors, a.number == s.speaker, isouter=True)
    numbers = _numbers(connection, tables.statements, wanted)
    rows = connection.execute(told.where(s.number.in_(numbers))).all()
    hidden = {(row.article, row.anchor) for row in rows if layer != "machine" and not row.shown}
    articles, anchors = {article for article, _ in hidden}, {anchor for _, anchor in hidden}
    ruled = told.where(s.article.in_(articles), s.anchor.in_(anchors), s.shown)
    instead = {(row.article, row.anchor): row for row in (connection.execute(ruled) if hidden else ())}
    return {
        (row.article, row.local): _proof(instead[key] if key in hidden else row)
        for row in rows for key in [(row.article, row.anchor)] if key not in hidden or key in instead
    }  # fmt: skip


def _numbers(connection: Connection, table: Table, wanted: Set[tuple[int, str]]) -> list[int]:
    """Numbers of the rows with these ids; found through the index of articles and ids, which pairs would not use."""
    if not wanted:
        return []
    c = table.c
    query = select(c.number, c.article, c.local).where(
        c.article.in_({article for article, _ in wanted}), c.local.in_({local for _, local in wanted})
    )
    return [row.number for row in connection.execute(query) if (row.article, row.local) in wanted]


def _proof(row: Any) -> Proof:
    return Proof(row.local, row.name, row.words, _pairs(row.spans["content"]))


def _places(connection: Connection, wanted: Iterable[tuple[int, str]]) -> Proofs:
    """What reviewers gave as evidence by its place in the text."""
    places = [(article, told) for article, told in wanted if is_place(told)]
    if not places:
        return {}
    a = tables.articles.c
    numbers = sorted({article for article, _ in places})
    texts = dict(connection.execute(select(a.number, a.text).where(a.number.in_(numbers))).all())
    spans = {(article, told): spans_of(told) for article, told in places}
    return {key: Proof(key[1], None, quoted(texts[key[0]], each), _pairs(each)) for key, each in spans.items()}


def known(found: Proofs, article: int, ids: Sequence[str]) -> tuple[Proof, ...]:
    return tuple(found[article, i] for i in ids if (article, i) in found)


def names(connection: Connection, table: Table, numbers: Iterable[int | None]) -> dict[int | None, Named]:
    """Actors, questions or meetings by their numbers."""
    wanted = sorted(n for n in set(numbers) if n is not None)
    name = table.c.label if "label" in table.c else table.c.name
    rows = connection.execute(select(table.c.number, name).where(table.c.number.in_(wanted)))
    return {number: Named(number, told) for number, told in rows}


def spoken(connection: Connection, actors: Sequence[int]) -> dict[int, int]:
    """How many statements actors make."""
    s, t = tables.statements.c, tables.speakers.c
    query = select(t.actor, func.count()).join(tables.statements, s.number == t.statement)
    return _counts(connection, query.where(s.shown, t.actor.in_(actors)).group_by(t.actor))


def held(connection: Connection, actors: Sequence[int]) -> dict[int, int]:
    """How many positions actors have."""
    p = tables.positions.c
    query = select(p.actor, func.count()).where(p.shown, p.actor.in_(actors)).group_by(p.actor)
    return _counts(connection, query)


def _counts(connection: Connection, query: Select[int, int]) -> dict[int, int]:
    return {row[0]: row[1] for row in connection.execute(query)}


def _pairs(spans: Iterable[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in spans)
