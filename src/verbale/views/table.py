"""Statements as CSV, one row each, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from verbale.record import Record, Statement

from . import lines

COLUMNS = (
    "article", "publisher", "published", "headline", "statement", "speaker", "office", "quotation", "act", "denied",
    "anonymous", "content", "source", "cue", "via", "addressees", "occasion", "made", "inside", "start", "end",
    "confidence",
)  # fmt: skip


def rows(records: Iterable[Record]) -> str:
    """CSV text with a header. A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for record in records:
        for statement in record.statements:
            writer.writerow([_cell(value) for value in _row(record, statement)])
    return out.getvalue()


def _row(record: Record, statement: Statement) -> list[object]:
    known, article = lines.names(record), record.article
    actor = next((a for a in record.actors if a.id == statement.speaker), None)

    def named(ids: tuple[str, ...]) -> str:
        return "; ".join(known.get(i, i) for i in ids)

    def quoted(spans: Iterable[tuple[int, int]]) -> str:
        return " … ".join(" ".join(article.text[a:b].split()) for a, b in spans)

    return [
        article.id, article.publisher, article.published, article.headline, statement.id, named(statement.speakers),
        lines.office(record, actor) if actor else "", statement.quotation, statement.act, statement.denied,
        statement.anonymous, lines.words(record, statement), quoted(statement.source), quoted(statement.cue),
        named(statement.via), named(statement.addressees),
        quoted([statement.occasion]) if statement.occasion else "", statement.made.value if statement.made else "",
        statement.inside, statement.content[0].start, statement.content[-1].end, statement.confidence,
    ]  # fmt: skip


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "" if value is None else str(value)
    return "'" + text if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
