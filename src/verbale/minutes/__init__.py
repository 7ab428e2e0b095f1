"""Several records together: the same actors and questions in them joined, and what changes from one to the next."""

from __future__ import annotations

from .comparison import Change, Clash, Comparison, Entry, Matter, compare

__all__ = ["Change", "Clash", "Comparison", "Entry", "Matter", "compare"]
