"""`verbale compare`: articles or records in, their positions over time out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from verbale.cli.guard import complain
from verbale.cli.output import output
from verbale.cli.reading import SOME_FAILED, NothingRead, looks
from verbale.errors import OutputError, VerbaleError
from verbale.record import Record

if TYPE_CHECKING:
    from verbale.minutes import Comparison, Matter


def compare_all(paths: Sequence[str], form: str, out: Path | None) -> None:
    """Read what is no record yet, and write the comparison.

    What cannot be read gets a line on standard error, and the exit code is then 1; if it is all there is, it is raised.
    """
    from verbale.views import page, timeline

    with output(out, paths) as stream:
        found, failed = _compared(paths)
        if form == "json":
            stream.write(timeline.as_json(found))
        elif form == "html":
            stream.write(page.render(found.records, found))
        else:
            width, color = looks(stream)
            stream.write(timeline.render(found, width=width, color=color))
    if failed:
        raise typer.Exit(SOME_FAILED)


def draw(paths: Sequence[str], kind: str, on: str | None, out: Path | None) -> None:
    """Write a figure of the articles' positions; what cannot be read is told as in `compare_all`."""
    from verbale.views import figures

    if out is not None and out.suffix and out.suffix.lower() != ".svg":
        raise OutputError(f"{out}: figures are written as SVG", f"Call the file {out.stem}.svg.")
    with output(out, paths) as stream:
        found, failed = _compared(paths)
        if not found.matters:
            raise NothingRead("no positions were found")
        stream.write(figures.matrix(found) if kind == "matrix" else figures.timeline(_dated(_matter(found, on))))
    if failed:
        raise typer.Exit(SOME_FAILED)


def _compared(paths: Sequence[str]) -> tuple[Comparison, bool]:
    """The comparison of what could be read, and whether something could not."""
    from verbale.minutes import compare

    failed: list[VerbaleError] = []
    found = compare(list(_records(paths, failed)))
    if len(failed) == 1 and not found.records:
        raise failed[0]
    for error in failed:
        complain(str(error))
    if failed and not found.records:
        raise NothingRead("none of it could be read")
    return found, bool(failed)


def _matter(found: Comparison, on: str | None) -> Matter:
    """The question with all the words asked for, or the first one."""
    wanted = (on or "").lower().split()
    for matter in found.matters:
        if all(word in matter.label.lower() for word in wanted):
            return matter
    known = "; ".join(f"'{m.label}'" for m in found.matters[:5])
    raise NothingRead(f"no question has the words '{on}'; there are {known}")


def _dated(matter: Matter) -> Matter:
    """The question, if a stance on it has a date; how many have none is told."""
    undated = sum(entry.date is None for entry in matter.entries)
    if undated == len(matter.entries):
        raise NothingRead(f"no position on '{matter.label}' has a date; read the articles again with --published")
    if undated:
        complain(f"{undated} of {len(matter.entries)} positions have no date and are left out.")
    return matter


def _records(paths: Sequence[str], failed: list[VerbaleError]) -> Iterator[Record]:
    from verbale.flow import read_records

    for outcome in read_records(paths):
        if outcome.record is not None:
            yield outcome.record
        elif outcome.error is not None:
            failed.append(outcome.error)
