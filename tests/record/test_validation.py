from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given

from verbale.errors import RecordError
from verbale.record import Actor, Article, Conflict, Record, Span, Statement, is_date, problems, validate, values
from verbale.record.validation import REFERENCES

from .records import full_record, records


@given(records())
def test_sound_records_have_no_problems(record: Record):
    assert problems(record) == []


def test_the_full_record_is_sound():
    validate(full_record())


def with_statement(**changes: Any) -> Record:
    record = full_record()
    first, *others = record.statements
    return replace(record, statements=(replace(first, **changes), *others))


LENGTH = len(full_record().article.text)


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        (
            with_statement(cue=(Span(3, LENGTH + 1),)),
            f"$.statements[0].cue[0]: ends at {LENGTH + 1}, after the text ({LENGTH} characters)",
        ),
        (with_statement(cue=(Span(-1, 4),)), "$.statements[0].cue[0]: starts at -1, before the text"),
        (with_statement(occasion=Span(4, 4)), "$.statements[0].occasion: 4 to 4 holds no character"),
        (with_statement(content=(Span(9, 5),)), "$.statements[0].content[0]: 9 to 5 holds no character"),
        (with_statement(content=()), "$.statements[0].content: a statement without content"),
        (
            replace(full_record(), conflicts=(Conflict("C1", "position", ()),)),
            "$.conflicts[0].between: a conflict between nobody",
        ),
        (with_statement(speaker="S1"), "$.statements[0].speaker: S1 is none of the actors"),
        (with_statement(via=("A1", "A8")), "$.statements[0].via[1]: A8 is none of the actors"),
        (with_statement(inside="S7"), "$.statements[0].inside: S7 is none of the statements"),
        (
            with_statement(act="shout"),
            "$.statements[0].act: 'shout' is none of assertive, directive, "
            "commissive, expressive, declaration",
        ),
        (with_statement(confidence=1.5), "$.statements[0].confidence: 1.5 is not between 0 and 1"),
        (with_statement(confidence=float("nan")), "$.statements[0].confidence: nan is not between 0 and 1"),
        (
            with_statement(made=values.Made("Tuesday")),
            "$.statements[0].made.value: 'Tuesday' is no date; write 2017, 2017-01 or 2017-01-17",
        ),
        (replace(full_record(), verbale=2), "$.verbale: this verbale reads version 1, the record has 2"),
        (
            replace(full_record(), boilerplate=(Span(0, 999),)),
            f"$.boilerplate[0]: ends at 999, after the text ({LENGTH} characters)",
        ),
        (
            replace(
                full_record(), conflicts=(values.Conflict("C1", "denial", ("A1",), None, ((), ("E2",))),)
            ),
            "$.conflicts[0].evidence[1][0]: E2 is none of the statements or events",
        ),
    ],
)
def test_a_problem_is_named_by_its_path(record: Record, problem: str):
    assert problems(record) == [problem]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        (" ", "an id has printable characters, and no spaces around them"),
        ("a\nb", "an id has printable characters, and no spaces around them"),
        ("nul\0", "an id has printable characters, and no spaces around them"),
        ("\ud800", "character 0 is half a character (U+D800)"),
        ("a" * 100_000, "is 100000 characters long; 300 are the most"),
        ("0123456789abcdef", "0123456789abcdef is the id of another text; leave it out, and it is made from this one"),
    ],
    ids=lambda told: told[:20],
)
def test_the_id_of_an_article_is_short_printable_and_of_its_text(name: str, problem: str):
    own = replace(full_record().article, id=name)
    assert problems(replace(full_record(), article=own)) == [f"$.article.id: {problem}"]


def test_words_have_a_sensible_length():
    record = full_record()
    long = replace(record, reader=replace(record.reader, model="m" * 100_000))
    assert problems(long) == ["$.reader.model: is 100000 characters long; 300 are the most"]
    named = replace(record, actors=(replace(record.actors[0], name="n" * 10_001), *record.actors[1:]))
    assert problems(named) == ["$.actors[0].name: is 10001 characters long; 10000 are the most"]


def test_half_a_character_is_told_with_its_place():
    text = full_record().article.text + "\udfff"
    told = f"$.article.text: character {len(text) - 1} is half a character (U+DFFF)"
    assert problems(replace(full_record(), article=Article(text=text))) == [told]


def test_one_id_for_two_things_is_a_problem_at_both():
    record = full_record()
    doubled = replace(record, actors=(*record.actors, Actor("S2", "Nobody", "group")))
    assert problems(doubled) == [
        "$.actors[3].id: S2 stands for 2 things",
        "$.statements[1].id: S2 stands for 2 things",
    ]


def test_a_statement_cannot_stand_inside_itself():
    assert problems(with_statement(inside="S1")) == ["$.statements[0].inside: S1 stands inside itself"]


def test_statements_cannot_stand_inside_one_another():
    assert problems(with_statement(inside="S2")) == [
        "$.statements[0].inside: S1 stands inside itself",
        "$.statements[1].inside: S2 stands inside itself",
    ]


def test_a_deep_nest_is_no_circle():
    record = full_record()
    nest = [
        Statement(id=f"N{depth}", content=(Span(0, 3),), inside=f"N{depth - 1}") for depth in range(1, 50)
    ]
    top = Statement(id="N0", content=(Span(0, 3),))
    assert problems(replace(record, statements=(*record.statements, top, *nest))) == []


def test_every_problem_is_raised_at_once():
    with pytest.raises(RecordError) as caught:
        validate(with_statement(speaker="A8", confidence=-1))
    assert len(caught.value.problems) == 2


def test_every_field_that_may_hold_an_id_is_checked():
    holding = {"speaker", "via", "of", "question", "evidence", "inside", "between", "actor", "about", "cites"}
    for cls in (values.Statement, values.Position, values.Participation, values.Conflict, values.Question):
        for field in fields(cls):
            if field.name in holding:
                assert f"{cls.__name__}.{field.name}" in REFERENCES


@pytest.mark.parametrize(
    "date",
    [
        "2017",
        "2017-01",
        "2016-02-29",
        "2017-W03",
        "2017-01-17T20",
        "2017-01-17T20:30Z",
        "2017-01-17/2017-01-19",
        "1990/1999",
        "2017-01-17T20:30:00+03:00",
    ],
)
def test_dates_are_as_coarse_as_the_text_allows(date: str):
    assert is_date(date)


@pytest.mark.parametrize(
    "date",
    [
        "",
        "17",
        "2017-1-17",
        "2017-02-29",
        "2017-13",
        "2017-W54",
        "2017-01-17T24",
        "January 17",
        "2017-01-19TNI",
        "2017-Q1",
        "2017/01",
        "0000",
        "2017-01-17\n",
        "２０１７",
    ],
)
def test_what_the_calendar_does_not_have_is_no_date(date: str):
    assert not is_date(date)


def test_a_published_date_is_checked_too():
    record = full_record()
    wrong = replace(record, article=Article(text=record.article.text, published="2026-02-30"))
    assert problems(wrong) == [
        "$.article.published: '2026-02-30' is no date; write 2017, 2017-01 or 2017-01-17"
    ]
