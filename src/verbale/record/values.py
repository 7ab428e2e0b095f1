"""What reading one article yields, as plain values.

Everything here is frozen, comparable and hashable, and knows nothing of spaCy, files or databases.
Offsets count Unicode code points into `Article.text` and are half open, so that
`article.text[span.start:span.end]` is the evidence. Ids are unique within a record: A1 for actors,
S1 statements, Q1 questions, P1 positions, M1 meetings, E1 events, C1 conflicts.

The `Attributes` of each class are also the descriptions in the JSON Schema (`record.schema`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol, TypeVar

RECORD_VERSION = 1
TITLE = 75  # letters of a text that stand for a headline

Kind = Literal["person", "state", "organisation", "group", "unnamed"]
Quotation = Literal["direct", "indirect", "mixed"]
Act = Literal["assertive", "directive", "commissive", "expressive", "declaration"]
Stance = Literal["support", "oppose", "conditional", "neutral"]
Role = Literal["host", "organiser", "invitee", "mediator", "moderator", "party", "observer"]
Status = Literal[
    "proposed", "invited", "not invited", "accepted", "declined", "attended", "undecided", "offered",
    "agreed", "confirmed", "withdrawn",
]  # fmt: skip
EventClass = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
State = Literal["planned", "postponed", "held", "cancelled"]
ConflictKind = Literal["position", "account", "denial", "change"]


class Span(NamedTuple):
    """A half-open stretch of code points in the article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news text with its publisher and date.

    Attributes:
        id: Names the article; left empty, it becomes 16 hexadecimal digits of the SHA-256 of the text.
        url: Where the article was published.
        headline: The headline, which is no part of the text.
        publisher: Who published it.
        published: Publication date, ISO 8601.
        language: Language of the text, ISO 639-1.
        text: The text exactly as read: decoded, without a byte order mark, line ends and spaces untouched.
    """

    id: str = ""
    url: str | None = None
    headline: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    text: str

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", content_id(self.text))

    def quote(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]


def content_id(text: str) -> str:
    """16 hexadecimal digits that stand for this exact text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def title_of(headline: str | None, text: str) -> str:
    """What an article is called: its headline, else the first letters of its text."""
    words = " ".join(text[: 4 * TITLE].split())
    return headline or (words if len(words) <= TITLE else words[:TITLE].rstrip() + " …")


@dataclass(frozen=True, slots=True)
class Office:
    """A title held for an actor.

    Attributes:
        title: The title, without the actor it is held for.
        of: Id of the state or organisation it is held for.
        evidence: Where the article says so.
    """

    title: str
    of: str | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state, organisation or group that can speak or act.

    Attributes:
        id: A1, A2, ...
        name: The fullest name the article or the knowledge tables give.
        kind: What sort of actor it is.
        country: The state it belongs to, ISO 3166-1 alpha-2.
        offices: The titles it holds in this article.
        wikidata: Wikidata identifier.
        mentions: Every place that refers to it, in the order of the text.
    """

    id: str
    name: str
    kind: Kind
    country: str | None = None
    offices: tuple[Office, ...] = ()
    wikidata: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """When something was said or done.

    Attributes:
        value: ISO 8601, as coarse as the text allows: 2017, 2017-01, 2017-01-17 or 2017-01-17T20.
        span: The words that say so; null where it is the publication date.
    """

    value: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One reported saying, thinking or wanting.

    Attributes:
        id: S1, S2, ... in the order of the text.
        speaker: Id of the actor that the source refers to; null where no source is given.
        cospeakers: Ids of the others, where several actors make one statement together.
        quotation: Whether the words themselves are given.
        act: What is done by saying it, after Searle.
        denied: The speaker says that the content is not so ("denied that ...").
        source: The words that name the speaker.
        cue: The words that say that something was said.
        content: What was said; several spans where it is interrupted.
        via: Ids of the actors who passed it on.
        addressees: Ids of the actors it was said to.
        occasion: Where or at what it was said.
        made: When it was said.
        cites: Ids of the actors whom the content itself cites.
        inside: Id of the statement in whose content this one stands.
        not_confirmed_by: Ids of the actors who, the article says, have not confirmed it.
        anonymous: The speaker is left unnamed on purpose.
        confidence: How sure the reader is, 0 to 1.
    """

    id: str
    speaker: str | None = None
    cospeakers: tuple[str, ...] = ()
    quotation: Quotation = "indirect"
    act: Act = "assertive"
    denied: bool = False
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...]
    via: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    occasion: Span | None = None
    made: Made | None = None
    cites: tuple[str, ...] = ()
    inside: str | None = None
    not_confirmed_by: tuple[str, ...] = ()
    anonymous: bool = False
    confidence: float = 1.0

    @property
    def speakers(self) -> tuple[str, ...]:
        """Ids of everyone who makes the statement, `speaker` first."""
        return (() if self.speaker is None else (self.speaker,)) + self.cospeakers


@dataclass(frozen=True, slots=True)
class Question:
    """A matter on which actors stand somewhere.

    Attributes:
        id: Q1, Q2, ...
        label: The question in a few words.
        about: Ids of the actors and meetings it is about.
    """

    id: str
    label: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """Where an actor stands on a question.

    Attributes:
        id: P1, P2, ...
        actor: Id of the actor who stands there.
        question: Id of the question.
        stance: For, against, for under a condition, or neither.
        condition: The condition, where the stance is conditional.
        evidence: Ids of the statements and events that show it.
        confidence: How sure the reader is, 0 to 1.
    """

    id: str
    actor: str
    question: str
    stance: Stance
    condition: str | None = None
    evidence: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Participation:
    """An actor's part in a meeting, and according to whom.

    Attributes:
        actor: Id of the actor who takes part.
        role: As what.
        status: How far it has come.
        according_to: Id of the actor who says so; null for the article's own voice.
        not_confirmed_by: Ids of the actors who, the article says, have not confirmed it.
        evidence: Ids of the statements and events that show it.
    """

    actor: str
    role: Role
    status: Status
    according_to: str | None = None
    not_confirmed_by: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """Talks, a summit, a conference.

    Attributes:
        id: M1, M2, ...
        name: What the article calls it.
        date: When it is held, ISO 8601, as coarse as the text allows.
        place: Where it is held.
        state: What has become of it, as far as the article tells.
        mentions: Every place that refers to it.
        participation: Who takes part, as what.
    """

    id: str
    name: str
    date: str | None = None
    place: str | None = None
    state: State | None = None
    mentions: tuple[Span, ...] = ()
    participation: tuple[Participation, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom.

    Attributes:
        id: E1, E2, ...
        class_: PLOVER class.
        mode: PLOVER mode within the class.
        source: Ids of the actors who did it.
        target: Ids of the actors it was done to.
        made: When it was done.
        spans: Where the article tells it.
        evidence: Ids of the statements that tell it.
        confidence: How surely it is of this class, 0 to 1.
    """

    id: str
    class_: EventClass
    mode: str | None = None
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    made: Made | None = None
    spans: tuple[Span, ...] = ()
    evidence: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Attitude:
    """How one actor is toward another, as such and not on a question.

    Attributes:
        actor: Id of the actor whose it is; null for the tone of the article itself.
        toward: Id of the actor it is about.
        stance: support or oppose.
        evidence: Ids of the statements that tell it.
        spans: Where the text tells it.
        confidence: 0 to 1.
    """

    actor: str | None
    toward: str
    stance: Stance
    evidence: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two accounts or positions that cannot stand together.

    Attributes:
        id: C1, C2, ...
        kind: Of positions, of accounts, a denial, or a change of mind.
        between: Ids of the actors, one for each side.
        question: Id of the question it is about.
        evidence: For each side, ids of its statements and events.
    """

    id: str
    kind: ConflictKind
    between: tuple[str, ...]
    question: str | None = None
    evidence: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What could not be read, or was read with doubt.

    Attributes:
        code: A short name for programs, such as unbalanced-quotes.
        span: The characters concerned; null where it is the whole article.
        message: A sentence for people.
    """

    code: str
    span: Span | None
    message: str


@dataclass(frozen=True, slots=True)
class Reader:
    """What read the article.

    Attributes:
        version: Version of verbale.
        model: Name and version of the language model.
    """

    version: str
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What reading one article yields.

    Attributes:
        verbale: Version of this format.
        reader: What read the article.
        article: The article that was read.
        actors: Everyone who speaks or acts in it.
        statements: Everything it reports as said, in the order of the text.
        questions: The matters on which somebody stands somewhere.
        positions: Who stands where.
        meetings: Talks, summits, conferences.
        events: Who did what to whom.
        attitudes: How actors are toward each other, and in what tone the article speaks of them.
        conflicts: What cannot stand together.
        boilerplate: Lines of the text that are no part of the article.
        notes: What could not be read, or was read with doubt.
    """

    verbale: int = RECORD_VERSION
    reader: Reader
    article: Article
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    questions: tuple[Question, ...] = ()
    positions: tuple[Position, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    events: tuple[Event, ...] = ()
    attitudes: tuple[Attitude, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_N = TypeVar("_N", bound=_Named)


def by_id(values: Iterable[_N]) -> dict[str, _N]:
    """Actors, statements, ... of a record, reachable by their ids."""
    return {value.id: value for value in values}
