"""What reviewers have ruled: every ruling, where they differ, how far they agree; and settling where they differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated
from weakref import WeakKeyDictionary

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse

from verbale.errors import BadQuery, BadRuling
from verbale.minutes import Minutes
from verbale.minutes.agreeing import Agreement, Disagreement
from verbale.minutes.fields import FIELDS, named
from verbale.minutes.portable import HOMES
from verbale.minutes.ruling import Rule

from ..access.local import local
from ..who import Who, needs
from .answering import page, router
from .asked import Asked
from .review import called_in, number_of, sent


@dataclass(frozen=True, slots=True)
class Rulings:
    """Rulings, the latest first; `standing` are the numbers of those that nobody has taken back, `called` the names of
    what they name by number."""

    kind: str
    by: str
    rulings: tuple[Rule, ...]
    standing: tuple[int, ...]
    called: dict[str, str]
    next: str | None


@page("/review/rulings", "rulings.html", also=("kind", "reviewer", "before"), table="rulings")
def rulings(minutes: Minutes, asked: Asked) -> Rulings:
    kind, by, before = (asked.value(name) for name in ("kind", "reviewer", "before"))
    limit = asked.filter.limit
    found = minutes.rulings(kind=kind or None, by=by or None, before=before_of(before, "ruling"), limit=limit + 1)
    undone = minutes.undone([rule.number for rule in found])
    shown = found[:limit]
    standing = tuple(r.number for r in shown if r.verdict != "undo" and r.number not in undone)
    called = called_in(minutes, shown)
    return Rulings(kind, by, tuple(shown), standing, called, str(shown[-1].number) if len(found) > limit else None)


def before_of(told: str, kind: str) -> int | None:
    """The number before which a list goes on. Raises BadQuery."""
    try:
        return number_of(told, kind) if told else None
    except BadRuling as error:
        raise BadQuery(error.problem) from error


@dataclass(frozen=True, slots=True)
class Disagreements:
    """Values on which reviewers differ; `count` is how many there are, of which the first are shown, `called` what is
    named by number."""

    settled: bool
    count: int
    disagreements: tuple[Disagreement, ...]
    called: dict[str, str]


@page("/review/disagreements", "disagreements.html", also=("settled",), table="disagreements")
def disagreements(minutes: Minutes, asked: Asked) -> Disagreements:
    settled = asked.value("settled") in ("1", "true", "yes", "on")
    found = minutes.disagreements(settled=settled)
    shown = found[: asked.filter.limit]
    homes = [(each.kind, int(each.anchor)) for each in shown if each.kind in HOMES]
    told = [each for d in shown for said in d.said.values() for each in named(d.kind, said)]
    called = minutes.names_of([*homes, *told])
    return Disagreements(settled, len(found), tuple(shown), called)


@dataclass(frozen=True, slots=True)
class Agreements:
    """How far reviewers agree, field by field."""

    agreement: tuple[Agreement, ...]


@page("/review/agreement", "agreement.html", table="agreement")
def agreement(minutes: Minutes, asked: Asked) -> Agreements:
    """Counted anew only when something has been ruled since: over many rulings it takes seconds."""
    last = next((rule.number for rule in minutes.rulings(limit=1)), 0)
    known = _KNOWN.get(minutes)
    if known is None or known[0] != last:
        known = _KNOWN[minutes] = (last, Agreements(tuple(minutes.agreement())))
    return known[1]


_KNOWN: WeakKeyDictionary[Minutes, tuple[int, Agreements]] = WeakKeyDictionary()


@router.post("/review/disagreements")
async def settle(request: Request, asking: Annotated[Who, Depends(needs("reviewer"))]) -> RedirectResponse:
    """Settle a disagreement as one of the reviewers says."""
    told = await sent(request)
    await run_in_threadpool(_settle, request.app.state.minutes, told, asking.name)
    return RedirectResponse(local(told.get("back", "/review/disagreements")), 303)


def _settle(minutes: Minutes, form: Mapping[str, str], by: str) -> None:
    kind, why = form.get("kind", ""), form.get("why", "").strip() or None
    if kind not in FIELDS:
        raise BadRuling(f"'{kind[:80]}' is nothing to rule on", f"It is one of {', '.join(FIELDS)}.")
    article = None if kind in HOMES else form.get("article", "")
    minutes.settle(kind, article, form.get("value", ""), form.get("says", ""), by=by, why=why)  # type: ignore[arg-type]
