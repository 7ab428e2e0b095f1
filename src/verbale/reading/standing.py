"""Everything a record tells beyond who said what: questions, positions, meetings, events, conflicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from spacy.tokens import Doc

from verbale.record import Actor, Attitude, Conflict, Event, Meeting, Note, Position, Question, Statement, by_id

from .actors.cast import Cast
from .agenda import Agenda
from .conflicts import Words, find_conflicts, untold
from .events import Deeds, find_attitudes, find_deeds
from .lexicon.meetings import meeting_words
from .stance import (
    Claims,
    Echoes,
    Sameness,
    Seeing,
    Spoken,
    Voices,
    answers,
    find_claims,
    mentions,
    numbered,
    stand,
    write,
)
from .talks import Draft, Seat, Seats, claims_of, find_meetings, meeting_heads, write_meetings
from .times import Time
from .tree import Tree

_BY_NAME = ("person", "state", "organisation")
_CALLED_LIKE_MEETINGS = frozenset({"forum", "assembly", "congress", "convention", "tribunal", "caucus"})
_SITTING = frozenset({"assembly", "tribunal", "caucus", "parliament", "council", "committee"})
PLACES = frozenset({"PLACE", "GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Brought:
    """What a reader brings along: an agenda of questions, a table of stance frames of their own."""

    agenda: Agenda = ()
    frames: Path | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Values of the record, each tuple in the order of the text."""

    questions: tuple[Question, ...] = ()
    positions: tuple[Position, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    events: tuple[Event, ...] = ()
    attitudes: tuple[Attitude, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    notes: tuple[Note, ...] = ()

    def cited(
        self, named: Sequence[Actor], found: Sequence[Actor], statements: Sequence[Statement]
    ) -> tuple[Actor, ...]:
        """Actors with a name of their own, and of the unnamed ones those of whom some value speaks.

        `named` are those known when the statements were made, `found` all that came up since.
        """
        ids = {a.id for a in named if a.kind in _BY_NAME} | self._spoken_of() | {i for s in statements for i in _of(s)}
        ids |= {o.of for a in found if a.id in ids for o in a.offices if o.of}
        return tuple(a for a in found if a.id in ids)

    def _spoken_of(self) -> set[str]:
        ids = {p.actor for p in self.positions} | {a for c in self.conflicts for a in c.between}
        ids |= {i for a in self.attitudes for i in (a.actor or a.toward, a.toward)}
        ids |= {i for e in self.events for i in (*e.source, *e.target)} | {a for q in self.questions for a in q.about}
        for part in (p for m in self.meetings for p in m.participation):
            ids |= {part.actor, part.according_to or part.actor, *part.not_confirmed_by}
        return ids


def _of(statement: Statement) -> tuple[str, ...]:
    """Ids of the actors of whom a statement speaks."""
    return (*statement.speakers, *statement.via, *statement.addressees, *statement.cites, *statement.not_confirmed_by)


def find_standing(
    doc: Doc, tree: Tree, cast: Cast, statements: Sequence[Statement], times: Sequence[Time],
    left_out: Sequence[tuple[int, int]], published: date | None, brought: Brought,
) -> Standing:  # fmt: skip
    """Read off an analysed Doc and its statements where everybody stands; `left_out` are spans of boilerplate."""
    spoken = Spoken(tree, statements)
    outside = frozenset(t for span in left_out for t in tree.tokens(*span))
    claims = Claims(tree, cast, spoken, outside, brought.frames)
    for person in (e for e in doc.ents if e.label_ == "PERSON"):
        cast.at(person.start_char, person.end_char)  # some take part in meetings without a word
    known = cast.actors()
    mentioned = mentions(tree, known)
    bodies = _bodies(tree, known, mentioned)
    drafts, seats = _meetings(doc, tree, cast, claims, spoken, times, outside | bodies, mentioned, published)
    at = _at(drafts)
    told = [*claims, *answers(tree, spoken, statements), *claims_of(tree, seats, drafts)]
    seen = sameness = None
    if doc._.leanings is not None:
        seen, sameness = numbered(doc._.leanings), Sameness(doc._.leanings)
        told = list(Seeing(tree, spoken, doc._.leanings, claims.who, outside)(told))
    actors = by_id(cast.actors())
    echoes = Echoes(tree, spoken, claims.who, claims.steps, outside)
    links = doc._.antecedents or {}
    found = find_claims(tree, told, spoken, mentioned, at, links, brought.agenda, echoes, actors, seen)

    deeds = Deeds(tree, times, published)
    doings = list(find_deeds(tree, spoken, mentioned, doc._.pairs, outside))
    deeds.take(doings, spoken)
    named = frozenset(a.id for a in actors.values() if a.kind in _BY_NAME)
    attitudes = find_attitudes(tree, spoken, doc._.pairs, doings, mentioned, named, outside)
    meetings = write_meetings(tree, drafts, seats, lambda s: _proof(s, spoken, deeds), by_id(statements), published)
    voices = Voices(tree, statements, actors)
    stands = stand(
        tree, found, actors, lambda f, who: f.statement.id if f.statement else deeds.of_claim(f, who), voices,
        sameness,
    )
    questions, positions = write(tree, found, stands, at, meetings)
    words = Words(
        tree, statements, actors, cast, spoken, mentioned, claims,
        lambda token, who: deeds.of_seat(token, who, "declined"),
    )  # fmt: skip
    days = tuple((a, b) for d in drafts for a in d.dated[:1] for b in d.otherwise)
    conflicts, left_out_ones = find_conflicts(words, found, positions, meetings, days)
    notes = (*untold(questions, positions), *left_out_ones, *_unmatched(brought.agenda, questions))
    return Standing(questions, positions, meetings, tuple(deeds.events), attitudes, conflicts, notes)


def _unmatched(agenda: Agenda, questions: Sequence[Question]) -> Iterator[Note]:
    """A note for each question of the agenda on which nobody was found to stand."""
    told = {question.label for question in questions}
    for item in agenda:
        if item.label not in told:
            message = f"Nobody was found to stand on “{item.label}” of the agenda."
            yield Note("agenda-unmatched", None, message)


def _bodies(tree: Tree, known: Sequence[Actor], mentioned: Mapping[int, str]) -> frozenset[int]:
    """Names of bodies that are called like meetings: "the Andean Migration Forum", "the National Assembly"."""
    kinds = {a.id: a.kind for a in known}
    return frozenset(
        t
        for t, actor in mentioned.items()
        if kinds[actor] == "organisation" and tree.pos[t] in ("PROPN", "NOUN") and _is_like_a_meeting(tree, t)
    )


def _is_like_a_meeting(tree: Tree, token: int) -> bool:
    if not tree.words[token][:1].isupper():  # "the assembly", not "its congress"
        return tree.lemmas[token].lower() in _SITTING
    hosting = [*tree.all_children(token, "acl:relcl"), *([tree.heads[token]] if tree.deps[token] == "obj" else [])]
    if any(tree.lemmas[verb] in meeting_words().of_meetings for verb in hosting):
        return False  # "the Polar Forum, which Iceland hosts"
    owned = tree.child(token, "nmod:poss") is not None  # "the Bishops' Conference"
    return owned or tree.lemmas[token].lower() in _CALLED_LIKE_MEETINGS


def _meetings(
    doc: Doc, tree: Tree, cast: Cast, claims: Claims, spoken: Spoken, times: Sequence[Time], outside: frozenset[int],
    mentioned: Mapping[int, str], published: date | None,
) -> tuple[list[Draft], list[Seat]]:  # fmt: skip
    """Meetings with those who take part; one that may be none is kept only where somebody does."""
    seen = doc._.leanings
    heads = meeting_heads(tree, seen) if seen is not None else frozenset()
    drafts = find_meetings(tree, times, _places(doc), outside, mentioned, published, spoken, heads)
    actors = by_id(cast.actors())
    found = list(Seats(tree, claims, spoken, actors, _at(drafts), mentioned, drafts, published, seen))
    filled = {s.meeting for s in found}
    kept = {n: k for k, n in enumerate(n for n, d in enumerate(drafts) if not d.unsure or n in filled)}
    return [drafts[n] for n in kept], [replace(s, meeting=kept[s.meeting]) for s in found]


def _at(drafts: Sequence[Draft]) -> dict[int, int]:
    """From the tokens that mean a meeting to its number."""
    return {head: n for n, draft in enumerate(drafts) for head in draft.heads}


def _proof(seat: Seat, spoken: Spoken, deeds: Deeds) -> str:
    statement = spoken.whole[seat.token]
    return statement.id if statement else deeds.of_seat(seat.token, seat.actor, seat.status)


def _places(doc: Doc) -> dict[int, str]:
    return {t: e.text for e in doc.ents if e.label_ in PLACES for t in range(e.start, e.end)}
