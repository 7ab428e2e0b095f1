"""Full-text search over articles and statements; `matching` says how words are looked up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, select

from . import tables, telling
from .answers import Facet, Filter, Said, Source
from .asking import Asking
from .choosing import stated
from .facets import facets
from .layering import of_article, whole, within
from .matching import Words, excerpts, parse, ranked

What = Literal["statements", "articles"]


@dataclass(frozen=True, slots=True)
class Hit:
    """What a search found: an article, or a statement in it.

    Attributes:
        article: The article.
        statement: The statement; null where articles were searched.
        excerpt: Pieces of its text, each with whether it matches.
    """

    article: Source
    statement: Said | None
    excerpt: tuple[tuple[str, bool], ...]


class Searching(Asking):
    """Searching the minutes by words."""

    def search(self, words: str, asked: Filter = Filter(), what: What = "statements") -> list[Hit]:
        """The best matches, of the newest 2,000 where there are more. Raises BadQuery."""
        parsed = parse(words)
        with self.database.reading() as connection:
            if what == "articles":
                return self._articles_with(connection, parsed, asked)
            return self._hits(connection, parsed, self._matching(connection, parsed, asked)[: asked.limit], asked)

    def matching(self, words: str, asked: Filter = Filter()) -> list[int]:
        """Numbers of the statements that match, the best first; of the newest 2,000 where there are more."""
        parsed = parse(words)
        with self.database.reading() as connection:
            return self._matching(connection, parsed, asked)

    def hits(self, words: str, numbers: Sequence[int], asked: Filter = Filter()) -> list[Hit]:
        """The statements of these numbers, each with an excerpt that shows the words."""
        parsed = parse(words)
        with self.database.reading() as connection:
            return self._hits(connection, parsed, numbers, asked)

    def facets(self, numbers: Sequence[int]) -> tuple[Facet, ...]:
        """How the statements of these numbers can be narrowed further."""
        with self.database.reading() as connection:
            return facets(connection, numbers)

    def _matching(self, connection: Connection, words: Words, asked: Filter) -> list[int]:
        return ranked(connection, tables.statements, words, stated(connection, asked)[0])

    def _hits(self, connection: Connection, words: Words, numbers: Sequence[int], asked: Filter) -> list[Hit]:
        s = tables.statements
        rows = whole(connection, "statement", s, numbers, asked)
        said = {each.number: each for each in telling.statements(connection, rows)}
        shown = excerpts(connection, s, words, numbers)
        return [Hit(said[n].article, said[n], shown.get(n, ())) for n in numbers if n in said]

    def _articles_with(self, connection: Connection, words: Words, asked: Filter) -> list[Hit]:
        a = tables.articles.c
        own = within(select(a.number).where(*of_article(asked, a.number)), a.published, asked)
        numbers = ranked(connection, tables.articles, words, own)[: asked.limit]
        rows = select(a.number, a.id, a.publisher, a.published, a.headline).where(a.number.in_(numbers))
        known = {row.number: Source(*row[1:]) for row in connection.execute(rows)}
        shown = excerpts(connection, tables.articles, words, numbers)
        return [Hit(known[n], None, shown.get(n, ())) for n in numbers]
