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


def everything(kind: str, table: FromClause, *, rulings: bool = True) -> Select[Any]:
    """The rows of a table with their article and what was ruled on them: the machine's and people's, shown or not."""
    a, r = tables.articles.c, tables.ruled.c
    query = select(table, a.id.label("article_id"), a.publisher, a.published, a.headline, r.verdict, r.by,
                   r.machine.label("machine_said"), r.disputed).select_from(table)  # fmt: skip
    query = query.join(tables.articles, a.number == table.c.article)
    own = and_(r.kind == kind, r.article == table.c.article, r.anchor == table.c.anchor)
    return query.join(tables.ruled, own if rulings else and_(own, false()), isouter=True)


def valued(kind: str, table: FromClause, asked: Filter) -> Select[Any]:
    """The values of a table as the filter's layer shows them, of the articles that it leaves."""
    machine = asked.layer == "machine"
    query = everything(kind, table, rulings=not machine)
    query = query.where(table.c.local.not_like("R%") if machine else table.c.shown)
    if asked.layer == "people":
        query = query.where(tables.ruled.c.verdict.is_not(None))
    return query.where(*of_article(asked))


def of_article(asked: Filter) -> list[ColumnElement[bool]]:
    """What a filter asks of the article itself."""
    a = tables.articles.c
    found: list[ColumnElement[bool]] = [a.id == asked.article] if asked.article else []
    # said so that no index serves: the way through the latest values is the shorter one
    found += [] if asked.copies else [func.coalesce(a.copy_of, 0) == 0]
    found += [func.lower(a.publisher) == asked.publisher.lower()] if asked.publisher else []
    return found


def within(query: Select[Any], day: ColumnElement[Any], asked: Filter) -> Select[Any]:
    """Days are texts of differing coarseness: 2026-03 lies within 2026-03-04's month, and before its end."""
    if asked.since:
        coarser = func.substr(asked.since, 1, func.length(day)) == day
        query = query.where(or_(day >= asked.since, coarser))
    if asked.until:
        query = query.where(day <= asked.until + "~")
    return query


def inside(day: str | None, asked: Filter) -> bool:
    """As `within`, of one day."""
    since = asked.since is None or (day is not None and (day >= asked.since or asked.since.startswith(day)))
    return since and (asked.until is None or (day is not None and day <= asked.until + "~"))


def latest(day: ColumnElement[Any]) -> ColumnElement[str]:
    """Days with those missing last; spelt as the indexes of migration 0003 have it, so that they serve."""
    return func.coalesce(day, literal_column("''"))


def narrowed(asked: Filter) -> bool:
    """Whether a filter leaves so few values that sorting them is quicker than going through all by their days."""
    return any((asked.by is not None, asked.country, asked.on is not None, asked.meeting is not None, asked.article))


def page(query: Select[Any], table: FromClause, asked: Filter, day: ColumnElement[Any] | None = None) -> Select[Any]:
    """The numbers of the rows that a query leaves, the latest first, from the cursor on."""
    made, number = table.c.made if day is None else day, table.c.number
    order = func.coalesce(made, "") if narrowed(asked) else latest(made)  # the index serves the other spelling only
    if asked.after:
        query = query.where(tuple_(order, number) < tuple_(*after(asked.after)))
    return query.with_only_columns(number).order_by(order.desc(), number.desc()).limit(asked.limit)


def paged(
    connection: Connection, kind: str, query: Select[Any], table: FromClause, asked: Filter
) -> Sequence[Row[Any]]:
    """The rows of a page: their numbers first, so that only those which are shown are read whole."""
    numbers = connection.scalars(page(query, table, asked)).all()
    whole = everything(kind, table, rulings=asked.layer != "machine").where(table.c.number.in_(numbers))
    return in_order(connection.execute(whole).all(), numbers)


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
