"""Merging, splitting and renaming actors, questions and meetings, by the forms of the pages."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.workbench.conftest import HTML
from tests.workbench.forms import form, send
from verbale.minutes import Minutes


def number(minutes: Minutes, name: str) -> int:
    return next(actor.number for actor in minutes.actors() if actor.name == name)


def test_two_actors_are_merged_and_the_merger_is_taken_back(client: TestClient, minutes: Minutes):
    norland, sudmark = number(minutes, "Norland"), number(minutes, "Sudmark")
    fields = form(client, f"/actors/{norland}/joins?q=Sudmark", "why") | {"verdict": "merge", "other": str(sudmark)}
    answer = client.post("/joins", data=fields | {"why": "One state."}, headers=HTML, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/actors/{norland}/joins")
    assert minutes.named("actor", sudmark).number == norland
    moved = client.get(f"/actors/{sudmark}/joins", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (301, f"/actors/{norland}/joins")
    told = client.get(f"/actors/{norland}/joins.json").json()
    assert [(r["verdict"], r["why"]) for r in told["rulings"]] == [("merge", "One state.")]
    undo = form(client, f"/actors/{norland}/joins", "ruling")
    assert send(client, "/review", undo) == 303
    assert minutes.named("actor", sudmark).number == sudmark
    assert client.get(f"/actors/{norland}/joins.json").json()["standing"] == []


def test_others_are_found_by_words_and_never_the_one_itself(client: TestClient, minutes: Minutes):
    norland = number(minutes, "Norland")
    told = client.get(f"/actors/{norland}/joins.json?q=o").json()
    assert norland not in [each["number"] for each in told["like"]]
    assert client.get(f"/actors/{norland}/joins.json?q=nobody-is-called-so").json()["like"] == []


def test_an_actor_is_split_off_and_put_back(client: TestClient, minutes: Minutes):
    norland = number(minutes, "Norland")
    joins = client.get(f"/actors/{norland}/joins.json").json()["joins"]
    assert len(joins) > 2
    chosen = {f"article-{n}": join["article"]["id"] for n, join in enumerate(joins[:2])}
    fields = form(client, f"/actors/{norland}/joins", "verdict") | {"verdict": "split"} | chosen
    assert send(client, "/joins", fields) == 303
    assert len(client.get(f"/actors/{norland}/joins.json").json()["joins"]) == len(joins) - 2
    (made, *_) = minutes.rulings()
    assert made.verdict == "split"
    assert send(client, "/review", {"verdict": "undo", "ruling": str(made.number)}) == 303
    assert len(client.get(f"/actors/{norland}/joins.json").json()["joins"]) == len(joins)


@pytest.mark.parametrize(
    ("kind", "field", "name"),
    [("actor", "to_name", "North Land"), ("question", "to_label", "the ferry money"),
     ("meeting", "to_place", "Bergen")],
)
def test_each_is_renamed_and_accepted(client: TestClient, minutes: Minutes, kind: str, field: str, name: str):
    fields = form(client, f"/{kind}s/1/joins", field)
    assert send(client, "/joins", fields, verdict="amend", **{field: name}) == 303
    assert name in client.get(f"/{kind}s/1/joins", headers=HTML).text
    assert send(client, "/joins", fields, verdict="accept") == 303
    assert [r.verdict for r in minutes.rulings()] == ["accept", "amend"]


def test_what_makes_no_sense_is_told(client: TestClient, minutes: Minutes):
    one = {"kind": "actor", "number": "1", "verdict": "merge"}
    bad = [{}, {"other": "x"}, {"other": "1"}, {"other": "99999"}, {"verdict": "split"}, {"verdict": "praise"},
           {"kind": "statement"}, {"number": ""}, {"number": "-1"}, {"verdict": "split", "article-1": "nowhere"},
           {"verdict": "amend"}, {"verdict": "amend", "to_country": "Norland"}]  # fmt: skip
    for wrong in bad:
        assert client.post("/joins", data=one | wrong, headers=HTML).status_code in (404, 422), wrong
    assert minutes.rulings() == []
    assert client.get("/actors/99999/joins").status_code == 404


def test_two_reviewers_merging_the_same_are_told(client: TestClient, minutes: Minutes):
    norland, sudmark = number(minutes, "Norland"), number(minutes, "Sudmark")
    fields = {"kind": "actor", "number": str(norland), "verdict": "merge", "other": str(sudmark)}
    assert [send(client, "/joins", fields) for _ in range(2)] == [303, 422]
    assert send(client, "/joins", fields | {"number": str(sudmark), "other": str(norland)}) == 422
