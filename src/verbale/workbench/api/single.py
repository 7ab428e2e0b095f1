"""One article, actor, question or meeting of the minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar, get_args

from fastapi import APIRouter, Depends, Path, Request, Response

from verbale.errors import NoSuchValue
from verbale.minutes import Minutes
from verbale.minutes.answers import MOST, Ahead, Filter, Known, Raised
from verbale.minutes.ruling import Join, Joined
from verbale.record import Reader, dumps

from .answering import Page, sliced, told
from .asked import EXAMPLE, Told, narrowed
from .door import JSON, Door

router = APIRouter(route_class=Door)
T = TypeVar("T")
Number = Annotated[int, Path(ge=1, le=2**31 - 1, description="Its number in the minutes.", examples=[1])]
Id = Annotated[Told, Path(min_length=1, max_length=300, description="Id of the article.", examples=[EXAMPLE])]


@dataclass(frozen=True, slots=True)
class Whole:
    """An article with its text.

    Attributes:
        id: Names the article.
        url: Where the article was published.
        headline: The headline, which is no part of the text.
        publisher: Who published it.
        published: Publication date, ISO 8601.
        language: Language of the text, ISO 639-1.
        text: The text exactly as read; every span counts Unicode code points into it.
        reader: What read the article.
    """

    id: str
    url: str | None
    headline: str | None
    publisher: str | None
    published: str | None
    language: str | None
    text: str
    reader: Reader


@router.get("/articles/{id:path}/record", tags=["articles"], operation_id="get_record")
def record(request: Request, id: Id) -> Response:
    """All that was read in an article, as the machine read it: what `verbale read --format json` prints."""
    minutes: Minutes = request.app.state.minutes
    return Response(dumps(minutes.record(id)), media_type=JSON)


@router.get("/articles/{id:path}", tags=["articles"], operation_id="get_article", response_model=Whole)
def article(request: Request, id: Id) -> Response:
    """An article with its text, to which all spans point."""
    minutes: Minutes = request.app.state.minutes
    record = minutes.record(id)
    own = record.article
    return told(Whole(id, own.url, own.headline, own.publisher, own.published, own.language, own.text, record.reader))


@router.get("/actors/{number:int}", tags=["actors"], operation_id="get_actor", response_model=Known)
def actor(request: Request, number: Number) -> Response:
    """An actor; the number of one that was merged gives the one that it was merged with."""
    minutes: Minutes = request.app.state.minutes
    return told(_only(minutes.actors(Filter(by=number, limit=1)), f"actor {number}"))


@router.get("/questions/{number:int}", tags=["questions"], operation_id="get_question", response_model=Raised)
def question(request: Request, number: Number) -> Response:
    """A question on which somebody stands."""
    minutes: Minutes = request.app.state.minutes
    return told(_only(minutes.questions(Filter(on=number, limit=1)), f"question {number}"))


@router.get("/meetings/{number:int}", tags=["meetings"], operation_id="get_meeting", response_model=Ahead)
def meeting(request: Request, number: Number) -> Response:
    """A meeting with the latest 1,000 accounts of who takes part in it, in the order in which they were told."""
    minutes: Minutes = request.app.state.minutes
    return told(_only(minutes.meetings(Filter(meeting=number, limit=1)), f"meeting {number}"))


def _only(found: Sequence[T], called: str) -> T:
    if not found:
        raise NoSuchValue(f"there is no {called}")
    return found[0]


def _joins(kind: Joined) -> None:
    """The joins of an actor, question or meeting, as an operation of its own."""

    @router.get(f"/{kind}s/{{number:int}}/joins", tags=[f"{kind}s"], operation_id=f"list_joins_of_{kind}",
                response_model=Page[Join])  # fmt: skip
    def joins(request: Request, number: Number, asked: Filter = Depends(narrowed())) -> Response:
        minutes: Minutes = request.app.state.minutes
        home = minutes.named(kind, number).number
        return sliced(request, asked, minutes.joins(kind, home, MOST))

    joins.__doc__ = f"What articles call this {kind}, and why each is taken for it, in the order in which they came."


for _kind in get_args(Joined):
    _joins(_kind)
