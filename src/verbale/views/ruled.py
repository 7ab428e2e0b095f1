"""Rulings for eyes: what was ruled, how far reviewers agree, on what they differ."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from verbale.minutes.agreeing import Agreement, Disagreement
from verbale.minutes.ruling import Join, Rule

from .asked import Told, lines, where
from .text import DIM, styled

Answer = Rule | Agreement | Disagreement | Join
_CUT = 120  # characters of a value
_NO_LISTS = ("moved", "followers")


def as_text(answers: Sequence[Answer], *, width: int = 80, color: bool = False) -> str:
    """Lines no wider than `width` (at least 40); "Nothing was found." where there is nothing."""
    if not answers:
        return styled("Nothing was found.", DIM, color) + "\n"
    return lines((_TOLD[type(answer)](answer) for answer in answers), width=width, color=color)


def _rule(rule: Rule) -> Told:
    what = rule.anchor if rule.kind not in ("statement", "event") else f"at {rule.anchor}"
    undone = f" (takes ruling {rule.undoes} back)" if rule.undoes else ""
    head = f"{rule.number:<6} {rule.verdict} {rule.kind} {what}{undone}{', final' if rule.final else ''}"
    return head, list(_details(rule))


def _details(rule: Rule) -> Iterator[str]:
    for name, value in rule.values.items():
        if name not in _NO_LISTS:
            before = f", was {told(rule.machine[name])}" if rule.verdict == "amend" and name in rule.machine else ""
            yield f"{name}: {told(value)}{before}"
    yield f"{rule.by}, {rule.at}" + (f", article {rule.article}" if rule.article else "")
    if rule.why:
        yield f"“{rule.why}”"


def told(value: Any) -> str:
    """A value of a ruling in a few words."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _CUT else text[: _CUT - 1] + "…"


def _agreement(found: Agreement) -> Told:
    head = f"{found.field}: alpha {'undefined' if found.alpha is None else f'{found.alpha:.2f}'}"
    spread = f" ({found.low:.2f} to {found.high:.2f})" if found.low is not None and found.high is not None else ""
    why = "; all values are the same" if found.alpha is None else ""
    return head + spread + why, [f"{found.same} of {found.values} values alike, {found.reviewers} reviewers"]


def _disagreement(found: Disagreement) -> Told:
    head = f"{found.kind} {found.anchor}" + (f", article {found.article}" if found.article else "")
    settled = [f"settled by {found.settled}"] if found.settled else []
    said = [f"{by}: " + ", ".join(f"{n} {told(v)}" for n, v in own.items()) for by, own in found.said.items()]
    return head, [*said, *settled]


def _join(join: Join) -> Told:
    return f"{join.name}: {join.reason}", [f"{where(join.article)}, {join.local}"]


_TOLD: Mapping[type, Callable[[Any], Told]] = {
    Rule: _rule, Agreement: _agreement, Disagreement: _disagreement, Join: _join,
}  # fmt: skip
