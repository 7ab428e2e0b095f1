"""From drafts and seats to the meetings of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from verbale.record import Meeting, Participation, State, Statement

from ..lexicon.meetings import meeting_words
from ..stance import polarity
from ..stance.matching import match
from ..tree import Tree
from .draft import Draft
from .seats import Seat

_STRONGER: tuple[State, ...] = ("cancelled", "postponed", "held", "planned")


def write_meetings(
    tree: Tree, drafts: Sequence[Draft], seats: Iterable[Seat], proof: Callable[[Seat], str],
    statements: Mapping[str, Statement], published: date | None = None,
) -> tuple[Meeting, ...]:  # fmt: skip
    """Meetings M1, M2, ... with their ledgers; `proof` gives the id of the statement or event behind a seat."""
    ledgers: dict[int, dict[tuple[str, str, str, str | None], list[str]]] = {}
    for seat in seats:
        key = (seat.actor, seat.role, seat.status, seat.according_to)
        evidence = ledgers.setdefault(seat.meeting, {}).setdefault(key, [])
        if (shown := proof(seat)) not in evidence:
            evidence.append(shown)
    return tuple(
        Meeting(id=f"M{n + 1}", name=d.name, date=d.date, place=d.place,
                state=_at(d.date, published, state(tree, d)), mentions=tuple(d.spans),
                participation=tuple(_row(k, v, statements) for k, v in ledgers.get(n, {}).items()))
        for n, d in enumerate(drafts)
    )  # fmt: skip


def _at(day: str | None, published: date | None, told: State | None) -> State | None:
    """What is said of a meeting, unless its day is still to come: then it cannot have been held."""
    if day is None or published is None or len(day) < len("2024-05") or "W" in day:
        return told
    coming = day > published.isoformat()[: len(day)]
    return "planned" if coming and told in (None, "held") else told


def _row(
    key: tuple[str, str, str, str | None], evidence: Sequence[str], statements: Mapping[str, Statement]
) -> Participation:
    actor, role, status, told = key
    refusing = (a for e in evidence if e in statements for a in statements[e].not_confirmed_by)
    return Participation(actor=actor, role=role, status=status, according_to=told,  # type: ignore[arg-type]
                         not_confirmed_by=tuple(dict.fromkeys(refusing)), evidence=tuple(evidence))  # fmt: skip


def state(tree: Tree, draft: Draft) -> State | None:
    """What became of a meeting, by the strongest of what is told of it."""
    frames, heads = meeting_words().states, set(draft.heads)
    told: set[str] = set()
    for head in draft.heads:
        for token in {tree.heads[head], *tree.children[head], tree.heads[tree.heads[head]]}:
            found = match(tree, token, frames, heads.__contains__)
            if found is not None and not polarity.negated(tree, token):
                told.add(_at_its_time(tree, token, found.frame.group))
    return next((s for s in _STRONGER if s in told), None)


def _at_its_time(tree: Tree, token: int, group: str) -> str:
    """ "will be held" is planned; "was held" is held."""
    later = polarity.modal(tree, token) in ("will", "would", "shall", "to", "'ll") or tree.deps[token] == "xcomp"
    return "planned" if group == "held" and (later or tree.tags[token] in ("VB", "VBZ", "VBG", "VBP")) else group
