"""Parameters of a query as a Filter of the minutes: the same names, the same meaning."""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Annotated, Any

from fastapi import Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic import AfterValidator

from verbale.minutes.answers import Filter, Layer
from verbale.minutes.joining import plain
from verbale.record import Quotation, Stance
from verbale.record.shapes import descriptions

LARGEST = 500  # values of one page
EXAMPLE = "15977700231e6d13"  # id of an article
_YEAR = "(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
_FOURTH = "(?:0[48]|[2468][048]|[13579][26])"
DAY = (  # every year, month and day of the calendar
    f"^(?:{_YEAR}(?:-(?:0[1-9]|1[0-2]))?|{_YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    f"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    f"|(?:[0-9]{{2}}{_FOURTH}|{_FOURTH}00)-02-29)$"
)
CURSOR = r"^[0-9TZ.:+-]{0,40}_[0-9]{1,18}$"

Told = Annotated[str, AfterValidator(plain)]  # as the minutes hold it, which have no NUL
Dependency = Callable[..., Filter]


def _asked(name: str, kind: Any, example: Any, default: Any = None, **limits: Any) -> Parameter:
    about = Query(description=descriptions(Filter)[name], examples=[example], **limits)
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, about])


_WORDS = {"min_length": 1, "max_length": 300}
PARAMETERS: dict[str, Parameter] = {each.name: each for each in (
    _asked("on", Told | None, "ferry fee", **_WORDS),
    _asked("by", Told | None, "Norland", **_WORDS),
    _asked("since", str | None, "2026-03-01", json_schema_extra={"pattern": DAY}),
    _asked("until", str | None, "2026-03", json_schema_extra={"pattern": DAY}),
    _asked("stance", Stance | None, "oppose"),
    _asked("quotation", Quotation | None, "direct"),
    _asked("meeting", Told | None, "ferry fee talks", **_WORDS),
    _asked("publisher", Told | None, "Gazette", **_WORDS),
    _asked("country", str | None, "NO", pattern="^[A-Za-z]{2}$"),
    _asked("article", Told | None, EXAMPLE, **_WORDS),
    _asked("layer", Layer, "ruled", "ruled"),
    _asked("copies", bool, False, False),
    _asked("limit", int, 50, 100, ge=1, le=LARGEST),
    _asked("after", str | None, "2026-03-04_12", pattern=CURSOR),
)}  # fmt: skip


def narrowed(*names: str, others: tuple[str, ...] = ()) -> Dependency:
    """A dependency that makes a Filter of these parameters and refuses any more, but for `others`."""
    own = (*names, "limit", "after")

    def asked(request: Request, **given: Any) -> Filter:
        refuse_others(request, (*others, *own))
        return Filter(**given)

    first = Parameter("request", Parameter.POSITIONAL_OR_KEYWORD, annotation=Request)
    asked.__signature__ = Signature([first, *(PARAMETERS[name] for name in own)])  # type: ignore[attr-defined]
    return asked


def refuse_others(request: Request, known: tuple[str, ...]) -> None:
    """A parameter that does nothing is a mistake of whoever sends it. Raises RequestValidationError."""
    others = sorted(set(request.query_params) - set(known))
    if others:
        told = f"there is no such parameter here; there are {', '.join(known)}"
        raise RequestValidationError([{"type": "extra_forbidden", "loc": ("query", n), "msg": told} for n in others])
