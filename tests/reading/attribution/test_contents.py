"""How far a content reaches."""

from __future__ import annotations

import pytest

from verbale.reading.attribution.contents import mend_content

from .parses import draft, marks, parts, tree


@pytest.mark.parametrize(
    ("text", "cue", "taken", "content"),
    [
        (
            "Lind confirmed that he had called Orsk but said he had wished her luck.",
            "confirmed",
            "that he had called Orsk but said he had wished her luck",
            "that he had called Orsk",
        ),
        (
            "Her claim that the dam leaks drew laughter.",
            "claim",
            "that the dam leaks drew laughter",
            "that the dam leaks",
        ),
        (
            "Orsk accused Lind of lying after talks broke down.",
            "accused",
            "Lind of lying after talks broke down",
            "Lind of lying",
        ),
        (
            "The judge told Lind he would go to prison.",
            "told",
            "Lind he would go to prison",
            "he would go to prison",
        ),
        (
            "The judge appealed to both sides to wait until spring.",
            "appealed",
            "to wait until spring",
            "both sides to wait until spring",
        ),
        (
            "Lind insists that he is ill and will return soon.",
            "insists",
            "that he is ill and will return soon",
            "that he is ill and will return soon",
        ),
    ],
)
def test_a_content_ends_where_the_parse_ends_it(text: str, cue: str, taken: str, content: str) -> None:
    made = draft(text, "", cue, taken)
    mend_content(tree(text), made, marks(text))
    found = parts(text, made)
    assert found is not None
    assert found[2] == [content]


def test_those_who_are_to_act_move_from_the_cue_to_the_content() -> None:
    text = "The judge appealed to both sides to wait until spring."
    made = draft(text, "The judge", "appealed to both sides", "to wait until spring")
    mend_content(tree(text), made, marks(text))
    assert parts(text, made) == (["The judge"], ["appealed to"], ["both sides to wait until spring"])
