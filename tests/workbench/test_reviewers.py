"""All rulings, where reviewers differ, how far they agree, and settling, by the pages."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.workbench.conftest import HTML, NASTY, first
from tests.workbench.forms import form, send
from verbale.minutes import Minutes
from verbale.minutes.answers import Filter


@pytest.fixture
def article(minutes: Minutes) -> str:
    """An article on whose position Ann and Bo differ."""
    found = first(minutes)
    minutes.rule("position", found, "P1", "amend", by="Ann", values={"stance": "neutral"})
    minutes.rule("position", found, "P1", "reject", by="Bo", why=NASTY)
    minutes.rule("statement", found, "S1", "accept", by="Ann")
    minutes.rule("statement", found, "S1", "accept", by="Bo")
    return found


def test_where_reviewers_differ_is_listed_and_settled(client: TestClient, minutes: Minutes, article: str):
    (told,) = client.get("/review/disagreements.json").json()["disagreements"]
    assert (told["kind"], told["said"]["Bo"]) == ("position", {"verdict": "rejected"})
    assert minutes.positions(Filter(article=article)) == []
    fields = form(client, "/review/disagreements", "value")
    assert send(client, "/review/disagreements", fields, says="Ann", why="The text says so.") == 303
    (made, *_) = minutes.rulings()
    assert (made.verdict, made.values, made.final, made.by) == ("amend", {"stance": "neutral"}, True, "local")
    assert [p.stance for p in minutes.positions(Filter(article=article))] == ["neutral"]
    assert client.get("/review/disagreements.json").json()["disagreements"] == []
    (settled,) = client.get("/review/disagreements.json?settled=1").json()["disagreements"]
    assert settled["settled"] == "local"


def test_a_disagreement_is_settled_otherwise_on_the_values_own_page(client: TestClient, minutes: Minutes, article: str):
    fields = form(client, f"/review/position/{article}?value=P1", "was_stance") | {"verdict": "amend"}
    assert send(client, "/review", fields, to_stance="support", final="1") == 303
    minutes.rule("position", article, "P1", "reject", by="Bo")
    assert [p.stance for p in minutes.positions(Filter(article=article))] == ["support"]


def test_what_nobody_said_settles_nothing(client: TestClient, minutes: Minutes, article: str):
    fields = form(client, "/review/disagreements", "value")
    for wrong in ({"says": "Cy"}, {"value": "P99"}, {"article": "nowhere"}, {"kind": "rumour"}, {"says": ""}):
        assert client.post("/review/disagreements", data=fields | {"says": "Ann"} | wrong).status_code in (404, 422)
    assert len(minutes.rulings()) == 4


def test_agreement_is_told_field_by_field(client: TestClient, article: str):
    told = {each["field"]: each for each in client.get("/review/agreement.json").json()["agreement"]}
    assert (told["position.verdict"]["values"], told["position.verdict"]["same"]) == (1, 0)
    assert told["statement.verdict"]["same"] == 1
    assert "position.verdict" in client.get("/review/agreement", headers=HTML).text
    assert "position.verdict" in client.get("/review/agreement.csv").text


def test_all_rulings_are_listed_narrowed_and_paged(client: TestClient, minutes: Minutes, article: str):
    minutes.undo(2, by="Bo")
    told = client.get("/review/rulings.json").json()
    assert [r["number"] for r in told["rulings"]] == [5, 4, 3, 2, 1]
    assert told["standing"] == [4, 3, 1]
    assert [r["number"] for r in client.get("/review/rulings.json?reviewer=Ann").json()["rulings"]] == [3, 1]
    assert [r["number"] for r in client.get("/review/rulings.json?kind=statement").json()["rulings"]] == [4, 3]
    page = client.get("/review/rulings.json?limit=2").json()
    assert (page["next"], len(page["rulings"])) == ("4", 2)
    following = client.get(f"/review/rulings.json?limit=3&before={page['next']}").json()
    assert [r["number"] for r in following["rulings"]] == [3, 2, 1]
    assert 2 not in following["standing"]
    assert client.get("/review/rulings?before=x", headers=HTML).status_code == 400


def test_every_page_says_who_said_what_and_runs_nothing(client: TestClient, article: str):
    for path in ("/review/disagreements", "/review/agreement", "/review/rulings"):
        shown = client.get(path, headers=HTML)
        assert shown.status_code == 200
        assert "<script>alert" not in shown.text
    assert "&lt;script&gt;" in client.get("/review/rulings", headers=HTML).text


def test_without_rulings_the_pages_say_so(client: TestClient):
    assert "differ on nothing" in client.get("/review/disagreements", headers=HTML).text
    assert "No value has been ruled on by two" in client.get("/review/agreement", headers=HTML).text
    assert "Nobody has ruled" in client.get("/review/rulings", headers=HTML).text


def test_numbers_of_actors_and_questions_are_told_by_their_names(client: TestClient, minutes: Minutes):
    article = first(minutes)
    minutes.rule("position", article, "P1", "amend", by="Ann", values={"actor": "Lena Okafor"})
    minutes.rule("position", article, "P1", "amend", by="Bo", values={"question": "the bridge toll"})
    norland, sudmark = (next(a.number for a in minutes.actors() if a.name == n) for n in ("Norland", "Sudmark"))
    minutes.rule("actor", None, sudmark, "amend", by="Ann", values={"country": "SE"})
    minutes.rule("actor", None, sudmark, "accept", by="Bo")
    minutes.merge("actor", norland, next(a.number for a in minutes.actors() if a.name == "Lena Okafor"), by="Ann")
    shown = client.get("/review/disagreements", headers=HTML).text
    for told in ("<bdi>Lena Okafor</bdi>", "<bdi>the bridge toll</bdi>", "<bdi>Norland</bdi>", "<bdi>Sudmark</bdi>"):
        assert told in shown
    listed = client.get("/review/rulings", headers=HTML).text
    assert "question: <bdi>the bridge toll</bdi>" in listed
    assert "moved" in listed
