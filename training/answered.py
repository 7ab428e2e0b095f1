"""Our marked articles as answers: what a record of theirs is held against."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.answers import Answers
from benchmarks.positions import Check

from .marked import Chars, Marked, read

APART = 10  # one article in so many is kept out of the training of the branch
PRONOUNS = frozenset("he she it they we i you him her them us this that those who".split())


def is_apart(name: str) -> bool:
    """Whether an article is kept out of training, by its name."""
    return zlib.crc32(name.encode()) % APART == 0


def apart(folder: Path) -> Iterator[Marked]:
    """The articles that the branch has not been trained on."""
    return (article for article in read(folder) if is_apart(article.name))


def answers(article: Marked) -> Answers:
    """Questions, positions and meetings of an article; actors go by their letters."""
    questions: dict[str, list[str]] = {}
    positions: dict[tuple[str, str, str], None] = {}
    for mark in article.of("question"):
        questions.setdefault(mark.key, []).append(article.text[slice(*mark.span)])
        positions.update(dict.fromkeys((actor, mark.key, stance) for actor, stance in mark.leanings))
    named = set(_named(article))
    asked: dict[str, Any] = {
        "questions": [{"id": n, "label": max(told, key=len), "wordings": told} for n, told in questions.items()],
        "positions": [
            {"actor": a, "question": q, "stance": s, **({} if a in named else {"optional": True})}
            for a, q, s in positions
        ],
        "meetings": [*_meetings(article, named)],
    }
    return Answers(article.name, article.text, asked)


def _named(article: Marked) -> Iterator[str]:
    """The actors whom the article names at least once with more than a pronoun."""
    for mark in article.of("actor"):
        if article.text[slice(*mark.span)].lower() not in PRONOUNS:
            yield mark.key


def _meetings(article: Marked, named: set[str]) -> Iterator[dict[str, Any]]:
    called: dict[str, list[str]] = {}
    for mark in article.of("meeting"):
        called.setdefault(mark.key, []).append(article.text[slice(*mark.span)])
    for number, names in called.items():
        seats = ((m.key, *part) for m in article.of("actor") for part in m.parts)
        parts = {(actor, role, status): None for actor, status, role, at in seats if at == number}
        yield {
            "name": max(names, key=len), "also_called": names,
            "participation": [
                {"actor": a, "role": r, "status": s, **({} if a in named else {"optional": True})} for a, r, s in parts
            ],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class MarkedCheck(Check):
    """Holds a record against the marks; an actor is the one whose mention a mark is."""

    article: Marked = field(default_factory=lambda: Marked(""))

    def _is(self, id_: str | None, name: str | None) -> bool:
        actor = next((a for a in self.record.actors if a.id == id_), None)
        if actor is None or name is None:
            return False
        marks = [m.span for m in self.article.of("actor") if m.key == name]
        return any(_is_same((s.start, s.end), mark) for s in actor.mentions for mark in marks)


def _is_same(mention: Chars, mark: Chars) -> bool:
    shared = min(mention[1], mark[1]) - max(mention[0], mark[0])
    return shared > 0 and (2 * shared >= mark[1] - mark[0] or mention[1] == mark[1])


__all__: Sequence[str] = ("MarkedCheck", "answers", "apart", "is_apart")
