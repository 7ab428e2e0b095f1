"""What a form says of a value that differs from what is there, as the values of an amendment."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from verbale.errors import BadRuling
from verbale.minutes.answers import Deed, Opposed, Part, Said, Standing
from verbale.minutes.looking import Value
from verbale.record import Act, ConflictKind, EventClass, Quotation, Role, Stance, Status

# The fields with a choice that each kind of value has.
CHOICES: dict[type, dict[str, tuple[str, ...]]] = {
    Said: {"quotation": get_args(Quotation), "act": get_args(Act)},
    Standing: {"stance": get_args(Stance)},
    Part: {"role": get_args(Role), "status": get_args(Status)},
    Deed: {"class": get_args(EventClass)},
    Opposed: {"kind": get_args(ConflictKind)},
}


def choices(value: Value) -> dict[str, tuple[str, tuple[str, ...]]]:
    """What a reviewer may choose for a value: by field, what it is now and what it may be."""
    return {field: (now(value, field), several) for field, several in CHOICES[type(value)].items()}


def now(value: Value, field: str) -> str:
    return str(getattr(value, "class_" if field == "class" else field))


def amended(value: Value, form: Mapping[str, str], text: str) -> dict[str, Any]:
    """The fields that a form changes; `text` is the article's. Raises BadRuling where nothing is changed, and for
    words that do not stand in the article."""
    found: dict[str, Any] = {
        field: form[f"to_{field}"] for field in CHOICES[type(value)]
        if form.get(f"to_{field}") and form[f"to_{field}"] != now(value, field)
    }  # fmt: skip
    if isinstance(value, Said):
        found |= _said(value, form, text)
    for field in ("condition", "mode"):
        given = form.get(f"to_{field}")
        if given is not None and hasattr(value, field) and given.strip() != (getattr(value, field) or ""):
            found[field] = given.strip() or None
    if not found:
        raise BadRuling("nothing in the form differs from what is there", "Change a field, or accept the value.")
    return found


def _said(said: Said, form: Mapping[str, str], text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    speaker = form.get("to_speaker", "").strip()
    if speaker and speaker != (said.speaker.name if said.speaker else ""):
        found["speaker"] = speaker
    if "amends_denied" in form and ("to_denied" in form) != said.denied:
        found["denied"] = not said.denied
    words = " ".join(form.get("to_words", "").split())
    if words and words != " ".join(said.words.split()):
        found["spans"] = said.spans | {"content": located(words, text, said.spans["content"][0][0])}
    return found


def located(words: str, text: str, near: int) -> list[list[int]]:
    """Spans of words in a text, the pieces between ellipses ( … ) one after the other; the first as near as can be to
    where it was. Raises BadRuling where they do not stand there."""
    spans: list[list[int]] = []
    for piece in words.split(" … "):
        after = spans[-1][1] if spans else 0
        places = [m.span() for m in re.finditer(r"\s+".join(map(re.escape, piece.split())), text) if m.start() >= after]
        if not places:
            raise BadRuling(f"“{piece[:80]}” does not stand in the article", "Copy the words from its text.")
        spans.append(list(_nearest(places, after if spans else near)))
    return spans


def _nearest(places: Sequence[tuple[int, int]], near: int) -> tuple[int, int]:
    return min(places, key=lambda place: abs(place[0] - near))
