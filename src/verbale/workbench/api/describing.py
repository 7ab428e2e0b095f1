"""The OpenAPI document: what FastAPI draws from the routes, completed with all that may be answered, and examples.

Nothing is described twice: fields have the `Attributes` of their class's docstring, operations their own docstrings.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any

from fastapi.openapi.utils import get_openapi
from starlette.routing import BaseRoute

from verbale import __version__

from ..problems import MEDIA_TYPE, RETRY_AFTER
from .door import JSON
from .schemas import SCHEMAS, Schema, complete, renamed, tidy

ABOUT = (
    "The minutes of Verbale as JSON: who said what and where the characters stand that prove it, who stands where, who "
    "meets whom, and what cannot stand together. A span is `[start, end)` in Unicode code points of the article's "
    "text. Lists come a page at a time: `next` of one page is `after` of the next. Days are ISO 8601, as coarse as the "
    "articles tell them. Every GET has an entity tag and answers `If-None-Match`."
)
TAGS = {
    "articles": "News texts, and what was read in each.",
    "statements": "Who said what, in which words.",
    "positions": "Where actors stand on questions.",
    "changes": "Who has moved.",
    "actors": "Who speaks and acts.",
    "questions": "The matters on which somebody stands somewhere.",
    "meetings": "Talks, summits, hearings.",
    "participation": "Who takes part in meetings, and on whose word.",
    "conflicts": "What cannot stand together.",
    "events": "Who did what to whom.",
    "search": "Statements and articles by their words.",
    "rulings": "What reviewers accept, reject, amend, add, merge and split.",
    "reading": "Reading without keeping.",
    "about": "Whether it works, and which version it is.",
}
ALWAYS = {
    400: "The request cannot be understood: its body is no JSON, or a search has no words.",
    401: "This server has accounts, and the request has no token that holds.",
    403: "Whoever asks may not do this, or the request comes from a page elsewhere.",
    404: "There is nothing of that name.",
    406: "The header Accept leaves out the type of the answer.",
    421: "The server does not answer to the name in the header Host.",
    422: "A parameter or a value is not what it may be.",
    500: "A mistake in verbale, or a database that refuses.",
    503: "The minutes or the reader are busy.",
}
WITH_BODY = {
    408: "The body came in too slowly.",
    413: "The body is too large.",
    415: "The body is not of type application/json, or it is compressed.",
    429: "Too many changes in a short time.",
}
WAITING = (429, 503)  # with the header Retry-After
# Where a server has no accounts, whoever sits at the machine needs no token.
TOKEN = {"type": "http", "scheme": "bearer", "description": "Made by `verbale token add`, for a server with accounts."}
KNOWN = {
    "name": "If-None-Match", "in": "header", "required": False, "schema": {"type": "string"},
    "description": "Entity tags of answers that are there already; the answer is 304 where it is still the same.",
}  # fmt: skip
TAGGED = {"ETag": {"description": "Names exactly this answer.", "schema": {"type": "string"}}}
NEXT = {"Link": {"description": "The next page, where there is one (RFC 8288).", "schema": {"type": "string"}}}
FOUND = {"Location": {"description": "Where it is found.", "schema": {"type": "string"}}}
MADE: dict[str, Schema] = {
    "200": {"description": "What was asked for, or what was there before."},
    "201": {"description": "It is made.", "headers": FOUND},
}
RECORDS = ("get_record", "read_article")


def document(routes: Sequence[BaseRoute]) -> Schema:
    """OpenAPI 3.1 of these routes."""
    tags = [{"name": name, "description": about} for name, about in TAGS.items()]
    made = renamed(get_openapi(title="Verbale", version=__version__, description=ABOUT, routes=routes, tags=tags))
    components = made["components"]
    complete(components["schemas"])
    possible = (ALWAYS | WITH_BODY).items()
    components["responses"] = {f"Problem{status}": _problem(status, told) for status, told in possible}
    components["parameters"] = {"IfNoneMatch": KNOWN}
    components["securitySchemes"] = {"token": TOKEN}
    made["security"] = [{}, {"token": []}]
    examples = json.loads((files(__package__) / "examples.json").read_text(encoding="utf-8"))
    for _, method, operation in operations(made):
        _complete(method, operation, examples.get(operation["operationId"], {}))
    return made


def operations(made: Schema) -> Iterator[tuple[str, str, Schema]]:
    """The operations of a document: path, method, and the operation itself."""
    for path, methods in made["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def _problem(status: int, told: str) -> Schema:
    retry = {"Retry-After": {"description": "Seconds to wait.", "schema": {"type": "string"}, "example": RETRY_AFTER}}
    content = {MEDIA_TYPE: {"schema": {"$ref": f"{SCHEMAS}Problem"}}}
    return {"description": told, "content": content} | ({"headers": retry} if status in WAITING else {})


def _complete(method: str, operation: Schema, example: Schema) -> None:
    for parameter in operation.get("parameters", ()):
        tidy(parameter)
        parameter["schema"] = _not_null(parameter["schema"])
    responses = operation["responses"]
    for status in [status for status in responses if status.startswith("2")]:
        answer = responses[status]["content"][JSON]
        if operation["operationId"] in RECORDS:
            answer["schema"] = {"$ref": f"{SCHEMAS}Record"}
        answer |= {"example": example["answer"]} if "answer" in example else {}
    operation["summary"] = operation["operationId"].replace("_", " ").capitalize()
    if method == "get":
        _read(operation)
    else:
        _change(operation, example)
    _refuse(operation)


def _not_null(schema: Schema) -> Schema:
    """A parameter that is left out is not null, which a query cannot say."""
    several = [each for each in schema.pop("anyOf", ()) if each != {"type": "null"}]
    return schema | (several[0] if several else {})


def _read(operation: Schema) -> None:
    operation.setdefault("parameters", []).append({"$ref": "#/components/parameters/IfNoneMatch"})
    answer = operation["responses"]["200"]
    listed = answer["content"][JSON]["schema"].get("$ref", "").endswith("Page")
    answer |= {"description": "What was asked for.", "headers": TAGGED | (NEXT if listed else {})}
    operation["responses"]["304"] = {"description": "It is still the same.", "headers": TAGGED}


def _change(operation: Schema, example: Schema) -> None:
    body = operation["requestBody"]["content"][JSON]
    if operation["operationId"] == "add_record":
        body["schema"] = {"$ref": f"{SCHEMAS}Record"}
    body |= {"example": example["body"]} if "body" in example else {}
    for status in MADE.keys() & operation["responses"].keys():
        operation["responses"][status] |= MADE[status]


def _refuse(operation: Schema) -> None:
    possible = ALWAYS | (WITH_BODY if "requestBody" in operation else {})
    refusals: dict[str, Any] = {str(status): {"$ref": f"#/components/responses/Problem{status}"} for status in possible}
    operation["responses"] = dict(sorted((operation["responses"] | refusals).items()))
