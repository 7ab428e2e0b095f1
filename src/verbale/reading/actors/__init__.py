"""Who is who in an article: names, offices, states that act, pronouns and descriptions."""

from __future__ import annotations

from .cast import Cast, find_actors

__all__ = ["Cast", "find_actors"]
