"""Whom, what and which meeting a question to the minutes names: by number, by name, by words of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from verbale.errors import BadQuery, NoSuchValue

from . import tables
from .answers import Filter
from .matching import parse, ranked
from .names import fold
from .questions import telling

MENTIONING = 50  # articles, the newest with a name, that say whose it is


def actors_named(connection: Connection, by: str | int) -> list[int]:
    """Actors by number, by country code, by whole name, by words in it, or else by what articles call them in passing.
    Raises NoSuchValue."""
    a = tables.actors.c
    told = str(by).strip()
    tried: list[ColumnElement[bool]] = [a.number == int(told)] if _is_number(told) else []
    tried += [and_(a.country == told, a.kind == "state")] if len(told) == 2 and told.isupper() else []
    tried += [a.folded == fold(told), and_(*(a.folded.contains(w, autoescape=True) for w in fold(told).split()))]
    for condition in tried:
        query = select(func.coalesce(a.merged_into, a.number)).where(condition, a.kind != "unnamed")
        found = list(connection.scalars(query.distinct().limit(200)))
        if found and told:
            return found
    if found := _mentioned(connection, told):
        return found
    raise NoSuchValue(f"no actor is called '{told}'", "`verbale actors` lists those that are known.")


def _mentioned(connection: Connection, told: str) -> list[int]:
    """Whom the newest articles mention by a name that is not its own: a state by its capital, say. The one that is
    meant more often than all others, else all of them."""
    a, j = tables.articles.c, tables.joins.c
    times = Counter[int]()
    for row in connection.execute(
        select(j.home, j.details, a.text).join(tables.articles, a.number == j.article)
        .where(j.kind == "actor", j.article.in_(_articles_with(connection, told)))
    ):  # fmt: skip
        mentions = (row.text[start:end] for start, end in row.details.get("mentions", ()))
        times[row.home] += sum(fold(mention) == fold(told) for mention in mentions)
    most = [home for home, count in times.most_common() if count]
    return most[:1] if most and 2 * times[most[0]] > times.total() else most


def _articles_with(connection: Connection, told: str) -> list[int]:
    """The newest articles in which these words follow each other."""
    try:
        words = parse(f'"{told.replace(chr(34), " ")}"')
    except BadQuery:
        return []
    found = ranked(connection, tables.articles, words, select(tables.articles.c.number))
    return sorted(found, reverse=True)[:MENTIONING]


def questions_named(connection: Connection, on: str | int) -> list[int]:
    """Questions by number, or those with all the words. Raises NoSuchValue."""
    q, w = tables.questions.c, tables.question_words.c
    told = str(on).strip()
    if _is_number(told):
        query = select(func.coalesce(q.merged_into, q.number)).where(q.number == int(told))
    else:
        stems = telling(told)
        query = select(func.coalesce(q.merged_into, q.number)).join(tables.question_words, w.question == q.number)
        query = query.where(w.stem.in_(stems)).group_by(q.number, q.merged_into).having(func.count() == len(stems))
    found = list(dict.fromkeys(connection.scalars(query.limit(500))))
    if not found:
        raise NoSuchValue(f"no question has the words '{told}'", "`verbale questions` lists those that are known.")
    return found


def meetings_named(connection: Connection, name: str | int) -> list[int]:
    """Meetings by number, or those with all the words in their names. Raises NoSuchValue."""
    m = tables.meetings.c
    told = str(name).strip()
    if _is_number(told):
        condition: ColumnElement[bool] = m.number == int(told)
    else:
        condition = and_(*(func.lower(m.name).contains(w, autoescape=True) for w in told.lower().split()))
    found = list(connection.scalars(select(func.coalesce(m.merged_into, m.number)).where(condition).limit(200)))
    if not found or not told:
        raise NoSuchValue(f"no meeting is called '{told}'", "`verbale meetings` lists those that are known.")
    return found


def whose(connection: Connection, asked: Filter) -> Sequence[int] | Select[tuple[int]]:
    """Numbers of the actors that a filter names, by name or country or both."""
    a = tables.actors.c
    if asked.by is None:
        return select(a.number).where(a.country == (asked.country or "").upper())
    named = actors_named(connection, asked.by)
    if not asked.country:
        return named
    return select(a.number).where(a.number.in_(named), a.country == asked.country.upper())


def _is_number(told: str) -> bool:
    """Whether it is one that a table may have."""
    return told.isascii() and told.isdigit() and len(told) < 10
