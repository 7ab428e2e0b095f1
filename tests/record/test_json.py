from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from verbale.errors import RecordError
from verbale.record import Article, Reader, Record, dumps, from_dict, loads, to_dict
from verbale.record.json import values

from .records import TEXT, full_record, records


@given(records())
def test_a_record_survives_json(record: Record):
    assert loads(dumps(record)) == record
    assert loads(dumps(record, indent=2)) == record


def test_a_record_with_every_field_filled_survives_json():
    assert loads(dumps(full_record())) == full_record()


def test_the_json_is_one_line_and_spells_letters_out():
    text = dumps(full_record())
    assert "\n" not in text
    assert "“We reject the plan,”" in text


def test_fields_that_do_not_apply_are_present():
    data = to_dict(Record(reader=Reader("0.1.0", "test"), article=Article(text="Quiet.")))
    assert data["article"]["url"] is None
    assert data["statements"] == data["conflicts"] == data["boilerplate"] == []
    assert data["verbale"] == 1


def test_names_in_json_are_those_of_the_design():
    data = to_dict(full_record())
    assert list(data["statements"][0]) == [
        "id",
        "speaker",
        "cospeakers",
        "quotation",
        "act",
        "denied",
        "source",
        "cue",
        "content",
        "via",
        "addressees",
        "occasion",
        "made",
        "cites",
        "inside",
        "not_confirmed_by",
        "anonymous",
        "confidence",
    ]
    assert data["events"][0]["class"] == "REJECT"
    start, end = data["statements"][0]["content"][0]
    assert TEXT[start:end] == "We reject the plan"


def test_what_has_a_default_may_be_left_out():
    data = {
        "reader": {"version": "0.1.0", "model": "test"},
        "article": {"text": "Quiet, she said."},
        "statements": [{"id": "S1", "content": [[0, 5]]}],
    }
    record = from_dict(data)
    assert record.article == Article(text="Quiet, she said.")
    assert record.statements[0].quotation == "indirect"


def test_a_text_that_utf8_cannot_hold_is_escaped():
    record = Record(reader=Reader("0.1.0", "test"), article=Article(text="a \ud83d b"))
    dumps(record).encode("utf-8")
    assert loads(dumps(record), trusted=True).article.text == "a \ud83d b"


def changed(path: str, value: Any) -> dict[str, Any]:
    """The full record as data, with another value at a path such as `actors.0.kind`."""
    data = to_dict(full_record())
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = data
    for step in way:
        place = place[step]
    place[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        (
            "actors.0.kind",
            "ghost",
            '$.actors[0].kind: expected one of person, state, organisation, group, unnamed; found "ghost"',
        ),
        ("actors.0.kind", ["person"], "$.actors[0].kind: expected one of"),
        ("actors.1.name", None, "$.actors[1].name: expected a string, found null"),
        ("statements.0.cue.0", [1], "$.statements[0].cue[0]: expected a span [start, end], found [1]"),
        ("statements.0.cue.0", [1.0, 2.0], "$.statements[0].cue[0]: expected a span"),
        ("statements.0.cue", {"start": 1}, "$.statements[0].cue: expected a list"),
        ("statements.0.denied", 0, "$.statements[0].denied: expected true or false, found 0"),
        ("statements.0.confidence", 10**400, "$.statements[0].confidence: expected a number, found 1000"),
        ("statements.0.confidence", True, "$.statements[0].confidence: expected a number, found true"),
        ("statements.0.made", "2026", '$.statements[0].made: expected an object, found "2026"'),
        ("statements.0.mood", "dark", "$.statements[0].mood: no such field"),
        ("verbale", "1", '$.verbale: expected a whole number, found "1"'),
        ("notes", "none", "$.notes: expected a list"),
    ],
)
def test_a_misfit_is_named_by_its_path(path: str, value: Any, problem: str):
    with pytest.raises(RecordError) as caught:
        from_dict(changed(path, value))
    assert caught.value.problems[0].startswith(problem)
    assert len(caught.value.problems) == 1


def test_what_is_missing_is_named():
    data = to_dict(full_record())
    del data["article"]["text"], data["actors"][2]["kind"]
    with pytest.raises(RecordError) as caught:
        from_dict(data)
    assert caught.value.problems == ("$.article.text: missing", "$.actors[2].kind: missing")


@pytest.mark.parametrize("data", [None, [], "record", 3])
def test_what_is_no_object_is_no_record(data: Any):
    with pytest.raises(RecordError, match=r"\$: expected an object"):
        from_dict(data)


@pytest.mark.parametrize("text", ["", "{", '{"a": NaN}', "[" * 100_000, "\ufeff{}", b"\xff\xfe\xff"])
def test_what_is_no_json_is_said_to_be_none(text: str | bytes):
    with pytest.raises(RecordError, match="not JSON"):
        loads(text)


def test_a_record_that_contradicts_itself_does_not_load():
    with pytest.raises(RecordError, match=r"\$\.statements\[0\]\.speaker: A9 is none of the actors"):
        loads(json.dumps(changed("statements.0.speaker", "A9")))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1}\n{"b": [2]}\n', [(1, '{"a": 1}', True), (2, '{"b": [2]}', True)]),
        ('\n{\n "a": 1\n}\n{\n "b": 2\n}\n', [(2, '{\n "a": 1\n}', True), (5, '{\n "b": 2\n}', True)]),
        ('{"a": 1}{"b": 2}', [(1, '{"a": 1}', True), (1, '{"b": 2}', True)]),
        ('{"a": "cut\n{"b": 2}\n', [(1, '{"a": "cut\n', False), (2, '{"b": 2}', True)]),
        ('{"a": 1}\nnothing\nof sense\n{"b": 2}',
         [(1, '{"a": 1}', True), (2, "nothing\nof sense\n", False), (4, '{"b": 2}', True)]),
        ('{"a": "\u2028 \u0085"}\n', [(1, '{"a": "\u2028 \u0085"}', True)]),
        (" \n", []),
    ],
)  # fmt: skip
def test_json_values_that_follow_each_other_are_found_with_their_lines(text: str, found: list[tuple[int, str, bool]]):
    assert [tuple(value) for value in values(text)] == found
