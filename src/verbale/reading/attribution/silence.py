"""Clauses with a cue that report nothing: "declined to comment", "asked not to be named", "is expected to rain"."""

from __future__ import annotations

from .. import lexicon
from ..tree import Tree
from .draft import Draft, covered
from .phrases import head_of_cue, noun_phrase

_ASKING = frozenset({"ask", "question", "press", "quiz", "challenge"})


def without_silence(tree: Tree, draft: Draft) -> None:
    """Take from a draft the content that reports nothing; what "declined to comment on" is about stays."""
    verb = head_of_cue(tree, draft)
    if verb is None or not draft.content:
        return
    if _tells_of_a_question(tree, verb) or _awaited(tree, verb):
        draft.content = []
    _without_nothing(tree, draft, verb)
    _without_comment(tree, draft, verb)


def _without_nothing(tree: Tree, draft: Draft, verb: int) -> None:
    """ "said nothing about the tax" """
    what = tree.child(verb, "obj")
    if what is not None and tree.words[what].lower() == "nothing":
        draft.content = [c for c in draft.content if not c[0] <= tree.starts[what] < c[1]]


def _without_comment(tree: Tree, draft: Draft, verb: int) -> None:
    """ "declined to comment on the ruling" is about the ruling; "declined to comment" and "asked not to be named"
    say nothing."""
    act = tree.child(verb, "xcomp", "obj")
    if act is None or act < verb or not draft.content or draft.content[0][0] < draft.cue[-1][1]:
        return
    words = lexicon.reporting()
    inside = covered((tree.starts[act], tree.ends[act]), draft.content) > 0
    if inside and (wants_no_name(tree, act) or tree.words[act].lower() == "anonymity"):
        draft.content = []
    elif tree.lemmas[act] in words.commenting and tree.lemmas[verb] in words.declining:
        _about_what(tree, draft, act)


def _tells_of_a_question(tree: Tree, verb: int) -> bool:
    """ "Asked about the delay, she said": that somebody asked is no statement of hers."""
    bare = tree.child(verb, "aux") is None and tree.child(verb, "nsubj") is None
    return bare and tree.tags[verb] == "VBN" and tree.deps[verb] == "advcl" and tree.lemmas[verb] in _ASKING


def _awaited(tree: Tree, verb: int) -> bool:
    """ "is expected to reach the coast": nobody is named who expects it, and nothing is reported."""
    if tree.child(verb, "aux:pass") is None or tree.lemmas[verb] not in lexicon.reporting().awaiting:
        return False
    return not any(tree.case(c) == "by" for c in tree.all_children(verb, "obl"))


def wants_no_name(tree: Tree, verb: int) -> bool:
    """ "asked not to be identified" """
    return tree.lemmas[verb] in lexicon.reporting().identifying and tree.child(verb, "aux:pass") is not None


def _about_what(tree: Tree, draft: Draft, comment: int) -> None:
    about = next((c for c in tree.all_children(comment, "obl") if tree.case(c) in ("on", "about", "upon")), None)
    if about is None:
        draft.content = [c for c in draft.content if c[0] > tree.ends[comment] and tree.text[c[0] - 1] in "“\"'‘"]
        return
    case = tree.child(about, "case")
    end = tree.ends[case] if case is not None else tree.ends[comment]
    start, stop = noun_phrase(tree, about)
    draft.cue = [*draft.cue[:-1], (draft.cue[-1][0], end)]
    draft.content = [(max(start, end + 1), stop)]
