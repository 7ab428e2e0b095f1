"""What holds for every text whatsoever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import verbale
from verbale.record import Record, Span, by_id, dumps, loads, problems

from .made_up_news import CHARACTERS, TEXTS

few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.fixture(scope="module")
def reader() -> verbale.Reader:
    return verbale.load()


def spans(value: Any) -> Iterator[Span]:
    """Every span in a value, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from spans(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans(getattr(value, field.name))


def assert_sound(record: Record, text: str) -> None:
    assert record.article.text == text
    for span in spans(record):
        assert 0 <= span.start < span.end <= len(text)
    assert problems(record) == []


@few
@given(text=TEXTS)
def test_any_text_gives_a_sound_record_of_exactly_that_text(reader: verbale.Reader, text: str):
    assert_sound(reader.read(text), text)


@few
@given(text=st.text(CHARACTERS, max_size=300))
def test_any_characters_give_a_sound_record_once_there_is_a_word(reader: verbale.Reader, text: str):
    assert_sound(reader.read("Word " + text), "Word " + text)


@few
@given(text=TEXTS)
def test_statement_ids_are_unique_and_inside_names_another_statement(reader: verbale.Reader, text: str):
    statements = reader.read(text).statements
    known = by_id(statements)
    assert len(known) == len(statements)
    for statement in statements:
        assert statement.inside != statement.id
        assert statement.inside is None or statement.inside in known


@few
@given(text=TEXTS)
def test_a_statement_has_content_and_its_spans_in_the_order_of_the_text(reader: verbale.Reader, text: str):
    for statement in reader.read(text).statements:
        assert statement.content
        assert any(text[span.start : span.end].strip() for span in statement.content)
        for part in (statement.source, statement.cue, statement.content):
            assert all(first.end <= second.start for first, second in pairwise(part))


@few
@given(text=TEXTS, published=st.dates().map(str))
def test_the_same_text_gives_the_same_record(reader: verbale.Reader, text: str, published: str):
    first = reader.read(text, published=published, publisher="The Breakwater Post")
    assert first == reader.read(text, published=published, publisher="The Breakwater Post")


@few
@given(before=TEXTS, text=TEXTS)
def test_what_was_read_before_leaves_no_trace(reader: verbale.Reader, before: str, text: str):
    fresh = dumps(reader.read(text))
    reader.read(before)
    assert dumps(reader.read(text)) == fresh


@few
@given(text=TEXTS)
def test_a_record_comes_back_from_json_unchanged(reader: verbale.Reader, text: str):
    record = reader.read(text)
    assert loads(dumps(record)) == record
