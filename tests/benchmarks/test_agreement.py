"""How far two readers agree: one's answers taken for a record and held against the other's."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from benchmarks import agreement
from benchmarks.common import Result, Task
from benchmarks.positions import FOLDER

TEXT = "Harbour master Ida Kruse said on Monday that she opposes the bridge toll. Norland will host talks in June.\n"
ANSWERS = {
    "also_named": {"Ida Kruse": ["Harbour master Ida Kruse", "she"]},
    "questions": [{"id": "q1", "label": "the bridge toll"}],
    "positions": [{"actor": "Ida Kruse", "question": "q1", "stance": "oppose", "evidence": ["the bridge toll"]}],
    "meetings": [{"name": "talks", "date": None, "participation": [
        {"actor": "Norland", "role": "host", "status": "confirmed"}]}],
    "conflicts": [],
}  # fmt: skip


def measured(tmp_path: Path, other: dict[str, object]) -> Result:
    for folder, answers in (("first", ANSWERS), ("second", other)):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "toll.answers.yaml"
        path.write_text(yaml.safe_dump(answers, allow_unicode=True), encoding="utf-8")
    (tmp_path / "first" / "toll.txt").write_text(TEXT, encoding="utf-8")
    more = {"answers": str(tmp_path / "first"), "other": str(tmp_path / "second")}
    return agreement.measure(Task(tmp_path, more=more))


def test_a_reader_agrees_wholly_with_their_own_answers(tmp_path: Path) -> None:
    figures = measured(tmp_path, ANSWERS).figures
    assert figures["positions_precision"] == figures["positions_recall"] == 100
    assert figures["participation_precision"] == figures["participation_recall"] == 100


def test_what_the_other_reads_otherwise_counts_against_both(tmp_path: Path) -> None:
    turned = [{**ANSWERS["positions"][0], "stance": "support"}]  # type: ignore[index, dict-item]
    figures = measured(tmp_path, {**ANSWERS, "positions": turned}).figures
    assert figures["positions_precision"] == figures["positions_recall"] == 0


def test_what_the_other_is_unsure_of_is_not_reported(tmp_path: Path) -> None:
    unsure = [{**ANSWERS["positions"][0], "optional": True}]  # type: ignore[index, dict-item]
    figures = measured(tmp_path, {**ANSWERS, "positions": unsure}).figures
    assert figures["positions_recall"] == 0


@pytest.mark.parametrize("path", sorted((FOLDER / "second").glob("*.yaml")), ids=lambda p: p.stem)
def test_a_second_reader_quotes_the_article_word_for_word(path: Path) -> None:
    text = (FOLDER / "kept" / path.name.replace(".answers.yaml", ".txt")).read_text(encoding="utf-8")
    answers = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert all(words in text for position in answers["positions"] for words in position["evidence"])
