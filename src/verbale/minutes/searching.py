"""Full-text search over articles and statements: FTS5 in SQLite, tsvector in PostgreSQL, one way of asking both.

Words must all stand in the text, in any form ("reject" finds "rejected"); "words in quotation marks" must follow each
other; -word must not stand there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, Table, desc, func, literal_column, select, text

from verbale.errors import BadQuery

from . import tables
from .answers import Filter, Said, Source
from .asking import Asking
from .joining import plain

What = Literal["statements", "articles"]
LONGEST = 1000  # characters of a search
RANKED = 2000  # the newest matches, of which the best come first
_OPEN, _CLOSE = "\x02", "\x03"
# Words that PostgreSQL leaves out of an index; a search of nothing else finds nothing there, and so neither here.
_COMMON = frozenset(
    "a an and are as at be but by for from had has have he her his i in is it its not of on or s she that the their "
    "them they this to was we were will with you".split()
)


@dataclass(frozen=True, slots=True)
class Hit:
    """What a search found: an article, or a statement in it. `excerpt`: pieces of text, and whether each matched."""

    article: Source
    statement: Said | None
    excerpt: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A search: words and phrases that must stand in the text, and those that must not."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]


class Searching(Asking):
    """Searching the minutes by words."""

    def search(self, words: str, asked: Filter = Filter(), what: What = "statements") -> list[Hit]:
        """The best matches, of the newest 2,000 where there are more. Raises BadQuery."""
        parsed = parse(words)
        return self._statements_with(parsed, asked) if what == "statements" else self._articles_with(parsed, asked)

    def _statements_with(self, words: Words, asked: Filter) -> list[Hit]:
        found = self._found(tables.statements, words, self._chosen(asked))
        said = {s.number: s for s in self._said(list(found)[: asked.limit], asked)}
        return [Hit(said[n].article, said[n], excerpt) for n, excerpt in found.items() if n in said]

    def _chosen(self, asked: Filter) -> Select[Any] | None:
        """The statements that a filter leaves, where it narrows them."""
        if asked == Filter(limit=asked.limit):
            return None
        with self.database.reading() as connection:
            return self.chosen(connection, asked).with_only_columns(tables.statements.c.number)

    def _articles_with(self, words: Words, asked: Filter) -> list[Hit]:
        a = tables.articles.c
        own = select(a.number).where(*_of_article(asked))
        found = self._found(tables.articles, words, own)
        rows = select(a.number, a.id, a.publisher, a.published, a.headline)
        rows = rows.where(a.number.in_(list(found)[: asked.limit]))
        with self.database.reading() as connection:
            known = {row.number: Source(*row[1:]) for row in connection.execute(rows)}
        return [Hit(known[n], None, excerpt) for n, excerpt in found.items() if n in known]

    def _found(
        self, table: Table, words: Words, within: Select[Any] | None
    ) -> dict[int, tuple[tuple[str, bool], ...]]:
        """Numbers of the rows that match, the best first, each with its excerpt."""
        query = _sqlite(table, words, within) if self.database.sqlite else _postgresql(table, words, within)
        with self.database.reading() as connection:
            return {number: _pieces(excerpt or "") for number, excerpt, _ in connection.execute(query)}


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


def _of_article(asked: Filter) -> list[ColumnElement[bool]]:
    a = tables.articles.c
    found: list[ColumnElement[bool]] = [] if asked.copies else [a.copy_of.is_(None)]
    found += [func.lower(a.publisher) == asked.publisher.lower()] if asked.publisher else []
    found += [a.published >= asked.since] if asked.since else []
    found += [a.published <= asked.until + "~"] if asked.until else []
    return found


def _sqlite(table: Table, words: Words, within: Select[Any] | None) -> Select[Any]:
    """https://www.sqlite.org/fts5.html: quoted strings are phrases; rank is bm25, the less the better."""
    index = f"{table.name}_search"
    told = " AND ".join(_quoted(t) for t in words.wanted) + "".join(f" NOT {_quoted(t)}" for t in words.unwanted)
    column = 1 if table is tables.articles else 0
    excerpt: ColumnElement[str] = literal_column(f"snippet({index}, {column}, char(2), char(3), '…', 32)")
    row: ColumnElement[int] = literal_column(f"{index}.rowid")
    score: ColumnElement[float] = literal_column(f"{index}.rank")
    query = select(row.label("number"), excerpt.label("excerpt"), score.label("score")).select_from(text(index))
    query = query.where(text(f"{index} MATCH :told").bindparams(told=told))
    if within is not None:
        query = query.where(row.in_(within))
    newest = query.order_by(desc(row)).limit(RANKED).subquery()
    return select(newest).order_by(newest.c.score, newest.c.number.desc())


def _quoted(term: str) -> str:
    return '"' + term + '"'


def _postgresql(table: Table, words: Words, within: Select[Any] | None) -> Select[Any]:
    """https://www.postgresql.org/docs/current/textsearch-controls.html"""
    told = " && ".join(f"phraseto_tsquery('english', :w{n})" for n in range(len(words.wanted)))
    told += "".join(f" && !!phraseto_tsquery('english', :u{n})" for n in range(len(words.unwanted)))
    given = {f"w{n}": t for n, t in enumerate(words.wanted)} | {f"u{n}": t for n, t in enumerate(words.unwanted)}
    search = f"{table.name}.search"
    query = select(table.c.number, text(f"ts_rank({search}, {told}) AS score").bindparams(**given))
    query = query.where(text(f"{search} @@ ({told})").bindparams(**given))
    if within is not None:
        query = query.where(table.c.number.in_(within))
    newest = query.order_by(table.c.number.desc()).limit(RANKED).subquery()
    score: ColumnElement[float] = literal_column("score")
    best = select(newest.c.number, score).select_from(newest).order_by(desc(score), newest.c.number.desc()).limit(100)
    chosen = best.subquery()
    body = table.c.text if table is tables.articles else table.c.words
    options = f"StartSel={_OPEN}, StopSel={_CLOSE}, MaxWords=32, MinWords=12"
    excerpt = text(f"ts_headline('english', left({body.name}, 20000), {told}, :options) AS excerpt")
    found = select(table.c.number, excerpt.bindparams(options=options, **given), literal_column("score"))
    return found.join(chosen, chosen.c.number == table.c.number).order_by(desc(literal_column("score")))


def _pieces(excerpt: str) -> tuple[tuple[str, bool], ...]:
    """The text between the marks matched."""
    found = re.findall(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}|([^{_OPEN}]+)", excerpt)
    return tuple((hit or rest, bool(hit)) for hit, rest in found)
