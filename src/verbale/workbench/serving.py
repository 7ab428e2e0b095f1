"""Serving the minutes: on this machine to whoever sits at it, elsewhere to who has an account or a token."""

from __future__ import annotations

import gc
import ipaddress
import socket
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verbale.errors import AccountError, MissingExtra, OutputError, UnreadableFile

from .access.settings import Settings, is_loopback

ANYWHERE = ("0.0.0.0", "::", "")
AT_ONCE = 200  # connections, where others can come in; who comes after them is told to try again


@dataclass(frozen=True, slots=True)
class Listening:
    """Where the server listens and how it is reached.

    Attributes:
        host: An address of this machine.
        port: A free port of it.
        accounts: Demand accounts on the loopback address, too.
        certificate: A PEM file with the certificate and those that vouch for it.
        key: A PEM file with its key, where that is another.
        proxy: The address of the proxy that speaks https to the world; what it forwards is believed, nobody else.
        names: Under which the server is reached.
    """

    host: str = "127.0.0.1"
    port: int = 8017
    accounts: bool = False
    certificate: Path | None = None
    key: Path | None = None
    proxy: str | None = None
    names: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Whether others can come in."""
        return not is_loopback(self.host) or self.proxy is not None

    @property
    def address(self) -> str:
        """What to type into the browser."""
        host = self.names[0] if self.open and self.names else self.host
        return f"http{'s' if self.certificate else ''}://{f'[{host}]' if ':' in host else host}:{self.port}/"

    def settings(self) -> Settings:
        """What is demanded of who comes in. Raises OutputError where it would be unsafe, UnreadableFile."""
        if not is_loopback(self.host) and self.certificate is None and self.proxy is None:
            advice = (
                "Give --tls-cert and --tls-key, or --behind-proxy with the address of a proxy that speaks https. "
                "For yourself, `ssh -L` reaches 127.0.0.1."
            )
            raise OutputError(f"{self.host}: passwords would travel in the clear", advice)
        if self.key is not None and self.certificate is None:
            raise OutputError("--tls-key needs --tls-cert", "Give both.")
        if self.certificate is not None:
            _check_certificate(self.certificate, self.key)
        if self.proxy is not None:
            _check_address(self.proxy)
        names = self.names if self.host in ANYWHERE else (*self.names, self.host)
        if self.open and not names:
            advice = "Give it with --name news.example.org; --name can be given several times."
            raise OutputError("the server must know under which name it is reached", advice)
        secure = self.certificate is not None or self.proxy is not None
        return Settings(self.accounts or self.open, secure, tuple(names))

    def options(self) -> dict[str, Any]:
        """What uvicorn is to do; it believes X-Forwarded-For and -Proto of the proxy alone."""
        given: dict[str, Any] = {"host": self.host, "port": self.port, "proxy_headers": self.proxy is not None}
        given |= {"limit_concurrency": AT_ONCE} if self.open else {}
        given |= {"forwarded_allow_ips": self.proxy} if self.proxy is not None else {}
        given |= {"ssl_certfile": self.certificate, "ssl_keyfile": self.key} if self.certificate is not None else {}
        return given


def serve(
    url: str, host: str = "127.0.0.1", port: int = 8017, *, accounts: bool = False, tls_cert: Path | None = None,
    tls_key: Path | None = None, behind_proxy: str | None = None, names: Sequence[str] = (),
    ready: Callable[[str], None] = print,
) -> None:  # fmt: skip
    """Serve the minutes until stopped; the options are those of `Listening`. `ready` is told the address just before.

    Raises:
        OutputError: for an address that is not to be had, or would be unsafe.
        AccountError: where nobody could come in.
        UnreadableFile: for a certificate that cannot be used.
        MissingExtra: where the web libraries are not installed.
        MinutesError: where the minutes cannot be opened.
    """
    try:
        import uvicorn

        from .app import create
    except ImportError as error:
        problem = f"the workbench needs the library {error.name}, which is not there"
        raise MissingExtra(problem, "Install it with `pip install 'verbale[workbench]'`.") from error
    listening = Listening(host, port, accounts, tls_cert, tls_key, behind_proxy, tuple(names))
    settings = listening.settings()
    _refuse_taken(host, port)
    app = create(url, settings)
    if settings.accounts:
        _refuse_without_anybody(app)
    settle()
    ready(listening.address)
    uvicorn.run(app, **listening.options(), log_level="warning", server_header=False)


def settle() -> None:
    """What is loaded by now stays: looking through it for garbage again and again would hold a page up for 100 ms."""
    gc.collect()
    gc.freeze()


def _refuse_without_anybody(app: Any) -> None:
    if app.state.access.accounts.somebody():
        return
    shown = app.state.minutes.database.shown
    advice = f"Make one with `verbale user add NAME --role editor --minutes {shown}`."
    raise AccountError("nobody could come in: there is no account and no token yet", advice)


def _check_certificate(certificate: Path, key: Path | None) -> None:
    try:
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(certificate, key, password=lambda: b"")
    except (OSError, ValueError) as error:
        shown = f"{certificate} and {key}" if key is not None else str(certificate)
        advice = "Give PEM files: the certificate with --tls-cert, its key without a password with --tls-key."
        raise UnreadableFile(f"{shown}: no certificate with its key ({error})", advice) from error


def _check_address(address: str) -> None:
    """Whose word is believed: an address or a network, and never everybody."""
    advice = "Give the internet address from which the proxy connects, such as 127.0.0.1."
    try:
        network = ipaddress.ip_network(address)
    except ValueError as error:
        raise OutputError(f"--behind-proxy {address}: {error}", advice) from error
    if not network.prefixlen:
        raise OutputError(f"--behind-proxy {address}: this would be everybody", advice)


def _refuse_taken(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except (OSError, OverflowError) as error:
            raise OutputError(f"{host}:{port}: {error}", "Choose another one with --port.") from error
