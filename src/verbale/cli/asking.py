"""`verbale positions`, `statements`, `search`, …: the minutes asked, and the answer written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from verbale.cli.guard import complain
from verbale.cli.output import output
from verbale.cli.reading import looks
from verbale.minutes.answers import Filter


def ask(what: str, url: str, form: str, out: Path | None, asked: dict[str, Any], words: str | None = None) -> None:
    """Ask the minutes for `what`, the name of one of their methods, and write the answer.

    Articles without a date that are left out are told on standard error: an empty answer would be taken for the whole.
    """
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
        if (narrowed.since or narrowed.until) and what != "meetings" and (undated := minutes.undated(narrowed)):
            complain(_left_out(undated))


def _left_out(undated: int) -> str:
    them = "1 article without a date is" if undated == 1 else f"{undated} articles without a date are"
    return f"{them} left out. `verbale add FILE --published DATE` gives one its date."
