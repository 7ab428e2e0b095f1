"""Who is who: what articles call an actor, question or meeting and why that is one; merging, splitting, naming it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse

from verbale.errors import BadRuling, NoSuchValue
from verbale.minutes import Minutes
from verbale.minutes.answers import Ahead, Filter, Known, Named, Raised
from verbale.minutes.portable import HOMES
from verbale.minutes.ruling import Join, Rule

from ..who import Who, needs
from .answering import page, router
from .asked import Asked
from .fielding import changed
from .review import called_in, number_of, sent, standing_of

LIKE = 20  # others that are offered for a merger
SHOWN = 500  # joins on a page


@dataclass(frozen=True, slots=True)
class Joined:
    """An actor, question or meeting with its joins.

    Attributes:
        called: What others are looked for by, to be merged with it.
        like: Those found.
        joins: What each article calls it, and why that is this one.
        rulings: Those on itself, the latest first; `standing` are the numbers of those not taken back.
        names: What they name by number.
    """

    kind: str
    home: Known | Raised | Ahead
    called: str
    like: tuple[Known | Raised | Ahead, ...]
    joins: tuple[Join, ...]
    rulings: tuple[Rule, ...]
    standing: tuple[int, ...]
    names: dict[str, str]


def _joined(kind: str, minutes: Minutes, asked: Asked, number: int) -> Joined | RedirectResponse:
    home = minutes.named(kind, number)
    if home.number != number:
        return RedirectResponse(f"/{kind}s/{home.number}/joins", 301)
    called = asked.words or _words(kind, home)
    like = [each for each in _like(kind, minutes, called) if each.number != number]
    rulings = minutes.rulings_about(kind, number)
    return Joined(
        kind, minutes.home(kind, number), called, tuple(like[:LIKE]), tuple(minutes.joins(kind, number, SHOWN)),  # type: ignore[arg-type]
        tuple(rulings), tuple(r.number for r in standing_of(rulings)), called_in(minutes, rulings),
    )  # fmt: skip


for _kind in HOMES:
    page(f"/{_kind}s/{{number:int}}/joins", "joins.html", also=("q",), table="joins")(partial(_joined, _kind))


def _words(kind: str, home: Named) -> str:
    """What others that may be the same are first looked for by: a surname, the longest word of a wording."""
    words = home.name.split()
    return words[-1] if kind == "actor" else max(words, key=len, default="")


def _like(kind: str, minutes: Minutes, called: str) -> list[Known] | list[Raised] | list[Ahead]:
    asks: dict[str, Callable[[], list[Known] | list[Raised] | list[Ahead]]] = {
        "actor": lambda: minutes.actors(Filter(by=called, limit=LIKE + 1)),
        "question": lambda: minutes.questions(Filter(on=called, limit=LIKE + 1)),
        "meeting": lambda: minutes.meetings(Filter(meeting=called, limit=LIKE + 1), parts=False),
    }
    try:
        return asks[kind]() if called else []
    except NoSuchValue:
        return []


@router.post("/joins")
async def rejoin(request: Request, asking: Annotated[Who, Depends(needs("reviewer"))]) -> RedirectResponse:
    """Merge, split, accept or amend as a form says, and go to what comes of it."""
    told = await sent(request)
    kind, number = await run_in_threadpool(_rejoin, request.app.state.minutes, told, asking.name)
    return RedirectResponse(f"/{kind}s/{number}/joins", 303)


def _rejoin(minutes: Minutes, form: Mapping[str, str], by: str) -> tuple[str, int]:
    kind = form.get("kind", "")
    if kind not in HOMES:
        raise BadRuling(f"'{kind[:80]}' cannot be merged or split", f"It is one of {', '.join(HOMES)}.")
    number = number_of(form.get("number", ""), kind)
    ruled = {"by": by, "why": form.get("why", "").strip() or None}
    verdict = form.get("verdict", "")
    if verdict == "merge":
        minutes.merge(kind, number, number_of(form.get("other", ""), kind), **ruled)  # type: ignore[arg-type]
    elif verdict == "split":
        minutes.split(kind, number, _chosen(form), **ruled)  # type: ignore[arg-type]
    elif verdict in ("accept", "amend"):
        values = changed(kind, form, "") if verdict == "amend" else None
        minutes.rule(kind, None, number, verdict, values=values, final="final" in form, **ruled)  # type: ignore[arg-type]
    else:
        raise BadRuling(f"'{verdict[:80]}' is no verdict", "It is merge, split, accept or amend.")
    return kind, number


def _chosen(form: Mapping[str, str]) -> list[str]:
    """The articles that are ticked; their ids may have commas, so that each has a field of its own."""
    chosen = [value for name, value in form.items() if name.startswith("article-")]
    if not chosen:
        raise BadRuling("no article is chosen", "Tick those that mean another one.")
    return chosen
