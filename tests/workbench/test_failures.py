"""What goes wrong is told with the right status: as a page to people, as a problem to programs."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.workbench.conftest import HTML, first
from verbale.minutes import Minutes
from verbale.workbench.guarding import LARGEST

WRONG = {
    "/nothing": (404, "no such page"),
    "/actors/999": (404, "no actor 999"),
    "/questions/999": (404, "no question 999"),
    "/meetings/999": (404, "no meeting 999"),
    "/articles/none": (404, "no article none"),
    "/search?by=Nemo": (404, "no actor is called 'Nemo'"),
    "/search?since=tomorrow": (400, "'tomorrow' is no day"),
    "/search?stance=angry": (400, "'angry' is no stance"),
    "/search?layer=both": (400, "'both' is no layer"),
    "/search?colour=red": (400, "cannot be narrowed by 'colour'"),
    "/search?q=the+and": (400, "too common"),
    "/search?q=%22%22": (400, "no word to search for"),
    f"/search?q={'x' * 10_000}": (400, "10000 characters is too long"),
    f"/search?by={'x' * 5_000}": (400, "by is 5000 characters long"),
    "/search?limit=0": (400, "0 is no limit"),
    "/search?limit=many": (400, "'many' is no limit"),
    "/search?after=there": (400, "'there' is no cursor"),
    "/search?q=pay&after=there": (400, "'there' is no cursor"),
    "/review?kind=poem": (400, "no kind of value 'poem'"),
    "/review/poem/x?value=S1": (404, "no kind of value 'poem'"),
    "/search?q=pay&since=2026-02-30": (400, "'2026-02-30' is no day"),
    "/meetings?since=0000": (400, "'0000' is no day"),
    "/audit?since=x": (400, "'x' is no day"),
    "/audit?limit=-1": (400, "'-1' is no limit"),
    "/audit?before=-1": (400, "'-1' is no row's number"),
    f"/audit?before={10**30}": (400, "is no row's number"),
    "/audit?colour=red": (400, "cannot be narrowed by 'colour'"),
    "/review?after=-5": (400, "'-5' is no cursor"),
    "/review/disagreements?after=-1": (400, "'-1' is no cursor"),
    "/actors/99999999999999999999": (404, "no actor"),
}


@pytest.mark.parametrize("path", WRONG, ids=lambda path: path[:40])
def test_what_cannot_be_answered_is_told_to_people_and_programs(client: TestClient, path: str):
    status, words = WRONG[path]
    shown = client.get(path, headers=HTML)
    assert (shown.status_code, shown.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert words[1:] in shown.text.replace("&#39;", "'")  # on a page a sentence begins with a capital
    assert "<h1>" in shown.text
    told = client.get(path)
    assert (told.status_code, told.headers["content-type"]) == (status, "application/problem+json")
    assert words in told.json()["detail"]


@pytest.mark.parametrize("path", ["/name", "/review", "/missed", "/joins", "/add", "/review/disagreements"])
def test_what_is_no_form_is_not_taken_for_an_empty_one(client: TestClient, path: str):
    told = client.post(path, json={"name": "Iris"}, follow_redirects=False)
    assert (told.status_code, "forms only" in told.json()["detail"]) == (415, True)


FORMS = {
    ("/joins", "kind=actor&verdict=merge&number="): (422, "'' is no actor's number"),
    ("/joins", "kind=meeting&verdict=merge&number=1&other=x"): (422, "'x' is no meeting's number"),
    ("/review", "verdict=undo&ruling="): (422, "'' is no ruling's number"),
    ("/review/disagreements", "kind=position&article={article}&value=P1&says="): (422, "nobody is named"),
    ("/missed", "kind=actor&article={article}&to_name=Har%00bour"): (422, "cannot be a name"),
    ("/missed", "kind=meeting&article={article}&to_name=%E2%80%8B"): (422, "cannot be a name"),
    ("/missed", "kind=statement&article={article}&to_content=said&new=1&to_speaker=1" + 30 * "0"): (404, "no actor 1"),
    ("/review", "kind=statement&article={article}&value=S1&verdict=amend&to_speaker=1" + 30 * "0"): (404, "no actor 1"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_makes_no_sense_is_told_so(client: TestClient, minutes: Minutes, form: tuple[str, str]):
    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = client.post(form[0], content=form[1].format(article=first(minutes)), headers=headers)
    status, words = FORMS[form]
    assert (answer.status_code, words in answer.json()["detail"]) == (status, True), answer.text
    assert minutes.rulings() == []


def test_json_stays_json_for_a_browser(client: TestClient):
    told = client.get("/actors/999.json", headers=HTML)
    assert (told.status_code, told.headers["content-type"]) == (404, "application/problem+json")


def test_what_the_guard_refuses_is_a_page_too(client: TestClient):
    shown = client.get("/", headers=HTML | {"host": "evil.example"})
    assert shown.status_code == 421
    assert shown.headers["content-type"].startswith("text/html")
    assert "content-security-policy" in shown.headers


def test_an_upload_that_is_too_large_is_refused_with_words(client: TestClient):
    shown = client.post("/add", data={"text": "x" * (LARGEST + 1)}, headers=HTML)
    assert shown.status_code == 413
    assert "larger than 8 MiB" in shown.text


def test_a_mistake_of_ours_tells_nothing_of_its_innards(url: str, monkeypatch: pytest.MonkeyPatch):
    from verbale.workbench.app import create

    def broken(*_: object) -> None:
        raise RuntimeError("secret innards")

    monkeypatch.setattr(Minutes, "actors", broken)
    with TestClient(create(url), "http://127.0.0.1:8017", raise_server_exceptions=False) as client:
        shown = client.get("/actors", headers=HTML)
        told = client.get("/actors")
    assert (shown.status_code, told.status_code) == (500, 500)
    assert "mistake in verbale" in shown.text
    assert "secret" not in shown.text + told.text
    assert "content-security-policy" in shown.headers


def test_a_search_of_odd_characters_breaks_nothing(client: TestClient):
    for words in ("pay\x00", "\ud7ff\u202e pay", "pay' OR 1=1 --", 'pay" MATCH "x', "pay*", "(pay)", "-pay norland"):
        assert client.get("/search.json", params={"q": words}).status_code in (200, 400), words
        assert client.get("/search", params={"q": words}, headers=HTML).status_code in (200, 400), words
        assert client.get("/search", params={"by": words}, headers=HTML).status_code in (200, 404), words
