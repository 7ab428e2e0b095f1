"""Small records of invented articles, to score."""

from __future__ import annotations

from verbale.record import Actor, Article, Reader, Record, Span, Statement


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where the words stand for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def record(text: str, actors: tuple[Actor, ...] = (), statements: tuple[Statement, ...] = ()) -> Record:
    return Record(
        reader=Reader("0", "none"), article=Article(text=text), actors=actors, statements=statements
    )
