"""What is done by a saying whose cue does not tell: "we will come" binds the speaker, "stay inside" is an order.

Speech acts after Searle (1976). A cue such as "said" is neutral; the main clause of the content then decides.
"""

from __future__ import annotations

from collections.abc import Callable

from ..tree import Tree
from .draft import Draft

_BINDING = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "sha"})
_OURSELVES = frozenset({"i", "we"})


def act_of_content(tree: Tree, draft: Draft, is_speaker: Callable[[int], bool]) -> str | None:
    """commissive or directive when the content's main clause shows it; `is_speaker` says whether a noun or pronoun
    refers to the speaker."""
    tokens = tree.tokens(*draft.content[0])
    if not tokens:
        return None
    head = tree.head_of(tokens)
    subject = tree.child(head, "nsubj")
    if subject is None:
        return "directive" if _imperative(tree, head) else None
    binding = any(tree.words[c].lower() in _BINDING for c in tree.all_children(head, "aux"))
    if binding and (tree.words[subject].lower() in _OURSELVES or is_speaker(subject)):
        return "commissive"
    return None


def _imperative(tree: Tree, head: int) -> bool:
    """A bare verb form without subject, auxiliary or "to"."""
    if tree.tags[head] != "VB" or tree.pos[head] != "VERB":
        return False
    return not any(
        tree.deps[c].startswith(("aux", "mark", "cop")) and tree.lemmas[c] != "do" for c in tree.children[head]
    )
