"""Articles as reviewers leave them, for training and measuring."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeVar

from verbale.errors import OutputError
from verbale.minutes.answers import MOST, Ahead, Cast, Filter, Opposed, Part, Said, Standing
from verbale.minutes.asking import cursor
from verbale.minutes.store import Minutes
from verbale.record import Article

Form = Literal["brat", "answers"]
_T = TypeVar("_T", Said, Standing, Opposed, Part)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An article with its values as ruled. `whole`: every statement that is shown in it has been ruled on."""

    name: str
    article: Article
    statements: tuple[Said, ...]
    positions: tuple[Standing, ...]
    meetings: tuple[Ahead, ...]
    conflicts: tuple[Opposed, ...]
    cast: tuple[Cast, ...]
    whole: bool

    def words(self, spans: Sequence[Sequence[int]]) -> list[str]:
        """The exact characters of each span."""
        return [self.article.text[start:end] for start, end in spans]


def reviewed(minutes: Minutes) -> Iterator[Reviewed]:
    """The articles with statements that were ruled on, in the order in which they were added."""
    taken: set[str] = set()
    for record in minutes.records(minutes.ruled_on("statement")):
        article, asked = record.article, Filter(article=record.article.id, copies=True, limit=MOST)
        said = sorted(_all(minutes.statements, asked), key=lambda s: s.spans["content"])
        positions, conflicts = (tuple(_all(ask, asked)) for ask in (minutes.positions, minutes.conflicts))
        parts = _all(minutes.participation, asked)
        ahead = tuple(
            replace(minutes.meetings(Filter(meeting=n), parts=False)[0], parts=own) for n, own in _by_meeting(parts)
        )
        name = file_name(article.id, taken)
        whole = all(s.ruled is not None for s in said)
        cast = minutes.article(article.id).cast
        yield Reviewed(name, article, tuple(said), positions, ahead, conflicts, cast, whole)


def _by_meeting(parts: Sequence[Part]) -> Iterator[tuple[int, tuple[Part, ...]]]:
    for number in dict.fromkeys(part.meeting.number for part in parts):
        yield number, tuple(part for part in parts if part.meeting.number == number)


def _all(ask: Callable[[Filter], list[_T]], asked: Filter) -> list[_T]:
    some = found = ask(asked)
    while len(some) == asked.limit:
        some = ask(replace(asked, after=cursor(some[-1])))
        found = found + some
    return found


def file_name(article: str, taken: set[str]) -> str:
    """A file's name for an article's id; adds it to those taken."""
    plain = re.sub(r"[^A-Za-z0-9.-]+", "-", article).strip(".-")[:100] or "article"
    name, number = plain, 1
    while name in taken:
        number += 1
        name = f"{plain}-{number}"
    taken.add(name)
    return name


def export(minutes: Minutes, form: Form, out: Path, *, partly: bool = False) -> tuple[int, int]:
    """Write the articles whose statements have all been ruled on, `partly`: any of them, to a folder.

    Gives how many were written, and how many were left out. Raises OutputError.
    """
    from . import answers, brat

    write = {"brat": brat.write, "answers": answers.write}[form]
    counts = [0, 0]
    try:
        out.mkdir(parents=True, exist_ok=True)
        for each in reviewed(minutes):
            chosen = each.whole or partly
            counts[not chosen] += 1
            if chosen:
                write(each, out)
    except OSError as error:
        raise OutputError(f"{out}: {error.strerror or error}") from error
    return counts[0], counts[1]
