"""What is asked of the minutes, and the values that answer it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

from verbale.errors import BadQuery
from verbale.record import Quotation, Stance

from . import days

Layer = Literal["ruled", "machine", "people"]
MOST = 1000
CHOICES = {"layer": get_args(Layer), "stance": get_args(Stance), "quotation": get_args(Quotation)}


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
            if day is not None:
                days.check(day, name)
        for name, choices in CHOICES.items():
            if getattr(self, name) not in (None, *choices):
                raise BadQuery(f"'{getattr(self, name)}' is no {name}", f"It is one of {', '.join(choices)}.")
        if not 1 <= self.limit <= MOST:
            raise BadQuery(f"{self.limit} is no limit", f"Ask for 1 to {MOST} at a time.")

    @property
    def of_actors(self) -> bool:
        """Whether it says whose values are wanted."""
        return self.by is not None or bool(self.country)


@dataclass(frozen=True, slots=True)
class Named:
    """An actor, a question or a meeting of the minutes, by its number and name.

    Attributes:
        number: Its number in the minutes; 0 where a reviewer has written in a name that they do not know.
        name: What it is called.
    """

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Listed:
    """An article of the minutes, when it was added, and how many statements it has.

    Attributes:
        number: Counts the articles in the order in which they were added.
        added: When it was added, UTC.
        statements: How many statements were read in it.
    """

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
    """A statement or event that proves a value: its id in the record, who, and the words.

    Attributes:
        id: Id of the statement or event in the article's record.
        speaker: Who makes the statement.
        words: What was said; of an event its class.
        spans: Where the article says it, [start, end) in code points of its text.
    """

    id: str
    speaker: str | None
    words: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """What rulings made of a value: the verdict, by whom, what the machine said, and whether reviewers disagree.

    Attributes:
        verdict: accept, reject, amend or add.
        by: The reviewer whose ruling it is.
        machine: What the machine said, by the names of the fields.
        disputed: Whether reviewers disagree.
    """

    verdict: str
    by: str
    machine: dict[str, Any]
    disputed: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of the minutes.

    Attributes:
        number: Its number in the minutes, which is another one when the article has been read again.
        id: Its id in the article's record.
        anchor: What names it for rulings; it stays the same when the article is read again.
        article: The article that says it.
        speaker: Who makes it; null where no source is given.
        words: What was said, an ellipsis where it is interrupted.
        made: When it was said, ISO 8601; the day of publication where nothing else is told.
        spans: Where source, cue and content stand.
        details: What else the record says of it.
        ruled: What reviewers made of it; null where nobody has ruled.
    """

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
    """A position of the minutes.

    Attributes:
        number: Its number in the minutes, which is another one when the article has been read again.
        id: Its id in the article's record.
        anchor: What names it for rulings; it stays the same when the article is read again.
        article: The article that says it.
        actor: Who stands there.
        question: On what.
        made: When it was taken, ISO 8601: the last day of its evidence.
        evidence: The statements and events that show it.
        ruled: What reviewers made of it; null where nobody has ruled.
    """

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
    """An actor's part in a meeting, as one article tells it.

    Attributes:
        number: Its number in the minutes, which is another one when the article has been read again.
        anchor: What names it for rulings; it stays the same when the article is read again.
        article: The article that says it.
        meeting: The meeting.
        actor: Who takes part.
        according_to: Who says so; null for the article's own voice.
        made: When it was said, ISO 8601.
        evidence: The statements and events that show it.
        ruled: What reviewers made of it; null where nobody has ruled.
    """

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
    """A meeting of the minutes.

    Attributes:
        number: Its number in the minutes.
        name: What articles call it.
        articles: How many articles tell of it.
        parts: Who takes part in it, in the order in which it was told; empty where it was not asked for.
    """

    number: int
    name: str
    date: str | None
    place: str | None
    articles: int
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """An event of the minutes.

    Attributes:
        number: Its number in the minutes, which is another one when the article has been read again.
        id: Its id in the article's record.
        anchor: What names it for rulings; it stays the same when the article is read again.
        article: The article that says it.
        source: Who did it.
        target: To whom it was done.
        made: When it was done, ISO 8601.
        evidence: What tells it.
        ruled: What reviewers made of it; null where nobody has ruled.
    """

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
    """A conflict within an article.

    Attributes:
        number: Its number in the minutes, which is another one when the article has been read again.
        id: Its id in the article's record.
        anchor: What names it for rulings; it stays the same when the article is read again.
        article: The article that says it.
        first: Who is on one side.
        second: Who is on the other.
        question: The question that it is about.
        made: The last day of its evidence, ISO 8601.
        evidence: For each side the statements and events that show it.
        ruled: What reviewers made of it; null where nobody has ruled.
    """

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
    """A change: an actor's stance on a question, and the different one that follows it in a later article.

    Attributes:
        actor: Who has moved.
        question: On what.
        before: The earlier position.
        after: The later one.
    """

    actor: Named
    question: Named
    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class Clash:
    """Two articles whose accounts of one part in one meeting exclude each other.

    Attributes:
        first: The earlier account.
        second: The later one.
    """

    first: Part
    second: Part


@dataclass(frozen=True, slots=True)
class Known:
    """An actor with how often it speaks and how many positions it has.

    Attributes:
        number: Its number in the minutes.
        name: The fullest name that articles give.
        articles: In how many articles it is.
        statements: How many statements it makes.
        positions: How many positions it has.
    """

    number: int
    name: str
    kind: str
    country: str | None
    articles: int
    statements: int
    positions: int


@dataclass(frozen=True, slots=True)
class Raised:
    """A question on which somebody stands: how many positions of how many actors, the first and the last day.

    Attributes:
        number: Its number in the minutes.
        name: The question in a few words.
        positions: How many positions there are on it.
        actors: How many actors stand on it.
        first: The day of the first position, ISO 8601.
        last: The day of the last one.
    """

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
