"""Who asks, and what they may do. A reader looks, a reviewer rules, an editor adds articles too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from fastapi import Request

from verbale.errors import VerbaleError

Role = Literal["reader", "reviewer", "editor"]
ROLES: tuple[Role, ...] = get_args(Role)  # each may do what those before it may


class NotAllowed(VerbaleError):
    """Somebody asks for what their role does not let them do, or does not say who they are."""

    default_advice = "Log in as somebody who may, or ask an editor."


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody with a name, under which they rule, and a role."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        return ROLES.index(self.role) >= ROLES.index(role)


LOCAL = Who("local", "editor")  # on the loopback address, where no accounts are asked for


def who(request: Request) -> Who:
    """Who asks; set by the guard in front of every page."""
    found: Who = getattr(request.state, "who", LOCAL)
    return found


def needs(role: Role) -> Callable[[Request], Who]:
    """A dependency that lets only those in who have this role. Raises NotAllowed."""

    def check(request: Request) -> Who:
        asking = who(request)
        if not asking.may(role):
            raise NotAllowed(f"{asking.name} is a {asking.role}; this needs a {role}")
        return asking

    return check
