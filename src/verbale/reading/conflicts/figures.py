"""Figures that differ: one measured thing, counted differently by two sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from verbale.record import Conflict, Statement

from ..lexicon.contradictions import Contradictions, contradictions
from ..stance import polarity
from ..tree import Tree
from .sides import Words, one

NEAR = 4  # sentences in which both figures stand
MOST = 40  # figures of one article that are compared
_WORDS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9,
           "dozen": 12}  # fmt: skip
_TIMES = frozenset(
    "day week month year hour minute time century p.m. a.m. age round option reason side way kind thing "
    "january february march april may june july august september october november december".split()
)
_CENTS = frozenset({"%", "cent", "percent", "per"})
_LATER = frozenset({"will", "would", "could", "may", "might", "shall"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a statement: its value, what is counted or done, and the words around it."""

    value: float
    keys: frozenset[str]
    around: frozenset[str]
    unit: str  # "money", "per cent" or nothing
    bare: bool  # nothing is counted in so many words: "Polar Lines says 310", "the number was closer to 1,100"
    token: int
    who: str
    shown: str


def figures(words: Words) -> Iterator[Conflict]:
    """Each pair of sides that differ, once."""
    known = contradictions()
    found = [f for s in words.statements for f in _figures(words, s, known)]
    found = sorted([*found, *_counted(words, known)], key=lambda f: f.token)[:MOST]
    yield from _put(words, found)
    for a, b in _alike(words, found):
        yield from one(words.conflict("account", a.who, b.who, ((a.shown,), (b.shown,))))


def _figures(words: Words, statement: Statement, known: Contradictions) -> Iterator[Figure]:
    for span in statement.content:
        for token in words.tree.tokens(*span):
            counts = words.tree.tags[token] == "CD" and words.is_in(token, statement)
            if counts and statement.speaker is not None:
                yield from _figure(words, token, known, statement.speaker, statement.id)


def _counted(words: Words, known: Contradictions) -> Iterator[Figure]:
    """ "The Red Crescent counted 210 dead": a figure of one's own, though no statement is made of it."""
    tree = words.tree
    for verb, lemma in enumerate(tree.lemmas):
        gives = tree.pos[verb] == "VERB" and (lemma in known.counting or _gives_a_measure(tree, verb, known))
        if not gives or words.spoken.content[verb] is not None:
            continue
        who = words.doer(verb, new=True)
        if who is None or who not in words.actors:
            continue
        for child in tree.all_children(verb, "obj", "obl"):
            for token in tree.subtree(child):
                if tree.tags[token] == "CD" and (tree.deps[child] == "obj" or tree.case(child) == "of"):
                    yield from _figure(words, token, known, who, words.proof(verb, who))


def _gives_a_measure(tree: Tree, verb: int, known: Contradictions) -> bool:
    """ "gave a toll of eight"."""
    thing = tree.child(verb, "obj")
    return thing is not None and tree.lemmas[verb] in known.light and tree.lemmas[thing].lower() in known.measures


def _figure(words: Words, token: int, known: Contradictions, who: str, shown: str) -> Iterator[Figure]:
    """The figure at a token, if it is one that somebody may count otherwise."""
    tree = words.tree
    value = _value(tree, token)
    noun = _measured(tree, token)
    if value is None or tree.lemmas[noun].lower() in _TIMES or tree.deps[noun] == "nummod":
        return
    keys, around, bare = _keys(tree, noun, known), _around(tree, noun, known), _is_bare(tree, token, noun, known)
    yield Figure(value, keys, around, _unit(tree, token), bare, token, who, shown)


def _is_bare(tree: Tree, token: int, noun: int, known: Contradictions) -> bool:
    """Whether a number is told without what it counts, as that of a measure or of nothing."""
    lemma = tree.lemmas[noun].lower()
    if lemma in known.measures:
        return True
    if noun != token and lemma not in _CENTS:
        return False
    if any(tree.case(c) in ("of", "in", "for") for c in tree.all_children(noun, "nmod")):
        return False
    if tree.deps[noun] in ("ccomp", "root"):  # "says 310", "the count was 198"
        return True
    verb = tree.heads[noun]
    if tree.deps[noun] == "obl":  # "is closer to 1,100"
        return tree.case(noun) in ("to", "at")
    subject = tree.child(verb, "nsubj")
    polled = subject is not None and tree.lemmas[subject].lower() in known.measures | known.polls
    return tree.deps[noun] == "obj" and (polled or tree.lemmas[verb] in known.counting)


def _value(tree: Tree, token: int) -> float | None:
    """The number at a token with the scale behind it; None for a year, a day or what is no plain number."""
    word = tree.words[token].lower().replace(",", "")
    if word in _SCALES and token and tree.tags[token - 1] == "CD":
        return None
    scale = 1.0
    for suffix in ("bn", "m"):
        if word.endswith(suffix) and word[: -len(suffix)].replace(".", "", 1).isdecimal():
            word, scale = word[: -len(suffix)], _SCALES[suffix]
    if word.replace(".", "", 1).isdecimal():  # "10²" is no number
        number = float(word)
    elif word in _WORDS:
        number = float(_WORDS[word])
    else:
        return None
    following = tree.words[token + 1].lower() if token + 1 < len(tree.words) else ""
    scale = _SCALES.get(following, scale)
    is_year = scale == 1 and number.is_integer() and 1900 <= number <= 2100 and "," not in tree.words[token]
    before = tree.words[token - 1] if token else ""
    is_day = tree.deps[token].startswith("nummod") is False and following[:3] in _MONTHS
    is_day = is_day or (before[:1].isupper() and before[:3].lower() in _MONTHS)
    return None if is_year or is_day else number * scale


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _measured(tree: Tree, token: int) -> int:
    """The noun that a number counts; the number itself where none stands there."""
    at = token
    while tree.tags[tree.heads[at]] == "CD" and tree.heads[at] != at:
        at = tree.heads[at]
    head = tree.heads[at]
    if tree.deps[at].startswith("nummod") and tree.tags[head].startswith("NN"):
        return head
    if tree.case(at) == "of" and tree.tags[head].startswith("NN"):  # "a toll of eight"
        return head
    of = next((c for c in tree.all_children(at, "nmod") if tree.case(c) == "of"), None)
    return of if of is not None else at


def _keys(tree: Tree, noun: int, known: Contradictions) -> frozenset[str]:
    """What is counted, and what it does: "9,000 people marched"."""
    keys = {known.figure(tree.lemmas[noun])} if tree.tags[noun] != "CD" else set()
    verb = tree.heads[noun]
    if tree.deps[noun].startswith(("nsubj", "obj")) and tree.pos[verb] in ("VERB", "ADJ", "NOUN"):
        keys.add(known.figure(tree.lemmas[verb]))
        subject = tree.child(verb, "nsubj") if tree.deps[noun] == "obj" else None
        if subject is not None and tree.pos[subject] == "NOUN":
            keys.add(known.figure(tree.lemmas[subject]))
    subject = tree.child(noun, "nsubj")
    if subject is not None and tree.pos[subject] == "NOUN":  # "the sum is 92 billion naira"
        keys.add(known.figure(tree.lemmas[subject]))
    return frozenset(_root(k) for k in keys if k not in _EMPTY)


_EMPTY = frozenset("be have do say get make take see put come go $ € £ % percent cent per".split())


def _root(key: str) -> str:
    return key[:-2] if len(key) > 6 and key.endswith(("er", "or")) else key


def _around(tree: Tree, noun: int, known: Contradictions) -> frozenset[str]:
    first, end = tree.sentences[tree.sentence[noun]]
    near = range(max(first, noun - 12), min(end, noun + 12))
    return frozenset(_root(known.figure(tree.lemmas[t])) for t in near if tree.pos[t] in ("NOUN", "PROPN", "VERB"))


def _unit(tree: Tree, token: int) -> str:
    after = [w.lower() for w in tree.words[token + 1 : token + 3]]
    if after[:1] in (["%"], ["percent"]) or after == ["per", "cent"]:
        return "per cent"
    signs = any(tree.words[t] in "$€£¥" for t in range(max(0, token - 2), token))
    return "money" if signs or after[:1] in (["billion"], ["million"], ["trillion"]) else ""


def _put(words: Words, found: list[Figure]) -> Iterator[Conflict]:
    """ "The chief put the number at 11": against the last figure of another side."""
    tree, known = words.tree, contradictions()
    for verb, lemma in enumerate(tree.lemmas):
        at = _put_at(tree, verb) if lemma in ("put", "estimate", "place") else None
        thing = tree.child(verb, "obj") if at is not None else None
        if at is None or thing is None or tree.lemmas[thing].lower() not in known.measures:
            continue
        own, value = words.doer(verb, new=True), _value(tree, at)
        other = _last_figure(words, found, at, own, value) if own is not None and value is not None else None
        if own is not None and other is not None:
            whole = words.spoken.whole[verb]
            shown = whole.id if whole is not None and whole.id != other.shown else words.proof(verb, own)
            yield from one(words.conflict("account", own, other.who, ((shown,), (other.shown,))))


def _put_at(tree: Tree, verb: int) -> int | None:
    """The number in "put the toll at 63"."""
    for child in tree.all_children(verb, "obl", "nmod"):
        number = next((t for t in tree.subtree(child) if tree.tags[t] == "CD"), None)
        if tree.case(child) == "at" and number is not None:
            return number
    return None


def _last_figure(words: Words, found: list[Figure], at: int, own: str, value: float) -> Figure | None:
    for other in reversed(found):
        near = words.tree.sentence[at] - words.tree.sentence[other.token] <= 2
        if other.token < at and near and other.value != value and words.differ(own, other.who):
            return other
    return None


def _may_be_two(words: Words, a: Figure, b: Figure) -> bool:
    return (
        a.value != b.value and a.shown != b.shown and words.differ(a.who, b.who)
        and not any(_is_later(words.tree, f.token) for f in (a, b))
    )  # fmt: skip


def _alike(words: Words, found: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """One thing counted by two in sentences near each other."""
    for a, b in combinations(found, 2):
        if abs(words.tree.sentence[a.token] - words.tree.sentence[b.token]) > NEAR or not _may_be_two(words, a, b):
            continue
        if a.unit != b.unit or _other_time(_days(words.tree, a), _days(words.tree, b)):
            continue
        if _is_left_out(words, a, b) or _is_one_thing(words, a, b):
            yield b, a


def _is_one_thing(words: Words, a: Figure, b: Figure) -> bool:
    common = a.keys & b.keys
    return bool(common) and (len(common) > 1 or bool((a.around & b.around) - a.keys) or _adjacent(words, a, b))


def _is_left_out(words: Words, a: Figure, b: Figure) -> bool:
    """ "700 ships burned oil, Clear Ice says; Polar Lines says 310": what the other counts was just told."""
    return b.bare and not a.bare and a.token < b.token and _adjacent(words, a, b)


def _adjacent(words: Words, a: Figure, b: Figure) -> bool:
    return abs(words.tree.sentence[a.token] - words.tree.sentence[b.token]) <= 1


def _days(tree: Tree, figure: Figure) -> frozenset[str]:
    """Years and months in the sentence of a figure: counts of two years are no two accounts."""
    first, end = tree.sentences[tree.sentence[figure.token]]
    near = (tree.words[t].lower() for t in range(first, end))
    return frozenset(w for w in near if w in _TIMES or (len(w) == 4 and w.isdigit() and w[:2] in ("19", "20")))


def _other_time(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b and a != b)


def _is_later(tree: Tree, token: int) -> bool:
    above = [*_up(tree, token)]
    return any(polarity.modal(tree, t) in _LATER or tree.lemmas[t] in contradictions().ahead for t in above)


def _up(tree: Tree, token: int) -> Iterator[int]:
    for _ in range(4):
        token = tree.heads[token]
        yield token
