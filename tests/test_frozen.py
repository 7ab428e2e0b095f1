"""What our own articles yield, line by line, as it was looked through and frozen (benchmarks/frozen.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

import verbale
from benchmarks import answers, frozen, golden

FOLDER = Path(__file__).parent / "articles" / "frozen"
ANSWERS = {loaded.name: loaded for loaded in map(answers.load, answers.default_files())}


@pytest.fixture(scope="module")
def reader() -> verbale.Reader:
    return verbale.load()


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_an_article_yields_what_was_frozen(path: Path, reader: verbale.Reader) -> None:
    changed = frozen.difference(path, golden.read(ANSWERS[path.stem], reader))
    assert not changed, f"\n{changed}"


def test_a_record_is_told_in_one_line_for_each_statement_and_office(reader: verbale.Reader, tmp_path: Path) -> None:
    record = reader.read("“No ship leaves,” transport minister Lena Okafor told reporters.", published="2026-03-04")
    frozen.freeze(tmp_path, "ships", record)
    told, office = (tmp_path / "ships.txt").read_text(encoding="utf-8").splitlines()
    assert told.startswith("S1 Lena Okafor | told | No ship leaves | direct assertive")
    assert office == "Lena Okafor = transport minister"


def test_a_change_is_shown_with_the_command_that_refreshes_it(reader: verbale.Reader, tmp_path: Path) -> None:
    record = reader.read("“No ship leaves,” transport minister Lena Okafor told reporters.")
    frozen.freeze(tmp_path, "ships", record)
    path = tmp_path / "ships.txt"
    assert frozen.difference(path, record) == ""
    path.write_text("S1 Tom Roe | said | something else | direct assertive\n", encoding="utf-8")
    shown = frozen.difference(path, record)
    assert "-S1 Tom Roe" in shown
    assert "+S1 Lena Okafor" in shown
    assert "--freeze" in shown
