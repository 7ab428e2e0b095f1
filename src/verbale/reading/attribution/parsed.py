"""Reported clauses that the parse alone shows: for statements within statements, and for those the model missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .. import lexicon
from ..tree import Tree
from .draft import Chars, Draft, Taken, covered
from .phrases import noun_phrase, verb_group
from .quoted import Marks

_NOBODY = frozenset({"i", "we", "you", "one", "it", "there", "who", "which", "that", "what", "nobody", "anyone"})
_WISHING_ACTS = frozenset({"directive", "commissive"})


def reported(tree: Tree, verb: int) -> Draft | None:
    """A reporting verb with a subject of its own and the clause that it reports, or None."""
    if tree.pos[verb] != "VERB":
        return None
    cue = lexicon.cues().find([tree.lemmas[verb]], "verb")
    subject = tree.child(verb, "nsubj")
    if cue is None or subject is None or tree.deps[subject] == "nsubj:pass" or tree.words[subject].lower() in _NOBODY:
        return None
    if _irreal(tree, verb) or subject > verb or not _can_speak(tree, subject):
        return None
    content = _clause(tree, verb) or (_wish(tree, verb) if cue.act in _WISHING_ACTS else None)
    if content is None or content[1] - content[0] < 8:
        return None
    source = noun_phrase(tree, subject, [content])
    if covered(source, [content]):
        return None
    return Draft([source], [verb_group(tree, verb)], [content])


def _can_speak(tree: Tree, noun: int) -> bool:
    """A name, a pronoun, an office or a noun for people or organisations; no "fact" and no "price"."""
    word = tree.words[noun]
    if tree.pos[noun] in ("PROPN", "PRON") or lexicon.descriptions().find(word):
        return True
    return word.lower() in lexicon.offices().heads or word.lower() in ("men", "members", "both", "side", "sides")


def _irreal(tree: Tree, verb: int) -> bool:
    """ "would say", "did not say", "if they say": nobody has said it."""
    words = {tree.lemmas[c].lower() for c in tree.children[verb] if tree.deps[c].startswith(("aux", "advmod", "mark"))}
    return bool(words & {"not", "n't", "never", "if", "whether", "unless", "would", "could", "should", "may", "might"})


def _clause(tree: Tree, verb: int) -> Chars | None:
    clause = tree.child(verb, "ccomp")
    if clause is None or clause < verb:
        return None
    return noun_phrase(tree, clause)


def _wish(tree: Tree, verb: int) -> Chars | None:
    """ "urged her not to stand", "refused to sell": from the object, if any, to the end of the infinitive."""
    wish = tree.child(verb, "xcomp")
    if wish is None or wish < verb or not any(tree.lemmas[c] == "to" for c in tree.all_children(wish, "mark")):
        return None
    start, end = noun_phrase(tree, wish)
    whom = tree.child(verb, "obj")
    if whom is not None and verb < whom < wish:
        start = min(start, noun_phrase(tree, whom)[0])
    return start, end


def inner(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """Statements within the contents of others, `inside` set to the outer one."""
    found = []
    for outer in drafts:
        for start, end in outer.content:
            for token in tree.tokens(start, end):
                draft = reported(tree, token)
                if draft is None or draft.extent[0] < start or draft.content[0][0] >= end:
                    continue
                if covered(draft.cue[0], outer.cue) or _only_thinks(tree, token, draft, start):
                    continue
                draft.content = [(draft.content[0][0], min(draft.content[0][1], end))]
                draft.inside, draft.confidence = outer, outer.confidence * 0.8
                found.append(draft)
    return _without_twins(found, drafts)


def _only_thinks(tree: Tree, verb: int, draft: Draft, start: int) -> bool:
    """ "Roe said he believes it will rain": that he believes it is what he said, and no second statement."""
    cue = lexicon.cues().find([tree.lemmas[verb]], "verb")
    pronoun = tree.tokens(*draft.source[0])
    lead = tree.text[start : draft.source[0][0]].strip().lower()
    return bool(cue and cue.mental and len(pronoun) == 1 and tree.pos[pronoun[0]] == "PRON" and lead in ("", "that"))


def _without_twins(found: list[Draft], known: Sequence[Draft]) -> list[Draft]:
    """What the model has found itself is not found again; of two nested in each other both stay."""
    cues = Taken(c for d in known for c in d.cue)
    seen: set[Chars] = set()
    kept = []
    for draft in found:
        if not cues.touch(draft.cue[0]) and draft.cue[0] not in seen:
            seen.add(draft.cue[0])
            kept.append(draft)
    return kept


def missed(tree: Tree, drafts: Sequence[Draft], marks: Marks, left_out: Sequence[Chars]) -> list[Draft]:
    """Reported clauses in the article's own voice that no draft covers."""
    spans = sorted([c for d in drafts for c in (*d.content, *d.cue)] + list(left_out))
    taken = Taken(spans)
    found = []
    for token in _verbs_outside(tree, spans):
        draft = reported(tree, token)
        if draft is None or tree.lemmas[token] not in lexicon.reporting().strong or taken.touch(draft.content[0]):
            continue
        if any(q.start <= tree.starts[token] < q.end for q in marks.touching(tree.starts[token], tree.ends[token])):
            continue
        draft.confidence = 0.5
        found.append(draft)
    return found


def according_to(tree: Tree, drafts: Sequence[Draft], left_out: Sequence[Chars]) -> list[Draft]:
    """ "According to X, Y" where no draft has it: X is the source, the rest of the clause the content."""
    taken = Taken([c for d in drafts for c in d.cue] + list(left_out))
    contents = Taken(c for d in drafts for c in d.content)
    found = []
    for token, word in enumerate(tree.words):
        if word.lower() != "according" or taken.touch((tree.starts[token], tree.ends[token])):
            continue
        source = tree.heads[token] if tree.deps[token] == "case" else tree.child(token, "obl", "nmod", "obj")
        if source is None or source <= token:
            continue
        governor = tree.heads[source] if tree.deps[token] == "case" else tree.heads[token]
        phrase = {*tree.subtree(source), *tree.subtree(token)}
        clause = [t for t in tree.subtree(governor) if t not in phrase]
        content = _longest_piece(tree, clause)
        if content is None or contents.touch(content) or governor in phrase:
            continue
        cue = (
            (tree.starts[token], tree.ends[token + 1]) if token + 1 < source else (tree.starts[token], tree.ends[token])
        )
        start, end = noun_phrase(tree, source, [cue])
        found.append(Draft([(max(start, cue[1]), end)], [cue], [content], 0.5))
    return found


def _longest_piece(tree: Tree, tokens: Sequence[int]) -> Chars | None:
    """The longest run of neighbouring tokens, as characters; None when it is a few words only."""
    runs: list[list[int]] = []
    for token in tokens:
        if runs and runs[-1][-1] == token - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    longest = max(runs, key=len, default=[])
    while longest and tree.pos[longest[0]] in ("PUNCT", "SPACE"):
        longest = longest[1:]
    return tree.span(longest) if len(longest) > 2 else None


def _verbs_outside(tree: Tree, taken: Sequence[Chars]) -> Iterable[int]:
    at = 0
    for token, pos in enumerate(tree.pos):
        if pos != "VERB":
            continue
        while at < len(taken) and taken[at][1] <= tree.starts[token]:
            at += 1
        if at == len(taken) or tree.starts[token] < taken[at][0]:
            yield token
