"""One reporting verb as the parse shows it: who speaks, and which clause, wish or thing is reported."""

from __future__ import annotations

from collections.abc import Iterator

from .. import lexicon
from ..lexicon.cues import Cue
from ..tree import Tree
from .draft import Chars, Draft, covered
from .phrases import name_phrase, noun_phrase, verb_group
from .silence import by_nobody, wants_no_name, withheld

_NOBODY = frozenset({"you", "one", "there", "what", "nobody", "anyone", "everybody", "everyone"})
_OURSELVES = frozenset({"i", "we"})
_WHO = frozenset({"who", "which", "that"})
_WISHING_ACTS = frozenset({"directive", "commissive"})
_IRREAL = frozenset("not n't n’t never if whether unless would could should may might".split())
_BELONGING = frozenset({"by", "for", "from", "with", "against", "of", "as", "to", "over", "about", "before", "until"})
_MEASURING = {
    "put": "at", "estimate": "at", "calculate": "at", "reckon": "at", "assess": "at", "value": "at", "give": "as",
}  # fmt: skip
SHORTEST, SHORTEST_THING = 8, 4  # characters: "She said so" tells nothing, "appealed for calm" does


def reported(
    tree: Tree, verb: int, within: bool = False, said: Chars | None = None, ours: bool = False
) -> Draft | None:
    """A reporting verb with its speaker and what it reports, or None.

    `within` is for verbs in the content of another statement: there the speaker may tell of an earlier saying of
    their own ("I told him that"). `said` is the content where it is known already, in marks of its own; `ours`: "I
    believe that" is reported, too.
    """
    cue = _cue(tree, verb) if tree.pos[verb] == "VERB" else None
    subject = _subject(tree, verb) if cue is not None else None
    if cue is None or subject is None or not _speaks(tree, verb, subject, cue, within, ours) or _irreal(tree, verb):
        return None
    if withheld(tree, verb) is not None or by_nobody(tree, verb) or (within and cue.factive and _notices(tree, verb)):
        return None
    content = said or _content(tree, verb, cue)
    if said is None and within and cue.act == "expressive" and content == _thing(tree, verb):
        return None
    shortest = SHORTEST_THING if content is not None and content == _thing(tree, verb) else SHORTEST
    if content is None or (said is None and content[1] - content[0] < shortest):
        return None
    source = name_phrase(tree, subject)
    case = tree.child(subject, "case")
    if case is not None and case < subject:  # "by the airline", "according to its owner, who said"
        last = max([case, *tree.all_children(case, "fixed")])
        source = tree.ends[last] + 1, source[1]
    group = _with_preposition(tree, verb, verb_group(tree, verb), content)
    if covered(source, [content]) or covered(group, [content]):
        return None
    return Draft([source], [group], [content])


def _with_preposition(tree: Tree, verb: int, group: Chars, content: Chars) -> Chars:
    """ "called on", "appealed for": the cue reaches to what it reports."""
    for noun in tree.all_children(verb, "obl"):
        case = tree.child(noun, "case")
        if case is not None and tree.starts[case] == group[1] + 1 and tree.ends[case] + 1 == content[0]:
            return group[0], tree.ends[case]
    return group


def _cue(tree: Tree, verb: int) -> Cue | None:
    """The cue that a verb is, by itself or with a measure: "gave the toll as 14"."""
    for noun in tree.all_children(verb, "obl"):  # "called on them to"
        known = lexicon.cues().find([tree.lemmas[verb], tree.case(noun)], "verb") if noun > verb else None
        if known is not None and len(known.lemmas) > 1:
            return known
    known = lexicon.cues().find([tree.lemmas[verb]], "verb")
    return lexicon.cues().find(["put", "at"], "verb") if known is None and estimate(tree, verb) is not None else known


def _subject(tree: Tree, verb: int) -> int | None:
    """Who does the reporting: a subject before the verb, that of the verb it is joined to, or what "who" stands for."""
    if is_quoted(tree, verb):
        quoted = tree.child(verb, "nsubj")
        return tree.heads[verb] if quoted is not None and tree.words[quoted].lower() in _WHO else quoted
    if tree.child(verb, "aux:pass") is not None or tree.child(verb, "nsubj:pass") is not None:
        return next((c for c in tree.all_children(verb, "obl") if c > verb and tree.case(c) == "by"), None)
    found = _own_subject(tree, verb)
    if found is None and tree.tags[verb] == "VBG" and tree.case_or_mark(verb) == "for":
        return _blamed(tree, verb)
    joined = verb
    while found is None and tree.deps[joined] == "conj" and tree.tags[joined] != "VBG":
        joined = tree.heads[joined]
        if tree.pos[joined] != "VERB":
            return None
        found = _own_subject(tree, joined)
    if found is None or tree.deps[found] == "nsubj:pass" or found > verb:
        return None
    if tree.words[found].lower() in _WHO:
        return tree.heads[joined] if tree.deps[joined] == "acl:relcl" else None
    return found


def is_quoted(tree: Tree, verb: int) -> bool:
    """ "was quoted as saying" """
    if tree.tags[verb] != "VBN" or tree.lemmas[verb] not in lexicon.reporting().carriers:
        return False
    clauses = tree.all_children(verb, "advcl", "xcomp")
    return any(tree.lemmas[c] == "say" and tree.case_or_mark(c) == "as" for c in clauses)


def _blamed(tree: Tree, verb: int) -> int | None:
    """ "faulted him for saying that": the object of the clause; "apologised for saying that": its subject."""
    governor = tree.heads[verb]
    if tree.pos[governor] != "VERB" or governor > verb:
        return None
    whom = next((c for c in tree.all_children(governor, "obj", "iobj") if governor < c < verb), None)
    return tree.subject(governor) if whom is None else whom


def _own_subject(tree: Tree, verb: int) -> int | None:
    """The nearest subject before a verb, or the noun right before it that is taken for an object: of its own in
    "inspectors had warned the company", of the verb above in "said the bank, which lends, had warned"."""
    subjects = [c for c in tree.all_children(verb, "nsubj") if c < verb]
    if subjects:
        return subjects[-1]
    first = min([verb, *tree.all_children(verb, "aux")])
    last = first - 2 if first and tree.words[first - 1] == "," else first - 1
    for governor in (verb, tree.heads[verb]) if tree.deps[verb] == "ccomp" else (verb,):
        objects = (c for c in tree.all_children(governor, "iobj", "obj") if c < first)
        found = next((c for c in objects if last <= tree.subtree(c)[-1] < first), None)
        if found is not None:
            return found
    return None


def _speaks(tree: Tree, verb: int, subject: int, cue: Cue, within: bool, ours: bool) -> bool:
    word = tree.words[subject].lower()
    if word in _NOBODY or word in _WHO:
        return False
    if word in _OURSELVES:
        return ours or (within and not cue.mental and _past(tree, verb))
    if _measures(tree, verb, subject):
        return True
    if word == "it" and (tree.deps[subject] == "expl" or tree.lemmas[verb] not in lexicon.reporting().human):
        return False
    of_people = tree.pos[subject] in ("NOUN", "NUM") and tree.lemmas[verb] in lexicon.reporting().human
    return of_people or _can_speak(tree, subject)


def _notices(tree: Tree, verb: int) -> bool:
    """ "knew that it leaked", "saw that": what somebody has come to know is no saying of theirs."""
    return tree.lemmas[verb] in lexicon.reporting().noticing


def _past(tree: Tree, verb: int) -> bool:
    have = any(tree.lemmas[c].lower() in ("have", "'ve", "’ve", "'d", "’d") for c in tree.all_children(verb, "aux"))
    return tree.tags[verb] == "VBD" or (tree.tags[verb] == "VBN" and have)


def _can_speak(tree: Tree, noun: int) -> bool:
    """A name, a pronoun, an office or a noun for people or organisations; no "fact" and no "price"."""
    word = tree.words[noun]
    if tree.pos[noun] in ("PROPN", "PRON") or lexicon.descriptions().find(word):
        return True
    return word.lower() in lexicon.offices().heads or word.lower() in ("men", "members", "both", "side", "sides")


def _irreal(tree: Tree, verb: int) -> bool:
    """ "would say", "did not say", "if they say": nobody has said it."""
    words = {tree.words[c].lower() for c in tree.children[verb] if tree.deps[c].startswith(("aux", "advmod", "mark"))}
    return bool(words & _IRREAL)


def _content(tree: Tree, verb: int, cue: Cue) -> Chars | None:
    found = _clause(tree, verb) or estimate(tree, verb)
    if found is None and (cue.act in _WISHING_ACTS or tree.lemmas[verb] in lexicon.reporting().human):
        found = _wish(tree, verb, cue.act == "directive" or cue.mental)
    return found or _thing(tree, verb)


def _clause(tree: Tree, verb: int) -> Chars | None:
    saying = next((c for c in tree.all_children(verb, "advcl") if is_quoted(tree, verb)), verb)
    clauses = [c for v in {verb: 0, saying: 0} for c in tree.all_children(v, "ccomp") if c > verb]
    clause = next((c for c in clauses if tree.case_or_mark(c) == "that"), clauses[0] if clauses else None)
    if clause is None:
        return None
    start, end = noun_phrase(tree, clause)
    start = min(start, _loose_subject(tree, verb, clause, start))
    for other in tree.all_children(verb, "conj"):  # "that it was fair and that nobody would mind"
        if other > clause and tree.case_or_mark(other) == "that" and _adjoins(tree, end, other):
            end = noun_phrase(tree, other)[1]
    return start, end


def _loose_subject(tree: Tree, verb: int, clause: int, start: int) -> int:
    """ "told him the figures were wrong": where a clause begins whose subject is taken for an object of the verb."""
    obj = tree.child(verb, "obj")
    if obj is None or tree.child(clause, "nsubj", "csubj", "mark") is not None or tree.child(verb, "iobj") is None:
        return start
    first, last = noun_phrase(tree, obj)
    return first if verb < obj < clause and last + 1 == start else start


def _adjoins(tree: Tree, end: int, other: int) -> bool:
    start = noun_phrase(tree, other)[0]
    return end <= start <= end + 2


def _wish(tree: Tree, verb: int, names_whom: bool) -> Chars | None:
    """ "urged her not to stand", "refused to sell", "expects them to come", "wants him gone": to the end of the clause,
    from whoever is to act where `names_whom`: "promised her to come" names the listener."""
    lemma, words = tree.lemmas[verb], lexicon.reporting()
    for wish in tree.all_children(verb, "xcomp", "advcl"):
        if wish < verb or lemma in words.unsaid:
            continue
        marked = tree.case_or_mark(wish) == "to"
        whom = next((c for c in tree.all_children(verb, "obj", "iobj", "obl") if verb < c < wish), None)
        listener = whom is not None and (tree.deps[whom] != "obl" or tree.case(whom) in ("to", "on"))
        if tree.deps[wish] != "xcomp" and not (marked and listener):
            continue
        if not marked and tree.child(wish, "nsubj") is None and not (whom is not None and lemma in words.wanting):
            continue
        if wants_no_name(tree, wish):
            continue
        start, end = noun_phrase(tree, wish)
        if whom is not None and listener and names_whom:
            case = tree.child(whom, "case")
            first = noun_phrase(tree, whom)[0] if case is None else tree.ends[case] + 1
            start = min(start, first)
        return start, end
    return None


def estimate(tree: Tree, verb: int) -> Chars | None:
    """ "puts the toll at 40", "gave its losses as nil": what is measured, to the end of the measure."""
    case, what = _MEASURING.get(tree.lemmas[verb]), tree.child(verb, "obj")
    if case is None or what is None or what < verb:
        return None
    for measure in (*tree.children[verb], *tree.children[what]):
        if measure > what and tree.case(measure) == case and _is_amount(tree, measure):
            return noun_phrase(tree, what, [noun_phrase(tree, measure)])[0], noun_phrase(tree, measure)[1]
    return None


def _is_amount(tree: Tree, noun: int) -> bool:
    amounts = lexicon.reporting().amounts
    return any(tree.pos[t] in ("NUM", "SYM") or tree.lemmas[t] in amounts for t in tree.subtree(noun))


def _measures(tree: Tree, verb: int, subject: int) -> bool:
    """Whether a text or "it" puts a figure on something."""
    words, lemma = lexicon.reporting(), tree.lemmas[subject].lower()
    return (lemma == "it" or lemma in words.texts or lemma in words.counts) and estimate(tree, verb) is not None


def _thing(tree: Tree, verb: int) -> Chars | None:
    """ "want a deal before the season", "had asked her for a guarantee", "warned them about forged papers"."""
    words = lexicon.reporting()
    lemma = tree.lemmas[verb]
    obj = tree.child(verb, "obj")
    takes = lemma in words.wanting or lemma in words.voicing
    if takes and obj is not None and obj > verb and tree.lemmas[obj] not in words.identifying:
        return tree.starts[tree.subtree(obj)[0]], max(noun_phrase(tree, t)[1] for t in _following(tree, verb, obj))
    for noun in tree.all_children(verb, "obl"):
        case = tree.child(noun, "case")
        if case is None or noun < verb or tree.lemmas[noun] in words.identifying:
            continue
        if f"{lemma} {tree.words[case].lower()}" not in words.about:
            continue
        start, end = noun_phrase(tree, noun)
        return (tree.ends[case] + 1 if tree.words[case].lower() in ("for", "on") else start), end
    return None


def _following(tree: Tree, verb: int, obj: int) -> Iterator[int]:
    """An object and the phrases with prepositions that follow it without a gap."""
    yield obj
    last = tree.subtree(obj)[-1]
    for child in tree.all_children(verb, "obl"):
        phrase = tree.subtree(child)
        if phrase[0] == last + 1 and tree.case(child) in _BELONGING:
            yield child
            last = phrase[-1]
