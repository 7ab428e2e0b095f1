"""How often somebody may try to log in, and how much they may send. Kept in the database, for all processes.

An attempt is counted before the password is looked at, so that many at once count as many. After the free attempts
each failure doubles the wait. Texts are rationed by a bucket that leaks (token bucket, RFC 2697 in spirit).
"""

from __future__ import annotations

import ipaddress
import math

from sqlalchemy import Connection, delete, insert, select, update

from verbale.errors import TooOften

from .. import tables
from .keeping import Keeping

FREE = {"account": 5, "address": 20}  # attempts before the first wait
LONGEST = 900.0  # seconds of a wait
FORGOTTEN = 86_400.0  # seconds without an attempt
BURST, RATE = 300.0, 2.0  # units of a ration, and how many come back each second


class Limits(Keeping):
    """Counting attempts and rations."""

    def spend(self, name: str, units: float) -> None:
        """Take units from somebody's ration, within which a request is one and 64 KiB are one. Raises TooOften."""

        def work(connection: Connection) -> None:
            now, subject = self.clock(), f"ration {name}"
            count, at = _row(connection, subject)
            level = max(0.0, count - (now - at) * RATE)
            if level and level + units > BURST:
                raise TooOften("so much cannot be taken in at once", wait=math.ceil((level + units - BURST) / RATE))
            _keep(connection, subject, level + units, now)

        self._writing(work)

    def _attempt(self, connection: Connection, kind: str, subject: str) -> None:
        """Count an attempt to log in. Raises TooOften within the wait after the last."""
        now, named = self.clock(), f"{kind} {subject}"
        connection.execute(delete(tables.limits).where(tables.limits.c.at < now - FORGOTTEN))
        count, until = _row(connection, named)
        if until > now:
            raise TooOften("there were too many attempts to log in", wait=math.ceil(until - now))
        over = count + 1 - FREE[kind]
        _keep(connection, named, count + 1, now + (min(LONGEST, 2.0 ** min(over, 20)) if over >= 0 else 0))

    def _succeeded(self, connection: Connection, account: str, address: str) -> None:
        """Forget the attempts at an account, and that one from an address."""
        at = tables.limits.c
        connection.execute(delete(tables.limits).where(at.subject == f"account {account}"))
        count, _ = _row(connection, f"address {address}")
        _keep(connection, f"address {address}", max(0.0, count - 1), self.clock())


def network(address: str) -> str:
    """What counts as one address: with IPv6 the network of 64 bits that a house has."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address[:64]
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((found.packed[:8] + bytes(8), 64)))
    return str(found)


def _row(connection: Connection, subject: str) -> tuple[float, float]:
    found = select(tables.limits.c.count, tables.limits.c.at).where(tables.limits.c.subject == subject)
    row = connection.execute(found).first()
    return (0.0, 0.0) if row is None else (row[0], row[1])


def _keep(connection: Connection, subject: str, count: float, at: float) -> None:
    table = tables.limits
    changed = connection.execute(update(table).where(table.c.subject == subject).values(count=count, at=at))
    if not changed.rowcount:
        connection.execute(insert(table).values(subject=subject, count=count, at=at))
