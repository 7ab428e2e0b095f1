"""Denials: A says that what B said or reported is not so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from verbale.record import Conflict, Statement

from .. import lexicon
from ..lexicon.contradictions import contradictions
from ..lexicon.questions import question_words
from ..stance import polarity
from ..stance.arguments import RELATIVE
from ..stance.phrases import subject_of
from ..tree import Tree
from .sides import BACK, Words, one

AFTER = 3  # sentences after a denial in which it is told who had made the claim
ALIKE = 0.5  # share of the telling words of a denial that what it denies has, too
_POINTING = frozenset({"it", "this", "that", "so"})
_NOUNS = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
_MEDIA = frozenset({"media", "press", "news", "newspaper", "television"})
_SOURCES = ("in", "by", "from", "of")


def denials(words: Words) -> Iterator[Conflict]:
    """Each denial against whose account it denies, as far as the article says whose that is."""
    found: list[Conflict] = []
    for token, lemma in enumerate(words.tree.lemmas):
        denied = _denied_at(words.tree, token, lemma.lower())
        if denied is not None:
            found += _against(words, token, *denied)
    yield from found
    denying = {shown for each in found for shown in each.evidence[0]}
    for statement in words.statements:
        yield from _untrue(words, statement, denying)
        yield from _by_words(words, statement)


def _denied_at(tree: Tree, token: int, lemma: str) -> tuple[int, bool] | None:
    """What a verb denies, and whether that only points to words before; None where it denies no account."""
    known = contradictions()
    if tree.pos[token] != "VERB" or lemma not in known.denying | known.rejecting | known.calling:
        return None
    if polarity.negated(tree, token) or polarity.is_open(tree, token):
        return None
    thing = tree.child(token, "obj")
    if thing is None:
        thing = _doing_so(tree, token) if lemma in known.denying else None
        return (thing, True) if thing is not None else _relative(tree, token)
    account = tree.lemmas[thing].lower() in known.accounts
    points = tree.words[thing].lower() in _POINTING
    if lemma in known.denying:
        return (thing, points) if account or points else None
    if tree.words[thing].lower() in RELATIVE and tree.deps[token].startswith("acl"):
        return _relative(tree, token)
    if lemma in known.rejecting and account:
        return thing, False
    if lemma in known.rejecting and tree.words[thing].lower() in ("that", "this"):
        return thing, True
    if lemma in known.calling and (account or points):
        called = {tree.lemmas[t].lower() for t in tree.subtree(token)}
        return (thing, points) if called & known.untrue else None
    return None


def _doing_so(tree: Tree, token: int) -> int | None:
    """ "denied doing so"."""
    below = (c for c in tree.all_children(token, "xcomp", "ccomp", "advcl") if tree.lemmas[c] == "do")
    return next((c for c in below if any(tree.words[s].lower() == "so" for s in tree.children[c])), None)


def _relative(tree: Tree, token: int) -> tuple[int, bool] | None:
    """ "held 30 sessions, a claim (that) the council rejects": the words that are called a claim."""
    noun = tree.heads[token]
    called = tree.deps[token].startswith("acl") and tree.lemmas[noun].lower() in contradictions().accounts
    aside = called and tree.deps[noun] in ("appos", "parataxis", "conj", "obj", "obl", "nmod") and noun < token
    return (noun, True) if aside and any(tree.words[c].lower() == "a" for c in tree.children[noun]) else None


def _against(words: Words, token: int, thing: int, points: bool) -> Iterator[Conflict]:
    """The denial that a verb makes of an account: of whose it is said to be, or of the words before."""
    tree, whole = words.tree, words.spoken.whole[token]
    own = words.subject_of(subject_of(words.tree, token)) if _is_relative(words.tree, token) else words.doer(token)
    if own is None or own not in words.actors:
        return
    if words.tree.words[thing].lower() in ("that", "this") and not _after_charge(words, token, own):
        return
    shown = whole.id if whole is not None else words.proof(token, own)
    source = None if points else _source(words, thing, own)
    if source is not None:
        said = [s.id for s in words.statements if s.speaker == source]
        yield from one(words.conflict("denial", own, source, ((shown,), tuple(said[:1]))))
        return
    made = _made_by(words, token, own)
    if made is not None:
        yield from one(words.conflict("denial", own, made, ((shown,), ())))
        return
    other = words.before(token, own)
    if other is not None and (points or _is_definite(tree, thing) or tree.lemmas[tree.heads[thing]] == "dispute"):
        yield from one(words.conflict("denial", own, other.speaker, ((shown,), (other.id,))))


def _is_relative(tree: Tree, token: int) -> bool:
    return tree.deps[token].startswith("acl")


def _after_charge(words: Words, token: int, own: str) -> bool:
    """ "rejected that": what was said right before must be a charge, not a plan; a verb of denying needs none."""
    if words.tree.lemmas[token].lower() in contradictions().denying:
        return True
    other = words.before(token, own, 1)
    cue = {words.tree.lemmas[t].lower() for span in other.cue for t in words.tree.tokens(*span)} if other else set()
    return bool(cue & contradictions().charging)


def _made_by(words: Words, token: int, own: str) -> str | None:
    """ "The claim had been made by the daily X", "X had made the allegation": told right after, whose it is."""
    tree, known = words.tree, contradictions()
    first = tree.sentences[tree.sentence[token]][1]
    for verb in range(first, _end(tree, token, AFTER)):
        if tree.pos[verb] != "VERB" or tree.lemmas[verb].lower() not in known.making:
            continue
        claim = tree.child(verb, "obj", "nsubj:pass")
        if claim is None or tree.lemmas[claim].lower() not in known.accounts or not _is_definite(tree, claim):
            continue
        agent = next((c for c in tree.all_children(verb, "obl") if tree.case(c) == "by"), None)
        head = agent if agent is not None else tree.child(verb, "nsubj")
        found = words.named(head) if head is not None and tree.deps[head] != "nsubj:pass" else None
        if found is not None and words.differ(found, own):
            return found
    return None


def _end(tree: Tree, token: int, sentences: int) -> int:
    last = min(tree.sentence[token] + sentences, len(tree.sentences) - 1)
    return tree.sentences[last][1]


def _source(words: Words, account: int, own: str) -> str | None:
    """ "a report in the daily X", "a claim by X", "X's allegation": whose account it is."""
    tree = words.tree
    owner = tree.child(account, "nmod:poss", "compound")
    if owner is not None and tree.lemmas[owner].lower() in _MEDIA:  # "media reports"
        found = words.named(account)
        return found if found is not None and found != own else None
    verb = tree.heads[account]
    hung = (c for c in tree.all_children(verb, "obl") if account < c < account + 6)  # the parse may hang "by X" there
    of = [c for c in (*tree.all_children(account, "nmod", "acl"), *hung) if tree.case(c) in _SOURCES]
    for head in (owner, *of):
        if head is None:
            continue
        beside = list(tree.all_children(head, "appos", "flat", "nmod:desc"))
        for at in (*beside, head):
            within = (words.mentioned[t] for t in tree.subtree(at) if t in words.mentioned and tree.pos[t] != "PRON")
            found = words.subject_of(at) or next(within, None) or words.named(at)
            if found is not None and found != own and found in words.actors:
                return found
    return _alleged(words, account)


def _alleged(words: Words, account: int) -> str | None:
    """ "the accusation, made by X": who made it."""
    tree = words.tree
    for verb in tree.all_children(account, "acl"):
        agent = next((c for c in tree.all_children(verb, "obl") if tree.case(c) == "by"), None)
        if agent is not None:
            return words.named(agent)
    return None


def _is_definite(tree: Tree, noun: int) -> bool:
    marks = {tree.words[c].lower() for c in tree.all_children(noun, "det", "nmod:poss")}
    return bool(marks & {"the", "that", "this", "these", "those"})


# -- "That is false", "no such promise was made" ------------------------------------------------------------


def _untrue(words: Words, statement: Statement, denying: Set[str]) -> Iterator[Conflict]:
    """Words that deny what was said just before, unless that was a denial: then they repeat it."""
    if statement.denied or not _is_plain_denial(words, statement):
        return
    alleged = _as_asked(words, statement)
    if alleged is not None:
        yield from one(words.conflict("denial", statement.speaker, alleged, ((statement.id,), ())))
        return
    other = words.before(words.at[statement.id] - 1, statement.speaker or "", BACK - 1) or _reported(words, statement)
    if other is not None and _is_bare_no(words, statement) and not _share(words, statement, other):
        return
    if other is not None and not {other.id} & denying and statement.id not in (other.inside, other.id):
        yield from one(words.conflict("denial", statement.speaker, other.speaker, ((statement.id,), (other.id,))))


def _as_asked(words: Words, statement: Statement) -> str | None:
    """ "Asked whether Norland had left, as a delegate said, the minister said: “That is untrue.”": the delegate."""
    tree = words.tree
    cue = next((t for span in statement.cue for t in tree.tokens(*span)), None)
    if cue is None:
        return None
    first = tree.sentences[tree.sentence[cue]][0]
    asked = any(tree.lemmas[t].lower() == "ask" for t in range(first, cue))
    return _as_said(words, first, cue) if asked else None


def _is_bare_no(words: Words, statement: Statement) -> bool:
    """ "There was no money": denies only what was said of the same."""
    text = " ".join(words.tree.text[s.start : s.end] for s in statement.content).lower()
    return text.startswith(("there was no ", "there were no ", "there is no "))


def _share(words: Words, one: Statement, other: Statement) -> bool:
    return bool(_concepts(words.tree, one) & _concepts(words.tree, other))


def _reported(words: Words, statement: Statement) -> Statement | None:
    """ "There was no meeting," he said. The paper had reported one: what is told after, was said before."""
    for other in words.after(words.at[statement.id], 2):
        cue = [t for span in other.cue for t in words.tree.tokens(*span)]
        earlier = any(words.tree.words[t] == "had" for t in cue)
        if earlier and words.differ(other.speaker or "", statement.speaker or ""):
            return other
    return None


def _is_plain_denial(words: Words, statement: Statement) -> bool:
    known, tree = contradictions(), words.tree
    text = " ".join(tree.text[s.start : s.end] for s in statement.content).lower().replace("’", "'")
    first = re.split(r"[.!?;]", text, maxsplit=1)[0].replace("n't", " not")
    if known.none.search(first):
        return True
    if len(first.split()) > 12:
        return False
    tokens = tree.tokens(*statement.content[0])
    for token in tokens[:12]:
        if tree.lemmas[token].lower() not in known.untrue or polarity.negated(tree, token):
            continue
        subject = tree.child(token, "nsubj")
        if subject is not None and (
            tree.words[subject].lower() in _POINTING or tree.lemmas[subject].lower() in known.accounts
        ):
            return True
    return False


# -- "denied that ..." --------------------------------------------------------------------------------------


def _by_words(words: Words, denial: Statement) -> Iterator[Conflict]:
    """A denied content against who is said to have said so, else what somebody else said in most of its words."""
    if not denial.denied or denial.speaker is None or _is_of_plan(words, denial):
        return
    made = _made_by(words, words.at[denial.id], denial.speaker)
    if made is not None:
        yield from one(words.conflict("denial", denial.speaker, made, ((denial.id,), ())))
        return
    alleged = _as_alleged(words, denial)
    if alleged is not None:
        yield from one(words.conflict("denial", denial.speaker, alleged, ((denial.id,), ())))
        return
    own = _concepts(words.tree, denial)
    best: tuple[float, Statement] | None = None
    for other in words.statements:
        if not own or other.denied or other.inside == denial.id:
            continue
        if not words.differ(denial.speaker, other.speaker or ""):
            continue
        share = len(own & _concepts(words.tree, other)) / len(own)
        if share >= ALIKE and (best is None or share > best[0]):
            best = (share, other)
    if best is not None:
        yield from one(words.conflict("denial", denial.speaker, best[1].speaker, ((denial.id,), (best[1].id,))))


def _is_of_plan(words: Words, denial: Statement) -> bool:
    """ "dismissed the call for a vote": no account."""
    tree = words.tree
    head = tree.head_of(tree.tokens(*denial.content[0]))
    return tree.pos[head] == "NOUN" and tree.child(head, "cop") is None and (
        tree.lemmas[head].lower() not in contradictions().accounts
    )


def _as_alleged(words: Words, denial: Statement) -> str | None:
    """ "denied that it had been paid, as X alleged": X."""
    first = words.at[denial.id]
    return _as_said(words, first, words.tree.sentences[words.tree.sentence[first]][1])


def _as_said(words: Words, first: int, end: int) -> str | None:
    tree = words.tree
    for token in range(first, end):
        if tree.words[token].lower() != "as":
            continue
        verb = tree.heads[token]
        if tree.pos[verb] == "VERB" and verb > token and lexicon.cues().find([tree.lemmas[verb]], "verb") is not None:
            subject = tree.child(verb, "nsubj")
            return words.named(subject) if subject is not None else None
    return None


def _concepts(tree: Tree, statement: Statement) -> frozenset[str]:
    words = question_words()
    tokens = [t for span in statement.content for t in tree.tokens(*span)]
    telling = (t for t in tokens if tree.pos[t] in _NOUNS)
    return frozenset(words.concept(tree.lemmas[t]) for t in telling if tree.lemmas[t].lower() not in words.empty)
