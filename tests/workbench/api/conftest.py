"""The API over minutes that hold a few invented articles, one of them twice, and a ruling."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.minutes import made_up
from verbale.minutes import Minutes
from verbale.workbench.app import create

OPPOSED = made_up.record()
SUPPORTS = made_up.record(
    "After the vote Norland will pay in full, Lena Okafor said.", "Norland will pay in full", stance="support",
    published="2026-04-01", headline="Norland turns",
)  # fmt: skip


def fill(minutes: Minutes) -> None:
    for each in (OPPOSED, SUPPORTS, made_up.meeting("accepted"), made_up.meeting("declined", publisher="Post")):
        minutes.add(each)
    minutes.add(made_up.quarrel())
    minutes.rule("position", OPPOSED.article.id, "P1", "accept", by="Iris", why="It says so.")


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of the filled minutes."""
    made = f"sqlite:///{tmp_path / 'talks.db'}"
    with Minutes(made) as minutes:
        fill(minutes)
    return made


@pytest.fixture
def client(url: str) -> Iterator[TestClient]:
    with TestClient(create(url)) as opened:
        yield opened


@pytest.fixture
def get(client: TestClient) -> Callable[..., object]:
    """What a path answers, as JSON."""

    def asked(path: str, **query: object) -> object:
        answer = client.get(f"/api/v1{path}", params=query)  # type: ignore[arg-type]
        assert answer.status_code == 200, answer.text
        return answer.json()

    return asked
