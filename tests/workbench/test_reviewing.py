"""Ruling and adding through plain forms, as a browser without scripts sends them."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from tests.minutes.made_up import record
from tests.workbench.conftest import ADDRESS, HTML, first
from tests.workbench.forms import form, send
from verbale.flow import Kept
from verbale.minutes import Minutes
from verbale.minutes.answers import Filter
from verbale.record import dumps
from verbale.workbench.app import create
from verbale.workbench.pages import adding


def rule(
    client: TestClient, article: str, verdict: str, value: str = "S1", kind: str = "statement", **more: str
) -> int:
    form = {"kind": kind, "article": article, "value": value, "verdict": verdict, "back": "/review"} | more
    return client.post("/review", data=form, headers=HTML, follow_redirects=False).status_code


def test_the_queue_begins_with_what_is_least_sure(client: TestClient):
    items = client.get("/review.json").json()["items"]
    sure = [item["value"]["confidence"] for item in items]
    assert sure == sorted(sure)
    assert (items[0]["kind"], items[0]["value"]["confidence"]) == ("position", 0.5)


def test_what_was_ruled_on_leaves_the_queue_and_comes_back_with_undo(client: TestClient, minutes: Minutes):
    def queued() -> set[tuple[str, str]]:
        items = client.get("/review.json?kind=statement").json()["items"]
        return {(item["value"]["article"]["id"], item["value"]["id"]) for item in items}

    article = first(minutes)
    assert (article, "S1") in queued()
    assert rule(client, article, "reject", why="Nobody said so.") == 303
    assert (article, "S1") not in queued()
    (made,) = minutes.rulings()
    assert (made.by, made.verdict, made.why) == ("local", "reject", "Nobody said so.")
    assert client.get("/review.json").json()["last"]["number"] == made.number
    form = {"verdict": "undo", "ruling": str(made.number), "back": "/review"}
    assert client.post("/review", data=form, follow_redirects=False).status_code == 303
    assert (article, "S1") in queued()
    assert client.get("/review.json").json()["last"] is None


def amending(client: TestClient, article: str, value: str = "S1", kind: str = "statement") -> dict[str, str]:
    """The form that amends a value, as its page has it."""
    return form(client, f"/review/{kind}/{article}?value={value}", "was_made") | {"verdict": "amend"}


def test_amending_changes_what_the_form_changes_and_nothing_else(client: TestClient, minutes: Minutes):
    article = first(minutes)
    sent = amending(client, article)
    assert (sent["to_content"], sent["at_content"], sent["to_quotation"]) == ("Norland will not pay", "0-20", "direct")
    changes = {"to_act": "commissive", "to_content": "Norland will not", "to_denied": "1", "to_cue": "said",
               "to_source": "Lena Okafor", "to_speaker": "Lena Okafor"}  # fmt: skip
    assert send(client, "/review", sent, **changes) == 303
    (said,) = minutes.statements(Filter(article=article))
    assert (said.words, said.act, said.denied, said.quotation) == ("Norland will not", "commissive", True, "direct")
    assert (said.spans["cue"], said.spans["source"]) == ([[34, 38]], [[22, 33]])
    (made,) = minutes.rulings()
    assert set(made.values) == {"act", "denied", "content", "source", "cue", "speaker"}
    told = " ".join(client.get(f"/articles/{article}", headers=HTML).text.split())
    assert "machine: act <bdi>assertive</bdi>" in told


def test_what_another_reviewer_ruled_meanwhile_is_not_undone_by_a_form(client: TestClient, minutes: Minutes):
    article = first(minutes)
    sent = amending(client, article, "P1", "position")
    minutes.rule("position", article, "P1", "amend", by="Bo", values={"stance": "neutral"})
    assert send(client, "/review", sent, to_condition="if it rains") == 303
    assert minutes.rulings()[0].values == {"condition": "if it rains"}


def test_the_same_words_in_another_place_are_another_content(client: TestClient, minutes: Minutes):
    minutes.add(record("Pay, she said. Pay, he said.", "Pay", headline="Twice", published="2026-07-02"))
    article = next(a.id for a in minutes.articles() if a.headline == "Twice")
    sent = amending(client, article)
    assert sent["at_content"] == "0-3"
    assert send(client, "/review", sent, at_content="15-18") == 303
    assert minutes.statements(Filter(article=article))[0].spans["content"] == [[15, 18]]


def test_offsets_that_do_not_fit_the_words_give_way_to_the_words(client: TestClient, minutes: Minutes):
    article = first(minutes)
    for at in ("5-3", "0-9999999", "x", "3-5"):
        sent = amending(client, article)
        assert send(client, "/review", sent, to_cue="said", at_cue=at) == 303, at
        assert minutes.statements(Filter(article=article))[0].spans["cue"] == [[34, 38]], at
        minutes.undo(minutes.rulings()[0].number, by="Ann")


def test_evidence_and_who_holds_a_position_are_amended(client: TestClient, minutes: Minutes):
    article = first(minutes)
    sent = amending(client, article, "P1", "position")
    assert sent["to_evidence"] == "S1"
    changes = {"to_evidence_words": "Lena Okafor said", "to_actor": "Lena Okafor", "to_question": "the bridge toll"}
    assert send(client, "/review", sent, **changes) == 303
    (held,) = minutes.positions(Filter(article=article))
    assert (held.actor.name, held.question.name) == ("Lena Okafor", "the bridge toll")
    assert [proof.id for proof in held.evidence] == ["S1", "22-38"]
    assert send(client, "/review", amending(client, article, "P1", "position"), to_evidence=None) == 303
    assert minutes.positions(Filter(article=article))[0].evidence == ()


def test_who_else_speaks_and_who_passed_it_on_are_amended(client: TestClient, minutes: Minutes):
    article = first(minutes)
    changes = {"to_cospeakers": "Lena Okafor", "to_via": "Coastal News; Harbour Wire"}
    assert send(client, "/review", amending(client, article), **changes) == 422
    changes |= {"new": "1"}
    assert send(client, "/review", amending(client, article), **changes) == 303
    sent = amending(client, article)
    assert (sent["to_cospeakers"], sent["to_via"]) == ("Lena Okafor", "Coastal News; Harbour Wire")


def test_the_sides_of_a_conflict_are_amended(client: TestClient, minutes: Minutes):
    article = next(a.id for a in minutes.articles() if minutes.conflicts(Filter(article=a.id)))
    sent = amending(client, article, "C1", "conflict")
    assert (sent["to_evidence"], sent["to_evidence_second"]) == ("S1", "S2, E1")
    assert send(client, "/review", sent, to_evidence="E1", to_evidence_second="S1") == 303
    (conflict,) = minutes.conflicts(Filter(article=article))
    assert [[proof.id for proof in side] for side in conflict.evidence] == [["E1"], ["S1"]]


def test_a_form_that_changes_nothing_is_told(client: TestClient, minutes: Minutes):
    article = first(minutes)
    for value, kind in (("S1", "statement"), ("P1", "position")):
        assert send(client, "/review", amending(client, article, value, kind)) == 422


def test_words_that_do_not_stand_in_the_article_are_no_content(client: TestClient, minutes: Minutes):
    sent = amending(client, first(minutes)) | {"to_content": "Something else"}
    shown = client.post("/review", data=sent, headers=HTML)
    assert shown.status_code == 422
    assert "does not stand in the article" in shown.text


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x"])
def test_a_form_leads_back_to_a_page_of_ours_only(client: TestClient, minutes: Minutes, back: str):
    form = {"kind": "statement", "article": first(minutes), "value": "S1", "verdict": "accept", "back": back}
    answer = client.post("/review", data=form, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_an_unknown_verdict_a_gone_value_and_a_ruling_twice_undone_are_told(client: TestClient, minutes: Minutes):
    article = first(minutes)
    assert rule(client, article, "praise") == 422
    assert rule(client, article, "accept", "S99") == 404
    assert rule(client, article, "accept") == 303
    undo = {"verdict": "undo", "ruling": "1"}
    assert client.post("/review", data=undo, follow_redirects=False).status_code == 303
    assert client.post("/review", data=undo, follow_redirects=False).status_code == 422
    assert client.post("/review", data={"verdict": "undo", "ruling": "x"}).status_code == 422


def test_a_value_has_a_page_with_all_its_rulings(client: TestClient, minutes: Minutes):
    article = first(minutes)
    rule(client, article, "accept")
    rule(client, article, "reject", why="On second thought.")
    told = client.get(f"/review/statement/{article}.json?value=S1").json()
    assert [r["verdict"] for r in told["rulings"]] == ["reject", "accept"]
    assert "On second thought." in client.get(f"/review/statement/{article}?value=S1", headers=HTML).text


def test_records_are_added_and_told_with_what_could_not_be_read(client: TestClient, minutes: Minutes):
    good = dumps(record("Brand new words, she said.", "Brand new words", published="2026-07-01"))
    files = [("files", ("good.json", good, "application/json")), ("files", ("bad.json", b"{no json", "text/plain"))]
    shown = client.post("/add", files=files, headers=HTML)
    assert shown.status_code == 200
    assert "bad.json" in shown.text
    assert "Brand new words" in json.dumps(client.get("/search.json?q=brand").json())


def test_one_article_leads_to_its_page(client: TestClient, minutes: Minutes):
    good = dumps(record("Brand new words, she said.", "Brand new words", published="2026-07-01"))
    answer = client.post("/add", files=[("files", ("good.json", good, "application/json"))], follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].removeprefix("/articles/") in minutes


def test_nothing_to_add_is_told(client: TestClient):
    shown = client.post("/add", data={"text": "   "}, headers=HTML)
    assert shown.status_code == 422
    assert "neither a text nor a file" in shown.text


def test_a_pasted_text_is_kept_with_its_lines(client: TestClient, monkeypatch: pytest.MonkeyPatch):
    seen: dict[str, Any] = {}

    def kept(data: bytes, name: str, _: Minutes, **about: Any) -> Iterator[Kept]:
        seen.update(about, data=data)
        yield Kept(name)

    monkeypatch.setattr(adding, "add_bytes", kept)
    form = {"text": "One.\r\nTwo.", "publisher": " Gazette ", "published": "", "headline": "H", "url": ""}
    client.post("/add", data=form)
    assert seen == {"data": b"One.\nTwo.", "publisher": "Gazette", "published": None, "headline": "H", "url": None}


def test_other_pages_are_answered_while_an_article_is_read(url: str, monkeypatch: pytest.MonkeyPatch):
    reading, go_on = threading.Event(), threading.Event()

    def slow(data: bytes, name: str, _: Minutes, **about: Any) -> Iterator[Kept]:
        reading.set()
        assert go_on.wait(20)
        yield Kept(name)

    monkeypatch.setattr(adding, "add_bytes", slow)

    async def both() -> tuple[int, bool]:
        app = create(url)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=ADDRESS) as client:
            added = asyncio.create_task(client.post("/add", data={"text": "A text."}))
            await asyncio.to_thread(reading.wait, 20)
            answer = await client.get("/articles")
            waiting = not added.done()
            go_on.set()
            await added
        app.state.minutes.close()
        return answer.status_code, waiting

    assert asyncio.run(both()) == (200, True)
