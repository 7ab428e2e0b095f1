"""What is done by a saying whose cue does not tell: "we will come" binds the speaker, "stay inside" is an order.

Speech acts after Searle (1976). A cue such as "said" is neutral; the main clause of the content then decides.
"""

from __future__ import annotations

from collections.abc import Callable

from .. import lexicon
from ..tree import Tree
from .draft import Draft

_BINDING = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "sha"})
_OURSELVES = frozenset({"i", "we"})


def act_of_content(tree: Tree, draft: Draft, is_speaker: Callable[[int], bool]) -> str | None:
    """commissive, directive or expressive when the content's main clause shows it; `is_speaker` says whether a noun or
    pronoun refers to the speaker."""
    tokens = tree.tokens(*draft.content[0])
    if not tokens:
        return None
    head = tree.head_of(tokens)
    subject = tree.child(head, "nsubj")
    if subject is None:
        return "directive" if _imperative(tree, head) else None
    own = tree.words[subject].lower() in _OURSELVES or is_speaker(subject)
    if not own and not _ours(tree, subject, is_speaker):
        return None
    if any(tree.words[c].lower() in _BINDING for c in tree.all_children(head, "aux")):
        return "commissive" if tree.deps[subject] == "nsubj" else None
    return "expressive" if _feels(tree, head) else None


def _ours(tree: Tree, noun: int, is_speaker: Callable[[int], bool]) -> bool:
    """ "his company would sue", "our council will vote": a body for which the speaker speaks"""
    whose, known = tree.child(noun, "nmod:poss"), lexicon.descriptions().find(tree.words[noun])
    if whose is None or known is None or known.kind != "organisation":
        return False
    return tree.words[whose].lower() in ("our", "my") or is_speaker(whose)


def _feels(tree: Tree, head: int) -> bool:
    """ "she was disappointed", "we regret" """
    if tree.child(head, "cop", "aux:pass") is not None:
        known = lexicon.cues().find([tree.words[head].lower()], "adjective")
        return known is not None and known.form == "adjective" and known.act == "expressive"
    return tree.pos[head] == "VERB" and tree.lemmas[head] in lexicon.reporting().feeling


def _imperative(tree: Tree, head: int) -> bool:
    """A bare verb form without subject, auxiliary or "to"."""
    if tree.tags[head] != "VB" or tree.pos[head] != "VERB":
        return False
    return not any(
        tree.deps[c].startswith(("aux", "mark", "cop")) and tree.lemmas[c] != "do" for c in tree.children[head]
    )
