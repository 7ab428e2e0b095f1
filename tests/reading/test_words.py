from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from verbale.reading.words import GAPS, SHAPES, Words, features, make_tokenizer, shape_of, windows, words_of

TOKENIZER = make_tokenizer(Vocab())


def pieces(word: str) -> Sequence[int]:
    return range(1, 1 + min(3, len(word)))


def words(text: str) -> Words:
    return words_of(TOKENIZER(text), pieces)


def test_runs_of_one_mark_are_one_word() -> None:
    assert [t.text for t in TOKENIZER("No way!!! ==== don't")] == ["No", "way", "!!!", "====", "do", "n't"]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("talks", "lower"),
        ("Oslo", "title"),
        ("UN", "upper"),
        ("A", "initial"),
        ("McKay", "mixed"),
        ("23", "number"),
        (",", "mark"),
    ],
)
def test_the_case_of_a_word_is_kept_as_its_shape(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape


def test_gaps_tell_spaces_lines_and_paragraphs() -> None:
    found = words("One two.\nThree\n\nFour")
    assert [GAPS[g] for g in found.gaps] == ["paragraph", "space", "none", "line", "paragraph"]


@given(st.text(max_size=200))
def test_words_stand_where_they_say(text: str) -> None:
    found = words(text)
    doc = TOKENIZER(text)
    for token, start, end in zip(found.tokens, found.starts, found.ends, strict=True):
        assert text[start:end] == doc[int(token)].text
        assert text[start:end].strip()


@given(st.lists(st.sampled_from(["word", "a", ".", "\n", "\n\n", '"']), max_size=300), st.integers(5, 40))
def test_windows_cover_every_word_once_and_keep_to_their_limit(parts: list[str], limit: int) -> None:
    found = words(" ".join(parts))
    cuts = list(windows(found, limit))
    assert [i for a, b in cuts for i in range(a, b)] == list(range(len(found)))
    assert all(found.offsets[b] - found.offsets[a] <= limit or b - a == 1 for a, b in cuts)


def test_a_window_ends_with_a_paragraph_when_one_ends_in_its_second_half() -> None:
    text = "aaa " * 8 + "\n\n" + "bbb " * 8
    assert next(iter(windows(words(text), 36))) == (0, 8)


def test_features_are_framed_by_the_special_pieces() -> None:
    found = words("Oslo talks")
    made = features(found, 0, 2, 101, 102)
    assert list(made["ids"]) == [101, 1, 2, 3, 1, 2, 3, 102]
    assert list(made["first"]) == [1, 4]
    assert [GAPS[g] for g in made["gaps"][1:7]] == ["paragraph", "inside", "inside", "space", "inside", "inside"]
