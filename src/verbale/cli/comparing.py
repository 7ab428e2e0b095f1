"""`verbale compare`: articles or records in, their positions over time out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from verbale.cli.guard import complain
from verbale.cli.output import output
from verbale.cli.reading import SOME_FAILED, NothingRead, looks
from verbale.errors import VerbaleError
from verbale.record import Record


def compare_all(paths: Sequence[str], form: str, out: Path | None) -> None:
    """Read what is no record yet, and write the comparison.

    What cannot be read gets a line on standard error, and the exit code is then 1; if it is all there is, it is raised.
    """
    from verbale.minutes import compare
    from verbale.views import timeline

    with output(out) as stream:
        failed: list[VerbaleError] = []
        found = compare(list(_records(paths, failed)))
        if len(failed) == 1 and not found.records:
            raise failed[0]
        for error in failed:
            complain(str(error))
        if failed and not found.records:
            raise NothingRead("none of it could be read")
        if form == "json":
            stream.write(timeline.as_json(found))
        else:
            width, color = looks(stream)
            stream.write(timeline.render(found, width=width, color=color))
    if failed:
        raise typer.Exit(SOME_FAILED)


def _records(paths: Sequence[str], failed: list[VerbaleError]) -> Iterator[Record]:
    from verbale.flow import read_records

    for outcome in read_records(paths):
        if outcome.record is not None:
            yield outcome.record
        elif outcome.error is not None:
            failed.append(outcome.error)
