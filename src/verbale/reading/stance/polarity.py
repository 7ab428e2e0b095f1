"""What turns a predicate round, takes it out of the real world or puts it under a condition."""

from __future__ import annotations

from collections.abc import Iterator

from ..lexicon.stances import stances
from ..tree import Range, Tree

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "without", "cannot"})
_NEGATING = ("advmod", "det", "cc", "aux", "case", "mark")
_OPEN = frozenset({"may", "might", "could"})  # modal verbs that leave it open
_SET = ("unless", "until ", "once ", "only", "provid", "on ", "so long", "as long", "but only", "subject to")
_UNREAL_MARKS = frozenset({"if", "whether", "unless", "until", "once", "provided", "lest"})
_CLAUSAL = ("xcomp", "ccomp", "advcl", "acl", "csubj")


def negated(tree: Tree, token: int) -> bool:
    """Whether an odd number of negations stands on a predicate: on itself, its auxiliaries, its determiner."""
    own = sum(_is_negation(tree, child) for child in tree.children[token])
    own += sum(_is_negation(tree, g) for c in tree.all_children(token, "aux", "cop") for g in tree.children[c])
    subject = tree.child(token, "nsubj")
    if subject is not None:
        own += any(tree.words[c].lower() in ("no", "neither") for c in tree.all_children(subject, "det"))
        own += tree.words[subject].lower() in ("nobody", "none", "neither")
    if tree.pos[token] == "NOUN" and not own and tree.deps[token] in ("obj", "nsubj", "nsubj:pass"):
        own = tree.heads[token] != token and negated(tree, tree.heads[token])  # "did not voice support"
    if tree.pos[token] in ("ADJ", "VERB") and tree.deps[token] == "xcomp":
        governor = tree.heads[token]
        own += tree.lemmas[governor] in ("be", "become", "seem", "remain") and negated(tree, governor)
    return bool(own % 2)


def _is_negation(tree: Tree, token: int) -> bool:
    word = tree.words[token].lower()
    if word not in NEGATIONS or tree.deps[token].partition(":")[0] not in _NEGATING:
        return False
    following = tree.words[token + 1].lower() if token + 1 < len(tree.words) else ""
    return not (word == "not" and following in ("only", "just", "merely"))


def modal(tree: Tree, token: int) -> str:
    """The modal verb of a clause in lower case, "" where there is none."""
    for child in tree.all_children(token, "aux"):
        if tree.tags[child] == "MD":
            return tree.words[child].lower()
    return ""


def is_open(tree: Tree, token: int, able: bool = False) -> bool:
    """Whether a predicate is not said to be so: asked, supposed, feared, merely possible.

    `able` takes "could" for what somebody is able to do: "could live with it".
    """
    said = modal(tree, token)
    if said in _OPEN and not (said == "could" and ((able and tree.lemmas[token] == "live") or negated(tree, token))):
        return True
    at = token
    for _ in range(4):
        if _marks(tree, at) & _UNREAL_MARKS:
            return True
        head, relation = tree.heads[at], tree.deps[at].partition(":")[0]
        if head == at or relation not in (*_CLAUSAL, "conj", "obj", "obl"):
            break
        if relation in _CLAUSAL and tree.lemmas[head].lower() in stances().hedging:
            return True
        at = head
    return _is_asked(tree, token)


def _marks(tree: Tree, token: int) -> set[str]:
    return {tree.words[c].lower() for c in tree.all_children(token, "mark", "advmod") if c < token}


def _is_asked(tree: Tree, token: int) -> bool:
    first, end = tree.sentences[tree.sentence[token]]
    return any(tree.words[t] == "?" for t in range(max(first, end - 3), end))


def condition(tree: Tree, token: int) -> Range | None:
    """The characters of the condition on which a predicate depends: "only if the blockade is lifted"."""
    at = token
    for _ in range(3):
        for child, words in _dependent(tree, at):
            span = _opening(tree, child, words)
            if span is not None:
                return _told_after(tree, at, span)
        if tree.deps[at].partition(":")[0] not in ("xcomp", "conj", "ccomp", "obj") or tree.heads[at] == at:
            return None
        at = tree.heads[at]
    return None


def _dependent(tree: Tree, at: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The clauses and phrases that can be a condition on a predicate, with the words that open one there."""
    words = stances().conditions
    for child in tree.all_children(at, "advcl", "obl", "ccomp", "advmod"):
        if _may_open(tree, child):
            yield child, words
    for child in tree.all_children(at, "nmod"):
        if tree.lemmas[child].lower() == "condition":
            yield child, words
    for child in tree.all_children(at, "conj"):  # "could sit down with them, but not before they sign"
        if _marks(tree, child) & _UNREAL_MARKS or _is_not_before(tree, child):
            yield child, (*words, "not before", "not until")
    for child in tree.all_children(tree.heads[at], "ccomp", "conj"):  # the parse may hang it beside
        if child > at and _is_not_before(tree, child):
            yield child, ("not before",)
    for noun in tree.all_children(at, "obj", "obl", "nsubj:pass"):  # the parse may hang "provided that" on a noun
        for child in tree.all_children(noun, "acl", "advcl"):
            yield child, words


def _is_not_before(tree: Tree, clause: int) -> bool:
    return negated(tree, clause) and "before" in _marks(tree, clause)


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


def set_apart(tree: Tree, condition: Range) -> bool:
    """ "supports it, but not before the tests are done": the condition takes back what has been said."""
    return tree.text[slice(*condition)].lower().startswith(("but ", "not before", "not until"))


def strictly(tree: Tree, token: int) -> bool:
    """Whether the condition on a predicate is one that somebody sets, and no mere circumstance: not a plain "if"."""
    span = condition(tree, token)
    return span is not None and tree.text[slice(*span)].lower().startswith(_SET)


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
