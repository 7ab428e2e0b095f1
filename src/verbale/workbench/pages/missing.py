"""Adding what the machine missed in an article: a statement, a position, a part in a meeting, and whatever else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse

from verbale.errors import BadRuling, NoSuchValue
from verbale.minutes import Minutes
from verbale.minutes.answers import Deed, Kept, Said
from verbale.minutes.fields import FIELDS
from verbale.minutes.offering import Offered
from verbale.minutes.portable import HOMES, VALUES

from ..who import Who, needs
from .answering import page, router
from .asked import Asked, article_at
from .fielding import changed
from .review import provable, refuse_unknown, sent

MISSED = tuple(kind for kind in FIELDS if kind in VALUES or kind in HOMES)


@dataclass(frozen=True, slots=True)
class Missed:
    """What is needed to add a value: the article's text, its statements and events, whom and what it names."""

    kind: str
    about: Kept
    text: str
    statements: tuple[Said, ...]
    events: tuple[Deed, ...]
    known: Offered


@page("/missed/{kind}/{article:path}", "missed.html")
def missed(minutes: Minutes, asked: Asked, kind: str, article: str) -> Missed:
    if kind not in MISSED:
        raise NoSuchValue(f"there is no kind of value '{kind[:80]}'", f"There are {', '.join(MISSED)}.")
    about = minutes.article(article)
    return Missed(
        kind, about, minutes.record(article).article.text, *provable(minutes, article),
        minutes.known_in([article])[article],
    )  # fmt: skip


@router.post("/missed")
async def add(request: Request, asking: Annotated[Who, Depends(needs("reviewer"))]) -> RedirectResponse:
    """Add what a form says, and go to where the article has it."""
    told = await sent(request)
    article, value = await run_in_threadpool(_add, request.app.state.minutes, told, asking.name)
    return RedirectResponse(article_at(article, value), 303)


def _add(minutes: Minutes, form: Mapping[str, str], by: str) -> tuple[str, str | None]:
    kind, article = form.get("kind", ""), form.get("article", "")
    if kind not in MISSED:
        raise BadRuling(f"'{kind[:80]}' is nothing to add", f"Add one of {', '.join(MISSED)}.")
    given = changed(kind, form, minutes.record(article).article.text)
    refuse_unknown(minutes, article, kind, given, form)
    why = form.get("why", "").strip() or None
    number = minutes.rule(kind, article, None, "add", by=by, values=given, why=why)  # type: ignore[arg-type]
    return article, f"R{number}" if kind in VALUES and kind != "participation" else None
