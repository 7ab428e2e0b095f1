"""Which token is the argument of a frame that stands at another, place by place."""

from __future__ import annotations

from ..lexicon.frames import Frame
from ..lexicon.stances import stances
from ..tree import Tree
from .phrases import is_time

RELATIVE = frozenset({"which", "that", "who", "whom"})
_ASKING = frozenset({"WRB", "WP", "WP$"})
_ASKED = frozenset("say know tell ask decide see reveal disclose confirm clarify indicate wonder consider".split())
_CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis")


def argument_of(tree: Tree, token: int, last: int, frame: Frame, place: str) -> int | None:
    """The head of what a frame at a token is about, in one place; `last` is the token of the frame's last word."""
    if frame.form == "preposition":
        if place == "subject":  # "is out of the question"
            return tree.child(tree.heads[token], "nsubj") if tree.deps[token] == "case" else None
        return _of_preposition(tree, last)
    if place == "object":
        return _object(tree, token, last)
    if place == "receiver":
        return _receiver(tree, token)
    if place == "subject":
        return _judged(tree, token, last)
    if place in ("that", "to do", "doing", "whether"):
        found = _clause(tree, token, place)
        return _clause(tree, last, place) if found is None and last != token else found
    return _behind(tree, token, last, place)


def _receiver(tree: Tree, noun: int) -> int | None:
    """ "The plan faces opposition from Oslo": what meets with the noun."""
    verb = tree.heads[noun]
    met = tree.relations[noun] in ("obj", "obl") and tree.lemmas[verb].lower() in stances().receiving
    return tree.child(verb, "nsubj") if met else None


def _of_preposition(tree: Tree, last: int) -> int | None:
    """The noun that a preposition introduces; "in favour of the plan" is parsed in more than one way."""
    for child in tree.children[last]:
        if child > last and tree.relations[child] in ("nmod", "obl", "obj", "pobj"):
            return child
    head = tree.heads[last]
    if tree.deps[last] == "fixed":
        head = tree.heads[head]
    return head if head > last and tree.deps[last] in ("case", "fixed", "mark") else None


def _object(tree: Tree, token: int, last: int) -> int | None:
    if last != token and tree.pos[last] in ("ADP", "SCONJ", "PART", "ADV"):
        held = _of_preposition(tree, last)
        if held is not None and held > last:
            return held
    given = (tree.child(token, relation) for relation in ("obj", "nsubj:pass", "iobj"))
    found = next((g for g in given if g is not None and g != last), None)  # "gave the plan its blessing"
    if found is not None:
        return _deed_of(tree, token, found)
    if tree.deps[token].startswith("acl") and tree.tags[token] == "VBN":
        return tree.heads[token]
    if tree.deps[token] == "acl:relcl":
        return _left_out(tree, token)
    if (fronted := _fronted(tree, token)) is not None:
        return fronted
    if tree.deps[token] == "conj" and tree.child(token, "aux:pass") is not None:  # "is bad and should be dropped"
        return tree.subject(token)
    if tree.deps[token] in ("xcomp", "ccomp") and tree.tags[token] == "VBN":  # "wants the ban lifted"
        found = tree.child(token, "nsubj") or tree.child(tree.heads[token], "obj")
        between = (c for c in tree.all_children(tree.heads[token], "obl") if tree.heads[token] < c < token)
        return found if found is not None else next(between, None)  # "called for the sale to be halted"
    if tree.deps[last] == "compound:prt" and (bare := _without_case(tree, token)) is not None:
        return bare  # "voted down the plan"
    return None


def _without_case(tree: Tree, verb: int) -> int | None:
    found = (c for c in tree.all_children(verb, "obl") if c > verb and not tree.case(c) and not is_time(tree, c))
    return next(found, None)


def _deed_of(tree: Tree, token: int, doer: int) -> int:
    """ "criticised Oslo for selling the land": the selling."""
    clauses = (c for at in (token, doer) for c in tree.all_children(at, "advcl", "acl") if c > doer)
    return next((c for c in clauses if tree.tags[c] == "VBG" and tree.case_or_mark(c) == "for"), doer)


def _left_out(tree: Tree, verb: int) -> int | None:
    """ "an idea Oslo has ruled out": what is ruled out is the noun on which the clause hangs."""
    head, subject = tree.heads[verb], tree.child(verb, "nsubj")
    if tree.words[head].lower() == "what":
        return _cleft(tree, head)
    bare = subject is not None and tree.words[subject].lower() not in RELATIVE and tree.child(verb, "cop") is None
    return head if bare and tree.pos[head] == "NOUN" else None


def _fronted(tree: Tree, verb: int) -> int | None:
    """ ", an idea Oslo has ruled out" where the parse takes both for subjects."""
    subjects = [*tree.all_children(verb, "nsubj")]
    apart = tree.deps[verb] in ("parataxis", "ccomp", "conj", "root", "ROOT", "appos")
    if len(subjects) < 2 or not apart or tree.pos[subjects[0]] != "NOUN" or subjects[1] != subjects[0] + 1:
        return None
    return subjects[0]


def _cleft(tree: Tree, what: int) -> int | None:
    """ "What he opposes is selling the land"."""
    subject = tree.relations[what] in ("nsubj", "csubj")
    return tree.heads[what] if subject and tree.heads[what] > what else None


def _judged(tree: Tree, token: int, last: int) -> int | None:
    """The subject of a judgement; where a clause follows, "it" and the name of a doer only lead up to that."""
    found = tree.child(token, "nsubj", "csubj") or tree.child(last, "nsubj", "csubj")
    if found is None and tree.deps[token] == "xcomp" and tree.tags[token] == "VB":
        found = tree.subject(token)  # "the rule had to go"
    if found is None:
        judged = _of_noun(tree, token) if tree.deps[token] == "amod" else _so_called(tree, token)
        return judged if judged is not None else _owner_of_participle(tree, token)
    leads_up = tree.pos[found] in ("PRON", "PROPN")
    return None if leads_up and (_clause(tree, token, "to do") or _clause(tree, token, "that")) else found


def _of_noun(tree: Tree, adjective: int) -> int | None:
    """ "is a sensible idea", "called it a fair price": what the adjective's noun is said of."""
    noun = tree.heads[adjective]
    subject = tree.child(noun, "nsubj")
    said = subject if tree.child(noun, "cop") is not None or tree.deps[noun] == "xcomp" else None
    said = _so_called(tree, noun) if said is None else said
    return said if said is None or tree.pos[said] != "PROPN" else None


def _so_called(tree: Tree, token: int) -> int | None:
    """ "called the sale a disgrace", "described it as unfair": what is called so."""
    verb = tree.heads[token]
    named = tree.relations[token] in ("xcomp", "obl", "obj")
    if not named or tree.lemmas[verb].lower() not in stances().naming:
        return None
    called = [c for c in tree.all_children(verb, "obj", "nsubj:pass") if c != token]
    called += [c for c in tree.all_children(verb, "xcomp") if c < token and tree.pos[c] == "NOUN"]
    called = called or [c for c in tree.all_children(token, "compound") if c == token - 1]  # "called the plan fair"
    return next(iter(called), None)


def _owner_of_participle(tree: Tree, token: int) -> int | None:
    head = tree.heads[token]
    if not tree.deps[token].startswith("acl"):
        return None
    if tree.tags[token] != "VB":
        return head
    between = [c for c in tree.all_children(head, "nmod", "obl") if head < c < token]
    return between[-1] if between else head  # "its call for the ban to go"


def _clause(tree: Tree, token: int, place: str) -> int | None:
    for child in tree.all_children(token, *_CLAUSES):
        if shape(tree, child) == place and not (place == "doing" and _is_set_apart(tree, token, child)):
            return child
    verb = tree.heads[token]  # "it is right to invite", "voiced readiness to"
    if tree.pos[token] == "NOUN" and verb != token and tree.deps[token] in ("obj", "obl", "xcomp"):
        for child in tree.all_children(verb, "xcomp", "advcl", "csubj"):
            if child > token and shape(tree, child) == place == "to do":
                return child
    return None


def _is_set_apart(tree: Tree, verb: int, gerund: int) -> bool:
    """ "declined, citing a lack of time": a comma before it makes it an aside."""
    first = tree.subtree(gerund)[0]
    return tree.deps[gerund].startswith("advcl") and first > verb and "," in tree.words[first - 1 : first + 1]


def shape(tree: Tree, clause: int) -> str:
    asks = any(tree.tags[c] in _ASKING and c < clause for c in tree.children[clause])
    if asks and tree.relations[clause] in ("ccomp", "xcomp"):
        return "whether"  # "asked when it would be sold", "has not decided how to vote"
    marks = {tree.words[c].lower() for c in tree.all_children(clause, "mark")}
    if "whether" in marks:
        return "whether"
    if "to" in marks:
        return "to do"
    relation = tree.relations[clause]
    if tree.tags[clause] == "VBN" and relation in ("xcomp", "ccomp") and not marks:
        return "to do"  # "wants it scrapped"
    aided = any(tree.deps[c].startswith("aux") for c in tree.children[clause])
    if tree.tags[clause] == "VB" and relation in ("xcomp", "ccomp") and not marks and not aided:
        return "to do"  # "let them cross"
    if tree.tags[clause] == "VBG" and not aided:
        return "doing"
    if "if" in marks:
        asked = relation == "ccomp" and tree.lemmas[tree.heads[clause]].lower() in _ASKED
        return "whether" if asked else "other"
    return "that" if relation in ("ccomp", "csubj") or (relation == "acl" and "that" in marks) else "other"


def _behind(tree: Tree, token: int, last: int, preposition: str) -> int | None:
    """The noun or gerund that a preposition joins to the predicate."""
    for at in dict.fromkeys((token, last)):
        for child in tree.all_children(at, "obl", "nmod", "advcl", "acl", "xcomp", "ccomp"):
            if child <= token or is_time(tree, child):
                continue
            if preposition in (_introduced_by(tree, child), _cases(tree, child)):
                return _deed_asked_for(tree, at, child) if preposition == "for" else child
    if tree.pos[token] == "NOUN" and tree.deps[token] in ("obj", "nsubj"):
        for child in tree.all_children(tree.heads[token], "obl", "advcl"):
            if child > token and _introduced_by(tree, child) == preposition:
                return child
    return None


def _deed_asked_for(tree: Tree, token: int, noun: int) -> int:
    """ "called for the sale to be halted": the halting is called for, however the parse hangs it."""
    clauses = (c for c in tree.all_children(token, "xcomp", "advcl", "ccomp") if c > noun)
    return next((c for c in clauses if shape(tree, c) == "to do"), noun)


def _cases(tree: Tree, child: int) -> str:
    """Prepositions that the parse keeps apart: "out of"."""
    return " ".join(tree.words[c].lower() for c in tree.all_children(child, "case") if c < child)


def _introduced_by(tree: Tree, child: int) -> str:
    return tree.case(child) or next((tree.words[c].lower() for c in tree.all_children(child, "mark")), "")
