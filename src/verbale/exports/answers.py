"""Articles with answers in YAML, as `benchmarks/answers.py` reads them: NAME.txt and NAME.answers.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from verbale.minutes.answers import Ahead, Said, Standing

from .reviewed import Reviewed


def write(reviewed: Reviewed, out: Path) -> None:
    """Write an article and its answers to the folder. Raises OSError."""
    (out / f"{reviewed.name}.txt").write_bytes(reviewed.article.text.encode("utf-8", "replace"))
    told = yaml.safe_dump(answers(reviewed), allow_unicode=True, sort_keys=False, width=1000)
    (out / f"{reviewed.name}.answers.yaml").write_bytes(told.encode("utf-8", "replace"))


def answers(reviewed: Reviewed) -> dict[str, Any]:
    """What reviewers leave of an article, a key for each list that is not empty."""
    article = reviewed.article
    ids = {said.id: f"s{n}" for n, said in enumerate(reviewed.statements, 1)}
    labels = {p.question.number: p.question.name for p in reviewed.positions}
    labels |= {c.question.number: c.question.name for c in reviewed.conflicts if c.question}
    questions = {number: f"q{n}" for n, number in enumerate(labels, 1)}
    found = {
        "date": article.published, "publisher": article.publisher, "headline": article.headline,
        "statements": [_statement(reviewed, said, ids) for said in reviewed.statements],
        "actors": [{"name": a.actor.name, "type": a.kind} for a in reviewed.cast if a.kind != "unnamed"],
        "questions": [{"id": questions[n], "label": label} for n, label in labels.items()],
        "positions": [_position(p, questions[p.question.number]) for p in reviewed.positions],
        "meetings": [_meeting(m) for m in reviewed.meetings],
        "conflicts": [_present({"kind": c.kind, "between": [c.first.name, c.second.name],
                                "question": questions.get(c.question.number) if c.question else None})
                      for c in reviewed.conflicts],
    }  # fmt: skip
    return _present(found)


def _present(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, [], False)}


def _statement(reviewed: Reviewed, said: Said, ids: dict[str, str]) -> dict[str, Any]:
    words = reviewed.words(said.spans["content"])
    inside = said.details.get("inside")
    return _present({
        "id": ids[said.id], "speaker": said.speaker.name if said.speaker else _source(reviewed, said),
        "content": words[0] if len(words) == 1 else f"{words[0]} ... {words[-1]}", "split": len(words) > 1,
        "quotation": said.quotation, "act": said.act, "denied": said.denied, "anonymous": said.anonymous,
        "inside": ids.get(inside) if inside else None,
    })  # fmt: skip


def _source(reviewed: Reviewed, said: Said) -> str | None:
    return " ".join(reviewed.words(said.spans.get("source", []))) or None


def _position(p: Standing, question: str) -> dict[str, Any]:
    return _present({"actor": p.actor.name, "question": question, "stance": p.stance, "condition": p.condition,
                     "evidence": [proof.words for proof in p.evidence]})  # fmt: skip


def _meeting(m: Ahead) -> dict[str, Any]:
    parts = [{"actor": p.actor.name, "role": p.role, "status": p.status,
              "according_to": p.according_to.name if p.according_to else None} for p in m.parts]  # fmt: skip
    return _present({"name": m.name, "date": m.date, "place": m.place, "participation": parts})
