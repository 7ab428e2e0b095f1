"""Tokens by which programs come in. A token is shown once; what is kept is its hash.

A token under the name of a user is theirs: it may no more than they may, and ends with them.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, and_, insert, or_, select, update

from verbale.errors import AccountError

from .. import tables
from .audit import note
from .keeping import Keeping, digest, iso
from .names import Role, checked_name, checked_role, key, lesser
from .users import Person

PREFIX = "verbale_"  # so that scanners for lost secrets know one
MOST_DAYS = 3660
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Token:
    """A token without its secret. `made`, `until` and `removed` are times, UTC; `used` is the last day."""

    number: int
    name: str
    role: Role
    made: str
    until: str | None
    used: str | None
    removed: str | None


class Tokens(Keeping):
    """Making and removing tokens, and who comes by one."""

    def add_token(self, name: str, role: str, days: int | None = None) -> str:
        """Make a token that holds for so many days, or until it is removed; gives its secret. Raises AccountError."""
        named, able = checked_name(name), checked_role(role)
        if days is not None and not 1 <= days <= MOST_DAYS:
            raise AccountError(f"a token cannot hold for {days} days", f"Give 1 to {MOST_DAYS}, or leave --days out.")
        secret = PREFIX + secrets.token_urlsafe(32)
        until = iso(self.clock() + days * _DAY) if days is not None else None

        def work(connection: Connection) -> None:
            row = {"name": named, "key": key(named), "role": able, "hash": digest(secret), "made": self._now(),
                   "until": until}  # fmt: skip
            made = connection.execute(insert(tables.tokens).values(row)).inserted_primary_key
            note(connection, "token added", f"token {made[0]} of {named}, {able}")  # type: ignore[index]

        self._writing(work)
        return secret

    def tokens(self) -> list[Token]:
        """All tokens in the order in which they were made, those that no longer hold too."""
        t = tables.tokens.c
        query = select(t.number, t.name, t.role, t.made, t.until, t.used, t.removed).order_by(t.number)
        with self.database.reading() as connection:
            return [Token(*row) for row in connection.execute(query)]

    def remove_token(self, which: str) -> int:
        """End a token by its number, or all under a name; gives how many. Raises AccountError where there is none."""
        t = tables.tokens
        named = t.c.number == int(which) if which.isdecimal() and len(which) < 10 else t.c.key == key(which)

        def work(connection: Connection) -> int:
            rows = connection.execute(select(t).where(named, t.c.removed.is_(None)).order_by(t.c.number)).all()
            if not rows:
                raise AccountError(f"there is no token {which}")
            for row in rows:
                connection.execute(update(t).where(t.c.number == row.number).values(removed=self._now()))
                note(connection, "token removed", f"token {row.number} of {row.name}")
            return len(rows)

        return self._writing(work)

    def by_token(self, secret: str) -> Person | None:
        """Who comes by this token; None where it does not hold, or the user that it belongs to was removed."""
        t, u, now = tables.tokens.c, tables.users.c, self._now()
        query = select(t.number, t.name, t.role, t.used, u.role.label("limit"), u.removed.label("gone"))
        query = query.select_from(tables.tokens.join(tables.users, u.key == t.key, isouter=True))
        query = query.where(t.hash == digest(secret), t.removed.is_(None), or_(t.until.is_(None), t.until > now))
        with self.database.reading() as connection:
            row = connection.execute(query).first()
        if row is None or row.gone is not None:
            return None
        if row.used != now[:10]:
            self._used(row.number, now[:10])
        return Person(row.name, lesser(row.role, row.limit))

    def somebody(self) -> bool:
        """Whether anybody could come in: a user, or a token that holds."""
        t, u = tables.tokens.c, tables.users.c
        holds = and_(t.removed.is_(None), or_(t.until.is_(None), t.until > self._now()))
        users, tokens = select(u.number).where(u.removed.is_(None)), select(t.number).where(holds)
        with self.database.reading() as connection:
            return any(connection.execute(query.limit(1)).first() for query in (users, tokens))

    def _used(self, number: int, day: str) -> None:
        t = tables.tokens
        self._writing(lambda connection: connection.execute(update(t).where(t.c.number == number).values(used=day)))
