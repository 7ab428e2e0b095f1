"""Who stands where, as rows and columns: the one value behind the terminal's, the page's and the figure's matrix."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.record import Attitude, Conflict, Event, Meeting, Participation, Position, Question, Record, by_id

from . import lines

SIGNS = {"support": "+", "oppose": "–", "conditional": "if", "neutral": "0"}


@dataclass(frozen=True, slots=True)
class Cell:
    """An actor's positions on a question: one, or several where they differ."""

    positions: tuple[Position, ...]

    @property
    def sign(self) -> str:
        """ "+", "–", "if", "0"; several with a stroke between."""
        return "/".join(dict.fromkeys(SIGNS[p.stance] for p in self.positions))

    @property
    def stances(self) -> str:
        return " and ".join(dict.fromkeys(p.stance for p in self.positions))

    @property
    def sure(self) -> str:
        """How sure the surest of them is: "81%"."""
        return f"{max(p.confidence for p in self.positions):.0%}"

    @property
    def evidence(self) -> tuple[str, ...]:
        """Ids of the statements and events behind it, each once."""
        return tuple(dict.fromkeys(e for p in self.positions for e in p.evidence))


@dataclass(frozen=True, slots=True)
class Matrix:
    """Actors (name, cells in the order of the questions; None where nothing is known) × questions."""

    questions: tuple[Question, ...]
    rows: tuple[tuple[str, tuple[Cell | None, ...]], ...]


def matrix(record: Record) -> Matrix:
    """The positions of a record; the questions on which most stand first, the actors who stand on most first."""
    held: dict[tuple[str, str], list[Position]] = {}
    for each in record.positions:
        held.setdefault((each.actor, each.question), []).append(each)
    weight = {q.id: sum(k[1] == q.id for k in held) for q in record.questions}
    questions = sorted((q for q in record.questions if weight[q.id]), key=lambda q: (-weight[q.id], int(q.id[1:])))
    actors = list(dict.fromkeys(p.actor for p in record.positions))
    actors.sort(key=lambda a: -sum(k[0] == a for k in held))
    names = lines.names(record)
    rows = tuple(
        (names.get(a, a), tuple(Cell(tuple(held[a, q.id])) if (a, q.id) in held else None for q in questions))
        for a in actors
    )
    return Matrix(tuple(questions), rows)


def participation(record: Record, part: Participation) -> str:
    """ "Norland: invitee, accepted, by its own word; not confirmed by Sudmark"."""
    names = lines.names(record)
    if part.according_to is None:
        told = "as the article tells it"
    elif part.according_to == part.actor:
        told = "by its own word"
    else:
        told = f"according to {names.get(part.according_to, part.according_to)}"
    refused = ", ".join(names.get(i, i) for i in part.not_confirmed_by)
    rest = f"; not confirmed by {refused}" if refused else ""
    return f"{names.get(part.actor, part.actor)}: {part.role}, {part.status}, {told}{rest}"


def meeting(each: Meeting) -> str:
    """Name, date, place and state, as far as they are known."""
    known = [lines.day(each.date), each.place if each.place and each.place not in each.name else None, each.state]
    about = ", ".join(k for k in known if k)
    return f"{each.name} ({about})" if about else each.name


def event(record: Record, each: Event) -> str:
    """ "ACCUSE (allege): Norland → Sudmark, 2024-03-05"."""
    names = lines.names(record)
    mode = f" ({each.mode})" if each.mode else ""
    source, target = (", ".join(names.get(i, i) for i in ids) for ids in (each.source, each.target))
    told = f"{each.class_}{mode}: {source or 'somebody'}" + (f" → {target}" if target else "")
    return f"{told}, {each.made.value}" if each.made else told


def attitude(record: Record, each: Attitude) -> str:
    """ "Norland against Sudmark", "the article for Sudmark"."""
    names = lines.names(record)
    who = names.get(each.actor, each.actor) if each.actor else "the article's tone"
    return f"{who} {'for' if each.stance == 'support' else 'against'} {names.get(each.toward, each.toward)}"


def sides(each: Conflict) -> list[tuple[str, ...]]:
    """The evidence of a conflict, side by side; once where both sides rest on the same, none where a side has none."""
    return list(dict.fromkeys(side for side in each.evidence if side))


def conflict(record: Record, each: Conflict) -> str:
    """ "Iran against Russia on US participation", "Norland denies what Sudmark says", "Norland has changed"."""
    names = lines.names(record)
    a, b = (names.get(i, i) for i in (each.between[0], each.between[-1]))
    question = by_id(record.questions).get(each.question or "")
    on = f" on {question.label}" if question else ""
    if each.kind == "denial":
        return f"{a} denies what {b} says{on}"
    if each.kind == "change":
        return f"{a} has changed its position{on}"
    if each.kind == "account":
        return f"{a} and {b} tell it differently{on}"
    return f"{a} against {b}{on}"
