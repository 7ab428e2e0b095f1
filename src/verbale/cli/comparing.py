"""`verbale compare`: articles or records in, their positions over time out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from verbale.cli.output import output
from verbale.cli.reading import looks


def compare_all(paths: Sequence[str], form: str, out: Path | None) -> None:
    """Read what is no record yet, and write the comparison. Raises the first file's own error."""
    from verbale.flow import read_records
    from verbale.minutes import compare
    from verbale.views import timeline

    with output(out) as stream:
        found = compare([record for path in paths for record in read_records(path)])
        if form == "json":
            stream.write(timeline.as_json(found))
        else:
            width, color = looks(stream)
            stream.write(timeline.render(found, width=width, color=color))
