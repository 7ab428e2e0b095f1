"""Every page: its value in three forms, what it says, and that hostile text stays text."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from tests.minutes.made_up import record
from tests.workbench.conftest import HTML, NASTY, every_page, first
from verbale.minutes import Minutes
from verbale.workbench.guarding import POLICY


class Elements(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def page(client: TestClient, path: str, status: int = 200) -> Elements:
    answer = client.get(path, headers=HTML)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return Elements(answer.text)


def test_an_article_without_a_headline_is_called_by_its_first_letters(client: TestClient, minutes: Minutes):
    text = "A very long beginning of an article that has no headline of its own and goes on, Norland said."
    article = minutes.add(record(text, "A very long beginning")).id
    told = "A very long beginning of an article that has no headline of its own and goe …"
    for path in ("/articles", f"/articles/{article}", f"/review/statement/{article}?value=S1"):
        assert told in client.get(path, headers=HTML).text, path
    assert minutes.title(article) == told


def test_every_page_is_html_that_runs_nothing_of_its_own(client: TestClient, minutes: Minutes):
    for path in every_page(minutes):
        shown = page(client, path)
        assert all(s.get("src", "").startswith("/static/") for s in shown.of("script")), path
        assert not shown.of("style"), path
        assert not [a for _, a in shown.found if "style" in a or any(name.startswith("on") for name in a)], path
        assert len(shown.of("h1")) == 1, path


def test_no_element_is_named_twice(client: TestClient, minutes: Minutes):
    for path in every_page(minutes):
        names = [a["id"] for _, a in page(client, path).found if "id" in a]
        assert len(names) == len(set(names)), path


def test_every_link_within_a_page_leads_somewhere(client: TestClient, minutes: Minutes):
    for path in every_page(minutes):
        shown = page(client, path)
        names = {a["id"] for _, a in shown.found if "id" in a}
        wanted = {a["href"][1:] for a in shown.of("a") if (a.get("href") or "").startswith("#")}  # type: ignore[index]
        assert wanted <= names, path


def test_every_link_of_ours_is_answered(client: TestClient, minutes: Minutes):
    links = {a["href"] for path in every_page(minutes) for a in page(client, path).of("a")}
    ours = {str(link).partition("#")[0] for link in links if str(link).startswith("/")}
    assert len(ours) > 40
    assert {link: client.get(link).status_code for link in ours if client.get(link).status_code != 200} == {}


def test_hostile_text_stays_text_in_every_page(client: TestClient, minutes: Minutes):
    for path in every_page(minutes):
        answer = client.get(path, headers=HTML)
        shown = Elements(answer.text)
        assert "<script>alert" not in answer.text, path
        assert not [a for a in shown.of("a") if (a.get("href") or "").strip().lower().startswith("javascript:")], path
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200f\x07]", answer.text), path
        assert not [s for s in shown.of("svg") if "onload" in s], path


def test_hostile_text_is_shown_as_it_stands(client: TestClient, minutes: Minutes):
    evil = next(a.id for a in minutes.articles() if "script" in (a.headline or ""))
    shown = page(client, f"/articles/{evil}")
    assert "<script>alert(1)</script>" in shown.text
    assert "U+202E" in shown.text
    assert "javascript:alert(3)" in shown.text  # the address, as text that leads nowhere
    assert client.get(f"/articles/{evil}.json").json()["about"]["source"]["headline"] == NASTY


def test_every_page_has_the_strict_policy(client: TestClient):
    assert client.get("/", headers=HTML).headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY


def test_each_page_is_also_json_and_tables_csv(client: TestClient, minutes: Minutes):
    for path in every_page(minutes):
        plain, _, asked = path.partition("?")
        told = client.get(f"{'/today' if plain == '/' else plain}.json?{asked}")
        assert (told.status_code, told.headers["content-type"]) == (200, "application/json"), path
        assert isinstance(told.json(), dict)
    for path in ("/articles", "/actors", "/questions", "/meetings", "/conflicts", "/search"):
        told = client.get(f"{path}.csv")
        rows = list(csv.DictReader(io.StringIO(told.text)))
        assert rows, path
        assert told.headers["content-disposition"].startswith("attachment"), path


def test_the_page_and_its_json_say_the_same(client: TestClient, minutes: Minutes):
    name = first(minutes)
    value = client.get(f"/articles/{name}.json").json()
    shown = page(client, f"/articles/{name}")
    assert value["text"] in shown.text
    (statement,) = value["statements"]
    start, end = statement["spans"]["content"][0]
    assert value["text"][start:end] == statement["words"] == "Norland will not pay"


def test_an_article_and_its_entries_are_linked_both_ways(client: TestClient, minutes: Minutes):
    shown = page(client, f"/articles/{first(minutes)}")
    assert {"content d1"} == {a["class"] for a in shown.of("a") if a.get("id") == "S1-text"}
    assert "#S1" in {a.get("href") for a in shown.of("a") if a.get("id") == "S1-text"}
    assert "#S1-text" in {a.get("href") for a in shown.of("a")}
    assert "S1" in {a.get("id") for a in shown.of("li")}


def test_a_cell_of_the_matrix_leads_to_its_evidence(client: TestClient, minutes: Minutes):
    (cell, *_) = [a["href"] for a in page(client, "/matrix").of("a") if "cell support" in (a.get("class") or "")]
    path, _, name = str(cell).partition("#")
    assert name in {a.get("id") for a in page(client, path).of("li")}


def test_who_has_moved_is_marked_in_the_matrix_and_told_on_the_first_page(client: TestClient):
    assert "moved" in page(client, "/matrix").text
    (change,) = client.get("/today.json").json()["changes"]
    assert (change["before"]["stance"], change["after"]["stance"]) == ("oppose", "support")


def test_the_same_page_again_is_not_sent_again(client: TestClient):
    tag = client.get("/actors").headers["etag"]
    again = client.get("/actors", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/questions", headers={"if-none-match": tag}).status_code == 200


def test_filters_narrow_and_stay_in_the_links(client: TestClient):
    told = client.get("/search.json?quotation=direct&by=Norland&since=2026-04").json()
    assert {f["statement"]["made"] for f in told["found"]} == {"2026-04-10", "2026-05-01"}
    links = {a.get("href") for a in page(client, "/search?quotation=direct&by=Norland").of("a")}
    assert "/search?quotation=direct&by=Norland&layer=machine" in links
    assert "/search.csv?quotation=direct&by=Norland" in links


def test_facets_count_and_lead_on(client: TestClient):
    facets = {f["field"]: f["found"] for f in client.get("/search.json?q=pay").json()["facets"]}
    assert {"by", "country", "on", "stance", "meeting", "publisher", "quotation"} == set(facets)
    ((number, name, count), *_) = facets["by"]
    narrowed = client.get(f"/search.json?q=pay&by={number}").json()
    assert (name, narrowed["count"]) == ("Norland", count)


@pytest.mark.parametrize("path", ["/articles", "/actors", "/questions", "/meetings", "/search", "/search?q=norland"])
def test_lists_are_read_page_by_page_and_nothing_twice(client: TestClient, path: str):
    def ids(told: dict[str, list[dict[str, object]]]) -> list[object]:
        key = next(k for k in ("articles", "actors", "questions", "meetings", "found") if k in told)
        return [e["statement"]["number"] if key == "found" else e["number"] for e in told[key]]  # type: ignore[index]

    plain, _, asked = path.partition("?")
    whole = ids(client.get(f"{plain}.json?{asked}&limit=100").json())
    found: list[object] = []
    after = ""
    while True:
        told = client.get(f"{plain}.json?{asked}&limit=1{after}").json()
        found += ids(told)
        if not told["next"]:
            break
        after = f"&after={told['next']}"
    assert found == whole
    assert len(whole) > 1


def test_layers_differ(client: TestClient, minutes: Minutes):
    name = first(minutes)
    minutes.rule("position", name, "P1", "amend", by="Ann", values={"stance": "conditional"})

    def stances(layer: str) -> list[str]:
        return [p["stance"] for p in client.get(f"/articles/{name}.json?layer={layer}").json()["positions"]]

    assert (stances("ruled"), stances("machine"), stances("people")) == (["conditional"], ["oppose"], ["conditional"])
    shown = page(client, f"/articles/{name}").text
    assert "amended by Ann" in shown
    assert "machine: stance oppose" in " ".join(shown.split())


def test_what_was_rejected_is_told_apart(client: TestClient, minutes: Minutes):
    name = first(minutes)
    minutes.rule("statement", name, "S1", "reject", by="Ann")
    told = client.get(f"/articles/{name}.json").json()
    assert (told["statements"], [r["value"]["id"] for r in told["rejected"]]) == ([], ["S1"])
    assert "rejected by Ann" in page(client, f"/articles/{name}").text


def test_an_actor_that_was_merged_leads_to_what_it_is_now(client: TestClient, minutes: Minutes):
    one, other = (next(a.number for a in minutes.actors() if a.name == n) for n in ("Norland", "Sudmark"))
    minutes.merge("actor", one, other, by="Ann")
    answer = client.get(f"/actors/{other}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (301, f"/actors/{one}")


def test_an_id_with_any_characters_has_a_page(client: TestClient, minutes: Minutes):
    odd = record("Odd words, she said.", "Odd words", headline="Odd", id="a/b?c#d e&.html")
    minutes.add(odd)
    (link,) = [a["href"] for a in page(client, "/articles?publisher=Gazette").of("a") if "b%3Fc" in (a["href"] or "")]
    assert "Odd words" in page(client, str(link)).text
    assert client.get(f"{link}.json").json()["about"]["source"]["id"] == "a/b?c#d e&.html"


def test_empty_minutes_say_how_to_begin(tmp_path_factory: pytest.TempPathFactory):
    from verbale.workbench.app import create

    path = str(tmp_path_factory.mktemp("empty") / "empty.db")
    Minutes(path).close()
    with TestClient(create(path), "http://127.0.0.1:8017") as client:
        assert "Add an article" in page(client, "/").text
        for other in ("/articles", "/actors", "/questions", "/matrix", "/meetings", "/conflicts", "/search", "/review"):
            page(client, other)
