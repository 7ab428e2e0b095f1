"""What a ruling may say, and what several of them on one value come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol, get_args

from verbale.errors import BadRuling
from verbale.record import values as record

ALLOWED: dict[str, dict[str, tuple[Any, ...]]] = {
    "statement": {"quotation": get_args(record.Quotation), "act": get_args(record.Act), "denied": (True, False)},
    "position": {"stance": get_args(record.Stance)},
    "participation": {"role": get_args(record.Role), "status": get_args(record.Status)},
    "event": {"class": get_args(record.EventClass)},
    "conflict": {"kind": get_args(record.ConflictKind)},
}
TEXTS: dict[str, tuple[str, ...]] = {"statement": ("speaker",), "position": ("condition",), "event": ("mode",)}
LONGEST = 2000
ROLES = ("source", "cue", "content")


class Ruled(Protocol):
    """A row of `rulings`."""

    number: int
    by: str
    verdict: str
    values: Any
    final: bool
    undoes: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rulings on a value come to."""

    verdict: str
    values: dict[str, Any]
    by: str
    disputed: bool


def checked(kind: str, verdict: str, values: Mapping[str, Any], length: int) -> dict[str, Any]:
    """The values of an amendment, if they may be; `length` is that of the article. Raises BadRuling."""
    if verdict != "amend":
        if values:
            raise BadRuling(f"to {verdict} a value needs no new values")
        return {}
    if not values:
        raise BadRuling("an amendment needs new values")
    for field, value in values.items():
        _check(kind, field, value, length)
    return dict(values)


def _check(kind: str, field: str, value: Any, length: int) -> None:
    choices = ALLOWED.get(kind, {}).get(field)
    if choices is not None:
        if value not in choices:
            raise BadRuling(f"{field} cannot be {value!r}", f"It is one of {', '.join(map(str, choices))}.")
    elif field in TEXTS.get(kind, ()):
        if value is not None and not (isinstance(value, str) and 0 < len(value) <= LONGEST):
            raise BadRuling(f"{field} must be a text of 1 to {LONGEST} characters")
    elif (kind, field) == ("statement", "spans"):
        _check_spans(value, length)
    else:
        known = (*ALLOWED.get(kind, ()), *TEXTS.get(kind, ()), *(("spans",) if kind == "statement" else ()))
        raise BadRuling(f"a {kind} has no {field} to amend", f"There are {', '.join(known)}.")


def _check_spans(value: Any, length: int) -> None:
    """{"source": [[start, end)], "cue": …, "content": …} in code points of the article."""
    if not isinstance(value, dict) or set(value) - set(ROLES) or not value.get("content"):
        raise BadRuling(f"spans are lists of [start, end] under {', '.join(ROLES)}, of which content must have one")
    for spans in value.values():
        whole = isinstance(spans, list) and all(_is_span(span, length) for span in spans)
        if not whole or any(a[1] > b[0] for a, b in pairwise(spans)):
            raise BadRuling(f"a span is [start, end] within the article's {length} characters, one after the other")


def _is_span(span: Any, length: int) -> bool:
    return (isinstance(span, list | tuple) and len(span) == 2 and all(type(at) is int for at in span)
            and 0 <= span[0] < span[1] <= length)  # fmt: skip


def outcome(rulings: Sequence[Any]) -> Outcome | None:
    """What the rulings on one value come to, in the order in which they were made; None where all are taken back."""
    taken_back = {r.undoes for r in rulings if r.undoes is not None}
    live = [r for r in rulings if r.verdict != "undo" and r.number not in taken_back]
    if not live:
        return None
    by_reviewer = {r.by: _of_reviewer([x for x in live if x.by == r.by]) for r in live}
    last = next((r for r in reversed(live) if r.final), live[-1])
    verdict, values = by_reviewer[last.by]
    several = {(v, repr(sorted(x.items()))) for v, x in by_reviewer.values()}
    return Outcome(verdict, values, last.by, disputed=len(several) > 1 and not last.final)


def _of_reviewer(rulings: Iterable[Any]) -> tuple[str, dict[str, Any]]:
    """The last verdict of one reviewer; amendments of several fields add up, until another verdict."""
    verdict, values = "", dict[str, Any]()
    for ruling in rulings:
        own = getattr(ruling, "_mapping", {}).get("values", None)
        given = own if own is not None else ruling.values
        values = values | given if verdict == ruling.verdict == "amend" else dict(given)
        verdict = ruling.verdict
    return verdict, values
