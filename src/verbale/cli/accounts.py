"""The commands for who may come in: `verbale user`, `verbale token`, `verbale audit`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.guard import guarded
from verbale.cli.minutes import MINUTES, Answer, Form, Out, Place

if TYPE_CHECKING:
    from pathlib import Path

    from verbale.minutes.accounts import Accounts
    from verbale.views.accounts import Row

user = typer.Typer(help="Who may log in to `verbale serve`.", no_args_is_help=True)
token = typer.Typer(help="Tokens by which programs come in.", no_args_is_help=True)
commands = typer.Typer()
commands.add_typer(user, name="user")
commands.add_typer(token, name="token")

Name = Annotated[str, typer.Argument(metavar="NAME", help="Under which rulings are kept.")]
Role = Annotated[str, typer.Option("--role", metavar="ROLE", help="reader, reviewer (rules) or editor (adds, too).")]
Stdin = Annotated[bool, typer.Option("--password-stdin", help="Read the password from standard input.")]


@user.command("add")
def add_user(name: Name, role: Role, minutes: Place = MINUTES, password_stdin: Stdin = False) -> None:
    """Make an account. The password is asked for twice and not shown."""
    with _accounts(minutes) as accounts:
        accounts.add_user(name, role, _password(password_stdin))


@user.command("list")
def list_users(minutes: Place = MINUTES, format: Form = Answer.text, out: Out = None) -> None:
    """Show all accounts, those that were removed too."""
    with _accounts(minutes) as accounts:
        _write(accounts.users(), format, out)


@user.command("remove")
def remove_user(name: Name, minutes: Place = MINUTES) -> None:
    """Let somebody in no more, from now on. What they ruled keeps their name."""
    with _accounts(minutes) as accounts:
        accounts.remove_user(name)


@user.command("restore")
def restore_user(name: Name, minutes: Place = MINUTES) -> None:
    """Let somebody in again who was removed."""
    with _accounts(minutes) as accounts:
        accounts.restore_user(name)


@user.command("password")
def set_password(name: Name, minutes: Place = MINUTES, password_stdin: Stdin = False) -> None:
    """Give somebody another password, and end their sessions."""
    with _accounts(minutes) as accounts:
        accounts.set_password(name, _password(password_stdin))


@user.command("role")
def set_role(
    name: Name, role: Annotated[str, typer.Argument(metavar="ROLE", help="reader, reviewer or editor.")],
    minutes: Place = MINUTES,
) -> None:  # fmt: skip
    """Give somebody another role."""
    with _accounts(minutes) as accounts:
        accounts.set_role(name, role)


@token.command("add")
def add_token(
    name: Name, role: Role, minutes: Place = MINUTES,
    days: Annotated[int | None, typer.Option(metavar="N", help="How long it holds; else until it is removed.")] = None,
) -> None:  # fmt: skip
    """Make a token and print it, once. Programs send it as `Authorization: Bearer TOKEN`.

    Under the name of a user it is theirs: it may no more than they may, and ends with them.
    """
    with _accounts(minutes) as accounts:
        typer.echo(accounts.add_token(name, role, days))


@token.command("list")
def list_tokens(minutes: Place = MINUTES, format: Form = Answer.text, out: Out = None) -> None:
    """Show all tokens without their secrets, those that no longer hold too."""
    with _accounts(minutes) as accounts:
        _write(accounts.tokens(), format, out)


@token.command("remove")
def remove_token(
    which: Annotated[str, typer.Argument(metavar="NUMBER|NAME", help="Its number, or all under a name.")],
    minutes: Place = MINUTES,
) -> None:
    """End a token, or all under a name."""
    with _accounts(minutes) as accounts:
        accounts.remove_token(which)


@commands.command()
def audit(
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this one did.")] = None,
    what: Annotated[str | None, typer.Option(metavar="WHAT", help="Only this, such as ruling or log-in.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="First day, 2026-03-04, in UTC.")] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many at most.")] = 100,
    minutes: Place = MINUTES, format: Form = Answer.text, out: Out = None,
) -> None:  # fmt: skip
    """What was done, by whom, from where, the latest first: rulings, additions, log-ins, changes of accounts."""
    with _accounts(minutes) as accounts:
        _write(accounts.audit(by=by, what=what, since=since, limit=limit), format, out)


@contextmanager
def _accounts(url: str) -> Iterator[Accounts]:
    with guarded():
        from verbale.minutes import Minutes
        from verbale.minutes.accounts import Accounts

        with Minutes(url, create=False) as minutes:
            yield Accounts(minutes.database)


def _password(stdin: bool) -> str:
    """From standard input without the end of its line; else typed twice. Raises AccountError."""
    if stdin:
        return sys.stdin.readline().removesuffix("\n").removesuffix("\r")
    from getpass import getpass

    from verbale.errors import AccountError

    if not sys.stdin.isatty():
        raise AccountError("nobody can be asked for a password here", "Give it with --password-stdin.")
    first = getpass("Password: ")
    if getpass("Once more: ") != first:
        raise AccountError("the two are not the same", "Nothing was changed; try again.")
    return first


def _write(rows: Sequence[Row], form: Answer, out: Path | None) -> None:
    from verbale.cli.output import output
    from verbale.cli.reading import looks
    from verbale.views.accounts import written

    with output(out) as stream:
        stream.write(written(rows, form.value, looks(stream)[1]))
