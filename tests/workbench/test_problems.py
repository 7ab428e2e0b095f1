from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from verbale import errors
from verbale.workbench.encoding import as_json
from verbale.workbench.problems import STATUS, explained, problem, status_of


@dataclass(frozen=True)
class Deed:
    class_: str
    parts: tuple[object, ...] = ()


@pytest.mark.parametrize("value", [Deed("AID", (Deed("ACCUSE"), None, 1.5)), {"a": [Deed("AID")]}, "“Ü” \ud800 🙂"])
def test_whatever_is_written_can_be_read_as_utf_8(value: object):
    assert json.loads(as_json(value).decode("utf-8")) == json.loads(json.dumps(value, default=_plain))


def _plain(deed: Deed) -> dict[str, object]:
    return {"class": deed.class_, "parts": deed.parts}


def test_what_json_cannot_hold_is_a_mistake():
    with pytest.raises(TypeError):
        as_json({"a": object()})


def test_each_error_has_the_status_of_its_nearest_class():
    assert status_of(errors.MalformedDate("x")) == STATUS[errors.InputError] == 422
    assert status_of(errors.NoSuchValue("x")) == 404
    assert status_of(errors.ModelError("x")) == 500


def test_every_problem_of_a_record_is_listed_with_its_place():
    told = json.loads(explained(errors.RecordError("$.article: missing", "$.actors[0].id: expected a string")).body)
    assert [(each["where"], each["what"]) for each in told["errors"]] == [
        ("$.article", "missing"), ("$.actors[0].id", "expected a string"),
    ]  # fmt: skip


def test_who_has_to_wait_is_told_how_long():
    assert explained(errors.TooOften("too many attempts", wait=17)).headers["retry-after"] == "17"
    assert int(problem(503, "Busy.").headers["retry-after"]) > 0
