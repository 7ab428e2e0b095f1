"""How likely a position is right, by learned weights."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.standing import read
from verbale.errors import LexiconError
from verbale.reading.stance.trusting import LEAST, likely, weights

FILLING = "\n".join(f"The ferry to the outer islands left at {n} o'clock on Monday." for n in range(3, 12)) + "\n"


def test_the_table_has_weights_and_a_threshold() -> None:
    assert 0 < weights()[LEAST] < 1
    assert len(weights()) > 50


def test_a_table_without_a_threshold_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "stance_trust.yaml"
    path.write_text("always: 0.5\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="least"):
        weights(path)


def test_a_weight_that_is_no_number_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "stance_trust.yaml"
    path.write_text("least: 0.5\nalways: much\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="always"):
        weights(path)


def test_what_nobody_knows_of_counts_neither_way() -> None:
    assert likely({}) == 0.5
    assert likely({"a feature of another time": 3.0}) == 0.5


def test_every_position_says_how_likely_it_is() -> None:
    (plain,) = read("The Liberal Party opposes the bridge toll.").positions
    assert weights()[LEAST] < plain.confidence < 1


def test_what_several_contest_is_likelier_than_what_one_alone_is_for() -> None:
    alone = read(FILLING + "The Liberal Party opposes the bridge toll.")
    contested = read("Mayor Ida Kruse proposed a bridge toll. The Green Party welcomed the bridge toll.\n" + FILLING
                     + "The Liberal Party opposes the bridge toll.")  # fmt: skip
    said = [p.confidence for p in alone.positions] or [0.0]
    assert max(p.confidence for p in contested.positions if p.stance == "oppose") > max(said)


def test_who_speaks_and_whom_they_speak_for_stand_together_and_equally_sure() -> None:
    record = read("Foreign Minister Mikael Ostrow of Norland said on Monday that he opposes the sea border.")
    names = {a.id: a.name for a in record.actors}
    sure = {names[p.actor]: p.confidence for p in record.positions if p.stance == "oppose"}
    assert len(sure) == 2
    assert len(set(sure.values())) == 1
