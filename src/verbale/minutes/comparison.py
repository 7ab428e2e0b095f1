"""What several articles tell of the same questions: positions in order of their dates, changes, contradictions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, pairwise

from verbale.record import Meeting, Participation, Record, by_id, excludes

from .actors import Key, join_actors
from .disputing import Dispute, disputes
from .questions import fullest, join_questions, telling

MOST = 20_000  # pairs of one actor's parts in meetings that are held against each other


@dataclass(frozen=True, slots=True)
class Entry:
    """One position in one article: `record` counts the records in the order of the comparison."""

    actor: str
    stance: str
    date: str | None
    record: int
    evidence: tuple[str, ...]
    condition: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Matter:
    """A question with everybody's positions on it, earliest first; `records` are those in which it is found."""

    label: str
    entries: tuple[Entry, ...]
    records: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """An actor's stance that differs from its one before."""

    matter: str
    before: Entry
    after: Entry


@dataclass(frozen=True, slots=True)
class Clash:
    """Two articles whose accounts of one part in one meeting exclude each other."""

    meeting: str
    actor: str
    first: tuple[int, Participation]
    second: tuple[int, Participation]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Records in order of their dates (undated ones last), and what they tell together.

    Attributes:
        records: Each text once.
        disputes: Statements of two articles that cannot both be true.
        given: For each record how often its text was given.
    """

    records: tuple[Record, ...]
    matters: tuple[Matter, ...]
    changes: tuple[Change, ...]
    clashes: tuple[Clash, ...]
    disputes: tuple[Dispute, ...] = ()
    given: tuple[int, ...] = ()


def compare(records: Sequence[Record]) -> Comparison:
    """Hold records against each other. A text that occurs twice is compared once, and `given` says so."""
    seen: dict[str, Record] = {}
    for record in sorted(records, key=lambda r: r.article.published or "9999"):
        seen.setdefault(record.article.text, record)
    ordered = tuple(seen.values())
    actors = join_actors(ordered)
    matters = tuple(_matters(ordered, actors))
    changes = tuple(c for m in matters for c in _changes(m))
    count = Counter(r.article.text for r in records)
    given = tuple(count[r.article.text] for r in ordered)
    clashes, found = tuple(_clashes(ordered, actors)), tuple(disputes(ordered, actors))
    return Comparison(ordered, matters, changes, clashes, found, given)


def _matters(records: Sequence[Record], actors: Mapping[Key, str]) -> Iterator[Matter]:
    """Those in the most articles first."""
    found = []
    for group in join_questions(records, actors):
        known = [by_id(records[n].questions)[q] for n, q in group]
        entries = [e for n, q in group for e in _entries(records[n], n, q, actors)]
        if entries:
            entries.sort(key=lambda e: (e.date or "9999", e.record, e.actor))
            found.append(Matter(fullest(known), tuple(entries), tuple(sorted({n for n, _ in group}))))
    yield from sorted(found, key=lambda m: (-len(m.records), -len(m.entries)))


def _entries(record: Record, number: int, question: str, actors: Mapping[Key, str]) -> Iterator[Entry]:
    made = {s.id: s.made.value for s in record.statements if s.made}
    made |= {e.id: e.made.value for e in record.events if e.made}
    for position in record.positions:
        if position.question == question:
            days = [made[i] for i in position.evidence if i in made]
            day = max(days) if days else record.article.published
            yield Entry(actors[number, position.actor], position.stance, day, number, position.evidence,
                        position.condition, position.confidence)  # fmt: skip


def _changes(matter: Matter) -> Iterator[Change]:
    """Only from one article to a later one: what differs within an article is told there."""
    by_actor: dict[str, list[Entry]] = {}
    for entry in matter.entries:
        by_actor.setdefault(entry.actor, []).append(entry)
    for entries in by_actor.values():
        for before, after in pairwise(entries):
            if before.record != after.record and before.stance != after.stance:
                yield Change(matter.label, before, after)


def _clashes(records: Sequence[Record], actors: Mapping[Key, str]) -> Iterator[Clash]:
    """Parts of one actor in one meeting, told in two articles, that cannot both be true."""
    by_actor: dict[str, list[_Part]] = {}
    for number, record in enumerate(records):
        for meeting in record.meetings:
            for part in meeting.participation:
                by_actor.setdefault(actors[number, part.actor], []).append((number, meeting, part))
    for actor, parts in by_actor.items():
        pairs = ((a, b) for a, b in combinations(parts, 2) if a[0] != b[0] and excludes(a[2].status, b[2].status))
        for (n, m, a), (k, o, b) in islice(pairs, MOST):
            if not _is_one_meeting(m, o):
                continue
            if not _is_development(a, b, actors.get((n, a.according_to or "")), actors.get((k, b.according_to or ""))):
                yield Clash(m.name, actor, (n, a), (k, b))


_Part = tuple[int, Meeting, Participation]


def _is_one_meeting(a: Meeting, b: Meeting) -> bool:
    """On the same day as far as both tell it, and not at two places; without a day, at one place under one name."""
    if a.place and b.place and not _words(a.place) & _words(b.place):
        return False
    if a.date and b.date:
        length = min(len(a.date), len(b.date))
        return length > len("2024") and a.date[:length] == b.date[:length]
    return bool(a.place and b.place and telling(a.name) & telling(b.name) - _words(a.place))


def _words(place: str) -> frozenset[str]:
    return telling(place.replace(",", " "))


def _is_development(a: Participation, b: Participation, one: str | None, other: str | None) -> bool:
    """Who first accepts and then stays away by the same word, has changed his mind: both are true."""
    return one == other and {a.status, b.status} <= _OWN_DOING


_OWN_DOING = frozenset({"accepted", "declined", "attended", "withdrawn", "confirmed"})
