"""The commands of reviewers: ruling on values, taking rulings back, how far reviewers agree, what comes of it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.guard import guarded
from verbale.cli.minutes import MINUTES, Answer, Form, Most, Out, Place

commands = typer.Typer()
rulings = typer.Typer(help="What reviewers have ruled.", invoke_without_command=True)
commands.add_typer(rulings, name="rulings")

By = Annotated[str, typer.Option("--by", metavar="NAME", help="The reviewer.")]
Fields = Annotated[list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="A new value; repeat it.")]
Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="The reason.")]


class Kind(StrEnum):
    """What can be ruled on."""

    statement = "statement"
    position = "position"
    participation = "participation"
    event = "event"
    conflict = "conflict"
    office = "office"
    actor = "actor"
    question = "question"
    meeting = "meeting"


class Joined(StrEnum):
    """What several articles share."""

    actor = "actor"
    question = "question"
    meeting = "meeting"


class Verdict(StrEnum):
    """What a reviewer says of a value."""

    accept = "accept"
    reject = "reject"
    amend = "amend"
    add = "add"


class Files(StrEnum):
    """How rulings are exported."""

    brat = "brat"
    answers = "answers"


@commands.command()
def rule(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help="statement, position, participation, event, conflict, "
                                                             "office, actor, question or meeting.")],
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article's id; - where it has none.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="S3, P1, an actor's number; - for one to be added.")],
    verdict: Annotated[Verdict, typer.Argument(metavar="VERDICT", help="accept, reject, amend or add.")],
    by: By,
    set: Fields = None,
    why: Why = None,
    final: Annotated[bool, typer.Option("--final", help="Settle a disagreement.")] = False,
    new: Annotated[bool, typer.Option("--new", help="Names that nobody has yet may be made.")] = False,
    minutes: Place = MINUTES,
) -> None:  # fmt: skip
    """Rule on a value, or add one that the machine missed.

    `verbale rule position ARTICLE P2 amend --set stance=neutral --by ann` `verbale rule statement ARTICLE - add --set
    content="the exact words" --set speaker="Lena Okafor" --by ann` Spans are the exact words, or offsets such as 10-25;
    actors, questions and meetings are numbers, ids of the record (A2) or names; null empties a field.
    """
    with guarded():
        from verbale.cli.reviewing import rule_on

        rule_on(minutes, kind.value, article, value, verdict.value, set or [], by, why, final, new)


@commands.command()
def merge(
    kind: Annotated[Joined, typer.Argument(metavar="KIND", help="actor, question or meeting.")],
    into: Annotated[int, typer.Argument(metavar="NUMBER", help="The one that stays.")],
    other: Annotated[int, typer.Argument(metavar="OTHER", help="The one that is the same.")],
    by: By, why: Why = None, minutes: Place = MINUTES,
) -> None:  # fmt: skip
    """Say that two actors, questions or meetings are one."""
    with guarded():
        from verbale.cli.reviewing import ruling

        ruling(minutes, lambda opened: opened.merge(kind.value, into, other, by=by, why=why))


@commands.command()
def split(
    kind: Annotated[Joined, typer.Argument(metavar="KIND", help="actor, question or meeting.")],
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The one that is two.")],
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE", help="The articles that mean the other one.")],
    by: By, why: Why = None, minutes: Place = MINUTES,
) -> None:  # fmt: skip
    """Say that these articles mean another actor, question or meeting."""
    with guarded():
        from verbale.cli.reviewing import ruling

        ruling(minutes, lambda opened: opened.split(kind.value, number, articles, by=by, why=why))


@commands.command()
def joins(
    kind: Annotated[Joined, typer.Argument(metavar="KIND", help="actor, question or meeting.")],
    number: Annotated[int, typer.Argument(metavar="NUMBER")],
    minutes: Place = MINUTES, format: Form = Answer.text, out: Out = None,
) -> None:  # fmt: skip
    """Why what articles call so is this actor, question or meeting."""
    _show(minutes, format, out, "joins", kind=kind.value, number=number)


@rulings.callback()
def listed(
    context: typer.Context,
    article: Annotated[str | None, typer.Option(metavar="ARTICLE", help="Only this article's.")] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Only this reviewer's.")] = None,
    limit: Most = 100, minutes: Place = MINUTES, format: Form = Answer.text, out: Out = None,
) -> None:  # fmt: skip
    """Rulings, the latest first."""
    if context.invoked_subcommand is None:
        _show(minutes, format, out, "rulings", article=article, by=by, limit=limit)


@rulings.command()
def agreement(minutes: Place = MINUTES, format: Form = Answer.text, out: Out = None) -> None:
    """How far reviewers agree on each field: Krippendorff's alpha, nominal, with the interval that holds 95 %."""
    _show(minutes, format, out, "agreement")


@rulings.command()
def disagreements(
    settled: Annotated[bool, typer.Option("--settled", help="Those that were settled, too.")] = False,
    minutes: Place = MINUTES, format: Form = Answer.text, out: Out = None,
) -> None:  # fmt: skip
    """Values on which reviewers differ, with what each of them says."""
    _show(minutes, format, out, "disagreements", settled=settled)


@rulings.command("undo")
def take_back(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The ruling's.")], by: By, why: Why = None,
    minutes: Place = MINUTES,
) -> None:  # fmt: skip
    """Take a ruling back, by another one."""
    with guarded():
        from verbale.cli.reviewing import undo

        undo(minutes, number, by, why)


@rulings.command()
def export(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where the files go.")],
    format: Annotated[Files, typer.Option("--format", "-f", help="brat: to train on; answers: to measure with.")],
    partly: Annotated[bool, typer.Option("--partly", help="Articles that were not gone through whole, too.")] = False,
    minutes: Place = MINUTES,
) -> None:  # fmt: skip
    """Write reviewed articles as training and test data."""
    with guarded():
        from verbale.cli.reviewing import export_to

        export_to(minutes, format.value, out, partly)


def _show(minutes: str, form: Answer, out: Path | None, what: str, **asked: object) -> None:
    with guarded():
        from verbale.cli.reviewing import show

        show(minutes, form.value, out, what, asked)
