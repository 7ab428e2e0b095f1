"""The meetings of an article: which phrases mean one, and which mean the same one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Mapping, Sequence

from verbale.record import Span

from ..lexicon.meetings import meeting_words
from ..stance.spoken import Spoken
from ..times import Time
from ..tree import Tree
from .days import by_sentence, date_of, sharpen
from .draft import Draft, days_apart, sharper
from .mention import INDEFINITE, Mention, name_of, worth, worth_of_name
from .placing import place_of
from .told import told_by_verb
from .writing import state

NEAR = 6  # sentences over which a bare "the talks" looks back
NEXT = 21  # days by which two accounts of one day may differ
FAR = 20  # the same, where only one meeting has been spoken of


def find_meetings(
    tree: Tree, times: Sequence[Time], places: Mapping[int, str], outside: frozenset[int] = frozenset(),
    named: Container[int] = frozenset(), published: dt.date | None = None, spoken: Spoken | None = None,
    seen: Container[int] = frozenset(),
) -> list[Draft]:  # fmt: skip
    """Meetings in the order of the text; `places` leads from tokens to the names of places they stand in.

    Tokens `outside` the article (boilerplate) name none; `named` holds the tokens that name actors, `seen` the nouns
    that mean a meeting as the model sees it.
    """
    found: list[Draft] = []
    days = by_sentence(tree, times, published)
    for token in range(len(tree.words)):
        if token in outside:
            continue
        told = told_by_verb(tree, token, places, days, named)
        if told is not None:
            _take(found, told)
        elif _means_one(tree, token) or token in seen:
            mention = Mention(tree, token, places)
            date = date_of(tree, mention, days.get(tree.sentence[token], ()))
            _place(tree, found, mention, date, place_of(tree, mention, places), spoken)
    sharpen(tree, found, days)
    return found


def _take(found: list[Draft], told: Draft) -> None:
    """A meeting that a verb tells of is one before, if it is on the same day or at the same place."""
    home = next((d for d in found if d.matches(told.date, told.place)), None)
    if home is None:
        found.append(told)
        return
    home.heads += told.heads
    home.spans += told.spans
    home.date, home.place = sharper(home.date, told.date), home.place or told.place


def _place(
    tree: Tree, found: list[Draft], mention: Mention, date: str | None, place: str | None, spoken: Spoken | None
) -> None:  # fmt: skip
    """Joins a mention to the meeting it means, or begins one."""
    home = _home(tree, mention, [d for d in found if not d.differs(date, place)], date, place)
    if home is None and (told := _told_otherwise(tree, mention, found, date, place, spoken)) is not None:
        told.heads.append(mention.head)
        told.spans.append(Span(*mention.span))
        told.otherwise.append(mention.head)
        return
    if home is None:
        unsure = not (mention.is_told or date or place)
        if mention.is_general or (unsure and not (mention.is_definite or mention.apart)):
            return
        home = Draft(unsure=unsure)
        found.append(home)
    home.heads.append(mention.head)
    home.spans.append(Span(*mention.span))
    home.words |= mention.words
    home.kinds.add(mention.kind)
    home.unsure = home.unsure and not (mention.is_told or date or place)
    if not home.name or (mention.words and worth(mention) > worth_of_name(home.name)):
        home.name = name_of(tree, mention)
    home.date, home.place = sharper(home.date, date), home.place or place
    if date is not None:
        home.dated.append(mention.head)


def _told_otherwise(
    tree: Tree, mention: Mention, found: Sequence[Draft], date: str | None, place: str | None, spoken: Spoken | None
) -> Draft | None:  # fmt: skip
    """The meeting for which another speaker names another day; not one that is moved, nor the next of a series."""
    speaker = spoken.speaker(mention.head) if spoken is not None else None
    if spoken is None or speaker is None or mention.apart or not mention.is_definite:
        return None
    for draft in found:
        named = bool(draft.words & mention.words) or (mention.is_bare and mention.kind in draft.kinds)
        told = {spoken.speaker(t) for t in draft.dated}
        near = (days_apart(draft.date, date) or NEXT + 1) <= NEXT
        if not named or not near or draft.differs(None, place):
            continue
        moved = state(tree, draft) in ("postponed", "cancelled", "held") or _is_moved(tree, mention.head)
        if not moved and told and not told & {None, speaker}:
            return draft
    return None


def _is_moved(tree: Tree, head: int) -> bool:
    """ "put the talks back to 14 June"."""
    return state(tree, Draft([head])) in ("postponed", "cancelled", "held")


def _means_one(tree: Tree, token: int) -> bool:
    """ "round" of "round of talks" is a mention of its own; "talks" in "talks venue", "press conference" none."""
    lemma, words = tree.lemmas[token].lower(), meeting_words()
    if not tree.tags[token].startswith("NN") or tree.deps[token] == "compound":
        return False
    if _is_paired(tree, token):
        return True
    if lemma in words.chambers:
        return _is_left(tree, token)
    if lemma not in words.nouns or (lemma in words.calls and not _is_a_call(tree, token)):
        return False
    if lemma == "briefing" and tree.lemmas[tree.heads[token]] in ("tell", "say"):  # of the press
        return False
    before = tree.words[token - 1].lower() if token else ""
    above = tree.lemmas[tree.heads[token]].lower()
    of_another = tree.deps[token] == "nmod" and above in words.nouns
    return not of_another and before not in ("press", "news", "under") and tree.case(token) != "under"


def _is_paired(tree: Tree, token: int) -> bool:
    """ "a town hall", "an annual dinner"; "the town hall" is the building."""
    two = " ".join((*tree.words[max(0, token - 1) : token], tree.lemmas[token])).lower()
    room = tree.lemmas[token].lower() in meeting_words().rooms
    first = {tree.words[c].lower() for c in tree.all_children(token, "det")}
    return two in meeting_words().nouns and not (room and not first & INDEFINITE)


def _is_left(tree: Tree, token: int) -> bool:
    """ "walked out of a committee": what is left in protest is sitting."""
    verb = tree.heads[token]
    return tree.deps[token].startswith("obl") and tree.lemmas[verb] in ("walk", "storm")


def _is_a_call(tree: Tree, token: int) -> bool:
    """A call is a meeting where it is held, joined, next, by video, or between some; others are demands."""
    lead = {tree.lemmas[c].lower() for c in tree.all_children(token, "compound", "amod")}
    if lead & {"video", "phone", "telephone", "conference", "next", "last", "weekly", "monthly", "secure"}:
        return True
    if any(tree.case(c) in ("between", "with") for c in tree.all_children(token, "nmod")):
        return True
    return tree.deps[token] == "obj" and tree.lemmas[tree.heads[token]] in ("join", "hold", "attend", "skip", "miss")


def _home(
    tree: Tree, mention: Mention, found: Sequence[Draft], date: str | None, place: str | None
) -> Draft | None:  # fmt: skip
    """The meeting before that a phrase means: one that shares a telling word, or, for "the talks", the last one."""
    if mention.apart:
        told = bool(date or place)
        unsure = (d for d in found if d.unsure and not told and mention.kind in d.kinds)
        same = (d for d in found if date and d.matches(date, place))
        return next(same, next(unsure, None))
    shared = [d for d in found if d.words & mention.words]
    if shared:
        return max(shared, key=lambda d: (len(d.words & mention.words), d.heads[-1]))
    def within(sentences: int) -> list[Draft]:
        return [d for d in found if tree.sentence[mention.head] - tree.sentence[d.heads[-1]] <= sentences]

    if mention.is_bare and mention.determiner not in INDEFINITE:
        alike = [d for d in within(FAR) if mention.kind in d.kinds]
        near = alike or within(FAR if len(found) == 1 else NEAR)
        if near:
            return max(near, key=lambda d: d.heads[-1])
    if mention.is_definite and (date or place):
        return next((d for d in found if d.matches(date, place)), None)
    return None
