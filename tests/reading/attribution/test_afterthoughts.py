"""What stands behind a content and is told by somebody else."""

from __future__ import annotations

from verbale.reading.attribution.afterthoughts import split_at_second_saying, without_afterthoughts

from .parses import draft, marks, parts, tree


def test_a_comment_that_another_makes_on_it_is_no_part_of_a_content() -> None:
    text = "The office said that it had asked Tarn for papers, a request that the council said it never saw."
    made = draft(text, "The office", "said", text[len("The office said ") : -1])
    without_afterthoughts(tree(text), made, marks(text))
    assert parts(text, made) == (["The office"], ["said"], ["that it had asked Tarn for papers"])


def test_a_piece_that_is_nothing_but_such_a_comment_is_left_out() -> None:
    text = "The office said that it had asked Tarn for papers, a request that the council said it never saw."
    first, second = text[len("The office said ") : -1].split(", ")
    made = draft(text, "The office", "said", first, second)
    without_afterthoughts(tree(text), made, marks(text))
    assert parts(text, made) == (["The office"], ["said"], ["that it had asked Tarn for papers"])


def test_behind_a_quotation_another_may_begin_to_speak() -> None:
    text = 'Its president called it "overdue" and a rival called it "a disgrace".'
    made = draft(text, "Its president", "called", 'it "overdue" and a rival called it "a disgrace"')
    assert [parts(text, d) for d in split_at_second_saying(tree(text), made, marks(text))] == [
        (["Its president"], ["called"], ['it "overdue"']),
        (["a rival"], ["called"], ['it "a disgrace"']),
    ]
