"""The published JSON Schema of the record, drawn from its classes."""

from __future__ import annotations

from typing import Any

from verbale.record.shapes import choices, descriptions, inner, item, shapes
from verbale.record.values import RECORD_VERSION, Record, Span

SCHEMA_ID = f"urn:verbale:record:{RECORD_VERSION}"

# What the types do not say.
LIMITS: dict[str, dict[str, Any]] = {
    "Record.verbale": {"const": RECORD_VERSION},
    "Statement.content": {"minItems": 1},
    "Conflict.between": {"minItems": 1},
    "Statement.confidence": {"minimum": 0, "maximum": 1},
    "Position.confidence": {"minimum": 0, "maximum": 1},
}
SPAN = {
    "description": "[start, end), in Unicode code points into article.text.",
    "type": "array",
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
}
PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}


def json_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of what `verbale read --format json` prints; a new dictionary each time."""
    defs: dict[str, Any] = {"Span": dict(SPAN)}
    top = _object(Record, defs)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Verbale record",
        **top,
        "$defs": dict(sorted(defs.items())),
    }


def _object(cls: type, defs: dict[str, Any]) -> dict[str, Any]:
    said = descriptions(cls)
    properties = {
        shape.json_name: {
            **({"description": said[shape.name]} if shape.name in said else {}),
            **_type(shape.hint, defs),
            **LIMITS.get(f"{cls.__name__}.{shape.name}", {}),
        }
        for shape in shapes(cls)
    }
    return {
        "description": (cls.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _type(hint: Any, defs: dict[str, Any]) -> dict[str, Any]:
    if inner(hint) is not None:
        return _or_null(_type(inner(hint), defs))
    if item(hint) is not None:
        return {"type": "array", "items": _type(item(hint), defs)}
    if choices(hint):
        return {"enum": list(choices(hint))}
    if hint in PLAIN:
        return {"type": PLAIN[hint]}
    if hint is not Span and hint.__name__ not in defs:
        defs[hint.__name__] = _object(hint, defs)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _or_null(allowed: dict[str, Any]) -> dict[str, Any]:
    if "type" in allowed:
        return {"type": [allowed["type"], "null"]}
    return {"anyOf": [allowed, {"type": "null"}]}
