"""Reviewing in a real browser: words taken from the text by keys and by mouse, mergers, disagreements."""

from __future__ import annotations

import pytest

from tests.workbench.browsing import address, chromium, file, minutes, playwright, sent, tab
from tests.workbench.conftest import first
from verbale.minutes import Minutes

__all__ = ["address", "chromium", "file", "minutes", "tab"]
pytestmark = pytest.mark.slow


def test_a_missed_statement_is_taken_from_the_text_by_keys_alone(tab: playwright.Page, minutes: Minutes):
    article = first(minutes)
    tab.goto(f"/articles/{article}")
    tab.get_by_role("link", name="Add what was missed").click()
    tab.wait_for_load_state()  # until its scripts have run
    pane = tab.get_by_role("region", name="The article’s text")
    pane.focus()
    for keys in ("ArrowRight", "Shift+ArrowRight", "c", "ArrowRight", "ArrowRight", "ArrowRight", "w"):
        tab.keyboard.press(keys)
    assert tab.get_by_label("What was said").input_value() == "Norland will"
    tab.get_by_label("Who says it").fill("Lena Okafor")
    tab.get_by_label("Speaker", exact=True).fill("Lena Okafor")
    tab.get_by_role("button", name="Add", exact=True).click()
    entry = tab.locator(".entries li:target")
    assert "Lena Okafor" in entry.inner_text()
    assert "added by local" in entry.inner_text()
    (made, *_) = minutes.rulings()
    assert (made.values["content"], made.values["source"]) == ([[0, 12]], [[22, 33]])


def test_the_ends_of_a_statement_are_moved_by_selecting(tab: playwright.Page, minutes: Minutes):
    article = first(minutes)
    tab.goto(f"/review/statement/{article}?value=S1")
    box = tab.locator(".pane .content").bounding_box()
    assert box
    tab.mouse.move(box["x"] + 1, box["y"] + box["height"] / 2)
    tab.mouse.down()
    tab.mouse.move(box["x"] + box["width"] / 3, box["y"] + box["height"] / 2, steps=5)
    tab.mouse.up()
    content = tab.locator("[data-span=content]")
    tab.locator("[data-take=content]").first.click()
    chosen = content.input_value()
    assert "Norland will not pay".startswith(chosen)
    assert 3 < len(chosen) < 20
    pane = tab.get_by_role("region", name="The article’s text")
    pane.click(position={"x": 5, "y": 5})
    pane.focus()
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("Shift+ArrowRight")
    tab.keyboard.press("c")
    assert content.input_value() == "Norland will"
    with sent(tab):
        tab.locator(".amend button", has_text="Amend").click()
    assert minutes.rulings()[0].values == {"content": [[0, 12]]}
    tab.get_by_role("button", name="Undo ruling").click()


def test_pieces_and_signs_keep_their_places(tab: playwright.Page, minutes: Minutes):
    evil = next(a.id for a in minutes.articles() if "script" in (a.headline or ""))
    tab.goto(f"/missed/statement/{evil}")
    pane = tab.get_by_role("region", name="The article’s text")
    pane.focus()
    text = minutes.record(evil).article.text
    tab.keyboard.press("ArrowRight")
    for _ in range(200):
        if tab.evaluate("getSelection().toString()") in ("evil", "Second"):
            tab.keyboard.press("Shift+C")
        tab.keyboard.press("ArrowRight")
    assert tab.get_by_label("What was said").input_value() == "evil … Second"
    tab.get_by_role("button", name="Add", exact=True).click()
    tab.wait_for_url("**/articles/*")
    places = [[text.index(word), text.index(word) + len(word)] for word in ("evil", "Second")]
    assert minutes.rulings()[0].values["content"] == places


def test_actors_are_merged_and_the_merger_taken_back(tab: playwright.Page, minutes: Minutes):
    norland = next(a.number for a in minutes.actors() if a.name == "Norland")
    tab.goto(f"/actors/{norland}")
    tab.get_by_role("link", name="Merge, split, rename").click()
    tab.get_by_label("Others called").fill("Sudmark")
    tab.get_by_role("button", name="Look").click()
    tab.get_by_role("radio", name="Sudmark").check()
    with sent(tab):
        tab.get_by_role("button", name="It is Norland").click()
    assert minutes.rulings()[0].verdict == "merge"
    with sent(tab):
        tab.get_by_role("button", name="Undo ruling").first.click()
    assert minutes.rulings()[0].verdict == "undo"


def test_a_disagreement_is_settled(tab: playwright.Page, minutes: Minutes):
    article = first(minutes)
    minutes.rule("statement", article, "S1", "accept", by="Ann")
    minutes.rule("statement", article, "S1", "reject", by="Bo")
    tab.goto("/review")
    tab.get_by_role("link", name="Disagreements").click()
    with sent(tab):
        tab.get_by_role("button", name="as Bo says").click()
    assert (minutes.rulings()[0].verdict, minutes.rulings()[0].final) == ("reject", True)
    minutes.undo(minutes.rulings()[0].number, by="Ann")
