"""Statements within statements: "Kim said that Lee had told her that ..." """

from __future__ import annotations

from collections.abc import Sequence

from .. import lexicon
from ..tree import Tree
from .draft import Chars, Draft
from .phrases import noun_phrase

_FIRST_PERSON = frozenset({"i", "we", "you", "one", "it"})


def find(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts for the sayings that a content reports in its turn, with `inside` set to the outer one."""
    found = []
    for draft in drafts:
        for start, end in draft.content:
            found += [inner for t in tree.tokens(start, end) if (inner := _inner(tree, t, draft, (start, end)))]
    return found


def _inner(tree: Tree, verb: int, outer: Draft, span: Chars) -> Draft | None:
    """A reporting verb with a subject of its own and a clause that it reports."""
    if tree.pos[verb] != "VERB" or any(t <= tree.starts[verb] < e for t, e in outer.cue):
        return None
    cue = lexicon.cues().find([tree.lemmas[verb]], "verb")
    if cue is None or cue.mental or tree.lemmas[verb] not in SAYING_VERBS:
        return None
    subject, clause = tree.child(verb, "nsubj"), tree.child(verb, "ccomp")
    if subject is None or clause is None or tree.words[subject].lower() in _FIRST_PERSON:
        return None
    if tree.tags[subject] in ("WP", "WDT") or (tree.child(verb, "aux") is not None and _irreal(tree, verb)):
        return None
    content = _within(noun_phrase(tree, clause), span)
    source = noun_phrase(tree, subject)
    if content is None or not (span[0] <= source[0] and source[1] <= span[1]) or _overlaps(content, source):
        return None
    return Draft([source], [(tree.starts[verb], tree.ends[verb])], [content], outer.confidence * 0.8, inside=outer)


def _irreal(tree: Tree, verb: int) -> bool:
    """ "would say", "if they say": nobody has said it."""
    return any(tree.tags[c] == "MD" or tree.lemmas[c] == "do" for c in tree.all_children(verb, "aux"))


def _within(content: Chars, span: Chars) -> Chars | None:
    start, end = max(content[0], span[0]), min(content[1], span[1])
    return (start, end) if end - start > 8 else None


def _overlaps(a: Chars, b: Chars) -> bool:
    return a[0] < b[1] and b[0] < a[1]


SAYING_VERBS = frozenset(
    {"say", "tell", "add", "state", "announce", "warn", "claim", "insist", "deny", "confirm", "argue", "report",
     "inform", "assure", "promise", "admit", "declare", "note", "acknowledge", "stress", "allege", "testify",
     "conclude", "reply", "explain", "pledge", "swear", "maintain", "assert", "reveal", "disclose"}
)  # fmt: skip
