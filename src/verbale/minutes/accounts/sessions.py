"""Sessions: who has logged in and not out. The cookie holds 256 random bits, the database their hash."""

from __future__ import annotations

import secrets

from sqlalchemy import Connection, delete, insert, select, update

from .. import tables
from .audit import note
from .keeping import Keeping, digest
from .users import Person

IDLE = 8 * 3600.0  # seconds without a request after which a session ends
LONGEST = 7 * 86_400.0  # seconds after which it ends in any case
_STEP = 300.0  # seconds: how exactly it is kept when somebody was seen


class Sessions(Keeping):
    """Who comes by a session, and ending it."""

    def by_session(self, secret: str) -> Person | None:
        """Who has this session; None where it has ended or never was."""
        s, u, now = tables.sessions.c, tables.users.c, self.clock()
        query = select(u.name, u.role, s.seen).select_from(tables.sessions.join(tables.users, u.number == s.user))
        query = query.where(s.hash == digest(secret), s.until > now, s.seen > now - IDLE, u.removed.is_(None))
        with self.database.reading() as connection:
            row = connection.execute(query).first()
        if row is None:
            return None
        if row.seen < now - _STEP:
            seen = update(tables.sessions).where(s.hash == digest(secret)).values(seen=now)
            self._writing(lambda connection: connection.execute(seen))
        return Person(row.name, row.role)

    def end_session(self, secret: str) -> None:
        """Log out."""

        def work(connection: Connection) -> None:
            s, u = tables.sessions.c, tables.users.c
            joined = tables.sessions.join(tables.users, u.number == s.user)
            row = connection.execute(select(u.name).select_from(joined).where(s.hash == digest(secret))).first()
            if row is not None:
                connection.execute(delete(tables.sessions).where(s.hash == digest(secret)))
                note(connection, "log-out", row.name)

        self._writing(work)

    def _begin(self, connection: Connection, user: int) -> str:
        """A new session of a user; those that have ended are cleared away. Gives the secret for the cookie."""
        secret, now, s = secrets.token_urlsafe(32), self.clock(), tables.sessions
        connection.execute(delete(s).where((s.c.until < now) | (s.c.seen < now - IDLE)))
        row = {"hash": digest(secret), "user": user, "seen": now, "until": now + LONGEST}
        connection.execute(insert(s).values(row))
        return secret
