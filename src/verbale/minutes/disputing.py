"""Words of two articles that cannot both be true: one thing counted differently, a denial of what another said.

Records hold no parse, so both are found by words: precision comes first, and much is left out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from verbale.record import ConflictKind, Record, Statement

from .actors import Key
from .questions import telling

SAME_DAYS = 1  # between two counts of one thing: later ones may be newer
DENIED_WITHIN = 60  # days between what is said and its denial
SHARED = 2  # telling words that two counts share beside what is counted
ALIKE = 0.6  # share of the telling words of a denial that what it denies has, too
MOST = 50_000  # pairs of counts of one thing on one day that are held against each other

_FIGURE = re.compile(
    r"(?P<mark>at least|at most|more than|fewer than|less than|up to|over|about|around|nearly|almost|some|roughly)?\s*"
    r"(?<![\w.,:])(?P<sign>[$€£¥])?(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![\w:])"
    r"(?:\s+(?P<scale>hundred|thousand|million|billion|trillion))?(?P<share>\s*%|\s+per ?cent)?"
    r"(?P<behind>(?:\s+[^\W\d]+){0,3})",
    re.IGNORECASE,
)
_WORDS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_NO_COUNT = telling(
    "days weeks months years hours minutes o'clock pm am january february march april may june july august september "
    "october november december times more"
)
_LOOSE = frozenset({"about", "around", "nearly", "almost", "some", "roughly"})
_NEAR = 0.15  # by how much of the larger one a rough figure may be off


@dataclass(frozen=True, slots=True)
class Side:
    """One of two words: `record` counts the records in the order of the comparison; `words` are those that differ."""

    record: int
    actor: str
    statement: str
    words: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Statements of two articles that cannot both be true; of a denial the first side denies the second."""

    kind: ConflictKind
    first: Side
    second: Side


@dataclass(frozen=True, slots=True)
class _Figure:
    value: float
    mark: str
    unit: str
    thing: frozenset[str]
    side: Side


_Counted = tuple[_Figure, frozenset[str]]  # a figure with the telling words of its statement
_Told = tuple[int, Statement, str, frozenset[str]]  # record, statement, its speaker's name, its telling words


def disputes(records: Sequence[Record], actors: Mapping[Key, str]) -> Iterator[Dispute]:
    """Figures first, then denials, in the order of the records; each pair of speakers once for one thing."""
    told = [t for n, record in enumerate(records) for t in _told(n, record, actors)]
    days = [_day(r.article.published) for r in records]
    seen: set[tuple[str, frozenset[str], str]] = set()
    for each in (*_counts(records, told, days), *_denials(records, told, days)):
        key = each.kind, frozenset((each.first.actor, each.second.actor)), each.second.statement
        if key not in seen:
            seen.add(key)
            yield each


def _told(number: int, record: Record, actors: Mapping[Key, str]) -> Iterator[_Told]:
    for statement in record.statements:
        name = actors.get((number, statement.speaker or ""))
        if name is not None:
            yield number, statement, name, telling(_content(record, statement))


def _content(record: Record, statement: Statement) -> str:
    return " ".join(" ".join(record.article.quote(span) for span in statement.content).split())


def _day(published: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _apart(one: dt.date | None, other: dt.date | None) -> int | None:
    return abs((one - other).days) if one is not None and other is not None else None


# -- figures ------------------------------------------------------------------------------------------------


def _counts(
    records: Sequence[Record], told: Sequence[_Told], days: Sequence[dt.date | None]
) -> Iterator[Dispute]:
    """Two counts of one thing in articles of about one day: what is told later may be newer."""
    by_thing: dict[tuple[str, int], list[_Counted]] = {}  # by word and day
    for number, statement, name, words in told:
        day = days[number]
        if day is not None:
            for figure in _figures(records[number], number, statement, name):
                for word in figure.thing:
                    by_thing.setdefault((word, day.toordinal()), []).append((figure, words))
    for (a, around), (b, near) in islice(_of_one_thing(by_thing), MOST):
        if len((around & near) - a.thing - b.thing) >= SHARED and _differ(a, b):
            yield Dispute("account", a.side, b.side)


def _of_one_thing(by_thing: Mapping[tuple[str, int], Sequence[_Counted]]) -> Iterator[tuple[_Counted, _Counted]]:
    """The pairs that speakers of two articles have counted within a day."""
    for (word, day), some in by_thing.items():
        later = [c for ahead in range(1, SAME_DAYS + 1) for c in by_thing.get((word, day + ahead), ())]
        for n, a in enumerate(some):
            for b in (*some[n + 1 :], *later):
                one, other = a[0].side, b[0].side
                if one.record != other.record and one.actor != other.actor:
                    yield (a, b) if one.record < other.record else (b, a)


def _figures(record: Record, number: int, statement: Statement, name: str) -> Iterator[_Figure]:
    for found in _FIGURE.finditer(_content(record, statement)):
        thing = telling(found["behind"])
        if not thing or next(iter(telling(found["behind"].split()[0])), "") in _NO_COUNT or _is_year(found):
            continue
        digits = found["number"].lower().replace(",", "")
        value = float(_WORDS.get(digits, 0) or digits) * _SCALES.get((found["scale"] or "").lower(), 1)
        unit = "%" if found["share"] else found["sign"] or ""
        side = Side(number, name, statement.id, " ".join(found.group().split()))
        yield _Figure(value, (found["mark"] or "").lower(), unit, thing - _NO_COUNT, side)


def _is_year(found: re.Match[str]) -> bool:
    plain = found["number"].isdigit() and not found["mark"] and not found["sign"] and not found["scale"]
    return plain and 1900 <= int(found["number"]) <= 2100


def _differ(a: _Figure, b: _Figure) -> bool:
    """Whether two figures cannot both hold: "at least 12" and 14 can."""
    low, high = sorted((a, b), key=lambda f: f.value)
    if a.unit != b.unit or a.value == b.value:
        return False
    if low.mark in ("at least", "more than", "over") or high.mark in ("at most", "fewer than", "less than", "up to"):
        return False
    rough = {a.mark, b.mark} & _LOOSE
    return not rough or high.value - low.value > _NEAR * high.value


# -- denials ------------------------------------------------------------------------------------------------


def _denials(
    records: Sequence[Record], told: Sequence[_Told], days: Sequence[dt.date | None]
) -> Iterator[Dispute]:
    """A denial against what somebody said in another article in most of its words."""
    said = [t for t in told if not t[1].denied]
    having: dict[str, list[int]] = {}
    for number, each in enumerate(said):
        for word in each[3]:
            having.setdefault(word, []).append(number)
    for n, denial, who, words in (t for t in told if t[1].denied and len(t[3]) > SHARED):
        common = Counter(number for word in words for number in having.get(word, ()))
        for number in sorted(i for i, shared in common.items() if shared > SHARED and shared >= ALIKE * len(words)):
            k, other, name, _ = said[number]
            if n != k and who != name and (_apart(days[n], days[k]) or 0) <= DENIED_WITHIN:
                first = Side(n, who, denial.id, _content(records[n], denial))
                yield Dispute("denial", first, Side(k, name, other.id, _content(records[k], other)))
