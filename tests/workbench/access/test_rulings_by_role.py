"""The forms of reviewers: who may send them, and what comes of what attackers put in them."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.workbench.access.conftest import BROWSER, enter, own_token
from verbale.minutes import Minutes

PAGE = {"Accept": "text/html"}


def forms(minutes: Minutes) -> dict[str, dict[str, str]]:
    """A form that would be fulfilled, by the address to which it is sent."""
    (article, *_) = minutes.articles()
    anchor = minutes.rulings(by="Bo")[0].anchor
    return {
        "/review": {"kind": "statement", "article": article.id, "value": "S1", "verdict": "accept"},
        "/missed": {"kind": "actor", "article": article.id, "to_name": "Harbour Board"},
        "/offices": {"article": article.id, "value": "A1", "verdict": "accept"},
        "/joins": {"kind": "actor", "number": "1", "verdict": "merge", "other": "2"},
        "/review/disagreements": {"kind": "position", "article": article.id, "value": anchor, "says": "Bo"},
    }


@pytest.fixture
def minutes(client: TestClient) -> Minutes:
    found: Minutes = client.app.state.minutes  # type: ignore[attr-defined]
    (article, *_) = found.articles()
    found.rule("position", article.id, found.positions()[0].id, "reject", by="Bo")
    return found


def test_a_reader_sees_what_was_ruled_and_rules_on_nothing(client: TestClient, minutes: Minutes):
    enter(client, "rita")
    for path, form in forms(minutes).items():
        answer = client.post(path, data=form | {"csrf": own_token(client)}, headers=BROWSER)
        assert answer.status_code == 403, path
    assert len(minutes.rulings()) == 1
    (article, *_) = minutes.articles()
    for path in (f"/review/statement/{article.id}?value=S1", "/actors/1/joins", "/review", "/review/rulings"):
        shown = client.get(path, headers=PAGE)
        assert shown.status_code == 200
        assert shown.text.count('method="post"') == 1, path  # to log out


def test_a_reviewer_rules_under_their_own_name(client: TestClient, minutes: Minutes):
    enter(client, "ann")
    for path, form in reversed(forms(minutes).items()):
        sent = form | {"csrf": own_token(client), "by": "Bo"}
        assert client.post(path, data=sent, headers=BROWSER).status_code == 303, path
    assert [r.by for r in minutes.rulings()] == ["ann"] * 5 + ["Bo"]


def test_no_form_is_fulfilled_without_its_token_or_from_elsewhere(client: TestClient, minutes: Minutes):
    enter(client, "ann")
    elsewhere = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    for path, form in forms(minutes).items():
        assert client.post(path, data=form, headers=BROWSER).status_code == 403, path
        assert client.post(path, data=form | {"csrf": "0" * 64}, headers=BROWSER).status_code == 403, path
        assert client.post(path, data=form | {"csrf": own_token(client)}, headers=elsewhere).status_code == 403, path
    assert len(minutes.rulings()) == 1


@pytest.mark.parametrize("odd", ["\0", "\ud800", "a" * 3000, "9" * 40, "../../x", "%00", "-1", "S1\0", "' or 1=1 --"])
def test_odd_values_are_refused_or_kept_as_text_and_nothing_fails(client: TestClient, minutes: Minutes, odd: str):
    enter(client, "ann")
    for path, form in forms(minutes).items():
        for name in form:
            sent = {n: v.encode("utf-8", "surrogatepass") for n, v in (form | {name: odd}).items()}
            answer = client.post(path, data=sent | {"csrf": own_token(client)}, headers=BROWSER)
            assert answer.status_code in (303, 400, 404, 422), (path, name, answer.text)


@pytest.mark.parametrize("path", ["/review/statement/x?value=%00", "/missed/statement/%00", "/review/%00/x?value=S1",
                                  "/actors/999999999/joins", "/actors/99999999999999999999/joins",
                                  "/review/rulings?before=99999999999", "/review/rulings?kind=%00&reviewer=%ff",
                                  "/review/disagreements?settled=%00", "/actors/1/joins?q=%00"])  # fmt: skip
def test_odd_addresses_are_answered(client: TestClient, minutes: Minutes, path: str):
    enter(client, "ann")
    assert client.get(path, headers=PAGE).status_code in (200, 400, 404)


def test_two_reviewers_at_once_lose_nothing_of_each_other(client: TestClient, minutes: Minutes):
    (article, *_) = minutes.articles()
    named = {"kind": "position", "article": article.id, "value": "P2", "verdict": "amend"}
    enter(client, "ann")
    first = named | {"was_stance": "oppose", "to_stance": "neutral", "was_made": "2026-03-04", "to_made": "2026-03-04"}
    second = named | {"was_stance": "oppose", "to_stance": "oppose", "was_made": "2026-03-04", "to_made": "2026-03-03"}
    minutes.rule("position", article.id, "P2", "amend", by="Bo", values={"condition": "in May"})
    for form in (first, second):
        assert client.post("/review", data=form | {"csrf": own_token(client)}, headers=BROWSER).status_code == 303
    assert [r.values for r in minutes.rulings(by="ann")] == [{"made": "2026-03-03"}, {"stance": "neutral"}]
    assert minutes.rulings(by="Bo")[0].values == {"condition": "in May"}
