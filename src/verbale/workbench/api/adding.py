"""Articles read and kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Body, Depends, Request, Response
from starlette.concurrency import run_in_threadpool

from verbale.flow import add_text, read_text
from verbale.minutes import Minutes
from verbale.minutes.writing import Added, Outcome
from verbale.record import dumps, from_dict

from ..who import needs
from .answering import told
from .bodies import NewArticle
from .desk import Desk, desk
from .door import JSON, Door

router = APIRouter(route_class=Door)


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an article.

    Attributes:
        id: Names the article from now on.
        outcome: new; same, where nothing was changed; read again, where the machine's values were replaced.
        copy: Whether it is a near-copy of an article that was there before.
    """

    id: str
    outcome: Outcome
    copy: bool


@router.post("/read", tags=["reading"], operation_id="read_article", dependencies=[Depends(needs("reader"))])
async def read(article: NewArticle, at: Desk = Depends(desk)) -> Response:
    """Read an article without keeping it: its record, as `verbale read --format json` prints it.

    One article is read at a time; where too many wait, the answer is 503, and Retry-After says when to try again.
    """
    record = await at.do(partial(read_text, **article.model_dump()))
    return Response(dumps(record), media_type=JSON)


@router.post(
    "/articles", tags=["articles"], operation_id="add_article", status_code=201, response_model=Kept,
    responses={200: {"model": Kept}}, dependencies=[Depends(needs("editor"))],
)  # fmt: skip
async def add(request: Request, article: NewArticle, at: Desk = Depends(desk)) -> Response:
    """Read an article and keep it. What this version of the reader has read before is not read again."""
    return _kept(await at.do(partial(add_text, request.app.state.minutes, **article.model_dump())))


@router.post(
    "/records", tags=["articles"], operation_id="add_record", status_code=201, response_model=Kept,
    responses={200: {"model": Kept}}, dependencies=[Depends(needs("editor"))],
)  # fmt: skip
async def add_record(request: Request, record: Annotated[dict[str, Any], Body()]) -> Response:
    """Keep an article that was read elsewhere, as its record. A newer reading of an article that is there replaces
    what the machine said, and keeps every ruling."""
    minutes: Minutes = request.app.state.minutes
    return _kept(await run_in_threadpool(lambda: minutes.add(from_dict(record))))


def _kept(added: Added) -> Response:
    kept = Kept(added.id, added.outcome, added.copy_of is not None)
    return told(kept, 201 if added.outcome == "new" else 200, f"/api/v1/articles/{quote(added.id)}")
