"""What reviewers rule, and what they have ruled."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from verbale.errors import NoSuchValue
from verbale.minutes import Minutes
from verbale.minutes.agreeing import Agreement, Disagreement
from verbale.minutes.answers import Filter
from verbale.minutes.ruling import Kind, Rule

from ..who import Who, needs
from .answering import Page, paged, sliced, told
from .asked import EXAMPLE, Told, narrowed
from .bodies import Added, Amended, Judged, Merged, Settled, Split, Undone
from .door import Door
from .single import Number

router = APIRouter(route_class=Door, prefix="/rulings", tags=["rulings"])
made: dict[str, Any] = {"status_code": 201, "response_model": Rule}
Reviewer = Annotated[Who, Depends(needs("reviewer"))]


def _only(about: str, example: str) -> Any:
    return Query(max_length=300, description=about, examples=[example])


@router.post("/accept", operation_id="accept_value", **made)
def accept(request: Request, ruling: Judged, who: Reviewer) -> Response:
    """Say that a value is right as the machine read it."""
    return _judged(request, ruling, "accept", who)


@router.post("/reject", operation_id="reject_value", **made)
def reject(request: Request, ruling: Judged, who: Reviewer) -> Response:
    """Say that a value is wrong. It stays in the machine's layer and is shown in no other."""
    return _judged(request, ruling, "reject", who)


@router.post("/amend", operation_id="amend_value", **made)
def amend(request: Request, ruling: Amended, who: Reviewer) -> Response:
    """Say what a value should have been."""
    return _judged(request, ruling, "amend", who, ruling.values)


@router.post("/add", operation_id="add_value", **made)
def add(request: Request, ruling: Added, who: Reviewer) -> Response:
    """Add a value that the machine missed."""
    minutes: Minutes = request.app.state.minutes
    return _ruled(request, minutes.rule(ruling.kind, ruling.article, None, "add", by=who.name, values=ruling.values,
                                        why=ruling.why, final=ruling.final))  # fmt: skip


@router.post("/merge", operation_id="merge", **made)
def merge(request: Request, ruling: Merged, who: Reviewer) -> Response:
    """Say that two actors, questions or meetings of the minutes are one."""
    minutes: Minutes = request.app.state.minutes
    return _ruled(request, minutes.merge(ruling.kind, ruling.into, ruling.other, by=who.name, why=ruling.why))


@router.post("/split", operation_id="split", **made)
def split(request: Request, ruling: Split, who: Reviewer) -> Response:
    """Say that an actor, question or meeting is another one in some of its articles."""
    minutes: Minutes = request.app.state.minutes
    return _ruled(request, minutes.split(ruling.kind, ruling.number, ruling.articles, by=who.name, why=ruling.why))


@router.post("/settle", operation_id="settle", **made)
def settle(request: Request, ruling: Settled, who: Reviewer) -> Response:
    """Settle a disagreement as one of the reviewers says. It holds against whatever others rule later."""
    minutes: Minutes = request.app.state.minutes
    return _ruled(request, minutes.settle(ruling.kind, ruling.article, ruling.value, ruling.says, by=who.name,
                                          why=ruling.why))  # fmt: skip


@router.post("/undo", operation_id="undo_ruling", **made)
def undo(request: Request, ruling: Undone, who: Reviewer) -> Response:
    """Take a ruling back. That is a ruling, too: nothing is ever deleted."""
    minutes: Minutes = request.app.state.minutes
    return _ruled(request, minutes.undo(ruling.number, by=who.name, why=ruling.why))


@router.get("", operation_id="list_rulings", response_model=Page[Rule], dependencies=[Depends(needs("reader"))])
def rulings(
    request: Request,
    kind: Annotated[Kind | None, Query(description="On values of this kind.", examples=["position"])] = None,
    article: Annotated[Told | None, _only("On values of this article, by its id.", EXAMPLE)] = None,
    by: Annotated[Told | None, _only("By this reviewer.", "Iris")] = None,
    value: Annotated[Told | None, _only("On the value with this anchor.", "10-25")] = None,
    asked: Filter = Depends(narrowed(others=("kind", "article", "by", "value"))),
) -> Response:  # fmt: skip
    """Every ruling that was ever made, the latest first."""
    minutes: Minutes = request.app.state.minutes

    def find(narrow: Filter) -> list[Rule]:
        before = int(narrow.after.rpartition("_")[2]) if narrow.after else None
        return minutes.rulings(kind=kind, article=article, by=by, value=value, before=before, limit=narrow.limit)

    return paged(request, asked, find, lambda rule: f"_{rule.number}")


@router.get("/disagreements", operation_id="list_disagreements", response_model=Page[Disagreement],
            dependencies=[Depends(needs("reader"))])  # fmt: skip
def disagreements(
    request: Request,
    settled: Annotated[bool, Query(description="Those that are settled, too.", examples=[True])] = False,
    asked: Filter = Depends(narrowed(others=("settled",))),
) -> Response:
    """Values on which reviewers differ, in the order in which they were first ruled on."""
    minutes: Minutes = request.app.state.minutes
    return sliced(request, asked, minutes.disagreements(settled=settled))


@router.get("/agreement", operation_id="list_agreement", response_model=Page[Agreement],
            dependencies=[Depends(needs("reader"))])  # fmt: skip
def agreement(request: Request, asked: Filter = Depends(narrowed())) -> Response:
    """How far reviewers agree on each field: Krippendorff's alpha, those ruled on most first."""
    minutes: Minutes = request.app.state.minutes
    return sliced(request, asked, minutes.agreement())


@router.get("/{number:int}", operation_id="get_ruling", response_model=Rule, dependencies=[Depends(needs("reader"))])
def ruling(request: Request, number: Number) -> Response:
    """One ruling."""
    return told(_one(request.app.state.minutes, number))


def _judged(
    request: Request, ruling: Judged, verdict: Literal["accept", "reject", "amend"], who: Who,
    values: dict[str, Any] | None = None,
) -> Response:  # fmt: skip
    minutes: Minutes = request.app.state.minutes
    number = minutes.rule(ruling.kind, ruling.article, ruling.value, verdict, by=who.name, values=values,
                          why=ruling.why, final=ruling.final)  # fmt: skip
    return _ruled(request, number)


def _ruled(request: Request, number: int) -> Response:
    return told(_one(request.app.state.minutes, number), 201, f"/api/v1/rulings/{number}")


def _one(minutes: Minutes, number: int) -> Rule:
    found = minutes.rulings(before=number + 1, limit=1)
    if not found or found[0].number != number:
        raise NoSuchValue(f"there is no ruling {number}")
    return found[0]
