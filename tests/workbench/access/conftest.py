"""The workbench as a browser and a program see it, over minutes with one article and three accounts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import Depends, FastAPI, Request
from fastapi.testclient import TestClient

from tests.minutes.accounts.conftest import GOOD, Clock, cheap
from tests.minutes.made_up import quarrel
from verbale.minutes import Minutes
from verbale.minutes.accounts import Accounts
from verbale.workbench.access import Settings
from verbale.workbench.app import create
from verbale.workbench.who import Who, needs

__all__ = ["cheap"]
ADDRESS = "http://127.0.0.1:8017"
BROWSER = {"Origin": ADDRESS, "Sec-Fetch-Site": "same-origin"}
PEOPLE = {"rita": "reader", "ann": "reviewer", "ed": "editor"}
Opened = Callable[..., TestClient]


@pytest.fixture
def url(tmp_path: Path) -> str:
    made = f"sqlite:///{tmp_path / 'talks.db'}"
    with Minutes(made) as minutes:
        minutes.add(quarrel())
    return made


@pytest.fixture
def opened(url: str) -> Iterator[Opened]:
    """Gives a browser that looks at the workbench with these settings; each one has cookies of its own."""
    apps: dict[Settings, FastAPI] = {}

    def open_(settings: Settings = Settings(accounts=True), base: str = ADDRESS) -> TestClient:
        app = apps.get(settings) or apps.setdefault(settings, _app(url, settings))
        return TestClient(app, base, follow_redirects=False, raise_server_exceptions=False)

    yield open_
    for app in apps.values():
        app.state.minutes.close()


def _app(url: str, settings: Settings) -> FastAPI:
    app = create(url, settings)
    for name, role in PEOPLE.items():
        if settings.accounts:
            app.state.access.accounts.add_user(name, role, GOOD)

    @app.get("/asked")
    def asked(request: Request) -> dict[str, str]:
        return {"name": request.state.who.name, "role": request.state.who.role}

    @app.post("/change")
    async def change(request: Request, who: Who = Depends(needs("reviewer"))) -> dict[str, str]:
        return {"name": who.name, "body": (await request.body()).decode("latin-1")[:100]}

    return app


@pytest.fixture
def client(opened: Opened) -> TestClient:
    """A browser at a workbench that asks for accounts."""
    return opened()


@pytest.fixture
def accounts(client: TestClient) -> Accounts:
    """Its accounts, with a clock that stands still."""
    found: Accounts = client.app.state.access.accounts  # type: ignore[attr-defined]
    found.clock = Clock()
    return found


def token(client: TestClient, path: str = "/login") -> str:
    """The token in the form of a page."""
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', client.get(path, headers={"Accept": "text/html"}).text)
    assert found
    return found[1]


def enter(client: TestClient, name: str = "ann", password: str = GOOD, **more: str) -> object:
    """Log in by the form, as a browser does."""
    form = {"csrf": token(client), "name": name, "password": password} | more
    return client.post("/login", data=form, headers=BROWSER)


def own_token(client: TestClient) -> str:
    """The token of the forms of who has logged in."""
    app = client.app
    cookies = app.state.access.cookies  # type: ignore[attr-defined]
    return str(cookies.token(client.cookies[cookies.session_name]))
