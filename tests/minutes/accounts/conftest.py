"""Accounts over minutes in both databases, with a clock that the test turns and passwords that cost little."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from verbale.minutes import Minutes
from verbale.minutes.accounts import Accounts, passwords

GOOD = "lantern barge thistle quorum"


class Clock:
    """Seconds since 1970; stands still until it is turned."""

    def __init__(self) -> None:
        self.at = 1_772_600_000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The real argon2id with the least cost that it takes."""
    monkeypatch.setattr(passwords, "PASSES", 1)
    monkeypatch.setattr(passwords, "KIBIBYTES", 64)
    forget()
    yield
    forget()


def forget() -> None:
    passwords._hasher.cache_clear()
    passwords._nobodys.cache_clear()


@pytest.fixture
def accounts(minutes: Minutes, clock: Clock) -> Accounts:
    return Accounts(minutes.database, clock)


@pytest.fixture
def ann(accounts: Accounts) -> Accounts:
    """Accounts with ann, a reviewer."""
    accounts.add_user("ann", "reviewer", GOOD)
    return accounts
