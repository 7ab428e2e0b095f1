"""The commands that fill the minutes and ask them. The options have the names of `minutes.answers.Filter`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.guard import guarded
from verbale.cli.words import Words

commands = typer.Typer()

Place = Annotated[
    str, typer.Option("--minutes", "-m", metavar="URL", envvar="VERBALE_MINUTES", help="A file, or postgresql://…")
]
On = Annotated[str | None, typer.Option("--on", metavar="WORDS", help="The question, by words of it or its number.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="The actor: name, number, or a state's code.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="First day, 2026-03-04.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Last day.")]
Outlet = Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Only this outlet.")]
Country = Annotated[str | None, typer.Option("--country", metavar="CODE", help="Only this state's actors, such as TR.")]
Quoted = Annotated[str | None, typer.Option("--quotation", metavar="KIND", help="direct, indirect or mixed.")]
Stand = Annotated[str | None, typer.Option("--stance", metavar="STANCE", help="support, oppose, conditional, neutral.")]
Talks = Annotated[str | None, typer.Option("--meeting", metavar="WORDS", help="The meeting, by words of its name.")]
Copies = Annotated[bool, typer.Option("--copies", help="Count near-copies of an article, too.")]
Most = Annotated[int, typer.Option("--limit", metavar="N", help="How many at most.")]
Out = Annotated[Path | None, typer.Option("--out", "-o", metavar="PATH", help="Write there instead.")]
MINUTES = "minutes.db"


class Answer(StrEnum):
    """How an answer of the minutes is written."""

    text = "text"
    json = "json"
    csv = "csv"


class LayerName(StrEnum):
    """Whose values are shown."""

    ruled = "ruled"
    machine = "machine"
    people = "people"


Form = Annotated[Answer, typer.Option("--format", "-f", help="text is for eyes.")]
Whose = Annotated[
    LayerName, typer.Option("--layer", help="ruled: with reviewers' rulings; machine: without; people: those ruled on.")
]


@commands.command()
def add(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Text or HTML files, or records as JSON.")],
    minutes: Place = MINUTES,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Publication date, 2017-01-17.")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
) -> None:
    """Read articles and keep them in the minutes.

    What is there already is not read again: a run that was stopped goes on where it was. Each article is kept whole
    or not at all.
    """
    with guarded():
        from verbale.cli.keeping import add_all

        add_all(files, minutes, published, publisher)


def _ask(what: str, minutes: str, form: Answer, out: Path | None, words: str | None = None, **asked: object) -> None:
    with guarded():
        from verbale.cli.asking import ask

        ask(what, minutes, form.value, out, asked, words)


@commands.command()
def positions(
    on: On = None, by: By = None, since: Since = None, until: Until = None, stance: Stand = None,
    publisher: Outlet = None, country: Country = None, layer: Whose = LayerName.ruled, copies: Copies = False,
    limit: Most = 100, minutes: Place = MINUTES, format: Form = Answer.text, out: Out = None,
) -> None:  # fmt: skip
    """Where actors stand, since when, and on whose word: `verbale positions --by Norland --on "ferry fee"`."""
    _ask("positions", minutes, format, out, on=on, by=by, since=since, until=until, stance=stance,
         publisher=publisher, country=country, layer=layer.value, copies=copies, limit=limit)  # fmt: skip


@commands.command()
def statements(
    on: On = None, by: By = None, since: Since = None, until: Until = None, quotation: Quoted = None,
    meeting: Talks = None, publisher: Outlet = None, country: Country = None, layer: Whose = LayerName.ruled,
    copies: Copies = False, limit: Most = 100, minutes: Place = MINUTES, format: Form = Answer.text, out: Out = None,
) -> None:  # fmt: skip
    """What was said, by whom, in which words."""
    _ask("statements", minutes, format, out, on=on, by=by, since=since, until=until, quotation=quotation,
         meeting=meeting, publisher=publisher, country=country, layer=layer.value, copies=copies,
         limit=limit)  # fmt: skip


@commands.command(cls=Words)
def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help="All must occur; '\"a phrase\"' as it stands; -not this.")
    ],
    on: On = None, by: By = None, since: Since = None, until: Until = None, quotation: Quoted = None,
    stance: Stand = None, meeting: Talks = None, publisher: Outlet = None, country: Country = None,
    copies: Copies = False, limit: Most = 20, minutes: Place = MINUTES, format: Form = Answer.text, out: Out = None,
) -> None:  # fmt: skip
    """Find statements by their words."""
    _ask("search", minutes, format, out, " ".join(words), on=on, by=by, since=since, until=until, quotation=quotation,
         stance=stance, meeting=meeting, publisher=publisher, country=country, copies=copies, limit=limit)  # fmt: skip


@commands.command()
def actors(
    by: By = None, country: Country = None, limit: Most = 100, minutes: Place = MINUTES, format: Form = Answer.text,
    out: Out = None,
) -> None:  # fmt: skip
    """Who speaks and acts, with how many articles, statements and positions."""
    _ask("actors", minutes, format, out, by=by, country=country, limit=limit)


@commands.command()
def questions(
    on: On = None, limit: Most = 100, minutes: Place = MINUTES, format: Form = Answer.text, out: Out = None
) -> None:
    """The questions on which somebody stands somewhere."""
    _ask("questions", minutes, format, out, on=on, limit=limit)


@commands.command()
def meetings(
    meeting: Talks = None, by: By = None, since: Since = None, until: Until = None, country: Country = None,
    copies: Copies = False, limit: Most = 100, minutes: Place = MINUTES, format: Form = Answer.text, out: Out = None,
) -> None:  # fmt: skip
    """Meetings, and who takes part in them, on whose word."""
    _ask("meetings", minutes, format, out, meeting=meeting, by=by, since=since, until=until, country=country,
         copies=copies, limit=limit)  # fmt: skip


@commands.command()
def conflicts(
    on: On = None, by: By = None, since: Since = None, until: Until = None, country: Country = None,
    copies: Copies = False, limit: Most = 100, minutes: Place = MINUTES, format: Form = Answer.text, out: Out = None,
) -> None:  # fmt: skip
    """What cannot stand together within one article."""
    _ask("conflicts", minutes, format, out, on=on, by=by, since=since, until=until, country=country, copies=copies,
         limit=limit)  # fmt: skip


@commands.command()
def changes(
    on: On = None, by: By = None, since: Since = None, until: Until = None, country: Country = None,
    layer: Whose = LayerName.ruled, copies: Copies = False, limit: Most = 100, minutes: Place = MINUTES,
    format: Form = Answer.text, out: Out = None,
) -> None:  # fmt: skip
    """Who has moved: stances that differ from the actor's own in an earlier article."""
    _ask("changes", minutes, format, out, on=on, by=by, since=since, until=until, country=country, layer=layer.value,
         copies=copies, limit=limit)  # fmt: skip
