"""What a filter leaves: statements, positions and articles, by what they are about and who speaks in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from . import tables
from .answers import Filter
from .layering import chosen, in_days, latest, of_article, within
from .naming import meetings_named, questions_named, whose
from .proving import proving


def stated(connection: Connection, asked: Filter) -> tuple[Select[Any], ColumnElement[str]]:
    """The statements that a filter leaves, and what puts them in the order of days; there is an index that has one
    actor's in that order."""
    s, tie = tables.statements, tables.speakers.c
    query, order = chosen("statement", s, asked), in_days(s.c.made, asked)
    if asked.quotation:
        query = query.where(s.c.quotation == asked.quotation)
    if asked.of_actors:
        ours = whose(connection, asked)
        if _is_one(ours):
            query = query.join(tables.speakers, tie.statement == s.c.number).where(tie.actor.in_(ours))
            order = latest(tie.made)
        else:
            query = query.where(s.c.number.in_(select(tie.statement).where(tie.actor.in_(ours))))
    if asked.on is not None or asked.stance:
        query = query.where(proving(connection, asked))
    if asked.meeting is not None:
        j = tables.joins.c
        homes = meetings_named(connection, asked.meeting)
        query = query.where(s.c.article.in_(select(j.article).where(j.kind == "meeting", j.home.in_(homes))))
    return within(query, s.c.made, asked), order


def held(connection: Connection, asked: Filter) -> tuple[Select[Any], ColumnElement[str]]:
    """The positions that a filter leaves, and what puts them in order, as with statements."""
    p = tables.positions
    query, order = chosen("position", p, asked), in_days(p.c.made, asked)
    if asked.of_actors:
        ours = whose(connection, asked)
        query, order = query.where(p.c.actor.in_(ours)), latest(p.c.made) if _is_one(ours) else order
    if asked.on is not None:
        query = query.where(p.c.question.in_(questions_named(connection, asked.on)))
    if asked.stance:
        query = query.where(func.coalesce(p.c.stance, "") == asked.stance)  # so that no index serves: it has too many
    return within(query, p.c.made, asked), order


def _is_one(actors: Sequence[int] | Select[Any]) -> bool:
    return not isinstance(actors, Select) and len(actors) == 1


def telling_of(connection: Connection, asked: Filter) -> Select[Any]:
    """The articles that tell of what a filter names, whenever they appeared, in no order."""
    a, j = tables.articles.c, tables.joins.c
    query = select(a.number).where(*of_article(asked, a.number))
    for kind, homes in _told_of(connection, asked):
        query = query.where(a.number.in_(select(j.article).where(j.kind == kind, j.home.in_(homes))))
    return query


def _told_of(connection: Connection, asked: Filter) -> Iterator[tuple[str, Any]]:
    """The kind and the numbers of what a filter wants articles to tell of."""
    if asked.of_actors:
        yield "actor", whose(connection, asked)
    if asked.on is not None:
        yield "question", questions_named(connection, asked.on)
    if asked.meeting is not None:
        yield "meeting", meetings_named(connection, asked.meeting)
