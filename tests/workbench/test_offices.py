"""An article's offices of an actor, ruled on by the forms of their page."""

from __future__ import annotations

from fastapi.testclient import TestClient

from tests.minutes.made_up import READER, article
from tests.workbench.conftest import HTML
from tests.workbench.forms import form, send
from verbale.minutes import Minutes
from verbale.record import Actor, Office, Record, Span

TEXT = "Transport minister Lena Okafor of Norland said so."


def titled(minutes: Minutes) -> str:
    """The address of the offices of Lena Okafor."""
    norland = Actor("A2", "Norland", "state", "NO")
    okafor = Actor("A1", "Lena Okafor", "person", "NO", (Office("transport minister", "A2", (Span(0, 18),)),))
    about = article(TEXT, headline="A minister")
    added = minutes.add(Record(reader=READER, article=about, actors=(okafor, norland)))
    return f"/offices/{added.id}?value=A1"


def test_offices_are_amended_taken_away_and_put_back(client: TestClient, minutes: Minutes):
    path = titled(minutes)
    fields = form(client, path, "was_title-1") | {"verdict": "amend"}
    assert (fields["to_title-1"], fields["to_of-1"], fields["to_words-1"]) == (
        "transport minister", "Norland", "Transport minister",
    )  # fmt: skip
    more = {"to_title-1": "minister of transport", "to_title-2": "head of the Board", "to_words-2": "Lena Okafor"}
    assert send(client, "/offices", fields, **more) == 303
    held = client.get(path.replace("?", ".json?")).json()["offices"]
    assert [(o["title"], o["evidence"]) for o in held] == [
        ("minister of transport", [[0, 18]]), ("head of the Board", [[19, 30]]),
    ]  # fmt: skip
    emptied = form(client, path, "was_title-1") | {"verdict": "amend", "to_title-1": "", "to_title-2": ""}
    assert send(client, "/offices", emptied) == 303
    assert client.get(path.replace("?", ".json?")).json()["offices"] == []
    for rule in minutes.rulings(kind="office"):
        assert send(client, "/review", {"verdict": "undo", "ruling": str(rule.number)}) == 303
    assert [o["title"] for o in client.get(path.replace("?", ".json?")).json()["offices"]] == ["transport minister"]


def test_offices_are_rejected_and_accepted_as_a_whole(client: TestClient, minutes: Minutes):
    path = titled(minutes)
    fields = form(client, path, "article")
    assert send(client, "/offices", fields, verdict="reject") == 303
    assert client.get(path.replace("?", ".json?")).json()["offices"] == []
    assert send(client, "/offices", fields, verdict="accept") == 303
    assert [r.verdict for r in minutes.rulings()] == ["accept", "reject"]


def test_what_makes_no_sense_is_told(client: TestClient, minutes: Minutes):
    path = titled(minutes)
    fields = form(client, path, "was_title-1")
    assert send(client, "/offices", fields, verdict="amend") == 422
    assert send(client, "/offices", fields, verdict="praise") == 422
    assert send(client, "/offices", fields, verdict="reject", value="A99") == 404
    assert send(client, "/offices", fields, verdict="reject", article="nowhere") == 404
    assert send(client, "/offices", fields, verdict="amend", **{"to_words-1": "no such words"}) == 422
    assert client.get(path.replace("A1", "A99"), headers=HTML).status_code == 404
    assert minutes.rulings() == []
