"""The commands, their options and their help."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.accounts import commands as accounts
from verbale.cli.guard import guarded
from verbale.cli.minutes import commands
from verbale.cli.ruling import commands as ruling
from verbale.cli.serving import commands as serving

app = typer.Typer(
    name="verbale",
    help="Reads news and keeps the minutes: who said what, and the characters that prove it.",
    epilog="Exit codes: 0 done, 1 some files failed, 2 wrong command line, 3 unreadable input, 4 a bad record, "
    "5 no model, 6 output not writable, 7 broken agenda, 8 minutes that cannot be used, 9 accounts, 10 broken frames, "
    "130 stopped.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """How a record is written."""

    text = "text"
    json = "json"
    html = "html"
    csv = "csv"


def _version(asked: bool) -> None:
    if asked:
        from verbale import __version__

        typer.echo(f"verbale {__version__}")
        raise typer.Exit


@app.callback()
def _verbale(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Reads news and keeps the minutes: who said what, and the characters that prove it."""


@app.command()
def read(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Text or HTML files; - is standard input.")],
    format: Annotated[
        Format, typer.Option("--format", "-f", help="text is for eyes, json is the whole record.")
    ] = Format.text,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Publication date, 2017-01-17.")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    headline: Annotated[str | None, typer.Option(metavar="TEXT", help="The headline, for one file.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where it was published, for one file.")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="PATH", help="Write there instead.")] = None,
    joined: Annotated[
        bool, typer.Option("--joined", help="Count what follows '\"A,\" he said.' as one statement, as PolNeAR does.")
    ] = False,
    agenda: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Questions of your own, in YAML, matched first.")
    ] = None,
    frames: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Stance frames of your own, in YAML; ours follow.")
    ] = None,
) -> None:
    """Read articles: every statement, who made it, and the characters that prove it.

    Several files give JSON Lines with --format json; a file that cannot be read never stops the others.
    """
    if len(files) > 1 and (headline is not None or url is not None):
        raise typer.BadParameter("--headline and --url are for one file; several were named.")
    with guarded():
        from verbale.cli.reading import About, Way, read_all

        read_all(files, format.value, About(published, publisher, headline, url), out, Way(joined, agenda, frames))


class Shown(StrEnum):
    """How a comparison is written."""

    text = "text"
    json = "json"
    html = "html"


class Figure(StrEnum):
    """A figure of positions."""

    matrix = "matrix"
    timeline = "timeline"


@app.command()
def figure(
    kind: Annotated[Figure, typer.Argument(help="matrix: who stands where; timeline: since when, on one question.")],
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Text or HTML files, or records as JSON.")],
    on: Annotated[str | None, typer.Option(metavar="WORDS", help="The timeline's question, by words of it.")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="PATH", help="Write there instead.")] = None,
) -> None:
    """Draw positions as SVG; needs the extra verbale[figures].

    Without --on the timeline shows the question that is found in the most articles.
    """
    with guarded():
        from verbale.cli.comparing import draw

        draw(files, kind.value, on, out)


@app.command()
def compare(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Text or HTML files, or records as JSON.")],
    format: Annotated[Shown, typer.Option("--format", "-f", help="text is for eyes.")] = Shown.text,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="PATH", help="Write there instead.")] = None,
) -> None:
    """Hold articles against each other: positions over time, who has changed, which accounts exclude each other.

    The date of a text file comes from its record: read it first with --published and --format json, and compare the
    records.
    """
    with guarded():
        from verbale.cli.comparing import compare_all

        compare_all(files, format.value, out)


app.add_typer(commands)
app.add_typer(accounts)
app.add_typer(ruling)
app.add_typer(serving)
lexicon = typer.Typer(help="The word knowledge that reading stands on.", no_args_is_help=True)
app.add_typer(lexicon, name="lexicon")


@lexicon.command()
def check(
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="Your own stance frames, in YAML.")] = None,
) -> None:
    """Check the tables of words that ship with verbale, or a file of your own stance frames."""
    with guarded():
        from verbale.cli.output import output
        from verbale.flow import check_lexicon

        with output(None) as stream:
            stream.write(check_lexicon(file))


@app.command()
def demo(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="PATH", help="Where the HTML page goes.")] = Path(
        "verbale-demo.html"
    ),
    minutes: Annotated[
        str | None, typer.Option("--minutes", "-m", metavar="URL", help="Keep what was read there, too.")
    ] = None,
) -> None:
    """Read the bundled example articles, print what was said, and write a page to look at."""
    with guarded():
        from verbale.cli.demo import show

        show(out, minutes)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    with guarded():
        import json

        from verbale.cli.output import output
        from verbale.record import json_schema

        with output(None) as stream:
            stream.write(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")


@app.command()
def info() -> None:
    """Show the versions, the language model, and under which licences its knowledge is."""
    with guarded():
        from verbale.cli.about import describe
        from verbale.cli.output import output

        with output(None) as stream:
            stream.write(describe())
