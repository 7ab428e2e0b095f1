"""What cannot stand together: opposite positions, accounts that exclude each other, denials, changes of mind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.record import Conflict, Meeting, Note, Position

from ..stance import Found
from .accounts import of_days, of_meetings
from .changes import changes
from .deeds import deeds_told
from .denials import denials
from .figures import figures
from .positions import opposite, untold
from .sides import Words
from .versions import versions

MOST = 100  # pairs of accounts that are told of one article


def find_conflicts(
    words: Words, found: Sequence[Found], positions: Sequence[Position], meetings: Sequence[Meeting],
    days: Sequence[tuple[int, int]] = (),
) -> tuple[tuple[Conflict, ...], tuple[Note, ...]]:
    """Conflicts C1, C2, ...: positions first, then accounts, denials and changes; a note where some are left out.

    `days` are pairs of tokens by which two speakers tell different days of one meeting. Two sides that differ over one
    matter are told once: what one denies of the other is no account beside.
    """
    accounts = _once([*of_meetings(meetings), *denials(words), *versions(words), *figures(words), *deeds_told(words),
                      *of_days(words, days)])
    told = [*opposite(found, positions, words.actors), *accounts[:MOST], *changes(words, found, positions)]
    kept: dict[tuple[str, frozenset[str], str | None], Conflict] = {}
    for each in told:
        kept.setdefault((each.kind, frozenset(each.between), each.question), each)
    changed = {each.between for each in kept.values() if each.kind == "change" and each.question is not None}
    some = [c for c in kept.values() if c.kind != "change" or c.question is not None or c.between not in changed]
    return tuple(replace(c, id=f"C{n}") for n, c in enumerate(some, 1)), tuple(_left_out(len(accounts)))


def _left_out(count: int) -> Iterator[Note]:
    if count > MOST:
        message = f"{count} pairs of accounts exclude each other: the first {MOST} are listed as conflicts."
        yield Note("conflicts-left-out", None, message)


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
