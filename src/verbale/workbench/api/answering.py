"""Answers: a value as JSON, and lists a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from fastapi import Request, Response

from verbale.minutes.answers import Filter

from ..encoding import as_json
from .door import JSON

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A page of a list.

    Attributes:
        values: What was found.
        next: The cursor of the next page, to be given as `after`; null on the last one.
    """

    values: Sequence[T]
    next: str | None


def told(value: object, status: int = 200, location: str | None = None) -> Response:
    """A value as JSON; `location` is where something new is found."""
    return Response(as_json(value), status, {"Location": location} if location else None, media_type=JSON)


def paged(
    request: Request, asked: Filter, find: Callable[[Filter], Sequence[T]], cursor: Callable[[T], str],
    show: Callable[[Sequence[T]], Sequence[Any]] = tuple,
) -> Response:  # fmt: skip
    """A page, with a Link header (RFC 8288) to the next one. Whether there is one, one value more tells.
    `show` makes the answers of what is on the page."""
    found = find(replace(asked, limit=asked.limit + 1))
    values = found[: asked.limit]
    return _linked(request, Page(show(values), cursor(values[-1]) if len(found) > asked.limit else None))


def sliced(
    request: Request, asked: Filter, found: Sequence[T], show: Callable[[Sequence[T]], Sequence[Any]] = tuple
) -> Response:
    """A page of a list that is there as a whole; its cursor counts the values before it."""
    start = int(asked.after.rpartition("_")[2]) if asked.after else 0
    end = start + asked.limit
    return _linked(request, Page(show(found[start:end]), f"_{end}" if end < len(found) else None))


def _linked(request: Request, page: Page[Any]) -> Response:
    response = told(page)
    if page.next is not None:
        link = request.url.include_query_params(after=page.next)
        response.headers["Link"] = f'<{link.path}?{link.query}>; rel="next"'
    return response
