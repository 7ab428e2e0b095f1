"""The minutes: records kept in a database, asked and ruled on.

minutes = Minutes("sqlite:///talks.db")
minutes.add(record)
for standing in minutes.positions(on="ferry fee", by="Norland"): ...
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Self

from sqlalchemy import func, select

from verbale.errors import MinutesError, NoSuchValue
from verbale.record import Article, Reader, Record, loads

from . import tables
from .accounts.audit import note
from .changing import Changing
from .counting import Counting
from .database import Database
from .glancing import Glancing
from .looking import Looking
from .migrating import prepare
from .offering import Offering
from .searching import Searching
from .settling import Settling
from .writing import Added, known, write

DEFAULT = "sqlite:///minutes.db"


class Minutes(Searching, Looking, Changing, Glancing, Counting, Offering, Settling):
    """Articles and what was read in them, in SQLite (`sqlite:///talks.db`, a path) or PostgreSQL (`postgresql://…`).

    A database that is empty or of an older schema is brought up to date when it is opened, an SQLite file after a
    backup beside it; `create=False` refuses a file that is not there. Safe to use from several threads and processes.

    Raises:
        NotMinutes, NewerMinutes, MinutesBusy, MinutesError: where it cannot be opened.
    """

    def __init__(self, url: str = DEFAULT, *, create: bool = True) -> None:
        self.database = Database(url)
        if not create and self.database.path is not None and not self.database.path.exists():
            problem = f"{self.database.shown}: there is no such file"
            raise MinutesError(problem, "`verbale add` makes one from articles.")
        self.database.patiently(lambda: prepare(self.database), waiting=3.0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.database.close()

    def add(self, record: Record) -> Added:
        """Keep a record: whole, or not at all. The same one again changes nothing.

        A newer reading of an article replaces the machine's values and keeps every ruling. Waits for a lock or a
        server that is away, 30 seconds at most, then raises MinutesBusy; RecordError where its id is another text's.
        """

        def work() -> Added:
            with self.database.writing() as connection:
                added = write(connection, record, now())
                if added.outcome != "same":
                    note(connection, "article added" if added.outcome == "new" else "article read again", added.id)
                return added

        return self.database.patiently(work)

    def has(self, article: Article, reader: Reader) -> Added | None:
        """What is known of an article that this reader has read before; None where it is to be read."""
        with self.database.reading() as connection:
            return known(connection, article, reader)

    def __len__(self) -> int:
        """How many articles there are, near-copies too."""
        with self.database.reading() as connection:
            return connection.execute(select(func.count()).select_from(tables.articles)).scalar_one()

    def __contains__(self, article: str) -> bool:
        with self.database.reading() as connection:
            found = select(tables.articles.c.number).where(tables.articles.c.id == article)
            return connection.execute(found).first() is not None

    def record(self, article: str) -> Record:
        """The record of an article by its id, as the machine read it. Raises NoSuchValue."""
        with self.database.reading() as connection:
            row = connection.execute(select(tables.articles.c.record).where(tables.articles.c.id == article)).first()
        if row is None:
            raise NoSuchValue(f"there is no article {article}")
        return _unpacked(row.record)

    def records(self, articles: Iterable[str] | None = None) -> Iterator[Record]:
        """Records in the order in which they were added; all, or those of the ids."""
        wanted = None if articles is None else list(articles)
        last = 0
        while True:
            a = tables.articles.c
            query = select(a.number, a.record).where(a.number > last).order_by(a.number).limit(100)
            with self.database.reading() as connection:
                rows = connection.execute(query if wanted is None else query.where(a.id.in_(wanted))).all()
            if not rows:
                return
            yield from (_unpacked(row.record) for row in rows)
            last = rows[-1].number


def _unpacked(packed: bytes) -> Record:
    return loads(zlib.decompress(packed), trusted=True)


def now() -> str:
    """The time in UTC, to the second, as the minutes write it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
