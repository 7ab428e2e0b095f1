"""Subjects of predicates of all forms, and the words of a phrase that say what it is about."""

from __future__ import annotations

from ..tree import Tree

OWNERS = ("by", "from", "of", "among", "within")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WHEN = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
                  "august september october november december today tomorrow yesterday christmas easter ramadan week "
                  "month year day night morning evening afternoon weekend spring summer autumn fall winter season "
                  "quarter decade century hour minute moment time noon".split())  # fmt: skip
_WHICH = frozenset("last next this same previous coming following past recent late early first second third".split())
_MEDIA = frozenset("letter statement interview speech tweet note email e-mail memo conference".split())
_BEFORE_COMMANDS = frozenset({"please", "just", "now", "then", "so", "first", "do", "not", "n't", "n’t", "never"})
LOOSE = frozenset({"acl:relcl", "appos", "parataxis", "punct", "discourse", "advcl", "dep", "nsubj:outer"})


def subject_of(tree: Tree, token: int, form: str = "verb") -> int | None:
    """The head of the phrase that names who does or feels it; None where it is left out.

    `form` is that of the predicate: in "is opposed to" a participle is an adjective.
    """
    if form == "adjective" and tree.child(token, "nsubj") is not None:
        return tree.child(token, "nsubj")
    if tree.pos[token] in ("NOUN", "PROPN"):
        return _owner(tree, token)
    if tree.pos[token] in ("ADP", "SCONJ"):
        return _of_preposition(tree, token)
    if tree.deps[token].startswith("aux"):  # "has yet to decide"
        return _of_verb(tree, tree.heads[token])
    return _of_verb(tree, token)


def _of_verb(tree: Tree, token: int) -> int | None:
    agent = next((c for c in tree.all_children(token, "obl") if tree.case(c) == "by"), None)
    passive = tree.child(token, "nsubj:pass", "aux:pass") is not None or tree.deps[token].startswith("acl")
    if passive and tree.tags[token] == "VBN":
        return agent
    if tree.deps[token] == "acl" and tree.tags[token] == "VB" and tree.pos[tree.heads[token]] == "NOUN":
        return _owner(tree, tree.heads[token])  # "their readiness to hold"
    controller = _controller(tree, token)
    if controller is not None:
        return controller
    found = tree.subject(token)
    following = [c for c in tree.all_children(token, "nsubj") if found is not None and c == found + 1]
    if following and found is not None and tree.pos[found] == "NOUN":  # "an idea Oslo has ruled out"
        found = following[0]
    if found is not None and tree.deps[token] == "conj":
        found = _left_to_the_first(tree, found, token)
    if found is None or tree.deps[found] == "expl":
        return None
    if tree.words[found].lower() in ("who", "which", "that") and tree.deps[token] == "acl:relcl":
        return tree.heads[token]
    return _behind_semicolon(tree, found, token) if found < token else found


def _left_to_the_first(tree: Tree, subject: int, verb: int) -> int:
    """ "Oslo urging a halt and Bern insisting on a start": the parse may hang Bern on the first verb."""
    before, first = verb - 1, tree.heads[verb]
    astray = tree.deps[before].startswith("nsubj") and first < before and tree.heads[before] == first
    return before if astray and tree.child(verb, "nsubj") is None else subject


def _behind_semicolon(tree: Tree, subject: int, verb: int) -> int:
    """ "Oslo was for it; Bern and Rome voted against": the parse may hang Bern on Oslo, wrongly."""
    mark = next((t for t in range(verb - 1, subject, -1) if tree.words[t] == ";"), None)
    if mark is None:
        return subject
    names = (t for t in range(mark + 1, verb) if tree.pos[t] in ("PROPN", "NOUN", "PRON"))
    return next((t for t in names if tree.heads[t] < mark and tree.deps[t] in ("conj", "appos", "list")), subject)


def _controller(tree: Tree, token: int) -> int | None:
    """ "urged Oslo to reject": the object of the verb above, where this one is its infinitive."""
    if tree.deps[token] != "xcomp" or tree.child(token, "nsubj") is not None:
        return None
    return tree.child(tree.heads[token], "obj", "iobj")


def _owner(tree: Tree, token: int) -> int | None:
    """ "Oslo's refusal", "opposition from unions", "voiced its support": the owner, or who voiced it."""
    owner = tree.child(token, "nmod:poss")
    if owner is not None:
        return owner
    for child in tree.all_children(token, "nmod"):
        if tree.case(child) in ("by", "from", "among"):
            return child
    proper = ("NNP", "NNPS")
    modifiers = (c for c in tree.all_children(token, "compound", "amod") if c < token)
    modifier = next((c for c in modifiers if tree.deps[c] == "compound" or tree.tags[c] in proper), None)
    head = tree.heads[token]
    if tree.deps[token] == "appos" and modifier is None:  # "Bern, a critic of the plan"
        return head
    if (
        head != token
        and tree.pos[head] == "VERB"
        and tree.relations[token] in ("obj", "obl", "xcomp", "advcl")
    ):
        return _of_verb(tree, head)
    if tree.child(token, "cop") is not None:
        return tree.child(token, "nsubj")
    return modifier


def _of_preposition(tree: Tree, token: int) -> int | None:
    """ "we are against it", "voted in favour of it", "spoke out for it"."""
    noun = tree.heads[token] if tree.deps[token] in ("case", "fixed", "mark") else token
    if noun == token and tree.child(token, "nsubj") is not None:
        return tree.child(token, "nsubj")
    if tree.child(noun, "cop") is not None:
        return tree.child(noun, "nsubj")
    if tree.relations[noun] in ("obl", "advcl", "xcomp"):
        return _of_verb(tree, tree.heads[noun])
    return tree.child(noun, "nsubj")


def is_command(tree: Tree, verb: int) -> bool:
    """ "Tear up the licence": a bare verb without a subject that begins its sentence or its quotation."""
    if tree.tags[verb] != "VB" or tree.child(verb, "nsubj", "aux", "mark", "nsubj:pass", "cop") is not None:
        return False
    before = verb - 1
    while before >= 0 and tree.words[before].lower() in _BEFORE_COMMANDS:
        before -= 1
    return before < 0 or tree.sentence[before] != tree.sentence[verb] or tree.pos[before] in ("PUNCT", "SPACE")


def one_clause(tree: Tree, first: int, joined: int) -> bool:
    """Whether two names joined by "and" are of one clause: no semicolon and no verb of its own stands between them."""
    return not any(tree.words[t] == ";" or tree.tags[t] in _FINITE for t in range(first + 1, joined))


def is_time(tree: Tree, noun: int) -> bool:
    """ "on Thursday", "by Christmas", "next week": when, not what; "a four-day week" is no time."""
    if tree.deps[noun] == "obl:tmod" or (tree.tags[noun] in ("NNP", "NNPS") and tree.lemmas[noun].lower() in _WHEN):
        return True
    if tree.lemmas[noun].lower() in _WHEN:
        named = (tree.lemmas[c].lower() for c in tree.all_children(noun, "amod", "compound") if tree.pos[c] != "PUNCT")
        return all(word in _WHICH for word in named)
    return len(tree.words[noun]) == 4 and tree.words[noun].isdigit() and tree.words[noun][:2] in ("19", "20")


def core(tree: Tree, head: int) -> list[int]:
    """The tokens of a phrase or clause that say what it is about: without relative clauses, asides, conditions."""
    found, queue, others = [head], [head], apart(tree, head)
    while queue:
        at = queue.pop()
        for child in tree.children[at]:
            if tree.deps[child] in LOOSE or tree.pos[child] in ("SPACE", "PUNCT"):
                continue
            if child > head and _is_aside(tree, at, child):
                continue
            if at == head and (_is_outside(tree, head, child) or child in others):
                continue
            found.append(child)
            queue.append(child)
    return sorted(found)


def apart(tree: Tree, noun: int) -> list[int]:
    """Nouns joined to one by "and", each with an article of its own: "a rise and the return of the workers"."""
    joined = [c for c in tree.all_children(noun, "conj") if tree.pos[c] == "NOUN" and c > noun]
    return [c for c in joined if next(tree.all_children(c, "det", "nmod:poss"), None) is not None]


def _is_aside(tree: Tree, at: int, child: int) -> bool:
    """ "the accord, drafted over two years", "be sold by Christmas"."""
    relation = tree.relations[child]
    if relation in ("obl", "nmod") and (is_time(tree, child) or tree.lemmas[child].lower() in _MEDIA):
        return True
    told = any(tree.relations[c] in ("amod", "compound", "nmod", "nummod") for c in tree.children[at])
    return relation == "acl" and tree.tags[child] == "VBN" and told


def _is_introduced(tree: Tree, head: int, child: int) -> bool:
    """Whether a preposition stands between a child and its head."""
    marks = tree.all_children(head, "case", "mark")
    return any(child < m < head and tree.pos[m] in ("ADP", "SCONJ") and tree.words[m].lower() != "that" for m in marks)


def _is_outside(tree: Tree, head: int, child: int) -> bool:
    """The preposition or the mark that introduces a phrase is no part of it, nor is "and" what follows."""
    relation = tree.relations[child]
    if relation in ("case", "mark") and child < head:
        return True
    if relation in ("nsubj", "cop", "aux", "advmod") and child < head and _is_introduced(tree, head, child):
        return True  # "Oslo is not against mining": the matter is mining
    if relation == "acl" and tree.words[child].lower() in ("provided", "providing"):
        return True
    return relation == "conj" and tree.pos[child] in ("VERB", "AUX")
