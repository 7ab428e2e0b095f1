"""Words looked for in an article's text, however their spaces, quotation marks and dashes were typed."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.errors import BadRuling

_ALIKE = {c: own[0] for own in ("'’‘‛´", '"“”„«»', "-–—‑−") for c in own}
Span = list[int]


def located(words: str, text: str, near: int | None) -> list[Span]:
    """Spans of words in a text, the pieces between ellipses ( … ) one after the other.

    Of several places the one nearest to `near` is taken. Raises BadRuling where they do not stand there, and where
    they do several times and nothing is near.
    """
    flat, places = _flat(text)
    wanted = _flat(words.strip())[0]
    pieces = [wanted] if wanted in flat else wanted.split(" … ")
    spans: list[Span] = []
    for piece in pieces:
        found = _places(piece, flat, places)
        spans.append(_chosen(piece, [f for f in found if not spans or f[0] >= spans[-1][1]], near, bool(spans)))
    return spans


def _flat(text: str) -> tuple[str, list[int]]:
    """A text in which white space is one space and what looks alike is the same, with each character's place."""
    chars: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        char = " " if char.isspace() else _ALIKE.get(char, char)
        if char != " " or not chars or chars[-1] != " ":
            chars.append(char)
            places.append(at)
    return "".join(chars), places


def _places(piece: str, flat: str, places: Sequence[int]) -> list[Span]:
    found: list[Span] = []
    at = flat.find(piece) if piece else -1
    while at >= 0 and len(found) < 1000:
        found.append([places[at], places[at + len(piece) - 1] + 1])
        at = flat.find(piece, at + 1)
    return found


def _chosen(piece: str, found: Sequence[Span], near: int | None, follows: bool) -> Span:
    if not found:
        raise BadRuling(f"“{piece[:80]}” does not stand in the article", "Copy the words from its text.")
    if near is None and len(found) > 1 and not follows:
        problem = f"“{piece[:80]}” stands in the article {len(found)} times"
        raise BadRuling(problem, "Select the place in the text, or give more words.")
    return found[0] if near is None or follows else min(found, key=lambda span: abs(span[0] - near))
