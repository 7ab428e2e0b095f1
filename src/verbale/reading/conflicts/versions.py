"""Two accounts that the article itself sets against each other: "remember it otherwise", "says that it did"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from verbale.record import Conflict, Statement

from ..lexicon.contradictions import contradictions
from ..stance.matching import match
from ..tree import Tree
from .sides import Words, one

NEAR = 3  # sentences in which both accounts stand
_ELLIPSIS = re.compile(
    r"(that )?(it|they|he|she|we|i|there|this|[a-z]+) "
    r"(had|has|have|did|do|does|was|were|is|are|would|will|could)( not| never| never done so| done so| so)?"
)
_NEVER = re.compile(r"\b(never|not) done so\b")


def versions(words: Words) -> Iterator[Conflict]:
    for statement in words.statements:
        yield from _left_out(words, statement)
    yield from _otherwise(words)
    yield from _announced(words)
    yield from _contradicting(words)


def _left_out(words: Words, statement: Statement) -> Iterator[Conflict]:
    """ "Dakar says that it did": what it did, was denied before."""
    text = " ".join(words.tree.text[s.start : s.end] for s in statement.content).lower().replace("’", "'").strip(" .,")
    text = " ".join(text.replace("n't", " not").split())
    if statement.denied or not (_ELLIPSIS.fullmatch(text) or (_NEVER.search(text) and len(text.split()) < 10)):
        return
    at = words.at[statement.id] - 1
    before = _last(words, at, statement)
    if before is not None:
        yield from one(words.conflict("account", statement.speaker, before.speaker, ((statement.id,), (before.id,))))


def _last(words: Words, at: int, statement: Statement) -> Statement | None:
    """The last statement of another side before a place, a denial among them."""
    for other in reversed(words.statements):
        if words.at[other.id] > at or other.id == statement.id or other.inside == statement.id:
            continue
        if words.tree.sentence[at] - words.sentence(other) > NEAR:
            return None
        if words.differ(other.speaker or "", statement.speaker or ""):
            return other
    return None


def _otherwise(words: Words) -> Iterator[Conflict]:
    """ "gave a different account": its subject against whoever spoke before."""
    tree, frames = words.tree, contradictions().otherwise
    for token, lemma in enumerate(tree.lemmas):
        if lemma.lower() not in frames.heads or tree.pos[token] != "VERB":
            continue
        found = match(tree, token, frames)
        if found is None or not _is_own_word(tree, token, found.frame.lemmas[-1]):
            continue
        own = words.doer(token)
        before = words.before(token, own) if own is not None else None
        if own is None or before is None:
            continue
        told = [s.id for s in words.after(token, NEAR) if s.speaker == own or not words.differ(s.speaker or "", own)]
        whole = words.spoken.whole[token]
        shown = whole.id if whole is not None and not told else None
        shown_by = tuple(told[:1]) or ((shown,) if shown else ())
        made = words.conflict("account", own, before.speaker, (shown_by, (before.id,)))
        yield from one(made)


def _is_own_word(tree: Tree, token: int, last: str) -> bool:
    """ "said rates would otherwise rise" is no other account."""
    end = tree.sentences[tree.sentence[token]][1]
    own = (t for t in range(token + 1, min(token + 8, end)) if last in (tree.lemmas[t].lower(), tree.words[t].lower()))
    return any(tree.heads[t] == token for t in own)


def _announced(words: Words) -> Iterator[Conflict]:
    """ "They cannot agree on who left the room": the next two who speak."""
    tree, phrases = words.tree, contradictions().announcing
    for first, end in tree.sentences:
        text = tree.text[tree.starts[first] : tree.ends[end - 1]].lower()
        if not any(phrase in text for phrase in phrases):
            continue
        following = [s for s in words.after(first, NEAR) if s.inside is None and s.quotation and s.cue]
        following = [s for s in following if words.at[s.id] >= end or "," in text]
        pairs = pairwise(following)
        made = (words.conflict("account", a.speaker, b.speaker, ((a.id,), (b.id,))) for a, b in pairs)
        yield from one(next((c for c in made if c is not None), None))


def _contradicting(words: Words) -> Iterator[Conflict]:
    """ "contradicting Lahlou, who said": whoever speaks against Lahlou."""
    tree = words.tree
    for token, lemma in enumerate(tree.lemmas):
        if lemma != "contradict" or tree.tags[token] not in ("VBG", "VBD", "VBZ"):
            continue
        own, other = words.doer(token), words.subject_of(tree.child(token, "obj"))
        yield from one(words.conflict("account", own, other, (_near(words, token, own), _near(words, token, other))))


def _near(words: Words, token: int, speaker: str | None) -> tuple[str, ...]:
    """The id of what somebody says in the sentence of a token or beside it."""
    sentence = words.tree.sentence[token]
    said = (s.id for s in words.statements if s.speaker == speaker and abs(words.sentence(s) - sentence) <= 1)
    return tuple(said)[:1]
