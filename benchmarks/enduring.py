"""What `killed`, `restarted` and `reviewers` share: records to add, a process adding them, and what must be whole."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sqlalchemy import func, select

from verbale.minutes import Minutes, tables
from verbale.record import dumps

from . import generated
from .common import ROOT
from .postgresql import Server, running


def records(path: Path, count: int) -> Path:
    """A file of so many different invented records."""
    made = (replace(r, article=replace(r.article, id=f"article{n}")) for n, r in enumerate(generated.records(count)))
    path.write_text("".join(dumps(each) + "\n" for each in made), encoding="utf-8")
    return path


def adding(records: Path, url: str) -> subprocess.Popen[bytes]:
    """`verbale add` of the records, as a process of its own."""
    command = [sys.executable, "-m", "verbale.cli", "add", str(records), "--minutes", url]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def broken(minutes: Minutes) -> int:
    """How many articles are half written: not all of the statements, positions and joins of their records are there."""
    wrong = 0
    for record in minutes.records():
        wanted = (len(record.statements), len(record.positions),
                  len(record.actors) + len(record.questions) + len(record.meetings))  # fmt: skip
        wrong += _rows(minutes, record.article.id) != wanted
    return wrong


def _rows(minutes: Minutes, article: str) -> tuple[int, ...]:
    a = tables.articles.c
    with minutes.database.reading() as connection:
        number = connection.execute(select(a.number).where(a.id == article)).scalar_one()
        return tuple(
            connection.execute(select(func.count()).select_from(t).where(t.c.article == number)).scalar_one()
            for t in (tables.statements, tables.positions, tables.joins)
        )


@contextlib.contextmanager
def databases() -> Iterator[tuple[dict[str, str], Server]]:
    """Addresses of an empty SQLite file and an empty PostgreSQL database, by their names, and the server."""
    with tempfile.TemporaryDirectory() as folder, running() as server:
        yield {"SQLite": str(Path(folder) / "talks.db"), "PostgreSQL": server.fresh()}, server
