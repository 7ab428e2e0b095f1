"""The day of a meeting, from its own phrase or from the verb on which that hangs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .. import lexicon
from ..lexicon.meetings import meeting_words
from ..times import Time, plain, resolve
from ..tree import Tree
from .draft import Draft, parts_of, week_of
from .mention import Mention
from .placing import opening

_NUMBERED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_NO_DAYS = ("duration", "set", "year", "decade", "century")
_PRESENT = ("VBZ", "VBP")
_OF_PHRASES = frozenset({"ADP", "PROPN", "PUNCT", "DET", "NOUN", "ADJ", "PART", "CCONJ"})
_OPENING = frozenset({"resume", "open", "start", "begin", "continue"})
_REACH = 8  # tokens between a meeting and its day in one phrase


@dataclass(frozen=True, slots=True)
class Day:
    """A time that can be the day of a meeting: its first token and its head, its ISO date.

    `coming` is the date if the meeting is still to come: the "Thursday" to which somebody has called others; `past`
    says that the date as read is before publication.
    """

    first: int
    head: int
    iso: str
    coming: str
    past: bool


Days = Mapping[int, Sequence[Day]]


def by_sentence(tree: Tree, times: Sequence[Time], published: date | None) -> dict[int, list[Day]]:
    """Days by the numbers of their sentences."""
    found: dict[int, list[Day]] = {}
    for time in times:
        tokens = tree.tokens(*time.span)
        if tokens and time.iso is not None and time.kind not in _NO_DAYS:
            past = published is not None and time.iso < published.isoformat()[: len(time.iso)]
            coming = _coming(tree, time, published) or time.iso
            day = Day(tokens[0], tree.head_of(tokens), time.iso, coming, past)
            found.setdefault(tree.sentence[tokens[0]], []).append(day)
    return found


def _coming(tree: Tree, time: Time, published: date | None) -> str | None:
    """The next such weekday."""
    text = tree.text[time.span.start : time.span.end]
    if time.kind not in ("date", "time") or not _WEEKDAY.match(text):
        return None
    value = resolve(text, published, "future")
    return plain(value) if value is not None else None


def date_of(tree: Tree, mention: Mention, days: Sequence[Day]) -> str | None:
    """A day on the meeting's phrase or right behind it, or on the verb whose subject or object it is."""
    head = mention.head
    day = _hung(tree, head, days) or _right_behind(tree, mention, days) or _before_when(tree, head, days)
    return None if day is None else _moved_to(tree, head, when(tree, head, day))


def _moved_to(tree: Tree, head: int, iso: str) -> str:
    """ "moved the summit from 18 March to 25 March" tells a new day, not one from the 18th to the 25th."""
    moved = {tree.lemmas[t].lower() for t in (tree.heads[head], head)} & meeting_words().moving
    return iso.partition("/")[2] if moved and "/" in iso else iso


def _before_when(tree: Tree, head: int, days: Sequence[Day]) -> Day | None:
    """ "on July 9, when a public forum is held"."""
    mark = next((c for c in tree.children[tree.heads[head]] if tree.lemmas[c].lower() == "when"), None)
    if mark is None or not tree.deps[head].startswith("nsubj"):
        return None
    return next((d for d in days if 0 < mark - d.head <= 2), None)


def when(tree: Tree, head: int, day: Day) -> str:
    """The date of a meeting on a day, by whether it is told as still to come."""
    verb = tree.heads[day.head]
    opens = tree.tags[verb] in ("VB", *_PRESENT) and tree.lemmas[verb].lower() in meeting_words().setting
    return day.coming if opens or _is_opening(tree, head) or _is_to_come(tree, head) else day.iso


def _is_opening(tree: Tree, head: int) -> bool:
    """ "Talks resume in Geneva on Thursday": the parse may take the verb for a noun."""
    root = tree.heads[head] == head
    return root and any(tree.lemmas[c].lower() in _OPENING and tree.tags[c] == "NN" for c in tree.children[head])


def _is_to_come(tree: Tree, head: int) -> bool:
    """ "has called them to a meeting on Thursday", "They gather in Lima on Thursday": to come, whatever the tense."""
    words, at = meeting_words(), head
    if tree.case(head) in ("at", "in", "during", "after", "following", "before"):
        return False
    for _ in range(3):
        lemma = tree.lemmas[at].lower()
        if tree.pos[at] in ("VERB", "NOUN") and (lemma in words.calling or lemma in words.ahead):
            return True
        if tree.pos[at] == "VERB":
            return tree.tags[at] in _PRESENT and (lemma in words.setting or lemma in words.travelling)
        at = tree.heads[at]
    return False


def _hung(tree: Tree, head: int, days: Sequence[Day]) -> Day | None:
    governors = {head}
    verb = tree.heads[head]
    if tree.relations[head] in ("nsubj", "obj", "obl", "nmod") and tree.pos[verb] in ("VERB", "NOUN"):
        governors.add(verb)
    if tree.pos[verb] == "NUM" or tree.child(head, "cop") is not None:
        governors.add(verb)
    clauses = opening(tree, head)
    found = (d for d in days if _hangs(tree, d.head, governors, head) or tree.heads[d.head] in clauses)
    return min(found, key=lambda d: abs(d.first - head), default=_said_to_be(tree, head, days))


def _said_to_be(tree: Tree, head: int, days: Sequence[Day]) -> Day | None:
    """ "Their next call is on 26 June": the day is what is said of it."""
    return next((d for d in days if tree.child(d.head, "nsubj") == head and tree.child(d.head, "cop")), None)


def _hangs(tree: Tree, token: int, governors: set[int], head: int) -> bool:
    """Whether a time depends on the meeting or its verb; a verb of saying has times of its own."""
    above = tree.heads[token]
    setting = meeting_words().setting | meeting_words().travelling
    if above == head or (above in governors and tree.lemmas[above].lower() in setting):
        return True
    return tree.heads[above] == head


def _right_behind(tree: Tree, mention: Mention, days: Sequence[Day]) -> Day | None:
    """ "skipped the summit in Cairo on Monday": the parse may hang the day on the verb.

    A verb of saying or answering keeps a day that is past for itself.
    """
    day = next((d for d in days if d.first > mention.head), None)
    if day is None or not _is_one_phrase(tree, range(mention.head + 1, day.first)):
        return None
    verb = tree.lemmas[tree.heads[day.head]].lower()
    own = verb in meeting_words().answering or lexicon.cues().find([verb], "verb") is not None
    return None if own and day.past and not _is_to_come(tree, mention.head) else day


def _is_one_phrase(tree: Tree, between: range) -> bool:
    """Whether no more than names and prepositions stand between a meeting and its day."""
    return len(between) <= _REACH and all(tree.pos[t] in _OF_PHRASES for t in between)


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
            known = [d.iso for d in times if week_of(d.iso) == draft.date]
            draft.date = next(iter([*known, *_in_week(draft.date, tree.words[first:end])]), draft.date)


def _in_week(week: str, words: Sequence[str]) -> Iterator[str]:
    """ "the 17th": the day of a week, such as 2023-W20, that has this number."""
    monday = date.fromisocalendar(int(week[:4]), int(week[-2:]), 1)
    numbered = {(monday + timedelta(days=n)).day: monday + timedelta(days=n) for n in range(7)}
    for word in words:
        found = _NUMBERED.fullmatch(word.lower())
        if found is not None and int(found[1]) in numbered:
            yield numbered[int(found[1])].isoformat()
