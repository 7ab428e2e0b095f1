"""People with a name, a role and a password. Who is removed comes in no more; what they ruled keeps their name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from verbale.errors import AccountError

from .. import tables
from .audit import note
from .keeping import Keeping
from .names import Role, checked_name, checked_role, key
from .passwords import check, hashed


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has come in, or a program: a name to rule under, and a role."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class User:
    """An account. `made` and `removed` are times, UTC."""

    name: str
    role: Role
    made: str
    removed: str | None


class Users(Keeping):
    """Making and changing accounts. All raise AccountError for what is not there or may not be."""

    def add_user(self, name: str, role: str, password: str) -> None:
        """Make an account; `role` is reader, reviewer or editor."""
        named, able = checked_name(name), checked_role(role)
        check(password, named)
        self._refuse_taken(named)
        kept = hashed(password)  # before the transaction: it takes long

        def work(connection: Connection) -> None:
            _refuse_known(_user(connection, named))
            row = {"name": named, "key": key(named), "role": able, "password": kept, "made": self._now()}
            connection.execute(insert(tables.users).values(row))
            note(connection, "user added", f"{named}, {able}")

        self._writing(work)

    def users(self) -> list[User]:
        """All accounts by name, those that are removed too."""
        u = tables.users.c
        with self.database.reading() as connection:
            return [User(*row) for row in connection.execute(select(u.name, u.role, u.made, u.removed).order_by(u.key))]

    def remove_user(self, name: str) -> None:
        """Let somebody in no more; their sessions end, their tokens no longer work."""

        def work(connection: Connection) -> None:
            row = _known(connection, name)
            _change(connection, row.number, removed=self._now())
            _end_sessions(connection, row.number)
            note(connection, "user removed", row.name)

        self._writing(work)

    def restore_user(self, name: str) -> None:
        """Let somebody in again who was removed."""

        def work(connection: Connection) -> None:
            row = _user(connection, name)
            if row is None or row.removed is None:
                raise AccountError(f"no user {name} was removed")
            _change(connection, row.number, removed=None)
            note(connection, "user restored", row.name)

        self._writing(work)

    def set_password(self, name: str, password: str) -> None:
        """Give somebody another password; their sessions end."""
        check(password, name)
        kept = hashed(password)

        def work(connection: Connection) -> None:
            row = _known(connection, name)
            _change(connection, row.number, password=kept)
            _end_sessions(connection, row.number)
            note(connection, "password changed", row.name)

        self._writing(work)

    def set_role(self, name: str, role: str) -> None:
        """Give somebody another role, from their next request on."""
        able = checked_role(role)

        def work(connection: Connection) -> None:
            row = _known(connection, name)
            _change(connection, row.number, role=able)
            note(connection, "role changed", f"{row.name}, {row.role} to {able}")

        self._writing(work)

    def _refuse_taken(self, name: str) -> None:
        with self.database.reading() as connection:
            _refuse_known(_user(connection, name))


def _user(connection: Connection, name: str) -> Row[Any] | None:
    return connection.execute(select(tables.users).where(tables.users.c.key == key(name))).first()


def _known(connection: Connection, name: str) -> Row[Any]:
    row = _user(connection, name)
    if row is None or row.removed is not None:
        raise AccountError(f"there is no user {name}" if row is None else f"the user {row.name} was removed")
    return row


def _refuse_known(row: Row[Any] | None) -> None:
    if row is None:
        return
    if row.removed is not None:
        advice = f"What they ruled keeps the name. `verbale user restore {row.name}` lets them in again."
        raise AccountError(f"a user {row.name} was removed", advice)
    advice = "`verbale user password` and `verbale user role` change an account."
    raise AccountError(f"there is a user {row.name} already", advice)


def _change(connection: Connection, number: int, **values: str | None) -> None:
    connection.execute(update(tables.users).where(tables.users.c.number == number).values(values))


def _end_sessions(connection: Connection, number: int) -> None:
    connection.execute(delete(tables.sessions).where(tables.sessions.c.user == number))
