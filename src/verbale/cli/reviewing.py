"""`verbale rule`, `rulings`, `merge`, `split`, …: rulings made, and what was ruled written."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import typer

from verbale.cli.output import output
from verbale.cli.reading import looks
from verbale.errors import BadRuling, NoSuchValue
from verbale.minutes.store import Minutes


def ruling(url: str, work: Callable[[Minutes], int]) -> None:
    """Make a ruling and say its number."""
    with Minutes(url, create=False) as minutes:
        number = work(minutes)
        typer.echo(f"Ruling {number}. `verbale rulings undo {number}` takes it back.")


def undo(url: str, number: int, by: str, why: str | None) -> None:
    """Take a ruling back, and say what it was."""
    from verbale.views import ruled

    with output(None) as stream, Minutes(url, create=False) as minutes:
        made = minutes.undo(number, by=by, why=why)
        width, color = looks(stream)
        undone = minutes.rulings(before=number + 1, limit=1)
        called = minutes.names_of(ruled.homes(undone))
        told = ruled.as_text(undone, called=called, width=width, color=color)
        stream.write(f"Ruling {made} takes this one back:\n{told}")


def rule_on(
    url: str, kind: Any, article: str, value: str, verdict: Any, given: Sequence[str], by: str, why: str | None,
    final: bool, new: bool,
) -> None:  # fmt: skip
    """Rule on a value; `given` are FIELD=VALUE. `new`: names that nobody has yet are made, and it is said which."""
    values = dict(map(_field, given))
    about, named = (None if told == "-" else told for told in (article, value))

    def rule(minutes: Minutes, new: bool) -> int:
        return minutes.rule(kind, about, named, verdict, by=by, values=values, why=why, final=final, new=new)

    def work(minutes: Minutes) -> int:
        try:
            return rule(minutes, False)
        except NoSuchValue as unknown:
            if not new:
                raise
            made = rule(minutes, True)
            typer.echo(f"Made: until now {unknown.problem}.")
            return made

    ruling(url, work)


def _field(told: str) -> tuple[str, Any]:
    """A field and its value: JSON where it is a list, an object, true, false or null, else the text itself."""
    name, equals, value = told.partition("=")
    if not equals or not name.strip():
        raise BadRuling(f"'{told}' sets nothing", "Write --set stance=neutral.")
    if value in ("true", "false", "null") or value.startswith(("[", "{")):
        try:
            return name.strip(), json.loads(value)
        except ValueError as error:
            raise BadRuling(f"'{value}' is no JSON: {error}", "Write a list as [[10, 25], [40, 60]].") from error
    return name.strip(), value


def show(url: str, form: str, out: Path | None, what: str, asked: dict[str, Any]) -> None:
    """Write what `what`, the name of a method of the minutes, gives."""
    from verbale.views import asked as views
    from verbale.views import ruled

    with output(out) as stream, Minutes(url, create=False) as minutes:
        answers = getattr(minutes, what)(**asked)
        if form == "json":
            stream.write(views.as_json(answers))
        elif form == "csv":
            stream.write(views.as_csv(answers))
        else:
            width, color = looks(stream)
            called = minutes.names_of(ruled.homes(answers))
            stream.write(ruled.as_text(answers, called=called, width=width, color=color))


def export_to(url: str, form: Any, out: Path, partly: bool) -> None:
    """Write reviewed articles to a folder, and say how many."""
    from verbale.exports.reviewed import export

    with Minutes(url, create=False) as minutes:
        written, left_out = export(minutes, form, out, partly=partly)
    told = f"{out}: {written} article{'' if written == 1 else 's'} written"
    hint = f"; {left_out} left out, not all of whose statements were ruled on (--partly writes them, too)"
    typer.echo(told + (hint if left_out else "") + ".")
