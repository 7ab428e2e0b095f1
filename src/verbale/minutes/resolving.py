"""Whom and what a reviewer means: names and ids become numbers of the minutes, ids of statements anchors.

A name is first an id of the article's record (A2), then what the article calls somebody, then the only one of the
minutes that is called so; what nobody is called yet becomes an actor, question or meeting of its own, if it may.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select

from verbale.errors import BadRuling, NoSuchValue

from . import tables
from .actors import key_of
from .fields import FIELDS
from .joining import meeting_key, plain, storable
from .names import fold, sound
from .portable import HOMES, Place, followed, is_number, is_place
from .questions import telling

_ID = re.compile(r"[AQM]\d+")
_NAMES: dict[str, Any] = {
    "actor": tables.actors.c.folded, "question": func.lower(tables.questions.c.label),
    "meeting": func.lower(tables.meetings.c.name),
}  # fmt: skip


def resolved(at: Place, kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Checked values as they are kept. Raises NoSuchValue and BadRuling."""
    return {name: _resolved(at, FIELDS[kind][name].sort, value) for name, value in values.items()}


def _resolved(at: Place, sort: str, value: Any) -> Any:
    if value is None:
        return None
    if sort in HOMES:
        return number_of(at, sort, value)
    if sort == "actors":
        return list(dict.fromkeys(number_of(at, "actor", each) for each in value))
    if sort == "evidence":
        return _anchors(at, value)
    if sort == "sides":
        return [_anchors(at, side) for side in value]
    if sort == "offices":
        return [office | {"of": _resolved(at, "actor", office["of"])} for office in value]
    return value


def _anchors(at: Place, evidence: Sequence[str]) -> list[str]:
    known = set(at.anchors.values())
    for each in evidence:
        if each not in at.anchors and each not in known and not is_place(each):
            raise NoSuchValue(f"the article has no statement or event {each}")
    return at.anchored(evidence)


def number_of(at: Place, kind: str, told: int | str) -> int:
    """The actor, question or meeting of a number, an id or a name; made where there is none of that name.
    Raises NoSuchValue, and BadRuling for a name that several have."""
    if isinstance(told, int):
        found = followed(at.connection, kind, told) if is_there(at.connection, kind, told) else None
        if found is None:
            raise NoSuchValue(f"there is no {kind} {told}")
        return found
    if _ID.fullmatch(told) and told[0] == kind[0].upper():
        return _with_id(at, kind, told)
    own = called_so(at, kind, told)
    if len(own) > 1:
        numbers = ", ".join(map(str, own))
        raise BadRuling(f"several {kind}s are called '{told}': {numbers}", "Give the number of the one that is meant.")
    if not own and not at.new:
        raise NoSuchValue(f"no {kind} is called '{told}'", f"`verbale {kind}s` lists them; --new makes one.")
    return own[0] if own else make(at.connection, kind, _new(kind, told))


def called_so(at: Place, kind: str, told: str) -> list[int]:
    """Numbers of those that a name, or an actor's id in the article, stands for."""
    if kind == "actor" and told in at.homes:
        return [at.homes[told]]
    called = _NAMES[kind] == (fold(told) if kind == "actor" else told.lower())
    here = called | (func.lower(tables.joins.c.name) == told.lower())
    return _called(at, kind, here, here=True) or _called(at, kind, called, here=False)


def _with_id(at: Place, kind: str, local: str) -> int:
    j = tables.joins.c
    own = select(j.home).where(j.article == at.article, j.kind == kind, j.local == local)
    found = at.connection.execute(own).scalar()
    if found is None:
        raise NoSuchValue(f"the article has no {kind} {local}", "Give an id of its record, a number or a name.")
    return int(found)


def is_there(connection: Connection, kind: str, number: int) -> bool:
    """Whether the minutes have an actor, question or meeting of this number, merged into another or not."""
    c = HOMES[kind].c
    return is_number(number) and connection.execute(select(c.number).where(c.number == number)).first() is not None


def _called(at: Place, kind: str, called: ColumnElement[bool], here: bool) -> list[int]:
    c, j = HOMES[kind].c, tables.joins.c
    query = select(func.coalesce(c.merged_into, c.number)).where(called)
    if here:
        query = query.join(tables.joins, (j.kind == kind) & (j.home == func.coalesce(c.merged_into, c.number)))
        query = query.where(j.article == at.article)
    if kind == "actor":
        query = query.where(tables.actors.c.kind != "unnamed")
    return sorted(set(at.connection.scalars(query.limit(20))))


def _new(kind: str, told: str) -> dict[str, Any]:
    return {"label": told} if kind == "question" else {"name": told}


def make_new(connection: Connection, kind: str, values: Mapping[str, Any]) -> int:
    """A new one that the minutes have not. Raises BadRuling where one is called so already."""
    told = str(values.get("label") or values.get("name"))
    called = _NAMES[kind] == (fold(told) if kind == "actor" else told.lower())
    if kind == "meeting" and values.get("date"):
        called &= tables.meetings.c.date == values["date"]
    row = connection.execute(select(HOMES[kind].c.number).where(called, HOMES[kind].c.merged_into.is_(None))).first()
    if row is not None:
        raise BadRuling(f"the minutes have {kind} {row.number}, which is called so", "Name it by its number.")
    return make(connection, kind, values)


def make(connection: Connection, kind: str, values: Mapping[str, Any]) -> int:
    """A new actor, question or meeting; gives its number."""
    own = {name: field.default for name, field in FIELDS[kind].items()} | dict(values)
    own |= columns(kind, own)
    key = connection.execute(insert(HOMES[kind]).values(storable(own))).inserted_primary_key
    number = int(key[0])  # type: ignore[index]
    if kind == "question":
        learn(connection, number, own["label"])
    return number


def columns(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """What else stands in the row of an actor or meeting that is called so: what it is found and joined by."""
    if kind == "actor":
        return {"folded": fold(values["name"]), "key": key_of(values["name"], values["kind"], values["country"]),
                "sound": sound(values["name"]) if values["kind"] == "person" else None}  # fmt: skip
    return {"key": meeting_key(telling(values["name"]))} if kind == "meeting" else {}


def learn(connection: Connection, question: int, label: str) -> None:
    """Let a question be found, and others be joined to it, by the words of a label."""
    w = tables.question_words
    known = set(connection.scalars(select(w.c.stem).where(w.c.question == question)))
    rows = [{"question": question, "stem": plain(s), "label": True} for s in sorted(telling(label) - known)]
    if rows:
        connection.execute(insert(w), rows)
