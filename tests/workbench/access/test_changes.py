"""Who may change something: forms from elsewhere, tokens, roles, rations, the audit page."""

from __future__ import annotations

import asyncio
import gzip

import pytest
from fastapi.testclient import TestClient
from starlette.types import Message

from tests.workbench.access.conftest import ADDRESS, BROWSER, PEOPLE, Opened, enter, own_token, token
from verbale.minutes.accounts import Accounts
from verbale.minutes.accounts.limits import BURST
from verbale.workbench.access import Settings, bodies
from verbale.workbench.access.entrance import UNIT
from verbale.workbench.guarding import LARGEST


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def test_a_change_needs_the_token_of_the_session(browser: TestClient):
    enter(browser)
    assert browser.post("/change", data={"a": "b"}, headers=BROWSER).status_code == 403
    assert browser.post("/change", data={"csrf": own_token(browser)}, headers=BROWSER).status_code == 200


def test_the_token_can_stand_in_a_header(browser: TestClient):
    enter(browser)
    own = own_token(browser)
    assert browser.post("/change", json={}, headers=BROWSER | {"X-CSRF-Token": own}).json()["name"] == "ann"
    assert browser.post("/change", json={"csrf": own}, headers=BROWSER).status_code == 403


@pytest.mark.parametrize("change", ["post", "put", "patch", "delete"])
def test_no_kind_of_change_goes_without_a_token(browser: TestClient, change: str):
    enter(browser)
    assert getattr(browser, change)("/change", headers=BROWSER).status_code == 403


@pytest.mark.parametrize("form", [
    {"data": {"csrf": ""}}, {"data": {"csrf": "0" * 64}}, {"data": {"csrf": "é"}}, {"data": {"CSRF": "x"}},
    {"files": {"csrf": b"a file"}}, {"content": b"\xff\x00", "headers": {"Content-Type": "multipart/form-data"}},
    {"content": b"x", "headers": {"Content-Type": 'multipart/form-data; boundary="'}},
    {"content": b"csrf", "headers": {"Content-Type": "text/plain"}}, {"content": b""},
])  # fmt: skip
def test_what_is_no_token_is_refused(browser: TestClient, form: dict[str, object]):
    enter(browser)
    headers = BROWSER | dict(form.pop("headers", {}))  # type: ignore[call-overload]
    assert browser.post("/change", headers=headers, **form).status_code == 403  # type: ignore[arg-type]


def test_the_token_of_somebody_else_or_of_before_the_log_in_is_refused(opened: Opened):
    ann, ed = opened(), opened()
    before = token(ann)
    enter(ann)
    enter(ed, "ed")
    for other in (before, own_token(ed), token(opened())):
        assert ann.post("/change", data={"csrf": other}, headers=BROWSER).status_code == 403


def test_logging_in_needs_a_token_too(opened: Opened):
    victim, mallory = opened(), opened()
    form = {"name": "ed", "password": "lantern barge thistle quorum"}
    assert victim.post("/login", data=form, headers=BROWSER).status_code == 403
    assert victim.post("/login", data=form | {"csrf": token(mallory)}, headers=BROWSER).status_code == 403


@pytest.mark.parametrize("headers", [
    {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": "https://127.0.0.1:8017"},
    {"Origin": "http://127.0.0.1:9999"}, {"Origin": ""}, {"Sec-Fetch-Site": "cross-site"},
    {"Origin": ADDRESS, "Sec-Fetch-Site": "same-site"},
])  # fmt: skip
def test_a_change_from_elsewhere_is_refused_even_with_the_token(browser: TestClient, headers: dict[str, str]):
    enter(browser)
    assert browser.post("/change", data={"csrf": own_token(browser)}, headers=headers).status_code == 403


def test_without_accounts_a_browser_needs_the_token_and_a_program_does_not(opened: Opened):
    machine = opened(Settings())
    assert machine.post("/change", json={}).json()["name"] == "local"
    assert machine.post("/change", json={}, headers=BROWSER).status_code == 403
    own = token(machine, "/name")
    assert machine.post("/change", json={}, headers=BROWSER | {"X-CSRF-Token": own}).status_code == 200


@pytest.mark.parametrize(("name", "status"), [("rita", 403), ("ann", 200), ("ed", 200)])
def test_a_reader_may_not_change_anything(browser: TestClient, name: str, status: int):
    enter(browser, name)
    assert browser.get("/asked").json() == {"name": name, "role": PEOPLE[name]}
    assert browser.post("/change", data={"csrf": own_token(browser)}, headers=BROWSER).status_code == status


def test_a_program_comes_in_by_a_token_without_forms(browser: TestClient, accounts: Accounts):
    secret = accounts.add_token("importer", "reviewer")
    assert browser.post("/change", json={}, headers=bearer(secret)).json()["name"] == "importer"
    assert browser.get("/asked", headers={"Authorization": f"bearer {secret}"}).status_code == 200


@pytest.mark.parametrize("header", ["Bearer", "Bearer ", "Bearer x", "Basic YW5uOng=", "", "Bearer verbale_\xff"])
def test_a_token_that_does_not_hold_is_refused(browser: TestClient, header: str):
    enter(browser)  # a session does not make up for it
    answer = browser.get("/asked", headers={"Authorization": header.encode("latin-1")})
    assert answer.status_code == 401
    assert "invalid_token" in answer.headers["www-authenticate"]


def test_the_token_of_a_reader_reads_and_that_of_a_removed_user_does_not(browser: TestClient, accounts: Accounts):
    secret = accounts.add_token("ann", "reader")
    assert browser.get("/asked", headers=bearer(secret)).status_code == 200
    assert browser.post("/change", json={}, headers=bearer(secret)).status_code == 403
    accounts.remove_user("ann")
    assert browser.get("/asked", headers=bearer(secret)).status_code == 401


def test_a_token_counts_without_accounts_too(opened: Opened):
    machine = opened(Settings())
    secret = machine.app.state.access.accounts.add_token("importer", "reader")  # type: ignore[attr-defined]
    assert machine.get("/asked", headers=bearer(secret)).json() == {"name": "importer", "role": "reader"}
    assert machine.get("/asked", headers=bearer("wrong")).status_code == 401


def test_who_sends_too_much_has_to_wait(browser: TestClient, accounts: Accounts):
    ann, bob = bearer(accounts.add_token("ann", "reviewer")), bearer(accounts.add_token("bob", "reviewer"))
    accounts.spend("ann", BURST)
    answer = browser.post("/change", json={}, headers=ann)
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) >= 1
    assert browser.post("/change", json={}, headers=bob).status_code == 200
    assert browser.get("/asked", headers=ann).status_code == 200
    accounts.clock.at += int(answer.headers["retry-after"])  # type: ignore[attr-defined]
    assert browser.post("/change", json={}, headers=ann).status_code == 200


def test_a_long_text_costs_more_than_a_short_one(browser: TestClient, accounts: Accounts):
    ann = bearer(accounts.add_token("ann", "reviewer"))
    accounts.spend("ann", BURST - 5)
    assert browser.post("/change", content=b"x" * UNIT * 10, headers=ann).status_code == 429
    assert browser.post("/change", content=b"x" * UNIT * 2, headers=ann).status_code == 200


def test_the_body_reaches_the_page_as_it_was_sent(browser: TestClient):
    enter(browser)
    body = f"csrf={own_token(browser)}&text=%C3%A9+a%00b"
    headers = BROWSER | {"Content-Type": "application/x-www-form-urlencoded"}
    assert browser.post("/change", content=body, headers=headers).json()["body"] == body[:100]


def test_a_body_that_is_too_large_is_refused_however_it_comes(opened: Opened):
    machine = opened(Settings())
    assert machine.post("/change", content=b"x" * (LARGEST + 1)).status_code == 413
    pieces = (b"x" * 2**20 for _ in range(LARGEST // 2**20 + 1))
    assert machine.post("/change", content=pieces).status_code == 413
    for length in ("²".encode("latin-1"), b"-1", b"1e9", b"9" * 30):
        assert machine.post("/change", content=b"", headers={"Content-Length": length}).status_code == 413
    assert machine.post("/change", content=b"x" * LARGEST).status_code == 200


def test_a_stranger_sends_a_name_and_a_password_and_no_more(browser: TestClient):
    form = {"csrf": token(browser), "name": "ann", "password": "x" * bodies.STRANGERS}
    assert browser.post("/login", data=form, headers=BROWSER).status_code == 413


def test_a_form_of_too_many_parts_is_refused(opened: Opened):
    machine = opened(Settings())
    many = {f"f{n}": b"x" for n in range(bodies.PARTS + 1)}
    assert machine.post("/change", data=dict.fromkeys(many, "x")).status_code == 413
    assert machine.post("/change", files=many).status_code == 413
    assert machine.post("/change", files={"f": b"x"}).status_code == 200


@pytest.mark.parametrize("coding", ["gzip", "br", "identity, gzip", "x"])
def test_a_packed_body_is_refused_before_it_is_unpacked(opened: Opened, coding: str):
    bomb = gzip.compress(b"\0" * 10**6)
    answer = opened(Settings()).post("/change", content=bomb, headers={"Content-Encoding": coding})
    assert (answer.status_code, answer.headers["accept-encoding"]) == (415, "identity")


def test_a_body_that_never_comes_does_not_hold_the_door(opened: Opened, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bodies, "SLOWEST", 0.01)
    sent: list[Message] = []
    scope = {"type": "http", "method": "POST", "path": "/change", "query_string": b"", "scheme": "http",
             "headers": [(b"host", b"127.0.0.1:8017")], "client": ("192.0.2.7", 1)}  # fmt: skip

    async def never() -> Message:
        return await asyncio.Future()

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(opened(Settings()).app(scope, never, send))
    assert sent[0]["status"] == 408


def test_only_an_editor_sees_the_audit(browser: TestClient, opened: Opened):
    enter(browser)
    assert browser.get("/audit").status_code == 403
    ed = opened()
    enter(ed, "ed")
    shown = ed.get("/audit").text
    for told in ("user added", "log-in", "article added", "testclient"):
        assert told in shown
    assert "article added" not in ed.get("/audit", params={"what": "log-in"}).text
    assert "Nothing was found." in ed.get("/audit", params={"by": "nobody"}).text


def test_the_audit_is_paged(browser: TestClient, accounts: Accounts):
    for number in range(101):
        accounts.add_token(f"importer{number}", "reader")
    enter(browser, "ed")
    shown = browser.get("/audit", params={"what": "token added"}).text
    assert "importer0," not in shown
    older = shown.split('href="/audit?')[1].split('"')[0].replace("&amp;", "&")
    assert "importer0," in browser.get(f"/audit?{older}").text


def test_what_a_page_does_is_noted_with_who_and_from_where(browser: TestClient, accounts: Accounts):
    app = browser.app

    @app.post("/add")  # type: ignore[attr-defined]
    def add() -> str:
        from tests.minutes.made_up import record

        return str(app.state.minutes.add(record()).id)  # type: ignore[attr-defined]

    enter(browser, "ed")
    added = browser.post("/add", data={"csrf": own_token(browser)}, headers=BROWSER).json()
    (latest,) = accounts.audit(limit=1)
    assert (latest.by, latest.what, latest.about, latest.place) == ("ed", "article added", added, "testclient")
