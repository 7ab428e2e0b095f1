"""Schemathesis over the whole API: whatever the document allows is answered as the document says, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, events, from_schema

from verbale.workbench.api import router
from verbale.workbench.api.describing import document, operations
from verbale.workbench.app import create

EXAMPLES = int(os.environ.get("VERBALE_EXAMPLES", "6"))  # of one operation and phase; set it for a longer run
SEED = 20260304
# `ignored_auth` has nothing to find here: the document says that a server without accounts needs no token.
RULINGS = ("accept", "reject", "amend", "add", "merge", "split", "settle", "undo")
ACCEPTED = ["2xx", "3xx", "401", "403", "404", "409", "429", "503"]


def also(status: str, *names: str) -> list[dict[str, object]]:
    """Operations that may refuse what the document allows, with this status."""
    checks = {"positive_data_acceptance": {"expected-statuses": [*ACCEPTED, status]}}
    return [{"include-name": name, "checks": checks} for name in names]


CONFIG = {
    "seed": SEED,
    "continue-on-failure": True,
    "request-timeout": 120,  # seconds; the first reading loads the model
    "generation": {"max-examples": EXAMPLES, "no-shrink": True},
    "operations": [
        # What must hold beyond types no schema can say: ids that name something, spans within the text.
        *also("422", "POST /api/v1/records"),
        # A text without a word in it is no article.
        *also("422", "POST /api/v1/articles", "POST /api/v1/read"),
        # Which values there may be depends on the kind and the article; one is not merged with itself nor undone twice.
        *also("422", *(f"POST /api/v1/rulings/{each}" for each in RULINGS)),
        # Words of which none tells anything cannot be searched for.
        *also("400", "GET /api/v1/search/statements", "GET /api/v1/search/articles"),
    ],
}


def failures(url: str, asked: set[str]) -> Iterator[str]:
    """Each failed check: its name, what is wrong, and how to see it again. Operations tried are added to `asked`."""
    config = SchemathesisConfig.from_dict(CONFIG)
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", create(url), config=config)
    for event in from_schema(schema).execute():
        if isinstance(event, events.NonFatalError):
            yield f"{event.label}: {event.value!r}"
        if isinstance(event, events.FatalError):
            yield f"{event.exception!r}"
        if isinstance(event, events.ScenarioFinished):
            asked |= {node.value.operation.label for node in event.recorder.cases.values()}
            for checks in event.recorder.checks.values():
                for check in checks:
                    if check.status == Status.FAILURE and check.failure_info is not None:
                        yield f"{check.name}: {check.failure_info.failure}\n{check.failure_info.code_sample}"


@pytest.mark.slow
def test_whatever_is_asked_is_answered_as_the_document_says(url: str):
    asked: set[str] = set()
    assert "\n\n".join(dict.fromkeys(failures(url, asked))) == ""
    assert len(asked) == len(list(operations(document(router.routes[:1]))))
