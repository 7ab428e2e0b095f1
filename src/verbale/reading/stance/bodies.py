"""Who acts for whom: the actors that tokens name, the bodies for which somebody speaks."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.record import Actor

from ..lexicon.questions import question_words
from ..tree import Tree

_ABROAD = ("foreign ministry", "ministry of foreign", "foreign office", "embassy", "mission of", "delegation of")


def mentions(tree: Tree, actors: Iterable[Actor]) -> dict[int, str]:
    """For each token the actor whose shortest mention it stands in."""
    spans = sorted(((s.end - s.start, s, a.id) for a in actors for s in a.mentions), reverse=True)
    return {token: actor for _, (start, end), actor in spans for token in tree.tokens(start, end)}


def speaks_abroad(actor: Actor) -> bool:
    """ "Singapore's foreign ministry", "the Polish embassy": what it says counts for the state."""
    name = actor.name.lower()
    return actor.kind == "organisation" and actor.country is not None and any(w in name for w in _ABROAD)


def principals(actor: Actor) -> tuple[str, ...]:
    """The bodies and states for which somebody in office speaks."""
    words = question_words()
    return tuple(o.of for o in actor.offices if o.of is not None and words.speaks(o.title))
