from __future__ import annotations

import subprocess
import sys

import pytest

import verbale

NAMES = [
    "Actor",
    "AgendaError",
    "Article",
    "Conflict",
    "EmptyArticle",
    "Event",
    "Filter",
    "InputError",
    "Made",
    "MalformedDate",
    "Meeting",
    "Minutes",
    "MinutesError",
    "ModelError",
    "NotText",
    "Note",
    "Office",
    "OutputError",
    "Participation",
    "Position",
    "Question",
    "Reader",
    "Record",
    "RecordError",
    "Span",
    "Statement",
    "UnreadableFile",
    "VerbaleError",
    "__version__",
    "load",
    "read_file",
]


def python(code: str) -> str:
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return run.stdout


def test_the_public_names_are_exactly_these():
    assert sorted(verbale.__all__) == NAMES
    assert dir(verbale) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_there(name: str):
    assert getattr(verbale, name) is getattr(verbale, name)


def test_a_name_that_is_not_public_is_said_not_to_be_there():
    with pytest.raises(AttributeError, match="'verbale' has no attribute 'quote'"):
        verbale.quote  # noqa: B018


def test_values_of_the_front_door_are_those_of_the_rooms():
    from verbale.record import Record

    assert verbale.Record is Record


def test_importing_verbale_imports_nothing_heavy():
    loaded = python("import sys, verbale; print(*sys.modules)").split()
    assert not {"spacy", "numpy", "onnxruntime", "yaml", "typing", "verbale.record"} & set(loaded)


def test_importing_verbale_takes_less_than_50_milliseconds():
    code = "import time; t = time.process_time(); import verbale; print(time.process_time() - t)"
    assert min(float(python(code)) for _ in range(3)) < 0.05


def test_the_record_is_imported_without_the_reader():
    loaded = python("import sys, verbale; verbale.Record; print(*sys.modules)").split()
    assert not {"spacy", "numpy", "onnxruntime", "verbale.reading"} & set(loaded)
