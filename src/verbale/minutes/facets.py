"""How what was found can be narrowed further: by speaker, country, question, stance, meeting, outlet, quotation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, join, select, true

from . import tables
from .answers import Facet
from .proving import evidence_of, names

SHOWN = 8  # of each facet, the most frequent


def facets(connection: Connection, numbers: Sequence[int]) -> tuple[Facet, ...]:
    """Facets of the statements of these numbers, with how many of them each would leave."""
    s, a = tables.statements.c, tables.articles.c
    query = select(s.number, s.article, s.local, s.quotation, a.publisher).where(s.number.in_(numbers))
    rows = connection.execute(query.join(tables.articles, a.number == s.article)).all()
    outlets = Counter(row.publisher for row in rows if row.publisher)
    quoted = Counter(row.quotation for row in rows)
    return (
        *_speaking(connection, numbers),
        *_standing(connection, {(row.article, row.local): row.number for row in rows}),
        _meeting(connection, [row.article for row in rows]),
        Facet("publisher", tuple((name, name, n) for name, n in outlets.most_common(SHOWN))),
        Facet("quotation", tuple((kind, kind, n) for kind, n in quoted.most_common())),
    )


def _speaking(connection: Connection, numbers: Sequence[int]) -> Iterable[Facet]:
    t, a = tables.speakers.c, tables.actors.c
    query = select(t.statement, a.number, a.name, a.country).join(tables.actors, a.number == t.actor)
    rows = connection.execute(query.where(t.statement.in_(numbers))).all()
    called = {row.number: row.name for row in rows}
    times = Counter(row.number for row in rows)
    lands = Counter(land for _, land in {(row.statement, row.country) for row in rows if row.country})
    yield Facet("by", tuple((str(n), called[n], count) for n, count in times.most_common(SHOWN)))
    yield Facet("country", tuple((land, land, n) for land, n in lands.most_common(SHOWN)))


def _standing(connection: Connection, wanted: dict[tuple[int, str], int]) -> Iterable[Facet]:
    """By what the statements are evidence for."""
    p, evidence = tables.positions.c, evidence_of(connection)
    articles = sorted({article for article, _ in wanted})
    query = select(p.article, p.question, p.stance, evidence.c.value)
    query = query.select_from(join(tables.positions, evidence, true())).where(p.article.in_(articles))
    questions, stances = set[tuple[int, int]](), set[tuple[int, str]]()
    for article, question, stance, local in connection.execute(query):
        if (article, local) in wanted:
            questions.add((wanted[article, local], question))
            stances.add((wanted[article, local], stance))
    times = Counter(question for _, question in questions).most_common(SHOWN)
    labels = names(connection, tables.questions, [n for n, _ in times])
    yield Facet("on", tuple((str(n), labels[n].name, count) for n, count in times))
    yield Facet("stance", tuple((s, s, n) for s, n in Counter(stance for _, stance in stances).most_common()))


def _meeting(connection: Connection, articles: Sequence[int]) -> Facet:
    """By the meetings that their articles tell of."""
    j, within = tables.joins.c, Counter(articles)
    query = select(j.article, j.home).where(j.kind == "meeting", j.article.in_(list(within))).distinct()
    times = Counter[int]()
    for row in connection.execute(query):
        times[row.home] += within[row.article]
    called = names(connection, tables.meetings, [n for n, _ in times.most_common(SHOWN)])
    return Facet("meeting", tuple((str(n), called[n].name, count) for n, count in times.most_common(SHOWN)))
