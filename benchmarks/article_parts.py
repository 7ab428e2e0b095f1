"""The answers that belong to no statement: offices, metonyms, boilerplate, what is no statement."""

from __future__ import annotations

from collections.abc import Iterator

import verbale

from .answers import FOUND, Answers, characters
from .naming import is_actor, same_name, within

Checked = Iterator[tuple[str, bool, str]]  # part, right or not, what was asked


def check(answers: Answers, record: verbale.Record) -> Checked:
    yield from offices(answers, record)
    yield from metonyms(answers, record)
    yield from lines(answers, record)


def offices(answers: Answers, record: verbale.Record) -> Checked:
    """An actor of the name holds an office for that body, of that title or a longer or shorter one."""
    for asked in answers.listed("actors"):
        if asked.get("role"):
            actors = (a for a in record.actors if is_actor(record, a.id, asked["name"], asked.get("type")))
            held = (office for actor in actors for office in actor.offices)
            ok = any(_is_office(answers, record, office, asked["role"], asked.get("of")) for office in held)
            yield "offices", ok, f"{asked['name']}, {asked['role']} of {asked.get('of')}"


def _is_office(
    answers: Answers, record: verbale.Record, office: verbale.Office, title: str, of: str | None
) -> bool:
    same = within(title, office.title) or within(office.title, title)
    return same and (
        of is None or is_actor(record, office.of, of, answers.kind(of)) or within(of, office.title)
    )


def metonyms(answers: Answers, record: verbale.Record) -> Checked:
    """The actor meant has a mention over the first place where these words stand."""
    for said, meant in (answers.asked.get("metonyms") or {}).items():
        start = answers.text.index(said)
        end = start + len(said)
        here = [a.name for a in record.actors if any(m.start < end and m.end > start for m in a.mentions)]
        yield "metonyms", any(same_name(meant, name) for name in here), f"{said} is {meant} | got {here}"


def lines(answers: Answers, record: verbale.Record) -> Checked:
    """Boilerplate is reported as such, and neither it nor what is listed as no statement is one."""
    reported = characters(record.boilerplate)
    for line in answers.listed("boilerplate"):
        place = _place(answers, line)
        yield "boilerplate", len(place & reported) > FOUND * len(place), line
    for line in (*answers.listed("boilerplate"), *answers.listed("not_statements")):
        place = _place(answers, line)
        taken = any(len(characters(s.content) & place) > len(place) / 2 for s in record.statements)
        yield "not_statements", not taken, line


def _place(answers: Answers, line: str) -> set[int]:
    start = answers.text.index(line)
    return set(range(start, start + len(line)))
