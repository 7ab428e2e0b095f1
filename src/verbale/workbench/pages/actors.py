"""Actors, and one with offices, statements, positions, meetings and conflicts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starlette.responses import RedirectResponse

from verbale.minutes import Minutes
from verbale.minutes.answers import Ahead, Company, Held, Known, Moved, Named, Opposed, Said, Standing

from .answering import page
from .asked import Asked
from .charting import Bars, bars
from .drawing import Drawing, by_question, draw
from .listing import cut_off


@dataclass(frozen=True, slots=True)
class Actors:
    actors: tuple[Known, ...]
    next: str | None


@page("/actors", "actors.html", narrows=("by", "country"), table="actors")
def actors(minutes: Minutes, asked: Asked) -> Actors:
    return Actors(*cut_off(minutes.actors(asked.more()), asked.filter.limit))


@dataclass(frozen=True, slots=True)
class Stance:
    """Where an actor stands on a question: the last position, those before, the latest first."""

    question: Named
    positions: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """`said`: statements month by month; `figure`: questions by days with its stances; both to be drawn."""

    actor: Known
    called: tuple[tuple[str, int], ...]
    offices: tuple[Held, ...]
    stances: tuple[Stance, ...]
    changes: tuple[Moved, ...]
    conflicts: tuple[Opposed, ...]
    company: tuple[Company, ...]
    meetings: tuple[Ahead, ...]
    said: Bars
    figure: Drawing
    statements: tuple[Said, ...]
    next: str | None


NARROWS = ("on", "since", "until", "stance", "quotation", "publisher", "layer", "copies")
FEW = 12
SAID = 25  # statements at a time
POSITIONS = 100


@page("/actors/{number:int}", "actor.html", narrows=NARROWS, table="statements")
def actor(minutes: Minutes, asked: Asked, number: int) -> Actor | RedirectResponse:
    home = minutes.named("actor", number)
    if home.number != number:
        return RedirectResponse(f"/actors/{home.number}", 301)
    own = replace(asked.filter, by=number, after=None)
    positions = minutes.positions(replace(own, limit=POSITIONS))
    few = replace(own, limit=FEW)
    said = minutes.statements(replace(own, limit=SAID + 1, after=asked.filter.after))
    return Actor(
        minutes.known(number), minutes.called("actor", number), minutes.offices(number), _stances(positions),
        tuple(minutes.changes(few, newest=800)), tuple(minutes.conflicts(few)), tuple(minutes.company(number, own)),
        tuple(minutes.meetings(few, parts=False)), bars(minutes.months(own)), draw(by_question(positions)),
        *cut_off(said, SAID),
    )  # fmt: skip


def _stances(positions: list[Standing]) -> tuple[Stance, ...]:
    """By question; the one spoken of last comes first."""
    held: dict[Named, list[Standing]] = {}
    for position in positions:
        held.setdefault(position.question, []).append(position)
    return tuple(Stance(question, tuple(own)) for question, own in held.items())
