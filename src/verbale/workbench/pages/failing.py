"""Errors as pages for people: problem details stay as they are for programs, and become a page for browsers."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .rendering import render

_PROBLEM = b"application/problem+json"


class Readable:
    """ASGI middleware around the whole application: a problem on its way to a browser becomes a page.

    Whoever refuses something says it once, as a problem; what a browser asks for as a page (by its Accept header, and
    an address that is no .json, .csv or part of the interface for programs) is told in HTML.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not for_people(scope):
            await self.app(scope, receive, send)
            return
        start: Message | None = None
        body = bytearray()

        async def readable(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _is_problem(message):
                start = message
            elif start is None:
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    await _send_page(scope, start, bytes(body), send)

        await self.app(scope, receive, readable)


def for_people(scope: Scope) -> bool:
    path: str = scope["path"]
    accepts = next((value for name, value in scope["headers"] if name == b"accept"), b"")
    return b"text/html" in accepts and not path.startswith("/api/") and not path.endswith((".json", ".csv", ".svg"))


def _is_problem(start: Message) -> bool:
    told = {name.lower(): value for name, value in start["headers"]}
    return bool(told.get(b"content-type", b"").startswith(_PROBLEM))


async def _send_page(scope: Scope, start: Message, body: bytes, send: Send) -> None:
    page = failure(Request(scope), json.loads(body))
    gone = (b"content-type", b"content-length")
    headers = [(name, value) for name, value in start["headers"] if name.lower() not in gone]
    headers += [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", str(len(page)).encode())]
    await send({**start, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else page})


def failure(request: Request, problem: dict[str, Any]) -> bytes:
    """The page that tells a problem."""
    return render(request, "failure.html", problem=problem)


