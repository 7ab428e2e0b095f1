"""Answers as JSON."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any


def as_json(value: object) -> bytes:
    """A dataclass, or what JSON knows, as UTF-8. A lone surrogate, which UTF-8 cannot hold, is written as its escape.

    Dataclasses may stand within mappings and lists; a field `class_` is called class. Raises TypeError for anything
    else.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_plain)
    return text.encode("utf-8", "backslashreplace")


def _plain(value: Any) -> dict[str, Any]:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name.rstrip("_"): getattr(value, field.name) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} is nothing that JSON can hold")
