from __future__ import annotations

import json
import re
import shlex
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from verbale.record import json_schema
from verbale.record.shapes import descriptions
from verbale.record.values import Statement
from verbale.workbench.api import router
from verbale.workbench.api.describing import document, operations
from verbale.workbench.api.manual import manual

from .examples import made

DOCUMENT = document(router.routes[:1])
OPERATIONS = list(operations(DOCUMENT))
EXAMPLES = json.loads((files("verbale.workbench.api") / "examples.json").read_text(encoding="utf-8"))


def schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    yield from DOCUMENT["components"]["schemas"].items()


def fitting(schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(schema | {"components": DOCUMENT["components"]})


def test_the_server_gives_this_document(client: TestClient):
    assert client.get("/api/v1/openapi.json").json() == DOCUMENT


def test_every_operation_has_a_name_of_its_own_and_says_what_it_does():
    names = Counter(operation["operationId"] for _, _, operation in OPERATIONS)
    assert set(names.values()) == {1}
    assert all(re.fullmatch("[a-z]+(_[a-z]+)*", name) for name in names)
    assert all(operation["description"].endswith(".") for _, _, operation in OPERATIONS)
    assert {operation["tags"][0] for _, _, operation in OPERATIONS} == {tag["name"] for tag in DOCUMENT["tags"]}


@pytest.mark.parametrize(("name", "schema"), list(schemas()), ids=lambda each: each if isinstance(each, str) else "")
def test_every_field_of_every_schema_says_what_it_is(name: str, schema: dict[str, Any]):
    Draft202012Validator.check_schema(schema)
    assert schema["description"]
    parts = json_schema()["$defs"] if name.startswith("Record") else {}
    silent = [field for field, of in schema.get("properties", {}).items() if "description" not in of]
    assert not silent or name.removeprefix("Record") in parts


def test_what_docstrings_say_is_what_the_document_says():
    assert DOCUMENT["components"]["schemas"]["Statement"]["properties"]["quotation"]["description"] == (
        descriptions(Statement)["quotation"]
    )


@pytest.mark.parametrize("operation", [o for _, _, o in OPERATIONS], ids=lambda o: o["operationId"])
def test_every_parameter_is_described_and_has_an_example_that_fits(operation: dict[str, Any]):
    for parameter in operation.get("parameters", []):
        if "$ref" not in parameter:
            assert parameter["description"]
            assert fitting(parameter["schema"]).is_valid(parameter["schema"]["examples"][0])


@pytest.mark.parametrize(("method", "operation"), [(m, o) for _, m, o in OPERATIONS], ids=lambda o: str(o)[:3])
def test_every_example_fits_its_schema(method: str, operation: dict[str, Any]):
    parts = [answer.get("content", {}) for answer in operation["responses"].values()]
    parts += [operation["requestBody"]["content"]] if method == "post" else []
    told = [part["application/json"] for part in parts if "application/json" in part]
    assert method == "get" or any("example" in each for each in told)
    for each in told:
        if "example" in each:
            fitting(each["schema"]).validate(each["example"])


def test_the_examples_are_what_the_api_answers(tmp_path: Path):
    """Otherwise write them again: the head of examples.py says how."""
    assert made(tmp_path) == EXAMPLES


def test_each_status_that_may_come_is_told_and_each_refusal_is_a_problem():
    for _, method, operation in OPERATIONS:
        for status, answer in operation["responses"].items():
            if status >= "400":
                found = DOCUMENT["components"]["responses"][answer["$ref"].rpartition("/")[2]]
                assert found["content"]["application/problem+json"]["schema"]["$ref"].endswith("/Problem")
        needed = {"304"} if method == "get" else {"413", "415", "429"}
        assert needed | {"400", "401", "403", "404", "406", "422", "500", "503"} <= operation["responses"].keys()


class Page(HTMLParser):
    """What of a page matters here: its elements, ids, links, and what it loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.links: set[str] = set()
        self.loaded: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags[tag] += 1
        self.ids.update(filter(None, [told.get("id")]))
        if tag == "a":
            self.links.add(told.get("href") or "")
        self.loaded |= {str(told[name]) for name in ("src", "data") if name in told}
        self.loaded |= {str(told["href"])} if tag == "link" else set()
        assert not any(name == "style" or name.startswith("on") for name in told)


@pytest.fixture
def docs(client: TestClient) -> Page:
    return Page(client.get("/api/v1/docs").text)


def test_the_page_shows_every_operation_and_schema_and_all_its_links_lead_somewhere(docs: Page):
    assert set(docs.ids.values()) == {1}
    assert {operation["operationId"] for _, _, operation in OPERATIONS} <= docs.ids.keys()
    assert {f"schema-{name}" for name, _ in schemas()} <= docs.ids.keys()
    assert {link[1:] for link in docs.links if link.startswith("#")} <= docs.ids.keys()


def test_the_page_needs_no_script_and_loads_its_own_styles_only(docs: Page, client: TestClient):
    assert docs.tags["script"] == docs.tags["style"] == docs.tags["img"] == 0
    assert docs.loaded == {"docs.css", "/static/icon.svg"}
    styles = client.get("/api/v1/docs.css")
    assert styles.headers["content-type"].startswith("text/css")
    assert "url(" not in styles.text


def test_the_commands_of_the_page_work_as_they_stand(client: TestClient):
    for each in (each for group in manual(DOCUMENT, "http://testserver").groups for each in group.operations):
        command, address, *sent = shlex.split(each.curl.replace("\\\n", ""))
        assert (command, sent[:1]) == ("curl", ["--json"] if each.method == "POST" else [])
        body = {"content": sent[1].encode(), "headers": {"Content-Type": "application/json"}} if sent else {}
        answer = client.request(each.method, address, **body)  # type: ignore[arg-type]
        assert answer.status_code in (200, 201), f"{each.curl}: {answer.text}"
