"""What every operation of the API passes through: types of content in and out, errors as problems, entity tags."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from verbale.errors import VerbaleError

from ..guarding import TooLarge, tag
from ..problems import Fault, explained, problem

JSON = "application/json"
_LOG = logging.getLogger(__name__)


class Door(APIRoute):
    """A route whose every answer is what was asked for, or a problem."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        inner = super().get_route_handler()
        offered = str(getattr(self.response_class, "media_type", None) or JSON)

        async def handle(request: Request) -> Response:
            try:
                refused = self._refused(request, offered, await request.body())
                return refused or unless_known(request, await inner(request))
            except TooLarge:
                raise
            except Exception as error:
                return refusal(error)

        return handle

    def _refused(self, request: Request, offered: str, body: bytes) -> Response | None:
        if not accepts(request.headers.get("accept"), offered):
            return problem(406, f"This is answered as {offered} only. Ask for it with the header Accept.")
        if body and self.body_field is not None and not _is_json(request.headers.get("content-type", "")):
            told = f"The body is to be JSON. Send it with the header Content-Type: {JSON}."
            return problem(415, told, headers={"Accept": JSON})
        return None


def accepts(header: str | None, offered: str) -> bool:
    """Whether an Accept header (RFC 9110, 12.5.1) lets in a type of content; without one, everything is."""
    if not header:
        return True
    best: dict[str, float] = {}
    for each in header.lower().split(","):
        kind, *parameters = (part.strip() for part in each.split(";"))
        best[kind] = next((_quality(p[2:]) for p in parameters if p.startswith("q=")), 1.0)
    ranges = (offered, f"{offered.partition('/')[0]}/*", "*/*")
    return next((best[each] > 0 for each in ranges if each in best), False)


def _quality(told: str) -> float:
    try:
        return float(told)
    except ValueError:
        return 1.0


def _is_json(content_type: str) -> bool:
    kind = content_type.partition(";")[0].strip().lower()
    return kind == JSON or (kind.startswith("application/") and kind.endswith("+json"))


def unless_known(request: Request, response: Response) -> Response:
    """The answer with its entity tag; 304 where the client has it already (RFC 9110, 13.1.2)."""
    if request.method != "GET" or response.status_code != 200:
        return response
    own = tag(bytes(response.body))
    response.headers["ETag"] = own
    response.headers["Cache-Control"] = "private, no-cache"
    known = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    if own not in known and known != ["*"]:
        return response
    kept = {name: response.headers[name] for name in ("ETag", "Cache-Control", "Link") if name in response.headers}
    return Response(status_code=304, headers=kept)


def refusal(error: Exception) -> Response:
    """An exception as a problem; one that nobody foresaw is logged."""
    if isinstance(error, VerbaleError):
        return explained(error)
    if isinstance(error, RequestValidationError):
        return _invalid(error)
    if isinstance(error, HTTPException):
        return problem(error.status_code, str(error.detail), headers=error.headers)
    _LOG.error("an answer failed", exc_info=error)
    return problem(500, "This is a mistake in verbale; please report it, with the request.")


def _invalid(error: RequestValidationError) -> Response:
    faults = [_fault(each) for each in error.errors()]
    if any(each["type"] == "json_invalid" for each in error.errors()):
        return problem(400, f"The body is no JSON: {faults[0].what}. Check it with a JSON parser.", errors=faults)
    told = "; ".join(f"{each.part} {each.where}: {each.what}" for each in faults[:3])
    return problem(422, f"{told}{'; …' if len(faults) > 3 else ''}. See /api/v1/docs for what is possible.",
                   errors=faults)  # fmt: skip


def _fault(error: dict[str, Any]) -> Fault:
    part, *rest = error["loc"]
    if error["type"] == "json_invalid":
        return Fault("body", f"character {rest[0]}", str(error["ctx"]["error"]))
    where = "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in rest)
    return Fault(part, f"${where}" if part == "body" else where.removeprefix("."), str(error["msg"]))
