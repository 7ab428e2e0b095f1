"""What all parts of the accounts stand on: the database and a clock."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from sqlalchemy import Connection

from ..database import Database

_T = TypeVar("_T")
Clock = Callable[[], float]


class Keeping:
    """`clock` gives seconds since 1970."""

    def __init__(self, database: Database, clock: Clock = time.time) -> None:
        self.database = database
        self.clock = clock

    def _writing(self, work: Callable[[Connection], _T]) -> _T:
        """A whole transaction, and again while the database is busy."""

        def whole() -> _T:
            with self.database.writing() as connection:
                return work(connection)

        return self.database.patiently(whole)

    def _now(self) -> str:
        return iso(self.clock())


def iso(seconds: float) -> str:
    """2026-03-04T09:30:00Z"""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def digest(secret: str) -> str:
    """What is kept of a secret of 256 random bits: nobody who reads the database can use it."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
