"""The minutes in the browser: pages, the same as JSON and CSV, and REST under /api/v1. Needs verbale[workbench]."""

from __future__ import annotations

from .serving import serve

__all__ = ["serve"]
