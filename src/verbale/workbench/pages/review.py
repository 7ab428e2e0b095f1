"""Ruling: the queue of what is least sure, and one value with all that was ruled on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse

from verbale.errors import BadQuery, BadRuling
from verbale.minutes import Minutes
from verbale.minutes.answers import Deed, Opposed, Part, Proof, Said, Standing
from verbale.minutes.looking import DOUBTED, Value
from verbale.minutes.portable import VALUES
from verbale.minutes.ruling import Rule

from ..access.local import local
from ..who import Who, needs
from .amending import amended
from .answering import page, router
from .asked import Asked

QUEUED = 10  # values in the queue at a time
NARROWS = ("by", "country", "on", "publisher", "article", "since", "until")


@dataclass(frozen=True, slots=True)
class Item:
    """A value to rule on; `shown`: the statements to look at, `text`: of the article."""

    kind: str
    value: Value
    shown: tuple[Said, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Queue:
    kind: str
    items: tuple[Item, ...]
    last: Rule | None


@page("/review", "review.html", narrows=NARROWS, also=("kind",))
def queue(minutes: Minutes, asked: Asked) -> Queue:
    kind = asked.value("kind")
    if kind and kind not in VALUES:
        raise BadQuery(f"there is no kind of value '{kind[:80]}'", f"There are {', '.join(VALUES)}.")
    found = minutes.doubted((kind,) if kind else DOUBTED, replace(asked.filter, limit=QUEUED))
    items = tuple(_item(minutes, of, value) for of, value in found)
    return Queue(kind, items, next(iter(_standing(minutes.rulings(by=asked.who, limit=20))), None))


@dataclass(frozen=True, slots=True)
class Single:
    """One value, and the rulings on it, the latest first; `standing`: the numbers of those not taken back."""

    item: Item
    rulings: tuple[Rule, ...]
    standing: tuple[int, ...]


@page("/review/{kind}/{article:path}", "value.html", also=("value",))
def single(minutes: Minutes, asked: Asked, kind: str, article: str) -> Single:
    value = minutes.value(kind, article, asked.value("value"))
    rulings = minutes.rulings(kind=kind, article=article, value=value.anchor)
    return Single(_item(minutes, kind, value), tuple(rulings), tuple(r.number for r in _standing(rulings)))


def _standing(rulings: list[Rule]) -> list[Rule]:
    taken_back = {r.undoes for r in rulings}
    return [r for r in rulings if r.verdict != "undo" and r.number not in taken_back]


def _item(minutes: Minutes, kind: str, value: Value) -> Item:
    record = minutes.record(value.article.id)
    wanted = [value.id] if isinstance(value, Said) else _evidence(value)
    shown = (value,) if isinstance(value, Said) else tuple(minutes.told(value.article.id, wanted))
    return Item(kind, value, shown, record.article.text)


def _evidence(value: Standing | Part | Deed | Opposed) -> list[str]:
    """Ids of the statements behind a value."""
    proofs = [p for side in value.evidence for p in side] if isinstance(value, Opposed) else list(value.evidence)
    return [proof.id for proof in proofs if isinstance(proof, Proof)]


@router.post("/review")
async def rule(request: Request, asking: Annotated[Who, Depends(needs("reviewer"))]) -> RedirectResponse:
    """Rule as a form says, and go back to where it came from."""
    async with request.form() as form:
        told = {name: value for name, value in form.items() if isinstance(value, str)}
    await run_in_threadpool(_rule, request.app.state.minutes, told, asking.name)
    return RedirectResponse(local(told.get("back", "/review")), 303)


def _rule(minutes: Minutes, form: Mapping[str, str], by: str) -> None:
    verdict, why = form.get("verdict", ""), form.get("why", "").strip() or None
    if verdict == "undo":
        minutes.undo(_number(form.get("ruling", "")), by=by, why=why)
        return
    if verdict not in ("accept", "reject", "amend"):
        raise BadRuling(f"'{verdict[:80]}' is no verdict", "It is accept, reject, amend or undo.")
    kind, article = form.get("kind", ""), form.get("article", "")
    value = minutes.value(kind, article, form.get("value", ""))
    given = amended(value, form, minutes.record(article).article.text) if verdict == "amend" else None
    minutes.rule(kind, article, value.anchor, verdict, by=by, values=given, why=why)  # type: ignore[arg-type]


def _number(told: str) -> int:
    if not (told.isascii() and told.isdigit() and len(told) < 10):
        raise BadRuling(f"'{told[:80]}' is no ruling's number")
    return int(told)


