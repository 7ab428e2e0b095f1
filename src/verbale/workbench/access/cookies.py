"""Cookies, and the seal on them.

A session's cookie holds 256 random bits that only the database can tell the meaning of. A visitor's cookie is there
before anybody logs in: what it holds is readable and sealed with HMAC-SHA256, so that nobody else can write one.

SameSite is Lax, not Strict: a link to an article in somebody's mail opens it without another log-in, and nothing is
changed by following a link. Every change needs the token of its form beside the cookie.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from starlette.responses import Response

_YEAR = 365 * 86_400
_LONGEST = 1024  # characters of a cookie that is looked at


@dataclass(frozen=True, slots=True)
class Visitor:
    """A browser. `id`: random; `name`: what its user is called where there are no accounts; `known`: the key of the
    account that it was last logged in to."""

    id: str
    name: str | None = None
    known: str | None = None


class Cookies:
    """Reading and writing the cookies of one server; `key` is the seal of its minutes.

    Browsers do not tell ports apart, so that the names of the cookies tell the minutes apart. With https they begin
    with __Host-, which other hosts of the same domain cannot set (RFC 6265bis).
    """

    def __init__(self, key: bytes, secure: bool) -> None:
        self.key, self.secure = key, secure
        ending, front = hashlib.sha256(key).hexdigest()[:8], "__Host-" if secure else ""
        self.session_name, self.visitor_name = f"{front}verbale_session_{ending}", f"{front}verbale_visitor_{ending}"

    def session(self, cookies: Mapping[str, str]) -> str | None:
        found = cookies.get(self.session_name, "")
        return found if 0 < len(found) <= _LONGEST else None

    def visitor(self, cookies: Mapping[str, str]) -> Visitor | None:
        """Who the cookie says; None where there is none, or its seal is broken."""
        told, _, seal = cookies.get(self.visitor_name, "")[:_LONGEST].partition(".")
        if not told or not hmac.compare_digest(self.seal("visitor", told).encode(), seal.encode()):
            return None
        return Visitor(**json.loads(base64.urlsafe_b64decode(told + "==")))

    def set_visitor(self, response: Response, visitor: Visitor) -> None:
        told = base64.urlsafe_b64encode(json.dumps(asdict(visitor)).encode()).decode().rstrip("=")
        self._set(response, self.visitor_name, f"{told}.{self.seal('visitor', told)}", _YEAR)

    def set_session(self, response: Response, secret: str) -> None:
        """Until the browser is closed; the database knows when it ends before."""
        self._set(response, self.session_name, secret, None)

    def forget_session(self, response: Response) -> None:
        response.delete_cookie(self.session_name, httponly=True, samesite="lax", secure=self.secure)

    def token(self, holder: str) -> str:
        """What the forms of a session or a visitor carry."""
        return self.seal("form", holder)

    def seal(self, purpose: str, told: str) -> str:
        return hmac.new(self.key, f"{purpose} {told}".encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()

    def _set(self, response: Response, name: str, value: str, age: int | None) -> None:
        response.set_cookie(name, value, max_age=age, httponly=True, samesite="lax", secure=self.secure)


def new_visitor() -> Visitor:
    return Visitor(secrets.token_urlsafe(16))
