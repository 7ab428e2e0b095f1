"""What somebody may be called, and what they may be."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, get_args

from verbale.errors import AccountError

from ..joining import plain

Role = Literal["reader", "reviewer", "editor"]
ROLES: tuple[Role, ...] = get_args(Role)  # each may do what those before it may
LONGEST = 64  # characters of a name
_NAME = re.compile(r"[^\W\d_][\w.@'’-]*(?: [\w.@'’-]+)*")
_TAKEN = ("local",)  # whose the rulings are where no accounts are asked for


def checked_name(name: str) -> str:
    """The name in Unicode's composed form. Raises AccountError for one that is empty, too long or no name."""
    composed = unicodedata.normalize("NFC", name.strip())
    if not composed:
        raise AccountError("a name is needed", "Give one such as ann or ann.berg@gazette.example.")
    if len(composed) > LONGEST or not _NAME.fullmatch(composed) or key(composed) in _TAKEN:
        problem = f"{composed[:LONGEST]!r} cannot be a name"
        raise AccountError(
            problem, f"It begins with a letter, has {LONGEST} characters at most, letters, digits, "
            "single spaces and . @ - _ ' only, and is not 'local'.")  # fmt: skip
    return composed


def key(name: str) -> str:
    """What tells names apart: without regard to capitals and to forms of the same letter."""
    return unicodedata.normalize("NFKC", plain(name.strip())).casefold()


def checked_role(role: str) -> Role:
    """Raises AccountError for a role that there is not."""
    if role not in ROLES:
        raise AccountError(f"there is no role {role!r}", f"It is one of {', '.join(ROLES)}.")
    return role


def lesser(one: str, other: str | None) -> Role:
    """The role that may less; where there is no other, the one."""
    return min(checked_role(one), checked_role(other or one), key=ROLES.index)
