"""The model's names, mended: edges trimmed, pieces of one name joined, labels that the article contradicts changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from .. import knowledge, lexicon
from ..coreference import Antecedents
from ..knowledge import fold
from ..tree import Tree
from .words import actor_words

PERSON, ORGANISATION, PLACE, NORP, MISC = "PERSON", "ORGANISATION", "PLACE", "NORP", "MISC"
LAND = "LAND"  # a state that no table holds, by name or by adjective; no label of the model's
_PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z][\w.]*$")  # "Jane Roe, D-Ore.,"
_PARTS = frozenset({PERSON, ORGANISATION, PLACE, MISC})
_NO_BEGINNING = frozenset({"the", "a", "an", "of", "in", "for"})
_THINGS = frozenset({"it", "its", "itself", "which"})
_SOMEBODY = frozenset({"he", "she", "him", "his", "her", "who", "himself", "herself"})


class Named(NamedTuple):
    """Tokens [first, end) that the model takes for a name."""

    first: int
    end: int
    label: str


def mended(tree: Tree, spans: Sequence[tuple[int, int, str]], antecedents: Antecedents) -> list[Named]:
    """Names for the rules to work on, in order, none overlapping another."""
    trimmed = (_trimmed(tree, Named(*span)) for span in spans)
    joined = _addressed(tree, _adjoined(tree, [s for s in trimmed if s.first < s.end and _is_name(tree, s)]))
    return _agreed(tree, _parted(tree, joined), antecedents)


def text_of(tree: Tree, first: int, end: int) -> str:
    if end == first + 1:
        return tree.words[first].strip()
    return " ".join(tree.text[tree.starts[first] : tree.ends[end - 1]].split())


def _is_name(tree: Tree, span: Named) -> bool:
    if span.end - span.first == 1 and lexicon.offices().find(" ".join(tree.words[span.first : span.end + 1])):
        return span.label != ORGANISATION  # "Defence" before "Minister"
    if _PARTY_AND_STATE.match(tree.text[tree.starts[span.first] : tree.ends[span.end - 1]]):
        return False
    if tree.words[span.first].islower() and tree.tags[span.end : span.end + 1] == ["POS"]:
        return False  # "the teachers' union"
    return any(c.isalpha() for token in range(span.first, span.end) for c in tree.words[token])


# -- edges --------------------------------------------------------------------------------------------------


def _trimmed(tree: Tree, span: Named) -> Named:
    first, end, label = span
    while end > first and (tree.tags[end - 1] == "POS" or tree.pos[end - 1] in ("PUNCT", "SPACE", "CCONJ")):
        if tree.words[end - 1] == "." and end - first > 1:
            break
        end -= 1
    if tree.words[first] == "of" and first and tree.tags[first - 1] == "NNP" and tree.words[first - 1][:1].isupper():
        first -= 1  # "Order" before "of Mercy"
    while first < end and (tree.words[first].lower() in _NO_BEGINNING or tree.pos[first] in ("PUNCT", "SPACE")):
        first += 1
    if first < end:
        end = _flat(tree, first, _hyphened(tree, end))
        end += tree.words[end : end + 1] in (["palace"], ["Palace"])
    if first < end and label == ORGANISATION:
        end = _with_of(tree, first, end)
        end += tree.words[end : end + 1] != [] and tree.pos[end] == "NUM" and tree.heads[end] in range(first, end)
        end = _to_body(tree, first, end)
        first = _from_left(tree, first)
    if first < end and label in _PARTS and _goes_on(tree, first, end):
        return Named(first, end + 1, ORGANISATION)
    return Named(first, end, label)


def _with_of(tree: Tree, first: int, end: int) -> int:
    """ "Bank of" goes on to "Bank of Thailand"; so does a bare "Ministry" before "of Health"."""
    last = tree.words[end - 1].lower()
    known = lexicon.descriptions().find(last)
    if last in ("of", "for"):
        at = end
    elif known is not None and known.kind == "organisation" and tree.words[end : end + 1] == ["of"]:
        at = end + 1
    else:
        return end
    stop = at
    while stop < len(tree.words) and (tree.words[stop][:1].isupper() or (stop == at and tree.words[stop] == "the")):
        stop += 1
    return stop if stop > at else end - (last in ("of", "for"))


def _to_body(tree: Tree, first: int, end: int) -> int:
    """ "Olympic" goes on to "Olympic committee", "Tavrian health" to "Tavrian health ministry"."""
    head = tree.heads[end - 1]
    if not end <= head < end + 3 or tree.relations[end - 1] not in ("compound", "amod", "nmod"):
        return end
    between = all(tree.pos[t] in ("NOUN", "ADJ", "PROPN") and tree.words[t].islower() for t in range(end, head + 1))
    name, tables = text_of(tree, first, end), knowledge.tables()
    known = (tables.body, tables.outlet, tables.state_named, tables.state_of_demonym)
    if not between or any(find(name) for find in known):
        return end
    noun = lexicon.descriptions().find(tree.words[head])
    cut = tree.words[end - 1].islower() and noun is not None and noun.kind == "organisation" and not noun.plural
    return head + 1 if cut or tree.lemmas[head] in actor_words().seated else end


def _from_left(tree: Tree, first: int) -> int:
    """ "Islands Football Union" of "the Caribbean Islands Football Union": capitals before it within its phrase."""
    at = first
    while at > 0 and tree.pos[at - 1] == "PROPN" and tree.deps[at - 1] in ("compound", "flat", "amod"):
        word = tree.words[at - 1]
        if not (word[:1].isupper() and word[1:].islower() and first <= tree.heads[at - 1] < first + 6):
            break
        if knowledge.tables().state_of(word) or tree.starts[at] - tree.ends[at - 1] != 1:
            break
        at -= 1
    return at if at == first or tree.words[at - 1].lower() == "the" else first


def _flat(tree: Tree, first: int, end: int) -> int:
    """A name goes on over the words that the parse takes for its parts."""
    while (
        end < len(tree.words)
        and (tree.deps[end], tree.pos[end]) == ("flat", "PROPN")
        and first <= tree.heads[end] < end
        and tree.words[end][:1].isupper()
    ):
        end = _hyphened(tree, end + 1)
    return end


def _goes_on(tree: Tree, first: int, end: int) -> bool:
    """ "Pennine" before "Coaches": what the parse hangs on the next word, which companies are called by."""
    if end >= len(tree.words) or tree.pos[end] not in ("PROPN", "NOUN") or not tree.words[end][:1].isupper():
        return False
    if tree.deps[end - 1] != "compound" or tree.heads[end - 1] != end:
        return False
    return fold(tree.words[end]) in actor_words().companies and not knowledge.tables().state_named(tree.words[first])


def _hyphened(tree: Tree, end: int) -> int:
    """A name goes on over a hyphen: "Roe-Doe", of which the model may have seen the first half only."""
    while (
        end + 1 < len(tree.words)
        and tree.words[end] == "-"
        and tree.starts[end] == tree.ends[end - 1]
        and tree.starts[end + 1] == tree.ends[end]
        and (tree.words[end + 1][:1].isupper() or tree.words[end - 1].islower())  # "world anti" of "anti-doping"
    ):
        end += 2
    return end


# -- pieces -------------------------------------------------------------------------------------------------


def _adjoined(tree: Tree, spans: list[Named]) -> list[Named]:
    """Neighbours with different labels are pieces of one name: "Rawle" "St" "Hilaire", "Ventora" "Energy"."""
    found: list[Named] = []
    people = {fold(w) for a, b, label in spans if label == PERSON and b - a > 1 for w in tree.words[a:b]}
    for span in spans:
        if found and span.first < found[-1].end:
            found[-1] = _overlapping(tree, found[-1], span)
            continue
        touching = bool(found) and found[-1].end == span.first
        if touching and fold(tree.words[span.first]) in people:
            label = PERSON if _is_given_name_of(tree, found[-1], span) else None
        else:
            label = _label_of_both(tree, found[-1], span) if touching else None
        if label is not None:
            found[-1] = Named(found[-1].first, span.end, label)
        else:
            found.append(span)
    return found


def _parted(tree: Tree, spans: list[Named]) -> list[Named]:
    """ "the Parents' League and the Guild" are two bodies, "the Department of Health and the Environment" is one."""
    whole = (s for s in spans if s.label == ORGANISATION and "and" not in tree.words[s.first : s.end])
    bodies = {fold(tree.words[s.end - 1]) for s in whole}
    found: list[Named] = []
    for span in spans:
        at = next((t for t in range(span.first + 1, span.end - 2) if tree.words[t : t + 2] == ["and", "the"]), 0)
        two = at and span.label == ORGANISATION and all(_is_body(tree, t, bodies) for t in (at - 1, span.end - 1))
        if not two:
            found.append(span)
        else:
            found += [Named(span.first, at, ORGANISATION), Named(at + 2, span.end, ORGANISATION)]
    return found


def _is_body(tree: Tree, token: int, bodies: Collection[str]) -> bool:
    known = lexicon.descriptions().find(tree.words[token])
    return fold(tree.words[token]) in bodies or (known is not None and known.kind == "organisation")


def _are_one(tree: Tree, a: Named, b: Named) -> bool:
    """Whether the parse hangs one of two neighbours on the other as a part of its name."""
    one, two = tree.head_of(range(a.first, a.end)), tree.head_of(range(b.first, b.end))
    held = {(tree.heads[one], tree.deps[one]), (tree.heads[two], tree.deps[two])}
    return bool(held & {(two, "compound"), (two, "amod"), (one, "flat"), (one, "compound")})


def _overlapping(tree: Tree, a: Named, b: Named) -> Named:
    """One name that the model saw in two pieces and the parse as one: "Jean-" "Claude Roe", "Ventora" "Energy"."""
    label = _label_of_both(tree, Named(a.first, b.first, a.label), b) if a.first < b.first else None
    return Named(a.first, max(a.end, b.end), label or a.label)


def _is_given_name_of(tree: Tree, a: Named, b: Named) -> bool:
    """ "Ann" before "Roe", where "Roe" is known from "Tom Roe" and the model saw two names."""
    alone = a.label == PERSON and a.end - a.first == 1 and b.end - b.first == 1 and tree.words[b.first][:1].isupper()
    return alone and knowledge.tables().gender_of_given_name(tree.words[a.first]) is not None


def _label_of_both(tree: Tree, a: Named, b: Named) -> str | None:
    """What two neighbours are together, or None where they stay two names."""
    if not {a.label, b.label} <= _PARTS or not tree.words[b.first][:1].isupper():
        return None
    if a.label == b.label:
        return ORGANISATION if a.label == ORGANISATION and _are_one(tree, a, b) else None
    texts = text_of(tree, a.first, a.end), text_of(tree, b.first, b.end)
    tables = knowledge.tables()
    if any(tables.state_named(t) or tables.state_of_demonym(t) or tables.body(t) or tables.outlet(t) for t in texts):
        return None
    if b.label == PERSON and (b.end - b.first > 1 or lexicon.honorifics().find(texts[0])):
        return None
    if b.end - b.first > 1 and a.label == PERSON:
        return None
    if a.label == PERSON and b.label == ORGANISATION:  # "Rawle St" before "Hilaire", but "Ventora Energy"
        known = b.end < len(tree.words) and tree.deps[b.end] == "flat" and tree.words[b.end][:1].isupper()
        return PERSON if known or reads_like_a_person(" ".join(texts)) else ORGANISATION
    if ORGANISATION in (a.label, b.label):
        return ORGANISATION
    if PERSON in (a.label, b.label):  # "Cay Rivvers", but "Nakhon Ratchasima"
        return PLACE if tables.state_of_city(" ".join(texts)) else PERSON
    return a.label


def _addressed(tree: Tree, spans: list[Named]) -> list[Named]:
    """A form of address joined to the name after it; alone it is no name."""
    honorifics = lexicon.honorifics()
    found: list[Named] = []
    for span in spans:
        first = span.first
        if found and found[-1].end == first and honorifics.find(text_of(tree, found[-1].first, found[-1].end)):
            first = found.pop().first
        found.append(Named(first, span.end, span.label))
    return [s for s in found if not honorifics.find(text_of(tree, s.first, s.end))]


# -- labels -------------------------------------------------------------------------------------------------


def _agreed(tree: Tree, spans: list[Named], antecedents: Antecedents) -> list[Named]:
    """Labels by all places of a name: a company is a company also where the model once took it for a person."""
    spans = [s._replace(label=ORGANISATION) if _ends_like_a_company(tree, s) else s for s in spans]
    people = {fold(w) for a, b, label in spans if label == PERSON and b - a > 1 for w in tree.words[a:b]}
    institutions = actor_words().institutions
    firms = {
        fold(tree.words[a])
        for a, b, label in spans
        if label == ORGANISATION and b - a > 1 and fold(tree.words[b - 1]) not in institutions
    }
    firms -= people
    first_as = _first_labels(tree, spans)
    things = _spoken_of_as_things(tree, spans, antecedents)
    found = []
    for first, end, label in spans:
        word = fold(tree.words[first])
        if label in (PERSON, MISC) and (word in firms or fold(text_of(tree, first, end)) in things):
            label = ORGANISATION
        elif label in (PERSON, MISC) and end - first > 1 and not _is_surely_a_person(tree, first, end):
            label = first_as[fold(text_of(tree, first, end))]
        elif label == ORGANISATION and _speaks(tree, first, end) and reads_like_a_person(text_of(tree, first, end)):
            label = PERSON
        found.append(Named(first, end, label))
    return found


def _ends_like_a_company(tree: Tree, span: Named) -> bool:
    """ "Drennick Oy", which the model takes for a person."""
    if span.label not in (PERSON, MISC) or span.end - span.first < 2:
        return False
    company = fold(tree.words[span.end - 1]) in actor_words().companies
    return company and not _is_surely_a_person(tree, span.first, span.end)


def reads_like_a_person(text: str) -> bool:
    """A given name, not a place's, before one word that no company or institution is called by: "Ann Roe"."""
    words, known = text.split(), actor_words()
    if len(words) != 2 or fold(words[1]) in known.companies | known.institutions | known.civic:
        return False
    tables, last = knowledge.tables(), lexicon.descriptions().find(words[1])
    return last is None and tables.state_of(words[0]) is None and tables.gender_of_given_name(words[0]) is not None


def _speaks(tree: Tree, first: int, end: int) -> bool:
    """The subject of a verb of saying, and without "the"."""
    head = tree.head_of(range(first, end))
    said = tree.deps[head] == "nsubj" and tree.lemmas[tree.heads[head]] in lexicon.reporting().closing
    return said and tree.words[first - 1 : first] != ["the"]


def _first_labels(tree: Tree, spans: list[Named]) -> dict[str, str]:
    """How each name is labelled most often, of equals as it is first."""
    count: dict[str, Counter[str]] = {}
    for first, end, label in spans:
        count.setdefault(fold(text_of(tree, first, end)), Counter())[label] += 1
    return {text: labels.most_common(1)[0][0] for text, labels in count.items()}


def _spoken_of_as_things(tree: Tree, spans: list[Named], antecedents: Antecedents) -> set[str]:
    """Names, taken for people, that the article calls "it" or "the company" more than "he" or "she"."""
    names = {t: fold(text_of(tree, a, b)) for a, b, label in spans if label == PERSON for t in range(a, b)}
    votes: Counter[str] = Counter()
    for a, b, label in spans:
        if label == PERSON and _is_surely_a_person(tree, a, b):
            votes[names[a]] -= 3
    for token, links in antecedents.items():
        other, score = links[0]
        if other in names and score > 0:
            votes[names[other]] += _sort(tree.words[token].lower())
    return {name for name, number in votes.items() if number > 0}


def _sort(word: str) -> int:
    if word in _THINGS:
        return 1
    if word in _SOMEBODY:
        return -1
    known = lexicon.descriptions().find(word)
    if known is None:
        return 0
    return 1 if known.kind == "organisation" and not known.for_state else -1 if known.kind == "person" else 0


def _is_surely_a_person(tree: Tree, first: int, end: int) -> bool:
    before = tree.words[first - 1].lower() if first else ""
    if lexicon.honorifics().find(before) or lexicon.honorifics().find(tree.words[first]):
        return True
    if before in lexicon.offices().heads and tree.words[first - 1][:1].isupper():
        return True
    return end - first > 1 and knowledge.tables().gender_of_given_name(tree.words[first]) is not None
