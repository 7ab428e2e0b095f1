"""What the parse alone shows: who reports, and which clause, wish or thing."""

from __future__ import annotations

import pytest

from verbale.reading.attribution.draft import Draft
from verbale.reading.attribution.parsed import according_to, inner, missed
from verbale.reading.attribution.quoted import Marks
from verbale.reading.attribution.reported import reported
from verbale.reading.quotes import find_quotations

from .parses import draft, marks, parts, tree


def at(text: str, verb: str, within: bool = False) -> Draft | None:
    parsed = tree(text)
    return reported(parsed, parsed.words.index(verb), within)


def nested(text: str, *outer: Draft) -> list[Draft]:
    return inner(tree(text), outer, Marks(find_quotations(text), depth=1))


@pytest.mark.parametrize(
    ("text", "verb", "source", "content"),
    [
        (
            "Lind said inspectors had warned the owner that the valves were worn.",
            "warned",
            "inspectors",
            "that the valves were worn",
        ),
        (
            "They had been informed by the airline that nobody survived.",
            "informed",
            "the airline",
            "that nobody survived",
        ),
        ("Orsk met Lind, who believes that the bridge is safe.", "believes", "Lind", "that the bridge is safe"),
        (
            "The minister said that she had called Lind and warned him that the road was closed.",
            "warned",
            "she",
            "that the road was closed",
        ),
        (
            "She told me that the offer was fair and that nobody would mind.",
            "told",
            "She",
            "that the offer was fair and that nobody would mind",
        ),
        (
            "The judge appealed to both sides to wait until spring.",
            "appealed",
            "The judge",
            "both sides to wait until spring",
        ),
        ("Riga expects the guards to leave by May.", "expects", "Riga", "the guards to leave by May"),
        ("Orsk promised her to come on Friday.", "promised", "Orsk", "to come on Friday"),
        ("The ministry put the figure at 14.", "put", "The ministry", "the figure at 14"),
        ("The crew had asked Orsk for a guarantee.", "asked", "The crew", "a guarantee"),
        ("The ministry puts the toll at 40.", "puts", "The ministry", "the toll at 40"),
    ],
)
def test_a_reporting_verb_has_a_speaker_and_a_content(text: str, verb: str, source: str, content: str) -> None:
    found = parts(text, at(text, verb))
    assert found is not None
    assert (found[0], found[2]) == ([source], [content])


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Lind would say that the road was open.", "say"),
        ("Parents need to know where their children are.", "need"),
        ("An official asked not to be identified.", "asked"),
        ("An official requested anonymity.", "requested"),
        ("I told the guard that the gate was open.", "told"),
    ],
)
def test_what_was_not_said_is_not_reported(text: str, verb: str) -> None:
    assert at(text, verb) is None


def test_in_their_own_words_people_report_what_they_said_but_not_what_they_think() -> None:
    told = parts(
        "I told the guard that the gate was open.", at("I told the guard that the gate was open.", "told", True)
    )
    assert told == (["I"], ["told"], ["that the gate was open"])
    assert at("I think that the gate is open.", "think", True) is None


def test_a_statement_in_a_content_is_nested_in_it() -> None:
    text = "Lind said inspectors had warned the owner that the valves were worn."
    outer = draft(text, "Lind", "said", "inspectors had warned the owner that the valves were worn")
    (found,) = nested(text, outer)
    assert found.inside is outer


def test_a_denied_saying_was_never_said() -> None:
    text = "Lind said inspectors had warned the owner that the valves were worn."
    parsed = tree(text)
    parsed.lemmas[1] = "deny"
    outer = draft(text, "Lind", "said", "inspectors had warned the owner that the valves were worn")
    assert inner(parsed, [outer], marks("")) == []


def test_what_no_draft_covers_is_found_by_the_parse() -> None:
    text = "Riga expects the guards to leave by May."
    assert [parts(text, d) for d in missed(tree(text), [], marks(text), [])] == [
        (["Riga"], ["expects"], ["the guards to leave by May"])
    ]


def test_according_to_somebody_takes_in_what_others_are_said_to_have_said() -> None:
    text = "According to a clerk, Lind told the council that the road was open."
    told = draft(text, "Lind", "told", "that the road was open")
    within, outer = according_to(tree(text), [told], [])
    assert within.inside is outer
    assert parts(text, outer) == (
        ["a clerk"],
        ["According to"],
        ["Lind told the council that the road was open."],
    )
