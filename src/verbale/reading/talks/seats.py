"""One participation, what many of them together come to, and what they show of stances."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from verbale.record import Role, Status, excludes

from ..stance.claims import Claim
from ..tree import Tree
from .draft import Draft

_STANCE_OF = {"accepted": "support", "confirmed": "support", "offered": "support", "declined": "oppose"}
COMING = 0.75  # how surely coming to a meeting or staying away shows a stance on it
_EARLIER = frozenset({"had", "earlier", "previously", "originally", "initially", "first"})


@dataclass(frozen=True, slots=True)
class Seat:
    """One participation: `meeting` counts the meetings found; `token` is the predicate's."""

    meeting: int
    actor: str
    role: Role
    status: Status
    token: int
    according_to: str | None = None


def settled(tree: Tree, seats: Iterable[Seat], drafts: Sequence[Draft], published: date | None) -> Iterator[Seat]:
    """Seats without those that the day of the meeting or a later word of the same source rules out.

    Who was there without having been asked, is a party; who leaves a meeting that has begun, too.
    """
    known = list(dict.fromkeys(seats))
    coming = {s.meeting for s in known if s.status == "accepted"}
    asked = {(s.meeting, s.actor) for s in known if s.status in ("invited", "accepted", "declined", "not invited")}
    for seat in known:
        begun, ahead = _begun(drafts[seat.meeting], published), _ahead(drafts[seat.meeting], published)
        if (ahead and seat.status == "attended") or _is_superseded(tree, seat, known):
            continue
        came = seat.status == "attended" and (seat.meeting, seat.actor) not in asked
        if seat.role == "invitee" and (came or (seat.status == "withdrawn" and begun and seat.meeting not in coming)):
            seat = replace(seat, role="party")
        yield seat


def _ahead(draft: Draft, published: date | None) -> bool:
    day = draft.date if draft.date and "W" not in draft.date else None
    return bool(day and published and len(day) > len("2024") and day > published.isoformat()[: len(day)])


def _begun(draft: Draft, published: date | None) -> bool:
    day = draft.date if draft.date and "W" not in draft.date else None
    return bool(day and published and day <= published.isoformat()[: len(day)])


def _is_superseded(tree: Tree, seat: Seat, known: Sequence[Seat]) -> bool:
    """ "had refused to attend" says nothing more of one who now comes, by the same source."""
    earlier = {tree.words[c].lower() for c in tree.children[seat.token]} & _EARLIER
    if not earlier and not _is_pluperfect(tree, seat.token):
        return False
    return any(
        o.meeting == seat.meeting and o.actor == seat.actor and excludes(o.status, seat.status)
        and _is_one_voice(o, seat) and not _is_pluperfect(tree, o.token)
        for o in known
    )  # fmt: skip


def _is_one_voice(a: Seat, b: Seat) -> bool:
    """Whether one source tells both, or the article and the actor itself."""
    return a.according_to == b.according_to or {a.according_to, b.according_to} <= {None, a.actor}


def _is_pluperfect(tree: Tree, token: int) -> bool:
    at = token
    for _ in range(2):
        if any(tree.words[c].lower() == "had" for c in tree.all_children(at, "aux")):
            return True
        at = tree.heads[at]
    return False


def claims_of(tree: Tree, seats: Iterable[Seat], drafts: Sequence[Draft]) -> Iterator[Claim]:
    """Who comes or offers to host is for the meeting, who stays away against it; what others say shows nothing."""
    for seat in seats:
        stance = _STANCE_OF.get(seat.status)
        if stance is None or seat.according_to not in (seat.actor, None) or seat.role in ("mediator", "moderator"):
            continue
        if seat.status == "confirmed" and tree.tags[seat.token] == "VBD":  # "hosted two rounds" is over
            continue
        heads = drafts[seat.meeting].heads
        nearest = min(heads, key=lambda h: abs(h - seat.token))
        yield Claim((seat.actor,), stance, nearest, seat.token, None, COMING, "coming")
