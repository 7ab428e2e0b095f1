"""Lists of people with titles, whose names the parse takes for asides: "Minister of Health Ada Costa and Paul Roe"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..tree import Tree

TITLE = 9  # tokens from a comma or an "and" to the name behind a title
_OF_TITLES = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "DET", "PART", "NUM"})


def people_listed(tree: Tree, head: int, people: Mapping[int, str]) -> list[str]:
    """Ids of the people of a list of which a phrase holds the first; none where there is no list that ends with "and".

    `people` leads from the tokens of names of people to their ids.
    """
    first = next((t for t in (*tree.subtree(head), head + 1) if t in people), None)
    if first is None or not _is_somebodys_own(tree, first, people, first == head):
        return []
    behind = list(_behind(tree, _end(people, first), tree.heads[head], people))
    return [people[first], *(people[name] for _, name in behind)] if behind and behind[-1][0] else []


def _end(people: Mapping[int, str], first: int) -> int:
    end = first + 1
    while people.get(end) == people[first]:
        end += 1
    return end


def _behind(tree: Tree, at: int, verb: int, people: Mapping[int, str]) -> Iterator[tuple[bool, int]]:
    """The names that follow one another, each with whether "and" stands before it."""
    stop = tree.sentences[tree.sentence[at - 1]][1]
    while at < stop:
        joined = {tree.words[t].lower() for t in range(at, min(at + 2, stop))} & {",", "and"}
        at += len(joined) if tree.words[at].lower() in joined else 0
        name = _after_title(tree, at, stop, people) if joined else None
        if name is None or _is_of_another_clause(tree, name, verb):
            return
        yield "and" in joined, name
        at = _end(people, name)


def _after_title(tree: Tree, at: int, stop: int, people: Mapping[int, str]) -> int | None:
    """The name with which a title ends; "a deputy of Li Na" and "Li Na's lawyer" are no titles of hers."""
    for token in range(at, min(at + TITLE, stop)):
        if token in people:
            return token if _is_somebodys_own(tree, token, people, token == at) else None
        if tree.pos[token] not in _OF_TITLES or tree.words[token].lower() in ("a", "an"):
            return None
    return None


def _is_somebodys_own(tree: Tree, name: int, people: Mapping[int, str], bare: bool) -> bool:
    """Whether a name, behind a title unless `bare`, is who is meant: not in "friends of Li Na" or "Li Na's lawyer"."""
    end = _end(people, name)
    return tree.tags[end : end + 1] != ["POS"] and (bare or tree.pos[name - 1] not in ("ADP", "DET"))


def _is_of_another_clause(tree: Tree, name: int, verb: int) -> bool:
    """ "Ada Costa came, and Paul Roe stayed away"."""
    return tree.relations[name] == "nsubj" and tree.heads[name] != verb
