"""Who stands where: claims found by the frames of the lexicon, joined into questions and positions."""

from __future__ import annotations

from .alike import Sameness, numbered
from .bodies import mentions, principals, speaks_abroad
from .claims import Claims
from .finding import Found, find_claims
from .following import Echoes, answers
from .positions import Voices, stand, write
from .seeing import Seeing
from .spoken import Spoken

__all__ = [
    "Claims", "Echoes", "Found", "Sameness", "Seeing", "Spoken", "Voices", "answers", "find_claims", "mentions",
    "numbered", "principals", "speaks_abroad", "stand", "write",
]  # fmt: skip
