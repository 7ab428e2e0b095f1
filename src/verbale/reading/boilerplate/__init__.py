"""Boilerplate: the lines of a text that are no part of its article.

    find_boilerplate(text, headline)   links and headlines of other stories, captions, credits, requests to subscribe
    find_bylines(text)                 "By Jane Doe", "Jane Doe, Geneva"; find_authors(text) only their names
    find_headings(text)                subheadings

Each gives spans in order, without overlap, in code points: lines without their line breaks and the spaces around
them. What a line is follows from its wording (lexicon/page_furniture.yaml) or from where it stands: a short line
without final punctuation between paragraphs that have it is a headline of another story, or a subheading if it is
very short. Texts that are no run of paragraphs (verse, transcripts, lists, lines without any punctuation) have no such
lines, and in texts broken at a column paragraphs stand for lines. When in doubt a line belongs to the article.

Nothing here raises. Time and memory are linear in the text.
"""

from __future__ import annotations

from functools import lru_cache

from verbale.record import Span

from .bylines import names_in
from .kinds import BOILERPLATE, Kind, kinds
from .lines import Unit, units

__all__ = ["find_authors", "find_boilerplate", "find_bylines", "find_headings"]


def find_boilerplate(text: str, headline: str | None = None) -> tuple[Span, ...]:
    """Lines that are no part of the article. The article's own headline is part of it."""
    return _spans(text, headline, BOILERPLATE)


def find_bylines(text: str) -> tuple[Span, ...]:
    """Lines that name the writer."""
    return _spans(text, None, frozenset({"byline"}))


def find_authors(text: str) -> tuple[Span, ...]:
    """The names in the lines that name the writer."""
    lines = find_bylines(text)
    return tuple(
        Span(line.start + a, line.start + b) for line in lines for a, b in names_in(text[line.start : line.end])
    )


def find_headings(text: str, headline: str | None = None) -> tuple[Span, ...]:
    """Subheadings within the article."""
    return _spans(text, headline, frozenset({"heading"}))


def _spans(text: str, headline: str | None, wanted: frozenset[Kind]) -> tuple[Span, ...]:
    return tuple(
        Span(line.start, line.end)
        for unit, kind in _sorted(text, headline)
        if kind in wanted
        for line in unit.lines
    )


@lru_cache(maxsize=2)  # the three questions above are asked of one text after another
def _sorted(text: str, headline: str | None) -> tuple[tuple[Unit, Kind], ...]:
    found = units(text)
    return tuple(zip(found, kinds(found, headline), strict=True))
