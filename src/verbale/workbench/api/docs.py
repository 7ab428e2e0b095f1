"""The API about itself: the OpenAPI document, and the same as a page that needs no script and no network."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from .answering import told
from .describing import document
from .door import Door
from .manual import manual
from .schemas import Schema

PAGES = ("/api/v1/openapi.json", "/api/v1/docs", "/api/v1/docs.css")


class Styles(Response):
    """A style sheet."""

    media_type = "text/css"


def documented(router: APIRouter) -> tuple[APIRouter, Schema]:
    """Routes that describe those of `router`, and the OpenAPI document that they show."""
    made = document(router.routes)
    own = APIRouter(route_class=Door, include_in_schema=False)
    template = Environment(loader=PackageLoader(__package__, "."), autoescape=True, undefined=StrictUndefined,
                           trim_blocks=True, lstrip_blocks=True).get_template("docs.html")  # fmt: skip

    @own.get("/openapi.json")
    def openapi() -> Response:
        return told(made)

    @own.get("/docs", response_class=HTMLResponse)
    def page(request: Request) -> Response:
        base = str(request.base_url).rstrip("/")
        return HTMLResponse(template.render(manual=manual(made, base), version=made["info"]["version"]))

    @own.get("/docs.css", response_class=Styles)
    def styles() -> Response:
        return Styles(_styles())

    return own, made


@cache
def _styles() -> str:
    return (files(__package__) / "docs.css").read_text(encoding="utf-8")
