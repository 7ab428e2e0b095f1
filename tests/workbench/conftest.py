"""Minutes with a little of everything, and the workbench over them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.minutes.made_up import NORLAND, article, meeting, quarrel, record, said
from tests.record.records import full_record
from verbale.minutes import Minutes
from verbale.record import Actor, Event, Record, Span
from verbale.workbench.access import settings
from verbale.workbench.app import create

ADDRESS = "http://127.0.0.1:8017"
HTML = {"accept": "text/html,application/xhtml+xml"}
NASTY = '<script>alert(1)</script><svg onload="x()"><a href="javascript:alert(2)">\u202eevil\u202c "\'>'


def hostile() -> Record:
    """An article whose every text tries to become markup or to turn the writing."""
    text = f"{NASTY} will not pay, she said.\nSecond line with \x07 and \u200f marks. Never again."
    mallory = Actor("A1", NASTY, "person", mentions=(Span(0, 8),))
    return Record(
        reader=full_record().reader, actors=(mallory,),
        article=article(text, url="javascript:alert(3)", headline=NASTY, publisher=NASTY, published="2026-05-05"),
        statements=(said(text, "will not pay"), said(text, "Never again", 2)),
        events=(Event("E1", "REJECT", NASTY, ("A1",), (), None, (Span(0, 20),), ("S1",)),),
    )  # fmt: skip


@pytest.fixture(scope="session", autouse=True)
def name_of_the_test_client() -> Iterator[None]:
    """Starlette's test client calls the server testserver."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(settings, "LOOPBACK", (*settings.LOOPBACK, "testserver"))
        yield


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that each test gets a copy of."""
    path = tmp_path_factory.mktemp("kept") / "talks.db"
    with Minutes(str(path)) as minutes:
        minutes.add(record(headline="Norland will not pay"))
        minutes.add(record("Norland will pay after all, she said.", "Norland will pay", stance="support",
                           label="a higher ferry fee", published="2026-04-10", publisher="Courier"))  # fmt: skip
        minutes.add(meeting("accepted"))
        minutes.add(meeting("declined", publisher="Courier", published="2026-05-01"))
        for each in (quarrel(), full_record(), hostile()):
            minutes.add(each)
    return path


@pytest.fixture
def url(kept: Path, tmp_path: Path) -> str:
    return str(shutil.copy(kept, tmp_path / "talks.db"))


@pytest.fixture
def client(url: str) -> Iterator[TestClient]:
    """A program at the workbench; with `headers=HTML` it asks as a browser does."""
    with TestClient(create(url), ADDRESS) as opened:
        yield opened


@pytest.fixture
def minutes(client: TestClient) -> Minutes:
    found: Minutes = client.app.state.minutes  # type: ignore[attr-defined]
    return found


def first(minutes: Minutes) -> str:
    """The id of the article in which Norland will not pay."""
    return next(a.id for a in minutes.articles() if a.headline == "Norland will not pay")


def every_page(minutes: Minutes) -> list[str]:
    """The address of a page of each kind, and of those that show the hostile article."""
    article, evil = first(minutes), next(a.id for a in minutes.articles() if "script" in (a.headline or ""))
    norland = next(a.number for a in minutes.actors() if a.name == NORLAND.name)
    mallory = next(a.number for a in minutes.actors() if "script" in a.name)
    (talks, *_), (question, *_) = minutes.meetings(), minutes.questions()
    return [
        "/", "/articles", f"/articles/{article}", f"/articles/{evil}", "/actors", f"/actors/{norland}",
        f"/actors/{mallory}", "/questions", f"/questions/{question.number}", "/matrix", "/meetings",
        f"/meetings/{talks.number}", "/conflicts", "/search", "/search?q=pay", "/review", "/review?kind=position",
        "/review?kind=event", "/review?kind=participation", "/review?kind=conflict",
        f"/review/statement/{article}?value=S1", f"/review/position/{article}?value=P1",
        f"/review/event/{evil}?value=E1", "/review/disagreements", "/review/agreement", "/review/rulings",
        *(f"/missed/{kind}/{article}" for kind in ("statement", "position", "participation", "event", "conflict")),
        f"/missed/statement/{evil}", f"/missed/conflict/{evil}", f"/offices/{article}?value=A1",
        f"/offices/{evil}?value=A1", f"/actors/{norland}/joins", f"/actors/{mallory}/joins",
        f"/questions/{question.number}/joins", f"/meetings/{talks.number}/joins", "/add", "/about",
    ]  # fmt: skip
