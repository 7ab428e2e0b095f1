"""Whatever no operation answers: unknown paths, methods that a path does not have, HEAD and OPTIONS."""

from __future__ import annotations

import re

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..problems import problem
from .schemas import Schema


class Elsewhere:
    """An ASGI application that stands behind all routes; `routes` answers a HEAD as a GET."""

    def __init__(self, routes: ASGIApp, made: Schema, others: tuple[str, ...]) -> None:
        self.routes = routes
        known = {path: sorted(map(str.upper, methods)) for path, methods in made["paths"].items()}
        known |= {path: ["GET"] for path in others}
        self.known = [(_pattern(path), methods) for path, methods in known.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        allowed = next((methods for path, methods in self.known if path.fullmatch(scope["path"])), [])
        if not allowed:
            answer = problem(404, f"There is nothing at {scope['path']}. See /api/v1/docs for what there is.")
            await answer(scope, receive, send)
        elif scope["method"] == "HEAD" and "GET" in allowed:
            await self.routes({**scope, "method": "GET"}, receive, _bodiless(send))
        else:
            own = [*allowed, *(["HEAD"] if "GET" in allowed else []), "OPTIONS"]
            await _about(scope["method"], own)(scope, receive, send)


def _pattern(path: str) -> re.Pattern[str]:
    """What a path of the document matches; numbers are called {number}; an id may have slashes."""
    kinds = {"{number}": "[0-9]+", "{id}": ".+"}
    return re.compile("/".join(kinds.get(part) or re.escape(part) for part in path.split("/")))


def _about(method: str, allowed: list[str]) -> Response:
    headers = {"Allow": ", ".join(allowed)}
    if method == "OPTIONS":
        return Response(status_code=204, headers=headers)
    return problem(405, f"{method} is not possible here; there are {', '.join(allowed)}.", headers=headers)


def _bodiless(send: Send) -> Send:
    async def without(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return without
