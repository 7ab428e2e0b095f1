"""How far a content reaches: what the parse gives to the reporting clause or to the sentence around it is cut off."""

from __future__ import annotations

from .. import lexicon
from ..tree import Tree
from .draft import MARKS, Draft, overlap, stripped
from .phrases import head_of_cue, noun_phrase
from .quoted import Marks

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_QUESTIONS = frozenset({"whether", "if", "why", "what", "when", "where", "how", "who", "which"})
_DEADLINES = frozenset({"by", "before", "until", "till"})
_CIRCUMSTANCES = frozenset({"after", "following", "amid", "when", "while", "as"})


def mend_content(tree: Tree, draft: Draft, marks: Marks) -> None:
    """Cut from a content what the parse gives to the reporting clause or to the sentence around it."""
    _before_next_verb(tree, draft, marks)
    _within_noun(tree, draft)
    _without_circumstance(tree, draft, marks)
    with_whom(tree, draft)
    _without_listener(tree, draft)
    _for_what(tree, draft)
    _with_deadline(tree, draft)
    _up_to_its_clause(tree, draft)
    _no_relative(tree, draft)


def _before_next_verb(tree: Tree, draft: Draft, marks: Marks) -> None:
    """ "said that it was so, and challenged him to prove it": the second verb goes with "said", not with "was"."""
    verb = head_of_cue(tree, draft)
    if verb is None or not draft.content:
        return
    start, end = draft.content[-1]
    if start < draft.cue[-1][1]:
        return
    for other in tree.all_children(verb, "conj"):
        at = tree.starts[tree.subtree(other)[0]]
        if start < at < end and _goes_on(tree, verb, other) and not marks.around(at):
            draft.content[-1] = stripped(tree.text, (start, at), " ,;\t\n")
            return


def _goes_on(tree: Tree, verb: int, other: int) -> bool:
    """Whether a second verb tells what the speaker, or another one, does next: in the form of the first, and with no
    pronoun for its subject, which would rather go on with what was said."""
    if tree.pos[verb] != "VERB":
        return True
    subject = tree.child(other, "nsubj")
    if subject is not None and (tree.pos[subject] == "PRON" or not _turns(tree, other)):
        return False
    return tree.tags[other] == tree.tags[verb] or tree.tags[verb] not in _FINITE


def _turns(tree: Tree, verb: int) -> bool:
    return any(tree.lemmas[c] == "but" for c in tree.all_children(verb, "cc"))


def _within_noun(tree: Tree, draft: Draft) -> None:
    """ "Her claim that it would sink drew laughter": the content of a noun ends where the noun's phrase ends."""
    noun = head_of_cue(tree, draft)
    if noun is None or tree.pos[noun] != "NOUN" or not tree.deps[noun].startswith("nsubj") or not draft.content:
        return
    verb, (start, end) = tree.heads[noun], draft.content[-1]
    tokens = [t for t in tree.subtree(noun) if t < verb]
    last = tree.ends[max(tokens, default=noun)]
    if noun < verb and draft.cue[-1][1] <= start < last < end:
        draft.content[-1] = stripped(tree.text, (start, last), " ,;\t\n")


def _without_circumstance(tree: Tree, draft: Draft, marks: Marks) -> None:
    """ "accused him of lying after talks had failed": what happened before the accusation is no part of it."""
    verb = head_of_cue(tree, draft)
    if verb is None or tree.pos[verb] != "VERB" or not draft.content or draft.content[-1][0] < draft.cue[-1][1]:
        return
    start, end = draft.content[-1]
    for child in tree.all_children(verb, "obl", "advcl"):
        at = tree.starts[tree.subtree(child)[0]]
        mark = tree.case(child) or tree.case_or_mark(child)
        apart = start < at < end and not marks.around(at)
        if mark in _CIRCUMSTANCES and apart and _complete(tree, verb, child):
            draft.content[-1] = stripped(tree.text, (start, at), " ,;\t\n")
            return


def _complete(tree: Tree, verb: int, child: int) -> bool:
    """Whether the verb has what it reports before a further phrase; "describe as" is not complete without it."""
    if tree.case_or_mark(child) == "as" and tree.pos[child] != "VERB":
        return False
    if tree.child(verb, "ccomp") is not None:  # what then follows is as likely part of what was said
        return False
    return any(verb < c < child for c in tree.all_children(verb, "obj", "xcomp", "iobj"))


def with_whom(tree: Tree, draft: Draft) -> None:
    """ "appealed to both sides to wait": those who are to act belong to what is asked of them."""
    verb = head_of_cue(tree, draft)
    known = lexicon.cues().find([tree.lemmas[t] for s in draft.cue for t in tree.tokens(*s)], "verb")
    wish = tree.child(verb, "xcomp", "advcl") if verb is not None else None
    if verb is None or wish is None or known is None or known.act != "directive" or not draft.content:
        return
    start, end = draft.content[0]
    whom = next((c for c in tree.all_children(verb, "obj", "iobj", "obl") if verb < c < wish), None)
    if whom is None or start != tree.starts[tree.subtree(wish)[0]]:
        return
    if tree.deps[whom] == "obl" and tree.case(whom) not in ("to", "on", "upon"):
        return
    begin, stop = noun_phrase(tree, whom)
    case = tree.child(whom, "case")
    begin = tree.ends[case] + 1 if case is not None and case < whom else begin
    if stop < start and not any(overlap((begin, start), s) for s in draft.source):
        draft.cue[-1] = stripped(tree.text, (draft.cue[-1][0], min(draft.cue[-1][1], begin)))
        draft.content[0] = (begin, end)


def _without_listener(tree: Tree, draft: Draft) -> None:
    """ "told Ms. Lind she would go": whom it was told is no part of it."""
    verb = head_of_cue(tree, draft)
    clause = tree.child(verb, "ccomp") if verb is not None else None
    known = lexicon.cues().find([tree.lemmas[verb]], "verb") if verb is not None else None
    if verb is None or clause is None or known is None or known.addressee != "object" or not draft.content:
        return
    asks = any(tree.words[t].lower() in _QUESTIONS for t in tree.subtree(clause)[:2])
    if (known.act != "assertive" and not asks) or tree.child(clause, "nsubj") is None:
        return
    start, end = draft.content[0]
    for child in tree.all_children(verb, "iobj", "obj"):
        first, last = noun_phrase(tree, child)
        begin = noun_phrase(tree, clause)[0]
        if first == start and verb < child < clause and last <= begin < end:
            draft.content[0] = begin, end
            return


def _for_what(tree: Tree, draft: Draft) -> None:
    """ "asked the council for a guarantee": the guarantee is asked for, the council is asked."""
    verb = head_of_cue(tree, draft)
    if verb is None or not draft.content or f"{tree.lemmas[verb]} for" not in lexicon.reporting().about:
        return
    start, end = draft.content[0]
    whom = next((c for c in tree.all_children(verb, "obj", "iobj") if c > verb), None)
    what = next((c for c in tree.all_children(verb, "obl") if tree.case_or_mark(c) == "for"), None)
    if whom is None or what is None or not whom < what or start != noun_phrase(tree, whom)[0]:
        return
    case = tree.child(what, "case", "mark")
    if case is not None and tree.ends[case] < end:
        draft.content[0] = tree.ends[case] + 1, end


def _with_deadline(tree: Tree, draft: Draft) -> None:
    """ "ordered it to pay by March 14": the day by which belongs to what is ordered, wherever the parse hangs it."""
    verb = head_of_cue(tree, draft)
    known = lexicon.cues().find([tree.lemmas[verb]], "verb") if verb is not None else None
    if verb is None or known is None or known.act not in ("directive", "commissive") or not draft.content:
        return
    start, end = draft.content[-1]
    for time in tree.all_children(verb, "obl"):
        begin, stop = noun_phrase(tree, time)
        follows = draft.cue[-1][1] <= start < end <= begin and not tree.text[end:begin].strip()
        if follows and tree.case(time) in _DEADLINES:
            draft.content[-1] = start, stop
            return


def _up_to_its_clause(tree: Tree, draft: Draft) -> None:
    """ "It will meet in Tarn on Friday, its chair said": the content reaches to the comma with what hangs on it."""
    if draft.clause is None or len(draft.content) != 1 or draft.content[0][1] > draft.clause[0]:
        return
    start, end = draft.content[0]
    gap = tree.text[end : draft.clause[0]].rstrip()
    told, tokens = set(tree.tokens(start, end)), tree.tokens(end, end + len(gap) - 1)
    own = all(tree.heads[t] in told or tree.heads[t] in tokens for t in tokens)
    hangs = any(tree.heads[t] in told and tree.deps[t] == "obl" for t in tokens)
    if gap.endswith(",") and own and hangs and tree.text[start] not in MARKS:
        draft.content[0] = start, tree.ends[tokens[-1]]


def _no_relative(tree: Tree, draft: Draft) -> None:
    """ "a ruling that the mayor called late" is no ruling that something was so: "that" stands for the ruling."""
    noun = head_of_cue(tree, draft)
    if noun is None or tree.pos[noun] != "NOUN":
        return
    kept = []
    for start, end in draft.content:
        first = tree.tokens(start, end)[:1]
        relative = bool(first) and tree.tags[first[0]] == "WDT" and tree.lemmas[first[0]].lower() in ("that", "which")
        if not relative and (draft.source or start > draft.cue[-1][0]):
            kept.append((start, end))
    draft.content = kept
