"""Accounts, tokens and the audit log as a table for eyes, as JSON and as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, cast

from verbale.minutes.accounts import Entry, Token, User

from .asked import as_csv, as_json
from .text import BOLD, DIM, safe, styled

Row = User | Token | Entry


def written(rows: Sequence[Row], form: str, color: bool = False) -> str:
    """The rows as "text", "json" or "csv"."""
    if form == "text":
        return as_table(rows, color)
    known = cast(Any, rows)
    return as_json(known) if form == "json" else as_csv(known)


def as_table(rows: Sequence[Row], color: bool = False) -> str:
    """A line each under the names of the columns; a dash where there is nothing."""
    if not rows:
        return styled("Nothing was found.", DIM, color) + "\n"
    told = [{name: "-" if value is None else safe(str(value)) for name, value in asdict(row).items()} for row in rows]
    wide = {name: max(len(name), *(len(row[name]) for row in told)) for name in told[0]}
    head = "  ".join(name.ljust(width) for name, width in wide.items()).rstrip()
    lines = ["  ".join(row[name].ljust(width) for name, width in wide.items()).rstrip() for row in told]
    return "\n".join([styled(head, BOLD, color), *lines]) + "\n"
