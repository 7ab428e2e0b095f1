"""The headline above an article in its own text."""

from __future__ import annotations

import pytest
import spacy

import verbale.reading.pipeline  # noqa: F401
from verbale.reading.headlines import headline_end

BODY = "The Tarn ferry will stop in May, Lena Moss said on Tuesday. Nobody had been asked.\n"


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n\r\n"])
def test_a_short_first_line_without_a_stop_is_one(between: str) -> None:
    line = "Tarn ferry to stop in May, minister says"
    assert headline_end(line + between + BODY) == len(line)
    assert headline_end("  " + line + between + BODY) == len(line) + 2


@pytest.mark.parametrize(
    "text",
    ["", BODY, "The ferry will stop.\n" + BODY, "Ferries\n" + BODY, "of ferries and ice\n" + BODY, "Tarn ferry stops"],
)
def test_other_first_lines_are_none(text: str) -> None:
    assert headline_end(text) == 0


def test_a_headline_is_one_sentence() -> None:
    text = "Banned ferry boss Lena Moss vows to fight on as union names caretaker\n\n" + BODY
    nlp = spacy.blank("en")
    nlp.add_pipe("verbale")
    first = next(iter(nlp(text).sents))
    assert first.text.strip() == text.partition("\n")[0]
