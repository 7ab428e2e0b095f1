"""What must hold in every record, beyond the types of its fields.

Spans lie inside the text and are not empty, ids are unique, every id names something of the right
sort, enumerated values are known, dates are dates, confidences lie between 0 and 1, and no
statement stands inside itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from verbale.errors import RecordError
from verbale.record.shapes import choices, inner, parts, shapes
from verbale.record.values import RECORD_VERSION, Article, Conflict, Reader, Record, Span, Statement, content_id

# Which lists of the record the ids in a field may name.
REFERENCES: dict[str, tuple[str, ...]] = {
    "Office.of": ("actors",),
    "Statement.speaker": ("actors",),
    "Statement.cospeakers": ("actors",),
    "Statement.via": ("actors",),
    "Statement.addressees": ("actors",),
    "Statement.cites": ("actors",),
    "Statement.inside": ("statements",),
    "Statement.not_confirmed_by": ("actors",),
    "Question.about": ("actors", "meetings"),
    "Position.actor": ("actors",),
    "Position.question": ("questions",),
    "Position.evidence": ("statements", "events"),
    "Participation.actor": ("actors",),
    "Participation.according_to": ("actors",),
    "Participation.not_confirmed_by": ("actors",),
    "Participation.evidence": ("statements", "events"),
    "Event.source": ("actors",),
    "Event.target": ("actors",),
    "Event.evidence": ("statements",),
    "Attitude.actor": ("actors",),
    "Attitude.toward": ("actors",),
    "Attitude.evidence": ("statements",),
    "Conflict.between": ("actors",),
    "Conflict.question": ("questions",),
    "Conflict.evidence": ("statements", "events"),
}
DATES = {"Article.published", "Made.value", "Meeting.date"}
SHORT, LONG = 300, 10_000  # characters of an id, or of what read the article; of any other word but the text
LISTS = ("actors", "statements", "questions", "positions", "meetings", "events", "conflicts")

_DAY = r"\d{4}(?:-W\d\d|-\d\d(?:-\d\d(?:T\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?"
_SURROGATE = re.compile("[\ud800-\udfff]")
_OWN_ID = re.compile("[0-9a-f]{16}")
_DATE = re.compile(rf"{_DAY}(?:/{_DAY})?", re.ASCII)


def validate(record: Record) -> None:
    """Raise RecordError with every problem of a record; a sound record passes."""
    found = problems(record)
    if found:
        raise RecordError(*found)


def problems(record: Record) -> list[str]:
    """Everything that is wrong with a record, each beginning with its JSON path."""
    return [
        *_version(record),
        *_ids(record),
        *(problem for path, part in parts(record) for problem in _part(path, part, record)),
        *_references(record),
        *_circles(record.statements),
    ]


def is_date(value: str) -> bool:
    """Whether it is an ISO 8601 date as the record uses them.

    A year, month, week, day or hour (`2017`, `2017-01`, `2017-W03`, `2017-01-17`, `2017-01-17T20`)
    that the calendar has, or two of them with a slash between, from and to.
    """
    return bool(_DATE.fullmatch(value)) and all(map(_in_calendar, value.split("/")))


def _in_calendar(value: str) -> bool:
    try:
        if "-W" in value:
            date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
        else:
            date(int(value[:4]), int(value[5:7] or 1), int(value[8:10] or 1))
    except ValueError:
        return False
    return int(value[11:13] or 0) < 24


def _version(record: Record) -> Iterator[str]:
    if record.verbale != RECORD_VERSION:
        yield f"$.verbale: this verbale reads version {RECORD_VERSION}, the record has {record.verbale}"


def _ids(record: Record) -> Iterator[str]:
    counted = Counter(value.id for name in LISTS for value in getattr(record, name))
    for name in LISTS:
        for number, value in enumerate(getattr(record, name)):
            if counted[value.id] > 1:
                yield f"$.{name}[{number}].id: {value.id} stands for {counted[value.id]} things"


def _part(path: str, part: Any, record: Record) -> Iterator[str]:
    if isinstance(part, Span):
        yield from _span(path, part, len(record.article.text))
        return
    for shape in shapes(type(part)):
        value, where = getattr(part, shape.name), f"{path}.{shape.json_name}"
        allowed = choices(inner(shape.hint) or shape.hint)
        unknown = value is None and inner(shape.hint) is not None
        if allowed and value not in allowed and not unknown:
            yield f"{where}: {value!r} is none of {', '.join(allowed)}"
        if shape.name == "confidence" and not 0 <= value <= 1:
            yield f"{where}: {value} is not between 0 and 1"
        if isinstance(value, str) and (wrong := _wrong(part, shape.name, value)):
            yield f"{where}: {wrong}"
        if f"{type(part).__name__}.{shape.name}" in DATES and value is not None and not is_date(value):
            yield f"{where}: {value!r} is no date; write 2017, 2017-01 or 2017-01-17"
    if isinstance(part, Statement) and not part.content:
        yield f"{path}.content: a statement without content"
    if isinstance(part, Conflict) and not part.between:
        yield f"{path}.between: a conflict between nobody"


def _wrong(part: Any, name: str, value: str) -> str | None:
    """What is wrong with words, whatever they say."""
    if surrogate := _SURROGATE.search(value):
        return f"character {surrogate.start()} is half a character (U+{ord(surrogate[0]):04X})"
    most = SHORT if name == "id" or isinstance(part, Reader) else LONG
    if len(value) > most and (type(part), name) != (Article, "text"):
        return f"is {len(value)} characters long; {most} are the most"
    if name == "id" and not (value.isprintable() and value == value.strip() != ""):
        return "an id has printable characters, and no spaces around them"
    if isinstance(part, Article) and name == "id" and _OWN_ID.fullmatch(value) and value != content_id(part.text):
        return f"{value} is the id of another text; leave it out, and it is made from this one"
    return None


def _span(path: str, span: Span, length: int) -> Iterator[str]:
    if span.start < 0:
        yield f"{path}: starts at {span.start}, before the text"
    elif span.end > length:
        yield f"{path}: ends at {span.end}, after the text ({length} characters)"
    elif span.start >= span.end:
        yield f"{path}: {span.start} to {span.end} holds no character"


def _references(record: Record) -> Iterator[str]:
    known = {
        lists: {value.id for name in lists for value in getattr(record, name)}
        for lists in set(REFERENCES.values())
    }
    for path, name, lists in _referring(record):
        if name not in known[lists]:
            yield f"{path}: {name} is none of the {' or '.join(lists)}"


def _referring(record: Record) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every id that refers to something: its JSON path, the id, the lists it may name."""
    for path, part in parts(record):
        for shape in () if isinstance(part, Span) else shapes(type(part)):
            lists = REFERENCES.get(f"{type(part).__name__}.{shape.name}")
            if lists:
                for where, name in _named(f"{path}.{shape.json_name}", getattr(part, shape.name)):
                    yield where, name, lists


def _named(path: str, value: Any) -> Iterator[tuple[str, str]]:
    """The ids in a field, which holds one, a list of them, a list of lists, or none."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _named(f"{path}[{number}]", each)


def _circles(statements: tuple[Statement, ...]) -> Iterator[str]:
    outer = {statement.id: statement.inside for statement in statements}
    for number, statement in enumerate(statements):
        seen, current = set[str](), statement.inside
        while current is not None and current not in seen and current != statement.id:
            seen.add(current)
            current = outer.get(current)
        if current == statement.id:
            yield f"$.statements[{number}].inside: {statement.id} stands inside itself"
