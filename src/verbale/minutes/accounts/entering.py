"""The accounts of the minutes, and logging in.

accounts = Accounts(minutes.database)
accounts.add_user("ann", "reviewer", "four words not together")
secret = accounts.log_in("ann", "four words not together", "192.0.2.7")
accounts.by_session(secret)  # Person(name="ann", role="reviewer")
"""

from __future__ import annotations

from sqlalchemy import Connection, select

from verbale.errors import NotLetIn

from .. import tables
from .audit import Audit, Origin, note
from .limits import Limits, network
from .names import key
from .passwords import fits, hashed, outdated
from .sessions import Sessions
from .tokens import Tokens
from .users import Users, _change, _user


class Accounts(Users, Tokens, Sessions, Limits, Audit):
    """Who may come in, over the database of minutes that are open. Safe to use from several threads and processes."""

    def log_in(self, name: str, password: str, address: str, device: str | None = None) -> str:
        """A new session for who has this name and password; gives the secret for its cookie.

        `device` is something secret that a browser has from an earlier log-in as `name`: its attempts are counted by
        themselves, so that nobody elsewhere can lock somebody out (OWASP, "device cookies").
        Raises TooOften, and NotLetIn for a wrong name as for a wrong password, after the same work.
        """
        account = f"{key(name)[:64]} {device}" if device else key(name)[:64]
        self._writing(lambda connection: self._attempt(connection, "address", network(address)))
        self._writing(lambda connection: self._attempt(connection, "account", account))
        with self.database.reading() as connection:
            row = _user(connection, name)
        known = row if row is not None and row.removed is None else None
        if not fits(known.password if known else None, password) or known is None:
            self._failed(known.name if known else None, address)
            raise NotLetIn("name or password is wrong")
        again = hashed(password) if outdated(known.password) else None
        return self._writing(lambda c: self._entered(c, known.number, known.password, again, account, address))

    def seal(self) -> bytes:
        """The key that seals cookies and forms, the same in all processes over these minutes."""
        with self.database.reading() as connection:
            return bytes(connection.execute(select(tables.sealing.c.key)).scalar_one())

    def _entered(
        self, connection: Connection, number: int, old: str, again: str | None, account: str, address: str
    ) -> str:
        user = connection.execute(select(tables.users).where(tables.users.c.number == number)).one()
        if user.removed is not None or user.password != old:  # changed while the password was looked at
            raise NotLetIn("name or password is wrong")
        if again is not None:
            _change(connection, number, password=again)
        self._succeeded(connection, account, network(address))
        note(connection, "log-in", user.name, Origin(user.name, address))
        return self._begin(connection, number)

    def _failed(self, name: str | None, address: str) -> None:
        """An unknown name is not kept: it may be a password in the wrong field."""
        about = name or "an unknown name"
        self._writing(lambda connection: note(connection, "failed log-in", about, Origin(None, address)))
