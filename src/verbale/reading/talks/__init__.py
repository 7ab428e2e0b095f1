"""Meetings and who takes part in them."""

from __future__ import annotations

from .meetings import Draft, country, find_meetings
from .participation import Seat, Seats, claims_of
from .writing import write_meetings

__all__ = ["Draft", "Seat", "Seats", "claims_of", "country", "find_meetings", "write_meetings"]
