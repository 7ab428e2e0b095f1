"""Logging in and out, sessions, and what attackers do with them."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from tests.minutes.accounts.conftest import GOOD
from tests.workbench.access.conftest import ADDRESS, BROWSER, Opened, enter, own_token, token
from verbale.minutes.accounts import Accounts
from verbale.workbench.access import Settings
from verbale.workbench.access.local import local

PAGE = {"Accept": "text/html"}


def asked(client: TestClient) -> str | None:
    answer = client.get("/asked")
    return answer.json()["name"] if answer.status_code == 200 else None


def session_name(client: TestClient) -> str:
    return str(client.app.state.access.cookies.session_name)  # type: ignore[attr-defined]


def test_who_has_not_logged_in_is_sent_to_the_log_in_page_and_back(client: TestClient):
    answer = client.get("/asked?on=ferry%20fee", headers=PAGE)
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=/asked%3Fon%3Dferry%2520fee")
    shown = client.get(answer.headers["location"], headers=PAGE)
    assert 'value="/asked?on=ferry%20fee"' in shown.text
    assert enter(client, next="/asked?on=ferry%20fee").headers["location"] == "/asked?on=ferry%20fee"


def test_a_program_that_has_no_token_is_told_how_to_come_in(client: TestClient):
    for path in ("/asked", "/api/v1/articles", "/api/v1/openapi.json", "/no/such/page"):
        answer = client.get(path)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == 'Bearer realm="verbale"'
    assert client.get("/api/v1/articles", headers=PAGE).status_code == 401


def test_logging_in_and_out(client: TestClient):
    assert enter(client).status_code == 303
    assert asked(client) == "ann"
    left = client.post("/logout", data={"csrf": own_token(client)}, headers=BROWSER)
    assert (left.status_code, left.headers["location"]) == (303, "/login")
    assert session_name(client) not in client.cookies
    assert asked(client) is None


def test_a_session_that_was_logged_out_is_of_no_use_to_who_has_kept_its_cookie(client: TestClient):
    enter(client)
    kept = dict(client.cookies)
    client.post("/logout", data={"csrf": own_token(client)}, headers=BROWSER)
    client.cookies.update(kept)
    assert asked(client) is None


def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(client: TestClient):
    answers = [enter(client, name, "wrong wrong wrong") for name in ("ann", "nobody here")]
    assert [a.status_code for a in answers] == [403, 403]
    assert answers[0].text == answers[1].text
    assert asked(client) is None


def test_the_cookie_of_a_session_is_for_the_server_alone(client: TestClient):
    (cookie,) = [c for c in enter(client).headers.get_list("set-cookie") if "session" in c]
    assert {"HttpOnly", "Path=/", "SameSite=lax"} <= set(cookie.split("; "))
    assert "Domain" not in cookie


def test_with_https_cookies_travel_by_https_alone(opened: Opened):
    safe = opened(Settings(accounts=True, secure=True), "https://127.0.0.1:8017")
    form = {"csrf": token(safe), "name": "ann", "password": GOOD}
    entered = safe.post("/login", data=form, headers={"Origin": "https://127.0.0.1:8017"})
    cookies = entered.headers.get_list("set-cookie")
    assert len(cookies) == 2
    assert all("Secure" in c.split("; ") and c.startswith("__Host-") for c in cookies)


def test_logging_in_begins_a_new_session_and_ends_the_old_one(client: TestClient):
    enter(client)
    first = client.cookies[session_name(client)]
    form = {"csrf": own_token(client), "name": "ed", "password": GOOD}
    assert client.post("/login", data=form, headers=BROWSER).status_code == 303
    assert asked(client) == "ed"
    client.cookies.set(session_name(client), first, domain="127.0.0.1")
    assert asked(client) is None


def test_a_session_planted_before_logging_in_is_not_the_one_after(opened: Opened):
    victim, thief = opened(), opened()
    for planted in ("planted", ""):
        victim.cookies.clear()
        victim.cookies.set(session_name(victim), planted, domain="127.0.0.1")
        enter(victim)
        assert victim.cookies.get(session_name(victim), domain="127.0.0.1") != planted or not planted
        thief.cookies.set(session_name(thief), planted, domain="127.0.0.1")
        assert asked(thief) is None


@pytest.mark.parametrize("forged", ["", "x", "ann", "A" * 43, "A" * 5000, "../../etc", "%00", "1.2.3"])
def test_a_forged_session_lets_nobody_in(client: TestClient, forged: str):
    client.cookies.set(session_name(client), forged)
    assert asked(client) is None


def test_a_forged_visitor_is_a_stranger(opened: Opened):
    machine = opened(Settings())
    machine.get("/name", headers=PAGE)
    name = machine.app.state.access.cookies.visitor_name  # type: ignore[attr-defined]
    told, _, seal = machine.cookies[name].strip('"').partition(".")
    for forged in (told, f"{told}.", f"{told}.{'0' * 64}", f"{told[:-4]}AAAA.{seal}", f".{seal}", "é.é", "x" * 9000):
        machine.cookies.clear()
        answer = machine.get("/asked", headers={"Cookie": f"{name}={forged}".encode()})
        assert answer.json()["name"] == "local"


def test_a_removed_user_is_out_at_once(client: TestClient, accounts: Accounts):
    enter(client)
    assert asked(client) == "ann"
    accounts.remove_user("ann")
    assert asked(client) is None


def test_too_many_attempts_have_to_wait_and_are_told_how_long(client: TestClient, accounts: Accounts):
    for _ in range(5):
        assert enter(client, password="wrong wrong wrong").status_code == 403
    answer = enter(client)
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")
    assert "Try again in 1 second." in answer.text
    accounts.clock.at += 1  # type: ignore[attr-defined]
    assert enter(client).status_code == 303


def test_a_stranger_cannot_lock_out_the_browser_of_who_was_in_before(opened: Opened):
    own, stranger = opened(), opened()
    enter(own)
    own.post("/logout", data={"csrf": own_token(own)}, headers=BROWSER)
    for _ in range(6):
        last = enter(stranger, password="wrong wrong wrong")
    assert last.status_code == 429
    assert enter(own).status_code == 303


@pytest.mark.parametrize("path", [
    "https://evil.example/", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "evil.example",
    "javascript:alert(1)", "/\t/evil.example", "/\n/evil.example", "\t//evil.example", " //evil.example", "",
    "http:evil.example", "/a\r\nSet-Cookie: x=1", "/é",
])  # fmt: skip
def test_logging_in_never_leads_to_another_server(client: TestClient, path: str):
    assert local(path) == "/"
    assert enter(client, next=path).headers["location"] == "/"
    assert client.get("/login", params={"next": path}).headers["location"] == "/"


@pytest.mark.parametrize("path", ["/", "/articles/a1?from=2026-03-04#S1", "/q?next=//x"])
def test_logging_in_leads_back_to_where_one_came_from(path: str):
    assert local(path) == path


def test_what_is_typed_is_shown_as_text(client: TestClient):
    shown = client.get("/login", params={"next": '/"><script>alert(1)</script>'}, headers=PAGE).text
    assert "<script" not in shown
    assert "&#34;&gt;&lt;script" in shown


def test_log_in_by_address_counts_where_it_came_from(client: TestClient, accounts: Accounts):
    enter(client)
    assert accounts.audit(what="log-in")[0].place == "testclient"


def test_pages_of_who_has_logged_in_stay_in_no_cache(client: TestClient):
    enter(client, "ed")
    assert client.get("/audit").headers["cache-control"] == "no-store"


def test_the_log_in_page_needs_nothing_that_is_not_shown_to_strangers(client: TestClient):
    page = client.get("/login", headers=PAGE)
    assert page.status_code == 200
    needed = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)
    assert len(needed) >= 2
    assert all(client.get(path).status_code == 200 for path in needed)
    assert "<nav" not in page.text
    assert "style=" not in page.text
    assert "<script" not in page.text


def test_where_there_are_no_accounts_nobody_logs_in(opened: Opened):
    machine = opened(Settings())
    assert machine.get("/login").headers["location"] == "/"
    assert machine.post("/login", data={"name": "ann"}).headers["location"] == "/"


def test_a_visitor_chooses_a_name_where_there_are_no_accounts(opened: Opened):
    machine = opened(Settings())
    assert asked(machine) == "local"
    form = {"csrf": token(machine, "/name"), "name": "Ann Berg", "next": "/asked"}
    assert machine.post("/name", data=form, headers=BROWSER).headers["location"] == "/asked"
    assert asked(machine) == "Ann Berg"
    machine.post("/name", data=form | {"csrf": token(machine, "/name"), "name": ""}, headers=BROWSER)
    assert asked(machine) == "local"


@pytest.mark.parametrize("name", ["a\r\nSet-Cookie: x=1", "<b>", "x" * 65])
def test_a_name_that_is_none_is_told(opened: Opened, name: str):
    machine = opened(Settings())
    answer = machine.post("/name", data={"csrf": token(machine, "/name"), "name": name}, headers=BROWSER)
    assert answer.status_code == 422
    assert "cannot be a name" in answer.text
    assert asked(machine) == "local"


def test_where_there_are_accounts_nobody_chooses_a_name(client: TestClient):
    enter(client)
    form = {"csrf": own_token(client), "name": "ed"}
    assert client.post("/name", data=form, headers=BROWSER).status_code == 303
    assert asked(client) == "ann"


def test_a_name_chosen_without_accounts_is_worth_nothing_with_accounts(opened: Opened):
    machine = opened(Settings())
    machine.post("/name", data={"csrf": token(machine, "/name"), "name": "ed"}, headers=BROWSER)
    strict = opened()
    strict.cookies.update(dict(machine.cookies))
    assert asked(strict) is None
    assert ADDRESS.startswith(str(strict.base_url).rstrip("/"))
