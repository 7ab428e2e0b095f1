"""The application: minutes, pages, REST and their guard put together. The one place that sees all parts of the room."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response

from verbale.errors import VerbaleError
from verbale.minutes import Minutes

from .api import router
from .guarding import Guard
from .problems import explained, problem


def create(url: str) -> FastAPI:
    """The workbench over the minutes at `url`, opened now and closed with the application. Raises MinutesError."""
    minutes = Minutes(url, create=False)

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        yield
        minutes.close()

    app = FastAPI(title="Verbale", docs_url=None, redoc_url=None, openapi_url=None, lifespan=living)
    app.state.minutes = minutes
    app.add_middleware(Guard)
    app.add_exception_handler(VerbaleError, _explained)
    app.include_router(router)
    return app


async def _explained(_: Request, error: Exception) -> Response:
    return explained(error) if isinstance(error, VerbaleError) else problem(500, "")
