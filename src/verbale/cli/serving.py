"""`verbale serve`: the minutes in the browser."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.guard import guarded
from verbale.cli.minutes import MINUTES, Place

commands = typer.Typer()

Host = Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; others can come in but on loopback.")]
Port = Annotated[int, typer.Option(metavar="N", min=1, max=65535, help="The port.")]
Names = Annotated[list[str] | None, typer.Option("--name", metavar="NAME", help="Under which the server is reached.")]


@commands.command()
def serve(
    minutes: Place = MINUTES, host: Host = "127.0.0.1", port: Port = 8017,
    accounts: Annotated[bool, typer.Option("--accounts", help="Demand accounts on this machine, too.")] = False,
    tls_cert: Annotated[Path | None, typer.Option(metavar="PEM", help="The certificate, for https.")] = None,
    tls_key: Annotated[Path | None, typer.Option(metavar="PEM", help="Its key, where that is another file.")] = None,
    behind_proxy: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A proxy that speaks https; its word is believed.")
    ] = None,
    name: Names = None,
) -> None:  # fmt: skip
    """Show the minutes in the browser: read, compare, search, rule, add. Stops with Ctrl-C.

    On the loopback address whoever sits at this machine is let in. Where others can come in, accounts (`verbale
    user add`) and https are demanded.
    """
    with guarded():
        _serve(minutes, host, port, accounts, tls_cert, tls_key, behind_proxy, name or ())


def _serve(
    url: str, host: str, port: int, accounts: bool, cert: Path | None, key: Path | None, proxy: str | None,
    names: Sequence[str],
) -> None:  # fmt: skip
    """The libraries of the workbench may be missing: whoever imports it is told."""
    from verbale.errors import MissingExtra

    try:
        from verbale.workbench import serve as served
    except ImportError as error:
        problem = f"the workbench needs the library {error.name}, which is not there"
        raise MissingExtra(problem, "Install it with `pip install 'verbale[workbench]'`.") from error
    served(url, host, port, accounts=accounts, tls_cert=cert, tls_key=key, behind_proxy=proxy, names=names,
           ready=lambda address: typer.echo(f"The minutes are at {address} until you press Ctrl-C."))  # fmt: skip
