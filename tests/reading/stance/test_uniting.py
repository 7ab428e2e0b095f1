"""Which questions are one in other words, by learned weights."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

import verbale
from tests.reading.standing import read, reader
from verbale.errors import LexiconError
from verbale.reading.stance import uniting
from verbale.reading.stance.uniting import LEAST, likely, weights
from verbale.reading.weighing import Features

TWO = "The Liberal Party opposes the bridge toll. The Green Party backs the new school."


@contextmanager
def judging(chance: float) -> Iterator[list[Features]]:
    """Every two questions are one with the same probability; what they were judged by."""
    seen: list[Features] = []

    def judge(found: Features) -> float:
        seen.append(found)
        return chance

    with patch.object(uniting, "likely", judge):
        yield seen


def questions(record: verbale.Record) -> list[str]:
    return [q.label for q in record.questions]


def test_the_table_has_weights_and_a_threshold() -> None:
    assert 0 < weights()[LEAST] < 1
    assert len(weights()) > 10


def test_a_table_without_a_threshold_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "union_trust.yaml"
    path.write_text("always: 0.5\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="least"):
        weights(path)


def test_what_nobody_knows_of_counts_neither_way() -> None:
    assert likely({"a feature of another time": 3.0}) == 0.5


def test_two_questions_that_are_likely_one_have_all_positions_on_one() -> None:
    with judging(1.0):
        record = read(TWO)
    assert len(record.questions) == 1
    assert {p.question for p in record.positions} == {record.questions[0].id}
    assert [c.kind for c in record.conflicts] == ["position"]


def test_two_questions_that_are_unlikely_one_stay_two() -> None:
    with judging(0.0):
        assert len(read(TWO).questions) == 2


def test_nobody_is_for_and_against_what_is_united() -> None:
    with judging(1.0):
        record = read("The Liberal Party opposes the bridge toll. The Liberal Party backs the new school.")
    assert len(record.questions) == 2


def test_one_stance_on_two_wordings_is_one_position_with_both_proofs() -> None:
    with judging(1.0):
        record = read("The Liberal Party opposes the bridge toll. The Liberal Party rejects the new school.")
    (position,) = record.positions
    assert len(position.evidence) == 2


def test_two_questions_of_an_agenda_stay_two(tmp_path: Path) -> None:
    agenda = tmp_path / "agenda.yaml"
    agenda.write_text(
        "questions:\n  - label: the toll\n    wordings: [bridge toll]\n"
        "  - label: the school\n    wordings: [new school]\n",
        encoding="utf-8",
    )
    with judging(1.0):
        record = verbale.load(agenda=agenda).read(TWO)
    assert {"the toll", "the school"} <= set(questions(record))


def test_groups_are_united_by_the_mean_of_all_their_pairs() -> None:
    chances = {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.2}
    assert uniting._mean(chances, [0, 1], [2]) == pytest.approx(0.5)
    assert uniting._mean({(0, 1): 0.9, (0, 2): 0.8}, [0, 1], [2]) == 0


def test_two_questions_are_judged_by_words_holders_and_places() -> None:
    with judging(0.0) as seen:
        read("The Liberal Party opposes the bridge toll. The Green Party backs the new school. The Liberal Party "
             "rejects the ferry fee.")  # fmt: skip
    assert len(seen) == 3
    assert all(0 < each["near"] <= 1 for each in seen)
    assert any(each.get("agreed on") == 1 for each in seen)
    assert not any(each.get("amounts apart") for each in seen)


def test_hundreds_of_questions_are_read_without_comparing_all() -> None:
    text = " ".join(f"The Liberal Party opposes the toll on bridge{n}land number{n}ia." for n in range(90))
    with judging(0.0) as seen:
        record = reader().read(text)
    assert record.article.text
    assert len(seen) <= uniting.MOST * (uniting.MOST - 1) / 2
