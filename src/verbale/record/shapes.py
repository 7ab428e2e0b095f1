"""What the fields of the record's classes are called in JSON and of what type they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from functools import cache
from inspect import getdoc
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from verbale.record.values import Span


@dataclass(frozen=True, slots=True)
class Shape:
    """One field: its name in Python and in JSON, its type, and whether it may be left out."""

    name: str
    json_name: str
    hint: Any
    optional: bool


def shapes(cls: Any) -> tuple[Shape, ...]:
    """The fields of one of the record's classes, in their order."""
    return _shapes(cls)


@cache
def _shapes(cls: type) -> tuple[Shape, ...]:
    hints = get_type_hints(cls)
    return tuple(
        Shape(f.name, f.name.rstrip("_"), hints[f.name], f.default is not MISSING) for f in fields(cls)
    )


def choices(hint: Any) -> tuple[str, ...]:
    """The values of a `Literal`, and nothing for any other type."""
    return get_args(hint) if get_origin(hint) is Literal else ()


def item(hint: Any) -> Any:
    """The type of a list's items, or None where the type is no list."""
    return get_args(hint)[0] if get_origin(hint) is tuple else None


def inner(hint: Any) -> Any:
    """The type beside null in `X | None`, or None where null is not allowed."""
    if get_origin(hint) not in (UnionType, Union):
        return None
    return next(arg for arg in get_args(hint) if arg is not type(None))


def parts(value: Any, path: str = "$") -> Iterator[tuple[str, Any]]:
    """Every span and object of a record with its JSON path, outermost first."""
    if isinstance(value, Span):
        yield path, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from parts(each, f"{path}[{number}]")
    elif hasattr(value, "__dataclass_fields__"):
        yield path, value
        for shape in shapes(type(value)):
            yield from parts(getattr(value, shape.name), f"{path}.{shape.json_name}")


@cache
def descriptions(cls: type) -> dict[str, str]:
    """What the `Attributes` of a class's docstring say of each field."""
    _, _, listed = (getdoc(cls) or "").partition("Attributes:\n")
    lines = (line.strip().partition(": ") for line in listed.splitlines())
    return {name: text for name, _, text in lines if text}
