"""Meetings, and one with the ledger of who takes part, how far that has come, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starlette.responses import RedirectResponse

from verbale.minutes import Minutes
from verbale.minutes.answers import Ahead, Clash, Named, Part

from .answering import page
from .asked import Asked
from .listing import cut_off


@dataclass(frozen=True, slots=True)
class Meetings:
    meetings: tuple[Ahead, ...]
    next: str | None


NARROWS = ("meeting", "by", "country", "since", "until", "copies")


@page("/meetings", "meetings.html", narrows=NARROWS, table="meetings")
def meetings(minutes: Minutes, asked: Asked) -> Meetings:
    return Meetings(*cut_off(minutes.meetings(asked.more(), parts=False), asked.filter.limit))


@dataclass(frozen=True, slots=True)
class Taking:
    """An actor's part in a meeting, as one article after the other tells it; `status` is what the last one says."""

    actor: Named
    role: str
    status: str
    told: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    meeting: Ahead
    called: tuple[tuple[str, int], ...]
    ledger: tuple[Taking, ...]
    clashes: tuple[Clash, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(part for taking in self.ledger for part in taking.told)


@page("/meetings/{number:int}", "meeting.html", narrows=("publisher", "layer", "copies"), table="parts")
def meeting(minutes: Minutes, asked: Asked, number: int) -> Meeting | RedirectResponse:
    home = minutes.named("meeting", number)
    if home.number != number:
        return RedirectResponse(f"/meetings/{home.number}", 301)
    own = replace(asked.filter, meeting=number, after=None, limit=100)
    (found,) = minutes.meetings(own)
    ledger: dict[Named, list[Part]] = {}
    for part in found.parts:
        ledger.setdefault(part.actor, []).append(part)
    takings = tuple(Taking(a, told[-1].role, told[-1].status, tuple(told)) for a, told in ledger.items())
    return Meeting(replace(found, parts=()), minutes.called("meeting", number), takings, tuple(minutes.clashes(own)))
