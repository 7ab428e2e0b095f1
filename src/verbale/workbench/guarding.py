"""What every answer is guarded by: headers, the host's name, the origin of a change, the size of an upload.

The server listens on the loopback address without accounts; so a page elsewhere must not be able to reach it through
the visitor's browser. The Host header defeats DNS rebinding, Origin and Sec-Fetch-Site forged requests (OWASP CSRF
Prevention: "Verifying Origin With Standard Headers", "Fetch Metadata").
"""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .problems import problem

LARGEST = 8 * 1024 * 1024  # bytes of one request
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_HOSTS = ("localhost", "127.0.0.1", "::1", "testserver")
_SAFE = ("GET", "HEAD", "OPTIONS")


class TooLarge(Exception):
    """A request whose body goes on beyond the limit."""


class Guard:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers, seen = Headers(scope=scope), 0
        refused = _refused(scope["method"], headers)

        async def limited() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > LARGEST:
                raise TooLarge
            return message

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        if refused is not None:
            await problem(*refused)(scope, receive, guarded)
            return
        try:
            await self.app(scope, limited, guarded)
        except TooLarge:
            await problem(413, _TOO_LARGE)(scope, receive, guarded)


_TOO_LARGE = f"The request is larger than {LARGEST // 2**20} MiB. Add large collections with `verbale add`."


def _refused(method: str, headers: Headers) -> tuple[int, str] | None:
    host = urlsplit(f"//{headers.get('host', '')}").hostname
    if host not in _HOSTS:
        return 421, "This server answers to localhost only."
    if method not in _SAFE and not _own(headers):
        return 403, "A change must come from a page of this server."
    length = headers.get("content-length", "0")
    if not length.isdigit() or int(length) > LARGEST:
        return 413, _TOO_LARGE
    return None


def _own(headers: Headers) -> bool:
    """Whether a change comes from a page of ours, or from a program that is no browser."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def tag(body: bytes) -> str:
    """An entity tag (RFC 9110) of an answer's bytes."""
    return f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
