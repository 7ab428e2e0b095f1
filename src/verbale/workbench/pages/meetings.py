"""Meetings, and one with the ledger of who takes part, how far that has come, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starlette.responses import RedirectResponse

from verbale.minutes import Minutes
from verbale.minutes.answers import Ahead, Clash, Named, Part

from .answering import page
from .asked import Asked
from .drawing import Drawing, by_part, draw
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
    """`figure`: actors by days, with how far each part had come, to be drawn."""

    meeting: Ahead
    called: tuple[tuple[str, int], ...]
    figure: Drawing
    ledger: tuple[Taking, ...]
    clashes: tuple[Clash, ...]
    next: str | None

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(part for taking in self.ledger for part in taking.told)


TOLD = 200  # accounts at a time


@page("/meetings/{number:int}", "meeting.html", narrows=("publisher", "layer", "copies"), table="parts")
def meeting(minutes: Minutes, asked: Asked, number: int) -> Meeting | RedirectResponse:
    home = minutes.named("meeting", number)
    if home.number != number:
        return RedirectResponse(f"/meetings/{home.number}", 301)
    own = replace(asked.filter, meeting=number, after=None, limit=100)
    (found,) = minutes.meetings(own, parts=False)
    told, following = cut_off(minutes.participation(replace(own, limit=TOLD + 1, after=asked.filter.after)), TOLD)
    ledger: dict[Named, list[Part]] = {}
    for part in told[::-1]:
        ledger.setdefault(part.actor, []).append(part)
    takings = tuple(Taking(actor, parts[-1].role, parts[-1].status, tuple(parts)) for actor, parts in ledger.items())
    clashes = minutes.clashes(own) if asked.filter.after is None else ()
    return Meeting(found, minutes.called("meeting", number), draw(by_part(told)), takings, tuple(clashes), following)
