"""Questions; one with who stood where when; and the matrix of who stands where on which."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starlette.responses import RedirectResponse

from verbale.minutes import Minutes
from verbale.minutes.answers import Cell, Matrix, Moved, Named, Raised, Standing

from .answering import page
from .asked import Asked
from .drawing import Drawing, by_actor, draw
from .listing import cut_off


@dataclass(frozen=True, slots=True)
class Questions:
    questions: tuple[Raised, ...]
    next: str | None


@page("/questions", "questions.html", narrows=("on",), table="questions")
def questions(minutes: Minutes, asked: Asked) -> Questions:
    return Questions(*cut_off(minutes.questions(asked.more()), asked.filter.limit))


@dataclass(frozen=True, slots=True)
class Question:
    """`positions`: the latest first; `changes`: who has moved; `figure`: actors by days, to be drawn."""

    question: Named
    called: tuple[tuple[str, int], ...]
    changes: tuple[Moved, ...]
    figure: Drawing
    positions: tuple[Standing, ...]
    next: str | None


NARROWS = ("by", "country", "since", "until", "stance", "publisher", "layer", "copies")
DRAWN = 200  # positions in a figure, the latest


@page("/questions/{number:int}", "question.html", narrows=NARROWS, table="positions")
def question(minutes: Minutes, asked: Asked, number: int) -> Question | RedirectResponse:
    home = minutes.named("question", number)
    if home.number != number:
        return RedirectResponse(f"/questions/{home.number}", 301)
    own = replace(asked.filter, on=number, after=None)
    drawn = minutes.positions(replace(own, limit=DRAWN))
    listed = minutes.positions(replace(asked.more(), on=number)) if asked.filter.after else drawn
    return Question(
        home, minutes.called("question", number), tuple(minutes.changes(replace(own, limit=20), newest=4000)),
        draw(by_actor(drawn)), *cut_off(listed, asked.filter.limit),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Positions:
    matrix: Matrix

    @property
    def cells(self) -> list[Cell]:
        """Those where something is known, row by row."""
        return [cell for row in self.matrix.cells for cell in row if cell is not None]


NARROWED = ("on", "by", "country", "since", "until", "publisher", "layer", "copies")


@page("/matrix", "matrix.html", narrows=NARROWED, table="cells")
def matrix(minutes: Minutes, asked: Asked) -> Positions:
    return Positions(minutes.matrix(asked.filter))
