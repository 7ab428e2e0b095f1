"""Adding articles: a text that is pasted in, or files with texts, pages or records."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import RedirectResponse, Response

from verbale.errors import EmptyArticle
from verbale.flow import Kept, add_bytes
from verbale.minutes import Minutes

from ..guarding import LARGEST
from ..who import Who, needs
from .answering import page, router
from .asked import Asked, article_at, asked_of
from .rendering import render


@dataclass(frozen=True, slots=True)
class Adding:
    """The form: how large an upload may be, in MiB, and what an article's fields are."""

    largest: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file, or of one record in it: the article's id, or the problem."""

    name: str
    article: str | None
    outcome: str
    problem: str | None


@dataclass(frozen=True, slots=True)
class Added:
    outcomes: tuple[Outcome, ...]


PASTED = "the text pasted in"
MOST = 200  # files at a time


@page("/add", "add.html")
def adding(minutes: Minutes, asked: Asked) -> Adding:
    return Adding(LARGEST // 2**20)


@router.post("/add")
async def add(request: Request, asking: Annotated[Who, Depends(needs("editor"))]) -> Response:
    """Read what was sent, in a thread: other pages are answered meanwhile. One article leads to its page."""
    async with request.form(max_files=MOST) as form:
        sent = [each async for each in _sent(form)]
        about = _about(form)
    found = await run_in_threadpool(_add, request.app.state.minutes, sent, about)
    kept = [outcome.article for outcome in found.outcomes if outcome.article is not None]
    if len(found.outcomes) == len(kept) == 1:
        return RedirectResponse(article_at(kept[0]), 303)
    body = await run_in_threadpool(render, request, "added.html", page=found, asked=asked_of(request, "/add", ()))
    return Response(body, 200 if kept else 422, media_type="text/html")


async def _sent(form: FormData) -> AsyncIterator[tuple[str, bytes]]:
    """Names and bytes of what a form brings; browsers send the lines of a text area with CRLF."""
    text = form.get("text")
    if isinstance(text, str) and text.strip():
        yield PASTED, text.replace("\r\n", "\n").encode("utf-8", "replace")
    for file in form.getlist("files"):
        if isinstance(file, UploadFile) and file.filename:
            yield file.filename, await file.read()


def _about(form: FormData) -> dict[str, str | None]:
    told = {name: form.get(name) for name in ("published", "publisher", "headline", "url")}
    return {name: value.strip() or None if isinstance(value, str) else None for name, value in told.items()}


def _add(minutes: Minutes, sent: list[tuple[str, bytes]], about: dict[str, str | None]) -> Added:
    if not sent:
        raise EmptyArticle("there is neither a text nor a file", "Paste the article's text, or choose files.")
    found = []
    for name, data in sent:
        own = about if name == PASTED else about | {"headline": None, "url": None}
        found += [_outcome(kept) for kept in add_bytes(data, name, minutes, **own)]
    return Added(tuple(found))


def _outcome(kept: Kept) -> Outcome:
    if kept.added is None:
        return Outcome(kept.path, None, "not read", str(kept.error))
    return Outcome(kept.path, kept.added.id, kept.added.outcome, None)
