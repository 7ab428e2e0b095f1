"""The offices that an article gives to an actor: amended as a whole, since they are one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse

from verbale.errors import BadRuling
from verbale.minutes import Minutes
from verbale.minutes.answers import Source
from verbale.minutes.offering import Offered, Titled
from verbale.minutes.portable import place, quoted
from verbale.minutes.ruling import Rule
from verbale.views.marks import plainly

from ..access.local import local
from ..who import Who, needs
from .answering import page, router
from .asked import Asked
from .fielding import Control, placed
from .review import called_in, refuse_unknown, sent, standing_of

FIELDS = ("title", "of", "words")
SPARE = 2  # empty lines for more


@dataclass(frozen=True, slots=True)
class Offices:
    """An article's actor (`value` is its id there) with the offices as ruled, and the rulings, the latest first."""

    article: Source
    value: str
    name: str
    offices: tuple[Titled, ...]
    text: str
    known: Offered
    rulings: tuple[Rule, ...]
    standing: tuple[int, ...]
    called: dict[str, str]

    @property
    def lines(self) -> list[list[Control]]:
        """The fields of each office in the form, and of some that are empty."""
        spare = [Titled("", None, ())] * SPARE
        return [_controls(n, each, self.text) for n, each in enumerate([*self.offices, *spare], 1)]


def _controls(n: int, office: Titled, text: str) -> list[Control]:
    at = place(office.evidence)
    return [
        Control(f"title-{n}", "Title", "text", office.title),
        Control(f"of-{n}", "Of", "actor", office.of.name if office.of else ""),
        Control(f"words-{n}", "Words of the article", "spans", plainly(quoted(text, office.evidence)), at=at),
    ]


@page("/offices/{article:path}", "offices.html", also=("value",))
def offices(minutes: Minutes, asked: Asked, article: str) -> Offices:
    name, held = minutes.offices_in(article, asked.value("value"))
    rulings = minutes.rulings(kind="office", article=article, value=name)
    return Offices(
        minutes.article(article).source, asked.value("value"), name, held, minutes.record(article).article.text,
        minutes.known_in([article])[article], tuple(rulings), tuple(r.number for r in standing_of(rulings)),
        called_in(minutes, rulings),
    )  # fmt: skip


@router.post("/offices")
async def rule(request: Request, asking: Annotated[Who, Depends(needs("reviewer"))]) -> RedirectResponse:
    """Rule on an actor's offices as a form says, and go back to where it came from."""
    told = await sent(request)
    await run_in_threadpool(_rule, request.app.state.minutes, told, asking.name)
    return RedirectResponse(local(told.get("back", "/")), 303)


def _rule(minutes: Minutes, form: Mapping[str, str], by: str) -> None:
    verdict, article = form.get("verdict", ""), form.get("article", "")
    if verdict not in ("accept", "reject", "amend"):
        raise BadRuling(f"'{verdict[:80]}' is no verdict", "It is accept, reject or amend.")
    given = {"offices": _told(form, minutes.record(article).article.text)} if verdict == "amend" else None
    refuse_unknown(minutes, article, "office", given or {}, form)
    why = form.get("why", "").strip() or None
    minutes.rule("office", article, form.get("value", ""), verdict, by=by, values=given, why=why)  # type: ignore[arg-type]


def _told(form: Mapping[str, str], text: str) -> list[dict[str, Any]]:
    """The offices that a form says; a line without a title is none. Raises BadRuling where nothing is changed."""
    lines = sorted({int(name[9:]) for name in form if name.startswith("to_title-") and name[9:].isdecimal()})
    same = all(form.get(f"to_{f}-{n}", "").split() == form.get(f"was_{f}-{n}", "").split()
               for n in lines for f in FIELDS[:2])  # fmt: skip
    spans = {n: placed(f"words-{n}", form, text) for n in lines}
    if same and all(place(spans[n]) == form.get(f"was_words-{n}", "") for n in lines):
        raise BadRuling("nothing in the form differs from what is there", "Change a field, or accept the offices.")
    return [
        {"title": title, "of": form.get(f"to_of-{n}", "").strip() or None, "evidence": spans[n]}
        for n in lines if (title := " ".join(form[f"to_title-{n}"].split()))
    ]  # fmt: skip
