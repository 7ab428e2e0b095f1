"""The workbench in a real browser, from the outside; axe-core looks at every page."""

from __future__ import annotations

import pytest

from tests.workbench.browsing import address, chromium, file, minutes, playwright, tab
from tests.workbench.conftest import every_page, first
from verbale.minutes import Minutes
from verbale.minutes.answers import Filter

__all__ = ["address", "chromium", "file", "minutes", "tab"]
pytestmark = pytest.mark.slow
TEXT = (
    "OSLO (Reuters) - Norland will not sign the ferry treaty, transport minister Lena Okafor said on Monday.\n\n"
    "“We reject the treaty and every word of it,” Okafor told reporters. Sudmark said it supports the treaty.\n\n"
    "Okafor said Norland had been invited to the ferry talks in Oslo on 7 September 2026 and had declined."
)


def test_an_article_is_added_read_and_found(tab: playwright.Page):
    tab.goto("/")
    tab.get_by_role("link", name="Add", exact=True).click()
    tab.get_by_label("The article’s text").fill(TEXT)
    tab.get_by_label("Headline", exact=True).fill("Norland turns the treaty down")
    tab.get_by_label("Outlet", exact=True).fill("Harbour Wire")
    tab.get_by_label("Published on").fill("2026-08-03")
    tab.get_by_role("button", name="Read and keep").click()
    tab.wait_for_url("**/articles/*", timeout=60_000)
    assert tab.get_by_role("heading", level=1).inner_text() == "Norland turns the treaty down"
    mark = tab.locator(".text a.content", has_text="We reject the treaty").first
    mark.click()
    entry = tab.locator(".entries li:target")
    assert "We reject the treaty and every word of it" in entry.inner_text()
    entry.locator(".what a").click()
    assert "We reject the treaty" in tab.locator(".text a:target").inner_text()
    tab.get_by_label("Search statements").fill('"every word"')
    tab.keyboard.press("Enter")
    assert tab.locator(".said mark").first.inner_text() == "every word"


def test_a_statement_and_its_marks_light_up_together(tab: playwright.Page, minutes: Minutes):
    tab.goto(f"/articles/{first(minutes)}")
    tab.locator(".text a.content").first.hover()
    assert tab.locator(".entries li.on").count() == 1


def test_a_cell_of_the_matrix_is_followed_to_its_evidence(tab: playwright.Page):
    tab.goto("/matrix")
    tab.locator("a.cell.support").first.click()
    assert tab.locator(".entries li:target").is_visible()
    assert "will pay" in tab.locator(".entries li:target").inner_text()


def test_the_queue_is_worked_by_keys(tab: playwright.Page, minutes: Minutes):
    tab.goto("/review?kind=statement")

    def first_of_all() -> list[str]:
        names = ("article", "value")
        return [tab.locator(f"#item-1 input[name={name}]").first.input_value() for name in names]

    before = first_of_all()
    with tab.expect_navigation():
        tab.keyboard.press("r")
    assert first_of_all() != before
    assert minutes.rulings()[0].verdict == "reject"
    with tab.expect_navigation():
        tab.keyboard.press("u")
    assert first_of_all() == before
    tab.keyboard.press("j")
    assert tab.evaluate("document.activeElement.id") == "item-2"
    tab.keyboard.press("k")
    tab.keyboard.press("e")
    item = tab.locator("#item-1")
    item.get_by_label("Act").select_option("expressive")
    with tab.expect_navigation():
        item.get_by_role("button", name="Amend", exact=True).click()
    made = minutes.rulings()[0]
    assert (made.verdict, made.values) == ("amend", {"act": "expressive"})
    with tab.expect_navigation():
        tab.keyboard.press("a")
    assert minutes.rulings()[0].verdict == "accept"


def test_a_letter_typed_into_a_field_rules_on_nothing(tab: playwright.Page, minutes: Minutes):
    tab.goto("/review")
    count = len(minutes.rulings())
    tab.get_by_label("Reason").first.click()
    tab.keyboard.type("arrears")
    assert tab.url.endswith("/review")
    assert len(minutes.rulings()) == count


def test_without_scripts_rulings_are_forms(chromium: playwright.Browser, address: str, minutes: Minutes):
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    tab = context.new_page()
    tab.goto("/review?kind=position")
    tab.get_by_role("button", name="Accept").first.click()
    assert minutes.rulings()[0].verdict == "accept"
    tab.get_by_role("button", name="Undo").click()
    assert minutes.rulings()[0].verdict == "undo"
    context.close()


def test_print_shows_the_article_and_no_controls(tab: playwright.Page, minutes: Minutes):
    tab.goto(f"/articles/{first(minutes)}")
    tab.emulate_media(media="print")
    assert tab.locator("article.text").is_visible()
    for hidden in (".top nav", ".find", ".layers", ".forms", ".rule >> nth=0"):
        assert not tab.locator(hidden).is_visible(), hidden
    assert len(tab.pdf()) > 5000


def test_pages_fit_a_phone(chromium: playwright.Browser, address: str, minutes: Minutes):
    context = chromium.new_context(base_url=address, viewport={"width": 390, "height": 844})
    tab = context.new_page()
    for path in every_page(minutes):
        tab.goto(path)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 390, path
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(chromium: playwright.Browser, address: str, minutes: Minutes, scheme: str):
    from axe_playwright_python.sync_playwright import Axe

    article = first(minutes)
    minutes.rule("position", article, "P1", "amend", by="Ann", values={"stance": "conditional"})
    minutes.rule("position", article, "P1", "reject", by="Bo")
    minutes.rule("position", article, "P1", "amend", by="Ann", values={"stance": "conditional"})
    context = chromium.new_context(base_url=address, color_scheme=scheme, bypass_csp=True)
    tab, axe, found = context.new_page(), Axe(), {}
    (said, *_) = minutes.statements(Filter(article=article))
    for path in (*every_page(minutes), f"/articles/{article}#{said.id}", "/nothing", "/search?by=Norland"):
        tab.goto(path)
        if path.startswith("/review"):
            tab.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        result = axe.run(tab)
        if result.violations_count:
            found[path] = result.generate_report()
    context.close()
    assert found == {}
