"""Who may change something: forms from elsewhere, tokens, roles, rations, the audit page."""

from __future__ import annotations

import asyncio
import gzip
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.types import Message

from tests.minutes.made_up import record
from tests.workbench.access.conftest import ADDRESS, BROWSER, PEOPLE, Opened, enter, own_token, token
from verbale import workbench
from verbale.minutes.accounts import Accounts, Origin, acting_as
from verbale.minutes.accounts.audit import acting
from verbale.minutes.accounts.limits import BURST
from verbale.record import to_dict
from verbale.workbench import pages
from verbale.workbench.access import Settings, bodies
from verbale.workbench.access.entrance import UNIT
from verbale.workbench.access.routes import router as entrance
from verbale.workbench.api.desk import Desk
from verbale.workbench.guarding import LARGEST, SAFE


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def test_a_change_needs_the_token_of_the_session(client: TestClient):
    enter(client)
    assert client.post("/change", data={"a": "b"}, headers=BROWSER).status_code == 403
    assert client.post("/change", data={"csrf": own_token(client)}, headers=BROWSER).status_code == 200


def test_the_token_can_stand_in_a_header(client: TestClient):
    enter(client)
    own = own_token(client)
    assert client.post("/change", json={}, headers=BROWSER | {"X-CSRF-Token": own}).json()["name"] == "ann"
    assert client.post("/change", json={"csrf": own}, headers=BROWSER).status_code == 403


@pytest.mark.parametrize("change", ["post", "put", "patch", "delete"])
def test_no_kind_of_change_goes_without_a_token(client: TestClient, change: str):
    enter(client)
    assert getattr(client, change)("/change", headers=BROWSER).status_code == 403


@pytest.mark.parametrize("form", [
    {"data": {"csrf": ""}}, {"data": {"csrf": "0" * 64}}, {"data": {"csrf": "é"}}, {"data": {"CSRF": "x"}},
    {"files": {"csrf": b"a file"}}, {"content": b"\xff\x00", "headers": {"Content-Type": "multipart/form-data"}},
    {"content": b"x", "headers": {"Content-Type": 'multipart/form-data; boundary="'}},
    {"content": b"csrf", "headers": {"Content-Type": "text/plain"}}, {"content": b""},
])  # fmt: skip
def test_what_is_no_token_is_refused(client: TestClient, form: dict[str, object]):
    enter(client)
    headers = BROWSER | dict(form.pop("headers", {}))  # type: ignore[call-overload]
    assert client.post("/change", headers=headers, **form).status_code == 403  # type: ignore[arg-type]


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
def test_a_change_from_elsewhere_is_refused_even_with_the_token(client: TestClient, headers: dict[str, str]):
    enter(client)
    assert client.post("/change", data={"csrf": own_token(client)}, headers=headers).status_code == 403


def test_without_accounts_a_browser_needs_the_token_and_a_program_does_not(opened: Opened):
    machine = opened(Settings())
    assert machine.post("/change", json={}).json()["name"] == "local"
    assert machine.post("/change", json={}, headers=BROWSER).status_code == 403
    own = token(machine, "/name")
    assert machine.post("/change", json={}, headers=BROWSER | {"X-CSRF-Token": own}).status_code == 200


@pytest.mark.parametrize(("name", "status"), [("rita", 403), ("ann", 200), ("ed", 200)])
def test_a_reader_may_not_change_anything(client: TestClient, name: str, status: int):
    enter(client, name)
    assert client.get("/asked").json() == {"name": name, "role": PEOPLE[name]}
    assert client.post("/change", data={"csrf": own_token(client)}, headers=BROWSER).status_code == status


def test_a_program_comes_in_by_a_token_without_forms(client: TestClient, accounts: Accounts):
    secret = accounts.add_token("importer", "reviewer")
    assert client.post("/change", json={}, headers=bearer(secret)).json()["name"] == "importer"
    assert client.get("/asked", headers={"Authorization": f"bearer {secret}"}).status_code == 200


@pytest.mark.parametrize("header", ["Bearer", "Bearer ", "Bearer x", "Basic YW5uOng=", "", "Bearer verbale_\xff"])
def test_a_token_that_does_not_hold_is_refused(client: TestClient, header: str):
    enter(client)  # a session does not make up for it
    answer = client.get("/asked", headers={"Authorization": header.encode("latin-1")})
    assert answer.status_code == 401
    assert "invalid_token" in answer.headers["www-authenticate"]


def test_the_token_of_a_reader_reads_and_that_of_a_removed_user_does_not(client: TestClient, accounts: Accounts):
    secret = accounts.add_token("ann", "reader")
    assert client.get("/asked", headers=bearer(secret)).status_code == 200
    assert client.post("/change", json={}, headers=bearer(secret)).status_code == 403
    accounts.remove_user("ann")
    assert client.get("/asked", headers=bearer(secret)).status_code == 401


def test_a_token_counts_without_accounts_too(opened: Opened):
    machine = opened(Settings())
    secret = machine.app.state.access.accounts.add_token("importer", "reader")  # type: ignore[attr-defined]
    assert machine.get("/asked", headers=bearer(secret)).json() == {"name": "importer", "role": "reader"}
    assert machine.get("/asked", headers=bearer("wrong")).status_code == 401


def test_who_sends_too_much_has_to_wait(client: TestClient, accounts: Accounts):
    ann, bob = bearer(accounts.add_token("ann", "reviewer")), bearer(accounts.add_token("bob", "reviewer"))
    accounts.spend("ann", BURST)
    answer = client.post("/change", json={}, headers=ann)
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) >= 1
    assert client.post("/change", json={}, headers=bob).status_code == 200
    assert client.get("/asked", headers=ann).status_code == 200
    accounts.clock.at += int(answer.headers["retry-after"])  # type: ignore[attr-defined]
    assert client.post("/change", json={}, headers=ann).status_code == 200


def test_a_long_text_costs_more_than_a_short_one(client: TestClient, accounts: Accounts):
    ann = bearer(accounts.add_token("ann", "reviewer"))
    accounts.spend("ann", BURST - 5)
    assert client.post("/change", content=b"x" * UNIT * 10, headers=ann).status_code == 429
    assert client.post("/change", content=b"x" * UNIT * 2, headers=ann).status_code == 200


def test_the_body_reaches_the_page_as_it_was_sent(client: TestClient):
    enter(client)
    body = f"csrf={own_token(client)}&text=%C3%A9+a%00b"
    headers = BROWSER | {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/change", content=body, headers=headers).json()["body"] == body[:100]


def test_a_body_that_is_too_large_is_refused_however_it_comes(opened: Opened):
    machine = opened(Settings())
    assert machine.post("/change", content=b"x" * (LARGEST + 1)).status_code == 413
    pieces = (b"x" * 2**20 for _ in range(LARGEST // 2**20 + 1))
    assert machine.post("/change", content=pieces).status_code == 413
    for length in ("²".encode("latin-1"), b"-1", b"1e9", b"9" * 30):
        assert machine.post("/change", content=b"", headers={"Content-Length": length}).status_code == 413
    assert machine.post("/change", content=b"x" * LARGEST).status_code == 200


def test_a_stranger_sends_a_name_and_a_password_and_no_more(client: TestClient):
    form = {"csrf": token(client), "name": "ann", "password": "x" * bodies.STRANGERS}
    assert client.post("/login", data=form, headers=BROWSER).status_code == 413


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


def test_only_an_editor_sees_the_audit(client: TestClient, opened: Opened):
    enter(client)
    assert client.get("/audit").status_code == 403
    ed = opened()
    enter(ed, "ed")
    shown = ed.get("/audit").text
    for told in ("user added", "log-in", "article added", "testclient"):
        assert told in shown
    assert "article added" not in ed.get("/audit", params={"what": "log-in"}).text
    assert "Nothing was found." in ed.get("/audit", params={"by": "nobody"}).text


def test_the_audit_is_paged(client: TestClient, accounts: Accounts):
    for number in range(101):
        accounts.add_token(f"importer{number}", "reader")
    enter(client, "ed")
    shown = client.get("/audit", params={"what": "token added"}).text
    assert "importer0," not in shown
    older = shown.split('href="/audit?')[1].split('"')[0].replace("&amp;", "&")
    assert "importer0," in client.get(f"/audit?{older}").text


def test_what_is_added_is_noted_with_who_did_it_and_from_where(client: TestClient, accounts: Accounts):
    enter(client, "ed")
    sent = client.post("/api/v1/records", json=to_dict(record()), headers=BROWSER | {"X-CSRF-Token": own_token(client)})
    assert sent.status_code == 201
    (latest,) = accounts.audit(limit=1)
    told = ("ed", "article added", sent.json()["id"], "testclient")
    assert (latest.by, latest.what, latest.about, latest.place) == told


def test_who_asks_is_known_where_articles_are_read_in_another_thread():
    async def asked() -> Origin:
        with acting_as(Origin("ed", "192.0.2.7")):
            return await Desk().do(acting)

    assert asyncio.run(asked()) == Origin("ed", "192.0.2.7")


def served(opened: Opened) -> set[tuple[str, str]]:
    """Methods and paths of all pages and of the API, with 1 for each parameter."""
    described = opened(Settings()).get("/api/v1/openapi.json").json()["paths"]
    found = {(method.upper(), path) for path, operations in described.items() for method in operations}
    found |= {(m, each.path) for each in (*pages.router.routes, *entrance.routes) for m in each.methods}  # type: ignore
    return {(method, re.sub(r"{[^}]*}", "1", path)) for method, path in found}


def test_nothing_but_the_log_in_page_is_shown_to_strangers(client: TestClient, opened: Opened):
    paths = served(opened)
    assert {("GET", "/"), ("GET", "/audit"), ("POST", "/add"), ("GET", "/api/v1/articles")} <= paths
    for method, path in paths:
        status = client.request(method, path, headers=BROWSER).status_code
        if path == "/login":
            assert status == (403 if method == "POST" else 200)
        else:
            assert (status, path) == (401, path)


def test_no_change_goes_without_the_token_of_its_form_wherever_it_is(client: TestClient, opened: Opened):
    enter(client, "ed")
    changes = {each for each in served(opened) if each[0] not in SAFE}
    assert {("POST", "/logout"), ("POST", "/review"), ("POST", "/api/v1/rulings/accept")} <= changes
    for method, path in changes:
        assert client.request(method, path, headers=BROWSER).status_code == 403


def test_every_form_that_changes_something_carries_the_token():
    templates = list((Path(workbench.__file__).parent / "templates").glob("*.html"))
    form = r'<form[^>]*method="post"[^>]*>\s*({{ csrf\(request\) }})?'
    posting = {each.name: re.findall(form, each.read_text(encoding="utf-8")) for each in templates}
    assert {"add.html", "login.html", "base.html"} <= {name for name, forms in posting.items() if forms}
    assert all(carried for forms in posting.values() for carried in forms), posting
