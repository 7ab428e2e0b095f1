"""A text with the sources, cues and contents of its statements marked.

Article text is hostile: everything is escaped, and characters that turn the direction of writing or hide text are
shown as signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from verbale.record import Record, Span

Mark = tuple[Span, str, str]  # where, the statement's id, and source, cue or content
ROLES = ("source", "cue", "content")
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
_UNSHOWABLE = re.compile(f"[{_TURNING}\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the same marks on all its characters; `role` is source, cue or content."""

    text: str
    statement: str | None
    role: str
    first: bool  # whether the statement's content begins here
    depth: int


def marks_of(record: Record) -> list[Mark]:
    """The marks of all statements of a record."""
    return [
        (span, statement.id, role)
        for statement in record.statements
        for role in ROLES
        for span in getattr(statement, role)
    ]


def pieces(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """The text cut at every end of a source, cue or content; each piece carries the innermost mark on it."""
    longest = sorted(marks, key=lambda m: m[0].end - m[0].start, reverse=True)
    cuts = sorted({0, len(text), *(at for span, _, _ in longest for at in span)})
    place = {at: n for n, at in enumerate(cuts)}
    over: list[tuple[str | None, str, int]] = [(None, "", 0)] * max(1, len(cuts) - 1)
    for span, statement, role in longest:  # so that shorter ones lie on top
        for n in range(place[span.start], place[span.end]):
            over[n] = (statement, role, over[n][2] + (role == "content"))
    begun: set[str] = set()
    found = []
    for n, (start, end) in enumerate(pairwise(cuts)):
        owner, role, depth = over[n]
        first = role == "content" and owner is not None and owner not in begun
        if first and owner is not None:
            begun.add(owner)
        found.append(Piece(text[start:end], owner, role, first, depth))
    return found


def paragraphs(text: str, marks: Iterable[Mark], prefix: str = "", page: str | None = "") -> list[Markup]:
    """The text line by line, marked; empty lines are left out. A mark leads to the element `prefix` + statement id of
    the same page or of another, at the address `page`, or nowhere (None); the first of a statement's content is the
    element `prefix` + id + `-text`, where the page is the same."""
    return [line for _, line in placed(text, marks, prefix, page)]


def placed(text: str, marks: Iterable[Mark], prefix: str = "", page: str | None = "") -> list[tuple[int, Markup]]:
    """As `paragraphs`, each with the place of its first character in the text."""
    lines = _lines(pieces(text, marks))
    return [(at, Markup("").join(_markup(prefix, page, piece) for piece in line)) for at, line in lines]


def _lines(found: Sequence[Piece]) -> list[tuple[int, list[Piece]]]:
    lines: list[tuple[int, list[Piece]]] = [(0, [])]
    at = 0
    for piece in found:
        for n, part in enumerate(re.split(r"(\r\n|[\r\n\u2028\u2029])", piece.text)):
            at += len(part)
            if n % 2:
                lines.append((at, []))
            elif part:
                lines[-1][1].append(Piece(part, piece.statement, piece.role, piece.first and n == 0, piece.depth))
    return [(start, line) for start, line in lines if "".join(piece.text for piece in line).strip()]


def _markup(prefix: str, page: str | None, piece: Piece) -> Markup:
    text = shown(piece.text)
    if piece.statement is None:
        return text
    look = f"{piece.role} d{min(piece.depth, 3)}"
    if page is None:
        return Markup('<span class="{}">{}</span>').format(look, text)
    name = prefix + piece.statement
    anchor = Markup(' id="{}-text"').format(name) if piece.first and not page else ""
    return Markup('<a class="{}" href="{}#{}" data-s="{}"{}>{}</a>').format(look, page, name, name, anchor, text)


def shown(text: str) -> Markup:
    """Escaped text; characters that would turn or hide text become visible signs."""
    out, at = Markup(""), 0
    for match in _UNSHOWABLE.finditer(text):
        out += escape(text[at : match.start()]) + Markup('<span class="sign">{}</span>').format(_sign(match))
        at = match.end()
    return out + escape(text[at:])


def plainly(text: str) -> str:
    """The text with the same signs in brackets, for where no element can stand."""
    return _UNSHOWABLE.sub(lambda match: f"[{_sign(match)}]", text)


def _sign(match: re.Match[str]) -> str:
    return f"U+{ord(match.group()):04X}"
