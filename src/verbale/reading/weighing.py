"""How likely something read is right, by what it was made of: a log-linear model with learned weights."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

from . import lexicon
from .lexicon.files import read_weights

LEAST, ALONE = "least", "least alone"  # keys of the probability that a value needs, and of one that only the model sees
Features = dict[str, float]


def table(name: str) -> Path:
    """The table of weights of this name among those that ship."""
    return Path(lexicon.__file__).with_name(name)


def weights_in(path: Path) -> Mapping[str, float]:
    """The learned weights by feature, and the probability that a value needs, more where only the model sees it.

    Raises:
        LexiconError: when the file has a mistake, with its line.
    """
    return read_weights(path, LEAST, ALONE)


def chance(features: Features, weights: Mapping[str, float]) -> float:
    """The probability that a careful reader would put it down; what the weights do not know counts neither way."""
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in features.items())))


def log_odds(share: float) -> float:
    """Of a probability that the model gives, bounded where it is nearly nought."""
    return max(-4.0, math.log((share + 0.01) / (1.01 - share)))
