"""Ruling: the queue of what is least sure, and one value with all that was ruled on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse

from verbale.errors import BadQuery, BadRuling
from verbale.minutes import Minutes
from verbale.minutes.answers import MOST, Deed, Filter, Named, Opposed, Part, Proof, Said, Standing
from verbale.minutes.fields import named
from verbale.minutes.joining import plain
from verbale.minutes.looking import DOUBTED, Value
from verbale.minutes.offering import Offered
from verbale.minutes.portable import HOMES, VALUES
from verbale.minutes.ruling import Rule

from ..access.local import local
from ..who import Who, needs
from .answering import page, router
from .asked import Asked
from .fielding import Form, changed

QUEUED = 10  # values in the queue at a time
NARROWS = ("by", "country", "on", "publisher", "article", "since", "until")


@dataclass(frozen=True, slots=True)
class Item:
    """A value to rule on; `shown`: the statements to look at; `text` and `known`: of the article, and what it names."""

    kind: str
    value: Value
    shown: tuple[Said, ...]
    text: str
    known: Offered


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
    known = minutes.known_in({value.article.id for _, value in found})
    items = tuple(_item(minutes, of, value, known[value.article.id]) for of, value in found)
    return Queue(kind, items, next(iter(standing_of(minutes.rulings(by=asked.who, limit=20))), None))


@dataclass(frozen=True, slots=True)
class Single:
    """One value, and the rulings on it, the latest first.

    Attributes:
        standing: The numbers of the rulings that nobody has taken back.
        beside: Of a statement, who else speaks, who passes it on and to whom it is said.
        statements: Those of the article, of which evidence can be chosen.
        events: The same.
        called: What the actors, questions and meetings are called that rulings name by number.
    """

    item: Item
    rulings: tuple[Rule, ...]
    standing: tuple[int, ...]
    beside: dict[str, tuple[Named, ...]]
    statements: tuple[Said, ...]
    events: tuple[Deed, ...]
    called: dict[str, str]


@page("/review/{kind}/{article:path}", "value.html", also=("value",))
def single(minutes: Minutes, asked: Asked, kind: str, article: str) -> Single:
    value = minutes.value(kind, article, asked.value("value"))
    rulings = minutes.rulings(kind=kind, article=article, value=value.anchor)
    item = _item(minutes, kind, value, minutes.known_in([article])[article])
    said = isinstance(value, Said)
    return Single(
        item, tuple(rulings), tuple(r.number for r in standing_of(rulings)),
        minutes.beside(article, value.anchor) if said else {}, *(((), ()) if said else provable(minutes, article)),
        called_in(minutes, rulings),
    )  # fmt: skip


def called_in(minutes: Minutes, rulings: Sequence[Rule]) -> dict[str, str]:
    """The names of what rulings name by number, and of what they are about."""
    homes = [(r.kind, int(r.anchor.split()[0])) for r in rulings if r.kind in HOMES]
    return minutes.names_of([*homes, *(each for r in rulings for each in named(r.kind, r.values))])


def provable(minutes: Minutes, article: str) -> tuple[tuple[Said, ...], tuple[Deed, ...]]:
    """The statements and events of an article, in the order of its text, as a value's evidence is chosen from them."""
    own = Filter(article=article, copies=True, limit=MOST)
    statements = sorted(minutes.statements(own), key=lambda said: said.spans["content"])
    return tuple(statements), tuple(sorted(minutes.events(own), key=lambda deed: deed.spans))


def standing_of(rulings: list[Rule]) -> list[Rule]:
    taken_back = {r.undoes for r in rulings}
    return [r for r in rulings if r.verdict != "undo" and r.number not in taken_back]


def _item(minutes: Minutes, kind: str, value: Value, known: Offered) -> Item:
    record = minutes.record(value.article.id)
    wanted = [value.id] if isinstance(value, Said) else _evidence(value)
    shown = (value,) if isinstance(value, Said) else tuple(minutes.told(value.article.id, wanted))
    return Item(kind, value, shown, record.article.text, known)


def _evidence(value: Standing | Part | Deed | Opposed) -> list[str]:
    """Ids of the statements behind a value."""
    proofs = [p for side in value.evidence for p in side] if isinstance(value, Opposed) else list(value.evidence)
    return [proof.id for proof in proofs if isinstance(proof, Proof)]


@router.post("/review")
async def rule(request: Request, asking: Annotated[Who, Depends(needs("reviewer"))]) -> RedirectResponse:
    """Rule as a form says, and go back to where it came from."""
    told = await sent(request)
    await run_in_threadpool(_rule, request.app.state.minutes, told, asking.name)
    return RedirectResponse(local(told.get("back", "/review")), 303)


async def sent(request: Request) -> dict[str, str]:
    """The fields of a form, as the minutes hold texts; what is chosen several times stands with commas between."""
    told: dict[str, str] = {}
    async with request.form() as form:
        for name, value in form.multi_items():
            if isinstance(value, str):
                told[name] = f"{told[name]}, {plain(value)}" if name in told else plain(value)
    return told


def _rule(minutes: Minutes, form: Mapping[str, str], by: str) -> None:
    verdict, why = form.get("verdict", ""), form.get("why", "").strip() or None
    if verdict == "undo":
        minutes.undo(number_of(form.get("ruling", ""), "ruling"), by=by, why=why)
        return
    if verdict not in ("accept", "reject", "amend"):
        raise BadRuling(f"'{verdict[:80]}' is no verdict", "It is accept, reject, amend or undo.")
    kind, article = form.get("kind", ""), form.get("article", "")
    value = minutes.value(kind, article, form.get("value", ""))
    given = changed(kind, form, minutes.record(article).article.text) if verdict == "amend" else None
    refuse_unknown(minutes, article, kind, given or {}, form)
    minutes.rule(kind, article, value.anchor, verdict, by=by, values=given, why=why, final="final" in form)  # type: ignore[arg-type]


def refuse_unknown(minutes: Minutes, article: str, kind: str, given: Mapping[str, Any], form: Form) -> None:
    """Raises BadRuling for a name that nobody has, unless the form says that it is a new one: it may be a slip."""
    unknown = minutes.unknown_in(article, named(kind, given)) if given and "new" not in form else ()
    for of, name in unknown:
        raise BadRuling(f"the minutes have no {of} called '{name[:80]}'", "Choose a name, or tick that it is new.")


def number_of(told: str, kind: str) -> int:
    """The number of a ruling, an actor, …; raises BadRuling."""
    if not (told.isascii() and told.isdigit() and len(told) < 10):
        raise BadRuling(f"'{told[:80]}' is no {kind}'s number")
    return int(told)
