from __future__ import annotations

import json
import resource
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.cli.commands import TEXT, verbale
from verbale import __version__
from verbale.record import json_schema


def test_help_names_every_command():
    done = verbale("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert all(f"  {command} " in done.stdout for command in ("read", "compare", "lexicon", "demo", "schema", "info"))


@pytest.mark.parametrize("command", ["read", "compare", "demo", "schema", "info"])
def test_every_command_has_help(command: str):
    assert f"Usage: verbale {command}" in verbale(command, "--help").stdout


def test_help_takes_less_than_300_milliseconds_of_the_processor():
    def taken() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        verbale("--help")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(taken() for _ in range(5)) < 0.3


def test_no_arguments_show_the_help():
    done = verbale()
    assert "Commands:" in done.stdout + done.stderr


def test_version():
    assert verbale("--version").stdout == f"verbale {__version__}\n"


def test_the_schema_printed_is_the_schema_of_what_read_prints():
    schema = json.loads(verbale("schema").stdout)
    assert schema == json_schema()
    record = json.loads(verbale("read", "-", "-f", "json", given=TEXT.encode()).stdout)
    jsonschema.validate(record, schema)


def test_info_names_the_model_and_every_table_with_its_licence():
    done = verbale("info")
    assert done.returncode == 0
    assert __version__ in done.stdout
    model = json.loads((files("verbale") / "reading/model/model.json").read_text(encoding="utf-8"))
    assert model["name"] in done.stdout
    assert model["base"] in done.stdout
    sources = yaml.safe_load((files("verbale") / "reading/knowledge/SOURCES.yaml").read_text(encoding="utf-8"))
    assert all(f"{table}: " in done.stdout for table in sources)
    assert "ODbL-1.0" in done.stdout
    assert all(len(line) <= 80 for line in done.stdout.splitlines() if " " in line.strip())


def test_demo_prints_the_examples_and_writes_a_page_of_them(tmp_path: Path):
    done = verbale("demo", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    page = tmp_path / "verbale-demo.html"
    assert str(page.resolve()) in done.stdout
    written = page.read_text(encoding="utf-8")
    examples = yaml.safe_load((files("verbale") / "examples/index.yaml").read_text(encoding="utf-8"))
    for example in examples:
        assert example["headline"].split(",")[0] in done.stdout.replace("\n", " ")
        assert example["headline"].split(",")[0] in written


def test_demo_tells_at_once_where_it_cannot_write(tmp_path: Path):
    done = verbale("demo", "--out", tmp_path / "none" / "page.html")
    assert done.returncode == 6
    assert done.stdout == ""
    assert "no folder" in done.stderr
