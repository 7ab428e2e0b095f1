"""What proves a value: the statements and events behind it; and the names of whom and what it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, Table, TableValuedAlias, func, join, select, true

from . import tables
from .answers import Filter, Layer, Named, Proof
from .naming import questions_named
from .portable import is_place, quoted, spans_of

Proofs = dict[tuple[int, str], Proof]
FREQUENT = 2000  # positions


def proofs(connection: Connection, wanted: Iterable[tuple[int, str]], layer: Layer = "ruled") -> Proofs:
    """The statements and events of the ids (article, local), statements as the layer shows them."""
    ids = sorted(set(wanted))
    found = _places(connection, [each for each in ids if is_place(each[1])])
    for some in chunks([each for each in ids if each not in found]):
        found |= _said(connection, some, layer)
        found |= _done(connection, [each for each in some if each not in found])
    return found


def _said(connection: Connection, ids: Sequence[tuple[int, str]], layer: Layer) -> Proofs:
    """Statements; one that a ruling has put aside stands for what people say instead, if they say anything."""
    s, a = tables.statements.c, tables.actors.c
    told = select(s.article, s.local, s.anchor, s.shown, s.words, s.spans, a.name)
    told = told.join(tables.actors, a.number == s.speaker, isouter=True)
    rows = connection.execute(told.where(s.number.in_(_numbers(connection, tables.statements, ids)))).all()
    hidden = [] if layer == "machine" else [row for row in rows if not row.shown]
    ruled = told.where(s.article.in_([r.article for r in hidden]), s.anchor.in_([r.anchor for r in hidden]), s.shown)
    instead = {(row.article, row.anchor): row for row in (connection.execute(ruled) if hidden else ())}
    shown = ((row, instead.get((row.article, row.anchor)) if row in hidden else row) for row in rows)
    return {
        (row.article, row.local): Proof(told.local, told.name, told.words, _pairs(told.spans["content"]))
        for row, told in shown if told is not None
    }  # fmt: skip


def _done(connection: Connection, ids: Sequence[tuple[int, str]]) -> Proofs:
    """Events, in the article's words."""
    e = tables.events.c
    query = select(e.article, e.local, e.spans).where(e.number.in_(_numbers(connection, tables.events, ids)))
    deeds = {(row.article, row.local): row.spans for row in (connection.execute(query) if ids else ())}
    texts = _texts(connection, {article for article, _ in deeds})
    return {key: Proof(key[1], None, quoted(texts[key[0]], own), _pairs(own)) for key, own in deeds.items()}


def _texts(connection: Connection, articles: Collection[int]) -> dict[int, str]:
    a = tables.articles.c
    query = select(a.number, a.text).where(a.number.in_(sorted(articles)))
    return dict(connection.execute(query).all()) if articles else {}


def _numbers(connection: Connection, table: Table, ids: Sequence[tuple[int, str]]) -> list[int]:
    """The rows of these pairs (article, local). Asked for all combinations, by the index alone: SQLite would find the
    pairs themselves by reading the whole table."""
    c, wanted = table.c, set(ids)
    articles, locals_ = ({each[n] for each in wanted} for n in (0, 1))
    query = select(c.article, c.local, c.number).where(c.article.in_(sorted(articles)), c.local.in_(sorted(locals_)))
    return [row.number for row in (connection.execute(query) if ids else ()) if (row.article, row.local) in wanted]


def _places(connection: Connection, places: Sequence[tuple[int, str]]) -> Proofs:
    """What reviewers gave as evidence by its place in the text."""
    texts = _texts(connection, {article for article, _ in places})
    spans = {(article, told): spans_of(told) for article, told in places}
    return {key: Proof(key[1], None, quoted(texts[key[0]], own), _pairs(own)) for key, own in spans.items()}


def proving(connection: Connection, asked: Filter) -> ColumnElement[bool]:
    """Whether a statement is evidence for one of the positions on a question, or of a stance."""
    p, s, evidence = tables.positions.c, tables.statements, evidence_of(connection)
    held = select(p.number).select_from(join(tables.positions, evidence, true()))
    held = held.where(p.local.not_like("R%") if asked.layer == "machine" else p.shown)
    if asked.on is not None:
        held = held.where(p.question.in_(questions_named(connection, asked.on)))
    if asked.stance:
        held = held.where(p.stance == asked.stance)
    if asked.on is None and _frequent(connection, asked.stance):
        return held.where(p.article == s.c.article, evidence.c.value == s.c.local).correlate(s).exists()
    own = s.alias()
    proof = (own.c.article == p.article) & (own.c.local == evidence.c.value)
    return s.c.number.in_(held.with_only_columns(own.c.number).where(proof))


def evidence_of(connection: Connection) -> TableValuedAlias:
    """The ids that a position has as its evidence, as rows to join with `positions`."""
    each = func.json_each if connection.dialect.name == "sqlite" else func.json_array_elements_text
    return each(tables.positions.c.evidence).table_valued("value")


def _frequent(connection: Connection, stance: str | None) -> bool:
    """Whether so many positions have a stance that each statement is better asked for them than they for theirs."""
    p = tables.positions.c
    some = select(p.number).where(p.stance == stance).limit(FREQUENT).subquery()
    return connection.execute(select(func.count()).select_from(some)).scalar_one() == FREQUENT


def known(found: Proofs, article: int, ids: Sequence[str]) -> tuple[Proof, ...]:
    return tuple(found[article, i] for i in ids if (article, i) in found)


def names(connection: Connection, table: Table, numbers: Iterable[int | None]) -> dict[int | None, Named]:
    """Actors, questions or meetings by their numbers."""
    wanted = sorted(n for n in set(numbers) if n is not None)
    name = table.c.label if "label" in table.c else table.c.name
    rows = connection.execute(select(table.c.number, name).where(table.c.number.in_(wanted)))
    return {number: Named(number, told) for number, told in rows}


def chunks(items: Sequence[tuple[int, str]], size: int = 400) -> Iterable[Sequence[tuple[int, str]]]:
    return (items[n : n + size] for n in range(0, len(items), size))


def _pairs(spans: Iterable[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in spans)
