from __future__ import annotations

import dataclasses

import pytest

from verbale.record import Article, Span, Statement, by_id
from verbale.record.shapes import parts

from .records import TEXT, find, full_record


def test_a_span_quotes_code_points_whatever_stands_before_it():
    article = Article(text="🕊 “Ja”\r\nsaid é")
    assert article.quote(Span(3, 5)) == "Ja"
    assert article.quote(Span(8, 12)) == "said"


def test_the_text_is_kept_exactly_as_read():
    assert Article(text=" a\r\nb\t").text == " a\r\nb\t"


def test_the_same_text_has_the_same_id_and_another_text_another():
    assert Article(text="one").id == Article(text="one", publisher="Gazette").id
    assert Article(text="one").id != Article(text="One").id
    assert len(Article(text="one").id) == 16


def test_an_id_that_is_given_stays():
    assert Article(id="gazette-17", text="one").id == "gazette-17"


def test_a_text_with_a_lone_surrogate_has_an_id_too():
    assert len(Article(text="\ud83d").id) == 16


def test_a_record_is_a_value_equal_hashable_and_frozen():
    record = full_record()
    assert record == full_record()
    assert hash(record) == hash(full_record())
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.article.text = "another"  # type: ignore[misc]


def test_no_value_takes_a_field_it_does_not_have():
    for _, value in parts(full_record()):
        assert not hasattr(value, "__dict__") or isinstance(value, Span)


def test_speakers_are_everyone_who_makes_a_statement_together():
    statement = Statement(id="S1", speaker="A1", cospeakers=("A2", "A3"), content=(Span(0, 1),))
    assert statement.speakers == ("A1", "A2", "A3")
    assert Statement(id="S2", content=(Span(0, 1),)).speakers == ()


def test_values_are_found_by_their_ids():
    record = full_record()
    assert by_id(record.actors)["A2"].name == "Norland"
    assert by_id(record.statements)["S2"].inside == "S1"


def test_parts_are_named_by_their_json_paths():
    named = dict(parts(full_record()))
    assert named["$.statements[0].cue[0]"] == find("said")
    assert named["$.statements[0].made.span"] == find("did")
    assert named["$.article"].text == TEXT
