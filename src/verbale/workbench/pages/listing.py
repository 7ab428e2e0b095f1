"""Values in pages of a list, with the way to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from verbale.minutes.asking import cursor

_T = TypeVar("_T")


def cut_off(found: Sequence[_T], limit: int) -> tuple[tuple[_T, ...], str | None]:
    """So many values, and the cursor of the next page if there are more."""
    last: Any = found[limit - 1] if len(found) > limit else None
    return tuple(found[:limit]), cursor(last) if last is not None else None
