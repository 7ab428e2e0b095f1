"""Serving the minutes on this machine."""

from __future__ import annotations

import ipaddress
import socket

from verbale.errors import MissingExtra, OutputError

LOOPBACK = ("localhost", "127.0.0.1", "::1")


def serve(url: str, host: str = "127.0.0.1", port: int = 8017) -> None:
    """Serve the minutes until stopped. Only the loopback address, which other machines cannot reach, is listened on.

    Raises:
        OutputError: for another address, or a port that is taken.
        MissingExtra: where the web libraries are not installed.
        MinutesError: where the minutes cannot be opened.
    """
    if not _is_loopback(host):
        advice = "Serve on 127.0.0.1, and reach it from elsewhere through a tunnel such as `ssh -L`."
        raise OutputError(f"{host}: listening where others can come in needs accounts, which are not built yet", advice)
    try:
        import uvicorn

        from .app import create
    except ImportError as error:
        problem = f"the workbench needs the library {error.name}, which is not there"
        raise MissingExtra(problem, "Install it with `pip install 'verbale[workbench]'`.") from error
    _refuse_taken(host, port)
    uvicorn.run(create(url), host=host, port=port, log_level="warning", server_header=False)


def _is_loopback(host: str) -> bool:
    if host in LOOPBACK:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _refuse_taken(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except (OSError, OverflowError) as error:
            raise OutputError(f"{host}:{port}: {error}", "Choose another one with --port.") from error
