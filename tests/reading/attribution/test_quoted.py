from __future__ import annotations

import pytest

from verbale.reading.attribution.draft import Chars, Draft, sentence_ended
from verbale.reading.attribution.quoted import (
    Marks,
    chains,
    finish,
    is_saying,
    snap,
    split_at_sentences,
    split_at_words,
    stands_alone,
)
from verbale.reading.quotes import find_quotations


def marks(text: str) -> Marks:
    return Marks(find_quotations(text))


def span(text: str, words: str) -> Chars:
    start = text.index(words)
    return start, start + len(words)


def draft(text: str, content: list[str], source: str = "", cue: str = "") -> Draft:
    return Draft(
        [span(text, source)] if source else [], [span(text, cue)] if cue else [], [span(text, c) for c in content]
    )


def contents(text: str, d: Draft) -> list[str]:
    return [text[s:e] for s, e in d.content]


def test_a_content_that_nearly_fills_a_quotation_grows_to_its_marks() -> None:
    text = '"We will not sail before Monday," she said.'
    assert snap(text, span(text, "will not sail before Monday"), marks(text), []) == (1, 32)


def test_a_content_does_not_grow_over_its_own_cue() -> None:
    text = '"We, she said, will not sail before Monday at the earliest."'
    start = text.index("will")
    assert snap(text, (start, 59), marks(text), [span(text, "she said")])[0] == start


@pytest.mark.parametrize(
    ("text", "content", "kind", "final"),
    [
        ('"We sail," she said.', '"We sail,"', "direct", "We sail"),
        ("She said “we sail at dawn.”", "“we sail at dawn.”", "direct", "we sail at dawn."),
        ("She said that the talks were “dead”.", "that the talks were “dead”.", "mixed", "that the talks were “dead”"),
        ("She said it would rain, perhaps.", "it would rain, perhaps.", "indirect", "it would rain, perhaps"),
        (
            "Orsk said “no” to a deal with Brevik Inc.",
            "“no” to a deal with Brevik Inc.",
            "mixed",
            "“no” to a deal with Brevik Inc.",
        ),
    ],
)
def test_contents_get_their_final_form(text: str, content: str, kind: str, final: str) -> None:
    made = draft(text, [content], cue="said")
    assert finish(text, made, marks(text)) == kind
    assert contents(text, made) == [final]


def test_a_quotation_over_paragraphs_keeps_one_span_a_paragraph() -> None:
    text = "“One.\n\n“Two,” she said."
    made = draft(text, ["“One.\n\n“Two,”"], "she", "said")
    assert finish(text, made, marks(text)) == "direct"
    assert contents(text, made) == ["One.", "Two"]


def test_what_follows_after_the_sentence_of_the_cue_is_a_statement_of_its_own() -> None:
    text = '"We sail," Ms. Orsk said. "The crew is ready."'
    first, second = split_at_sentences(
        text, draft(text, ['"We sail,"', '"The crew is ready."'], "Ms. Orsk", "said"), marks(text)
    )
    assert contents(text, first) == ['"We sail,"']
    assert (contents(text, second), second.cue, second.follows) == (['"The crew is ready."'], [], first)


def test_a_quotation_split_within_its_sentence_is_one_statement() -> None:
    text = '"We sail," said Ms. Orsk, "at dawn."'
    made = draft(text, ['"We sail,"', '"at dawn."'], "Ms. Orsk", "said")
    assert split_at_sentences(text, made, marks(text)) == [made]


def test_quotations_of_two_sentences_with_another_cue_between_are_not_one() -> None:
    text = '"We sail," Orsk was quoted as saying.\n"Nobody asked us," the captain added.'
    both = draft(text, ['"We sail,"', '"Nobody asked us,"'], "the captain", "added")
    found = sorted(split_at_words(text, both, marks(text)), key=lambda d: d.content)
    assert [(contents(text, d), bool(d.cue)) for d in found] == [
        (['"We sail,"'], False),
        (['"Nobody asked us,"'], True),
    ]


@pytest.mark.parametrize(
    ("text", "saying", "alone"),
    [
        ('"We sail at dawn." He left.', True, True),
        ('The "Northern Star" sank.', False, False),
        ('He called it "a very bad day indeed" for all.', True, False),
        ('"Never!" She left.', False, True),
    ],
)
def test_sayings_differ_from_titles_and_from_parts_of_sentences(text: str, saying: bool, alone: bool) -> None:
    (only,) = find_quotations(text)
    assert (is_saying(text, only), stands_alone(text, only)) == (saying, alone)


def test_re_opened_quotations_form_one_chain() -> None:
    text = "“One.\n“Two.\n“Three.” “Four.”"
    assert [len(c) for c in chains(find_quotations(text))] == [3, 1]


def test_marks_are_found_by_place_among_thousands() -> None:
    text = 'a "b" ' * 5000
    found = marks(text)
    assert [q.start for q in found.touching(12_000, 12_006)] == [12_003]


@pytest.mark.parametrize(
    ("between", "ended"), [(" he said. ", True), (" he said, ", False), ("\n", True), (".” Then ", False)]
)
def test_a_sentence_ends_with_a_mark_or_a_line(between: str, ended: bool) -> None:
    assert sentence_ended(between, 0, len(between)) is ended


def test_a_quotation_over_paragraphs_stays_one_after_its_cue() -> None:
    text = "Orsk went on: “We came.\n\n“We saw.\n\n“We left.” That was all."
    made = draft(text, ["“We came.", "“We saw.", "“We left.”"], "Orsk", "went on")
    assert split_at_sentences(text, made, marks(text)) == [made]


def test_a_mark_that_never_closes_does_not_swallow_the_rest_of_a_long_line() -> None:
    text = "He said “the ferry would stop. " * 2_000
    content = span(text, "the ferry would stop")
    late = (content[0] + 1_900 * 31, content[1] + 1_900 * 31)
    assert text[slice(*late)] == "the ferry would stop"
    start, end = snap(text, late, marks(text), [])
    assert end - start < 1_500
