"""Deeds in the parse: a predicate of the lexicon, or one that the model is sure of, between two actors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..lexicon.deeds import Deed, deed_words
from ..pairs import Pairs
from ..stance.matching import Match, match
from ..stance.phrases import subject_of
from ..stance.polarity import is_open, modal, negated
from ..stance.spoken import Spoken, is_ourselves
from ..tree import Range, Tree
from .judging import Verdict, judge, turned

LEAST = 0.4  # less sure deeds are not told
_WISHING = frozenset({"want", "hope", "wish", "seek", "consider", "try", "like", "attempt", "fail", "able", "unable"})
_AHEAD = frozenset({"will", "would", "shall", "wo", "'ll", "’ll"})
_PLANNING = frozenset({"plan", "intend", "expect", "aim", "due", "set", "prepare", "willing", "ready",
                       "prepared", "readiness", "willingness"})  # fmt: skip
_IN_CLAUSES = ("nsubj", "obj", "nsubj:pass", "xcomp", "obl")
_IN_PHRASES = ("flat", "appos", "nmod:poss", "compound", "amod", "nmod", "conj")
_OBJECTS = ("obj", "iobj", "obl", "nsubj:pass")
_UNDOING = frozenset({"cancel", "refuse", "reject", "decline", "deny", "postpone", "suspend", "abandon", "halt", "end"})
_FELT = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
Mentioned = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Doing:
    """A deed in the making: ids of who did it and to whom, by the predicate at `token`; `tokens` tell it."""

    token: int
    verdict: Verdict
    source: tuple[str, ...]
    target: tuple[str, ...]
    tokens: tuple[int, ...]


def find_deeds(
    tree: Tree, spoken: Spoken, mentioned: Mentioned, pairs: Pairs | None, outside: frozenset[int] = frozenset()
) -> Iterator[Doing]:
    """The deeds of an article in the order of the text. `mentioned` leads from tokens to the ids of actors."""
    told: set[tuple[int, tuple[str, ...], tuple[str, ...]]] = set()
    for token in range(len(tree.words)):
        if tree.pos[token] not in ("VERB", "NOUN", "ADJ") or token in outside or is_told_above(tree, token):
            continue
        doing = _doing(tree, spoken, mentioned, pairs, token)
        if doing is None:
            continue
        key = (tree.sentence[token], doing.source, doing.target)
        if key in told and (tree.pos[token] == "NOUN" or not doing.target):
            continue  # "signed a treaty with Oslo", "shelled a village, killing nine": told by the first verb
        told.add(key)
        yield doing


def is_told_above(tree: Tree, token: int) -> bool:
    """Whether a verb hangs on one that is itself the deed: "urged Oslo to sign", "refused to meet the envoy"."""
    head = tree.heads[token]
    if tree.deps[token] != "xcomp" or tree.pos[head] != "VERB":
        return False
    above = match(tree, head, deed_words().frames)
    return above is not None and (above.place == "to do" or above.argument != token)


def _doing(
    tree: Tree, spoken: Spoken, mentioned: Mentioned, pairs: Pairs | None, token: int
) -> Doing | None:
    def names(at: int) -> tuple[int, ...]:
        return named(tree, mentioned, at)

    found = _frame(tree, token, names)
    if found is None and tree.pos[token] != "VERB":
        return None
    subject = subject_of(tree, token)
    if subject is None or is_open(tree, token) or _is_wished(tree, token):
        return None
    doers = names(subject)
    source = _source(tree, spoken, mentioned, subject, doers)
    targets = _targets(tree, found, token, names)
    target = tuple(dict.fromkeys(mentioned[t] for t in targets if mentioned[t] not in source))
    deed = deed_words().deeds[found.frame.group] if found is not None else None
    if not source or not (target or _is_whole(found, deed, source)):
        return None
    rated = _rated(tree, pairs, token, doers, targets)
    verdict = judge(deed, rated)
    verdict = verdict and turned(verdict, negated=_is_undone(tree, token), ahead=_is_ahead(tree, token))
    if verdict is None or verdict.confidence < LEAST:
        return None
    tokens = sorted({token, subject, *doers, *targets, *([found.argument] if found is not None else [])})
    return Doing(token, verdict, source, target, tuple(tokens))


def _frame(tree: Tree, token: int, names: Callable[[int], tuple[int, ...]]) -> Match | None:
    """The frame at a token in whose argument an actor is named, one that may stand there."""
    words = deed_words()
    found = match(tree, token, words.frames, lambda argument: bool(names(argument)))
    if found is None:
        found = match(tree, token, words.frames)
        return found if found is not None and words.deeds[found.frame.group].class_ in _FELT else None
    direct = words.deeds[found.frame.group].direct
    return None if direct and names(found.argument)[:1] != (found.argument,) else found


def _is_whole(found: Match | None, deed: Deed | None, source: tuple[str, ...]) -> bool:
    """Whether a deed needs no actor to whom it is done: "the nurses went on strike", "Oslo and Bern met", "its army
    shelled a village"."""
    if found is None or deed is None:
        return False
    if deed.class_ in _FELT:
        return found.frame.form == "verb"
    return found.place == "none" and (deed.class_ not in _MUTUAL or len(source) > 1)


def named(tree: Tree, mentioned: Mentioned, head: int) -> tuple[int, ...]:
    """The tokens nearest to the head of a phrase that name actors, one for each that is joined by "and"."""
    queue = [head]
    while queue:
        at = queue.pop(0)
        if at in mentioned and (at == head or tree.pos[at] != "PRON"):
            joined = (c for c in tree.all_children(at, "conj") if c in mentioned)
            return (at, *joined)
        if at != head and tree.pos[at] == "PRON":
            continue  # "her counterpart": she is not the one
        within = _IN_CLAUSES if tree.pos[at] in ("VERB", "AUX", "ADJ") else _IN_PHRASES
        queue += [c for relation in within for c in tree.kin[at].get(relation, ())]
    return ()


def _source(
    tree: Tree, spoken: Spoken, mentioned: Mentioned, subject: int, doers: tuple[int, ...]
) -> tuple[str, ...]:
    if is_ourselves(tree, subject):
        speaker = spoken.speaker(subject)
        return (speaker,) if speaker else ()
    return tuple(dict.fromkeys(mentioned[t] for t in doers))


def _targets(tree: Tree, found: Match | None, token: int, names: Callable[[int], tuple[int, ...]]) -> tuple[int, ...]:
    """Who stands where the frame says; without a frame, who is himself object of the verb."""
    if found is not None:
        return names(found.argument) if found.argument != token else ()
    objects = [c for c in tree.all_children(token, *_OBJECTS) if names(c)[:1] == (c,)]
    return tuple(objects[:1])


def _rated(
    tree: Tree, pairs: Pairs | None, token: int, doers: tuple[int, ...], targets: tuple[int, ...]
) -> Mapping[str, float]:
    if pairs is None or not doers or not targets:
        return {}
    sentence = tree.sentences[tree.sentence[token]]
    return pairs("deed", sentence, phrase(tree, doers[0]), phrase(tree, targets[0]))


def phrase(tree: Tree, head: int) -> Range:
    """The tokens of a noun phrase without what is only added to it: "the Austrian journalist"."""
    own = tree.all_children(head, "det", "amod", "compound", "flat", "nmod")
    within = [t for child in own if tree.case(child) in ("", "of") for t in tree.subtree(child)]
    tokens = [head, *within]
    return min(tokens), max(tokens) + 1


def _is_wished(tree: Tree, token: int) -> bool:
    """ "wants to bar the boats": nobody has barred them."""
    return tree.deps[token] == "xcomp" and tree.lemmas[tree.heads[token]].lower() in _WISHING


def _is_undone(tree: Tree, token: int) -> bool:
    """ "did not visit", "cancelled a visit to"."""
    head = tree.heads[token]
    if tree.pos[token] == "NOUN" and head != token and tree.deps[token] in ("obj", "nsubj:pass"):
        return tree.lemmas[head].lower() in _UNDOING
    return negated(tree, token)


def _is_ahead(tree: Tree, token: int) -> bool:
    """ "will visit", "plans to impose": what is announced."""
    at = token
    for _ in range(2):
        if modal(tree, at) in _AHEAD:
            return True
        head = tree.heads[at]
        if head == at or tree.deps[at] not in ("xcomp", "ccomp", "acl"):
            return False
        if tree.lemmas[head].lower() in _PLANNING:
            return True
        at = head
    return False


__all__ = ["Doing", "find_deeds", "named", "phrase"]
