"""A reporting clause may stand behind what it reports."""

from __future__ import annotations

from verbale.reading.attribution.closing import closing
from verbale.reading.attribution.draft import Draft

from .parses import draft, marks, parts, tree


def closed(text: str, drafts: list[Draft]) -> list[Draft]:
    return closing(tree(text), drafts, marks(text), [])


def test_a_sentence_is_reported_by_the_clause_behind_its_comma() -> None:
    text = "Talks will resume on Monday, said a person close to both sides."
    (only,) = closed(text, [])
    assert parts(text, only) == (["a person close to both sides"], ["said"], ["Talks will resume on Monday"])


def test_the_subject_may_stand_before_its_verb_and_a_day_behind_it() -> None:
    text = "The ferry has been sold, its owner announced on Friday."
    assert [parts(text, d) for d in closed(text, [])] == [(["its owner"], ["announced"], ["The ferry has been sold"])]


def test_words_in_marks_at_the_end_of_a_reported_sentence_stay_in_it() -> None:
    text = 'The plan is "a fairy tale," the mayor told the council.'
    (only,) = closed(text, [])
    assert parts(text, only) == (["the mayor"], ["told"], ['The plan is "a fairy tale'])


def test_a_clause_of_time_is_no_content() -> None:
    assert closed("When the guards left, the mayor said nothing.", []) == []


def test_a_statement_within_the_reported_sentence_is_nested() -> None:
    text = "Lind replied that the road was open, the envoy recalled."
    within = draft(text, "Lind", "replied", "that the road was open")
    inner, outer = closed(text, [within])
    assert inner is within
    assert inner.inside is outer
    assert parts(text, outer) == (["the envoy"], ["recalled"], ["Lind replied that the road was open"])


def test_a_clause_that_has_its_content_already_is_left_as_it_is() -> None:
    text = "Talks will resume on Monday, said a person close to both sides."
    known = draft(text, "a person close to both sides", "said", "Talks will resume on Monday")
    assert closed(text, [known]) == [known]


def test_furniture_of_a_page_is_not_reported() -> None:
    text = "Talks will resume on Monday, said a person close to both sides."
    assert closing(tree(text), [], marks(text), [(0, 27)]) == []


def test_behind_a_semicolon_a_closing_clause_reports_the_second_half_alone() -> None:
    text = "Lind said that nurses missed the alarms; three falls had gone unnoticed, she said."
    first = draft(text, "Lind", "said", "that nurses missed the alarms; three falls had gone unnoticed")
    both = closed(text, [first])
    assert [parts(text, d) for d in both] == [
        (["Lind"], ["said"], ["that nurses missed the alarms"]),
        (["she"], ["said"], ["three falls had gone unnoticed"]),
    ]


def test_a_quotation_in_the_next_sentence_goes_on_from_the_closing_clause() -> None:
    text = 'The union will strike on Monday, its leader said. "We will not work."'
    quoted = draft(text, "its leader", "said", "We will not work.")
    floating, reported = closed(text, [quoted])
    assert parts(text, reported) == (["its leader"], ["said"], ["The union will strike on Monday"])
    assert parts(text, floating) == ([], [], ["We will not work."])
    assert floating.follows is reported


def test_a_subject_between_commas_may_be_taken_for_an_apposition() -> None:
    text = "Arda voted against the plan by Riga, its chair, Mo Lind, said."
    (only,) = closed(text, [])
    assert parts(text, only) == (["its chair, Mo Lind"], ["said"], ["Arda voted against the plan by Riga"])
