"""Whether the minutes can be asked, and what answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter, Request, Response

from verbale import __version__
from verbale.minutes import Minutes
from verbale.record import RECORD_VERSION

from .answering import told
from .door import Door

router = APIRouter(route_class=Door, tags=["about"])


@dataclass(frozen=True, slots=True)
class Health:
    """That the minutes answer.

    Attributes:
        status: Always ok; where the minutes cannot be asked the answer is a problem with status 503 or 500.
        articles: How many articles they hold, near-copies too.
    """

    status: Literal["ok"]
    articles: int


@dataclass(frozen=True, slots=True)
class Version:
    """What answers.

    Attributes:
        verbale: Version of verbale.
        record: Version of the record's format.
    """

    verbale: str
    record: int


@router.get("/health", operation_id="get_health", response_model=Health)
def health(request: Request) -> Response:
    """Whether the minutes can be asked."""
    minutes: Minutes = request.app.state.minutes
    return told(Health("ok", len(minutes)))


@router.get("/version", operation_id="get_version", response_model=Version)
def version() -> Response:
    """Versions of verbale and of the record's format."""
    return told(Version(__version__, RECORD_VERSION))
