"""Words as the two databases look them up: FTS5 in SQLite, tsvector in PostgreSQL, one way of asking both.

Words must all stand in the text, in any form ("reject" finds "rejected"); "words in quotation marks" must follow each
other; -word must not stand there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Integer,
    Select,
    Table,
    TableClause,
    column,
    func,
    literal_column,
    select,
)
from sqlalchemy import table as table_of
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from verbale.errors import BadQuery

from . import tables
from .joining import plain

LONGEST = 1000  # characters of a search
RANKED = 2000  # the newest matches, of which the best come first
_OPEN, _CLOSE = "\x02", "\x03"
_ENGLISH: ColumnElement[Any] = literal_column("'english'::regconfig")
# Words that PostgreSQL leaves out of an index; a search of nothing else finds nothing there, and so neither here.
_COMMON = frozenset(
    "a an and are as at be but by for from had has have he her his i in is it its not of on or s she that the their "
    "them they this to was we were will with you".split()
)


@dataclass(frozen=True, slots=True)
class Words:
    """A search: words and phrases that must stand in the text, and those that must not."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]


def ranked(connection: Connection, table: Table, words: Words, chosen: Select[Any]) -> list[int]:
    """Those of the chosen numbers whose rows match, the best first; of the newest 2,000 where there are more."""
    dialect = _sqlite if connection.dialect.name == "sqlite" else _postgresql
    return list(connection.scalars(dialect(table, words, chosen)))


def excerpts(
    connection: Connection, table: Table, words: Words, numbers: Sequence[int]
) -> dict[int, tuple[tuple[str, bool], ...]]:
    """Of the rows of these numbers pieces of their text around what matches, each with whether it does."""
    query = _snippets(table, words) if connection.dialect.name == "sqlite" else _headlines(table, words)
    rows = connection.execute(query.where(query.selected_columns.number.in_(numbers)))
    return {number: _pieces(excerpt or "") for number, excerpt in rows}


def parse(words: str) -> Words:
    """Raises BadQuery where nothing is left to search for."""
    if len(words) > LONGEST:
        raise BadQuery(f"a search of {len(words)} characters is too long", f"Search for {LONGEST} characters at most.")
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in re.findall(r'(-?)(?:"([^"]*)"|(\S+))', plain(words)):
        term = " ".join(re.findall(r"\w+", phrase or word))
        if term:
            (unwanted if minus else wanted).append(term)
    if not any(w.lower() not in _COMMON for term in wanted for w in term.split()):
        problem = "there is no word to search for" if not wanted else "all the words are too common to search for"
        raise BadQuery(problem, "Add a word that tells more.")
    return Words(tuple(wanted), tuple(unwanted))


def _sqlite(table: Table, words: Words, chosen: Select[Any]) -> Select[Any]:
    """https://www.sqlite.org/fts5.html: rank is bm25, the less the better."""
    index = _index(table)
    query = chosen.add_columns(index.c.rank.label("score")).join(index, index.c.rowid == table.c.number)
    newest = query.where(_match(index, words)).order_by(index.c.rowid.desc()).limit(RANKED).subquery()
    return select(newest.c.number).order_by(newest.c.score, newest.c.number.desc())


def _snippets(table: Table, words: Words) -> Select[Any]:
    index = _index(table)
    place = 1 if table is tables.articles else 0
    excerpt: ColumnElement[str] = literal_column(f"snippet({index.name}, {place}, char(2), char(3), '…', 32)")
    return select(index.c.rowid.label("number"), excerpt.label("excerpt")).where(_match(index, words))


def _index(table: Table) -> TableClause:
    return table_of(f"{table.name}_search", column("rowid", Integer), column("rank", Float))


def _match(index: TableClause, words: Words) -> ColumnElement[bool]:
    """Quoted strings are phrases."""
    told = " AND ".join(_quoted(t) for t in words.wanted) + "".join(f" NOT {_quoted(t)}" for t in words.unwanted)
    return literal_column(index.name).op("MATCH", is_comparison=True)(told)


def _quoted(term: str) -> str:
    return '"' + term + '"'


def _postgresql(table: Table, words: Words, chosen: Select[Any]) -> Select[Any]:
    """https://www.postgresql.org/docs/current/textsearch-controls.html"""
    told, search = _told(words), literal_column(f"{table.name}.search", TSVECTOR)
    query = chosen.add_columns(func.ts_rank(search, told).label("score")).where(search.op("@@")(told))
    newest = query.order_by(table.c.number.desc()).limit(RANKED).subquery()
    return select(newest.c.number).order_by(newest.c.score.desc(), newest.c.number.desc())


def _headlines(table: Table, words: Words) -> Select[Any]:
    body = table.c.text if table is tables.articles else table.c.words
    options = f"StartSel={_OPEN}, StopSel={_CLOSE}, MaxWords=32, MinWords=12"
    excerpt = func.ts_headline(_ENGLISH, func.left(body, 20000), _told(words), options)
    return select(table.c.number, excerpt.label("excerpt"))


def _told(words: Words) -> ColumnElement[Any]:
    """The search as PostgreSQL has it: phrases that must be there, and not those that must not."""
    wanted = [func.phraseto_tsquery(_ENGLISH, term) for term in words.wanted]
    unwanted = [func.tsquery_not(func.phraseto_tsquery(_ENGLISH, term)) for term in words.unwanted]
    return reduce(lambda one, other: one.op("&&", return_type=TSQUERY())(other), [*wanted, *unwanted])


def _pieces(excerpt: str) -> tuple[tuple[str, bool], ...]:
    """The text between the marks matched."""
    found = re.findall(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}|([^{_OPEN}]+)", excerpt)
    return tuple((hit or rest, bool(hit)) for hit, rest in found)
