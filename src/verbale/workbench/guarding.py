"""What every answer is guarded by: headers, the host's name, the origin of a change, the size of an upload.

By default the server listens on the loopback address without accounts; so a page elsewhere must not be able to reach
it through the visitor's browser. The Host header defeats DNS rebinding, Origin and Sec-Fetch-Site forged requests
(OWASP CSRF Prevention: "Verifying Origin With Standard Headers", "Fetch Metadata"); `access` adds the token in forms.
"""

from __future__ import annotations

import hashlib
import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .access.settings import Settings
from .problems import problem

LARGEST = 8 * 1024 * 1024  # bytes of one request
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
HTTPS_ONLY = {"Strict-Transport-Security": "max-age=31536000"}
SAFE = ("GET", "HEAD", "OPTIONS")
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\s:@/\\?#\[\]]+)(?::\d{1,5})?", re.IGNORECASE)
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto")


class TooLarge(Exception):
    """A request whose body goes on beyond the limit."""


class Guard:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings
        self.headers = HEADERS | (HTTPS_ONLY if settings.secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refused, seen = self._refused(scope), 0

        async def limited() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > LARGEST:
                raise TooLarge
            return message

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        if refused is not None:
            await refused(scope, receive, guarded)
            return
        try:
            await self.app(scope, limited, guarded)
        except TooLarge:
            await problem(413, _TOO_LARGE)(scope, receive, guarded)

    def _refused(self, scope: Scope) -> Response | None:
        """An answer to what is not let in at all."""
        headers = Headers(scope=scope)
        if hostname(headers.get("host", "")) not in self.settings.hosts:
            return problem(421, f"This server answers to {', '.join(self.settings.shown)} only; see --name.")
        if self.settings.secure and scope["scheme"] != "https":
            return problem(403, "This server is reached by https only, and behind a proxy only through it.")
        if not self.settings.accounts and any(name in headers for name in _FORWARDED):
            return problem(403, "A proxy stands in front of a server without accounts: start it with --behind-proxy.")
        if scope["method"] not in SAFE and not _own(scope["scheme"], headers):
            return problem(403, "A change must come from a page of this server.")
        return _unfit(headers)


_TOO_LARGE = f"The request is larger than {LARGEST // 2**20} MiB. Add large collections with `verbale add`."


def hostname(header: str) -> str | None:
    """The name or address in a Host header, without its port; None where it is malformed."""
    found = _HOST.fullmatch(header)
    return found[1].strip("[]").lower() if found else None


def _own(scheme: str, headers: Headers) -> bool:
    """Whether a change comes from a page of ours, or from a program that is no browser."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or origin.lower() == f"{scheme}://{headers.get('host', '').lower()}"


def _unfit(headers: Headers) -> Response | None:
    """A body that would be too large, or that is packed: how large it becomes is not known before (a "zip bomb")."""
    if headers.get("content-encoding", "identity").strip().lower() != "identity":
        packed = problem(415, "A compressed request is not taken. Send it without Content-Encoding.")
        packed.headers["Accept-Encoding"] = "identity"
        return packed
    length = headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit()) or len(length) > 18 or int(length) > LARGEST:
        return problem(413, _TOO_LARGE)
    return None


def tag(body: bytes) -> str:
    """An entity tag (RFC 9110) of an answer's bytes."""
    return f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
