"""One participation, what many of them together come to, and what they show of stances."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from verbale.record import Role, Status, excludes

from ..lexicon.questions import stem
from ..stance.claims import Claim
from ..tree import Tree
from .draft import Draft

_STANCE_OF = {"accepted": "support", "confirmed": "support", "offered": "support", "declined": "oppose"}
_ANSWERS = ("accepting", "declining", "receiving an invitation", "being on the list", "not answering")
AGREEING = "agreeing"  # by an agreement to come
_TALKS = frozenset(
    map(stem, "talks talk negotiation mediation round consultation arbitration meeting dialogue".split())
)
COMING = 0.75  # how surely coming to a meeting or staying away shows a stance on it
_EARLIER = frozenset({"had", "earlier", "previously", "originally", "initially", "first"})


@dataclass(frozen=True, slots=True)
class Sight:
    """How the model sees a seat: the probability of its status and role, and that of the likeliest other status."""

    status: float
    role: float
    otherwise: float


@dataclass(frozen=True, slots=True)
class Seat:
    """One participation: `meeting` counts the meetings found; `token` is the predicate's.

    `only` says of whom it holds: of one who was "asked", of a "side", of the "sole" host. `by` is the group of the
    predicate, empty where a phrase tells it.
    """

    meeting: int
    actor: str
    role: Role
    status: Status
    token: int
    according_to: str | None = None
    only: str = ""
    by: str = ""
    sight: Sight | None = field(default=None, compare=False)


def settled(
    tree: Tree, seats: Iterable[Seat], drafts: Sequence[Draft], published: date | None, inviting: Collection[int] = ()
) -> Iterator[Seat]:
    """Seats without those that the day of the meeting or a later word of the same source rules out.

    Who comes to talks to which, as far as is told, nobody is invited, is one of the parties: meetings `inviting` are
    those of whose invitations the article speaks. Who was there without having been asked, is a party; who leaves a
    meeting that has begun, too.
    """
    known = list(dict.fromkeys(seats))
    coming = {s.meeting for s in known if s.status == "accepted"}
    asked = {(s.meeting, s.actor) for s in known if s.status in ("invited", "accepted", "declined", "not invited")}
    invited = {s.meeting for s in known if s.status in ("invited", "not invited") or s.by in _ANSWERS} | set(inviting)
    hosts = {(s.meeting, s.actor) for s in known if s.role == "host" and not s.only}
    sides = {(s.meeting, s.actor) for s in known if s.role == "party" and not s.only}
    for seat in known:
        place = seat.meeting, seat.actor
        others = any(m == seat.meeting and a != seat.actor for m, a in hosts)
        if {"asked": place not in asked, "side": place not in sides, "sole": others}.get(seat.only):
            continue
        has_begun, later = begun(drafts[seat.meeting], published), ahead(drafts[seat.meeting], published)
        if later and seat.status == "attended" and tree.tags[seat.token] in ("VBP", "VBZ"):
            seat = replace(seat, status="confirmed")  # "hold a summit in Lima on Thursday"
        if is_outdated(tree, seat, known, drafts, published):
            continue
        came = seat.status == "attended" and place not in asked
        if seat.role == "invitee" and seat.meeting not in invited and _is_at_table(drafts[seat.meeting]):
            seat = _at_table(seat)
        left = seat.status == "withdrawn" and has_begun and seat.meeting not in coming
        if seat.role == "invitee" and (came or left):
            seat = replace(seat, role="party")
        yield seat


def is_outdated(
    tree: Tree, seat: Seat, known: Sequence[Seat], drafts: Sequence[Draft], published: date | None
) -> bool:  # fmt: skip
    """Whether the day of the meeting or a later word of the same source rules a seat out."""
    came_too_soon = seat.status == "attended" and ahead(drafts[seat.meeting], published)
    return came_too_soon or _is_superseded(tree, seat, known)


def _is_at_table(draft: Draft) -> bool:
    """Whether a meeting is talks among sides, not a conference."""
    return draft.kinds <= _TALKS


def _at_table(seat: Seat) -> Seat:
    if seat.status not in ("accepted", "confirmed", "attended", "withdrawn", "agreed", "undecided"):
        return seat
    plainly = seat.status == "accepted" and seat.by not in (*_ANSWERS, AGREEING)
    return replace(seat, role="party", status="confirmed" if plainly else seat.status)


def ahead(draft: Draft, published: date | None) -> bool:
    """Whether the day of a meeting is known to be still to come."""
    day = draft.date if draft.date and "W" not in draft.date else None
    return bool(day and published and len(day) > len("2024") and day > published.isoformat()[: len(day)])


def begun(draft: Draft, published: date | None) -> bool:
    """Whether the day of a meeting is known to have come."""
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
