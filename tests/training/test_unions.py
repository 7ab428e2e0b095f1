"""Pairs of questions to learn from: which two of a record are one question of the answers."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.reading.standing import reader
from training.positions import read_answered
from training.unions import noted

TEXT = ("The Green Party backs the bridge toll. The Liberal Party opposes a fee on the crossing. The Harbour Board "
        "supports the new school. The Sea League rejects the cod quota.")  # fmt: skip
ANSWERS = {
    "published": "2024-05-14",
    "questions": [{"id": "q1", "label": "the bridge toll", "wordings": ["a fee on the crossing"]},
                  {"id": "q2", "label": "the new school"}],
    "positions": [{"actor": "Green Party", "question": "q1", "stance": "support"},
                  {"actor": "Liberal Party", "question": "q1", "stance": "oppose"},
                  {"actor": "Harbour Board", "question": "q2", "stance": "support"}],
}  # fmt: skip


def test_two_questions_are_a_pair_where_both_have_right_positions(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.answers.yaml").write_text(yaml.safe_dump(ANSWERS), encoding="utf-8")
    (article,) = noted(read_answered(tmp_path, reader()))
    assert len(article.seen) == 3  # of four questions one has no right position
    assert [bool(pair.right) for pair in article.seen] == [True, False, False]
    assert article.wanted == 1
