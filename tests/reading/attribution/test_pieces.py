"""Pieces of a content that belong to another saying, or to none."""

from __future__ import annotations

from verbale.reading.attribution.pieces import claimed, detached, divided, in_own_sentence, interrupted, resumed

from .parses import draft, marks, parts, tree


def test_plain_words_of_another_sentence_are_not_reported() -> None:
    text = "The board was split. Two members wanted a cut, according to a report."
    made = draft(text, "a report", "according to", "The board was split. Two members wanted a cut")
    in_own_sentence(tree(text), made, marks(text))
    assert parts(text, made) == (["a report"], ["according to"], ["Two members wanted a cut"])


def test_a_content_goes_on_behind_the_clause_that_interrupts_it() -> None:
    text = "The treaty, Riga insists, must be ratified by all members."
    made = draft(text, "Riga", "insists", "The treaty")
    interrupted(tree(text), made, marks(text))
    assert parts(text, made) == (["Riga"], ["insists"], ["The treaty", "must be ratified by all members"])


def test_a_whole_sentence_before_its_clause_is_not_interrupted() -> None:
    text = "The ferry has been sold, its owner announced on Friday."
    made = draft(text, "its owner", "announced", "The ferry has been sold")
    interrupted(tree(text), made, marks(text))
    assert len(made.content) == 1


def test_a_piece_that_hangs_on_another_verb_is_a_statement_of_its_own() -> None:
    text = "Orsk refused to let inspectors in, and the agency warned that its patience was short."
    both = draft(text, "the agency", "warned", "to let inspectors in", "that its patience was short")
    assert [parts(text, d) for d in divided(tree(text), both, marks(text))] == [
        (["the agency"], ["warned"], ["that its patience was short"]),
        (["Orsk"], ["refused"], ["to let inspectors in"]),
    ]


def test_a_second_saying_in_a_content_is_nested_and_the_content_goes_on() -> None:
    text = "Merrill says Orsk promised to wait and said she would vote."
    first = draft(text, "Merrill", "says", "Orsk promised to wait")
    second = draft(text, "Merrill", "said", "she would vote")
    claimed(tree(text), [first, second], marks(text))
    assert second.inside is first
    assert parts(text, first) == (["Merrill"], ["says"], ["Orsk promised to wait and said she would vote"])
    assert parts(text, second) == (["Orsk"], ["said"], ["she would vote"])


def test_what_the_speaker_does_next_is_not_nested() -> None:
    text = "Lind confirmed that he had called Orsk but said he had wished her luck."
    first = draft(text, "Lind", "confirmed", "that he had called Orsk")
    second = draft(text, "Lind", "said", "he had wished her luck")
    claimed(tree(text), [first, second], marks(text))
    assert second.inside is None


def test_what_stands_before_a_semicolon_is_not_reported_behind_it() -> None:
    text = "Orsk agreed to come; Lind, who was asked too, said she would not."
    made = draft(text, "Lind", "said", "Orsk agreed to come", "she would not")
    detached(tree(text), made, marks(text))
    assert parts(text, made) == (["Lind"], ["said"], ["she would not"])


def test_a_content_may_begin_before_its_clause_and_end_behind_its_listener() -> None:
    text = "The pier, she told the crew, had been built by others."
    made = draft(text, "she", "told", "the crew, had been built by others")
    resumed(tree(text), made, marks(text))
    assert parts(text, made) == (["she"], ["told"], ["The pier", "had been built by others"])
