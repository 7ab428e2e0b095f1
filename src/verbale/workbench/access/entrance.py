"""The door: who comes in, under what name and role, and whether a change was meant by them.

A token in `Authorization: Bearer` goes before cookies, which then count for nothing. A change that a browser sends
needs the token of its form, as the field `csrf` or the header X-CSRF-Token. Where there are no accounts a program that
is no browser needs nothing: whoever sits at the machine is the editor.
"""

from __future__ import annotations

import hmac
import math
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verbale.errors import VerbaleError
from verbale.minutes.accounts import Accounts, Origin, acting_as

from ..guarding import SAFE
from ..problems import explained, problem
from ..who import LOCAL, NOBODY, Who
from . import bodies
from .cookies import Cookies, Visitor, new_visitor
from .settings import Settings

HEADER = "x-csrf-token"
UNIT = 65_536  # bytes that cost as much as a request


@dataclass(frozen=True, slots=True)
class Entrant:
    """Who has come to the door, and how."""

    who: Who
    way: Literal["token", "session", "machine", "none"]
    visitor: Visitor
    known: bool  # whether the browser has the visitor's cookie already
    session: str | None = None


class Refused(Exception):
    """Somebody is turned away with an answer."""

    def __init__(self, answer: Response) -> None:
        super().__init__(answer.status_code)
        self.answer = answer


class Entrance:
    """ASGI middleware within the guard. Sets `who`, `csrf`, `entrant` and `address` of `request.state`."""

    def __init__(self, app: ASGIApp, accounts: Accounts, cookies: Cookies, settings: Settings) -> None:
        self.app = app
        self.accounts, self.cookies, self.settings = accounts, cookies, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        try:
            entrant = await run_in_threadpool(self._entrant, request)
            receive = await self._checked(request, entrant, receive)
        except Refused as refused:
            await refused.answer(scope, receive, send)
        except ClientDisconnect:
            return
        except VerbaleError as error:
            await explained(error)(scope, receive, send)
        else:
            await self._let_in(request, entrant, receive, send)

    async def _let_in(self, request: Request, entrant: Entrant, receive: Receive, send: Send) -> None:
        address = address_of(request)
        request.state.who, request.state.entrant, request.state.address = entrant.who, entrant, address
        request.state.csrf = self.cookies.token(entrant.session or entrant.visitor.id)

        async def answered(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._mark(MutableHeaders(scope=message), entrant)
            await send(message)

        named = Origin(entrant.who.name or None, address)
        with acting_as(named) if entrant.who.name else nullcontext():
            await self.app(request.scope, receive, answered)

    def _mark(self, headers: MutableHeaders, entrant: Entrant) -> None:
        """A page brings the visitor's cookie, and stays in no cache once somebody has logged in."""
        if not headers.get("content-type", "").startswith("text/html"):
            return
        if not entrant.known and self.cookies.visitor_name not in "".join(headers.getlist("set-cookie")):
            marked = Response()
            self.cookies.set_visitor(marked, entrant.visitor)
            headers.append("set-cookie", marked.headers["set-cookie"])
        if self.settings.accounts:
            headers["Cache-Control"] = "no-store"

    def _entrant(self, request: Request) -> Entrant:
        found = self.cookies.visitor(request.cookies)
        nobody = Entrant(NOBODY, "none", found or new_visitor(), found is not None)
        authorization = request.headers.get("authorization")
        if authorization is not None:
            return replace(nobody, who=self._by_token(authorization), way="token")
        if not self.settings.accounts:
            return replace(nobody, who=replace(LOCAL, name=nobody.visitor.name or LOCAL.name), way="machine")
        session = self.cookies.session(request.cookies)
        person = self.accounts.by_session(session) if session else None
        if person is None:
            return nobody
        return replace(nobody, who=Who(person.name, person.role), way="session", session=session)

    def _by_token(self, authorization: str) -> Who:
        scheme, _, secret = authorization.partition(" ")
        person = self.accounts.by_token(secret.strip()) if scheme.lower() == "bearer" else None
        if person is None:
            raise Refused(_unknown("The token does not hold. Make one with `verbale token add`.", "invalid_token"))
        return Who(person.name, person.role)

    async def _checked(self, request: Request, entrant: Entrant, receive: Receive) -> Receive:
        """Turns away who may not come in, or did not mean to; gives the channel from which the body can be read."""
        if not entrant.who.name and not _is_open(request.url.path):
            raise Refused(_to_log_in(request))
        if request.method in SAFE:
            return receive
        body = await _body(request, receive, math.inf if entrant.who.name else bodies.STRANGERS)
        if await self._forged(request, entrant, body):
            raise Refused(problem(403, "The form has no valid token. Go back, load the page again, and send it again."))
        if self.settings.accounts and entrant.who.name:
            await run_in_threadpool(self.accounts.spend, entrant.who.name, 1 + len(body) / UNIT)
        return bodies.again(body, receive)

    async def _forged(self, request: Request, entrant: Entrant, body: bytes) -> bool:
        browser = any(name in request.headers for name in ("origin", "sec-fetch-site"))
        if entrant.way == "token" or (entrant.way == "machine" and not browser):
            return False
        given = request.headers.get(HEADER) or await bodies.field(request.scope, body, "csrf") or ""
        own = self.cookies.token(entrant.session or entrant.visitor.id)
        return not hmac.compare_digest(own.encode(), given.encode("utf-8", "surrogatepass"))


def _is_open(path: str) -> bool:
    """Whether it is shown to who has not come in."""
    return path == "/login" or path.startswith("/static/")


async def _body(request: Request, receive: Receive, most: float) -> bytes:
    try:
        body = await bodies.whole(receive, most)
    except TimeoutError:
        raise Refused(problem(408, "The request came in too slowly. Try again.")) from None
    except bodies.TooLong:
        raise Refused(problem(413, f"Nobody is logged in: more than {most} bytes are not taken.")) from None
    if bodies.parts(request.headers.get("content-type", ""), body) > bodies.PARTS:
        raise Refused(problem(413, f"The form has more than {bodies.PARTS} parts. Send them in several."))
    return body


def address_of(request: Request) -> str:
    """Where a request comes from; behind a proxy what it tells, as uvicorn has checked."""
    return request.client.host if request.client else "unknown"


def _to_log_in(request: Request) -> Response:
    """To the log-in page and back for who looks at pages; for programs the status that says so."""
    page = "text/html" in request.headers.get("accept", "") and not request.url.path.startswith("/api/")
    if request.method != "GET" or not page:
        return _unknown("Nobody is logged in. Log in, or send a token as Authorization: Bearer.")
    wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse("/login" if wanted == "/" else f"/login?next={quote(wanted, safe='/')}", 303)


def _unknown(detail: str, error: str | None = None) -> Response:
    answer = problem(401, detail)
    answer.headers["WWW-Authenticate"] = 'Bearer realm="verbale"' + (f', error="{error}"' if error else "")
    return answer
