"""Searching the minutes by words."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from verbale.minutes import Minutes
from verbale.minutes.answers import MOST, Filter
from verbale.minutes.matching import LONGEST
from verbale.minutes.searching import Hit

from .answering import Page, sliced
from .asked import Told, narrowed
from .door import Door
from .lists import ABOUT

router = APIRouter(route_class=Door, prefix="/search", tags=["search"])
Words = Annotated[Told, Query(
    min_length=1, max_length=LONGEST, examples=["ferry -winter"],
    description='All of them must occur, in any form; "a phrase" as it stands; -not this.',
)]  # fmt: skip


@router.get("/statements", operation_id="search_statements", response_model=Page[Hit])
def statements(
    request: Request, words: Words,
    asked: Filter = Depends(narrowed(*ABOUT, "stance", "quotation", "meeting", others=("words",))),
) -> Response:  # fmt: skip
    """Statements by their words, the best match first; of the newest 2,000 where there are more."""
    minutes: Minutes = request.app.state.minutes
    found = minutes.matching(words, asked)
    return sliced(request, asked, found, lambda numbers: minutes.hits(words, numbers, asked))


@router.get("/articles", operation_id="search_articles", response_model=Page[Hit])
def articles(
    request: Request, words: Words,
    asked: Filter = Depends(narrowed("since", "until", "publisher", "article", "copies", others=("words",))),
) -> Response:  # fmt: skip
    """Articles by their words, the best 1,000 matches of the newest 2,000, the best first."""
    minutes: Minutes = request.app.state.minutes
    return sliced(request, asked, minutes.search(words, replace(asked, after=None, limit=MOST), "articles"))
