from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.minutes.accounts.conftest import cheap
from verbale.workbench.access import Settings
from verbale.workbench.app import create

from .conftest import OPPOSED, SUPPORTS

__all__ = ["cheap"]
Get = Callable[..., Any]
OLD, NEW = OPPOSED.article.id, SUPPORTS.article.id


def made(client: TestClient, verdict: str, **body: object) -> dict[str, Any]:
    """The ruling that was made; where it is found is told, and it is found there."""
    answer = client.post(f"/api/v1/rulings/{verdict}", json=body)
    assert answer.status_code == 201, answer.text
    assert client.get(answer.headers["location"]).json() == answer.json()
    ruling: dict[str, Any] = answer.json()
    return ruling


@pytest.mark.parametrize("number", [2**63, 10**30, -(10**30)])
def test_a_number_that_no_table_has_is_no_actor(client: TestClient, number: int):
    added = {"kind": "statement", "article": OLD, "values": {"content": [[0, 4]], "speaker": number}}
    amended = added | {"value": "S1", "values": {"speaker": number}}
    for path, body in (("add", added), ("amend", amended)):
        answer = client.post(f"/api/v1/rulings/{path}", json=body)
        assert (answer.status_code, f"no actor {number}" in answer.json()["detail"]) == (404, True), answer.text


def test_an_actor_is_ruled_on_without_an_article(client: TestClient):
    body = {"kind": "actor", "value": "1", "article": "none such"}
    assert client.post("/api/v1/rulings/accept", json=body).status_code == 422


def test_a_value_that_is_rejected_is_shown_by_the_machine_alone(client: TestClient, get: Get):
    ruling = made(client, "reject", kind="statement", article=NEW, value="S1", why="A slip of the tongue.")
    assert (ruling["by"], ruling["verdict"], ruling["why"]) == ("local", "reject", "A slip of the tongue.")
    assert get("/statements", article=NEW)["values"] == []
    assert len(get("/statements", article=NEW, layer="machine")["values"]) == 1


def test_an_amended_value_says_what_the_reviewer_says(client: TestClient, get: Get):
    made(client, "amend", kind="position", article=NEW, value="P1", values={"stance": "neutral"})
    (position,) = get("/positions", article=NEW)["values"]
    assert position["stance"] == "neutral"
    assert position["ruled"]["machine"]["stance"] == "support"


def test_a_value_that_the_machine_missed_is_added(client: TestClient, get: Get):
    made(client, "add", kind="position", article=OLD,
         values={"actor": "Lena Okafor", "question": 1, "stance": "support", "evidence": ["S1"]})  # fmt: skip
    (position,) = get("/positions", by="Okafor")["values"]
    assert (position["stance"], position["ruled"]["verdict"]) == ("support", "add")


def test_what_is_one_is_merged_and_what_is_not_is_split(client: TestClient, get: Get):
    merged = made(client, "merge", kind="question", into=1, other=2)
    assert get("/questions/1")["positions"] == 4
    made(client, "undo", number=merged["number"])
    assert get("/questions/1")["positions"] == 2
    made(client, "split", kind="question", number=1, articles=[NEW])
    assert get("/questions/1")["positions"] == 1


def test_a_ruling_that_is_taken_back_counts_no_more_and_stays_in_the_list(client: TestClient, get: Get):
    ruling = made(client, "accept", kind="statement", article=NEW, value="S1")
    undone = made(client, "undo", number=ruling["number"], why="Too quick.")
    assert undone["undoes"] == ruling["number"]
    (statement,) = get("/statements", article=NEW)["values"]
    assert statement["ruled"] is None
    assert [each["verdict"] for each in get("/rulings", article=NEW)["values"]] == ["undo", "accept"]


def test_rulings_are_found_by_kind_reviewer_article_and_value(client: TestClient, get: Get):
    made(client, "accept", kind="statement", article=NEW, value="S1")
    assert [each["by"] for each in get("/rulings", by="Iris")["values"]] == ["Iris"]
    assert [each["kind"] for each in get("/rulings", kind="statement")["values"]] == ["statement"]
    (ruling,) = get("/rulings", article=OLD)["values"]
    assert get("/rulings", value=ruling["anchor"])["values"] == [ruling]


@pytest.mark.parametrize(("verdict", "body", "status"), [
    ("accept", {"kind": "statement", "article": "none", "value": "S1"}, 404),
    ("accept", {"kind": "statement", "article": OLD, "value": "S99"}, 404),
    ("amend", {"kind": "position", "article": OLD, "value": "P1", "values": {"stance": "maybe"}}, 422),
    ("amend", {"kind": "position", "article": OLD, "value": "P1", "values": {}}, 422),
    ("add", {"kind": "position", "article": OLD, "values": {"stance": "oppose"}}, 422),
    ("merge", {"kind": "actor", "into": 1, "other": 1}, 422),
    ("merge", {"kind": "actor", "into": 1, "other": 999}, 404),
    ("merge", {"kind": "statement", "into": 1, "other": 2}, 422),
    ("split", {"kind": "actor", "number": 1, "articles": []}, 422),
    ("undo", {"number": 999}, 404),
    ("undo", {"number": True}, 422),
])  # fmt: skip
def test_a_ruling_that_makes_no_sense_is_refused_and_changes_nothing(
    client: TestClient, get: Get, verdict: str, body: dict[str, object], status: int
):
    before = get("/rulings")
    answer = client.post(f"/api/v1/rulings/{verdict}", json=body)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert get("/rulings") == before


@pytest.fixture
def guarded(url: str) -> Iterator[TestClient]:
    """The API on a server with accounts."""
    with TestClient(create(url, Settings(accounts=True))) as opened:
        yield opened


def token(client: TestClient, name: str, role: str) -> dict[str, str]:
    secret = client.app.state.access.accounts.add_token(name, role)  # type: ignore[attr-defined]
    return {"Authorization": f"Bearer {secret}"}


def test_a_ruling_is_made_under_the_name_of_whose_token_it_is(guarded: TestClient):
    body = {"kind": "statement", "article": OLD, "value": "S1"}
    answer = guarded.post("/api/v1/rulings/accept", json=body, headers=token(guarded, "ann", "reviewer"))
    assert (answer.status_code, answer.json()["by"]) == (201, "ann")


def test_each_may_do_what_their_role_says(guarded: TestClient):
    ruling = {"kind": "statement", "article": OLD, "value": "S1"}
    reader, reviewer = token(guarded, "rita", "reader"), token(guarded, "ann", "reviewer")
    assert guarded.get("/api/v1/statements", headers=reader).status_code == 200
    assert guarded.post("/api/v1/rulings/accept", json=ruling, headers=reader).status_code == 403
    assert guarded.post("/api/v1/records", json={}, headers=reviewer).status_code == 403
    assert guarded.post("/api/v1/articles", json={"text": "Hm."}, headers=reviewer).status_code == 403


def test_who_has_no_token_gets_nothing(guarded: TestClient):
    for answer in (guarded.get("/api/v1/statements"), guarded.post("/api/v1/rulings/undo", json={"number": 1})):
        assert answer.status_code == 401
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["www-authenticate"].startswith("Bearer")


def test_where_reviewers_differ_is_listed_measured_and_settled(client: TestClient, get: Get):
    made(client, "reject", kind="position", article=OLD, value="P1")
    (differing,) = get("/rulings/disagreements")["values"]
    assert (differing["kind"], differing["said"]["local"], differing["settled"]) == (
        "position", {"verdict": "rejected"}, None,
    )  # fmt: skip
    (measured, *_) = get("/rulings/agreement")["values"]
    assert (measured["field"], measured["values"], measured["same"]) == ("position.verdict", 1, 0)
    ruling = made(client, "settle", kind="position", article=OLD, value=differing["anchor"], says="Iris")
    assert (ruling["verdict"], ruling["final"]) == ("accept", True)
    assert get("/rulings/disagreements")["values"] == []
    made(client, "reject", kind="position", article=OLD, value="P1")
    assert get("/rulings/disagreements")["values"] == []
    assert get("/rulings/disagreements", settled=True)["values"][0]["settled"] == "local"
    assert len(get("/positions", article=OLD)["values"]) == 1
    refused = client.post("/api/v1/rulings/settle", json={"kind": "actor", "value": "1", "says": "Iris"})
    assert refused.status_code == 404


def test_joins_say_what_each_article_calls_an_actor_and_why(client: TestClient, get: Get):
    (join, *_) = get("/actors/1/joins", limit=1)["values"]
    assert (join["name"], join["reason"]) == ("Norland", "first seen here")
    assert len(get("/meetings/1/joins")["values"]) == 2
    assert client.get("/api/v1/questions/999/joins").status_code == 404
