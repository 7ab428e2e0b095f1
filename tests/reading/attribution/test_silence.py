"""Clauses with a reporting verb in which nothing is reported."""

from __future__ import annotations

import pytest

from verbale.reading.attribution.silence import without_silence

from .parses import draft, parts, tree


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The owner declined to comment.", "The owner", "declined", "to comment"),
        ("An official asked not to be identified.", "An official", "asked", "not to be identified"),
        ("An official requested anonymity.", "An official", "requested", "anonymity"),
        ("Rain is expected to reach the coast.", "", "is expected", "to reach the coast"),
        ("Asked about the delay, Lind said it was short.", "Lind", "Asked", "the delay"),
        ("Lind said nothing about the tax.", "Lind", "said", "nothing about the tax"),
        ("The owner declined to say by how much it had grown.", "The owner", "declined", "to say by how much"),
        ("The office did not respond to the letter.", "The office", "did not respond to", "the letter"),
        ("The owner would not name the two others.", "The owner", "would not name", "the two others"),
        ("Nobody had said that the dam leaked.", "Nobody", "had said", "that the dam leaked"),
        ("Lind was more cautious than her minister.", "Lind", "was more cautious than", "her minister"),
    ],
)
def test_silence_has_no_content(text: str, source: str, cue: str, content: str) -> None:
    made = draft(text, source, cue, content)
    without_silence(tree(text), made)
    assert made.content == []


def test_a_refusal_to_comment_is_about_something() -> None:
    text = "The owner declined to comment on the ruling."
    made = draft(text, "The owner", "declined", "to comment on the ruling")
    without_silence(tree(text), made)
    assert parts(text, made) == (["The owner"], ["declined to comment on"], ["the ruling"])


def test_what_is_left_open_begins_at_its_whether() -> None:
    text = "The owner declined to say whether it would close."
    made = draft(text, "The owner", "declined", "to say whether it would close")
    without_silence(tree(text), made)
    assert parts(text, made) == (["The owner"], ["declined to say"], ["whether it would close"])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Rain is expected by sailors to reach the coast.", "sailors", "is expected", "to reach the coast"),
        ("Riga expects the guards to leave by May.", "Riga", "expects", "the guards to leave by May"),
    ],
)
def test_what_somebody_expects_is_a_content(text: str, source: str, cue: str, content: str) -> None:
    made = draft(text, source, cue, content)
    without_silence(tree(text), made)
    assert parts(text, made) == ([source], [cue], [content])
