"""Who asks, and what they may do. A reader looks, a reviewer rules, an editor adds articles too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request

from verbale.errors import VerbaleError
from verbale.minutes.accounts import ROLES, Role

__all__ = ["LOCAL", "NOBODY", "ROLES", "NotAllowed", "Role", "Who", "needs", "who"]


class NotAllowed(VerbaleError):
    """Somebody asks for what their role does not let them do, or does not say who they are."""

    default_advice = "Log in as somebody who may, or ask an editor."


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody with a name, under which they rule, and a role. Who has no name may do nothing."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        return bool(self.name) and ROLES.index(self.role) >= ROLES.index(role)


LOCAL = Who("local", "editor")  # on the loopback address, where no accounts are asked for
NOBODY = Who("", "reader")  # who has not logged in


def who(request: Request) -> Who:
    """Who asks; set by `access.Access` in front of every page."""
    found: Who = getattr(request.state, "who", NOBODY)
    return found


def needs(role: Role) -> Callable[[Request], Who]:
    """A dependency that lets only those in who have this role. Raises NotAllowed."""

    def check(request: Request) -> Who:
        asking = who(request)
        if not asking.may(role):
            problem = f"{asking.name} is a {asking.role}; this needs a {role}" if asking.name else "nobody is logged in"
            raise NotAllowed(problem)
        return asking

    return check
