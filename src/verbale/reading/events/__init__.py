"""Who did what to whom, and who is how toward whom: deeds and attitudes, by frames and by the model together."""

from __future__ import annotations

from .attitudes import find_attitudes
from .finding import find_deeds
from .writing import Deeds

__all__ = ["Deeds", "find_attitudes", "find_deeds"]
