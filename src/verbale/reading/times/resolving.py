"""From the pieces of an expression to its value.

Each rule takes the named pieces and an `Anchor` and gives (value, kind); the value is null where it is relative and
there is no publication date, or relative to something else than publication ("three weeks later").
"""

from __future__ import annotations

from .calendar import Anchor
from .days import DAYS
from .pieces import Pieces, Resolved, Rule
from .stretches import STRETCHES
from .values import Kind


def resolve_pieces(rule: str, pieces: Pieces, anchor: Anchor) -> Resolved:
    """The value and kind of an expression that matched a rule. Dates that no calendar has get a null value."""
    try:
        return _RULES[rule](pieces, anchor)
    except (ValueError, OverflowError):
        return None, _KINDS.get(rule, "date")


def _always(kind: Kind) -> Rule:
    return lambda pieces, anchor: (None, kind)


_KINDS: dict[str, Kind] = {"month": "month", "year": "year", "quarter": "quarter", "unit": "year", "season": "season"}
_RULES: dict[str, Rule] = (
    DAYS
    | STRETCHES
    | {
        "span": _always("time"),
        "other_day": _always("date"),
        "duration": _always("duration"),
        "every": _always("set"),
    }
)
