"""A machine's values with what reviewers have ruled on them: the layers, filters and pages that all answers share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    Select,
    and_,
    false,
    func,
    literal_column,
    or_,
    select,
    tuple_,
)

from verbale.errors import BadQuery

from . import tables
from .answers import Filter, Ruled, Source
from .portable import VALUES


def everything(kind: str, table: FromClause, *, rulings: bool = True) -> Select[Any]:
    """The rows of a table with their article and what was ruled on them: the machine's and people's, shown or not."""
    a, r = tables.articles.c, tables.ruled.c
    query = select(table, a.id.label("article_id"), a.publisher, a.published, a.headline, r.verdict, r.by,
                   r.machine.label("machine_said"), r.disputed).select_from(table)  # fmt: skip
    query = query.join(tables.articles, a.number == table.c.article)
    own = and_(r.kind == kind, r.article == table.c.article, r.anchor == table.c.anchor)
    return query.join(tables.ruled, own if rulings else and_(own, false()), isouter=True)


def valued(kind: str, table: FromClause, asked: Filter) -> Select[Any]:
    """The values of a table as the filter's layer shows them, of the articles that it leaves, whole."""
    return everything(kind, table, rulings=asked.layer != "machine").where(*_shown(kind, table, asked))


def chosen(kind: str, table: FromClause, asked: Filter) -> Select[Any]:
    """The numbers of the same. Lists are found and put in order by these, so that only what is shown is read whole."""
    return select(table.c.number).where(*_shown(kind, table, asked))


def _shown(kind: str, table: FromClause, asked: Filter) -> list[ColumnElement[bool]]:
    found = [table.c.local.not_like("R%") if asked.layer == "machine" else table.c.shown]
    if asked.layer == "people":
        own, r = VALUES[kind].alias(), tables.ruled.c
        ruled_on = and_(r.kind == kind, r.article == own.c.article, r.anchor == own.c.anchor)
        found.append(table.c.number.in_(select(own.c.number).join(tables.ruled, ruled_on)))
    return [*found, *of_article(asked, table.c.article)]


def of_article(asked: Filter, number: ColumnElement[int]) -> list[ColumnElement[bool]]:
    """What a filter asks of the article of this number. Only numbers are compared: the rows of articles are long."""
    a = tables.articles.alias().c
    unhelped = number + 0  # no index is to serve: the way through the latest values is the shorter one
    found: list[ColumnElement[bool]] = []
    if asked.article:
        found.append(number == select(a.number).where(a.id == asked.article).scalar_subquery())
    if not asked.copies:
        found.append(unhelped.not_in(copies()))
    if asked.publisher:
        found.append(unhelped.in_(select(a.number).where(func.lower(a.publisher) == asked.publisher.lower())))
    return found


def copies() -> Select[Any]:
    """The numbers of the articles that are near-copies of others."""
    a = tables.articles.alias().c
    return select(a.number).where(a.copy_of.is_not(None))


def within(query: Select[Any], day: ColumnElement[Any], asked: Filter) -> Select[Any]:
    """Days are texts of differing coarseness: 2026-03 lies within 2026-03-04's month, and before its end."""
    if asked.since:
        coarser = func.substr(asked.since, 1, func.length(day)) == day
        query = query.where(or_(day >= asked.since, coarser))
    if asked.until:
        query = query.where(day <= asked.until + "~")
    return query


def latest(day: ColumnElement[Any]) -> ColumnElement[str]:
    """Days with those missing last; spelt as the indexes of migration 0003 have it, so that they serve."""
    return func.coalesce(day, literal_column("''"))


def in_days(day: ColumnElement[Any], asked: Filter) -> ColumnElement[str]:
    """By what values are put in the order of days: where a filter leaves few of them, so that no index serves, since
    sorting them is quicker than going through all."""
    few = asked.of_actors or asked.on is not None or asked.meeting is not None or asked.article
    return func.coalesce(day, "") if few else latest(day)


def page(query: Select[Any], table: FromClause, asked: Filter, order: ColumnElement[str]) -> Select[Any]:
    """The numbers that a query leaves, the latest first, from the cursor on."""
    number = table.c.number
    if asked.after:
        query = query.where(tuple_(order, number) < tuple_(*after(asked.after)))
    return query.order_by(order.desc(), number.desc()).limit(asked.limit)


def paged(
    connection: Connection, kind: str, query: Select[Any], table: FromClause, asked: Filter,
    order: ColumnElement[str] | None = None,
) -> Sequence[Row[Any]]:  # fmt: skip
    """The rows of a page of numbers, whole."""
    order = in_days(table.c.made, asked) if order is None else order
    return whole(connection, kind, table, connection.scalars(page(query, table, asked, order)).all(), asked)


def whole(
    connection: Connection, kind: str, table: FromClause, numbers: Sequence[int], asked: Filter
) -> Sequence[Row[Any]]:
    """The rows of these numbers in their order, with their articles and what was ruled on them."""
    query = everything(kind, table, rulings=asked.layer != "machine").where(table.c.number.in_(numbers))
    return in_order(connection.execute(query).all(), numbers)


def in_order(rows: Sequence[Any], numbers: Sequence[int]) -> list[Any]:
    """Rows in the order of their numbers here."""
    found = {row.number: row for row in rows}
    return [found[number] for number in numbers if number in found]


def after(cursor: str) -> tuple[str, int]:
    """The day (or count) and the number that a cursor names. Raises BadQuery."""
    first, _, number = cursor.rpartition("_")
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        raise BadQuery(f"'{cursor[:80]}' is no cursor", "Give the one that came with the answer before.")
    return first, int(number)


def as_ruled(rows: Sequence[Row[Any]]) -> list[Row[Any]]:
    """Of rows of one value the one that is shown, else the machine's; in the order of the rows."""
    best: dict[tuple[int, str], Row[Any]] = {}
    for row in rows:
        if (row.article, row.anchor) not in best or row.shown:
            best[row.article, row.anchor] = row
    return list(best.values())


def ruled(row: Row[Any]) -> Ruled | None:
    """What was ruled on a row, with what the machine says."""
    return None if row.verdict is None else Ruled(row.verdict, row.by, row.machine_said, row.disputed)


def source(row: Row[Any]) -> Source:
    return Source(row.article_id, row.publisher, row.published, row.headline)
