"""From claims to questions and positions of the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from verbale.record import Actor, Meeting, Position, Question, Statement

from ..tree import Tree
from .bodies import principals
from .claims import Claim
from .finding import Found
from .joining import Wording
from .matters import Matter, label
from .spreading import spread

LEAST = 0.35  # less sure positions are not told
OFTEN = 2  # sentences in which the head of a question is spoken of, where only one actor stands on it
_ABROAD = ("foreign ministry", "ministry of foreign", "foreign office", "embassy", "mission of", "delegation of")
_ATTENDING = frozenset({"coming", "joining"})
_OUTSPOKEN = frozenset({"supporting", "opposing", "rejecting", "condemning", "welcoming", "accepting", "refusing",
                        "not letting", "calling names", "warning", "wanting no part", "wanting", "voting for",
                        "voting against", "forbidding it", "defending"})  # fmt: skip
SHORT = 8  # sentences: in a shorter article everything is spoken of once only
SEVERAL = 3  # actors on a question: with so many 85 % of the positions were right, with fewer 62 %
LONELY = 0.75
NEUTRAL = 0.64
SET = 0.6  # a deed that depends on something
PLAIN = 0.7  # a claim as strong as this makes a question alone


@dataclass(slots=True)
class Stand:
    """One position in the making."""

    actor: str
    stance: str
    wording: Wording
    evidence: dict[str, None] = field(default_factory=dict)
    doubt: float = 1.0

    def add(self, proof: str, strength: float) -> None:
        if proof not in self.evidence:
            self.doubt *= 1 - strength
            self.evidence[proof] = None


class Voices:
    """Who alone speaks for a body or state in an article: what it does is told and then explained by them.

    "Kenya rejected the plan on Monday. 'We were not asked,' Foreign Minister Achieng Otieno said." is her stance too.
    """

    NEAR = 2  # sentences after the claim within which they speak
    SHARE = 0.85

    def __init__(self, tree: Tree, statements: Iterable[Statement], actors: Mapping[str, Actor]) -> None:
        self._at: dict[str, dict[str, set[int]]] = {}
        for each in statements:
            speaker = actors.get(each.speaker or "")
            if speaker is None or speaker.kind != "person" or each.denied:
                continue
            at = {tree.sentence[t] for span in each.content[:1] for t in tree.tokens(*span)[:1]}
            for body in principals(speaker):
                self._at.setdefault(body, {}).setdefault(speaker.id, set()).update(at)

    def for_(self, holders: Sequence[str], sentence: int) -> Iterator[str]:
        """Ids of those who speak for the holders of a claim in some sentence, in it or soon after."""
        near = set(range(sentence, sentence + self.NEAR + 1))
        for holder in holders:
            speaking = self._at.get(holder, {})
            if len(speaking) == 1:
                yield from (who for who, at in speaking.items() if at & near and who not in holders)


def stand(
    tree: Tree, found: Sequence[Found], actors: Mapping[str, Actor], proof: Callable[[Found, Sequence[str]], str],
    voices: Voices,
) -> list[Stand]:  # fmt: skip
    """Positions by actor, question and stance; `proof` gives the id of the evidence for a claim and its holders."""
    contested = _contested(tree, found)
    stands: dict[tuple[str, int, str], Stand] = {}
    for each in found:
        if each.wording is None or id(each.wording) not in contested:
            continue
        holders = _holders(each, actors)
        shown = proof(each, holders) if holders else ""
        for actor in holders:
            key = (actor, id(each.wording), each.claim.stance)
            made = stands.setdefault(key, Stand(actor, each.claim.stance, each.wording))
            made.add(shown, each.claim.strength)
        for actor in voices.for_(holders, tree.sentence[each.claim.token]):
            key = (actor, id(each.wording), each.claim.stance)
            made = stands.setdefault(key, Stand(actor, each.claim.stance, each.wording))
            made.add(shown, each.claim.strength * voices.SHARE)
    if len(tree.sentences) >= SHORT:
        _doubt_lonely(stands.values())
    return [s for s in stands.values() if 1 - s.doubt >= LEAST]


def _doubt_lonely(stands: Collection[Stand]) -> None:
    """In a longer article a question on which hardly anybody stands is more often a misreading."""
    actors: dict[int, set[str]] = {}
    for each in stands:
        actors.setdefault(id(each.wording), set()).add(each.actor)
    for each in stands:
        if len(actors[id(each.wording)]) < SEVERAL and each.wording.label is None:
            each.doubt = 1 - LONELY * (1 - each.doubt)


def _contested(tree: Tree, found: Sequence[Found]) -> set[int]:
    """Questions worth telling: those of an agenda; on which several stand; on which one stands in so many words, or
    plainly, if the article says more of it."""
    holders: dict[int, set[str]] = {}
    kept: set[int] = set()
    often = OFTEN if len(tree.sentences) >= SHORT else 1
    told = spread(tree, {f.matter.key for f in found if f.wording is not None}) if often > 1 else {}
    for each in found:
        if each.wording is None:
            continue
        key = id(each.wording)
        if each.claim.group not in _ATTENDING or each.claim.stance == "oppose":
            holders.setdefault(key, set()).update(each.claim.holders)
        spoken_of = often == 1 or len(told.get(each.matter.key, ())) >= often
        named = each.wording.label is not None or each.wording.asked
        reserved = often == 1 and each.claim.stance == "neutral" and each.claim.strength >= NEUTRAL
        if named or reserved or _says_so(each.claim) or (spoken_of and _is_plain(each.claim)):
            kept.add(key)
    return {key for key, some in holders.items() if key in kept or len(some) > 1} | kept


def _says_so(claim: Claim) -> bool:
    """Whether a claim alone makes a question: somebody is for or against it in so many words."""
    if claim.group == "depending" and claim.strength >= SET:
        return True
    return claim.group in _OUTSPOKEN and claim.strength >= PLAIN and claim.stance != "neutral"


def _is_plain(claim: Claim) -> bool:
    set_by_holder = claim.stance == "conditional" and claim.group != "depending"
    told = claim.stance != "neutral" and claim.group not in _ATTENDING
    return told and (claim.strength >= PLAIN or set_by_holder)


def _holders(found: Found, actors: Mapping[str, Actor]) -> list[str]:
    """The actors of a claim with those for whom they speak, and who speaks for them."""
    speaker = found.statement.speaker if found.statement else None
    listed: dict[str, None] = {}
    for holder in found.claim.holders:
        actor = actors.get(holder)
        if actor is None or _is_some(actor) or (holder != speaker and not _stands_for_itself(actor)):
            continue
        bodies = [b for b in principals(actor) if b not in actors or not _is_some(actors[b])]
        if _speaks_abroad(actor):
            bodies += [i for i, a in actors.items() if a.kind == "state" and a.country == actor.country]
        listed.update(dict.fromkeys((holder, *bodies)))
        if speaker in actors and speaker is not None and holder in principals(actors[speaker]):
            listed[speaker] = None
    return list(listed)


def _speaks_abroad(actor: Actor) -> bool:
    """ "Singapore's foreign ministry", "the Polish embassy": what it says counts for the state."""
    name = actor.name.lower()
    return actor.kind == "organisation" and actor.country is not None and any(w in name for w in _ABROAD)


def _is_some(actor: Actor) -> bool:
    """ "both sides", "more than 70 states": nobody in particular."""
    words = actor.name.lower().split()
    if actor.kind == "person":
        return False
    return not words or words[0] in _SOME or words[0][:1].isdigit() or (len(words) == 1 and words[0] in _VAGUE)


def _stands_for_itself(actor: Actor) -> bool:
    """Not "the code": who only acts in the article's words must be somebody."""
    words = actor.name.split()
    if actor.kind == "unnamed":
        return bool(actor.offices) or len(words) > 1
    return len(words) > 1 or actor.kind == "organisation" or (actor.kind != "group" and actor.name[:1].isupper())


_SOME = frozenset("a an both two three four five six seven eight nine ten some many several more most all not few "
                  "other others those their its dozens hundreds thousands about around nearly almost up "
                  "half".split())  # fmt: skip
_VAGUE = frozenset("members delegates participants ministers leaders lawmakers people officials sources observers "
                   "critics opponents supporters analysts experts commentators diplomats "
                   "reporters".split())  # fmt: skip


def write(
    tree: Tree, found: Sequence[Found], stands: Sequence[Stand], at: Mapping[int, int], meetings: Sequence[Meeting]
) -> tuple[tuple[Question, ...], tuple[Position, ...]]:
    """Questions and positions of the record; `at` leads from tokens to numbers of meetings."""
    wordings = list(dict.fromkeys(id(s.wording) for s in stands))
    by_id = {id(s.wording): s.wording for s in stands}
    ids = {key: f"Q{n}" for n, key in enumerate(wordings, 1)}
    conditions = {(h, id(f.wording)): f.claim.condition for f in found if f.claim.condition for h in _all(f)}
    questions = tuple(
        Question(ids[k], _label(tree, by_id[k], meetings), _about(by_id[k], at, meetings)) for k in wordings
    )
    positions = []
    for number, each in enumerate(stands, 1):
        span = conditions.get((each.actor, id(each.wording))) if each.stance == "conditional" else None
        if each.stance == "conditional" and span is None:
            span = next((f.claim.condition for f in found if f.wording is each.wording and f.claim.condition), None)
        positions.append(Position(
            id=f"P{number}", actor=each.actor, question=ids[id(each.wording)], stance=each.stance,  # type: ignore[arg-type]
            condition=tree.text[slice(*span)] if span else None, evidence=tuple(each.evidence),
            confidence=round(1 - each.doubt, 2),
        ))  # fmt: skip
    return questions, tuple(positions)


def _all(found: Found) -> tuple[str, ...]:
    return found.claim.holders


def _label(tree: Tree, wording: Wording, meetings: Sequence[Meeting]) -> str:
    if wording.label is not None:
        return wording.label
    return best_label(tree, wording) if wording.meeting is None else meetings[wording.meeting].name


def best_label(tree: Tree, wording: Wording) -> str:
    """The wording that says most of what all of them say, none too long; a noun phrase rather than a clause."""
    count = Counter(c for m in wording.matters for c in m.concepts)

    def worth(each: Matter) -> tuple[bool, float]:
        told = sum(min(count[c], 3) for c in each.concepts)
        noun = tree.pos[each.head] in ("NOUN", "PROPN")
        return (not each.points, min(told, 12) + 1.0 * len(each.actors) + 1.0 * noun - max(0, len(each.tokens) - 10))

    full = [m for m in wording.matters if not m.points and len(m.concepts) > 1]
    told = [m for m in wording.lead if len(m.concepts) > 1]
    return label(tree, max(full or told or wording.matters, key=worth))


def _about(wording: Wording, at: Mapping[int, int], meetings: Sequence[Meeting]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for each in wording.matters:
        for actor in sorted(each.actors, key=lambda i: int(i[1:])):
            found[actor] = None
        for token in each.tokens:
            if token in at:
                found[meetings[at[token]].id] = None
    return tuple(found)
