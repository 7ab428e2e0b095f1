"""Source, cue, content: from the model's spans to statements of the record."""

from __future__ import annotations

from .speakers import Cast
from .statements import find_statements

__all__ = ["Cast", "find_statements"]
