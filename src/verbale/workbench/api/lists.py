"""What the minutes hold, as lists: the same filters as on the command line, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from fastapi import APIRouter, Depends, Request, Response

from verbale.minutes import Minutes
from verbale.minutes.answers import (
    MOST,
    Ahead,
    Clash,
    Deed,
    Filter,
    Known,
    Listed,
    Moved,
    Opposed,
    Part,
    Raised,
    Said,
    Standing,
)
from verbale.minutes.asking import cursor

from .answering import Page, paged, sliced
from .asked import narrowed
from .door import Door

router = APIRouter(route_class=Door)


@dataclass(frozen=True, slots=True)
class Talks:
    """A meeting of the minutes. Who takes part in it stands in the meeting itself, and in the list of participation.

    Attributes:
        number: Its number in the minutes.
        name: What articles call it.
        date: When it is held, ISO 8601, as coarse as the articles tell.
        place: Where it is held.
        articles: How many articles tell of it.
    """

    number: int
    name: str
    date: str | None
    place: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A list: how the minutes are asked for it, by which fields of a filter, what it holds, what is said of it, and
    how what the minutes answer becomes what it holds."""

    name: str
    ask: Callable[[Minutes, Filter], Sequence[Any]]
    fields: tuple[str, ...]
    of: Any
    about: str
    show: Callable[[Sequence[Any]], Sequence[Any]] = tuple


def _talks(meetings: Sequence[Ahead]) -> list[Talks]:
    return [Talks(m.number, m.name, m.date, m.place, m.articles) for m in meetings]


ABOUT = ("on", "by", "since", "until", "publisher", "country", "article", "layer", "copies")
OFFERS = (
    Offer("articles", Minutes.articles, ("on", "by", "meeting", "since", "until", "publisher", "country", "copies"),
          Listed, "Articles, the latest published first; `on`, `by` and `meeting`: those that tell of them."),
    Offer("statements", Minutes.statements, (*ABOUT, "stance", "quotation", "meeting"),
          Said, "What was said, by whom, in which words; the latest first."),
    Offer("positions", Minutes.positions, (*ABOUT, "stance"),
          Standing, "Where actors stand, and on whose word; the latest first."),
    Offer("actors", Minutes.actors, ("by", "country"),
          Known, "Who speaks and acts; those in the most articles first."),
    Offer("questions", Minutes.questions, ("on",),
          Raised, "The questions on which somebody stands somewhere; those with the most positions first."),
    Offer("meetings", partial(Minutes.meetings, parts=False), ("meeting", "by", "since", "until", "country"),
          Talks, "Talks, summits, hearings; the last ones first, those without a date at the end.", _talks),
    Offer("participation", Minutes.participation, tuple(f for f in ("meeting", *ABOUT) if f != "on"),
          Part, "Who takes part in which meeting, as what, and on whose word; the latest account first."),
    Offer("conflicts", Minutes.conflicts, ABOUT,
          Opposed, "What cannot stand together within one article; the latest first."),
    Offer("changes", Minutes.changes, (*ABOUT, "stance"),
          Moved, "Who has moved: stances that differ from the actor's own in an earlier article; the latest first."),
    Offer("events", Minutes.events, tuple(f for f in ABOUT if f != "on"),
          Deed, "Who did what to whom; the latest first."),
)  # fmt: skip


def _endpoint(offer: Offer) -> Callable[..., Response]:
    def answer(request: Request, asked: Filter = Depends(narrowed(*offer.fields))) -> Response:
        minutes: Minutes = request.app.state.minutes
        return paged(request, asked, lambda narrow: offer.ask(minutes, narrow), cursor, offer.show)

    return answer


for _offer in OFFERS:
    router.add_api_route(
        f"/{_offer.name}", _endpoint(_offer), operation_id=f"list_{_offer.name}", tags=[_offer.name],
        description=_offer.about, response_model=Page[_offer.of],  # type: ignore[name-defined]
    )  # fmt: skip


@router.get("/clashes", tags=["participation"], operation_id="list_clashes", response_model=Page[Clash])
def clashes(
    request: Request,
    asked: Filter = Depends(narrowed("meeting", "by", "country", "publisher", "layer", "copies")),
) -> Response:
    """Accounts of different articles on one part in one meeting that exclude each other; the latest 1,000 at most."""
    minutes: Minutes = request.app.state.minutes
    return sliced(request, asked, minutes.clashes(replace(asked, after=None, limit=MOST)))
