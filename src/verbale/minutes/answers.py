"""What is asked of the minutes, and the values that answer it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal, get_args

from verbale.errors import BadQuery
from verbale.record import Quotation, Stance

Layer = Literal["ruled", "machine", "people"]
MOST = 1000
CHOICES = {"layer": get_args(Layer), "stance": get_args(Stance), "quotation": get_args(Quotation)}
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; what is None does not narrow it.

    Attributes:
        on: Words of a question, or its number.
        by: An actor's name, a country's code, or an actor's number.
        since: First day, ISO 8601, by when it was said or done, or else published.
        until: Last day.
        stance: Only these positions.
        quotation: direct, indirect or mixed.
        meeting: Words of a meeting's name, or its number.
        publisher: The outlet.
        country: Speakers and actors of this state, ISO 3166-1 alpha-2.
        article: Id of an article.
        layer: ruled: the machine's values as reviewers have ruled; machine: without rulings; people: those ruled on.
        copies: Count near-copies of an article too.
        limit: How many at most.
        after: The cursor that came with the answer before.
    """

    on: str | int | None = None
    by: str | int | None = None
    since: str | None = None
    until: str | None = None
    stance: str | None = None
    quotation: str | None = None
    meeting: str | int | None = None
    publisher: str | None = None
    country: str | None = None
    article: str | None = None
    layer: Layer = "ruled"
    copies: bool = False
    limit: int = 100
    after: str | None = None

    def __post_init__(self) -> None:
        for name in ("since", "until"):
            day = getattr(self, name)
            if day is not None and not _DAY.fullmatch(day):
                raise BadQuery(f"'{day}' is no day", f"Write {name} as 2026-03-04, 2026-03 or 2026.")
        for name, choices in CHOICES.items():
            if getattr(self, name) not in (None, *choices):
                raise BadQuery(f"'{getattr(self, name)}' is no {name}", f"It is one of {', '.join(choices)}.")
        if not 1 <= self.limit <= MOST:
            raise BadQuery(f"{self.limit} is no limit", f"Ask for 1 to {MOST} at a time.")


@dataclass(frozen=True, slots=True)
class Named:
    """An actor, a question or a meeting of the minutes, by its number and name."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Listed:
    """An article of the minutes, when it was added, and how many statements it has."""

    number: int
    id: str
    publisher: str | None
    published: str | None
    headline: str | None
    added: str
    statements: int


@dataclass(frozen=True, slots=True)
class Source:
    """The article that says it."""

    id: str
    publisher: str | None
    published: str | None
    headline: str | None


@dataclass(frozen=True, slots=True)
class Proof:
    """A statement or event that proves a value: its id in the record, who, and the words."""

    id: str
    speaker: str | None
    words: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """What rulings made of a value: the verdict, by whom, what the machine said, and whether reviewers disagree."""

    verdict: str
    by: str
    machine: dict[str, Any]
    disputed: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of the minutes."""

    number: int
    id: str
    anchor: str
    article: Source
    speaker: Named | None
    words: str
    quotation: str
    act: str
    denied: bool
    anonymous: bool
    made: str | None
    spans: dict[str, list[list[int]]]
    details: dict[str, Any]
    confidence: float
    ruled: Ruled | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A position of the minutes."""

    number: int
    id: str
    anchor: str
    article: Source
    actor: Named
    question: Named
    stance: str
    condition: str | None
    made: str | None
    evidence: tuple[Proof, ...]
    confidence: float
    ruled: Ruled | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """An actor's part in a meeting, as one article tells it."""

    number: int
    anchor: str
    article: Source
    meeting: Named
    actor: Named
    role: str
    status: str
    according_to: Named | None
    made: str | None
    evidence: tuple[Proof, ...]
    ruled: Ruled | None = None


@dataclass(frozen=True, slots=True)
class Ahead:
    """A meeting of the minutes; `parts` are empty in lists."""

    number: int
    name: str
    date: str | None
    place: str | None
    articles: int
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """An event of the minutes."""

    number: int
    id: str
    anchor: str
    article: Source
    class_: str
    mode: str | None
    source: tuple[Named, ...]
    target: tuple[Named, ...]
    made: str | None
    spans: tuple[tuple[int, int], ...]
    evidence: tuple[Proof, ...]
    confidence: float
    ruled: Ruled | None = None


@dataclass(frozen=True, slots=True)
class Opposed:
    """A conflict within an article."""

    number: int
    id: str
    anchor: str
    article: Source
    kind: str
    first: Named
    second: Named
    question: Named | None
    made: str | None
    evidence: tuple[tuple[Proof, ...], ...]
    ruled: Ruled | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A change: an actor's stance on a question, and the different one that follows it in a later article."""

    actor: Named
    question: Named
    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class Clash:
    """Two articles whose accounts of one part in one meeting exclude each other."""

    first: Part
    second: Part


@dataclass(frozen=True, slots=True)
class Known:
    """An actor with how often it speaks and how many positions it has."""

    number: int
    name: str
    kind: str
    country: str | None
    articles: int
    statements: int
    positions: int


@dataclass(frozen=True, slots=True)
class Raised:
    """A question on which somebody stands: how many positions of how many actors, the first and the last day."""

    number: int
    name: str
    positions: int
    actors: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Cast:
    """Whom an article's actor is across articles: its id there, its name there, and the offices it has there."""

    id: str
    name: str
    kind: str
    country: str | None
    actor: Named
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """An article as it is kept: what is said of it, its first appearance, its near-copies, and its actors."""

    source: Source
    url: str | None
    language: str | None
    added: str
    version: str
    model: str
    copy_of: Source | None
    copies: tuple[Source, ...]
    cast: tuple[Cast, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """An office of an actor: in how many articles it is told, first and last on which day, and the last of them."""

    title: str
    of: str | None
    times: int
    first: str | None
    last: str | None
    article: Source


@dataclass(frozen=True, slots=True)
class Cell:
    """Where an actor stands on a question last, out of how many positions; `proof` is the id of a statement or event
    in the article, None where there is none."""

    actor: Named
    question: Named
    stance: str
    made: str | None
    times: int
    moved: bool
    article: Source
    proof: str | None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Actors × questions; a cell is None where nothing is known. The questions on which most is held come first, the
    actors who stand on most of them first."""

    questions: tuple[Named, ...]
    actors: tuple[Named, ...]
    cells: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow a search further: the field of the filter, and what there is with how often."""

    field: str
    found: tuple[tuple[str, str, int], ...]  # what the filter says, what people read, how often


@dataclass(frozen=True, slots=True)
class Company:
    """Another actor, and the questions on which the last stances of the two are the same, or not."""

    actor: Named
    agree: tuple[Named, ...]
    differ: tuple[Named, ...]
