"""One part in one meeting, told by two in ways that exclude each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from verbale.record import Conflict, Meeting, Participation, excludes

from .sides import Words

_COMING = frozenset({"invitee", "party", "observer"})


def _is_one_part(a: Participation, b: Participation) -> bool:
    return a.actor == b.actor and (a.role == b.role or {a.role, b.role} <= _COMING)


def of_meetings(meetings: Iterable[Meeting]) -> Iterator[Conflict]:
    """Accounts of one actor's part, each according to somebody else."""
    for meeting in meetings:
        for a, b in combinations(meeting.participation, 2):
            told_by_two = _is_one_part(a, b) and a.according_to != b.according_to
            if told_by_two and excludes(a.status, b.status):
                between = tuple(p.according_to or p.actor for p in (a, b))
                if between[0] != between[1]:
                    yield Conflict("", "account", between, None, (a.evidence, b.evidence))


def of_days(words: Words, days: Iterable[tuple[int, int]]) -> Iterator[Conflict]:
    """Two speakers who tell different days of one meeting."""
    for one, other in days:
        a, b = words.spoken.content[one], words.spoken.content[other]
        if a is not None and b is not None:
            made = words.conflict("account", a.speaker, b.speaker, ((a.id,), (b.id,)))
            if made is not None:
                yield made
