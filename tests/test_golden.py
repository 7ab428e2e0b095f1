"""Our own articles, read by the model that ships and held against answers written before it ran.

Reading is not perfect: what it reaches today is held here, so that no change loses it unseen. The floors to
reach stand in benchmarks/floors.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks import golden
from benchmarks.common import Task

HELD = {"found": 84.0, "speaker": 82.0, "content": 97.5, "quotation": 96.0, "boilerplate": 100.0}


@pytest.fixture(scope="module")
def figures() -> Mapping[str, float]:
    return golden.measure(Task(corpora=Path("."))).figures


@pytest.mark.parametrize(("part", "least"), HELD.items())
def test_the_golden_articles_are_read_as_well_as_before(figures: Mapping[str, float], part: str, least: float) -> None:
    assert figures[part] >= least
