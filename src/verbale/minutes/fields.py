"""What rulings may say: the fields of each kind of value, and what may stand in them.

A value is said in a form that outlives reading the article again: actors, questions and meetings by their numbers in
the minutes, evidence by its anchors, spans as [[start, end], ...] in code points of the article.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal, get_args

from verbale.errors import BadRuling
from verbale.record import is_date
from verbale.record import values as record

Sort = Literal["choice", "flag", "text", "day", "actor", "actors", "question", "meeting", "spans", "evidence", "sides",
               "offices"]  # fmt: skip
LONGEST = 2000
ROLES = ("source", "cue", "content")
_PLACES = re.compile(r"\d{1,9}-\d{1,9}([ ,]+\d{1,9}-\d{1,9})*")


@dataclass(frozen=True, slots=True)
class Field:
    """A field: what sort of thing stands in it, whether an added value must have it, else its default; whether it
    proves an added value, and so may not be empty there."""

    sort: Sort
    choices: tuple[Any, ...] = ()
    needed: bool = False
    default: Any = None
    proof: bool = False


def _choice(of: Any, needed: bool = True, default: Any = None) -> Field:
    return Field("choice", get_args(of), needed, default)


FIELDS: dict[str, dict[str, Field]] = {
    "statement": {
        "content": Field("spans", needed=True), "source": Field("spans", default=[]), "cue": Field("spans", default=[]),
        "speaker": Field("actor"), "cospeakers": Field("actors", default=[]),
        "quotation": _choice(record.Quotation, False, "indirect"), "act": _choice(record.Act, False, "assertive"),
        "denied": Field("flag", default=False), "anonymous": Field("flag", default=False), "made": Field("day"),
        "via": Field("actors", default=[]), "addressees": Field("actors", default=[]),
    },
    "position": {
        "actor": Field("actor", needed=True), "question": Field("question", needed=True),
        "stance": _choice(record.Stance), "condition": Field("text"), "made": Field("day"),
        "evidence": Field("evidence", proof=True, default=[]),
    },
    "participation": {
        "meeting": Field("meeting", needed=True), "actor": Field("actor", needed=True), "role": _choice(record.Role),
        "status": _choice(record.Status), "according_to": Field("actor"), "made": Field("day"),
        "evidence": Field("evidence", proof=True, default=[]),
    },
    "event": {
        "class": _choice(record.EventClass), "mode": Field("text"), "source": Field("actors", default=[]),
        "target": Field("actors", default=[]), "made": Field("day"), "spans": Field("spans", needed=True),
        "evidence": Field("evidence", default=[]),
    },
    "conflict": {
        "kind": _choice(record.ConflictKind), "first": Field("actor", needed=True),
        "second": Field("actor", needed=True), "question": Field("question"), "made": Field("day"),
        "evidence": Field("sides", default=[[], []]),
    },
    "actor": {"name": Field("text", needed=True), "kind": _choice(record.Kind, False, "person"),
              "country": Field("text")},
    "question": {"label": Field("text", needed=True)},
    "meeting": {"name": Field("text", needed=True), "date": Field("day"), "place": Field("text")},
    "office": {"offices": Field("offices", needed=True)},
}  # fmt: skip


def a(kind: str) -> str:
    """The word with its article: "an event", "a position"."""
    return f"{'an' if kind[0] in 'aeo' else 'a'} {kind}"


def named(kind: str, values: Mapping[str, Any]) -> Iterator[tuple[Literal["actor", "question", "meeting"], int | str]]:
    """The actors, questions and meetings that values name, each with its kind, by its number or name."""
    for name, told in values.items():
        sort = FIELDS[kind][name].sort if name in FIELDS[kind] else "text"
        if sort == "actors":
            yield from (("actor", each) for each in told)
        elif sort == "offices":
            yield from (("actor", office["of"]) for office in told if office.get("of"))
        elif sort in ("actor", "question", "meeting") and told is not None:
            yield sort, told


def checked(kind: str, verdict: str, values: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The values of an amendment or addition to an article's `text`, if they may be. Raises BadRuling.

    A statement's `spans` (of all three roles) become `source`, `cue` and `content`; words that stand in the text once
    and "10-25 40-60" become spans; names and ids stay as they are.
    """
    if verdict not in ("amend", "add"):
        if values:
            raise BadRuling(f"to {verdict} a value needs no new values")
        return {}
    known, given = FIELDS[kind], _spread(kind, values)
    if not given:
        raise BadRuling("an amendment needs new values")
    for field in given:
        if field not in known:
            raise BadRuling(f"{a(kind)} has no {field[:80]} to amend", f"There are {', '.join(known)}.")
    lacking = [
        name
        for name, field in known.items()
        if (field.needed and name not in given) or (field.proof and not given.get(name))
    ]
    if lacking and verdict == "add":
        raise BadRuling(f"{a(kind)} cannot be added without {', '.join(lacking)}")
    return {name: _checked(name, known[name], value, text) for name, value in given.items()}


def _spread(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    if kind != "statement" or "spans" not in values:
        return dict(values)
    spans = values["spans"]
    if not isinstance(spans, dict) or set(spans) - set(ROLES) or not spans.get("content"):
        raise BadRuling(f"spans are lists of [start, end] under {', '.join(ROLES)}, of which content must have one")
    return {name: value for name, value in values.items() if name != "spans"} | {role: [] for role in ROLES} | spans


def _checked(name: str, field: Field, value: Any, text: str) -> Any:
    if value is None or value == "":
        if field.needed or field.sort in ("choice", "flag") or (value == "" and field.sort not in ("evidence", "day")):
            raise BadRuling(f"{name} cannot be empty")
        return field.default
    return _SORTS[field.sort](name, field, value, text)


def _choice_of(name: str, field: Field, value: Any, _: str) -> Any:
    if value not in field.choices:
        raise BadRuling(f"{name} cannot be {value!r}", f"It is one of {', '.join(map(str, field.choices))}.")
    return value


def _flag(name: str, _: Field, value: Any, __: str) -> bool:
    if value is not True and value is not False:
        raise BadRuling(f"{name} is true or false, not {value!r}")
    return bool(value)


def _text(name: str, _: Field, value: Any, __: str) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        raise BadRuling(f"{name} must be a text of 1 to {LONGEST} characters")
    if name in ("name", "label", "title"):
        _check_name(name, value)
    if name == "country" and not re.fullmatch("[A-Z]{2}", value):
        raise BadRuling(f"{value!r} is no country", "Give the two letters of ISO 3166-1, such as NO.")
    return value.strip()


def _day(name: str, _: Field, value: Any, __: str) -> str:
    if not isinstance(value, str) or not is_date(value):
        raise BadRuling(f"{name}: '{str(value)[:80]}' is no day", "Write it as 2026-03-04, 2026-03 or 2026.")
    return value


def _one(name: str, _: Field, value: Any, __: str) -> int | str:
    """A number, or a name to be looked up."""
    if isinstance(value, bool) or not isinstance(value, int | str) or not str(value).strip():
        raise BadRuling(f"{name} is a number or a name, not {value!r}")
    if len(str(value)) > LONGEST:
        raise BadRuling(f"{name} must be a text of 1 to {LONGEST} characters")
    told = str(value).strip()
    if told.removeprefix("-").isdecimal() and told.isascii():
        return int(told)
    _check_name(name, told)
    return told


def _check_name(name: str, told: str) -> None:
    """Raises BadRuling for what could not be read or typed as a name. Where the minutes cannot hold a character it is
    U+FFFD by now."""
    if not any(map(str.isalnum, told)) or any(unicodedata.category(c) in ("Cc", "Cs") or c == "\ufffd" for c in told):
        raise BadRuling(f"{name}: {told[:80]!r} cannot be a name", "Give one that has letters and can be printed.")


def _several(name: str, field: Field, value: Any, text: str) -> list[int | str]:
    items = value.split(";") if isinstance(value, str) else value
    if not isinstance(items, list | tuple):
        raise BadRuling(f"{name} is a list of numbers or names, not {value!r}")
    return [_one(name, field, item, text) for item in items]


def _spans(name: str, field: Field, value: Any, text: str) -> list[list[int]]:
    """[[start, end], ...], "10-25 40-60", or words that stand in the text once."""
    if isinstance(value, str):
        value = _places(value) if _PLACES.fullmatch(value.strip()) else [_only_place(name, value, text)]
    whole = isinstance(value, list | tuple) and all(_is_span(span, len(text)) for span in value)
    if not whole or any(a[1] > b[0] for a, b in pairwise(value)) or (field.needed and not value):
        raise BadRuling(f"{name} is [start, end] within the article's {len(text)} characters, one after the other")
    return [list(span) for span in value]


def _places(told: str) -> list[list[int]]:
    return [[int(end) for end in place.split("-")] for place in re.split("[ ,]+", told.strip())]


def _only_place(name: str, words: str, text: str) -> list[int]:
    times = text.count(words)
    if times != 1:
        told = "does not stand in the article" if not times else f"stands in the article {times} times"
        raise BadRuling(f"{name}: “{words[:60]}” {told}", "Give longer words, or offsets such as 10-25.")
    start = text.index(words)
    return [start, start + len(words)]


def _is_span(span: Any, length: int) -> bool:
    return (isinstance(span, list | tuple) and len(span) == 2 and all(type(at) is int for at in span)
            and 0 <= span[0] < span[1] <= length)  # fmt: skip


def _evidence(name: str, _: Field, value: Any, text: str) -> list[str]:
    """Ids or anchors of statements and events, or places in the text itself."""
    items = [value] if isinstance(value, str) and _PLACES.fullmatch(value) else value
    items = re.split("[ ,;]+", items.strip()) if isinstance(items, str) else items
    if not isinstance(items, list | tuple) or not all(isinstance(item, str | list | tuple) for item in items):
        raise BadRuling(f"{name} is a list such as S3, E1 or 10-25, not {value!r}")
    places = [item if isinstance(item, str) else " ".join(f"{a}-{b}" for a, b in _pairs(name, item)) for item in items]
    for place in places:
        if _PLACES.fullmatch(place) and not all(_is_span(span, len(text)) for span in _places(place)):
            raise BadRuling(f"{name}: {place} is not within the article's {len(text)} characters")
    return places


def _pairs(name: str, item: Any) -> list[list[int]]:
    pairs = [item] if len(item) == 2 and all(type(at) is int for at in item) else item
    if not all(isinstance(pair, list | tuple) and len(pair) == 2 for pair in pairs):
        raise BadRuling(f"{name} is a list such as S3, E1 or 10-25, not {item!r}")
    return [list(pair) for pair in pairs]


def _sides(name: str, field: Field, value: Any, text: str) -> list[list[str]]:
    sides = value.split("/") if isinstance(value, str) else value
    if not isinstance(sides, list | tuple) or len(sides) != 2:
        raise BadRuling(f"{name} has two sides, such as S1,S3/S2")
    return [_evidence(name, field, side, text) for side in sides]


def _offices(name: str, _: Field, value: Any, text: str) -> list[dict[str, Any]]:
    """[{"title": …, "of": …, "evidence": spans}], `of` an actor."""
    items = [{"title": value}] if isinstance(value, str) else value
    if not isinstance(items, list | tuple) or not all(isinstance(i, dict) and i.get("title") for i in items):
        raise BadRuling(f"{name} is a list of {{'title': …, 'of': …, 'evidence': …}}")
    return [
        {"title": _text("title", Field("text"), item["title"], text),
         "of": _one("of", Field("actor"), item["of"], text) if item.get("of") else None,
         "evidence": _spans("evidence", Field("spans"), item.get("evidence") or [], text)}
        for item in items
    ]  # fmt: skip


_SORTS: dict[Sort, Callable[[str, Field, Any, str], Any]] = {
    "choice": _choice_of, "flag": _flag, "text": _text, "day": _day, "actor": _one, "actors": _several,
    "question": _one, "meeting": _one, "spans": _spans, "evidence": _evidence, "sides": _sides, "offices": _offices,
}  # fmt: skip
