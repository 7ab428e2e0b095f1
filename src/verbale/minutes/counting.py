"""Counting what was said, by time."""

from __future__ import annotations

from sqlalchemy import func

from . import tables
from .answers import Filter
from .asking import Asking
from .choosing import stated


class Counting(Asking):
    """Counts over what a filter leaves; its limit and cursor count for nothing."""

    def months(self, asked: Filter = Filter()) -> list[tuple[str, int]]:
        """How many statements each month has, as 2026-03, the first month first; what is dated by its year alone, or
        not at all, is not counted."""
        month = func.substr(tables.statements.c.made, 1, 7)
        with self.database.reading() as connection:
            query = stated(connection, asked)[0].with_only_columns(month, func.count())
            query = query.where(func.length(month) == 7, month.not_like("%W%")).group_by(month).order_by(month)
            return [(told, count) for told, count in connection.execute(query)]
