"""The day and the place of a meeting, from its own phrase or from the verb on which that hangs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from ..lexicon.meetings import meeting_words
from ..times import Time
from ..tree import Tree
from .draft import Draft, parts_of
from .mention import Mention

_NUMBERED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
PLACES = ("in", "at")
_NO_DAYS = ("duration", "set", "year", "decade", "century")
Days = Mapping[int, Sequence[Time]]


def by_sentence(tree: Tree, times: Sequence[Time]) -> dict[int, list[Time]]:
    """Times by the numbers of their sentences."""
    found: dict[int, list[Time]] = {}
    for time in times:
        tokens = tree.tokens(*time.span)
        if tokens:
            found.setdefault(tree.sentence[tokens[0]], []).append(time)
    return found


def days_of(tree: Tree, times: Sequence[Time]) -> list[tuple[int, str]]:
    """The head tokens and ISO dates of those times that can be the day of a meeting."""
    found = ((tree.tokens(*t.span), t) for t in times if t.iso is not None and t.kind not in _NO_DAYS)
    return [(tree.head_of(tokens), str(t.iso)) for tokens, t in found if tokens]


def date_of(tree: Tree, head: int, times: Sequence[Time]) -> str | None:
    """A day on the meeting's phrase, or on the verb whose subject or object it is."""
    governors = {head}
    verb = tree.heads[head]
    if tree.deps[head].partition(":")[0] in ("nsubj", "obj", "obl", "nmod") and tree.pos[verb] in ("VERB", "NOUN"):
        governors.add(verb)
    if tree.pos[verb] == "NUM" or tree.child(head, "cop") is not None:
        governors.add(verb)
    days = days_of(tree, times)
    return next((iso for at, iso in days if _hangs(tree, at, governors, head)), _said_to_be(tree, head, days))


def _said_to_be(tree: Tree, head: int, days: Sequence[tuple[int, str]]) -> str | None:
    """ "Their next call is on 26 June": the day is what is said of it."""
    return next((iso for at, iso in days if tree.child(at, "nsubj") == head and tree.child(at, "cop")), None)


def _hangs(tree: Tree, token: int, governors: set[int], head: int) -> bool:
    """Whether a time depends on the meeting or its verb; a verb of saying has times of its own."""
    above = tree.heads[token]
    if above == head or (above in governors and tree.lemmas[above].lower() in meeting_words().setting):
        return True
    return tree.heads[above] == head


def sharpen(tree: Tree, drafts: Sequence[Draft], days: Days) -> None:
    """ "next week", and later "We shall be in Lusaka on the 17th": a day of that week at that place."""
    for draft in drafts:
        if draft.date is None or "W" not in draft.date or draft.place is None:
            continue
        held = parts_of(draft.place)[:1]
        for sentence, (first, end) in enumerate(tree.sentences):
            times = days.get(sentence, ())
            if not {w.lower() for w in tree.words[first:end]} & set(held):
                continue
            known = [iso for _, iso in days_of(tree, times) if _week(iso) == draft.date]
            draft.date = next(iter([*known, *_in_week(draft.date, tree.words[first:end])]), draft.date)


def _in_week(week: str, words: Sequence[str]) -> Iterator[str]:
    """ "the 17th": the day of a week, such as 2023-W20, that has this number."""
    monday = date.fromisocalendar(int(week[:4]), int(week[-2:]), 1)
    numbered = {(monday + timedelta(days=n)).day: monday + timedelta(days=n) for n in range(7)}
    for word in words:
        found = _NUMBERED.fullmatch(word.lower())
        if found is not None and int(found[1]) in numbered:
            yield numbered[int(found[1])].isoformat()


def _week(iso: str) -> str | None:
    try:
        year, week, _ = date.fromisoformat(iso).isocalendar()
    except ValueError:
        return None
    return f"{year}-W{week:02}"


def place_of(tree: Tree, mention: Mention, places: Mapping[int, str]) -> str | None:
    """Where the meeting of a mention is held; `places` leads from tokens to the names of places they stand in."""
    head = mention.head
    candidates = [*tree.all_children(head, "nmod", "obl"), *tree.all_children(head, "compound")]
    verb = tree.heads[head]
    if tree.deps[head].partition(":")[0] in ("nsubj", "obj") and tree.lemmas[verb].lower() in meeting_words().setting:
        candidates += tree.all_children(verb, "obl")
    candidates += _opening_at(tree, head)
    if tree.lemmas[verb].lower() in meeting_words().calling:  # "invited them to Almaty for a conference"
        called = (c for c in tree.all_children(verb, "obl", "nmod") if c in places and tree.case(c) == "to")
        if (to := next(called, None)) is not None:
            return places[to]
    for child in candidates:
        if child in places and (tree.case(child) in PLACES or tree.deps[child] == "compound"):
            return places[child]
    after = mention.tokens[-1] + 1
    if tree.words[after : after + 1] == ["in"] and after + 1 in places:  # or on the verb: "left the talks in Lusaka"
        return places[after + 1]
    held = (t for t in mention.tokens if t in places and t > head and tree.case(t) == "in")
    return next((places[t] for t in held), None)  # the parse may hang "in Nairobi" on another noun of the phrase


def _opening_at(tree: Tree, head: int) -> list[int]:
    """ "a summit that was to open in Tashkent": the places in the clause that tells of it."""
    setting = meeting_words().setting
    below = [c for c in tree.all_children(head, "acl") if tree.lemmas[c].lower() in setting]
    below += [c for b in tuple(below) for c in tree.all_children(b, "xcomp")]
    return [o for b in below for o in tree.all_children(b, "obl")]
