"""`verbale positions`, `statements`, `search`, …: the minutes asked, and the answer written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from verbale.cli.output import output
from verbale.cli.reading import looks
from verbale.minutes.answers import Filter


def ask(what: str, url: str, form: str, out: Path | None, asked: dict[str, Any], words: str | None = None) -> None:
    """Ask the minutes for `what`, the name of one of their methods, and write the answer."""
    from verbale.minutes import Minutes
    from verbale.views import asked as views

    with output(out) as stream, Minutes(url, create=False) as minutes:
        narrowed = Filter(**asked)
        answers = minutes.search(words, narrowed) if words is not None else getattr(minutes, what)(narrowed)
        if form == "json":
            stream.write(views.as_json(answers))
        elif form == "csv":
            stream.write(views.as_csv(answers))
        else:
            width, color = looks(stream)
            stream.write(views.as_text(answers, width=width, color=color))
