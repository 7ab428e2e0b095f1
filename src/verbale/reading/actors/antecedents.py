"""Whom "he" or "she" means: a log-linear choice among those mentioned before, with weights learned from corpora.

The weights and how they were fitted stand in lexicon/antecedents.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .. import lexicon
from ..lexicon.files import read_yaml, weight
from ..tree import Tree
from .entity import Entity

FURTHEST = 8  # sentences: further away is as far
LOWEST, HIGHEST = -4.0, 5.0  # of a link's score; the model is surer of texts that it was trained on (GUM dev)
LAST = 6  # of the rank


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be meant by the pronoun at a token, with the latest mention, and how many others came since.

    `links` is the evidence of all links of the model to the entity, `best` the score of the strongest.
    """

    entity: Entity
    at: int
    rank: int
    links: float
    best: float


def features(tree: Tree, token: int, gender: str, one: Candidate) -> tuple[float, ...]:
    """In the order of WEIGHTS."""
    entity, at = one.entity, one.at
    away = tree.sentence[token] - tree.sentence[at]
    spoken, same = sum(entity.spoken_of.values()), entity.spoken_of.get(gender, 0)
    return (
        min(one.links, HIGHEST),
        max(LOWEST, min(one.best, HIGHEST)),
        min(away, FURTHEST),
        away == 0,
        tree.deps[at].startswith("nsubj") or tree.deps[tree.heads[at]].startswith("nsubj"),
        entity.gender is not None,
        not entity.reported,
        min(one.rank, LAST),
        tree.heads[at] == tree.heads[token],
        entity.gender is None and spoken > 2 * same,
    )


WEIGHTS = (
    "links", "best", "away", "same_sentence", "subject", "gender_known", "nameless", "rank", "same_verb",
    "other_gender",
)  # fmt: skip


@lru_cache(maxsize=1)
def weights(path: Path = Path(lexicon.__file__).with_name("antecedents.yaml")) -> tuple[float, ...]:
    """The learned weights.

    Raises:
        LexiconError: when the file has a mistake, with its line.
    """
    table = read_yaml(path)
    table.only(*WEIGHTS)
    return tuple(weight(table, name) for name in WEIGHTS)


def likeliest(tree: Tree, token: int, gender: str, candidates: Iterable[Candidate]) -> Entity | None:
    """The entity with the highest score; the latest of equals, None without any."""
    best: tuple[float, Entity] | None = None
    for one in candidates:
        found = features(tree, token, gender, one)
        score = sum(weight * value for weight, value in zip(weights(), found, strict=True))
        if best is None or score > best[0] + 1e-9:
            best = (score, one.entity)
    return best[1] if best is not None else None
