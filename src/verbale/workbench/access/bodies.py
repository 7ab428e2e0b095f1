"""Bodies of requests: taken in whole, counted, and the token of a form found in them."""

from __future__ import annotations

import asyncio
from email.message import Message as Header

from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message, Receive, Scope

PARTS = 1000  # of a form, files and fields
SLOWEST = 60.0  # seconds for a body to come in
STRANGERS = 65_536  # bytes of a body from who has not come in: a name and a password
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class TooLong(Exception):
    """A body with more bytes than it may have."""


async def whole(receive: Receive, most: float) -> bytes:
    """The body. Raises TooLong, TimeoutError, ClientDisconnect, and what `receive` raises."""
    came: list[bytes] = []
    async with asyncio.timeout(SLOWEST):
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ClientDisconnect
            came.append(message.get("body", b""))
            if sum(map(len, came)) > most:
                raise TooLong
            if not message.get("more_body", False):
                return b"".join(came)


def again(body: bytes, receive: Receive) -> Receive:
    """A channel that gives the body once more, and then what else comes."""
    given = False

    async def replay() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay


def parts(content_type: str, body: bytes) -> int:
    """Of how many parts a form is, at most; 0 where it is none."""
    kind, boundary = _kind(content_type)
    if kind == _FORMS[0]:
        return body.count(b"&") + 1
    return body.count(b"--" + boundary.encode("latin-1", "replace")) if kind == _FORMS[1] and boundary else 0


def forms_only(request: Request) -> None:
    """A dependency that refuses what is no form, which would pass for an empty one. Raises HTTPException."""
    sent = request.headers.get("content-type")
    if sent is not None and not _is_form(sent):
        raise HTTPException(415, "Pages take forms only. What programs may send stands at /api/v1/docs.")


def _is_form(content_type: str) -> bool:
    return _kind(content_type)[0] in _FORMS


async def field(scope: Scope, body: bytes, name: str) -> str | None:
    """A field of a form; None where it is not there, is a file, or the body is no form that can be read."""
    request = Request(scope, again(body, _nothing_more))
    if not _is_form(request.headers.get("content-type", "")):
        return None
    try:
        async with request.form(max_files=PARTS, max_fields=PARTS, max_part_size=len(body) + 1) as form:
            found = form.get(name)
    except (HTTPException, MultiPartException):
        return None
    return found if isinstance(found, str) else None


def _kind(content_type: str) -> tuple[str, str]:
    header = Header()
    header["content-type"] = content_type.replace("\r", " ").replace("\n", " ")
    boundary = header.get_param("boundary", "")
    return header.get_content_type(), boundary if isinstance(boundary, str) else ""


async def _nothing_more() -> Message:
    return {"type": "http.disconnect"}
