"""What is done by a saying, where the cue does not tell."""

from __future__ import annotations

import pytest

from verbale.reading.attribution.acts import act_of_content

from .parses import draft, tree


@pytest.mark.parametrize(
    ("text", "cue", "content", "of_speaker", "act"),
    [
        ("The judge told Lind he would go to prison.", "told", "he would go to prison", True, "commissive"),
        ("The judge told Lind he would go to prison.", "told", "he would go to prison", False, None),
        (
            "Talks will resume on Monday, said a person close to both sides.",
            "said",
            "Talks will resume on Monday",
            False,
            None,
        ),
        ("The mayor said she was disappointed.", "said", "she was disappointed", True, "expressive"),
        ("The mayor said she was disappointed.", "said", "she was disappointed", False, None),
        ("Lind replied that the road was open, the envoy recalled.", "replied", "that the road was open", True, None),
    ],
)
def test_the_main_clause_of_a_content_shows_what_is_done(
    text: str, cue: str, content: str, of_speaker: bool, act: str | None
) -> None:
    assert act_of_content(tree(text), draft(text, "", cue, content), lambda token: of_speaker) == act
