from __future__ import annotations

from collections.abc import Callable

import pytest

from benchmarks.cold import ARTICLE, command, seconds
from benchmarks.memory import peak
from benchmarks.spacy_cnn import NAMES, RELATIONS, TAGS, pipeline
from benchmarks.speed import rounds


def test_readers_take_turns_over_the_same_texts() -> None:
    heard: list[str] = []

    def reader(name: str) -> Callable[[str], object]:
        return lambda text: heard.append(name + text)

    readers = {name: reader(name) for name in "ab"}
    speeds = rounds(readers, ["1", "2"], 2)
    assert heard == ["a1", "a2", "b1", "b2"] * 3
    assert {name: len(each) for name, each in speeds.items()} == {"a": 2, "b": 2}
    assert all(speed > 0 for each in speeds.values() for speed in each)


def test_peak_memory_counts_what_was_let_go_again() -> None:
    small = peak("import sys\n")
    large = peak("import sys\nx = bytearray(80_000_000)\ndel x\n")
    assert 70 < large - small < 100


def test_a_process_that_fails_is_not_taken_for_a_small_one() -> None:
    with pytest.raises(RuntimeError, match="no such thing"):
        peak("import sys\nraise SystemExit('no such thing')\n")


def test_a_command_that_fails_is_not_taken_for_a_fast_one() -> None:
    with pytest.raises(RuntimeError, match="failed"):
        seconds([*command(), "no-such-command"])


def test_the_short_article_is_ours_and_short() -> None:
    assert 80 < len(ARTICLE.read_text(encoding="utf-8").split()) < 150


def test_the_pipeline_to_compare_with_has_the_parts_and_labels_of_the_small_english_model() -> None:
    nlp = pipeline()
    assert nlp.pipe_names == ["tok2vec", "tagger", "parser", "ner"]
    assert [len(labels) for labels in (TAGS, RELATIONS, NAMES)] == [50, 45, 18]
    doc = nlp("Kaja Rannamets runs ferries. She left on Monday.")
    assert all(token.tag_ and token.dep_ for token in doc)
