"""Minutes in both databases: every behaviour holds in SQLite and in a real PostgreSQL, started for the tests.

Where PostgreSQL's server is not installed its half is skipped, unless VERBALE_POSTGRESQL=required says that it must be.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.postgresql import Server, programs, running
from verbale.minutes import Minutes


def needed() -> None:
    """Skip, or fail, where there is no PostgreSQL."""
    if programs() is None:
        told = "no PostgreSQL server is installed"
        pytest.fail(told) if os.environ.get("VERBALE_POSTGRESQL") == "required" else pytest.skip(told)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    needed()
    with running() as made:
        yield made


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database, in each of the two."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'talks.db'}"
    made: Callable[[], str] = request.getfixturevalue("server").fresh
    return made()


@pytest.fixture
def minutes(url: str) -> Iterator[Minutes]:
    with Minutes(url) as opened:
        yield opened
