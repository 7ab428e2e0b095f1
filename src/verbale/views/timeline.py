"""A comparison for eyes, in a terminal, and as JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from dataclasses import asdict

from verbale.minutes import Comparison, Dispute, Entry
from verbale.record import title_of

from .text import BOLD, DIM, safe, styled

QUOTED = 160  # characters of what is denied that are shown


def render(comparison: Comparison, *, width: int = 80, color: bool = False) -> str:
    """Articles by their dates, questions with everybody's positions over time, changes, contradictions."""
    return "\n".join(_lines(comparison, max(40, width), color)) + "\n"


def _lines(comparison: Comparison, width: int, color: bool) -> Iterator[str]:
    for number, record in enumerate(comparison.records, 1):
        article = record.article
        title = title_of(article.headline, article.text)
        about = ", ".join(part for part in (article.published or "undated", article.publisher) if part)
        yield safe(f"[{number}] {about}: {title}")[:width]
        if (times := given(comparison)[number - 1]) > 1:
            yield f"    given {times} times, compared once"
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
    told = [*clashes, *(dispute(d) for d in comparison.disputes)]
    yield from _section("Accounts that exclude each other", told, width, color)
    if not comparison.matters:
        yield from ("", styled("No positions were found.", DIM, color))


def given(comparison: Comparison) -> tuple[int, ...]:
    """For each record how often its text was given; once, where the comparison does not tell."""
    return comparison.given or (1,) * len(comparison.records)


def _entry(entry: Entry) -> str:
    condition = f" ({' '.join(entry.condition.split())})" if entry.condition else ""
    proof = ", ".join(entry.evidence)
    return safe(f"{entry.date or 'undated':<11} {entry.actor}: {entry.stance}{condition} [{entry.record + 1}: {proof}]")


def _change(matter: str, before: Entry, after: Entry) -> str:
    now = f"{since(after)} {after.stance} [{after.record + 1}]"
    return f"{after.actor} on {matter}: {before.stance} [{before.record + 1}], {now}"


def since(entry: Entry) -> str:
    """ "since 2024-05-14"; where no day is known, "later", by the order of the articles."""
    return f"since {entry.date}" if entry.date else "later"


def dispute(each: Dispute) -> str:
    """ "Norland: 14 people [1: S3]; Sudmark: nine people [2: S1]", or who denies what another says."""
    a, b = (f"[{s.record + 1}: {s.statement}]" for s in (each.first, each.second))
    if each.kind == "denial":
        said = textwrap.shorten(each.second.words, QUOTED, placeholder=" …")
        return f"{each.first.actor} denies {a} what {each.second.actor} says {b}: {said}"
    return f"{each.first.actor}: {each.first.words} {a}; {each.second.actor}: {each.second.words} {b}"


def _section(title: str, rows: list[str], width: int, color: bool) -> Iterator[str]:
    if rows:
        yield from ("", styled(title, BOLD, color))
    for row in rows:
        yield from textwrap.wrap(safe(row), width, initial_indent="  ", subsequent_indent="    ")


def as_json(comparison: Comparison) -> str:
    """The comparison without its records: articles, questions with positions, changes, clashes, disputes."""
    articles = [
        {"number": n, "id": r.article.id, "published": r.article.published, "publisher": r.article.publisher,
         "headline": r.article.headline, "url": r.article.url, "given": times}
        for n, (r, times) in enumerate(zip(comparison.records, given(comparison), strict=True))
    ]  # fmt: skip
    value = {
        "articles": articles,
        "questions": [asdict(m) for m in comparison.matters],
        "changes": [asdict(c) for c in comparison.changes],
        "clashes": [asdict(c) for c in comparison.clashes],
        "disputes": [asdict(d) for d in comparison.disputes],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
