from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.minutes.made_up import quarrel, record
from verbale.record import from_dict, to_dict
from verbale.workbench.api.desk import Desk, ReadingBusy, desk

Get = Callable[..., Any]
TEXT = "“No ship leaves before the ice does,” transport minister Lena Okafor told reporters on Tuesday.\r\n"
ARTICLE = {"text": TEXT, "publisher": "Harbour Wire", "published": "2026-03-04", "headline": "Ice",
           "url": "https://wire.invalid/ice"}  # fmt: skip


def test_a_text_is_read_and_not_kept(client: TestClient, get: Get):
    before = get("/health")
    answer = client.post("/api/v1/read", json=ARTICLE)
    assert answer.status_code == 200, answer.text
    found = from_dict(answer.json())
    assert [found.article.quote(span) for s in found.statements for span in s.content] == [
        "No ship leaves before the ice does"
    ]
    assert get("/health") == before


def test_an_article_is_kept_with_what_is_known_of_it(client: TestClient, get: Get):
    answer = client.post("/api/v1/articles", json=ARTICLE)
    assert answer.status_code == 201, answer.text
    assert (answer.json()["outcome"], answer.json()["copy"]) == ("new", False)
    kept = client.get(answer.headers["location"]).json()
    assert {name: kept[name] for name in ARTICLE} == ARTICLE
    (statement,) = get("/statements", article=answer.json()["id"])["values"]
    assert statement["speaker"]["name"] == "Lena Okafor"


def test_an_article_that_is_there_is_not_read_again(client: TestClient, get: Get):
    first, again = (client.post("/api/v1/articles", json=ARTICLE) for _ in range(2))
    assert (again.status_code, again.json()) == (200, first.json() | {"outcome": "same"})
    assert get("/health")["articles"] == 6


def test_a_text_that_begins_like_another_encoding_is_read_as_it_stands(client: TestClient):
    text = "\ufeffN\0o\0r\0l\0a\0n\0d\0 will not pay."
    assert client.post("/api/v1/read", json={"text": text}).json()["article"]["text"] == text


@pytest.mark.parametrize(("change", "told"), [
    ({"text": "…!?"}, "there is no word in it"),
    ({"text": ""}, "at least 1 character"),
    ({"published": "yesterday"}, "write a day as 2026-03-04"),
    ({"published": "2026-02-30"}, "day"),
    ({"url": "javascript:alert(1)"}, "pattern"),
    ({"text": "\ud800"}, "unicode"),
    ({"author": "Iris"}, "Extra inputs are not permitted"),
])  # fmt: skip
def test_what_is_no_article_is_refused_with_a_reason(client: TestClient, change: dict[str, str], told: str):
    body = json.dumps(ARTICLE | change)
    answer = client.post("/api/v1/articles", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert told in answer.json()["detail"]


def test_a_record_is_kept_and_given_back_as_it_is(client: TestClient, get: Get):
    new = record("Norland may pay next year.", "Norland may pay next year")
    answer = client.post("/api/v1/records", json=to_dict(new))
    assert (answer.status_code, answer.json()["id"]) == (201, new.article.id)
    assert from_dict(get(f"/articles/{new.article.id}/record")) == new
    assert client.post("/api/v1/records", json=to_dict(new)).json()["outcome"] == "same"


def test_a_record_that_contradicts_itself_has_every_mistake_told(client: TestClient, get: Get):
    wrong = to_dict(quarrel())
    wrong["statements"][0]["content"] = [[5, 4000]]
    wrong["positions"][0]["actor"] = "A99"
    before = get("/health")
    answer = client.post("/api/v1/records", json=wrong)
    assert answer.status_code == 422
    assert [each["where"] for each in answer.json()["errors"]] == ["$.statements[0].content[0]", "$.positions[0].actor"]
    assert get("/health") == before


def test_a_lone_surrogate_in_a_record_is_refused_with_its_place(client: TestClient):
    odd = record("Norland will \ud800 not pay.", "Norland will")
    headers = {"Content-Type": "application/json"}
    answer = client.post("/api/v1/records", content=json.dumps(to_dict(odd)), headers=headers)
    assert answer.status_code == 422
    (fault,) = answer.json()["errors"]
    assert (fault["where"], fault["what"]) == ("$.article.text", "character 13 is half a character (U+D800)")


@pytest.mark.parametrize("name", ["a/b", "Ümlaut 🙂", "50%", "a?b#c", "up/..."])
def test_an_article_of_any_name_is_found_where_it_is_said_to_be(client: TestClient, name: str):
    odd = record("Norland may pay next year.", "Norland may pay", id=name)
    answer = client.post("/api/v1/records", json=to_dict(odd))
    assert answer.status_code == 201, answer.text
    for path in ("", "/record"):
        assert client.get(answer.headers["location"] + path).status_code == 200


@pytest.fixture
def stuck(client: TestClient) -> Iterator[Desk]:
    """A desk at which one article is being read for ever, and no other may wait."""
    made, gate = Desk(waiting=0), threading.Event()
    client.app.dependency_overrides[desk] = lambda: made  # type: ignore[attr-defined]
    runner = threading.Thread(target=lambda: asyncio.run(made.do(gate.wait)))
    runner.start()
    while made.free:
        pass
    yield made
    gate.set()
    runner.join()


def test_where_too_many_wait_for_the_reader_one_is_told_to_come_back(client: TestClient, stuck: Desk):
    for path in ("/read", "/articles"):
        answer = client.post(f"/api/v1{path}", json=ARTICLE)
        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) > 0
    assert client.get("/api/v1/statements").status_code == 200


def test_readings_are_done_one_at_a_time_and_in_turn():
    seen: list[int] = []
    running, gate = threading.Lock(), threading.Event()

    def work(number: int) -> int:
        assert running.acquire(blocking=False)
        assert gate.wait(10)
        seen.append(number)
        running.release()
        return number

    async def all_at_once() -> list[int | BaseException]:
        at = Desk(waiting=3)
        asked = [asyncio.ensure_future(at.do(lambda n=n: work(n))) for n in range(6)]
        await asyncio.sleep(0)  # each has come to the desk
        gate.set()
        return await asyncio.gather(*asked, return_exceptions=True)

    found = asyncio.run(all_at_once())
    assert found[:4] == [0, 1, 2, 3] == seen
    assert all(isinstance(each, ReadingBusy) for each in found[4:])


def test_a_reading_that_fails_gives_its_place_back():
    async def twice() -> int:
        at = Desk(waiting=0)
        with pytest.raises(ZeroDivisionError):
            await at.do(lambda: 1 // 0)
        while not at.free:
            await asyncio.sleep(0.01)
        return await at.do(lambda: 7)

    assert asyncio.run(twice()) == 7
