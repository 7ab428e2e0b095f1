"""Who stands where at a glance: a matrix of actors and questions, and whom an actor agrees with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from . import tables
from .answers import Cell, Company, Filter, Matrix, Named
from .asking import Asking
from .layering import chosen, latest, source, whole, within
from .naming import questions_named, whose
from .proving import Proofs, known, names, proofs


class Glancing(Asking):
    """The last positions of many, side by side."""

    def matrix(self, asked: Filter = Filter(), questions: int = 12, actors: int = 30) -> Matrix:
        """Who stands where last, on the questions on which most is held."""
        with self.database.reading() as connection:
            ours = whose(connection, asked) if asked.of_actors else None
            last = connection.execute(_last(_weighed(connection, asked, questions), asked, ours)).all()
            most = [n for n, _ in Counter(row.actor for row in last).most_common(actors)]
            shown = {row.number: row for row in last if row.actor in most}
            rows = whole(connection, "position", tables.positions, list(shown), asked)
            called = names(connection, tables.actors, most)
            labels = names(connection, tables.questions, {row.question for row in last})
            proven = proofs(connection, [(r.article, i) for r in rows for i in r.evidence[:1]], asked.layer)
        weight = Counter[int]()
        for row in last:
            weight[row.question] += row.times
        columns = [n for n, _ in weight.most_common()]
        cells = {
            (r.actor, r.question): _cell(r, shown[r.number], called[r.actor], labels[r.question], proven) for r in rows
        }
        return Matrix(tuple(labels[n] for n in columns), tuple(called[n] for n in most),
                      tuple(tuple(cells.get((a, q)) for q in columns) for a in most))  # fmt: skip

    def company(self, number: int, asked: Filter = Filter(), questions: int = 5, actors: int = 20) -> list[Company]:
        """Who stands where an actor stands, and who does not, on the questions on which it has said the most."""
        with self.database.reading() as connection:
            weighed = _weighed(connection, replace(asked, by=number), questions)
            rows = connection.execute(_last(weighed, replace(asked, by=None, on=None))).all()
            own = {row.question: row.stance for row in rows if row.actor == number}
            found: dict[int, tuple[list[int], list[int]]] = {}
            for row in rows:
                if row.actor != number and row.question in own:
                    found.setdefault(row.actor, ([], []))[row.stance != own[row.question]].append(row.question)
            most = sorted(found.items(), key=lambda each: -len(each[1][0]) - len(each[1][1]))[:actors]
            called = names(connection, tables.actors, [other for other, _ in most])
            labels = names(connection, tables.questions, own)
        return [
            Company(called[other], tuple(labels[q] for q in agree), tuple(labels[q] for q in differ))
            for other, (agree, differ) in most
        ]


def _weighed(connection: Connection, asked: Filter, questions: int) -> Sequence[int]:
    """The questions on which most is held, of those that the filter leaves."""
    p = tables.positions
    weight = chosen("position", p, asked).with_only_columns(p.c.question).group_by(p.c.question)
    if asked.on is not None:
        weight = weight.where(p.c.question.in_(questions_named(connection, asked.on)))
    if asked.of_actors:
        weight = weight.where(p.c.actor.in_(whose(connection, asked)))
    return connection.scalars(weight.order_by(func.count().desc(), p.c.question).limit(questions)).all()


def _last(questions: Sequence[int], asked: Filter, actors: Sequence[int] | Select[Any] | None = None) -> Select[Any]:
    """The last position of each actor on each of the questions, with how many there are, and the least and the
    greatest of their stances by name."""
    p = tables.positions
    query = chosen("position", p, asked).where(p.c.question.in_(questions))
    query = query if actors is None else query.where(p.c.actor.in_(actors))
    own = (p.c.question, p.c.actor)
    turn = func.row_number().over(partition_by=own, order_by=(latest(p.c.made).desc(), p.c.number.desc()))
    least, greatest = (each(p.c.stance).over(partition_by=own) for each in (func.min, func.max))
    told = within(query, p.c.made, asked).with_only_columns(
        p.c.number, p.c.actor, p.c.question, p.c.stance, turn.label("turn"),
        func.count().over(partition_by=own).label("times"), least.label("least"), greatest.label("greatest"),
    ).subquery()  # fmt: skip
    return select(told).where(told.c.turn == 1)


def _cell(row: Row[Any], last: Row[Any], actor: Named, question: Named, proven: Proofs) -> Cell:
    proof = next((each.id for each in known(proven, row.article, row.evidence)), None)
    return Cell(actor, question, row.stance, row.made, last.times, last.least != last.greatest,
                source(row), proof)  # fmt: skip
