"""Which statuses of one actor's part in one meeting cannot both be true."""

from __future__ import annotations

from verbale.record.values import Status

_EXCLUDES: dict[Status, frozenset[Status]] = {
    "not invited": frozenset({"invited", "agreed", "accepted", "confirmed"}),
    "declined": frozenset({"accepted", "attended", "confirmed"}),
    "withdrawn": frozenset({"accepted", "attended"}),
}


def excludes(a: Status, b: Status) -> bool:
    """Whether two accounts contradict each other; an invitation and its acceptance, say, do not."""
    return b in _EXCLUDES.get(a, ()) or a in _EXCLUDES.get(b, ())
