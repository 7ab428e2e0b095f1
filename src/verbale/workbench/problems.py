"""Errors as answers: problem details (RFC 9457) for programs, the same words for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal

from starlette.responses import Response

from verbale.errors import (
    AccountError,
    BadQuery,
    BadRuling,
    EmptyArticle,
    InputError,
    MinutesBusy,
    MissingExtra,
    NoSuchValue,
    NotLetIn,
    NotWritable,
    RecordError,
    TooOften,
    VerbaleError,
)

from .encoding import as_json
from .who import NotAllowed

MEDIA_TYPE = "application/problem+json"
STATUS: dict[type[VerbaleError], int] = {
    NoSuchValue: 404, BadQuery: 400, BadRuling: 422, EmptyArticle: 422, InputError: 422, RecordError: 422,
    MinutesBusy: 503, MissingExtra: 501, NotAllowed: 403, AccountError: 422,
    NotLetIn: 401, TooOften: 429, NotWritable: 507,
}  # fmt: skip
RETRY_AFTER = "2"  # seconds


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a request.

    Attributes:
        part: In which part of the request.
        where: The parameter's name, or a JSON path into the body, such as $.text.
        what: What is wrong there.
    """

    part: Literal["path", "query", "header", "cookie", "body"]
    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a request was not fulfilled, and what to do next (RFC 9457).

    Attributes:
        type: Always about:blank: the status says what sort of problem it is.
        title: The status in words.
        status: The HTTP status.
        detail: What is wrong with this request, and what to do next.
        errors: Everything that is wrong with the request, where it is more than one sentence can say.
    """

    type: str
    title: str
    status: int
    detail: str
    errors: tuple[Fault, ...] = ()


def status_of(error: VerbaleError) -> int:
    """The HTTP status of one of our errors: that of its nearest class; 500 for what is our fault."""
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)


def problem(
    status: int, detail: str, *, errors: Sequence[Fault] = (), headers: Mapping[str, str] | None = None
) -> Response:
    """An application/problem+json answer."""
    body = Problem("about:blank", HTTPStatus(status).phrase, status, detail, tuple(errors))
    waiting = {"Retry-After": RETRY_AFTER} if status == 503 else {}
    return Response(as_json(body), status, waiting | dict(headers or {}), media_type=MEDIA_TYPE)


def explained(error: VerbaleError) -> Response:
    """One of our errors as an answer; those of a record are listed one by one."""
    problems = error.problems if isinstance(error, RecordError) else ()
    found = [Fault("body", where, what) for where, _, what in (each.partition(": ") for each in problems)]
    waiting = {"Retry-After": str(error.wait)} if isinstance(error, TooOften) else {}
    return problem(status_of(error), str(error), errors=found, headers=waiting)
