"""The database behind the minutes: SQLite in a file, or PostgreSQL. The one owner of transactions.

What the drivers raise becomes an error of our own tree, with what to do next.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar, cast

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, NoSuchModuleError, OperationalError

from verbale.errors import MinutesBusy, MinutesError, MissingExtra, NoSuchValue, NotMinutes, NotWritable

_T = TypeVar("_T")
# What libraries log of a lost connection we tell ourselves; without a handler it would go to standard error.
for _library in ("sqlalchemy", "psycopg"):
    logging.getLogger(_library).addHandler(logging.NullHandler())
WAITING = 30.0  # seconds for a lock, and for a lost server to come back
CACHE = 16 * 1024  # KiB that an SQLite connection keeps in memory, at most
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

    @contextlib.contextmanager
    def outside(self) -> Iterator[sqlite3.Connection]:
        """SQLite's own connection outside any transaction, for what cannot be done within one."""
        with self._explained(), self.engine.connect() as connection:
            raw = connection.connection.driver_connection
            try:
                yield cast(sqlite3.Connection, raw)
            except sqlite3.Error as error:
                raise OperationalError(None, None, error) from error

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
        except OverflowError as error:  # SQLite's driver, of a number beyond 64 bits
            raise NoSuchValue("there is nothing with so large a number") from error

    @property
    def shown(self) -> str:
        """Its name in messages, without a password."""
        return str(self.path) if self.path else _shown(self.engine.url)


def _full(url: str) -> URL:
    """A plain path is an SQLite file; PostgreSQL is spoken to by psycopg 3. Raises MinutesError."""
    if "://" not in url:
        return _checked(URL.create("sqlite", database=url))
    try:
        made = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise MinutesError(f"{url.partition('://')[0]}://…: this names no database") from error
    short = made.drivername in ("postgresql", "postgres")
    return _checked(made.set(drivername="postgresql+psycopg") if short else made)


def _checked(url: URL) -> URL:
    kind, name = url.drivername.partition("+")[0], url.database or ""
    if kind not in ("sqlite", "postgresql"):
        raise MinutesError(f"{_shown(url)}: minutes are kept in SQLite or PostgreSQL, not in {kind}")
    if "@" in (url.host or ""):  # the rest of a password, which is not to be shown
        raise MinutesError(f"{kind}://…: it has more than one @", "In a password write %40 for @ and %2F for /.")
    if kind == "sqlite" and (not name or "\0" in name or url.query or url.host):
        advice = "Give a path such as talks.db, or sqlite:///talks.db, and nothing after it."
        raise MinutesError(f"{_shown(url)!r} names no file", advice)
    if kind == "sqlite" and Path(name).is_dir():
        raise MinutesError(f"{name}: this is a directory", "Give a file in it, such as talks.db.")
    return url


def _shown(url: URL) -> str:
    """Without a password, which may stand among the options, too."""
    return url.set(query={}).render_as_string(hide_password=True)


def _engine(url: URL) -> Engine:
    try:
        if url.get_backend_name() == "sqlite":
            return _sqlite(url)
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 5})
    except (ArgumentError, NoSuchModuleError) as error:
        raise MinutesError(f"{_shown(url)}: this names no database") from error
    except ImportError as error:
        problem = "PostgreSQL needs the library psycopg, which is not there"
        raise MissingExtra(problem, "Install it with `pip install 'verbale[postgresql]'`.") from error


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": WAITING, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves: the driver's own begins too late
        for name, value in {"foreign_keys": "ON", "busy_timeout": int(WAITING * 1000), "synchronous": "NORMAL",
                            "cache_size": -CACHE}.items():  # fmt: skip
            connection.execute(f"PRAGMA {name}={value}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


# Words in the drivers' messages, and what they mean.
_BUSY = ("database is locked", "database table is locked")
_REFUSED = ("authentication failed", "does not exist", "no pg_hba.conf entry", "no password", "permission denied")
_GONE = ("connection", "terminating", "shutting down", "starting up", "server closed", "could not receive",
         "consuming input", "pipeline", "failed to resolve")  # fmt: skip
_STATES = ("08", "57P")  # SQLSTATE of lost connections, and of servers that stop or start


def explained(error: DBAPIError, name: str) -> MinutesError:
    told = str(error.orig).strip()
    low = told.lower()
    if "file is not a database" in low or "malformed" in low:
        return NotMinutes(f"{name}: this is no minutes file, or it is damaged")
    if "unable to open" in low:
        return MinutesError(f"{name}: the file cannot be opened", "Check that its folder exists and may be written to.")
    if "readonly" in low or "read-only" in low:
        advice = "Give another file, or make it and its folder writable: even to read it, SQLite writes beside it."
        return NotWritable(f"{name}: it or its folder is write-protected", advice)
    if ("full" in low and "disk" in low) or "no space left" in low:
        return NotWritable(f"{name}: the disk is full", "Free some space and try again; nothing was lost.")
    if "disk i/o error" in low:
        advice = "Most often there is no space left, or no more is allowed: free some and try again; nothing was lost."
        return NotWritable(f"{name}: it cannot be written to the disk", advice)
    if any(sign in low for sign in _BUSY):
        return MinutesBusy(f"{name}: somebody else is writing to it")
    if isinstance(error, OperationalError) and any(sign in low for sign in _REFUSED):
        return MinutesError(f"{name}: the server refuses it ({told.splitlines()[-1]})",
                            "Check user, password and the database's name in the address.")  # fmt: skip
    if _is_gone(error, low):
        return MinutesBusy(f"{name}: the server does not answer ({told.splitlines()[0] if told else 'no word'})",
                           "Check that it runs and that the address is right, and try again.")  # fmt: skip
    return MinutesError(f"{name}: the database refused it: {told.splitlines()[0] if told else type(error).__name__}")


def _is_gone(error: DBAPIError, low: str) -> bool:
    """Whether the server went away, however the driver calls it: in the middle of many rows it has other classes."""
    state = getattr(error.orig, "sqlstate", None) or ""
    if error.connection_invalidated or state.startswith(_STATES):
        return True
    return isinstance(error, OperationalError | InterfaceError) and any(sign in low for sign in _GONE)
