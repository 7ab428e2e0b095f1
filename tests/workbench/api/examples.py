"""What the API answers about the invented articles: the examples of its document.

    python -m tests.workbench.api.examples > src/verbale/workbench/api/examples.json
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from verbale.minutes import Minutes
from verbale.record import to_dict
from verbale.workbench.app import create

from .conftest import OPPOSED, SUPPORTS, fill

OLD, NEW = OPPOSED.article.id, SUPPORTS.article.id
WHEN = "2026-04-02T09:30:00Z"
TEXT = "“No ship leaves before the ice does,” transport minister Lena Okafor told reporters on Tuesday."
ARTICLE = {"text": TEXT, "publisher": "Gazette", "published": "2026-03-04"}
LISTS = ("articles", "statements", "positions", "actors", "questions", "meetings", "participation", "clashes",
         "conflicts", "changes", "events")  # fmt: skip
ASKED = {f"list_{name}": f"/{name}?limit=1" for name in LISTS} | {
    "get_article": f"/articles/{OLD}", "get_record": f"/articles/{OLD}/record", "get_actor": "/actors/1",
    "get_question": "/questions/1", "get_meeting": "/meetings/1", "search_statements": "/search/statements?words=pay",
    "search_articles": "/search/articles?words=vote", "list_rulings": "/rulings", "get_ruling": "/rulings/1",
    "get_health": "/health", "get_version": "/version", "list_joins_of_actor": "/actors/1/joins?limit=1",
    "list_joins_of_question": "/questions/1/joins?limit=1", "list_joins_of_meeting": "/meetings/1/joins?limit=1",
}  # fmt: skip
# Asked when somebody else has ruled on the same.
DIFFERING = {
    "list_disagreements": "/rulings/disagreements?settled=true", "list_agreement": "/rulings/agreement?limit=1",
}  # fmt: skip
SENT: dict[str, tuple[str, dict[str, Any]]] = {
    "accept_value": ("/rulings/accept", {"kind": "statement", "article": OLD, "value": "S1", "why": "Word for word."}),
    "reject_value": ("/rulings/reject", {"kind": "position", "article": NEW, "value": "P1", "why": "Said in jest."}),
    "amend_value": ("/rulings/amend", {"kind": "position", "article": NEW, "value": "P1",
                                       "values": {"stance": "conditional", "condition": "after the vote"}}),
    "add_value": ("/rulings/add", {"kind": "position", "article": OLD,
                                   "values": {"actor": "Lena Okafor", "question": 1, "stance": "oppose",
                                              "evidence": ["S1"]}}),
    "merge": ("/rulings/merge", {"kind": "question", "into": 1, "other": 2, "why": "One matter in two wordings."}),
    "split": ("/rulings/split", {"kind": "question", "number": 1, "articles": [NEW]}),
    "settle": ("/rulings/settle", {"kind": "position", "article": OLD, "value": "Norland on the higher ferry fee",
                                   "says": "Iris", "why": "The text says it twice."}),
    "undo_ruling": ("/rulings/undo", {"number": 2, "why": "It was a mistake."}),
    "add_record": ("/records", to_dict(OPPOSED)),
}  # fmt: skip


def made(folder: Path) -> dict[str, dict[str, Any]]:
    """The body and the answer of each operation, by its id; reading depends on the model and has no answer here."""
    url = f"sqlite:///{folder / 'examples.db'}"
    with Minutes(url) as minutes:
        fill(minutes)
    with TestClient(create(url), base_url="http://localhost:8017") as client:
        found = {name: {"answer": client.get(f"/api/v1{path}").json()} for name, path in ASKED.items()}
        for name, (path, body) in SENT.items():
            found[name] = {"body": body, "answer": client.post(f"/api/v1{path}", json=body).json()}
        client.post("/api/v1/rulings/reject", json={"kind": "position", "article": OLD, "value": "P1"})
        found |= {name: {"answer": client.get(f"/api/v1{path}").json()} for name, path in DIFFERING.items()}
    found |= {"read_article": {"body": ARTICLE}, "add_article": {"body": ARTICLE}}
    lasting: dict[str, dict[str, Any]] = json.loads(json.dumps(found), object_hook=_lasting)
    return lasting


def _lasting(value: dict[str, Any]) -> dict[str, Any]:
    """Without what changes from one run, or one version, to the next."""
    known = {"at": WHEN, "added": WHEN} | ({"verbale": "0.1.0"} if value.keys() == {"verbale", "record"} else {})
    return value | {name: known[name] for name in known if name in value}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        json.dump(made(Path(folder)), sys.stdout, ensure_ascii=False, indent=1)
        print()
