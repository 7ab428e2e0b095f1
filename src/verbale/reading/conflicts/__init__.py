"""What cannot stand together: opposite positions, accounts that exclude each other, denials, changes of mind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.record import Conflict, Meeting, Position

from ..stance import Found
from .accounts import of_meetings
from .changes import changes
from .deeds import deeds_told
from .denials import denials
from .figures import figures
from .positions import opposite, untold
from .sides import Words
from .versions import versions


def find_conflicts(
    words: Words, found: Sequence[Found], positions: Sequence[Position], meetings: Sequence[Meeting]
) -> tuple[Conflict, ...]:
    """Conflicts C1, C2, ...: positions first, then accounts, denials and changes.

    Two sides that differ over one matter are told once: what one denies of the other is no account beside.
    """
    accounts = [*of_meetings(meetings), *denials(words), *versions(words), *figures(words), *deeds_told(words)]
    told = [*opposite(found, positions, words.actors), *_once(accounts), *changes(words, found, positions)]
    kept: dict[tuple[str, frozenset[str], str | None], Conflict] = {}
    for each in told:
        kept.setdefault((each.kind, frozenset(each.between), each.question), each)
    changed = {each.between for each in kept.values() if each.kind == "change" and each.question is not None}
    some = [c for c in kept.values() if c.kind != "change" or c.question is not None or c.between not in changed]
    return tuple(replace(c, id=f"C{n}") for n, c in enumerate(some, 1))


def _once(accounts: Sequence[Conflict]) -> list[Conflict]:
    kept: dict[frozenset[str], Conflict] = {}
    denied: set[tuple[str, ...]] = set()
    for each in accounts:
        twice = each.kind == "denial" and each.evidence[1] in denied  # "X denied this. 'Not so,' a spokesman said."
        if not twice:
            kept.setdefault(frozenset(each.between), each)
        if each.evidence[1]:
            denied.add(each.evidence[1])
    return list(kept.values())


__all__ = ["Words", "find_conflicts", "untold"]
