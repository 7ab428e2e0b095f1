"""Adding what the machine missed, by the forms of the pages."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.workbench.conftest import HTML, NASTY, first
from tests.workbench.forms import form, send
from verbale.minutes import Minutes
from verbale.minutes.answers import Filter
from verbale.workbench.pages.missing import MISSED


def missed(client: TestClient, article: str, kind: str) -> dict[str, str]:
    return form(client, f"/missed/{kind}/{article}", "kind")


def test_a_statement_is_added_by_its_words(client: TestClient, minutes: Minutes):
    article = first(minutes)
    fields = missed(client, article, "statement")
    words = {"to_content": "Lena Okafor", "to_cue": "said", "to_speaker": "Norland", "why": "She was missed."}
    answer = client.post("/missed", data=fields | words, follow_redirects=False)
    (made, *_) = minutes.rulings()
    assert (answer.status_code, answer.headers["location"]) == (303, f"/articles/{article}#R{made.number}")
    added = next(s for s in minutes.statements(Filter(article=article)) if s.id == f"R{made.number}")
    assert (added.words, added.spans["cue"], added.speaker and added.speaker.name) == (
        "Lena Okafor", [[34, 38]], "Norland",
    )  # fmt: skip
    assert (made.verdict, made.by, made.why) == ("add", "local", "She was missed.")
    assert f'id="R{made.number}"' in client.get(f"/articles/{article}", headers=HTML).text


def test_what_was_selected_in_the_text_stands_where_it_was_selected(client: TestClient, minutes: Minutes):
    fields = missed(client, first(minutes), "statement")
    assert send(client, "/missed", fields, to_content="l", at_content="3-4") == 303
    assert minutes.rulings()[0].values["content"] == [[3, 4]]


def test_words_that_stand_there_several_times_are_asked_for_again(client: TestClient, minutes: Minutes):
    fields = missed(client, first(minutes), "statement")
    shown = client.post("/missed", data=fields | {"to_content": "a"}, headers=HTML)
    assert shown.status_code == 422
    assert "stands in the article" in shown.text


def test_a_position_is_added_with_its_evidence(client: TestClient, minutes: Minutes):
    article = first(minutes)
    fields = missed(client, article, "position")
    told = {"to_actor": "Lena Okafor", "to_question": "the harbour tax", "to_stance": "conditional",
            "to_condition": "after the thaw", "to_evidence": ["S1"], "to_evidence_words": "Okafor said",
            "new": "1"}  # fmt: skip
    assert client.post("/missed", data=fields | told, follow_redirects=False).status_code == 303
    held = next(p for p in minutes.positions(Filter(article=article)) if p.question.name == "the harbour tax")
    assert (held.actor.name, held.stance, held.condition) == ("Lena Okafor", "conditional", "after the thaw")
    assert [proof.id for proof in held.evidence] == ["S1", "27-38"]


def test_a_part_in_a_meeting_is_added(client: TestClient, minutes: Minutes):
    article = first(minutes)
    fields = missed(client, article, "participation")
    told = {"to_meeting": "the ferry fee talks", "to_actor": "Lena Okafor", "to_role": "mediator",
            "to_status": "offered", "to_according_to": "Norland", "to_evidence": "S1"}  # fmt: skip
    assert send(client, "/missed", fields, **told) == 303
    part = minutes.participation(Filter(article=article))[0]
    assert (part.meeting.name, part.role, part.status) == ("the ferry fee talks", "mediator", "offered")


def test_nothing_is_added_without_the_words_that_prove_it(client: TestClient, minutes: Minutes):
    article = first(minutes)
    told = {"to_actor": "Lena Okafor", "to_question": "the higher ferry fee", "to_stance": "oppose"}
    assert send(client, "/missed", missed(client, article, "position"), **told) == 422
    assert send(client, "/missed", missed(client, article, "position"), to_evidence="S1", **told) == 303


def test_events_conflicts_and_new_names_are_added(client: TestClient, minutes: Minutes):
    article = first(minutes)
    event = {"to_class": "REJECT", "to_source": "Norland; Lena Okafor", "to_spans": "will not pay"}
    assert send(client, "/missed", missed(client, article, "event"), **event) == 303
    conflict = {"to_kind": "position", "to_first": "Norland", "to_second": "Lena Okafor", "to_evidence": "S1",
                "to_evidence_second": "R1"}  # fmt: skip
    assert send(client, "/missed", missed(client, article, "conflict"), **conflict) == 303
    actor = {"to_name": "Harbour Board", "to_kind": "organisation", "to_country": "NO"}
    assert send(client, "/missed", missed(client, article, "actor"), **actor) == 303
    assert minutes.events(Filter(article=article))[0].class_ == "REJECT"
    assert minutes.conflicts(Filter(article=article))[0].second.name == "Lena Okafor"
    assert "Harbour Board" in client.get(f"/articles/{article}", headers=HTML).text


@pytest.mark.parametrize("kind", MISSED)
def test_an_empty_form_adds_nothing_and_says_what_is_missing(client: TestClient, minutes: Minutes, kind: str):
    answer = client.post("/missed", data=missed(client, first(minutes), kind), headers=HTML)
    assert answer.status_code == 422
    assert minutes.rulings() == []


def test_a_kind_or_an_article_that_is_not_there_is_told(client: TestClient, minutes: Minutes):
    article = first(minutes)
    assert client.get(f"/missed/rumour/{article}").status_code == 404
    assert client.get("/missed/statement/nowhere").status_code == 404
    for gone in ({"kind": "rumour"}, {"kind": "office"}, {"article": "nowhere"}, {"kind": "statement", "article": ""}):
        answer = client.post("/missed", data={"kind": "statement", "article": article, "to_content": "pay"} | gone)
        assert answer.status_code in (404, 422), gone


def test_hostile_names_and_reasons_stay_text(client: TestClient, minutes: Minutes):
    article = first(minutes)
    told = {"to_actor": NASTY, "to_question": NASTY, "to_stance": "oppose", "to_condition": NASTY, "why": NASTY,
            "to_evidence": "S1", "new": "1"}  # fmt: skip
    assert send(client, "/missed", missed(client, article, "position"), **told) == 303
    held = minutes.positions(Filter(article=article))[0]
    actor, question = held.actor.number, held.question.number
    for path in (f"/articles/{article}", f"/actors/{actor}", f"/actors/{actor}/joins", f"/questions/{question}/joins",
                 "/review/rulings", f"/review/position/{article}?value={held.id}", f"/missed/position/{article}",
                 "/review?kind=position", "/matrix"):  # fmt: skip
        text = client.get(path, headers=HTML).text
        assert "<script>alert" not in text, path
        assert "<svg onload" not in text, path
        assert "\u202e" not in text, path


def test_a_name_that_nobody_has_is_asked_for_again_unless_it_is_said_to_be_new(client: TestClient, minutes: Minutes):
    article = first(minutes)
    fields = missed(client, article, "statement") | {"to_content": "Lena Okafor"}
    shown = client.post("/missed", data=fields | {"to_speaker": "Lena Okafr"}, headers=HTML)
    assert shown.status_code == 422
    assert "no actor called" in shown.text
    assert "Lena Okafr" not in [actor.name for actor in minutes.actors()]
    assert send(client, "/missed", fields, to_speaker="Lena Okafr", new="1") == 303
    added = next(s for s in minutes.statements(Filter(article=article)) if s.words == "Lena Okafor")
    assert added.speaker is not None
    assert added.speaker.name == "Lena Okafr"


def test_an_actor_is_named_by_its_id_in_the_article_too(client: TestClient, minutes: Minutes):
    article = first(minutes)
    fields = missed(client, article, "statement") | {"to_content": "said"}
    assert send(client, "/missed", fields, to_speaker="A2") == 303
    added = next(s for s in minutes.statements(Filter(article=article)) if s.words == "said")
    assert added.speaker is not None
    assert added.speaker.name == "Lena Okafor"
