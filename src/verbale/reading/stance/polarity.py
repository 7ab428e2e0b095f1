"""What turns a predicate round or takes it out of the real world."""

from __future__ import annotations

from ..lexicon.stances import stances
from ..tree import Tree

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "without", "cannot"})
_NEGATING = ("advmod", "det", "cc", "aux", "case", "mark")
_OPEN = frozenset({"may", "might", "could"})  # modal verbs that leave it open
UNREAL_MARKS = frozenset({"if", "whether", "unless", "until", "once", "provided", "lest"})
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
    if word == "longer" and tree.deps[token] == "advmod":  # "no longer supports"
        return token > 0 and tree.words[token - 1].lower() in ("no", "any")
    if word not in NEGATIONS or tree.relations[token] not in _NEGATING:
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
        if opening_words(tree, at) & UNREAL_MARKS:
            return True
        head, relation = tree.heads[at], tree.relations[at]
        if head == at or relation not in (*_CLAUSAL, "conj", "obj", "obl"):
            break
        if relation in _CLAUSAL and tree.lemmas[head].lower() in stances().hedging:
            return True
        at = head
    return _is_asked(tree, token)


def opening_words(tree: Tree, token: int) -> set[str]:
    """Marks and adverbs before the head of a clause, in lower case."""
    return {tree.words[c].lower() for c in tree.all_children(token, "mark", "advmod") if c < token}


def _is_asked(tree: Tree, token: int) -> bool:
    first, end = tree.sentences[tree.sentence[token]]
    return any(tree.words[t] == "?" for t in range(max(first, end - 3), end))
