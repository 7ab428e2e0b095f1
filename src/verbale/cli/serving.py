"""`verbale serve`: the minutes in the browser."""

from __future__ import annotations

import typer

from verbale.errors import MissingExtra


def serve(url: str, host: str, port: int) -> None:
    """Say where the pages are, and serve them until stopped. Raises what `workbench.serve` raises."""
    try:
        from verbale.workbench import serve as served
    except ImportError as error:
        problem = f"the workbench needs the library {error.name}, which is not there"
        raise MissingExtra(problem, "Install it with `pip install 'verbale[workbench]'`.") from error
    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"Serving {url} at http://{shown}:{port}/ (stop with Ctrl-C)")
    served(url, host, port)
