"""The pages of the entrance: logging in and out, the visitor's name where there are no accounts, the audit log."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from verbale.errors import AccountError, NotLetIn, TooOften
from verbale.minutes.accounts import Accounts
from verbale.minutes.accounts.names import checked_name, key

from ..pages.rendering import render
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


@router.get("/audit")
def audit(
    request: Request, asking: Annotated[Who, Depends(needs("editor"))], by: str = "", what: str = "",
    before: int | None = None,
) -> Response:  # fmt: skip
    accounts = _access(request).accounts
    found = accounts.audit(by=by or None, what=what or None, before=before, limit=ROWS + 1)
    return _page("audit.html", request, rows=found[:ROWS], more=len(found) > ROWS, by=by, what=what)


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
    waiting = isinstance(error, TooOften)
    page = _page("login.html", request, 429 if waiting else 403, next=local(next), told=str(error))
    if isinstance(error, TooOften):
        page.headers["Retry-After"] = str(error.wait)
    return page
