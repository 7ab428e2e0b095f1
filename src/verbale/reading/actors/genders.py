"""Whether somebody is "he" or "she", where neither a form of address nor the given name tells."""

from __future__ import annotations

from collections import Counter

from .. import knowledge
from ..coreference import Antecedents
from ..tree import Tree
from .entity import Entity
from .naming import Names

SURE = 1.0  # a link's score from which it counts
CLEARLY = 3  # so many times as often as the other
GENDERED = {"he": "male", "him": "male", "his": "male", "himself": "male",
            "she": "female", "her": "female", "hers": "female", "herself": "female"}  # fmt: skip


def find_genders(tree: Tree, names: Names, antecedents: Antecedents) -> None:
    """Give people whose gender is open that of the pronouns that the model links to their names, where these are
    nearly all the same, else the one of the leaders of their surname."""
    bearers = Counter(e.surname for e in names.entities if e.kind == "person")
    votes = _votes(tree, names, antecedents)
    for entity in names.entities:
        if entity.kind != "person" or entity.gender is not None:
            continue
        count = votes.get(id(entity)) if bearers[entity.surname] == 1 else None
        if count is not None:
            (gender, most), rest = count.most_common(1)[0], count.total()
            entity.gender = gender if most > 1 and most >= CLEARLY * (rest - most) else None
        elif " " not in entity.name:
            entity.gender = knowledge.tables().gender_of_leaders(entity.name)


def _votes(tree: Tree, names: Names, antecedents: Antecedents) -> dict[int, Counter[str]]:
    """Of what gender the pronouns are whose likeliest link to a name is to one of a person's."""
    found: dict[int, Counter[str]] = {}
    for token, links in antecedents.items():
        gender = GENDERED.get(tree.words[token].lower())
        who = next((e for at, score in links if score > SURE and (e := _person(names, at))), None) if gender else None
        if gender is not None and who is not None and who.gender is None:
            found.setdefault(id(who), Counter())[gender] += 1
    return found


def _person(names: Names, token: int) -> Entity | None:
    entity = names.at.get(token)
    return entity if entity is not None and entity.kind == "person" else None
