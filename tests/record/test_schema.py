from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from verbale.record import Record, json_schema, to_dict

from .records import full_record, records

SCHEMA = json_schema()


def misfits(data: Any) -> list[str]:
    return [error.json_path for error in Draft202012Validator(SCHEMA).iter_errors(data)]


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"] == "urn:verbale:record:1"
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


@given(records())
def test_what_we_write_fits_the_schema(record: Record):
    assert misfits(to_dict(record)) == []


def test_the_full_record_fits_the_schema():
    assert misfits(to_dict(full_record())) == []


def test_every_field_is_described():
    objects = {"Record": SCHEMA} | {name: each for name, each in SCHEMA["$defs"].items() if name != "Span"}
    bare = [
        f"{name}.{field}"
        for name, each in objects.items()
        for field, said in each["properties"].items()
        if not said.get("description")
    ]
    assert bare == []
    assert all(each["description"].endswith(".") for each in SCHEMA["$defs"].values())


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda data: data["actors"][0].update(kind="ghost"), "$.actors[0].kind"),
        (lambda data: data["statements"][0].update(mood="dark"), "$.statements[0]"),
        (lambda data: data["statements"][0].pop("cue"), "$.statements[0]"),
        (lambda data: data["statements"][0].update(content=[]), "$.statements[0].content"),
        (lambda data: data["statements"][0].update(confidence=2), "$.statements[0].confidence"),
        (lambda data: data["statements"][0]["cue"].append([1, 2, 3]), "$.statements[0].cue[1]"),
        (lambda data: data["statements"][0]["cue"].append([-1, 2]), "$.statements[0].cue[1][0]"),
        (lambda data: data.update(verbale=2), "$.verbale"),
    ],
)
def test_what_we_never_write_does_not_fit(change: Any, path: str):
    data = to_dict(full_record())
    change(data)
    assert misfits(data) == [path]
