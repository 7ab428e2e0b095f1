"""Records as one self-contained HTML page: each article with its statements marked, and the list of them beside it.

The page loads nothing: style and script are in it, and a Content-Security-Policy allows just these. Article text is
hostile: everything is escaped, and characters that turn the direction of writing are shown as signs.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.resources import files
from itertools import pairwise

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from verbale.errors import MissingExtra
from verbale.minutes import Comparison, Entry
from verbale.record import Record, Span, Statement

from . import figures, lines, standing

_TURNING = {c: f"U+{ord(c):04X}" for c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"}
_UNSHOWABLE = re.compile("[" + "".join(_TURNING) + "\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the same marks on all its characters; `role` is source, cue or content."""

    text: str
    statement: str | None
    role: str
    first: bool  # whether the statement's content begins here
    depth: int


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
             "after": _entry(c.after)} for c in comparison.changes
        ],
        "clashes": [
            {"told": shown(f"{c.actor}, {c.meeting}"), "sides": [
                {"status": part.status, "record": f"r{n + 1}", "evidence": part.evidence}
                for n, part in (c.first, c.second)]}
            for c in comparison.clashes
        ],
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
    first_line = next((line.strip() for line in article.text.splitlines() if line.strip()), "Article")
    return {
        "id": f"r{number}",
        "title": shown(article.headline or first_line[:110]),
        "about": shown(", ".join(part for part in (article.publisher, article.published) if part)),
        "language": article.language or "en",
        "paragraphs": [Markup("").join(_markup(f"r{number}", p) for p in line) for line in _paragraphs(record)],
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
            {"told": shown(standing.conflict(record, c)), "sides": c.evidence} for c in record.conflicts
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
    return {"sign": cell.sign, "stances": cell.stances, "evidence": cell.evidence, "conditions": conditions}


def _statement(record: Record, statement: Statement) -> dict[str, object]:
    return {
        "id": statement.id,
        "speaker": shown(lines.speaker(record, statement)),
        "manner": [shown(part) for part in lines.manner(record, statement)],
        "words": shown(lines.words(record, statement)),
        "place": f"{statement.content[0].start}–{statement.content[-1].end}",
        "nested": statement.inside is not None,
        "floating": not statement.cue,
    }


def pieces(record: Record) -> list[Piece]:
    """The text cut at every end of a source, cue or content; each piece carries the innermost mark on it."""
    marks = sorted(_marks(record), key=lambda m: m[0].end - m[0].start, reverse=True)
    cuts = sorted({0, len(record.article.text), *(at for span, _, _ in marks for at in span)})
    place = {at: n for n, at in enumerate(cuts)}
    over: list[tuple[str | None, str, int]] = [(None, "", 0)] * max(1, len(cuts) - 1)
    for span, statement, role in marks:  # longer ones first, so that shorter ones lie on top
        for n in range(place[span.start], place[span.end]):
            over[n] = (statement, role, over[n][2] + (role == "content"))
    begun: set[str] = set()
    found = []
    for n, (start, end) in enumerate(pairwise(cuts)):
        owner, role, depth = over[n]
        first = role == "content" and owner is not None and owner not in begun
        if first and owner is not None:
            begun.add(owner)
        found.append(Piece(record.article.text[start:end], owner, role, first, depth))
    return found


def _marks(record: Record) -> list[tuple[Span, str, str]]:
    return [
        (span, statement.id, role)
        for statement in record.statements
        for role, spans in (("source", statement.source), ("cue", statement.cue), ("content", statement.content))
        for span in spans
    ]


def _paragraphs(record: Record) -> list[list[Piece]]:
    """Pieces line by line; empty lines are left out."""
    paragraphs: list[list[Piece]] = [[]]
    for piece in pieces(record):
        for n, part in enumerate(re.split(r"\r\n|[\r\n\u2028\u2029]", piece.text)):
            if n:
                paragraphs.append([])
            if part:
                first = piece.first and n == 0
                paragraphs[-1].append(Piece(part, piece.statement, piece.role, first, piece.depth))
    return [p for p in paragraphs if "".join(piece.text for piece in p).strip()]


def _markup(article: str, piece: Piece) -> Markup:
    text = shown(piece.text)
    if piece.statement is None:
        return text
    anchor = Markup(' id="{}-{}-text"').format(article, piece.statement) if piece.first else ""
    return Markup('<a class="{} d{}" href="#{}-{}" data-s="{}-{}"{}>{}</a>').format(
        piece.role, min(piece.depth, 3), article, piece.statement, article, piece.statement, anchor, text
    )


def shown(text: str) -> Markup:
    """Escaped text; characters that would turn or hide text become visible signs."""
    out, at = Markup(""), 0
    for match in _UNSHOWABLE.finditer(text):
        sign = _TURNING.get(match.group(), f"U+{ord(match.group()):04X}")
        out += escape(text[at : match.start()]) + Markup('<span class="sign">{}</span>').format(sign)
        at = match.end()
    return out + escape(text[at:])


def _file(name: str) -> str:
    return (files("verbale.views") / "templates" / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(loader=FunctionLoader(_file), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("page.html")
