"""Changing one's own password in the browser."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.minutes.accounts.conftest import GOOD
from tests.workbench.access.conftest import BROWSER, Opened, enter, own_token
from verbale.minutes.accounts import Accounts
from verbale.workbench.access import Settings

PAGE = {"Accept": "text/html"}
NEW = "gravel otter lampshade nine"


def change(client: TestClient, old: str = GOOD, new: str = NEW, again: str | None = None) -> object:
    form = {"csrf": own_token(client), "old": old, "new": new, "again": new if again is None else again}
    return client.post("/password", data=form, headers=BROWSER | PAGE)


def test_who_changes_it_stays_in_and_every_other_browser_is_out(client: TestClient, opened: Opened, accounts: Accounts):
    other = opened()
    enter(client)
    enter(other)
    page = client.get("/password", headers=PAGE)
    assert "You are <bdi>ann</bdi>" in page.text
    changed = change(client)
    assert (changed.status_code, changed.headers["location"]) == (303, "/password?changed=1")
    assert "Your password is changed" in client.get("/password?changed=1", headers=PAGE).text
    assert client.get("/asked").status_code == 200
    assert other.get("/asked").status_code == 401
    assert enter(opened(), password=GOOD).status_code == 403
    assert enter(opened(), password=NEW).status_code == 303
    told = [(entry.what, entry.by) for entry in accounts.audit(limit=20)]
    assert ("password changed", "ann") in told


@pytest.mark.parametrize(
    ("old", "new", "again", "status", "told"),
    [
        ("wrong horse battery", NEW, None, 403, "another"),
        (GOOD, "short", None, 422, "too short"),
        (GOOD, "passwordpassword", None, 422, "easy to guess"),
        (GOOD, NEW, NEW + "x", 422, "twice alike"),
        (GOOD, GOOD, None, 422, "is the old one"),
        ("", "", None, 422, "empty"),
    ],
)
def test_what_does_not_do_is_told_and_changes_nothing(
    client: TestClient, old: str, new: str, again: str | None, status: int, told: str
):
    enter(client)
    answer = change(client, old, new, again)
    assert answer.status_code == status
    assert told in answer.text
    assert new not in answer.text or len(new) < 12
    assert client.get("/asked").status_code == 200


def test_guessing_the_old_one_is_slowed_down_as_guessing_at_the_door(client: TestClient, accounts: Accounts):
    enter(client)
    answers = [change(client, old=f"wrong horse battery {n}") for n in range(8)]
    assert answers[0].status_code == 403
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) >= 1


def test_without_the_token_of_the_form_or_a_session_nothing_is_changed(client: TestClient, opened: Opened):
    enter(client)
    forged = client.post("/password", data={"old": GOOD, "new": NEW, "again": NEW}, headers=BROWSER)
    assert forged.status_code == 403
    assert opened().get("/password", headers=PAGE).headers["location"].startswith("/login")
    alone = opened(Settings())
    assert alone.get("/password", headers=PAGE).headers["location"] == "/name"
