"""Who may come in: people with a password, programs with a token, how often they may try, and the audit log."""

from __future__ import annotations

from .audit import Entry, Origin, acting_as
from .entering import Accounts
from .names import ROLES, Role
from .tokens import Token
from .users import Person, User

__all__ = ["ROLES", "Accounts", "Entry", "Origin", "Person", "Role", "Token", "User", "acting_as"]
