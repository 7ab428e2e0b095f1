"""Our own lines of who leans where, and what a head is told of the words of their sentences."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

from training.stance import OWN, STANCES, Row, along, beside, curve, f1_of_each, fit, lines, marked, shares


def test_a_line_has_a_stance_a_holder_and_a_mention() -> None:
    line = marked("harbour", "oppose | {Ida Brandt} called <the toll> robbery.")
    assert line.text == "Ida Brandt called the toll robbery."
    assert (line.stance, line.text[slice(*line.holder)], line.text[slice(*line.mention)]) == (
        "oppose", "Ida Brandt", "the toll",
    )  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["against | {Ida} called <the toll> robbery.", "oppose | Ida called <the toll> robbery.",
     "oppose | {Ida} and {Bo} called <the toll> robbery.", "oppose"],
)  # fmt: skip
def test_a_line_that_is_not_like_that_is_named_by_file_and_number(line: str, tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"harbour\.txt, line 2: write"):
        list(lines(tmp_path))


def test_our_own_lines_are_all_well_formed_and_have_every_stance() -> None:
    found = Counter(line.stance for line in lines(Path(__file__).parents[2] / OWN))
    assert set(found) == set(STANCES)
    assert min(found.values()) > 100


def test_steps_in_the_parse_count_from_the_span_and_tell_what_stands_above() -> None:
    heads = [1, 2, 2, 4, 2, 5]  # two words hang on the root, each with one below; the last is a tree of its own
    assert along(heads, (0, 1)).tolist() == [0, 3, 5, 8, 6, 14]


def test_places_in_the_text_are_told_by_powers_of_two_before_and_after() -> None:
    assert beside(8, (2, 4)).tolist() == [4, 5, 6, 6, 7, 8, 8, 9]


def test_a_head_learns_what_the_words_between_two_spans_say() -> None:
    found = np.random.default_rng(0)
    told = [row(found, label) for label in (0, 1) * 40]
    given = shares(fit(told, 60), [row(found, label) for label in (0, 1) * 10])
    assert (given.argmax(1) == [0, 1] * 10).mean() > 0.9
    assert given.sum(1) == pytest.approx(np.ones(20), abs=1e-5)


def row(found: np.random.Generator, label: int) -> Row:
    """Five words, the third of which says which side the first is on."""
    words = found.normal(size=(5, 384)).astype(np.float16)
    words[2, :50] += 3 if label else -3
    classes = np.stack([np.array([1, 0, 0, 0, 2]), beside(5, (0, 1)), beside(5, (4, 5)), *[np.zeros(5, dtype=int)] * 2])
    return Row("made up", words, classes, label)


def test_precision_and_recall_are_of_the_sides_that_are_told() -> None:
    labels = np.array([0, 1, 0, 4])
    given = np.array([[0.95, 0, 0, 0, 0], [0.55, 0.3, 0, 0, 0.1], [0.1, 0.2, 0, 0, 0.7], [0.92, 0, 0, 0, 0]])
    assert next(iter(curve(labels, given))) == (0.9, 50, pytest.approx(33.33, abs=0.01))
    assert f1_of_each(labels, np.array([0, 0, 0, 4])) == [80, 0, 0, 0, 100]
