"""A comparison for eyes, in a terminal, and as JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from dataclasses import asdict

from verbale.minutes import Comparison, Entry

from .text import BOLD, DIM, safe, styled


def render(comparison: Comparison, *, width: int = 80, color: bool = False) -> str:
    """Articles by their dates, questions with everybody's positions over time, changes, contradictions."""
    return "\n".join(_lines(comparison, max(40, width), color)) + "\n"


def _lines(comparison: Comparison, width: int, color: bool) -> Iterator[str]:
    for number, record in enumerate(comparison.records, 1):
        article = record.article
        title = article.headline or " ".join(article.text.split())
        about = ", ".join(part for part in (article.published or "undated", article.publisher) if part)
        yield safe(f"[{number}] {about}: {title}")[:width]
    for matter in comparison.matters:
        yield ""
        yield from (styled(line, BOLD, color) for line in textwrap.wrap(safe(matter.label), width))
        for entry in matter.entries:
            yield from textwrap.wrap(_entry(entry), width, initial_indent="  ", subsequent_indent=" " * 14)
    yield from _section("Changes", [_change(c.matter, c.before, c.after) for c in comparison.changes], width, color)
    clashes = [
        f"{c.actor}, {c.meeting}: {c.first[1].status} [{c.first[0] + 1}], {c.second[1].status} [{c.second[0] + 1}]"
        for c in comparison.clashes
    ]
    yield from _section("Accounts that exclude each other", clashes, width, color)
    if not comparison.matters:
        yield from ("", styled("No positions were found.", DIM, color))


def _entry(entry: Entry) -> str:
    condition = f" ({' '.join(entry.condition.split())})" if entry.condition else ""
    proof = ", ".join(entry.evidence)
    return safe(f"{entry.date or 'undated':<11} {entry.actor}: {entry.stance}{condition} [{entry.record + 1}: {proof}]")


def _change(matter: str, before: Entry, after: Entry) -> str:
    since = f"{after.date or 'undated'} [{after.record + 1}]"
    return f"{after.actor} on {matter}: {before.stance} [{before.record + 1}], since {since} {after.stance}"


def _section(title: str, rows: list[str], width: int, color: bool) -> Iterator[str]:
    if rows:
        yield from ("", styled(title, BOLD, color))
    for row in rows:
        yield from textwrap.wrap(safe(row), width, initial_indent="  ", subsequent_indent="    ")


def as_json(comparison: Comparison) -> str:
    """The comparison without its records: articles, questions with positions, changes, clashes."""
    articles = [
        {"number": n, "id": r.article.id, "published": r.article.published, "publisher": r.article.publisher,
         "headline": r.article.headline, "url": r.article.url}
        for n, r in enumerate(comparison.records)
    ]  # fmt: skip
    value = {
        "articles": articles,
        "questions": [asdict(m) for m in comparison.matters],
        "changes": [asdict(c) for c in comparison.changes],
        "clashes": [asdict(c) for c in comparison.clashes],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
