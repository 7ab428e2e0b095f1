from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.minutes import made_up
from verbale.minutes import Minutes
from verbale.record import is_date
from verbale.workbench.api.asked import DAY
from verbale.workbench.app import create

from .conftest import OPPOSED, SUPPORTS

Get = Callable[..., Any]
LISTS = ("articles", "statements", "positions", "actors", "questions", "meetings", "participation", "clashes",
         "conflicts", "changes", "events", "rulings", "search/statements?words=norland",
         "search/articles?words=norland")  # fmt: skip


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Minutes with several values in each list, some of them of the same day and some without one."""
    url = f"sqlite:///{tmp_path_factory.mktemp('many') / 'talks.db'}"
    with Minutes(url) as minutes:
        for n in range(5):
            _add(minutes, n)
    with TestClient(create(url)) as client:
        yield client


def _add(minutes: Minutes, n: int) -> None:
    day = (None, "2026-03-01", "2026-03-02T09:30:00.5+01:00")[n % 3]
    words = " ".join(f"{word}{n}" for word in "gate quay lock weir pier buoy mole dock".split())
    text = f"Norland will not pay, Lena Okafor said at {words}."
    envoy = made_up.Actor("A1", f"Envoy {'ABCDE'[n]}", "person")
    first = made_up.record(text, stance="oppose" if n % 2 else "support", published=day)
    minutes.add(first)
    minutes.add(made_up.record(f"Weeks later: {text} {words}", published=f"2026-05-1{n}", actor=envoy,
                               label=f"the toll of gate{n} on lorry{n}"))  # fmt: skip
    minutes.add(made_up.meeting(("accepted", "declined")[n % 2], publisher=f"Post {n}"))
    minutes.add(made_up.meeting(("not invited", "invited")[n % 2], "2026-07-01", publisher=f"Courier {n}"))
    quarrel = made_up.quarrel()
    minutes.add(quarrel.__class__(**{name: getattr(quarrel, name) for name in quarrel.__slots__}
                                  | {"article": made_up.article(f"{quarrel.article.text} {words}")}))  # fmt: skip
    minutes.rule("statement", first.article.id, "S1", "accept", by="Iris")


def pages(client: TestClient, path: str, limit: int) -> Iterator[list[Any]]:
    """The pages of a list, one after another, by their Link headers."""
    there = f"/api/v1/{path}{'&' if '?' in path else '?'}limit={limit}"
    for _ in range(100):
        answer = client.get(there)
        assert answer.status_code == 200, answer.text
        yield answer.json()["values"]
        assert ("next" in answer.links) == (answer.json()["next"] is not None)
        if "next" not in answer.links:
            return
        there = answer.links["next"]["url"]
    raise AssertionError(f"{path} has no end")


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
@pytest.mark.parametrize("path", LISTS)
def test_walking_a_list_page_by_page_gives_each_value_exactly_once(many: TestClient, path: str, limit: int):
    whole = many.get(f"/api/v1/{path}", params={"limit": 500} if "?" not in path else None).json()
    assert len(whole["values"]) > 1
    assert whole["next"] is None
    walked = list(pages(many, path, limit))
    assert [value for page in walked for value in page] == whole["values"]
    assert all(len(page) == limit for page in walked[:-1])
    assert 0 < len(walked[-1]) <= limit


@pytest.mark.parametrize(("query", "words"), [
    ({"by": "Sudmark"}, ["Sudmark refuses to pay"]),
    ({"stance": "support"}, ["Norland will pay in full", "Norland pays"]),
    ({"on": "bridge toll"}, ["Norland pays", "Sudmark refuses to pay"]),
    ({"since": "2026-04"}, ["Norland will pay in full"]),
    ({"publisher": "post"}, ["Norland has declined"]),
    ({"country": "sm"}, ["Sudmark refuses to pay"]),
    ({"article": OPPOSED.article.id}, ["Norland will not pay"]),
    ({"meeting": "fee talks", "publisher": "Gazette"}, ["Norland has accepted"]),
    ({"quotation": "indirect"}, []),
    ({"layer": "people"}, []),
])  # fmt: skip
def test_statements_are_narrowed_by_what_the_command_line_knows(get: Get, query: dict[str, str], words: list[str]):
    assert sorted(each["words"] for each in get("/statements", **query)["values"]) == sorted(words)


def test_a_value_says_where_it_stands_and_what_was_ruled_on_it(get: Get):
    (position,) = get("/positions", article=OPPOSED.article.id)["values"]
    assert position["actor"]["name"] == "Norland"
    ruled = position["ruled"]
    assert (ruled["verdict"], ruled["by"], ruled["disputed"]) == ("accept", "Iris", False)
    assert ruled["machine"]["stance"] == "oppose"
    text = get(f"/articles/{OPPOSED.article.id}")["text"]
    assert [text[a:b] for proof in position["evidence"] for a, b in proof["spans"]] == ["Norland will not pay"]


def test_who_has_moved_is_told_with_both_positions(get: Get):
    (change,) = get("/changes", on="ferry fee")["values"]
    assert (change["before"]["stance"], change["after"]["stance"]) == ("oppose", "support")
    assert change["after"]["article"]["id"] == SUPPORTS.article.id


def test_accounts_that_exclude_each_other_are_told_together(get: Get):
    (clash,) = get("/clashes")["values"]
    assert {clash["first"]["status"], clash["second"]["status"]} == {"accepted", "declined"}


def test_an_event_says_who_did_what_to_whom(get: Get):
    (event,) = get("/events", by="Sudmark")["values"]
    assert event["class"] == "SANCTION"
    assert (event["source"][0]["name"], event["target"][0]["name"]) == ("Sudmark", "Norland")


def test_a_search_shows_where_its_words_are(get: Get):
    (hit,) = get("/search/statements", words="refusing")["values"]
    assert [piece for piece, matched in hit["excerpt"] if matched] == ["refuses"]
    assert [each["article"]["id"] for each in get("/search/articles", words="vote")["values"]] == [SUPPORTS.article.id]


def test_the_document_and_the_calendar_have_the_same_days():
    told = [f"{year:04}" for year in (0, 1, 4, 100, 400, 1900, 2000, 2023, 2024, 9999)]
    told += [f"{year}-{month:02}" for year in told for month in range(14)]
    told += [f"{month}-{day:02}" for month in told if "-" in month for day in range(33)]
    assert [day for day in told if bool(re.search(DAY, day)) != is_date(day)] == []


@pytest.mark.parametrize(("path", "status", "told"), [
    ("/statements?words=x", 422, "there is no such parameter here"),
    ("/actors?stance=oppose", 422, "there is no such parameter here"),
    ("/statements?limit=501", 422, "less than or equal to 500"),
    ("/statements?stance=maybe", 422, "'support', 'oppose'"),
    ("/statements?since=yesterday", 400, "'yesterday' is no day"),
    ("/meetings?until=2026-02-30", 400, "'2026-02-30' is no day"),
    ("/statements?since=", 400, "'' is no day"),
    ("/statements?after=twelve", 422, "pattern"),
    ("/statements?by=Nobody", 404, "no actor is called 'Nobody'"),
    ("/statements?on=99999999999999999999999", 404, "no question"),
    ("/search/statements?words=the", 400, "too common"),
    ("/search/statements", 422, "Field required"),
])  # fmt: skip
def test_what_makes_no_sense_is_refused_with_a_reason(client: TestClient, path: str, status: int, told: str):
    answer = client.get(f"/api/v1{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert told in answer.json()["detail"]
