"""Opposite wordings of one question: "a delay to the works" and "going ahead with the works" are told on one side.

A wording is turned where an odd number of its words end, stop or keep out what it is about. A claim on a wording that
is turned otherwise than the question's label has the opposite stance on the question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from ..tree import Tree
from .claims import Claim
from .following import OPPOSITE
from .joining import Wording
from .matters import Matter

_THIS = frozenset({"this", "that", "so"})


class Turning(Protocol):
    """A claim with its matter and question."""

    claim: Claim
    wording: Wording | None

    @property
    def matter(self) -> Matter: ...


def orient(tree: Tree, found: Sequence[Turning], led: Mapping[int, int]) -> dict[int, bool]:
    """Turn the stances of claims on opposite wordings; `led` leads from heads that point back to those they mean.

    Gives for each question, by its identity, whether its label is to be a turned wording.
    """
    plain = {f.matter.head: f for f in found}
    sides = _sides(found)
    for each in found:
        if each.wording is None or each.claim.stance not in OPPOSITE:
            continue
        side = sides.get(id(each.wording), False)
        if each.matter.points:
            meant = plain.get(led.get(each.matter.head, -1))
            turned = meant is not None and _is_turned_as(tree, each.matter, meant, side)
        else:
            turned = each.matter.turned != side
        if turned:
            each.claim = replace(each.claim, stance=OPPOSITE[each.claim.stance])
    return sides


def _is_turned_as(tree: Tree, pointing: Matter, meant: Turning, side: bool) -> bool:
    """ "wants the ban lifted. Oslo rejects the idea": the idea is the lifting, although the ban was the matter."""
    word = tree.words[pointing.head].lower()
    deed = word in _THIS or (tree.pos[pointing.head] == "NOUN" and pointing.key != meant.matter.key)
    turned = False if meant.matter.points else meant.matter.turned != side
    return turned != (deed and meant.claim.ends)


def _sides(found: Sequence[Turning]) -> dict[int, bool]:
    """The side on which each question is told: as the article opens or asks it, else as most claims have it."""
    by_question: dict[int, list[Turning]] = {}
    for each in found:
        if each.wording is not None:
            by_question.setdefault(id(each.wording), []).append(each)
    return {key: _side(some) for key, some in by_question.items()}


def _side(some: Sequence[Turning]) -> bool:
    wording = some[0].wording
    if wording is not None and wording.lead:
        return wording.lead[0].turned
    count = Counter(f.matter.turned for f in some if not f.matter.points)
    return count[True] > count[False]
