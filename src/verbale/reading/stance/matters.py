"""What a claim is about: the words, actors and head of its question, and a label that people can read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .. import lexicon
from ..lexicon.questions import QuestionWords, question_words, stem
from ..tree import Tree
from .phrases import core, is_time
from .turning import is_turned

LONGEST = 14  # words of a label
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "X"})
_POINTERS = frozenset({"it", "this", "that", "them", "these", "those", "so", "they", "one"})
_TOPICAL = frozenset({"on", "over", "about", "between", "for", "with", "of"})
_DEEDS = frozenset({"hand", "train"})  # nouns of manners of speaking, verbs of deeds
_PAPERS = frozenset({"statement", "letter", "messag"})
_LETTING = frozenset({"let", "allow", "permit", "enable", "make", "help"})
_MODALS = frozenset({"must", "should", "ought", "will", "would", "can", "could", "may", "might", "shall", "to", "'ll"})
_LEADING = frozenset({"not", "and", "or", "but", "only", "even",
                      "any", "a", "an", "the", "such", "all", "no", "their", "its", "his", "her", "our", "my", "this",
                      "that", "these", "those", "to", "if", "whether"})  # fmt: skip


@dataclass(slots=True)
class Matter:
    """One wording of a question. `concepts` are what its words are compared by; `head` is a token."""

    head: int
    tokens: list[int]
    concepts: frozenset[str]
    key: str  # the concept of its head
    actors: frozenset[str]
    empty: bool  # nothing that anybody could be for or against: an actor, a manner of speaking
    points: bool  # a pronoun or a bare "the proposal": it is told before what it is
    turned: bool = False  # it means that something ends or is kept out: "lifting the ban", "a delay"
    received: bool = False  # somebody or something is received: "would welcome officers"


def matter(
    tree: Tree, head: int, mentioned: Mapping[int, str], apart: frozenset[int] = frozenset()
) -> Matter:  # fmt: skip
    """The matter that a phrase or clause with a head names, without some tokens `apart`.

    `mentioned` leads from tokens to ids of actors.
    """
    words = question_words()
    told = {
        *core(tree, head),
        *_told_apart(tree, head, words),
        *_let_do_it(tree, head),
        *_told_behind(tree, head, words),
        *_related(tree, head),
    }
    tokens = [t for t in sorted(told) if t not in apart]
    kept = [t for t in tokens if _tells(tree, t, words)]
    if kept == [head] and (more := _told_after(tree, head, words)):
        tokens = sorted({*tokens, *more})
        kept = [t for t in tokens if _tells(tree, t, words)]
    concepts = frozenset(words.concept(tree.lemmas[t]) for t in kept)
    actors = frozenset(mentioned[t] for t in tokens if t in mentioned)
    tokens = sorted({*tokens, *_doer(tree, head)})
    points = tree.words[head].lower() in _POINTERS or _is_bare_pointer(tree, head, kept, words)
    points = points or _is_bare_deed(tree, head, kept, words) or _is_share(tree, head) or _is_left_out(tree, head)
    said = stem(tree.lemmas[head])
    points = points or (said in words.bare and tree.pos[head] == "NOUN" and len(concepts) < 2)  # "would back a return"
    points = points or (not concepts and _is_taking_part(tree, head))
    named = said in _PAPERS and len(concepts) > 1  # "a common statement"
    trivial = said in words.trivial and not named and not _is_deed(tree, head)
    trivial = trivial or (said in words.bare and len(concepts) < 2)
    empty = (
        not concepts
        or trivial
        or _is_number(tree, head)
        or _is_somebody(tree, head, mentioned)
        or _is_body(tree, head, mentioned, words)
        or _has_nobody(tree, head)
    )
    key = words.concept(tree.lemmas[head])
    return Matter(head, tokens, concepts, key, actors, empty, points, is_turned(tree, head))


def _is_deed(tree: Tree, head: int) -> bool:
    """ "hand over the suspects", not "on the one hand"."""
    return tree.lemmas[head].lower() in _DEEDS and tree.pos[head] == "VERB"


def _is_taking_part(tree: Tree, head: int) -> bool:
    """ "would take part if": in what, has been told before."""
    return tree.pos[head] == "VERB" and any(tree.words[c].lower() == "part" for c in tree.all_children(head, "obj"))


def _is_left_out(tree: Tree, head: int) -> bool:
    """ "has yet to say whether it will": what, has been told before."""
    return tree.pos[head] == "AUX" and tree.child(head, "nsubj") is not None and len(tree.children[head]) <= 3


def _told_apart(tree: Tree, head: int, words: QuestionWords) -> list[int]:
    """ "blocked a plan on Thursday to ease the curbs": what the plan is hangs on the verb."""
    verb = tree.heads[head]
    if tree.deps[head] != "obj" or stem(tree.lemmas[head]) not in words.pointing or tree.child(head, "acl", "nmod"):
        return []
    clauses = (c for c in tree.all_children(verb, "xcomp", "advcl", "acl") if c > head and tree.tags[c] == "VB")
    clause = next((c for c in clauses if tree.case_or_mark(c) == "to"), None)
    return [] if clause is None else [*tree.all_children(clause, "mark"), *core(tree, clause)]


def _related(tree: Tree, head: int) -> list[int]:
    """ "the line, which the firm wants to build": building is told of the line."""
    verb = tree.heads[head]
    clause = head if tree.deps[head] == "acl:relcl" else verb
    bare = tree.pos[head] == "VERB" and tree.child(head, "obj", "xcomp", "ccomp", "nsubj:pass") is None
    if not bare or tree.deps[clause] != "acl:relcl" or (clause != head and tree.deps[head] != "xcomp"):
        return []
    subject = tree.child(clause, "nsubj")
    is_object = subject is not None and tree.words[subject].lower() not in ("who", "which", "that")
    return core(tree, tree.heads[clause]) if is_object else []


def _told_after(tree: Tree, head: int, words: QuestionWords) -> list[int]:
    """ "a bill that would let shops open on Sundays": of a bare noun the relative clause says what it is."""
    clause = tree.child(head, "acl:relcl")
    new = any(tree.words[c].lower() in ("a", "an") for c in tree.all_children(head, "det"))
    return core(tree, clause) if clause is not None and new and words.is_measure(tree.lemmas[head]) else []


def _told_behind(tree: Tree, head: int, words: QuestionWords) -> list[int]:
    """ "sign an accord on a shared register": what the accord is on, where the parse hangs it on the verb."""
    verb = tree.heads[head]
    if tree.deps[head] != "obj" or not words.is_measure(tree.lemmas[head]) or tree.child(head, "nmod", "acl"):
        return []
    after = tree.subtree(head)[-1] + 1
    for child in tree.all_children(verb, "obl"):
        if tree.subtree(child)[0] == after and tree.case(child) in _TOPICAL and not is_time(tree, child):
            return tree.subtree(child)
    return []


def _let_do_it(tree: Tree, head: int) -> list[int]:
    """ "let Poles cross the border": the Poles are told with the verb above."""
    if tree.deps[head] != "xcomp" or tree.lemmas[tree.heads[head]].lower() not in _LETTING:
        return []
    given = tree.child(tree.heads[head], "obj")
    return [] if given is None or tree.pos[given] == "PRON" else core(tree, given)


def _doer(tree: Tree, head: int) -> list[int]:
    """ "Sule has been asked to mediate", "asked its partners to send men": who is to do it makes the label plainer."""
    verb = tree.heads[head]
    if tree.deps[head] != "xcomp" or tree.tags[head] != "VB" or tree.pos[verb] != "VERB":
        return []
    given = tree.child(verb, "obj") or tree.child(verb, "nsubj:pass")
    named = given is not None and tree.pos[given] in ("PROPN", "NOUN") and given < head
    return [t for t in core(tree, given) if t < head] if named and given is not None else []


def _is_number(tree: Tree, head: int) -> bool:
    """ "the 17th", "4.4 million": a day or a figure alone is no question."""
    return tree.words[head][:1].isdigit() or tree.pos[head] == "NUM" or _is_share(tree, head)


def _is_share(tree: Tree, head: int) -> bool:
    """ "Four percent is an insult": of what, has been told before."""
    return tree.lemmas[head].lower() in ("percent", "cent", "%", "pc") and tree.child(head, "nmod") is None


def _is_somebody(tree: Tree, head: int, mentioned: Mapping[int, str]) -> bool:
    """Who is criticised or praised is no question: a name, "the governor"."""
    if tree.pos[head] == "NOUN":
        known = lexicon.descriptions().find(tree.words[head])
        person = known is not None and known.kind == "person" and not known.for_state
        return person or lexicon.offices().find(tree.lemmas[head]) is not None
    return head in mentioned and tree.pos[head] == "PROPN"


def _is_body(tree: Tree, head: int, mentioned: Mapping[int, str], words: QuestionWords) -> bool:
    """ "the court was wrong", "left the committee": a body is no question either."""
    known = lexicon.descriptions().find(tree.words[head])
    return (
        head in mentioned and tree.pos[head] == "NOUN" and known is not None and not words.is_measure(tree.lemmas[head])
    )


def _has_nobody(tree: Tree, head: int) -> bool:
    """ "Nobody goes home", "who left the room": no clause that somebody could be for."""
    subject = tree.child(head, "nsubj")
    return (
        subject is not None
        and tree.deps[subject] != "nsubj:outer"
        and stem(tree.words[subject]) in question_words().trivial
    )


def reception(tree: Tree, verb: int, received: int, mentioned: Mapping[int, str]) -> Matter:
    """ "would welcome officers": the matter of receiving somebody, told by the words for them alone."""
    words = question_words()
    tokens = core(tree, received)
    concepts = frozenset(words.concept(tree.lemmas[t]) for t in tokens if _tells(tree, t, words))
    actors = frozenset(mentioned[t] for t in tokens if t in mentioned)
    key = words.concept(tree.lemmas[received])
    return Matter(verb, sorted({verb, *tokens}), concepts, key, actors, not concepts, False, received=True)


def pointer(token: int) -> Matter:
    """The matter of a predicate that does not say what it is about: "voted against"."""
    return Matter(token, [token], frozenset(), "", frozenset(), True, True)


def _tells(tree: Tree, token: int, words: QuestionWords) -> bool:
    lemma = tree.lemmas[token].lower()
    return tree.pos[token] in _CONTENT and lemma not in words.empty and any(c.isalnum() for c in lemma)


def _is_bare_pointer(tree: Tree, head: int, kept: list[int], words: QuestionWords) -> bool:
    definite = any(
        tree.words[c].lower() in ("the", "this", "that", "these", "those", "such", "its", "their", "his", "her")
        for c in tree.all_children(head, "det", "nmod")
    )
    told_after = any(tree.deps[c] == "acl:relcl" for c in tree.children[head])  # "a measure that would hurt us"
    return (definite or told_after) and kept == [head] and stem(tree.lemmas[head]) in words.pointing


def _is_bare_deed(tree: Tree, head: int, kept: list[int], words: QuestionWords) -> bool:
    """ "declined to say whether it would sign": sign what, has been told before."""
    said = [stem(tree.lemmas[t]) for t in kept]
    bare = tree.pos[head] == "VERB" and head in kept and said[kept.index(head)] in words.deeds | words.bare
    return bare and all(each in words.deeds or each in words.bare for each in said)


def brought(key: str, concepts: frozenset[str]) -> Matter:
    """A wording from an agenda, which stands nowhere in the text."""
    return Matter(-1, [], concepts, key, frozenset(), False, False)


# -- labels -------------------------------------------------------------------------------------------------


def label(tree: Tree, found: Matter) -> str:
    """A noun phrase as it stands, without its article; a clause with its verb as a gerund."""
    tokens = [t for t in found.tokens if tree.pos[t] != "SPACE"]
    if tree.pos[found.head] in ("VERB", "AUX"):
        return _gerund(tree, found.head, tokens)
    while len(tokens) > 1 and tree.words[tokens[0]].lower() in _LEADING:
        tokens.pop(0)
    return _joined(tree, _shortened(tree, tokens))


def _shortened(tree: Tree, tokens: list[int]) -> list[int]:
    """At most as many words as a label has, cut before a preposition or a comma where there is one."""
    if len(tokens) <= LONGEST:
        return tokens
    for at in range(LONGEST, LONGEST // 2, -1):
        if tree.pos[tokens[at]] in ("ADP", "SCONJ", "CCONJ", "PUNCT"):
            return tokens[:at]
    return tokens[:LONGEST]


def _gerund(tree: Tree, head: int, tokens: list[int]) -> str:
    """ "US envoys should be invited" as "US envoys being invited"."""
    kept = [t for t in tokens if not _is_modal(tree, t, head) and not _is_pronoun_of(tree, t, head)]
    kept = [t for t in kept if not (tree.deps[t] in ("mark", "advmod") and tree.heads[t] == head and t < head)]
    if tree.tags[head] == "VBG":  # "is selling the land"
        kept = [t for t in kept if not (tree.heads[t] == head and tree.deps[t].startswith(("aux", "cop")))]
    verb = next((t for t in kept if tree.heads[t] == head and tree.deps[t].startswith(("aux", "cop"))), head)
    pieces = []
    for token in _shortened(tree, kept):
        pieces.append((token, _ing(tree.lemmas[token]) if token == verb else tree.words[token]))
    while len(pieces) > 1 and pieces[0][1].lower() in _LEADING - {"our", "my"}:
        pieces.pop(0)
    return _written(tree, pieces)


def _is_pronoun_of(tree: Tree, token: int, head: int) -> bool:
    """ "we", "it" before the verb: who that is, stands in the matrix."""
    return tree.heads[token] == head and tree.deps[token].startswith("nsubj") and tree.pos[token] == "PRON"


def _is_modal(tree: Tree, token: int, head: int) -> bool:
    if tree.heads[token] != head:
        return False
    word = tree.words[token].lower()
    modal = word in _MODALS or tree.tags[token] == "MD"
    return (modal and tree.deps[token] in ("aux", "mark")) or word in ("not", "n't", "n’t", "never")


def _ing(lemma: str) -> str:
    import lemminflect

    found: tuple[str, ...] = lemminflect.getInflection(lemma.lower(), "VBG")
    return found[0] if found else lemma


def _joined(tree: Tree, tokens: list[int]) -> str:
    return _written(tree, [(t, tree.words[t]) for t in tokens])


def _written(tree: Tree, pieces: list[tuple[int, str]]) -> str:
    text, before = "", None
    for token, word in pieces:
        text += _gap(tree, before, token) + word
        before = token
    return " ".join(text.split()).strip(" ,;:-–—\"“”'‘’")


def _gap(tree: Tree, before: int | None, token: int) -> str:
    """What stands between two words of a label: nothing, a hyphen as in "by-elections", else a space."""
    if before is None:
        return ""
    between = tree.text[tree.ends[before] : tree.starts[token]]
    return between if between in ("", "-", "–", "/") else " "
