"""How the server is reached, and so what it demands."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Settings:
    """The default is a server on the loopback address for whoever sits at the machine.

    Attributes:
        accounts: Whether only who logs in or has a token comes in.
        secure: Whether it is reached by https only.
        names: Under which it is reached, beside those of the loopback address.
    """

    accounts: bool = False
    secure: bool = False
    names: tuple[str, ...] = ()

    @property
    def hosts(self) -> frozenset[str]:
        """Names that a Host header may have, in small letters."""
        return frozenset(name.lower().strip("[]") for name in (*LOOPBACK, *self.names))

    @property
    def shown(self) -> tuple[str, ...]:
        return self.names or LOOPBACK[:1]


def is_loopback(host: str) -> bool:
    """Whether other machines cannot reach this address."""
    if host in LOOPBACK:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
