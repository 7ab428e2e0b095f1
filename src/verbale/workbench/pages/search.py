"""Statements by their words, and by everything else that can be asked of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from verbale.errors import BadQuery
from verbale.minutes import Minutes
from verbale.minutes.answers import Facet, Said
from verbale.minutes.asking import cursor

from .answering import page
from .asked import Asked

COUNTED = 500  # statements that facets are counted over, the first found
NARROWS = ("by", "country", "on", "stance", "meeting", "publisher", "since", "until", "quotation", "layer", "copies")


@dataclass(frozen=True, slots=True)
class Found:
    """A statement, and pieces of its words with whether each is what was searched for."""

    statement: Said
    excerpt: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Search:
    """`count`: how many were found, None where it is not counted; `counted`: over how many the facets are."""

    words: str
    count: int | None
    counted: int
    found: tuple[Found, ...]
    facets: tuple[Facet, ...]
    next: str | None

    @property
    def statements(self) -> tuple[Said, ...]:
        return tuple(each.statement for each in self.found)


@page("/search", "search.html", narrows=NARROWS, also=("q",), table="statements")
def search(minutes: Minutes, asked: Asked) -> Search:
    return _by_words(minutes, asked) if asked.words else _by_filter(minutes, asked)


def _by_words(minutes: Minutes, asked: Asked) -> Search:
    """The best first; the cursor counts those before."""
    numbers = minutes.matching(asked.words, replace(asked.filter, after=None))
    start, limit = _start(asked.filter.after), asked.filter.limit
    hits = minutes.hits(asked.words, numbers[start : start + limit], asked.filter)
    found = tuple(Found(hit.statement, hit.excerpt) for hit in hits if hit.statement is not None)
    counted = numbers[:COUNTED]
    following = str(start + limit) if len(numbers) > start + limit else None
    return Search(asked.words, len(numbers), len(counted), found, minutes.facets(counted), following)


def _by_filter(minutes: Minutes, asked: Asked) -> Search:
    """The latest first."""
    limit = asked.filter.limit
    shown = minutes.statements(asked.more())
    found = tuple(Found(said, ((said.words, False),)) for said in shown[:limit])
    numbers = [said.number for said in shown[:limit]]
    following = cursor(shown[limit - 1]) if len(shown) > limit else None
    return Search("", None, len(numbers), found, minutes.facets(numbers), following)


def _start(after: str | None) -> int:
    if after is None:
        return 0
    if not (after.isascii() and after.isdigit() and len(after) < 6):
        raise BadQuery(f"'{after}' is no cursor", "Give the one that came with the answer before.")
    return int(after)
