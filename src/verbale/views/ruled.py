"""Rulings for eyes: what was ruled, how far reviewers agree, on what they differ."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from verbale.minutes.agreeing import Agreement, Disagreement
from verbale.minutes.fields import FIELDS, named
from verbale.minutes.portable import HOMES
from verbale.minutes.ruling import Join, Rule

from .asked import Told, lines, where
from .text import DIM, styled

Answer = Rule | Agreement | Disagreement | Join
Called = Mapping[str, str]  # the names of actors, questions and meetings, by "actor 7"
_CUT = 120  # characters of a value
_NO_LISTS = ("moved", "followers")


def as_text(answers: Sequence[Answer], *, called: Called = MappingProxyType({}), width: int = 80,
            color: bool = False) -> str:  # fmt: skip
    """Lines no wider than `width` (at least 40); "Nothing was found." where there is nothing. `called` has the names
    of `homes`."""
    if not answers:
        return styled("Nothing was found.", DIM, color) + "\n"
    return lines((_TOLD[type(answer)](answer, called) for answer in answers), width=width, color=color)


def homes(answers: Sequence[Answer]) -> Iterator[tuple[str, int | str]]:
    """The actors, questions and meetings that rulings name by their numbers, each with its kind."""
    for each in answers:
        if isinstance(each, Rule | Disagreement):
            said = (each.values, each.machine) if isinstance(each, Rule) else tuple(each.said.values())
            told = (home for values in said for home in named(each.kind, values))
            yield from ((kind, number) for kind, number in told if isinstance(number, int))
            if each.kind in HOMES:
                yield from ((each.kind, int(number)) for number in each.anchor.split())


def _rule(rule: Rule, called: Called) -> Told:
    undone = f" (takes ruling {rule.undoes} back)" if rule.undoes else ""
    what = _about(rule.kind, rule.anchor, called)
    head = f"{rule.number:<6} {rule.verdict} {rule.kind} {what}{undone}{', final' if rule.final else ''}"
    return head, list(_details(rule, called))


def _about(kind: str, anchor: str, called: Called) -> str:
    """What was ruled on: characters of the text, or what it is called."""
    if kind in HOMES:
        return ", ".join(f"{called.get(f'{kind} {number}', kind)} ({number})" for number in anchor.split())
    return f"at {anchor}" if kind in ("statement", "event") else anchor


def _details(rule: Rule, called: Called) -> Iterator[str]:
    for name, value in rule.values.items():
        if name not in _NO_LISTS:
            was = rule.machine.get(name) if rule.verdict == "amend" and name in rule.machine else value
            before = f", was {told(was, rule.kind, name, called)}" if was != value else ""
            yield f"{name}: {told(value, rule.kind, name, called)}{before}"
    yield f"{rule.by}, {rule.at}" + (f", article {rule.article}" if rule.article else "")
    if rule.why:
        yield f"“{rule.why}”"


def told(value: Any, kind: str, name: str, called: Called) -> str:
    """A value of a ruling in a few words: numbers of actors, questions and meetings as they are called."""
    sort = FIELDS[kind][name].sort.rstrip("s") if name in FIELDS.get(kind, ()) else ""
    if value is None:
        return "nobody" if sort == "actor" else "nothing"
    if isinstance(value, list) and sort in HOMES:
        return ", ".join(told(each, kind, name, called) for each in value) or "nobody"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = called.get(f"{sort} {value}", text)
    return text if len(text) <= _CUT else text[: _CUT - 1] + "…"


def _agreement(found: Agreement, _: Called) -> Told:
    head = f"{found.field}: alpha {'undefined' if found.alpha is None else f'{found.alpha:.2f}'}"
    spread = f" ({found.low:.2f} to {found.high:.2f})" if found.low is not None and found.high is not None else ""
    why = "; all values are the same" if found.alpha is None else ""
    return head + spread + why, [f"{found.same} of {found.values} values alike, {found.reviewers} reviewers"]


def _disagreement(found: Disagreement, called: Called) -> Told:
    about = f", article {found.article}" if found.article else ""
    head = f"{found.kind} {_about(found.kind, found.anchor, called)}{about}"
    settled = [f"settled by {found.settled}"] if found.settled else []
    said = [
        f"{by}: " + ", ".join(f"{name} {told(value, found.kind, name, called)}" for name, value in own.items())
        for by, own in found.said.items()
    ]
    return head, [*said, *settled]


def _join(join: Join, _: Called) -> Told:
    return f"{join.name}: {join.reason}", [f"{where(join.article)}, {join.local}"]


_TOLD: Mapping[type, Callable[[Any, Called], Told]] = {
    Rule: _rule, Agreement: _agreement, Disagreement: _disagreement, Join: _join,
}  # fmt: skip
