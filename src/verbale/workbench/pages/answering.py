"""A page's value as HTML, JSON or a table, under one address each; the same again is told by its entity tag."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from urllib.parse import quote

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from verbale.minutes import Minutes
from verbale.minutes.joining import plain
from verbale.views.asked import as_csv

from ..encoding import as_json
from ..guarding import tag
from .asked import asked_of
from .rendering import render

router = APIRouter(include_in_schema=False)
_B = TypeVar("_B", bound=Callable[..., Any])
MEDIA = {"": "text/html", ".json": "application/json", ".csv": "text/csv"}


def page(
    path: str, template: str, *, narrows: Sequence[str] = (), also: Sequence[str] = (), table: str | None = None,
    root: str | None = None,
) -> Callable[[_B], _B]:  # fmt: skip
    """Serve what a function makes of the minutes and of what is asked, under `path`, and as .json.

    `narrows`: the fields of the filter that it understands; `also`: other names in its address; `table`: the field of
    its value that is also served as .csv; `root`: the address that .json is added to, where it is not the path.
    """

    def register(build: _B) -> _B:
        for form in (".json", *([".csv"] if table else []), ""):  # last what takes any name
            own = path if not form else (root or path) + form
            router.add_route(own, _serve(build, template, form, table, tuple(narrows), tuple(also)), ["GET"])
        return build

    return register


def _serve(
    build: Callable[..., Any], template: str, form: str, table: str | None, narrows: tuple[str, ...],
    also: tuple[str, ...],
) -> Callable[[Request], Response]:  # fmt: skip
    def serve(request: Request) -> Response:  # not async: it runs in a thread, so that others are answered meanwhile
        minutes: Minutes = request.app.state.minutes
        asked = asked_of(request, quote(request.scope["path"].removesuffix(form)), narrows, also)
        named = {name: plain(each) if isinstance(each, str) else each for name, each in request.path_params.items()}
        found = build(minutes, asked, **named)
        if isinstance(found, Response):
            return found
        if form == ".json":
            body = as_json(found)
        elif form == ".csv":
            body = as_csv(getattr(found, table or "")).encode("utf-8", "replace")
        else:
            body = render(request, template, page=found, asked=asked)
        return _answer(request, body, form)

    return serve


def _answer(request: Request, body: bytes, form: str) -> Response:
    headers = {"ETag": tag(body), "Cache-Control": "private, no-cache", "Vary": "Cookie"}
    if form == ".csv":
        name = re.sub(r"[^\w.]+", "-", request.scope["path"].strip("/"), flags=re.ASCII)
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    if tag(body) in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=MEDIA[form], headers=headers)

