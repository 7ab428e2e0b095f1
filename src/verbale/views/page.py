"""Records as one self-contained HTML page: each article with its statements marked, and the list of them beside it.

The page loads nothing: style and script are in it, and a Content-Security-Policy allows just these. Article text is
hostile: everything is escaped, and characters that turn the direction of writing are shown as signs.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from verbale.errors import MissingExtra
from verbale.minutes import Comparison, Entry
from verbale.record import Record, Span, Statement, title_of

from . import figures, lines, standing, timeline
from .marks import marks_of, paragraphs, shown

MANY = 10  # questions that get a timeline of their own


def render(records: Sequence[Record], comparison: Comparison | None = None) -> str:
    """The page, as text; with a comparison of the same records before them, if one is given."""
    style, script = _file("page.css"), _file("page.js")
    return _template().render(
        articles=[_article(number, record) for number, record in enumerate(records, 1)],
        comparison=_comparison(comparison) if comparison else None,
        style=Markup(style),
        script=Markup(script),
        digest=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        version=records[0].reader.version if records else "",
    )


def _comparison(comparison: Comparison) -> dict[str, object]:
    """Questions with everybody's positions over time, changes, accounts that exclude each other; figures beside."""
    several = [m for m in comparison.matters if len({e.date for e in m.entries}) > 1][:MANY]
    return {
        "matrix": _image(partial(figures.matrix, comparison)) if comparison.matters else None,
        "matters": [
            {"label": shown(m.label), "entries": [_entry(e) for e in m.entries],
             "figure": _image(partial(figures.timeline, m)) if m in several else None}
            for m in comparison.matters
        ],
        "changes": [
            {"actor": shown(c.after.actor), "matter": shown(c.matter), "before": _entry(c.before),
             "after": _entry(c.after), "since": timeline.since(c.after)} for c in comparison.changes
        ],
        "clashes": [
            {"told": shown(f"{c.actor}, {c.meeting}"), "sides": [
                {"status": part.status, "record": f"r{n + 1}", "evidence": part.evidence}
                for n, part in (c.first, c.second)]}
            for c in comparison.clashes
        ],
        "disputes": [
            {"kind": d.kind, "sides": [
                {"actor": shown(s.actor), "words": shown(s.words), "record": f"r{s.record + 1}", "number": s.record + 1,
                 "evidence": (s.statement,)} for s in (d.first, d.second)]}
            for d in comparison.disputes
        ],
        "given": [(n, times) for n, times in enumerate(timeline.given(comparison), 1) if times > 1],
    }  # fmt: skip


def _entry(entry: Entry) -> dict[str, object]:
    return {"actor": shown(entry.actor), "stance": entry.stance, "date": entry.date or "undated",
            "condition": shown(" ".join((entry.condition or "").split())), "record": f"r{entry.record + 1}",
            "number": entry.record + 1, "evidence": entry.evidence}  # fmt: skip


def _image(draw: Callable[[], str]) -> str | None:
    """A figure as the address of an image; None where figures are not installed: the tables tell the same."""
    try:
        return "data:image/svg+xml;base64," + base64.b64encode(draw().encode()).decode()
    except MissingExtra:
        return None


def _article(number: int, record: Record) -> dict[str, object]:
    article = record.article
    return {
        "id": f"r{number}",
        "title": shown(title_of(article.headline, article.text)),
        "about": shown(", ".join(part for part in (article.publisher, article.published) if part)),
        "language": article.language or "en",
        "paragraphs": paragraphs(article.text, marks_of(record), f"r{number}-"),
        "statements": [_statement(record, s) for s in record.statements],
        "actors": [
            {
                "name": shown(a.name),
                "kind": a.kind,
                "country": a.country or "",
                "office": shown(lines.office(record, a)),
            }
            for a in record.actors
        ],
        **_standing(record),
        "boilerplate": [shown(article.quote(b)) for b in record.boilerplate],
        "notes": [shown(n.message) for n in record.notes],
    }


def _standing(record: Record) -> dict[str, object]:
    """Positions as a matrix, meetings with who takes part, conflicts; each with the ids that prove it."""
    table = standing.matrix(record)
    return {
        "questions": [{"id": q.id, "label": shown(q.label)} for q in table.questions],
        "stands": [
            {"actor": shown(actor), "cells": [_cell(cell) if cell else None for cell in cells]}
            for actor, cells in table.rows
        ],
        "meetings": [
            {"name": shown(standing.meeting(m)), "rows": [
                {"told": shown(standing.participation(record, part)), "evidence": part.evidence}
                for part in m.participation]}
            for m in record.meetings if m.participation or m.date
        ],
        "conflicts": [
            {"told": shown(standing.conflict(record, c)), "sides": standing.sides(c)} for c in record.conflicts
        ],
        "deeds": [
            {"id": e.id, "told": shown(standing.event(record, e)), "words": _words_of(record, e.spans),
             "evidence": e.evidence} for e in record.events
        ],
        "attitudes": [
            {"told": shown(standing.attitude(record, a)), "words": _words_of(record, a.spans), "evidence": a.evidence}
            for a in record.attitudes
        ],
    }  # fmt: skip


def _words_of(record: Record, spans: Sequence[Span]) -> Markup:
    return shown(" … ".join(" ".join(record.article.quote(span).split()) for span in spans))


def _cell(cell: standing.Cell) -> dict[str, object]:
    conditions = [shown(p.condition) for p in cell.positions if p.condition]
    return {"sign": cell.sign, "stances": cell.stances, "sure": cell.sure, "evidence": cell.evidence,
            "conditions": conditions}  # fmt: skip


def _statement(record: Record, statement: Statement) -> dict[str, object]:
    return {
        "id": statement.id,
        "speaker": shown(lines.speaker(record, statement)),
        "manner": [shown(part) for part in lines.manner(record, statement)],
        "words": shown(lines.words(record, statement)),
        "cue": shown(lines.cue(record, statement)),
        "place": lines.place(record, statement),
        "nested": statement.inside is not None,
        "floating": not statement.cue,
    }


def _file(name: str) -> str:
    return (files("verbale.views") / "templates" / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(loader=FunctionLoader(_file), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("page.html")
