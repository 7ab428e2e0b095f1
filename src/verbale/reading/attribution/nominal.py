"""Statements that a noun tells of: "her claim that the dam leaks", "a call by the mayor for new elections"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import lexicon
from ..tree import Tree
from .draft import Chars, Draft, Taken
from .nesting import Nest
from .phrases import name_phrase, noun_phrase

_NONE = frozenset({"no", "any", "whatever", "neither"})


def nominal(tree: Tree, drafts: Sequence[Draft], left_out: Sequence[Chars]) -> list[Draft]:
    """Drafts for nouns with somebody to whom they belong and something that they tell, where no draft has them."""
    told = Taken([*(s for d in drafts for s in (*d.cue, *d.source)), *left_out])
    contents, nest = Taken(c for d in drafts for c in d.content), Nest(drafts)
    found: list[Draft] = []
    for noun, pos in enumerate(tree.pos):
        draft = _nominal(tree, noun) if pos == "NOUN" else None
        if draft is None or told.touch(draft.cue[0]) or told.touch(draft.content[0]):
            continue
        draft.inside = nest.innermost(draft)
        if draft.inside is not None or not contents.touch(draft.extent):
            found.append(draft)
    return found


def _nominal(tree: Tree, noun: int) -> Draft | None:
    if lexicon.cues().find([tree.lemmas[noun]], "noun") is None:
        return None
    if any(tree.words[c].lower() in _NONE for c in tree.all_children(noun, "det")):
        return None
    owner = owner_of(tree, noun)
    content = _content(tree, noun, owner) if owner is not None else None
    if owner is None or content is None:
        return None
    start, end = owner_phrase(tree, owner)
    if start < content[0] < end:  # "by the mayor for elections" hangs together in some parses
        end = start + len(tree.text[start : content[0]].rstrip().removesuffix(" for"))
    return Draft([(start, end)], [(tree.starts[noun], tree.ends[noun])], [content], 0.5)


def owner_of(tree: Tree, noun: int) -> int | None:
    """Whose it is: "Ms. Lind's", "her", "by the mayor", "from the council"."""
    cases = ("by", "from", "of") if tree.lemmas[noun] in lexicon.reporting().binding else ("by", "from")
    for child in tree.all_children(noun, "nmod"):
        if tree.deps[child] == "nmod:poss" or (child > noun and tree.case(child) in cases):
            return child if tree.pos[child] in ("PROPN", "PRON", "NOUN") else None
    return None


def owner_phrase(tree: Tree, owner: int) -> Chars:
    """The owner without its preposition or its "'s"."""
    start, end = name_phrase(tree, owner)
    case = tree.child(owner, "case")
    if case is None:
        return start, end
    return (start, tree.starts[case]) if case > owner else (tree.ends[case] + 1, end)


def _content(tree: Tree, noun: int, owner: int) -> Chars | None:
    """ "that it leaks", "to resign", "for new elections" without its preposition."""
    words = lexicon.reporting()
    asking, binding = tree.lemmas[noun] in words.asking, tree.lemmas[noun] in words.binding
    own = tree.all_children(noun, "acl", "ccomp", "xcomp", "nmod")
    for child in (*own, *_loosely_behind(tree, noun), *tree.all_children(owner, "nmod")):
        mark = tree.case_or_mark(child)
        if child < noun or tree.deps[child] == "nmod:poss" or (tree.deps[child] == "acl:relcl" and mark != "that"):
            continue
        if (mark == "that" and tree.deps[child] != "nmod") or (mark == "to" and binding and tree.pos[child] == "VERB"):
            return noun_phrase(tree, child)
        if mark == "for" and asking:
            end = noun_phrase(tree, child)[1]
            word = next(c for c in tree.children[child] if tree.words[c].lower() == "for")
            return tree.ends[word] + 1, end
    return None


def _loosely_behind(tree: Tree, noun: int) -> Iterator[int]:
    """ "rejecting a call by the mayor for elections": a phrase right behind the noun's, though it hangs on the verb."""
    end = tree.subtree(noun)[-1] + 1
    for child in tree.all_children(tree.heads[noun], "obl"):
        if tree.subtree(child)[0] == end and tree.deps[noun] == "obj":
            yield child
