"""Conditions: the words on which a predicate is made to depend."""

from __future__ import annotations

from collections.abc import Iterator

from ..lexicon.stances import stances
from ..tree import Range, Tree
from .phrases import is_command
from .polarity import UNREAL_MARKS, modal, negated, opening_words

_SET = ("unless", "until ", "once ", "only", "provid", "on ", "upon ", "so long", "as long", "but only",
        "subject to", "without")  # fmt: skip
_PLAINLY_SET = ("on ", "upon ", "but ", "not before", "not until", "provid", "on condition", "on the condition",
                "only if", "so long as", "as long as")  # fmt: skip
_WOULD = frozenset({"would", "'d", "’d", "might", "could"})
_OWNERS = frozenset({"its", "their", "his", "her", "our", "my"})


def condition(tree: Tree, token: int) -> Range | None:
    """The characters of the condition on which a predicate depends: "only if the blockade is lifted"."""
    if (price := _commanded_before(tree, token) or _depended_on(tree, token)) is not None:
        return price
    at = before = token
    for _ in range(3):
        for child, words in _dependent(tree, at):
            span = _opening(tree, child, words) if child != before else None
            if span is not None:
                return _told_after(tree, at, span)
        if tree.relations[at] not in ("xcomp", "conj", "ccomp", "obj") or tree.heads[at] == at:
            return None
        before, at = at, tree.heads[at]
    return None


def _dependent(tree: Tree, at: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The clauses and phrases that can be a condition on a predicate, with the words that open one there."""
    words = stances().conditions
    if modal(tree, at) and negated(tree, at) and tree.lemmas[at] not in ("do", "live", "be", "manage"):
        words = (*words, "without")  # "will not sign without a guarantee"
    for child in tree.all_children(at, "advcl", "obl", "ccomp", "advmod"):
        if _may_open(tree, child) and not _is_circumstance(tree, child):
            yield child, words
    for child in tree.all_children(at, "nmod"):
        if tree.lemmas[child].lower() == "condition":
            yield child, words
    for child in tree.all_children(at, "conj"):  # "could sit down with them, but not before they sign"
        if opening_words(tree, child) & UNREAL_MARKS or _is_not_before(tree, child):
            yield child, (*words, "not before", "not until")
    for child in tree.all_children(tree.heads[at], "ccomp", "conj"):  # the parse may hang it beside
        if child > at and _is_not_before(tree, child):
            yield child, ("not before",)
    for noun in tree.all_children(at, "obj", "obl", "nsubj:pass"):  # the parse may hang "provided that" on a noun
        for child in tree.all_children(noun, "acl", "advcl"):
            yield child, words


def _commanded_before(tree: Tree, token: int) -> Range | None:
    """ "Cut the fee and we can live with the plan": what is told to be done is the condition."""
    first = tree.heads[token]
    if tree.deps[token] != "conj" or modal(tree, token) not in ("will", "can", "'ll", "’ll") or first > token:
        return None
    joined = any(tree.words[c].lower() == "and" for c in tree.all_children(token, "cc"))
    if not joined or not is_command(tree, first):
        return None
    below = set(tree.subtree(token))
    return tree.span([t for t in tree.subtree(first) if t not in below and tree.pos[t] not in ("PUNCT", "SPACE")])


def _depended_on(tree: Tree, noun: int) -> Range | None:
    """ "support for it depends on a vote", "made its support conditional on a vote"."""
    if tree.pos[noun] != "NOUN":
        return None
    words = [c for c in tree.all_children(noun, "acl", "amod") if c > noun]
    if tree.deps[noun].startswith("nsubj"):
        words.append(tree.heads[noun])
    if tree.deps[noun] == "obj":
        words += tree.all_children(tree.heads[noun], "xcomp", "obl", "advcl")
    for word in (w for w in words if tree.lemmas[w].lower() in stances().depending):
        below = tree.all_children(word, "obl", "nmod", "advcl")
        on = next((c for c in below if tree.case_or_mark(c) in ("on", "upon")), None)
        if on is not None:
            return tree.span([t for t in tree.subtree(on) if tree.pos[t] not in ("PUNCT", "SPACE")])
    return None


def _is_not_before(tree: Tree, clause: int) -> bool:
    return negated(tree, clause) and "before" in opening_words(tree, clause)


def _told_after(tree: Tree, at: int, span: Range) -> Range:
    """ "on one condition: that they get a fifth": what stands behind the colon is the condition."""
    if not tree.text[slice(*span)].lower().endswith(("condition", "conditions")):
        return span
    clause = next((c for c in tree.all_children(at, "parataxis", "ccomp", "acl") if tree.starts[c] > span[1]), None)
    if clause is None:
        return span
    tokens = [t for t in tree.subtree(clause) if tree.pos[t] not in ("SPACE", "PUNCT")]
    return tree.starts[tokens[0]], tree.ends[tokens[-1]]


def is_ones_own(tree: Tree, token: int) -> bool:
    """Whether a condition lies with whoever speaks: "if we must", "if I told you"."""
    span = condition(tree, token)
    said = tree.text[slice(*span)].lower().split()[1:2] if span is not None else []
    return bool({"i", "we"} & set(said))


def _is_circumstance(tree: Tree, clause: int) -> bool:
    """ "if elected", "if his party won", "if necessary": when it would be done, no condition on being for it."""
    if tree.lemmas[clause].lower() not in stances().circumstances or tree.case_or_mark(clause) not in ("if", "once"):
        return False
    subject = tree.child(clause, "nsubj")
    owner = tree.child(subject, "nmod:poss") if subject is not None else None
    return subject is None or tree.pos[subject] == "PRON" or (owner is not None and tree.words[owner] in _OWNERS)


def plainly_set(tree: Tree, condition: Range) -> bool:
    """ "supports it, but not before the tests are done", "backed it provided that": no mere time or circumstance."""
    return tree.text[slice(*condition)].lower().startswith(_PLAINLY_SET)


def strictly(tree: Tree, token: int) -> bool:
    """Whether the condition on a predicate is one that somebody sets, and no mere circumstance: not a plain "if"."""
    span = condition(tree, token)
    return span is not None and tree.text[slice(*span)].lower().startswith(_SET)


def is_unreal(tree: Tree, token: int) -> bool:
    """ "would have backed it had small farms been exempt": nobody did, and nobody is said to be against it."""
    past = any(tree.lemmas[c] == "have" for c in tree.all_children(token, "aux"))
    if not past or modal(tree, token) not in _WOULD:
        return False
    clauses = [c for c in tree.all_children(token, "advcl", "parataxis") if tree.pos[c] not in ("PUNCT", "SPACE")]
    return any(tree.words[_first(tree, c)].lower() in ("if", "had") for c in clauses)


def _first(tree: Tree, clause: int) -> int:
    return next((t for t in tree.subtree(clause) if tree.pos[t] not in ("PUNCT", "SPACE")), clause)


def _may_open(tree: Tree, child: int) -> bool:
    """ "until May", "once" are times; only "until the pause is restored" is a condition."""
    return tree.deps[child].startswith("advcl") or tree.case(child).partition(" ")[0] not in ("until", "once", "when")


def _opening(tree: Tree, clause: int, words: tuple[str, ...]) -> Range | None:
    tokens = [t for t in tree.subtree(clause) if tree.pos[t] != "SPACE"]
    while tokens and tree.pos[tokens[0]] in ("PUNCT", "INTJ"):
        tokens.pop(0)
    while tokens and tree.pos[tokens[-1]] == "PUNCT":
        tokens.pop()
    if len(tokens) < 2:  # "only" alone
        return None
    first = tokens[0]
    while first > 0 and tree.words[first - 1].lower() in ("only", "but", "except", "even"):
        first -= 1
    text = " ".join(tree.words[t].lower() for t in range(first, min(first + 5, len(tree.words))))
    if text.startswith("even if") or not any(text.startswith((f"{w} ", f"but {w} ")) for w in words):
        return None
    return tree.starts[first], tree.ends[tokens[-1]]
