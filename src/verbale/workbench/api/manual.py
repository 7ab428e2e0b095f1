"""The OpenAPI document as values for a page: groups of operations, and the schemas as tables."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup, escape

from .describing import operations
from .door import JSON
from .schemas import SCHEMAS, Schema

SHOWN = 2  # parameters of an example


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, or a field of a schema: its name, whether it must be there, of what type it is, what it says."""

    name: str
    needed: bool
    kind: Markup
    about: Markup


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, what it means, of what type the answer is, and an example as JSON."""

    status: str
    about: Markup
    kind: Markup
    headers: tuple[str, ...]
    example: str | None


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked for."""

    id: str
    method: str
    path: str
    title: str
    about: Markup
    parameters: tuple[Field, ...]
    body: Markup | None
    answers: tuple[Answer, ...]
    refusals: tuple[str, ...]
    curl: str


@dataclass(frozen=True, slots=True)
class Group:
    """Operations on one resource."""

    name: str
    about: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A schema: its fields."""

    name: str
    about: Markup
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Manual:
    """All that the page says."""

    about: Markup
    groups: tuple[Group, ...]
    refusals: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]


def manual(made: Schema, base: str) -> Manual:
    """The manual of a document; `base` is the address of the server in examples, without a slash at its end."""
    components: Schema = made["components"]
    found = [_operation(path, method, each, components, base) for path, method, each in operations(made)]
    tags = {each["operationId"]: each["tags"][0] for _, _, each in operations(made)}
    groups = [Group(tag["name"], tag["description"], tuple(o for o in found if tags[o.id] == tag["name"]))
              for tag in made["tags"]]  # fmt: skip
    refusals = [(name.removeprefix("Problem"), each["description"]) for name, each in components["responses"].items()]
    tables = [_table(name, schema) for name, schema in sorted(components["schemas"].items())]
    return Manual(marked(made["info"]["description"]), tuple(groups), tuple(sorted(refusals)), tuple(tables))


def _operation(path: str, method: str, operation: Schema, components: Schema, base: str) -> Operation:
    parameters = [_resolved(each, components) for each in operation.get("parameters", ())]
    body = operation.get("requestBody", {}).get("content", {}).get(JSON)
    answers = {status: each for status, each in operation["responses"].items() if status < "400"}
    return Operation(
        operation["operationId"], method.upper(), path, operation["summary"], marked(operation.get("description", "")),
        tuple(_field(each["name"], each["schema"] | each, each.get("required", False)) for each in parameters),
        kind_of(body["schema"]) if body else None, tuple(_answer(*each) for each in answers.items()),
        tuple(status for status in operation["responses"] if status >= "400"), _curl(path, parameters, body, base),
    )  # fmt: skip


def _resolved(part: Schema, components: Schema) -> Schema:
    _, _, name = part.get("$ref", "").rpartition("/")
    return components["parameters"][name] if name else part


def _answer(status: str, answer: Schema) -> Answer:
    content = answer.get("content", {}).get(JSON, {})
    example = json.dumps(content["example"], ensure_ascii=False, indent=2) if "example" in content else None
    kind = kind_of(content["schema"]) if content else Markup("")
    return Answer(status, marked(answer["description"]), kind, tuple(answer.get("headers", ())), example)


def _table(name: str, schema: Schema) -> Table:
    needed = schema.get("required", ())
    fields = [_field(each, of, each in needed) for each, of in schema.get("properties", {}).items()]
    return Table(name, marked(schema.get("description", "")), tuple(fields))


def _field(name: str, schema: Schema, needed: bool) -> Field:
    told = marked(schema.get("description", ""))
    if schema.get("default") is not None:
        told += Markup(" Else <code>{}</code>.").format(json.dumps(schema["default"]).strip('"'))
    elif schema.get("examples"):
        told += Markup(" Such as <code>{}</code>.").format(schema["examples"][0])
    return Field(name, needed, kind_of(schema), told)


def _curl(path: str, parameters: Sequence[Schema], body: Schema | None, base: str) -> str:
    """A command that can be pasted into a shell."""
    def example(parameter: Schema) -> str:
        return str(parameter["schema"].get("examples", [""])[0])

    for each in parameters:
        path = path.replace(f"{{{each['name']}}}", example(each))
    query = [(p["name"], example(p)) for p in parameters if p["in"] == "query" and example(p) and p["name"] != "after"]
    asked = f"?{urlencode(query[:SHOWN])}" if query else ""
    if body is None:
        return f"curl {shlex.quote(base + path + asked)}"
    sent = json.dumps(body.get("example", {}), ensure_ascii=False)
    return f"curl {base}{path} \\\n  --json {shlex.quote(sent)}"


def marked(text: str) -> Markup:
    """Text with `names` as code, in paragraphs."""
    paragraphs = [" ".join(each.split()) for each in text.split("\n\n")]
    return Markup("</p><p>").join(Markup(re.sub("`([^`]+)`", r"<code>\1</code>", str(escape(p)))) for p in paragraphs)


def kind_of(schema: Schema) -> Markup:
    """A type in words, with links to the tables of schemas."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(SCHEMAS)
        return Markup('<a href="#schema-{0}">{0}</a>').format(name)
    if "anyOf" in schema:
        return Markup(" or ").join(map(kind_of, schema["anyOf"]))
    if "enum" in schema or "const" in schema:
        choices = schema.get("enum", [schema.get("const")])
        return Markup(" | ").join(Markup("<code>{}</code>").format(each) for each in choices)
    if "prefixItems" in schema:
        return Markup("[{}]").format(Markup(", ").join(map(kind_of, schema["prefixItems"])))
    kind = schema.get("type", "any value")
    if kind == "array":
        return Markup("list of ") + kind_of(schema.get("items", {}))
    kinds = " or ".join(kind) if isinstance(kind, list) else str(kind)
    return Markup(", ").join([escape(schema.get("format", kinds)), *_limits(schema)])


def _limits(schema: Schema) -> Iterator[Markup]:
    for limit, words in (("minimum", "at least"), ("maximum", "at most")):
        if limit in schema:
            yield escape(f"{words} {schema[limit]}")
    if "maxLength" in schema:
        yield escape(f"{schema.get('minLength', 0)} to {schema['maxLength']} characters")
    if "pattern" in schema:
        yield Markup("like <code>{}</code>").format(schema["pattern"])
