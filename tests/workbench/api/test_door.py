from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from verbale.errors import MinutesBusy
from verbale.minutes import Minutes
from verbale.workbench.api.door import accepts
from verbale.workbench.guarding import LARGEST

from .conftest import OPPOSED

RULING = {"kind": "statement", "article": OPPOSED.article.id, "value": "S1"}


def refused(answer: object, status: int) -> dict[str, object]:
    """The problem that an answer tells; the test fails where it is none."""
    assert answer.status_code == status, answer.text  # type: ignore[attr-defined]
    assert answer.headers["content-type"] == "application/problem+json"  # type: ignore[attr-defined]
    told: dict[str, object] = answer.json()  # type: ignore[attr-defined]
    assert told["status"] == status
    assert told["detail"]
    return told


def test_an_answer_that_is_known_already_is_not_sent_again(client: TestClient):
    first = client.get("/api/v1/statements")
    for known in (first.headers["etag"], f'"other", W/{first.headers["etag"]}', "*"):
        again = client.get("/api/v1/statements", headers={"If-None-Match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]


def test_a_ruling_changes_the_entity_tag(client: TestClient):
    before = client.get("/api/v1/statements").headers["etag"]
    assert client.post("/api/v1/rulings/reject", json=RULING).status_code == 201
    after = client.get("/api/v1/statements", headers={"If-None-Match": before})
    assert after.status_code == 200
    assert after.headers["etag"] != before


def test_the_next_page_is_told_with_a_304_too(client: TestClient):
    first = client.get("/api/v1/statements?limit=1")
    again = client.get("/api/v1/statements?limit=1", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.headers["link"] == first.headers["link"]


@pytest.mark.parametrize(("header", "fits"), [
    (None, True), ("*/*", True), ("application/*", True), ("text/html, application/json;q=0.5", True),
    ("text/html", False), ("application/json;q=0", False), ("*/*, application/json;q=0", False),
    ("application/problem+json", False), ("", True), (";;,", False),
])  # fmt: skip
def test_an_accept_header_is_read_as_the_rfc_says(header: str | None, fits: bool):
    assert accepts(header, "application/json") is fits


def test_who_wants_no_json_is_told_that_there_is_nothing_else(client: TestClient):
    refused(client.get("/api/v1/statements", headers={"Accept": "text/html"}), 406)
    assert client.get("/api/v1/docs", headers={"Accept": "text/html"}).status_code == 200


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_body_that_is_not_called_json_is_refused(client: TestClient, kind: str):
    sent = client.post("/api/v1/rulings/accept", content=json.dumps(RULING), headers={"Content-Type": kind})
    refused(sent, 415)
    assert sent.headers["accept"] == "application/json"


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b'{"kind": ' + b"[" * 100_000, b"nan-sense", b"9" * 5000])
def test_a_body_that_is_no_json_is_refused(client: TestClient, body: bytes):
    refused(client.post("/api/v1/rulings/accept", content=body, headers={"Content-Type": "application/json"}), 400)


def test_a_body_with_mistakes_has_each_told_with_its_place(client: TestClient):
    wrong = {"kind": "feeling", "article": 7, "value": "S1", "colour": "blue"}
    told = refused(client.post("/api/v1/rulings/accept", json=wrong), 422)
    assert {(each["part"], each["where"]) for each in told["errors"]} == {  # type: ignore[attr-defined]
        ("body", "$.kind"), ("body", "$.article"), ("body", "$.colour"),
    }  # fmt: skip


@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_beyond_the_limit_is_refused_however_it_comes(client: TestClient, chunked: bool):
    def pieces() -> Iterator[bytes]:
        for _ in range(LARGEST // 2**20 + 1):
            yield b" " * 2**20

    content = pieces() if chunked else b"".join(pieces())
    sent = client.post("/api/v1/records", content=content, headers={"Content-Type": "application/json"})
    refused(sent, 413)


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/v2/statements", "/api/v1/feelings", "/api/v1/actors/one",
                                  "/api/v1/articles/none", "/api/v1/actors/999", "/api/v1/questions/999",
                                  "/api/v1/meetings/999", "/api/v1/rulings/999"])  # fmt: skip
def test_what_is_not_there_is_a_problem_too(client: TestClient, path: str):
    refused(client.get(path), 404)


@pytest.mark.parametrize("method", ["DELETE", "PATCH", "TRACE", "BREW"])
def test_a_method_that_a_path_does_not_have_is_told_with_those_it_has(client: TestClient, method: str):
    answer = client.request(method, "/api/v1/articles")
    refused(answer, 405)
    assert answer.headers["allow"] == "GET, POST, HEAD, OPTIONS"
    assert client.options("/api/v1/articles").headers["allow"] == "GET, POST, HEAD, OPTIONS"
    assert client.options("/api/v1/articles").status_code == 204


def test_head_tells_what_get_would(client: TestClient):
    got, asked = client.get("/api/v1/actors"), client.head("/api/v1/actors")
    assert asked.content == b""
    assert asked.headers["etag"] == got.headers["etag"]
    assert asked.headers["content-length"] == got.headers["content-length"]


@pytest.mark.parametrize("told", ["\0", "Nor\0land", "%00", "\ud800", "🙂", "%' OR 1=1 --", "_", "\x7f" * 200])
@pytest.mark.parametrize("path", ["/statements?by=", "/positions?on=", "/meetings?meeting=", "/articles?publisher=",
                                  "/search/statements?words=", "/articles/", "/statements?since=", "/rulings?value=",
                                  "/rulings?by="])  # fmt: skip
def test_no_text_in_a_parameter_is_a_mistake_of_ours(client: TestClient, path: str, told: str):
    sent = "".join(f"%{byte:02x}" for byte in told.encode("utf-8", "surrogatepass"))
    answer = client.get(f"/api/v1{path}{sent}")
    assert answer.status_code in (200, 400, 404, 422)
    answer.json()


@pytest.mark.parametrize("told", ["a\0b", "\ud800", "\udfff\ud800", "🙂"])
@pytest.mark.parametrize("field", ["article", "value", "why", "values"])
def test_no_text_in_a_body_is_a_mistake_of_ours(client: TestClient, field: str, told: str):
    body = {"kind": "position", "article": OPPOSED.article.id, "value": "P1", "values": {"condition": "a vote"}}
    body |= {"values": {"condition": told, told: told}} if field == "values" else {field: told}
    sent = client.post("/api/v1/rulings/amend", content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert sent.status_code in (201, 404, 422), sent.text
    assert client.get("/api/v1/positions").status_code == 200


def test_a_condition_with_a_nul_is_kept_as_the_minutes_hold_texts(client: TestClient):
    body = {"kind": "position", "article": OPPOSED.article.id, "value": "P1", "values": {"condition": "a\0b"}}
    assert client.post("/api/v1/rulings/amend", json=body).json()["values"] == {"condition": "a\ufffdb"}


def test_minutes_that_are_busy_say_when_to_try_again(client: TestClient, monkeypatch: pytest.MonkeyPatch):
    def busy(*_: object) -> None:
        raise MinutesBusy("somebody else is writing")

    monkeypatch.setattr(Minutes, "__len__", busy)
    answer = client.get("/api/v1/health")
    refused(answer, 503)
    assert int(answer.headers["retry-after"]) > 0


def test_a_mistake_of_ours_tells_nothing_of_its_innards(client: TestClient, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object) -> None:
        raise RuntimeError("secret path /etc")

    monkeypatch.setattr(Minutes, "__len__", broken)
    assert "secret" not in str(refused(client.get("/api/v1/health"), 500))


def test_every_answer_has_the_guards_headers(client: TestClient):
    for path in ("/api/v1/health", "/api/v1/docs", "/api/v1/docs.css", "/api/v1/nothing"):
        assert client.get(path).headers["x-content-type-options"] == "nosniff"
