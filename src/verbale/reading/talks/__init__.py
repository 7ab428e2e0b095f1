"""Meetings and who takes part in them."""

from __future__ import annotations

from .draft import Draft
from .meetings import find_meetings
from .participation import Seats
from .seats import Seat, claims_of
from .seeing import meeting_heads
from .writing import write_meetings

__all__ = ["Draft", "Seat", "Seats", "claims_of", "find_meetings", "meeting_heads",
           "write_meetings"]  # fmt: skip
