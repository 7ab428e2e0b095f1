"""`verbale read`: files in, one stream out, and a line for each file that failed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TextIO, TypeVar

import typer

from verbale.cli.guard import complain
from verbale.cli.output import output
from verbale.errors import VerbaleError
from verbale.record import Record

SOME_FAILED = 1
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class About:
    """What the command line says about the articles."""

    published: str | None
    publisher: str | None
    headline: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Way:
    """How the articles are read."""

    joined: bool = False
    agenda: Path | None = None
    frames: Path | None = None


class NothingRead(VerbaleError):
    """Every one of several files failed; leaves the output file as it was."""

    exit_code = SOME_FAILED
    default_advice = "Nothing was written."


def read_all(paths: Sequence[str], form: str, about: About, out: Path | None, way: Way) -> None:
    """Read the files and write what they gave.

    The only file's own error is raised; of several, each that failed gets a line on standard error
    and the exit code is 1.
    """
    with output(out, paths) as stream:
        failed: list[VerbaleError] = []
        records = _records(paths, about, way, failed, _shows_progress(paths, stream))
        write = {"text": _text, "json": _json, "csv": _csv, "html": _html}[form]
        write(records, stream, len(paths) > 1)
        stream.flush()
        if len(failed) == len(paths) > 1 and out is not None:
            raise NothingRead(f"{out}: none of the {len(paths)} files could be read")
    if failed:
        raise typer.Exit(SOME_FAILED)


def _records(
    paths: Sequence[str], about: About, way: Way, failed: list[VerbaleError], progress: bool
) -> Iterator[tuple[str, Record]]:
    """The records of the files that could be read, each with its path."""
    from verbale.flow import read_files

    outcomes = read_files(paths, **asdict(about), **asdict(way))
    for outcome in with_progress(outcomes, len(paths)) if progress else outcomes:
        if outcome.record is not None:
            yield outcome.path, outcome.record
        elif outcome.error is not None and len(paths) == 1:
            raise outcome.error
        elif outcome.error is not None:
            complain(str(outcome.error))
            failed.append(outcome.error)


def _shows_progress(paths: Sequence[str], stream: TextIO) -> bool:
    """On a terminal, unless the records themselves appear there."""
    return len(paths) > 1 and sys.stderr.isatty() and not stream.isatty()


def with_progress(things: Iterable[_T], total: int) -> Iterator[_T]:
    from rich.console import Console
    from rich.progress import track

    yield from track(things, "Reading", total=total, console=Console(stderr=True), transient=True)


def _json(records: Iterable[tuple[str, Record]], stream: TextIO, several: bool) -> None:
    from verbale.record import dumps

    for _, record in records:
        stream.write(dumps(record, indent=None if several else 2) + "\n")


def _text(records: Iterable[tuple[str, Record]], stream: TextIO, several: bool) -> None:
    from verbale.views import text

    width, color = looks(stream)
    for number, (path, record) in enumerate(records):
        heading = ("\n" if number else "") + f"{path}\n{'=' * min(len(path), width)}\n" if several else ""
        stream.write(heading + text.render(record, width=width, color=color).rstrip("\n") + "\n")
        stream.flush()


def _csv(records: Iterable[tuple[str, Record]], stream: TextIO, several: bool) -> None:
    from verbale.views import table

    stream.write(table.rows([record for _, record in records]))


def _html(records: Iterable[tuple[str, Record]], stream: TextIO, several: bool) -> None:
    from verbale.views import page

    stream.write(page.render([record for _, record in records]))


def looks(stream: TextIO) -> tuple[int, bool]:
    """How wide the text may be, in columns, and whether in colour (https://no-color.org)."""
    if not stream.isatty():
        return 80, False
    return min(shutil.get_terminal_size().columns, 100), not os.environ.get("NO_COLOR")
