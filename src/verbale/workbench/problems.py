"""Errors as answers: problem details (RFC 9457) for programs, the same words for people."""

from __future__ import annotations

from http import HTTPStatus

from fastapi.responses import JSONResponse

from verbale.errors import (
    BadQuery,
    BadRuling,
    EmptyArticle,
    InputError,
    MinutesBusy,
    MissingExtra,
    NoSuchValue,
    NotWritable,
    RecordError,
    VerbaleError,
)

from .who import NotAllowed

STATUS: dict[type[VerbaleError], int] = {
    NoSuchValue: 404, BadQuery: 400, BadRuling: 422, EmptyArticle: 422, InputError: 422, RecordError: 422,
    MinutesBusy: 503, MissingExtra: 501, NotAllowed: 403, NotWritable: 507,
}  # fmt: skip


def status_of(error: VerbaleError) -> int:
    """The HTTP status of one of our errors: that of its nearest class; 500 for what is our fault."""
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)


def problem(status: int, detail: str, **more: object) -> JSONResponse:
    """An application/problem+json answer."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail} | more
    headers = {"Retry-After": "2"} if status == 503 else {}
    return JSONResponse(body, status, headers, media_type="application/problem+json")
