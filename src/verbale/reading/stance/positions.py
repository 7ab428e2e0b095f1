"""From claims to questions and positions of the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from verbale.record import Actor, Meeting, Position, Question, Statement

from ..lexicon.questions import question_words
from ..tree import Tree
from .alike import Sameness
from .bodies import principals, speaks_abroad
from .finding import Found
from .joining import Wording
from .matters import Matter, label
from .trusting import Made, Stand, trusted
from .uniting import unite

SUREST = 0.99  # nothing that is read is certain


class Voices:
    """Who alone speaks for a body or state in an article: what it does is told and then explained by them.

    "Kenya rejected the plan on Monday. 'We were not asked,' Foreign Minister Achieng Otieno said." is her stance too.
    """

    NEAR = 2  # sentences after the claim within which they speak

    def __init__(self, tree: Tree, statements: Iterable[Statement], actors: Mapping[str, Actor]) -> None:
        self._at: dict[str, dict[str, set[int]]] = {}
        for each in statements:
            speaker = actors.get(each.speaker or "")
            if speaker is None or speaker.kind != "person" or each.denied:
                continue
            at = {tree.sentence[t] for span in each.content[:1] for t in tree.tokens(*span)[:1]}
            for body in principals(speaker):
                self._at.setdefault(body, {}).setdefault(speaker.id, set()).update(at)

    def for_(self, holders: Sequence[str], sentence: int) -> Iterator[tuple[str, str]]:
        """Who speaks for the holders of a claim in a sentence: ids with "voice" for in it or soon after, or "far"."""
        near = set(range(sentence, sentence + self.NEAR + 1))
        for holder in holders:
            speaking = self._at.get(holder, {})
            if len(speaking) == 1:
                yield from ((w, "voice" if at & near else "far") for w, at in speaking.items() if w not in holders)


def stand(
    tree: Tree, found: Sequence[Found], actors: Mapping[str, Actor], proof: Callable[[Found, Sequence[str]], str],
    voices: Voices, sameness: Sameness | None = None,
) -> list[Stand]:  # fmt: skip
    """Positions by actor, question and stance; `proof` gives the id of the evidence for a claim and its holders."""
    stands: dict[tuple[str, int, str], Stand] = {}
    for each in found:
        holders = _holders(each, actors) if each.wording is not None else []
        if each.wording is None or not holders or _is_only_asked_for(each, found):
            continue
        shown = proof(each, holders)
        telling = voices.for_(holders, tree.sentence[each.claim.token])
        for actor, held in (*_held(each, holders), *telling):
            key = (actor, id(each.wording), each.claim.stance)
            made = stands.setdefault(key, Stand(actor, each.claim.stance, each.wording))
            made.made.append(Made(each, shown, held))
    return unite(tree, trusted(tree, list(stands.values()), actors), sameness)


def _is_only_asked_for(each: Found, found: Sequence[Found]) -> bool:
    """ "will sign if others sign": what a condition asks for is a question where somebody else stands on it, too."""
    if each.claim.group != "demanding":
        return False
    others = [f for f in found if f.wording is each.wording and f.claim.group != "demanding"]
    if any(f.claim.stance == "conditional" and set(f.claim.holders) & set(each.claim.holders) for f in others):
        return True  # the parse has the condition for a part of what it is set on
    return not any(set(f.claim.holders) - set(each.claim.holders) for f in others)


def _held(found: Found, holders: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The holders of a claim, each with how it comes to be one."""
    speaker = found.statement.speaker if found.statement else None
    for actor in holders:
        named = actor in found.claim.holders
        yield actor, "self" if named else "speaker" if actor == speaker else "principal"


def _holders(found: Found, actors: Mapping[str, Actor]) -> list[str]:
    """The actors of a claim with those for whom they speak, and who speaks for them."""
    speaker = found.statement.speaker if found.statement else None
    listed: dict[str, None] = {}
    for holder in found.claim.holders:
        actor = actors.get(holder)
        if actor is None or _is_some(actor) or (holder != speaker and not _stands_for_itself(actor)):
            continue
        bodies = [b for b in principals(actor) if b not in actors or not _is_some(actors[b])]
        if speaks_abroad(actor):
            bodies += [i for i, a in actors.items() if a.kind == "state" and a.country == actor.country]
        listed.update(dict.fromkeys((holder, *bodies)))
        if speaker in actors and speaker is not None and holder in principals(actors[speaker]):
            listed[speaker] = None
    return list(listed)


def _is_some(actor: Actor) -> bool:
    """ "both sides", "more than 70 states": nobody in particular."""
    words = actor.name.lower().split()
    if actor.kind == "person":
        return False
    if actor.kind == "unnamed" and len(words) == 1 and question_words().is_measure(words[0]):
        return True  # "the project": what is spoken of, not who speaks
    return not words or words[0] in _SOME or words[0][:1].isdigit() or (len(words) == 1 and words[0] in _VAGUE)


def _stands_for_itself(actor: Actor) -> bool:
    """Not "the code": who only acts in the article's words must be somebody."""
    words = actor.name.split()
    if actor.kind == "unnamed":
        return bool(actor.offices) or len(words) > 1
    return len(words) > 1 or actor.kind == "organisation" or (actor.kind != "group" and actor.name[:1].isupper())


_SOME = frozenset("a an both two three four five six seven eight nine ten some many several more most all not few "
                  "other others those their its dozens hundreds thousands about around nearly almost up "
                  "half no none nobody part".split())  # fmt: skip
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
            condition=tree.text[slice(*span)] if span else None, evidence=each.evidence,
            confidence=min(round(each.trust, 2), SUREST),
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
    alike = [m for m in (*full, *told) if m.turned == wording.turned]
    return label(tree, max(alike or full or told or wording.matters, key=worth))


def _about(wording: Wording, at: Mapping[int, int], meetings: Sequence[Meeting]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for each in wording.matters:
        for actor in sorted(each.actors, key=lambda i: int(i[1:])):
            found[actor] = None
        for token in each.tokens:
            if token in at:
                found[meetings[at[token]].id] = None
    return tuple(found)
