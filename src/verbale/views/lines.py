"""What every view says of a statement, in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from verbale.record import Actor, Record, Span, Statement, by_id

_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")


def names(record: Record) -> dict[str, str]:
    """The name of each actor by its id."""
    return {actor.id: actor.name for actor in record.actors}


def speaker(record: Record, statement: Statement) -> str:
    """ "Ann Roe, mayor of Esbjerg" or "Ann Roe and Bob Doe"; "no source" where none is given."""
    actors = by_id(record.actors)
    known = [actors[i] for i in statement.speakers if i in actors]
    if not known:
        return "no source"
    if len(known) > 1:
        return ", ".join(a.name for a in known[:-1]) + " and " + known[-1].name
    title = office(record, known[0])
    return known[0].name + (f", {title}" if title else "")


def office(record: Record, actor: Actor) -> str:
    """The first office of an actor with what it is held for; empty when it has none or is called by it."""
    if not actor.offices or actor.kind == "unnamed":
        return ""
    first = actor.offices[0]
    of = names(record).get(first.of or "")
    return f"{first.title} of {of}" if of and of.lower() not in first.title.lower() else first.title


def manner(record: Record, statement: Statement) -> list[str]:
    """How it was said, in a few words each: direct, denied, to whom, via whom, when, inside which."""
    known = names(record)

    def listed(ids: tuple[str, ...]) -> str:
        return ", ".join(known.get(i, i) for i in ids)

    parts: list[str] = [statement.quotation]
    parts += [statement.act] if statement.act != "assertive" else []
    parts += ["denied"] if statement.denied else []
    parts += ["anonymous"] if statement.anonymous else []
    parts += [f"to {listed(statement.addressees)}"] if statement.addressees else []
    parts += [f"via {listed(statement.via)}"] if statement.via else []
    parts += [f"at {record.article.quote(statement.occasion)}"] if statement.occasion else []
    parts += [f"on {statement.made.value}"] if statement.made and statement.made.span else []
    parts += [f"citing {listed(statement.cites)}"] if statement.cites else []
    parts += [f"not confirmed by {listed(statement.not_confirmed_by)}"] if statement.not_confirmed_by else []
    parts += [f"inside {statement.inside}"] if statement.inside else []
    return [" ".join(part.split()) for part in parts]


def words(record: Record, statement: Statement) -> str:
    """The content as it stands, an ellipsis where it is interrupted, line breaks as spaces."""
    return _quoted(record, statement.content)


def cue(record: Record, statement: Statement) -> str:
    """The words that say that something was said: "denied", "cast doubt on"; without them a content may mean little."""
    return _quoted(record, statement.cue).rstrip(" :,")


def place(record: Record, statement: Statement) -> str:
    """Where the content stands in the article's text: "line 3, characters 120–164"."""
    start, end = statement.content[0].start, statement.content[-1].end
    line = record.article.text.count("\n", 0, start) + 1
    return f"line {line}, characters {start}–{end}"


def day(told: str | None) -> str:
    """A date of a record for people: an ISO week by its Monday, "week of 16 March 2026"; others as they are."""
    if told is None or not (week := _WEEK.fullmatch(told)):
        return told or ""
    first = date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1)
    return f"{'weekend' if week[3] else 'week'} of {first.day} {first:%B %Y}"


def _quoted(record: Record, spans: Iterable[Span]) -> str:
    return " … ".join(" ".join(record.article.quote(span).split()) for span in spans)
