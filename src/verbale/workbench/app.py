"""The application: minutes, pages, REST and their guard put together. The one place that sees all parts of the room."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response

from verbale.errors import VerbaleError
from verbale.minutes import Minutes
from verbale.minutes.accounts import Accounts

from .access import Settings
from .access.cookies import Cookies
from .access.entrance import Entrance
from .access.pages import Access
from .access.pages import router as access_pages
from .guarding import Guard
from .problems import problem, status_of


def create(url: str, settings: Settings = Settings()) -> FastAPI:
    """The workbench over the minutes at `url`, opened now and closed with the application. Raises MinutesError."""
    minutes = Minutes(url, create=False)

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        yield
        minutes.close()

    app = FastAPI(title="Verbale", docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json", lifespan=living)
    app.state.minutes = minutes
    _enclose(app, minutes, settings)
    app.add_exception_handler(VerbaleError, _explained)
    return app


def _enclose(app: FastAPI, minutes: Minutes, settings: Settings) -> None:
    """Put the guard and the entrance in front of everything."""
    accounts = Accounts(minutes.database)
    access = Access(accounts, Cookies(accounts.seal(), settings.secure), settings)
    app.state.access = access
    app.include_router(access_pages)
    app.add_middleware(Entrance, accounts=accounts, cookies=access.cookies, settings=settings)
    app.add_middleware(Guard, settings=settings)


async def _explained(_: Request, error: Exception) -> Response:
    return problem(status_of(error), str(error)) if isinstance(error, VerbaleError) else problem(500, "")
