"""From claims to questions and positions of the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from verbale.record import Actor, Meeting, Position, Question, Statement

from ..agenda import Agenda
from ..coreference import Antecedents
from ..lexicon.questions import question_words
from ..tree import Tree
from .claims import Claim
from .following import OPPOSITE, Echo, copied, followed
from .joining import Joiner, Wording, spread
from .matters import Matter, label, matter, pointer, reception
from .spoken import Spoken

LEAST = 0.35  # less sure positions are not told
OFTEN = 2  # sentences in which the head of a question is spoken of, where only one actor stands on it
REACTION = 3  # sentences over which "the decision" looks back
_REACTIONS = frozenset({"welcoming", "supporting", "condemning", "doubting", "disapproving judgements", "calling names",
                        "approving judgements", "defending", "opposing"})  # fmt: skip
_DECISIONS = frozenset("decision ruling verdict move step announcement news veto rejection refusal outcome result choice "
                       "judgment judgement reversal change vote".split())  # fmt: skip
_ENDS = frozenset({"outcome", "result", "vote"})  # of the question that most was said on
_PAPERS = frozenset("study report document chapter detail paper letter wording text file paperwork evidence figure "
                    "number implication consequence dossier clause article response reply".split())  # fmt: skip
_ATTENDING = frozenset({"coming", "joining"})
_OUTSPOKEN = frozenset({"supporting", "opposing", "rejecting", "condemning", "welcoming", "accepting", "refusing", "not letting",
                        "calling names", "warning", "wanting no part", "wanting", "voting for", "voting against", "forbidding it",
                        "defending"})  # fmt: skip
SHORT = 8  # sentences: in a shorter article everything is spoken of once only
NEUTRAL = 0.64
PLAIN = 0.7  # a claim as strong as this makes a question alone


@dataclass(slots=True)
class Found:
    """A claim with its matter and what proves it: the id of a statement, or the tokens of a deed."""

    claim: Claim
    matter: Matter
    statement: Statement | None
    wording: Wording | None = None


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


def find_claims(
    tree: Tree, claims: Iterable[Claim], spoken: Spoken, mentioned: Mapping[int, str], meetings: Mapping[int, int],
    antecedents: Antecedents, agenda: Agenda = (), echoes: Iterable[Echo] = (),
    actors: Mapping[str, Actor] | None = None,
) -> list[Found]:  # fmt: skip
    """Every claim of an article in the order of the text, those on one question with the same wording.

    `mentioned` leads from tokens to the ids of the actors they name, `meetings` from tokens to numbers of meetings.
    """
    found = []
    for claim in claims:
        about = _matter(tree, claim, spoken, mentioned)
        found.append(Found(claim, about, spoken.whole[claim.token]))
    found.sort(key=lambda f: f.matter.head)
    matters = [f.matter for f in found]
    asides = frozenset(f.matter.head for f in found if f.claim.group == "demanding")
    joiner = Joiner(tree, antecedents, matters, meetings, lambda t: matter(tree, t, mentioned), agenda, asides)
    for each in found:
        each.wording = joiner.wording_of(each.matter)
    _react(tree, found)
    return [*found, *_echoed(tree, echoes, found, spoken, actors or {})]


def _meant(tree: Tree, token: int) -> int:
    """ "The ruling was welcomed by Oslo. Bern called it a betrayal": with "it" the subject of the sentence before."""
    if tree.words[token].lower() not in ("it", "this", "that") or tree.sentence[token] == 0:
        return token
    first, end = tree.sentences[tree.sentence[token] - 1]
    root = next((t for t in range(first, end) if tree.heads[t] == t), first)
    return tree.child(root, "nsubj", "nsubj:pass") or token


def _matter(tree: Tree, claim: Claim, spoken: Spoken, mentioned: Mapping[int, str]) -> Matter:
    if claim.points or _is_paper(tree, claim):
        return pointer(claim.token)
    if claim.received is not None:
        return reception(tree, claim.question, claim.received, mentioned)
    return matter(tree, claim.question, mentioned, _apart(tree, claim) | _unquoted(tree, claim, spoken))


def _react(tree: Tree, found: Sequence[Found]) -> None:
    """ "The council rejected the plan. The union welcomed the decision": the union is against the plan, too."""
    told = sorted(found, key=lambda f: f.claim.token)
    for n, each in enumerate(told):
        if each.claim.group not in _REACTIONS | {"doing it"} or each.claim.stance == "conditional":
            continue
        if tree.lemmas[_meant(tree, each.claim.question)].lower() not in _DECISIONS or len(each.matter.concepts) > 1:
            continue
        if each.claim.group == "doing it":
            each.wording = None  # "announced the step": which of them, is told before
            continue
        before = (f for f in reversed(told[:n]) if not set(f.claim.holders) & set(each.claim.holders))
        deeds = [f for f in before if f.claim.stance in OPPOSITE and f.wording and f.claim.group not in _REACTIONS]
        if tree.lemmas[each.claim.question].lower() in _ENDS:
            deeds = [f for f in deeds if f.wording is not None and len(f.wording.matters) > 2]
        at = tree.sentence[each.claim.token]
        near = (f for f in deeds if at - tree.sentence[f.claim.token] <= REACTION)
        last = next(near, None) or next((f for f in deeds if f.wording is each.wording), None)
        if last is not None:
            stance = last.claim.stance if each.claim.stance == "support" else OPPOSITE[last.claim.stance]
            each.claim, each.wording = replace(each.claim, stance=stance), last.wording


def _echoed(
    tree: Tree, echoes: Iterable[Echo], found: Sequence[Found], spoken: Spoken, actors: Mapping[str, Actor]
) -> Iterator[Found]:
    """What "so does the union" adds to the claims found, each on the question of the claim it follows."""
    told = sorted((f for f in found if f.wording is not None), key=lambda f: f.claim.token)
    heads = {i: {i, *principals(a)} for i, a in actors.items()}

    def same(actor: str) -> frozenset[str]:
        return frozenset(i for i, them in heads.items() if actor in them) | heads.get(actor, set())

    for echo in echoes:
        before = [f for f in told if f.claim.token < echo.token and f.claim.stance != "conditional"]
        one = followed(echo, before, tree, same)
        if one is not None:
            new = Found(copied(echo, one.claim), one.matter, spoken.whole[echo.token], one.wording)
            told.append(new)
            told.sort(key=lambda f: f.claim.token)
            yield new


def _apart(tree: Tree, claim: Claim) -> frozenset[int]:
    """The tokens of who does it, where that is whose stance it is: "the fund will sell only if" is about selling."""
    if claim.group not in ("depending", "refusing") or (subject := tree.child(claim.token, "nsubj")) is None:
        return frozenset()
    only = (c for c in tree.children[claim.token] if tree.words[c].lower() in ("only", "condition"))
    return frozenset(t for each in (subject, *only) for t in tree.subtree(each))


def _is_paper(tree: Tree, claim: Claim) -> bool:
    """ "is studying the report": it is what the report is about that is not decided yet."""
    return claim.stance == "neutral" and tree.lemmas[claim.question].lower() in _PAPERS


def _unquoted(tree: Tree, claim: Claim, spoken: Spoken) -> frozenset[int]:
    """The tokens of a sentence outside the quotation in which a question is told."""
    told = spoken.content[claim.question]
    if told is None or told.quotation == "indirect":
        return frozenset()
    within = {t for start, end in told.content for t in tree.tokens(start, end)}
    return frozenset(t for t in range(*tree.sentences[tree.sentence[claim.question]]) if t not in within)


def mentions(tree: Tree, actors: Iterable[Actor]) -> dict[int, str]:
    """For each token the actor whose shortest mention it stands in."""
    spans = sorted(((s.end - s.start, s, a.id) for a in actors for s in a.mentions), reverse=True)
    return {token: actor for _, (start, end), actor in spans for token in tree.tokens(start, end)}


def principals(actor: Actor) -> tuple[str, ...]:
    """The bodies and states for which somebody in office speaks."""
    words = question_words()
    return tuple(o.of for o in actor.offices if o.of is not None and words.speaks(o.title))


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
    return [s for s in stands.values() if 1 - s.doubt >= LEAST]


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
        bodies = (b for b in principals(actor) if b not in actors or not _is_some(actors[b]))
        listed.update(dict.fromkeys((holder, *bodies)))
        if speaker in actors and speaker is not None and holder in principals(actors[speaker]):
            listed[speaker] = None
    return list(listed)


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


_SOME = frozenset("a an both two three four five six seven eight nine ten some many several more most all not few other "
                  "others those their its dozens hundreds thousands about around nearly almost up half".split())  # fmt: skip
_VAGUE = frozenset("members delegates participants ministers leaders lawmakers people officials sources observers critics "
                   "opponents supporters analysts experts commentators diplomats reporters".split())  # fmt: skip


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
