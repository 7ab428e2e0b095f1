"""The pages of the entrance: logging in and out, one's password or, without accounts, one's name; the audit log."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from verbale.errors import AccountError, NotLetIn, TooOften
from verbale.minutes.accounts import Accounts
from verbale.minutes.accounts.names import checked_name, key

from ..pages.asked import asked_of
from ..pages.rendering import render
from ..pages.reviewers import before_of
from ..who import LOCAL, Who, needs
from .cookies import Cookies
from .entrance import Entrant
from .local import local
from .settings import Settings

router = APIRouter(include_in_schema=False)
Words = Annotated[str, Form()]
ROWS = 100  # of the audit log on a page


@dataclass(frozen=True, slots=True)
class Access:
    """What the pages stand on; `app.state.access`."""

    accounts: Accounts
    cookies: Cookies
    settings: Settings


@router.get("/login")
def ask_log_in(request: Request, next: str = "/") -> Response:
    if request.state.who.name:
        return _to(next)
    return _page("login.html", request, next=local(next))


@router.post("/login")
def log_in(request: Request, name: Words = "", password: Words = "", next: Words = "/") -> Response:
    access, entrant = _access(request), _entrant(request)
    if not access.settings.accounts:
        return _to(next)
    device = entrant.visitor.id if entrant.visitor.known == key(name) else None
    try:
        secret = access.accounts.log_in(name, password, request.state.address, device)
    except (NotLetIn, TooOften) as error:
        return _not_let_in(request, error, next)
    if entrant.session:
        access.accounts.end_session(entrant.session)
    entered = _to(next)
    access.cookies.set_session(entered, secret)
    access.cookies.set_visitor(entered, replace(entrant.visitor, known=key(name)))
    return entered


@router.post("/logout")
def log_out(request: Request) -> Response:
    access, session = _access(request), _entrant(request).session
    if session:
        access.accounts.end_session(session)
    left = _to("/login" if access.settings.accounts else "/")
    left.headers["Clear-Site-Data"] = '"cache"'
    access.cookies.forget_session(left)
    return left


@router.get("/name")
def ask_name(request: Request, next: str = "/") -> Response:
    if _access(request).settings.accounts:
        return _to(next)
    return _page("name.html", request, next=local(next))


@router.post("/name")
def take_name(request: Request, name: Words = "", next: Words = "/") -> Response:
    access, visitor = _access(request), _entrant(request).visitor
    if access.settings.accounts:
        return _to(next)
    try:
        taken = None if key(name) in ("", LOCAL.name) else checked_name(name)
    except AccountError as error:
        return _page("name.html", request, 422, next=local(next), told=str(error))
    named = _to(next)
    access.cookies.set_visitor(named, replace(visitor, name=taken))
    return named


@router.get("/password")
def ask_password(request: Request, changed: str = "") -> Response:
    if not _entrant(request).session:
        return _to("/name")
    return _page("password.html", request, changed=bool(changed))


@router.post("/password")
def take_password(request: Request, old: Words = "", new: Words = "", again: Words = "") -> Response:
    """Change one's own password; the browser that does it stays logged in, all others do not."""
    access, entrant = _access(request), _entrant(request)
    if not entrant.session:
        return _to("/name")
    if new != again:
        return _page("password.html", request, 422, changed=False, told="The new password was not typed twice alike.")
    name, device = entrant.who.name, entrant.visitor.id if entrant.visitor.known == key(entrant.who.name) else None
    try:
        secret = access.accounts.change_password(name, old, new, request.state.address, device)
    except NotLetIn:
        return _page("password.html", request, 403, changed=False, told="The password that you have now is another.")
    except TooOften as error:
        return _later(_page("password.html", request, 429, changed=False, told=str(error)), error)
    except AccountError as error:
        return _page("password.html", request, 422, changed=False, told=str(error))
    kept = _to("/password?changed=1")
    access.cookies.set_session(kept, secret)
    return kept


@router.get("/audit")
def audit(request: Request, asking: Annotated[Who, Depends(needs("editor"))]) -> Response:
    asked = asked_of(request, "/audit", (), ("by", "what", "since", "before"))
    by, what, since = (asked.value(name) or None for name in ("by", "what", "since"))
    most = asked.filter.limit if asked.value("limit") else ROWS
    found = _access(request).accounts.audit(
        by=by, what=what, since=since, before=before_of(asked.value("before"), "row"), limit=most + 1
    )
    older = asked.link(before=str(found[most - 1].number)) if len(found) > most else None
    return _page("audit.html", request, rows=found[:most], older=older, asked=asked)


def _access(request: Request) -> Access:
    access: Access = request.app.state.access
    return access


def _entrant(request: Request) -> Entrant:
    entrant: Entrant = request.state.entrant
    return entrant


def _to(path: str) -> RedirectResponse:
    return RedirectResponse(local(path), 303)


def _page(template: str, request: Request, status: int = 200, **values: Any) -> HTMLResponse:
    return HTMLResponse(render(request, template, **{"told": None} | values), status)


def _not_let_in(request: Request, error: AccountError, next: str) -> Response:
    if isinstance(error, TooOften):
        return _later(_page("login.html", request, 429, next=local(next), told=str(error)), error)
    return _page("login.html", request, 403, next=local(next), told=str(error))


def _later(page: Response, error: TooOften) -> Response:
    """A page that says when to try again."""
    page.headers["Retry-After"] = str(error.wait)
    return page
