"""The record as JSON and back; `loads(dumps(record)) == record`."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from json import JSONDecoder
from typing import Any, NamedTuple

from verbale.errors import RecordError
from verbale.record.shapes import Shape, choices, inner, item, shapes
from verbale.record.validation import validate
from verbale.record.values import Record, Span

_BLANK = re.compile(r"[ \t\r\n]*")
_BEGINS = re.compile(r"(?<=\n)[{\[]")


def to_dict(record: Record) -> dict[str, Any]:
    """The record as dictionaries, lists, strings and numbers, every field present."""
    encoded: dict[str, Any] = _encode(record)
    return encoded


def dumps(record: Record, *, indent: int | None = None) -> str:
    """The record as JSON text; one line unless `indent` is given."""
    text = json.dumps(to_dict(record), ensure_ascii=False, allow_nan=False, indent=indent)
    if _encodable(text):
        return text
    return json.dumps(to_dict(record), allow_nan=False, indent=indent)


def from_dict(data: Any, *, trusted: bool = False) -> Record:
    """The record that `to_dict` gave.

    A field that has a default may be missing; a field that nobody knows is an error.
    Raises RecordError with every problem and its JSON path: wrong types first, and where there
    are none, spans outside the text, ids of nothing and the like (`record.validation`); these are not
    looked for in a `trusted` one, which was checked before by the rules of its day.
    """
    problems: list[str] = []
    record = _decode(Record, data, "$", problems)
    if problems:
        raise RecordError(*problems)
    assert isinstance(record, Record)
    if not trusted:
        validate(record)
    return record


def loads(text: str | bytes, *, trusted: bool = False) -> Record:
    """The record that `dumps` gave; `trusted` as in `from_dict`.

    Raises RecordError like `from_dict`, and where it is no JSON.
    """
    try:
        data = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise RecordError(f"$: not JSON: {error}") from error
    return from_dict(data, trusted=trusted)


class Value(NamedTuple):
    """One of several JSON values in a text: the line on which it begins, its text, and whether it is whole."""

    line: int
    text: str
    whole: bool


def values(text: str) -> Iterator[Value]:
    """The JSON values that follow each other in a text, each on a line or over many, as JSON Lines and `>>` leave them.

    What is no value ends where a line begins with a bracket, so that those after it are found.
    """
    decoder, at, line = JSONDecoder(), 0, 1
    while (start := _blank(text, at)) < len(text):
        line += text.count("\n", at, start)
        try:
            at, whole = decoder.raw_decode(text, start)[1], True
        except (ValueError, RecursionError):
            begins = _BEGINS.search(text, start + 1)
            at, whole = begins.start() if begins else len(text), False
        yield Value(line, text[start:at], whole)
        line += text.count("\n", start, at)


def _blank(text: str, at: int) -> int:
    """Where the blanks from here on end."""
    return _BLANK.match(text, at).end()  # type: ignore[union-attr]


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no number in JSON")


def _encodable(text: str) -> bool:
    """Whether UTF-8 can hold it; a text with a lone surrogate has to be escaped."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _encode(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_encode(each) for each in value]
    if hasattr(value, "__dataclass_fields__"):
        return {shape.json_name: _encode(getattr(value, shape.name)) for shape in shapes(type(value))}
    return value


def _decode(hint: Any, data: Any, path: str, problems: list[str]) -> Any:
    """The value of a type; where the data does not fit, a problem is added and the result is void."""
    if inner(hint) is not None:
        return None if data is None else _decode(inner(hint), data, path, problems)
    if hint is Span:
        return _decode_span(data, path, problems)
    if item(hint) is not None:
        return _decode_list(item(hint), data, path, problems)
    if choices(hint):
        return _decode_choice(choices(hint), data, path, problems)
    if hasattr(hint, "__dataclass_fields__"):
        return _decode_object(hint, data, path, problems)
    return _decode_plain(hint, data, path, problems)


def _decode_span(data: Any, path: str, problems: list[str]) -> Span | None:
    if isinstance(data, list) and len(data) == 2 and all(type(offset) is int for offset in data):
        return Span(*data)
    problems.append(f"{path}: expected a span [start, end], found {_show(data)}")
    return None


def _decode_list(hint: Any, data: Any, path: str, problems: list[str]) -> tuple[Any, ...]:
    if not isinstance(data, list):
        problems.append(f"{path}: expected a list, found {_show(data)}")
        return ()
    return tuple(_decode(hint, each, f"{path}[{number}]", problems) for number, each in enumerate(data))


def _decode_choice(allowed: tuple[str, ...], data: Any, path: str, problems: list[str]) -> Any:
    if data not in allowed:
        problems.append(f"{path}: expected one of {', '.join(allowed)}; found {_show(data)}")
    return data


def _decode_object(cls: type, data: Any, path: str, problems: list[str]) -> Any:
    if not isinstance(data, dict):
        problems.append(f"{path}: expected an object, found {_show(data)}")
        return None
    before = len(problems)
    known = {shape.json_name: shape for shape in shapes(cls)}
    problems += [f"{path}.{name}: no such field" for name in data if name not in known]
    problems += [f"{path}.{name}: missing" for name, shape in known.items() if _lacks(shape, data)]
    values = {
        shape.name: _decode(shape.hint, data[name], f"{path}.{name}", problems)
        for name, shape in known.items()
        if name in data
    }
    return cls(**values) if len(problems) == before else None


def _lacks(shape: Shape, data: dict[str, Any]) -> bool:
    return not shape.optional and shape.json_name not in data


def _decode_plain(hint: Any, data: Any, path: str, problems: list[str]) -> Any:
    if hint is float and type(data) in (int, float) and abs(data) <= sys.float_info.max:
        return float(data)
    if type(data) is hint and hint is not float:
        return data
    names = {str: "a string", int: "a whole number", float: "a number", bool: "true or false"}
    problems.append(f"{path}: expected {names[hint]}, found {_show(data)}")
    return None


def _show(data: Any) -> str:
    """A value as it stands in the JSON, cut short."""
    text = json.dumps(data, ensure_ascii=False, default=repr)
    return text if len(text) <= 40 else text[:39] + "…"
