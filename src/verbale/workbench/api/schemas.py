"""The schemas of the OpenAPI document: what values are called, and what docstrings and the record say of them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from verbale.minutes import agreeing, answers
from verbale.minutes.fields import FIELDS
from verbale.minutes.ruling import Join, Rule
from verbale.minutes.searching import Hit
from verbale.record import Span, json_schema, values
from verbale.record.schema import SPAN
from verbale.record.shapes import shapes

from .. import problems
from . import about, adding, lists, single
from .answering import Page
from .bodies import describe

Schema = dict[str, Any]
SCHEMAS = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a statement stand, each as spans [start, end) in code points of the article's text.

    Attributes:
        source: The words that name the speaker.
        cue: The words that say that something was said.
        content: What was said.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """What else the record says of a statement; ids are those of its actors and statements.

    Attributes:
        via: Who passed it on.
        addressees: To whom it was said.
        occasion: Where or at what it was said: a span of the article's text.
        cites: Whom the content itself cites.
        inside: The statement in whose content this one stands.
        not_confirmed_by: Who, the article says, has not confirmed it.
    """

    via: tuple[str, ...]
    addressees: tuple[str, ...]
    occasion: Span | None
    cites: tuple[str, ...]
    inside: str | None
    not_confirmed_by: tuple[str, ...]


# What values are called here, the class that makes them, and the class of the record that they are like.
NAMES: dict[str, tuple[type, ...]] = {
    "Statement": (values.Statement, answers.Said), "Position": (values.Position, answers.Standing),
    "Participation": (values.Participation, answers.Part), "Event": (values.Event, answers.Deed),
    "Conflict": (values.Conflict, answers.Opposed), "Meeting": (values.Meeting, answers.Ahead),
    "ListedMeeting": (lists.Talks,), "Actor": (values.Actor, answers.Known), "Question": (answers.Raised,),
    "Change": (answers.Moved,), "Clash": (answers.Clash,), "Article": (single.Whole,),
    "ListedArticle": (values.Article, answers.Listed), "Source": (values.Article, answers.Source),
    "Name": (answers.Named,), "Proof": (answers.Proof,), "Ruled": (answers.Ruled,), "Ruling": (Rule,), "Hit": (Hit,),
    "Join": (Join,), "Disagreement": (agreeing.Disagreement,), "Agreement": (agreeing.Agreement,),
    "Places": (Places,), "Details": (Details,),
    "Kept": (adding.Kept,), "Reader": (values.Reader,), "Health": (about.Health,), "Version": (about.Version,),
    "Fault": (problems.Fault,), "Problem": (problems.Problem,),
}  # fmt: skip


def renamed(drawn: Schema) -> Schema:
    """The document with `Said` called Statement, and `Page_Said_` StatementPage."""
    public = {classes[-1].__name__: name for name, classes in NAMES.items()}

    def name(internal: str) -> str:
        paged = re.fullmatch(r"Page_(\w+)_", internal)
        return f"{name(paged[1])}Page" if paged else public.get(internal, internal)

    text = re.sub(f'"{SCHEMAS}([^"]+)"', lambda found: f'"{SCHEMAS}{name(found[1])}"', json.dumps(drawn))
    made: Schema = json.loads(text)
    schemas = made["components"]["schemas"]
    made["components"]["schemas"] = {name(each): schema for each, schema in schemas.items()}
    return made


def complete(schemas: Schema) -> None:
    """Add the record and the problems, and what docstrings say; take away what nothing refers to."""
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    for each in (problems.Problem, Places, Details):
        _add(schemas, each)
    schemas["Span"] = dict(SPAN)
    schemas["Statement"]["properties"] |= {
        "spans": {"$ref": f"{SCHEMAS}Places"}, "details": {"$ref": f"{SCHEMAS}Details"}
    }  # fmt: skip
    _add_record(schemas)
    for name, classes in NAMES.items():
        schemas[name]["properties"] = {field.rstrip("_"): of for field, of in schemas[name]["properties"].items()}
        describe(schemas[name], *classes)
        schemas[name]["required"] = list(schemas[name]["properties"])
    for name in [each for each in schemas if each.endswith("Page")]:
        describe(schemas[name], Page)
    for name in ("Amended", "Added"):
        schemas[name]["properties"]["values"]["description"] += f" {_fields()}."
    tidy(schemas)


def _fields() -> str:
    """What may be said of each kind of value."""
    return "; ".join(f"of `{kind}`: {', '.join(fields)}" for kind, fields in FIELDS.items()).capitalize()


def _add(schemas: Schema, of: type) -> None:
    drawn = TypeAdapter(of).json_schema(mode="serialization", ref_template=SCHEMAS + "{model}")
    schemas |= drawn.pop("$defs", {}) | {of.__name__: drawn}


def _add_record(schemas: Schema) -> None:
    """The record's own schema, whose parts are called RecordStatement, RecordSpan, …

    It describes records on their way in, too, in which what has a default may be missing.
    """
    drawn = json.loads(json.dumps(json_schema()).replace('"#/$defs/', f'"{SCHEMAS}Record'))
    parts = drawn.pop("$defs") | {"": {name: value for name, value in drawn.items() if not name.startswith("$")}}
    for name, schema in parts.items():
        if "required" in schema:
            schema["required"] = [s.json_name for s in shapes(getattr(values, name or "Record")) if not s.optional]
        schemas[f"Record{name}"] = schema


def tidy(schema: Any) -> None:
    """Without the titles that say nothing but the name again."""
    if isinstance(schema, dict):
        if isinstance(schema.get("title"), str):
            del schema["title"]
        for each in schema.values():
            tidy(each)
    elif isinstance(schema, list):
        for each in schema:
            tidy(each)
