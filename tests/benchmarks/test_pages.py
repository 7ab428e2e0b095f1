from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks import pages
from verbale.minutes import Minutes


def test_minutes_whose_making_was_stopped_are_gone_on_with_and_then_kept(tmp_path: Path) -> None:
    with Minutes(str(tmp_path / "invented-12.part")) as minutes:
        pages.fill(minutes, 5)
    path = pages.filled(tmp_path, 12)
    with Minutes(str(path)) as minutes, Minutes(str(tmp_path / "once.db")) as other:
        pages.fill(other, 12)
        assert [r.article.id for r in minutes.records()] == [r.article.id for r in other.records()]
        assert minutes.actors() == other.actors()
    before = path.stat().st_mtime_ns
    assert pages.filled(tmp_path, 12) == path
    assert path.stat().st_mtime_ns == before


def test_every_page_that_is_measured_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "TIMES", 1)
    path = pages.filled(tmp_path, 30)
    with Minutes(str(path)) as minutes:
        for asked in (pages.questions(minutes, random.Random(1)), pages.pages(path, minutes, random.Random(1))):
            names = {name for name, ask in asked if ask() is not ...}
            assert len(names) > 8


def test_the_95th_percentile_is_of_the_times_given() -> None:
    assert pages.percentile([*range(1, 101)]) == 95.05
