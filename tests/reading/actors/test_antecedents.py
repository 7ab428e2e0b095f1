"""Choosing by learned weights."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.errors import LexiconError
from verbale.reading.actors.antecedents import WEIGHTS, weights


def test_every_weight_stands_in_the_table() -> None:
    assert len(weights()) == len(WEIGHTS)


def test_a_table_that_lacks_a_weight_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "antecedents.yaml"
    path.write_text("links: 0.5\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="best"):
        weights(path)
