"""Figures of positions, as SVG."""

from __future__ import annotations

import builtins
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from verbale.errors import MissingExtra
from verbale.minutes import Comparison, Entry, Matter
from verbale.views import figures

ENTRIES = (
    Entry("Norland", "oppose", "2024-05-06", 0, ("S1",)),
    Entry("Norland", "support", "2024-05-17", 1, ("S2",)),
    Entry("$x_2$ <b>&amp;", "conditional", "2024-06", 1, ("S3",)),
    Entry("Sudmark", "neutral", None, 0, ("S4",)),
)
MATTER = Matter("the \u202etreaty\x00 & its $price$", ENTRIES, (0, 1))


def test_a_matrix_is_sound_xml_and_names_everybody() -> None:
    text = figures.matrix(Comparison((), (MATTER,), (), ()))
    words = "".join(ET.fromstring(text).itertext())
    assert "Norland" in words
    assert "Sudmark" in words
    assert "$x_2$ <b>&amp;" in words


def test_a_timeline_leaves_out_what_has_no_date() -> None:
    words = "".join(ET.fromstring(figures.timeline(MATTER)).itertext())
    assert "2024-05-17" in words
    assert "Sudmark" not in words


def test_the_same_positions_are_the_same_figure() -> None:
    assert figures.timeline(MATTER) == figures.timeline(MATTER)


def test_a_figure_of_nothing_is_still_a_figure() -> None:
    ET.fromstring(figures.matrix(Comparison((), (), (), ())))
    ET.fromstring(figures.timeline(Matter("nothing", (), ())))


@pytest.mark.filterwarnings("error")
def test_a_crowd_is_cut_to_what_can_be_read() -> None:
    many = tuple(Entry(f"Actor {n}", "support", "2024-05-06", 0, ()) for n in range(300))
    text = figures.matrix(Comparison((), (Matter("tax", many, (0,)),), (), ()))
    assert "Actor 29" in text
    assert "30 of 300 actors" in text


def test_a_matrix_says_how_many_questions_it_has_room_for() -> None:
    many = tuple(Matter(f"tax {n}", ENTRIES, (0, 1)) for n in range(13))
    assert "12 of 13 questions" in figures.matrix(Comparison((), many, (), ()))
    assert " of " not in figures.matrix(Comparison((), many[:3], (), ()))


def test_without_the_library_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingExtra, match=r"verbale\[figures\]"):
        figures.timeline(MATTER)
