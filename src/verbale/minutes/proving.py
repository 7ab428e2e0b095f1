"""What proves a value: the statements and events behind it; and the names of whom and what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, Table, func, select, tuple_

from . import tables
from .answers import Named, Proof

Proofs = dict[tuple[int, str], Proof]


def proofs(connection: Connection, wanted: Iterable[tuple[int, str]]) -> Proofs:
    """The statements and events of the ids (article, local)."""
    s, e, a = tables.statements.c, tables.events.c, tables.actors.c
    told = select(s.article, s.local, s.words, s.spans, a.name).join(tables.actors, a.number == s.speaker, isouter=True)
    found: Proofs = {}
    for some in chunks(sorted(set(wanted))):
        for row in connection.execute(told.where(tuple_(s.article, s.local).in_(some))):
            found[row.article, row.local] = Proof(row.local, row.name, row.words, _pairs(row.spans["content"]))
        deeds = [each for each in some if each not in found]
        if deeds:
            query = select(e.article, e.local, e.spans, e["class"]).where(tuple_(e.article, e.local).in_(deeds))
            for deed in connection.execute(query):
                found[deed.article, deed.local] = Proof(deed.local, None, deed[3], _pairs(deed.spans))
    return found


def known(found: Proofs, article: int, ids: Sequence[str]) -> tuple[Proof, ...]:
    return tuple(found[article, i] for i in ids if (article, i) in found)


def names(connection: Connection, table: Table, numbers: Iterable[int | None]) -> dict[int | None, Named]:
    """Actors, questions or meetings by their numbers."""
    wanted = sorted(n for n in set(numbers) if n is not None)
    name = table.c.label if "label" in table.c else table.c.name
    rows = connection.execute(select(table.c.number, name).where(table.c.number.in_(wanted)))
    return {number: Named(number, told) for number, told in rows}


def counts(connection: Connection, column: ColumnElement[int], numbers: Sequence[int]) -> dict[int, int]:
    """How many rows have each of the numbers."""
    rows = connection.execute(select(column, func.count()).where(column.in_(numbers)).group_by(column))
    return {row[0]: row[1] for row in rows}


def chunks(items: Sequence[tuple[int, str]], size: int = 400) -> Iterable[Sequence[tuple[int, str]]]:
    return (items[n : n + size] for n in range(0, len(items), size))


def _pairs(spans: Iterable[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in spans)
