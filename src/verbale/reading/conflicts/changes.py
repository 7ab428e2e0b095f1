"""Changes of mind within one article: an actor's stance that differs from an earlier one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.record import Conflict, Position

from ..lexicon.contradictions import Contradictions, contradictions
from ..stance import Found, polarity
from ..stance.matching import match
from ..stance.phrases import subject_of
from ..stance.seeing import SEEN
from ..talks.whose import state_of
from ..tree import Tree
from .sides import Words

_EARLIER = frozenset({"had", "previously", "earlier", "before", "once", "originally", "initially", "until", "longer"})
_OWN = frozenset({"its", "their", "his", "her", "our", "my"})
_RESOLVING = frozenset({"decide", "agree", "choose", "resolve", "have"})
_BLAMED = ("for", "of", "against", "about", "without", "before")
_AFTER = ("after", "despite", "having")


def changes(words: Words, found: Sequence[Found], positions: Sequence[Position]) -> Iterator[Conflict]:
    """From positions, then from predicates that say so."""
    yield from _of_positions(words, found, positions)
    told = [f for f in found if f.claim.group != SEEN]  # what only the model sees has not been weighed yet
    for each in (*_said(words), *_side_by_side(words, told)):
        yield replace(each, question=_on(each, positions))


def _on(change: Conflict, positions: Sequence[Position]) -> str | None:
    """The question on which somebody has changed, where what tells so tells one position of theirs."""
    told = {i for side in change.evidence for i in side}
    on = {p.question for p in positions if p.actor == change.between[0] and told & set(p.evidence)}
    return on.pop() if len(on) == 1 else None


def _of_positions(words: Words, found: Sequence[Found], positions: Sequence[Position]) -> Iterator[Conflict]:
    """One actor for and against one question, the one before the other."""
    by_actor: dict[tuple[str, str], list[Position]] = {}
    for each in positions:
        by_actor.setdefault((each.actor, each.question), []).append(each)
    for (actor, question), some in by_actor.items():
        stances = {p.stance: p for p in some if p.stance in ("support", "oppose")}
        if len(stances) > 1 and any(_is_earlier(words.tree, f) for f in found if actor in f.claim.holders):
            a, b = list(stances.values())[:2]
            yield Conflict("", "change", (actor, actor), question, (a.evidence, b.evidence))


def _is_earlier(tree: Tree, found: Found) -> bool:
    """Told of an earlier time: "had rejected", "previously opposed", "no longer"."""
    token = found.claim.token
    above = tree.heads[token] if tree.deps[token] == "ccomp" else token  # "had said it supported the plan"
    near = {tree.words[c].lower() for at in (token, above) for c in tree.children[at]}
    return bool(near & _EARLIER)


def _said(words: Words) -> Iterator[Conflict]:
    """ "reversed course", "dropped its opposition", "after months of refusing"."""
    tree, known = words.tree, contradictions()
    for token, lemma in enumerate(tree.lemmas):
        if tree.pos[token] != "VERB" or not _changes_mind(tree, token, lemma.lower(), known):
            continue
        if polarity.is_open(tree, token) or token in words.claims.outside:
            continue
        if not _is_done(tree, token) or _is_not_so(tree, token):
            continue
        head = _who(tree, token)
        actor = words.named(head) if head is not None else None
        if actor is not None and actor in words.actors and words.actors[actor].kind != "unnamed":
            yield _change(words, actor, token)


def _is_done(tree: Tree, token: int) -> bool:
    """Told as a fact: not "will change its mind", "urged it to reverse course", "blamed her for changing course"."""
    if polarity.modal(tree, token):
        return False
    above = tree.lemmas[tree.heads[token]].lower() if tree.relations[token] == "xcomp" else ""
    if tree.tags[token] == "VB":
        did = any(tree.lemmas[c] == "do" for c in tree.all_children(token, "aux"))
        return did or above in _RESOLVING
    if tree.tags[token] == "VBG" and tree.child(token, "aux") is None:
        return tree.case_or_mark(token) not in _BLAMED and not above
    return True


def _is_not_so(tree: Tree, token: int) -> bool:
    """ "no longer opposes it" is a change, "did not reverse course" is none."""
    longer = any(tree.words[c].lower() == "longer" for c in tree.all_children(token, "advmod"))
    return polarity.negated(tree, token) and not longer


def _changes_mind(tree: Tree, token: int, lemma: str, known: Contradictions) -> bool:
    if lemma in known.changing.heads and match(tree, token, known.changing) is not None:
        return True
    if any(tree.lemmas[c].lower() in known.reversals and tree.case(c) == "in" for c in tree.all_children(token, "obl")):
        return True
    if lemma in known.dropping and _is_own_stance(tree, token, known):
        return True
    if any(tree.words[c].lower() == "longer" for c in tree.all_children(token, "advmod")) and lemma in known.refusing:
        return True
    return _after_refusing(tree, token, known) or _once_otherwise(tree, token, known)


def _is_own_stance(tree: Tree, token: int, known: Contradictions) -> bool:
    """ "dropped its opposition", "dropped that threat"."""
    thing = tree.child(token, "obj")
    if thing is None or tree.lemmas[thing].lower() not in known.stances:
        return False
    marks = {tree.words[c].lower() for c in tree.all_children(thing, "nmod:poss", "det")}
    return bool(marks & (_OWN | {"that", "the", "this"}))


def _after_refusing(tree: Tree, token: int, known: Contradictions) -> bool:
    """ "agreed after months of refusing", "voted yes after opposing the idea in April"."""
    if tree.tags[token] not in ("VBD", "VBZ", "VBN", "VBP"):
        return False
    for child in tree.all_children(token, "advcl", "obl"):
        if tree.case_or_mark(child) not in _AFTER:
            continue
        gerunds = [child, *tree.all_children(child, "acl", "nmod")]
        if any(tree.tags[g] == "VBG" and tree.lemmas[g].lower() in known.refusing for g in gerunds):
            return True
    return False


def _once_otherwise(tree: Tree, token: int, known: Contradictions) -> bool:
    """ "who had long opposed it, said she would support it", "who had kept her counsel, came out against"."""
    subject = tree.child(token, "nsubj")
    if subject is None:
        return False
    nouns = [subject, *tree.all_children(subject, "appos")]
    if not any(tree.deps[c].startswith("acl") for n in nouns for c in tree.children[n]):
        return False
    past = [v for n in nouns for v in tree.all_children(n, "acl") if _is_past(tree, v)]
    sides = {_side(tree, v, known) for v in past} - {None}
    now = {_side(tree, v, known) for v in (token, *tree.all_children(token, "ccomp", "xcomp"))} - {None, "neither"}
    return bool(sides and now) and not sides & now


def _is_past(tree: Tree, verb: int) -> bool:
    return bool({tree.words[c].lower() for c in tree.children[verb]} & _EARLIER)


def _side(tree: Tree, verb: int, known: Contradictions) -> str | None:
    """On which side a verb is: pro, con or neither; None where it is no verb of these."""
    lemma = tree.lemmas[verb].lower()
    words = {tree.words[t].lower() for t in tree.subtree(verb)} if lemma in ("come", "vote", "keep", "sit") else set()
    if lemma in ("come", "vote"):
        return "con" if "against" in words else "pro" if words & {"for", "favour", "favor"} else None
    if lemma in ("keep", "sit"):
        return "neither" if words & {"counsel", "fence", "views", "silent", "quiet"} else None
    side = next((s for s, some in (("pro", known.pro), ("con", known.con)) if lemma in some), None)
    turned = {"pro": "con", "con": "pro"}
    return turned.get(side or "") if polarity.negated(tree, verb) else side


def _who(tree: Tree, token: int) -> int | None:
    found = subject_of(tree, token)
    return found if found is not None else tree.child(token, "nsubj")


def _change(words: Words, actor: str, token: int) -> Conflict:
    body = state_of(words.actors, actor)
    whole = words.spoken.whole[token]
    shown = whole.id if whole is not None else words.proof(token, body)
    return Conflict("", "change", (body, body), None, ((shown,), (shown,)))


def _side_by_side(words: Words, found: Sequence[Found]) -> Iterator[Conflict]:
    """ "who had kept her counsel, came out against": two stances in one sentence, one of them earlier."""
    tree = words.tree
    by_place: dict[tuple[str, int], list[Found]] = {}
    for each in found:
        for holder in each.claim.holders:
            by_place.setdefault((holder, tree.sentence[each.claim.token]), []).append(each)
    for (holder, _), some in by_place.items():
        earlier = [f for f in some if _is_earlier(tree, f)]
        now = [f for f in some if f not in earlier]
        pairs = ((a, b) for a in earlier for b in now if a.claim.stance != b.claim.stance)
        if holder in words.actors and any(_is_one_matter(tree, a, b) for a, b in pairs):
            yield _change(words, holder, some[0].claim.token)
    yield from _before_now(words, found)


def _is_one_matter(tree: Tree, a: Found, b: Found) -> bool:
    """Whether two claims of one sentence are about the same: one does not say about what, or says "it"."""
    if a.claim.points or b.claim.points or (a.wording is not None and a.wording is b.wording):
        return True
    return any(tree.pos[f.claim.question] == "PRON" for f in (a, b))


def _before_now(words: Words, found: Sequence[Found]) -> Iterator[Conflict]:
    """ "now backs the bill. In March he had called it theft": what "it" is, stands in the sentence before."""
    tree = words.tree
    by_sentence: dict[int, list[Found]] = {}
    for each in found:
        by_sentence.setdefault(tree.sentence[each.claim.token], []).append(each)
    for then in found:
        if tree.pos[then.claim.question] != "PRON" or not _is_earlier(tree, then):
            continue
        for now in by_sentence.get(tree.sentence[then.claim.token] - 1, ()):
            shared = set(now.claim.holders) & set(then.claim.holders)
            if shared and now.claim.stance != then.claim.stance and not _is_earlier(tree, now):
                yield _change(words, min(shared), now.claim.token)
