"""Templates: everything put into them is escaped, and what would turn or hide text becomes a visible sign."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from verbale import __version__
from verbale.minutes import Minutes
from verbale.minutes.answers import Listed, Source
from verbale.views.marks import plainly

from ..who import who
from . import wording
from .asked import article_at, missed_at, offices_at, value_at

MARKS = "marks.js"


def render(request: Request, template: str, **values: Any) -> bytes:
    """A page as bytes."""
    known = {"request": request, "who": who(request)}
    text = environment().get_template(template).render(known | values)
    return text.encode("utf-8", "replace")


@cache
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("verbale.workbench"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, finalize=_finalize,
    )  # fmt: skip
    made.globals |= {"csrf": csrf, "static": static, "title": title, "article_at": article_at,
                     "value_at": value_at, "missed_at": missed_at, "offices_at": offices_at,
                     "version": __version__}  # fmt: skip
    made.globals |= {name: getattr(wording, name) for name in wording.__all__}
    return made


def _finalize(value: Any) -> Any:
    return plainly(value) if type(value) is str else value


def csrf(request: Request) -> Markup:
    """The hidden field that a form needs where there are accounts."""
    token = getattr(request.state, "csrf", None)
    return Markup('<input type="hidden" name="csrf" value="{}">').format(token) if token else Markup("")


@pass_context
def title(context: Context, source: Source | Listed) -> str:
    """What an article is called; its text is looked at only where it has no headline."""
    minutes: Minutes = context["request"].app.state.minutes
    return source.headline or minutes.title(source.id)


@cache
def static(name: str) -> str:
    """The address of a file of ours, which changes with it."""
    return f"/static/{name}?{hashlib.blake2b(_bytes(name), digest_size=6).hexdigest()}"


def _bytes(name: str) -> bytes:
    if name == MARKS:
        return (files("verbale.views") / "templates" / "page.js").read_bytes()
    return (files("verbale.workbench") / "static" / name).read_bytes()


def marks_script(_: Request) -> Response:
    """The script that lights a statement's marks together; the same as in the pages that `verbale read` writes."""
    return Response(_bytes(MARKS), media_type="text/javascript", headers={"Cache-Control": "max-age=3600"})
