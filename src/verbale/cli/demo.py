"""`verbale demo`: the bundled example articles, read and shown."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import verbale
from verbale.cli.output import output
from verbale.cli.reading import looks
from verbale.record import Record


def show(out: Path, minutes: str | None = None) -> None:
    """Print the record of each example for eyes, write one page of them all, and say where it is; keep them in minutes,
    too, where these are named."""
    from verbale.views import page, text

    with output(out) as written, output(None) as stream:
        width, color = looks(stream)
        records = []
        for record in examples():
            stream.write(text.render(record, width=width, color=color).rstrip("\n") + "\n\n")
            stream.flush()
            records.append(record)
        written.write(page.render(records))
    print(f"The same as a page to look at: {out.resolve()}")
    if minutes is not None:
        _keep(records, minutes)


def _keep(records: list[Record], url: str) -> None:
    from verbale.minutes import Minutes

    with Minutes(url) as minutes:
        for record in records:
            minutes.add(record)
        print(f"The same as minutes: {minutes.database.shown}. To see them in the browser:")
    print(f"  {_program()} serve --minutes {url}")


def _program() -> str:
    """How this program was called."""
    called = sys.argv[0]
    return called if Path(called).name.startswith("verbale") else "verbale"


def examples() -> list[Record]:
    """The records of the articles that `examples/index.yaml` lists."""
    import yaml

    folder = files("verbale") / "examples"
    listed: list[dict[str, Any]] = yaml.safe_load((folder / "index.yaml").read_text(encoding="utf-8"))
    reader = verbale.load()
    return [_read(reader, (folder / about["file"]).read_bytes(), about) for about in listed]


def _read(reader: verbale.Reader, data: bytes, about: dict[str, Any]) -> Record:
    return reader.read(
        data.decode("utf-8"), published=about["published"], publisher=about["publisher"], headline=about["headline"]
    )
