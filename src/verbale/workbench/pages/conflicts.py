"""What cannot stand together: within articles, between articles, and between what somebody said before and after."""

from __future__ import annotations

from dataclasses import dataclass, replace

from verbale.minutes import Minutes
from verbale.minutes.answers import Clash, Moved, Opposed

from .answering import page
from .asked import Asked
from .listing import cut_off
from .today import NEWEST


@dataclass(frozen=True, slots=True)
class Conflicts:
    conflicts: tuple[Opposed, ...]
    next: str | None
    clashes: tuple[Clash, ...]
    changes: tuple[Moved, ...]


NARROWS = ("on", "by", "country", "since", "until", "publisher", "layer", "copies")


@page("/conflicts", "conflicts.html", narrows=NARROWS, table="conflicts")
def conflicts(minutes: Minutes, asked: Asked) -> Conflicts:
    found = cut_off(minutes.conflicts(asked.more()), asked.filter.limit)
    few = replace(asked.filter, limit=20, after=None)
    first = asked.filter.after is None
    return Conflicts(
        *found, tuple(minutes.clashes(few)) if first else (),
        tuple(minutes.changes(few, newest=NEWEST)) if first else (),
    )  # fmt: skip
