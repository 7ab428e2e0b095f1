"""REST over the minutes: /api/v1. What it offers is described at /api/v1/docs, drawn from the code."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from starlette.routing import Route

from ..who import needs
from . import about, adding, lists, ruling, search, single
from .docs import PAGES, documented
from .door import Door
from .elsewhere import Elsewhere

__all__ = ["router"]


def _made() -> APIRouter:
    operations = APIRouter(prefix="/api/v1", route_class=Door)
    for part in (lists, single, search):
        operations.include_router(part.router, dependencies=[Depends(needs("reader"))])
    for part in (adding, ruling, about):
        operations.include_router(part.router)
    pages, made = documented(operations)
    routes = APIRouter()
    routes.include_router(operations)
    routes.include_router(pages, prefix="/api/v1")
    elsewhere = Elsewhere(routes, made, PAGES)
    routes.routes += [Route(path, elsewhere, include_in_schema=False) for path in ("/api", "/api/{rest:path}")]
    return routes


router = _made()
