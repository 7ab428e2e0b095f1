"""What proves a value: the statements and events behind it; and the names of whom and what it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Connection, Select, Table, func, literal_column, select, true

from . import tables
from .answers import Filter, Layer, Named, Proof
from .naming import questions_named
from .portable import is_place, quoted, spans_of

Proofs = dict[tuple[int, str], Proof]


def proofs(connection: Connection, wanted: Iterable[tuple[int, str]], layer: Layer = "ruled") -> Proofs:
    """The statements and events of the ids (article, local), statements as the layer shows them."""
    e = tables.events.c
    ids = sorted(set(wanted))
    found = _places(connection, [each for each in ids if is_place(each[1])])
    for some in chunks([each for each in ids if each not in found]):
        found |= _said(connection, some, layer)
        deeds = {each for each in some if each not in found}
        if deeds:
            query = select(e.article, e.local, e.spans, e["class"]).where(_among(tables.events, deeds))
            for deed in connection.execute(query):
                if (deed.article, deed.local) in deeds:
                    found[deed.article, deed.local] = Proof(deed.local, None, deed[3], _pairs(deed.spans))
    return found


def _said(connection: Connection, ids: Sequence[tuple[int, str]], layer: Layer) -> Proofs:
    s, a = tables.statements.c, tables.actors.c
    told = select(s.article, s.local, s.anchor, s.shown, s.words, s.spans, a.name)
    told = told.join(tables.actors, a.number == s.speaker, isouter=True)
    wanted = set(ids)
    rows = [r for r in connection.execute(told.where(_among(tables.statements, wanted))) if (r[0], r[1]) in wanted]
    hidden = [(row.article, row.anchor) for row in rows if layer != "machine" and not row.shown]
    ruled = told.where(s.article.in_([a for a, _ in hidden]), s.anchor.in_([n for _, n in hidden]), s.shown)
    instead = {(row.article, row.anchor): row for row in (connection.execute(ruled) if hidden else ())}
    shown = [
        (row, instead.get((row.article, row.anchor)) if (row.article, row.anchor) in hidden else row) for row in rows
    ]
    return {
        (row.article, row.local): Proof(told.local, told.name, told.words, _pairs(told.spans["content"]))
        for row, told in shown if told is not None
    }  # fmt: skip


def _among(table: Table, ids: Collection[tuple[int, str]]) -> ColumnElement[bool]:
    """Rows with these articles and these ids, more than the pairs: SQLite finds pairs by reading the whole table."""
    articles, locals_ = ({each[n] for each in ids} for n in (0, 1))
    return table.c.article.in_(sorted(articles)) & table.c.local.in_(sorted(locals_))


def _places(connection: Connection, places: Sequence[tuple[int, str]]) -> Proofs:
    """What reviewers gave as evidence by its place in the text."""
    a = tables.articles.c
    numbers = sorted({article for article, _ in places})
    texts: dict[int, str] = {}
    if numbers:
        texts = dict(connection.execute(select(a.number, a.text).where(a.number.in_(numbers))).all())
    spans = {(article, told): spans_of(told) for article, told in places}
    return {key: Proof(key[1], None, quoted(texts[key[0]], own), _pairs(own)) for key, own in spans.items()}


def proving(connection: Connection, asked: Filter) -> ColumnElement[bool]:
    """Whether a statement is evidence for one of the positions on a question, or of a stance."""
    p, s = tables.positions.c, tables.statements
    each = func.json_each if connection.dialect.name == "sqlite" else func.json_array_elements_text
    evidence = each(p.evidence).table_valued("value")
    own = s.alias()
    held = select(own.c.number).select_from(tables.positions).join(evidence, true())
    held = held.join(own, (own.c.article == p.article) & (own.c.local == evidence.c.value))
    held = held.where(p.local.not_like("R%") if asked.layer == "machine" else p.shown)
    held = held.where(p.question.in_(questions_named(connection, asked.on))) if asked.on is not None else held
    return s.c.number.in_(held.where(p.stance == asked.stance) if asked.stance else held)


def known(found: Proofs, article: int, ids: Sequence[str]) -> tuple[Proof, ...]:
    return tuple(found[article, i] for i in ids if (article, i) in found)


def names(connection: Connection, table: Table, numbers: Iterable[int | None]) -> dict[int | None, Named]:
    """Actors, questions or meetings by their numbers."""
    wanted = sorted(n for n in set(numbers) if n is not None)
    name = table.c.label if "label" in table.c else table.c.name
    rows = connection.execute(select(table.c.number, name).where(table.c.number.in_(wanted)))
    return {number: Named(number, told) for number, told in rows}


def spoken(connection: Connection, actors: Sequence[int]) -> dict[int, int]:
    """How many statements each actor makes: all that are read, less those that rulings have put aside."""
    s, t = tables.statements.c, tables.speakers.c
    every = select(t.actor, func.count()).where(t.actor.in_(actors)).group_by(t.actor)
    aside = select(s.number).where(_put_aside(tables.statements))
    return _less(connection, every, every.where(t.statement.in_(aside)))


def held(connection: Connection, actors: Sequence[int]) -> dict[int, int]:
    """How many positions each actor has."""
    p = tables.positions.c
    every = select(p.actor, func.count()).where(p.actor.in_(actors)).group_by(p.actor)
    aside = select(p.number).where(_put_aside(tables.positions))
    return _less(connection, every, every.where(p.number.in_(aside)))


def _put_aside(table: Table) -> ColumnElement[bool]:
    """What rulings have put aside; spelt as the indexes of migration 0004 have it, so that they serve."""
    return literal_column(f"NOT {table.name}.shown", Boolean())


def _less(connection: Connection, every: Select[Any], aside: Select[Any]) -> dict[int, int]:
    left = {row[0]: row[1] for row in connection.execute(aside)}
    return {row[0]: row[1] - left.get(row[0], 0) for row in connection.execute(every)}


def chunks(items: Sequence[tuple[int, str]], size: int = 400) -> Iterable[Sequence[tuple[int, str]]]:
    return (items[n : n + size] for n in range(0, len(items), size))


def _pairs(spans: Iterable[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in spans)
