"""The audit log: what was done, by whom, from where. Rows are only added; the database refuses everything else.

Rulings are noted by the database itself as they are kept (migration 0002), so that none can be left out.
"""

from __future__ import annotations

import contextlib
import getpass
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from .. import days, tables
from ..joining import plain
from ..portable import bounded
from .keeping import Keeping

COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True)
class Origin:
    """Who does something, and from where: an internet address, or the command line."""

    name: str | None
    place: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the audit log.

    Attributes:
        number: Counts all rows in the order in which they were written.
        at: When, UTC.
        by: Who; None where nobody was let in, and for articles added before there was an audit log.
        what: "ruling", "article added", "log-in", "failed log-in", "user added", …
        about: What or whom it concerns.
        place: An internet address, "command line", or None where it is not known.
    """

    number: int
    at: str
    by: str | None
    what: str
    about: str
    place: str | None


_acting: ContextVar[Origin | None] = ContextVar("acting", default=None)


@contextlib.contextmanager
def acting_as(origin: Origin) -> Iterator[None]:
    """What is done within, in this task and those begun by it, is noted as done by `origin`."""
    before = _acting.set(origin)
    try:
        yield
    finally:
        _acting.reset(before)


def acting() -> Origin:
    """Who acts now; on the command line the user of the machine."""
    return _acting.get() or Origin(_of_the_machine(), COMMAND_LINE)


def note(connection: Connection, what: str, about: str, origin: Origin | None = None) -> None:
    """Add a row within a transaction."""
    who = origin or acting()
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    row = {"at": at, "by": plain(who.name) if who.name else None, "what": what, "about": plain(about),
           "place": plain(who.place)}  # fmt: skip
    connection.execute(insert(tables.audit).values(row))


class Audit(Keeping):
    """Reading the audit log."""

    def audit(
        self, *, by: str | None = None, what: str | None = None, since: str | None = None, before: int | None = None,
        limit: int = 100,
    ) -> list[Entry]:  # fmt: skip
        """Rows, the latest first: of one name, of one kind, from a day on, older than the row `before`.
        Raises BadQuery."""
        if since is not None:
            days.check(since, "since")
        a = tables.audit.c
        query = select(a.number, a.at, a.by, a.what, a.about, a.place).order_by(a.number.desc()).limit(limit)
        query = query.where(a.by == by) if by is not None else query
        query = query.where(a.what == what) if what is not None else query
        query = query.where(a.at >= since) if since is not None else query
        query = query.where(a.number < bounded(before)) if before is not None else query
        with self.database.reading() as connection:
            return [Entry(*row) for row in connection.execute(query)]


def _of_the_machine() -> str | None:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user that the machine has no name for
        return None
