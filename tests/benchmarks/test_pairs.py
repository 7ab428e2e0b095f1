"""The measure of pairs, and the figure of their confidence."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from benchmarks.calibration import draw
from benchmarks.pairs import bins, macro_f1


def test_macro_f1_counts_every_class_alike_however_rare() -> None:
    guesses = [("A", "A", 0.9)] * 9 + [("B", "A", 0.9)]
    assert macro_f1(guesses) == pytest.approx((200 * 9 / 19 + 0) / 2)
    assert macro_f1([]) == 0


def test_a_tenth_of_confidence_has_its_share_of_right_ones() -> None:
    assert bins([("A", "A", 0.95), ("A", "B", 1.0), ("A", "A", 0.31)]) == [
        (pytest.approx(0.31), 1.0, 1), (pytest.approx(0.975), 0.5, 2)
    ]  # fmt: skip


def test_the_figure_is_sound_xml_and_names_its_axes(tmp_path: Path) -> None:
    draw({"ours": [(0.9, 0.8, 40), (0.3, 0.1, 2)]}, tmp_path / "c.svg")
    words = "".join(ET.parse(tmp_path / "c.svg").getroot().itertext())
    assert "confidence said" in words
    assert "share that was right" in words
