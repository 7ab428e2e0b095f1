"""What is new: the latest statements, changes and conflicts, the meetings ahead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from verbale.minutes import Minutes
from verbale.minutes.answers import Ahead, Clash, Listed, Moved, Opposed, Said

from .answering import page
from .asked import Asked

NEWEST = 1200  # positions that are looked at for changes
TOLD = 400  # accounts of meetings that are looked at for some that exclude each other
NARROWS = ("by", "country", "publisher", "layer")


@dataclass(frozen=True, slots=True)
class Today:
    day: str
    articles: int
    added: tuple[Listed, ...]
    statements: tuple[Said, ...]
    changes: tuple[Moved, ...]
    conflicts: tuple[Opposed, ...]
    clashes: tuple[Clash, ...]
    ahead: tuple[Ahead, ...]


@page("/", "today.html", narrows=NARROWS, root="/today")
def today(minutes: Minutes, asked: Asked) -> Today:
    day = datetime.now(UTC).date().isoformat()
    some, few = replace(asked.filter, limit=12), replace(asked.filter, limit=5)
    return Today(
        day, len(minutes), tuple(minutes.added(5)), tuple(minutes.statements(some)),
        tuple(minutes.changes(few, newest=NEWEST)), tuple(minutes.conflicts(few)),
        tuple(minutes.clashes(few, newest=TOLD)), tuple(minutes.ahead(day, 8)),
    )  # fmt: skip
