"""The database behind the minutes: SQLite in a file, or PostgreSQL. The one owner of transactions.

What the drivers raise becomes an error of our own tree, with what to do next.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from verbale.errors import MinutesBusy, MinutesError, MissingExtra, NotMinutes

_T = TypeVar("_T")
WAITING = 30.0  # seconds for a lock, and for a lost server to come back
APPLICATION = 0x56424C45  # "VBLE" in the header of our SQLite files
_WRITERS = 4207849  # PostgreSQL's advisory lock: one writer at a time, as in SQLite


class Database:
    """A database by its URL: `sqlite:///talks.db`, `postgresql://…`, or a path to an SQLite file."""

    def __init__(self, url: str) -> None:
        self.url = _full(url)
        self.engine = _engine(self.url)

    @property
    def sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @property
    def path(self) -> Path | None:
        """The file, where there is one."""
        name = self.engine.url.database
        return Path(name) if self.sqlite and name and name != ":memory:" else None

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for queries; what it sees does not change under them."""
        with self._explained(), self.engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it is kept at the end, or nothing."""
        with self._explained(), self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            if not self.sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITERS})
            yield connection

    def patiently(self, work: Callable[[], _T], waiting: float = WAITING) -> _T:
        """Do a whole transaction, and again while the server is away or the database locked."""
        end = time.monotonic() + waiting
        while True:
            try:
                return work()
            except MinutesBusy:
                if time.monotonic() > end:
                    raise
                self.engine.dispose()
                time.sleep(0.25)

    def close(self) -> None:
        self.engine.dispose()

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise explained(error, self.shown) from error

    @property
    def shown(self) -> str:
        """Its name in messages, without a password."""
        return str(self.path) if self.path else self.engine.url.render_as_string(hide_password=True)


def _full(url: str) -> str:
    """A plain path is an SQLite file; PostgreSQL is spoken to by psycopg 3."""
    if "://" not in url:
        return f"sqlite:///{url}"
    for short in ("postgresql://", "postgres://"):
        if url.startswith(short):
            return "postgresql+psycopg://" + url.removeprefix(short)
    return url


def _engine(url: str) -> Engine:
    try:
        kind = make_url(url).get_backend_name()
        if kind not in ("sqlite", "postgresql"):
            raise MinutesError(f"{url}: minutes are kept in SQLite or PostgreSQL, not in {kind}")
        if kind == "sqlite":
            return _sqlite(url)
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 5})
    except (ArgumentError, NoSuchModuleError) as error:
        raise MinutesError(f"{url}: this names no database") from error
    except ImportError as error:
        problem = "PostgreSQL needs the library psycopg, which is not there"
        raise MissingExtra(problem, "Install it with `pip install 'verbale[postgresql]'`.") from error


def _sqlite(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": WAITING, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves: the driver's own begins too late
        for pragma in ("foreign_keys=ON", f"busy_timeout={int(WAITING * 1000)}", "synchronous=NORMAL"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


# Words in the drivers' messages, and what they mean.
_BUSY = ("database is locked", "database table is locked")
_GONE = ("connection", "terminating", "shutting down", "starting up", "server closed", "could not receive")


def explained(error: DBAPIError, name: str) -> MinutesError:
    told = str(error.orig).strip()
    low = told.lower()
    if "file is not a database" in low or "malformed" in low:
        return NotMinutes(f"{name}: this is no minutes file, or it is damaged")
    if "unable to open" in low:
        return MinutesError(f"{name}: the file cannot be opened", "Check that its folder exists and may be written to.")
    if "readonly" in low or "read-only" in low:
        return MinutesError(f"{name}: it is write-protected", "Give another file, or make it writable.")
    if "full" in low and "disk" in low:
        return MinutesError(f"{name}: the disk is full", "Free some space and try again; nothing was lost.")
    if any(sign in low for sign in _BUSY):
        return MinutesBusy(f"{name}: somebody else is writing to it")
    if isinstance(error, OperationalError) and (error.connection_invalidated or any(sign in low for sign in _GONE)):
        return MinutesBusy(f"{name}: the server does not answer ({told.splitlines()[0] if told else 'no word'})",
                           "Check that it runs and that the address is right, and try again.")  # fmt: skip
    return MinutesError(f"{name}: the database refused it: {told.splitlines()[0] if told else type(error).__name__}")
