"""The application: minutes, pages, REST and their guard put together. The one place that sees all parts of the room."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files

from fastapi import Depends, FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from verbale.errors import VerbaleError
from verbale.minutes import Minutes
from verbale.minutes.accounts import Accounts

from . import api, pages
from .access import Settings
from .access.bodies import forms_only
from .access.cookies import Cookies
from .access.entrance import Entrance
from .access.routes import Access
from .access.routes import router as entrance
from .guarding import HEADERS, Guard
from .problems import explained, problem


def create(url: str, settings: Settings = Settings()) -> FastAPI:
    """The workbench over the minutes at `url`, opened now and closed with the application. Raises MinutesError."""
    minutes = Minutes(url, create=False)

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        yield
        minutes.close()

    app = FastAPI(title="Verbale", docs_url=None, redoc_url=None, openapi_url=None, lifespan=living)
    app.state.minutes = minutes
    _enclose(app, minutes, settings)
    app.add_route("/static/marks.js", pages.marks_script)
    app.mount("/static", StaticFiles(directory=str(files("verbale.workbench") / "static")))
    app.include_router(pages.router, dependencies=[Depends(forms_only)])
    app.include_router(api.router)
    for kind, told in ((VerbaleError, _explained), (HTTPException, _refused), (Exception, _failed)):
        app.add_exception_handler(kind, told)
    return app


def _enclose(app: FastAPI, minutes: Minutes, settings: Settings) -> None:
    """Put the guard and the entrance in front of everything."""
    accounts = Accounts(minutes.database)
    access = Access(accounts, Cookies(accounts.seal(), settings.secure), settings)
    app.state.access = access
    app.include_router(entrance, dependencies=[Depends(forms_only)])
    app.add_middleware(Entrance, accounts=accounts, cookies=access.cookies, settings=settings)
    app.add_middleware(Guard, settings=settings)
    app.add_middleware(pages.Readable)  # outside the guard: what it refuses becomes a page, too


async def _explained(_: Request, error: Exception) -> Response:
    return explained(error) if isinstance(error, VerbaleError) else problem(500, "")


async def _refused(_: Request, error: Exception) -> Response:
    """What the framework refuses: an unknown address, a method that is not served there, a broken form."""
    assert isinstance(error, HTTPException)
    answer = problem(error.status_code, _WORDS.get(error.status_code, error.detail))
    answer.headers.update(error.headers or {})
    return answer


_WORDS = {
    404: "There is no such page. Start from the front page, or search.",
    405: "This address does not take that. Go back and use the page's own forms.",
}


async def _failed(request: Request, _: Exception) -> Response:
    """A mistake of ours, told without its innards; the server's log has them."""
    told = {"title": "Internal Server Error", "status": 500, "detail": _MISTAKE}
    if pages.for_people(request.scope):
        return Response(pages.failure(request, told), 500, dict(HEADERS), media_type="text/html")
    answer = problem(500, _MISTAKE)
    answer.headers.update(HEADERS)
    return answer


_MISTAKE = "This is a mistake in verbale; nothing was changed. Please report it, with what the server printed."
