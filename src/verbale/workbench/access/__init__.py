"""Who may come in: log-in and log-out, sessions, tokens, and the sealed token that every form carries."""

from __future__ import annotations

from .settings import Settings

__all__ = ["Settings"]
