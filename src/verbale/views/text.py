"""A record for eyes, in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from verbale.record import Record, Statement, title_of

from . import lines, standing

BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def render(record: Record, *, width: int = 80, color: bool = False) -> str:
    """The record in lines of at most `width` columns: who, how, what, where; then actors and notes."""
    return "\n".join(_lines(record, max(40, width), color)) + "\n"


def _lines(record: Record, width: int, color: bool) -> Iterator[str]:
    yield from _heading(record, width, color)
    for statement in record.statements:
        yield ""
        yield from _statement(record, statement, width, color)
    if not record.statements:
        yield ""
        yield "No statements were found."
    yield from _positions(record, width, color)
    yield from _meetings(record, width, color)
    yield from _conflicts(record, width, color)
    yield from _events(record, width, color)
    yield from _actors(record, width, color)
    yield from _rest(record, width)


def _heading(record: Record, width: int, color: bool) -> Iterator[str]:
    article = record.article
    title = title_of(article.headline, article.text)
    for line in textwrap.wrap(safe(title), width):
        yield styled(line, BOLD, color)
    about = ", ".join(part for part in (article.publisher, article.published) if part)
    count = len(record.statements)
    yield safe(f"{about}{' — ' if about else ''}{count} statement{'' if count == 1 else 's'}")


def _statement(record: Record, statement: Statement, width: int, color: bool) -> Iterator[str]:
    label = f"{statement.id:<5}"
    who = textwrap.wrap(safe(lines.speaker(record, statement)), width - 5) or [""]
    yield label + styled(who[0], BOLD, color)
    yield from (" " * 5 + styled(line, BOLD, color) for line in who[1:])
    how = safe("; ".join(lines.manner(record, statement)))
    place = f"{how} [{lines.place(record, statement)}]"
    yield from (styled(line, DIM, color) for line in _indented(place, width))
    cue = lines.cue(record, statement)
    yield from _indented(safe(f"{cue}: " if cue else "") + safe(lines.words(record, statement)), width)


def _positions(record: Record, width: int, color: bool) -> Iterator[str]:
    """A matrix of actors and questions: numbered columns, their labels below."""
    table = standing.matrix(record)
    if not table.rows:
        return
    yield from ("", styled("Positions", BOLD, color))
    shown = max(1, min(len(table.questions), (width - 30) // 7))
    name = min(width - 7 * shown - 2, 2 + max(len(actor) for actor, _ in table.rows))
    yield " " * name + "".join(f"{q.id:>7}" for q in table.questions[:shown])
    for actor, cells in table.rows:
        if any(cells[:shown]):
            signs = "".join(f"{cell.sign if cell else '':>7}" for cell in cells[:shown])
            yield safe(actor if len(actor) < name else actor[: name - 2] + "…").ljust(name) + signs
    for number, question in enumerate(table.questions):
        who = [f"{a} {c.sign} {c.sure} [{', '.join(c.evidence)}]" for a, cells in table.rows if (c := cells[number])]
        yield from textwrap.wrap(safe(f"{question.id:<5}{question.label}"), width, subsequent_indent=" " * 5)
        yield from (styled(line, DIM, color) for line in _indented(safe("; ".join(who)), width))
    yield from _indented("+ support, – oppose, if: under a condition, 0 neutral; per cent: how sure", width)
    for position in record.positions:
        if position.condition:
            label = f"{lines.names(record).get(position.actor)} on {position.question}: {position.condition}"
            yield from _indented(safe(" ".join(label.split())), width)


def _meetings(record: Record, width: int, color: bool) -> Iterator[str]:
    told = [m for m in record.meetings if m.participation or m.date]
    if told:
        yield from ("", styled("Meetings", BOLD, color))
    for meeting in told:
        yield from textwrap.wrap(safe(f"{meeting.id:<5}{standing.meeting(meeting)}"), width, subsequent_indent=" " * 5)
        for part in meeting.participation:
            row = f"{standing.participation(record, part)} [{', '.join(part.evidence)}]"
            yield from (styled(line, DIM, color) for line in _indented(safe(row), width))


def _conflicts(record: Record, width: int, color: bool) -> Iterator[str]:
    if record.conflicts:
        yield from ("", styled("Conflicts", BOLD, color))
    for conflict in record.conflicts:
        sides = " / ".join(", ".join(side) for side in standing.sides(conflict))
        row = f"{conflict.id:<5}{standing.conflict(record, conflict)} [{sides}]"
        yield from textwrap.wrap(safe(row), width, subsequent_indent=" " * 5)


def _events(record: Record, width: int, color: bool) -> Iterator[str]:
    if record.events:
        yield from ("", styled("Events", BOLD, color))
    for event in record.events:
        proof = f" [{', '.join(event.evidence)}]" if event.evidence else ""
        row = f"{event.id:<5}{standing.event(record, event)}{proof}"
        yield from textwrap.wrap(safe(row), width, subsequent_indent=" " * 5)
    if record.attitudes:
        yield from ("", styled("Attitudes", BOLD, color))
    for attitude in record.attitudes:
        proof = f" [{', '.join(attitude.evidence)}]" if attitude.evidence else ""
        yield from _indented(safe(f"{standing.attitude(record, attitude)}{proof}"), width)


def _actors(record: Record, width: int, color: bool) -> Iterator[str]:
    if not record.actors:
        return
    yield ""
    yield styled("Actors", BOLD, color)
    for actor in record.actors:
        title = lines.office(record, actor)
        about = f"{actor.name} ({actor.kind}{', ' + actor.country if actor.country else ''})"
        yield from textwrap.wrap(safe(f"{actor.id:<5}{about}{' — ' + title if title else ''}"), width,
                                 subsequent_indent=" " * 5)  # fmt: skip


def _rest(record: Record, width: int) -> Iterator[str]:
    for span in record.boilerplate:
        yield ""
        yield from textwrap.wrap(safe("Not part of the article: " + record.article.quote(span)), width)
    for note in record.notes:
        yield ""
        yield from textwrap.wrap(safe(f"Note: {note.message}"), width)


def _indented(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=" " * 5, subsequent_indent=" " * 5)


_JOINERS = "\u200c\u200d"  # letters of Persian and parts of emoji hold together by them


def safe(text: str) -> str:
    """Without characters that steer a terminal or turn the direction of writing."""
    return "".join(c if c.isprintable() or c in _JOINERS else "�" for c in text)


def styled(text: str, style: str, color: bool) -> str:
    return f"{style}{text}{PLAIN}" if color else text
