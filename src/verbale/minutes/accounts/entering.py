"""The accounts of the minutes, and logging in.

accounts = Accounts(minutes.database)
accounts.add_user("ann", "reviewer", "four words not together")
secret = accounts.log_in("ann", "four words not together", "192.0.2.7")
accounts.by_session(secret)  # Person(name="ann", role="reviewer")
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, select

from verbale.errors import AccountError, NotLetIn

from .. import tables
from .audit import Audit, Origin, note
from .limits import Limits, network
from .names import key
from .passwords import check, fits, hashed, outdated
from .sessions import Sessions
from .tokens import Tokens
from .users import Users, _change, _end_sessions, _user


class Accounts(Users, Tokens, Sessions, Limits, Audit):
    """Who may come in, over the database of minutes that are open. Safe to use from several threads and processes."""

    def log_in(self, name: str, password: str, address: str, device: str | None = None) -> str:
        """A new session for who has this name and password; gives the secret for its cookie.

        `device` is something secret that a browser has from an earlier log-in as `name`: its attempts are counted by
        themselves, so that nobody elsewhere can lock somebody out (OWASP, "device cookies").
        Raises TooOften, and NotLetIn for a wrong name as for a wrong password, after the same work.
        """
        known, account = self._proven(name, password, address, device)
        again = hashed(password) if outdated(known.password) else None
        return self._writing(lambda c: self._entered(c, known.number, known.password, again, account, address))

    def change_password(self, name: str, old: str, new: str, address: str, device: str | None = None) -> str:
        """Give somebody who knows their password another one; all their sessions end. Gives the secret of a new one.

        Raises AccountError for a new password that is too weak or the old one, TooOften, and NotLetIn for a wrong old
        one, which counts as an attempt to log in.
        """
        check(new, name)
        if new == old:
            raise AccountError("the new password is the old one", "Take another.")
        known, account = self._proven(name, old, address, device)
        kept = hashed(new)

        def work(connection: Connection) -> str:
            self._unchanged(connection, known.number, known.password)
            _change(connection, known.number, password=kept)
            _end_sessions(connection, known.number)
            self._succeeded(connection, account, network(address))
            note(connection, "password changed", known.name, Origin(known.name, address))
            return self._begin(connection, known.number)

        return self._writing(work)

    def seal(self) -> bytes:
        """The key that seals cookies and forms, the same in all processes over these minutes."""
        with self.database.reading() as connection:
            return bytes(connection.execute(select(tables.sealing.c.key)).scalar_one())

    def _proven(self, name: str, password: str, address: str, device: str | None) -> tuple[Row[Any], str]:
        """The account of this name and password, and under what its attempts are counted. Raises TooOften, NotLetIn."""
        account = f"{key(name)[:64]} {device}" if device else key(name)[:64]
        self._writing(lambda connection: self._attempt(connection, "address", network(address)))
        self._writing(lambda connection: self._attempt(connection, "account", account))
        with self.database.reading() as connection:
            row = _user(connection, name)
        known = row if row is not None and row.removed is None else None
        if not fits(known.password if known else None, password) or known is None:
            self._failed(known.name if known else None, address)
            raise NotLetIn("name or password is wrong")
        return known, account

    def _unchanged(self, connection: Connection, number: int, old: str) -> Row[Any]:
        """The account as it is now. Raises NotLetIn where it was changed while the password was looked at."""
        user = connection.execute(select(tables.users).where(tables.users.c.number == number)).one()
        if user.removed is not None or user.password != old:
            raise NotLetIn("name or password is wrong")
        return user

    def _entered(
        self, connection: Connection, number: int, old: str, again: str | None, account: str, address: str
    ) -> str:
        user = self._unchanged(connection, number, old)
        if again is not None:
            _change(connection, number, password=again)
        self._succeeded(connection, account, network(address))
        note(connection, "log-in", user.name, Origin(user.name, address))
        return self._begin(connection, number)

    def _failed(self, name: str | None, address: str) -> None:
        """An unknown name is not kept: it may be a password in the wrong field."""
        about = name or "an unknown name"
        self._writing(lambda connection: note(connection, "failed log-in", about, Origin(None, address)))
