"""The place of a meeting, from its own phrase or from the verb on which that hangs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..lexicon.meetings import meeting_words
from ..stance.phrases import is_time
from ..tree import Tree
from .mention import Mention

PLACES = ("in", "at")


def place_of(tree: Tree, mention: Mention, places: Mapping[int, str]) -> str | None:
    """Where the meeting of a mention is held; `places` leads from tokens to the names of places they stand in."""
    called = _called_to(tree, mention.head, places)
    if called is not None:
        return called
    for child in _candidates(tree, mention.head):
        if child in places and (tree.case(child) in PLACES or tree.deps[child] == "compound"):
            return whole(tree, child, places)
    behind = _right_behind(tree, mention.tokens[-1] + 1, places)  # or on the verb: "left the talks in Lusaka"
    if behind is not None:
        return behind
    dated = (c for d in _around(tree, mention.head) for c in tree.all_children(d, "nmod") if tree.case(c) in PLACES)
    if (on_day := next((c for c in dated if c in places), None)) is not None:  # "scheduled for May 21 in Geneva"
        return whole(tree, on_day, places)
    held = (t for t in mention.tokens if t in places and t > mention.head and tree.case(t) == "in")
    within = next((places[t] for t in held), None)  # the parse may hang "in Nairobi" on another noun of the phrase
    return within or next((w for c in _candidates(tree, mention.head) if (w := building(tree, c)) is not None), None)


def _around(tree: Tree, head: int) -> Iterator[int]:
    """The phrases on the verb of a meeting that may have a place of their own: its day, whom one meets."""
    if tree.lemmas[tree.heads[head]].lower() in meeting_words().setting:
        yield from tree.all_children(tree.heads[head], "obl", "obj")
    yield from tree.all_children(head, "nmod")


def _right_behind(tree: Tree, after: int, places: Mapping[int, str]) -> str | None:
    if tree.words[after : after + 1] not in (["in"], ["at"]) or tree.deps[after] != "case":
        return None
    noun = tree.heads[after]
    if after + 1 in places:
        return places[after + 1]
    return whole(tree, noun, places) if noun in places else building(tree, noun)


def _candidates(tree: Tree, head: int) -> Iterator[int]:
    """Phrases that can name the place: on the noun, on its verb, in a clause that tells of it."""
    words, verb = meeting_words(), tree.heads[head]
    if tree.case(head) == "for" and tree.child(verb, "cop") is not None:
        yield verb  # "is in Oslo for talks"
    yield from tree.all_children(head, "nmod", "obl")
    yield from tree.all_children(head, "compound")
    relation, lemma = tree.relations[head], tree.lemmas[verb].lower()
    if relation in ("nsubj", "obj", "obl") and (lemma in words.setting or lemma in words.travelling):
        yield from (c for c in tree.all_children(verb, "obl") if c != head)
    for clause in opening(tree, head):
        yield from tree.all_children(clause, "obl")


def _called_to(tree: Tree, head: int, places: Mapping[int, str]) -> str | None:
    """ "invited them to Almaty for a conference", "flew to Lima for talks": the place to which they go."""
    words, verb = meeting_words(), tree.heads[head]
    lemma = tree.lemmas[verb].lower()
    if lemma not in words.calling and not (lemma in words.travelling and tree.case(head) == "for"):
        return None
    subject = tree.subject(verb)
    if subject is not None and tree.lemmas[subject].lower() in ("invitation", "letter"):
        return None
    called = (c for c in tree.all_children(verb, "obl", "nmod") if c in places and tree.case(c) == "to")
    return next((places[c] for c in called), None)


def opening(tree: Tree, head: int) -> list[int]:
    """ "a summit that was to open in Tashkent": the verbs of the clause that tells of it."""
    setting = meeting_words().setting
    below = [c for c in tree.all_children(head, "acl") if tree.lemmas[c].lower() in setting]
    return [*below, *(c for b in below for c in tree.all_children(b, "xcomp", "advcl") if tree.tags[c] == "VB")]


def whole(tree: Tree, token: int, places: Mapping[int, str]) -> str:
    """The name of the place in which a token stands: "Elm Hall", of which only "Hall" was taken for one."""
    first = token
    while first > 0 and tree.heads[first - 1] == token and tree.tags[first - 1] == "NNP" and first - 1 not in places:
        first -= 1
    return tree.text[tree.starts[first] : tree.starts[token]] + places[token] if first < token else places[token]


def building(tree: Tree, noun: int) -> str | None:
    """ "at the offices of the mediation service", "at Town Hall": the words of a phrase that means a house."""
    if tree.case(noun) not in PLACES or is_time(tree, noun):
        return None
    named = tree.case(noun) == "at" and tree.tags[noun] in ("NNP", "NNPS")
    if not named and tree.lemmas[noun].lower() not in meeting_words().rooms:
        return None
    left_out = ("case", "det", "punct", "acl:relcl", "appos", "parataxis", "conj", "cc")
    tokens = [t for c in tree.children[noun] if tree.deps[c] not in left_out for t in tree.subtree(c)]
    tokens = [t for t in tokens if not is_time(tree, t) and tree.case(t) not in ("on", "with", "between")]
    first, last = min([noun, *tokens]), max([noun, *tokens])
    return tree.text[tree.starts[first] : tree.ends[last]] if last - first < 10 else None
