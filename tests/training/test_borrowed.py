"""Marks for articles of the corpora, kept without their text."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.borrowed import borrowed, without_text
from training.marked import Marked, read

ARTICLE = "Otter Bay  backs the pier\n\nMayor Lena Ost said it would be built.\nRain is forecast.\n"
COPY = """=== otter
{a Otter Bay} backs [+a1 the pier]
{b:invited.invitee@1;not invited.observer@1 Mayor Lena Ost} said [-b1 it] would be built if <b1 it pays> at {M1 the fair}.
"""  # noqa: E501


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "polnear" / "train" / "text"
    folder.mkdir(parents=True)
    (folder / "otter.txt").write_text(ARTICLE.replace("built.", "built if it pays at the fair."), encoding="utf-8")
    return tmp_path


def marked(tmp_path: Path, copy: str = COPY) -> list[Marked]:
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "c.txt").write_text(copy, encoding="utf-8")
    return list(read(tmp_path / "copies"))


def test_marks_come_back_upon_the_text_of_the_article(corpora: Path) -> None:
    (copy,) = marked(corpora)
    kept = corpora / "kept.txt"
    kept.write_text("\n".join(without_text(corpora, [copy])), encoding="utf-8")
    (again,) = borrowed(corpora, kept)
    assert again.text == copy.text
    assert again.marks == copy.marks
    assert "pier" not in kept.read_text(encoding="utf-8")


def test_a_copy_that_changes_a_word_is_left_out(corpora: Path) -> None:
    assert list(without_text(corpora, marked(corpora, COPY.replace("Mayor", "Major")))) == []


def test_another_text_under_the_name_of_an_article_is_refused(corpora: Path) -> None:
    kept = corpora / "kept.txt"
    kept.write_text("\n".join(without_text(corpora, marked(corpora))), encoding="utf-8")
    (corpora / "polnear" / "train" / "text" / "otter.txt").write_text("Another text altogether.", encoding="utf-8")
    with pytest.raises(ValueError, match="otter"):
        list(borrowed(corpora, kept))
