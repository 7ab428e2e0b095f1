"""The minutes: records kept, joined, asked and ruled on. `compare` holds a few records together without a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .comparison import Change, Clash, Comparison, Entry, Matter, compare
from .disputing import Dispute, Side

if TYPE_CHECKING:
    from .answers import Filter
    from .store import Minutes

__all__ = ["Change", "Clash", "Comparison", "Dispute", "Entry", "Filter", "Matter", "Minutes", "Side", "compare"]


def __getattr__(name: str) -> object:
    """`Minutes` brings the database library with it, which comparing does without."""
    if name == "Filter":
        from .answers import Filter

        return Filter
    if name == "Minutes":
        from .store import Minutes

        return Minutes
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
