"""Reading short texts for where people stand."""

from __future__ import annotations

from functools import cache

import verbale
from verbale.record import Record

PUBLISHED = "2024-05-14"  # a Tuesday


@cache
def reader() -> verbale.Reader:
    return verbale.load()


def read(text: str) -> Record:
    return reader().read(text, published=PUBLISHED)


def stances(record: Record, about: str = "") -> dict[str, set[str]]:
    """Actor -> stances on the questions whose label or whose evidence has a word."""
    names = {a.id: a.name for a in record.actors}
    labels = {q.id: q.label for q in record.questions}
    words = {s.id: " ".join(record.article.quote(c) for c in s.content) for s in record.statements}
    words |= {e.id: " ".join(record.article.quote(c) for c in e.spans) for e in record.events}
    found: dict[str, set[str]] = {}
    for p in record.positions:
        if about in " ".join([labels[p.question], *(words[e] for e in p.evidence)]):
            found.setdefault(names[p.actor], set()).add(p.stance)
    return found


def ledger(record: Record) -> set[tuple[str, str, str, str | None]]:
    """(who, role, status, according to) over all meetings."""
    names = {a.id: a.name for a in record.actors}
    return {
        (names[p.actor], p.role, p.status, names.get(p.according_to or ""))
        for m in record.meetings
        for p in m.participation
    }
