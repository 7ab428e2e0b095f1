"""How likely a participation is right, learned: `python -m training.seats`; prints lexicon/seat_trust.yaml.

Like training.positions: from our articles with answers, and from marked ones that the branch has not been trained on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from unittest.mock import patch

import verbale
from benchmarks.positions import Check
from verbale.reading.talks import participation, trusting
from verbale.reading.talks.draft import Draft
from verbale.reading.talks.seats import Seat

from .positions import print_weights, weight_of
from .trust import Read, Seen

Noted = tuple[Draft, Seat, trusting.Features]


def noted(checks: Iterable[Check]) -> Iterator[Read]:
    """Every article with all its seats, none left out, and what each is made of."""
    found: list[Noted] = []

    def keep(tree: Any, seats: Sequence[Seat], drafts: Sequence[Draft], actors: Any) -> list[Seat]:
        trust = trusting.SeatTrust(tree, seats, drafts, actors)
        found.extend((drafts[seat.meeting], seat, trust.features(seat)) for seat in seats)
        return list(seats)

    with patch.object(participation, "trusted", keep):
        for check in checks:
            yield _held_against(check, found)
            found.clear()


def _held_against(check: Check, found: Sequence[Noted]) -> Read:
    asked = [{**p, "meeting": m} for m in check.answers.listed("meetings") for p in m.get("participation", [])]
    firm = frozenset(n for n, w in enumerate(asked) if not w.get("optional"))
    seen = []
    for draft, seat, features in found:
        meeting = next((m for m in check.record.meetings if m.mentions == tuple(draft.spans)), None)
        part = meeting and next((p for p in meeting.participation if _is(p, seat)), None)
        if meeting is not None and part is not None:
            alike = frozenset(n for n, w in enumerate(asked) if check._participation(w, (meeting, part)))
            seen.append(Seen(dict(features), alike & firm, bool(alike)))
    return Read(check.answers.name, tuple(seen), len(firm), weight_of(check))


def _is(part: verbale.Participation, seat: Seat) -> bool:
    return (part.actor, part.role, part.status) == (seat.actor, seat.role, seat.status)


if __name__ == "__main__":
    print_weights(__doc__, noted, 0.25, 0.6)
