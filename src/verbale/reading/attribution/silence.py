"""Clauses with a cue that report nothing: "declined to comment", "would not say where", "is expected to rain"."""

from __future__ import annotations

from .. import lexicon
from ..tree import Tree
from .draft import Draft, covered, overlap
from .phrases import head_of_cue, noun_phrase

_ASKING = frozenset({"ask", "question", "press", "quiz", "challenge", "remind", "tell"})
_OPEN = frozenset({"what", "where", "when", "why", "how", "who", "whom", "which", "whose"})
_NOTHING = frozenset({"nothing", "so", "nobody"})
_NOBODY = frozenset({"nobody", "no", "none", "neither", "few"})
_NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})


def without_silence(tree: Tree, draft: Draft) -> None:
    """Take from a draft the content that reports nothing; what "declined to comment on" is about stays."""
    verb = head_of_cue(tree, draft)
    if verb is None or not draft.content:
        return
    if any(test(tree, verb) for test in (_tells_of_a_question, _awaited, _compares, by_nobody)):
        draft.content = []
    _without_nothing(tree, draft, verb)
    _without_comment(tree, draft, verb)
    _without_the_withheld(tree, draft, verb)


def _without_nothing(tree: Tree, draft: Draft, verb: int) -> None:
    """ "said nothing about the tax", "I say so as a doctor", "asks nobody for favours" """
    objects = [*tree.all_children(verb, "obj", "iobj"), *(c for c in tree.all_children(verb, "advmod") if c > verb)]
    what = next((c for c in objects if tree.words[c].lower() in _NOTHING), None)
    if what is not None:
        draft.content = [c for c in draft.content if c[0] > tree.ends[what] + 1 and tree.text[c[0] - 1] in "“\"'‘"]


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


def _without_the_withheld(tree: Tree, draft: Draft, verb: int) -> None:
    """ "declined to say by how much" tells nothing; "declined to say whether it would close" asks whether it will."""
    act = withheld(tree, verb)
    if act is None or not draft.content:
        return
    below = tree.subtree(act)
    clause = tree.child(act, "ccomp", "advcl")
    if clause is not None and clause > act and tree.case_or_mark(clause) in ("whether", "if"):
        mark = tree.starts[tree.subtree(clause)[0]]
        if draft.content[0][0] <= mark < draft.content[0][1] and draft.cue[-1][1] <= mark:
            draft.cue[-1] = (draft.cue[-1][0], max(draft.cue[-1][1], tree.ends[act]))
            draft.content[0] = (mark, draft.content[0][1])
        return
    span = (tree.starts[act], tree.ends[below[-1]])
    draft.content = [c for c in draft.content if not overlap(c, span)]


def withheld(tree: Tree, verb: int) -> int | None:
    """The verb of what is not said: "say" of "declined to say", "has yet to say" and "would not say where"; None where
    something is told all the same ("does not deny that it leaks")."""
    words = lexicon.reporting()
    act: int | None = verb
    if _gives_none(tree, verb) or _nor_denies(tree, verb):
        return verb
    if tree.lemmas[verb] in words.declining or (tree.lemmas[verb] == "have" and tree.child(verb, "xcomp")):
        act = tree.child(verb, "xcomp")
    elif not any(tree.words[c].lower() in _NOT for c in tree.children[verb] if c < verb):
        return None
    if act is None:
        return None
    lemma, what = tree.lemmas[act], tree.child(act, "obj")
    if lemma in words.answering:
        return act
    if lemma in words.giving and what is not None and tree.lemmas[what] in words.details:
        return act
    if lemma in words.disclosing and act != verb and tree.child(act, "ccomp") is None:
        return None  # "refused to disclose its accounts" refuses a deed
    return act if lemma in words.withholding and (act == verb or _is_open(tree, act)) else None


def _nor_denies(tree: Tree, verb: int) -> bool:
    """ "would neither confirm nor deny it", "declined to confirm or deny it" """
    first = tree.heads[verb]
    return tree.lemmas[verb] == "deny" and tree.deps[verb] == "conj" and tree.lemmas[first] == "confirm"


def _gives_none(tree: Tree, verb: int) -> bool:
    """ "gave no reason", "offered no explanation" """
    what = tree.child(verb, "obj")
    if what is None or tree.lemmas[verb] not in lexicon.reporting().giving:
        return False
    none = any(tree.words[c].lower() in ("no", "any") for c in tree.all_children(what, "det"))
    return none and tree.lemmas[what] in lexicon.reporting().details


def _is_open(tree: Tree, act: int) -> bool:
    """Whether what would have been said is left open: no clause with "that", and none without a mark."""
    clause = tree.child(act, "ccomp")
    if clause is None or clause < act:
        return True
    first = [tree.words[t].lower() for t in tree.subtree(clause)[:3]]
    return first[0] in ("whether", "if") or any(word in _OPEN for word in first)


def _tells_of_a_question(tree: Tree, verb: int) -> bool:
    """ "Asked about the delay, she said": that somebody asked is no statement of hers."""
    bare = tree.child(verb, "aux") is None and tree.child(verb, "nsubj") is None
    return bare and tree.tags[verb] in ("VBN", "VBD") and tree.deps[verb] == "advcl" and tree.lemmas[verb] in _ASKING


def _compares(tree: Tree, head: int) -> bool:
    """ "was more cautious than his minister": how somebody is, held against how another is."""
    if tree.pos[head] != "ADJ":
        return False
    return any(tree.case(c) == "than" for c in tree.all_children(head, "obl", "nmod", "advcl"))


def by_nobody(tree: Tree, verb: int) -> bool:
    """ "Nobody had said that it did", "Neither government wanted a fight" """
    subject = tree.child(verb, "nsubj")
    if subject is None or subject > verb:
        return False
    words = {tree.words[subject].lower(), *(tree.words[c].lower() for c in tree.all_children(subject, "det"))}
    told = any(tree.words[c].lower() in ("but", "except") for c in tree.subtree(subject))
    nor = any(tree.words[c].lower() == "nor" for c in tree.subtree(subject))
    return bool(words & _NOBODY) and not told and not nor


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
    about = tree.child(comment, "obj") if about is None else about
    if about is not None and tree.pos[about] == "PRON":
        about = None
    if about is None:
        draft.content = [c for c in draft.content if c[0] > tree.ends[comment] and tree.text[c[0] - 1] in "“\"'‘"]
        return
    case = tree.child(about, "case")
    end = tree.ends[case] if case is not None else tree.ends[comment]
    start, stop = noun_phrase(tree, about)
    draft.cue = [*draft.cue[:-1], (draft.cue[-1][0], end)]
    draft.content = [(max(start, end + 1), stop)]
