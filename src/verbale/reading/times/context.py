"""What the words around an expression say: whether it is a time at all, and which way the text looks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .grammar import MONTHS
from .pieces import Pieces
from .values import Bound, Prefer
from .words import CALENDAR, words

WINDOW = 120  # code points of a sentence that are searched for its tense, on either side

_PREPOSITION = r"in|since|until|till|late|early|mid|by|from|before|after|between|through|during"
_BEFORE_MONTH = re.compile(rf"\b(?:{_PREPOSITION}|of|and|to|for)[\s-]\Z", re.IGNORECASE)
_BEFORE_MAY = re.compile(rf"\b(?:{_PREPOSITION})[\s-]\Z", re.IGNORECASE)
_BEFORE_YEAR = re.compile(
    rf"(?:\b(?:{_PREPOSITION}|of|to|for|the|a|this|that|his|her|their|its|our|my|your|pre|post|around|circa|"
    r"summer|spring|autumn|fall|winter|fiscal|year|\d{4},? (?:and|or))[\s-]|['’]s[ ]|s['’][ ]|\()\Z",
    re.IGNORECASE,
)
_BEFORE_SEASON = re.compile(r"\b(?:in|during|by|until|since|before|after|over|through)\s\Z", re.IGNORECASE)
_AFTER_FALL = re.compile(r"\s(?:of|in|from|to|for|by)\b")
_BOUND = re.compile(
    r"\b(since|after|following|before|until|till|by|from|ahead of)\s(?:the\s|late\s|early\s)?\Z", re.IGNORECASE
)
_BOUNDS: dict[str, Bound] = {
    "since": "since", "from": "since", "after": "after", "following": "after", "before": "before",
    "ahead of": "before", "until": "until", "till": "until", "by": "by",
}  # fmt: skip
_CLOCK_BEFORE = re.compile(
    r"\b(?:at|by|until|till|from|about|around|before|after|since|and|to|just)\s\Z", re.IGNORECASE
)
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr))(?<!\b(?:Mrs|Gov|Sen|Rep|Gen|Col|Lt\.|Rev))(?<!\b(?:Prof|Sept))"
    r"[.!?;…][\"”’')\]]?\s|[\n\r\u2028\u2029]"
)
_GIVEN_NAMES = frozenset({"april", "june", "august"})
_WORD = re.compile(r"[\w’']+")
_CURRENCY = frozenset("$£€¥₽#@/+&=_")


class Context:
    """One text, asked about the surroundings of its expressions."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._surname_may: bool | None = None

    def plausible(self, rule: str, start: int, end: int, pieces: Pieces) -> bool:
        """Whether an expression is a time here, and no name, verb or number of things."""
        if start and self.text[start - 1] in _CURRENCY:
            return False
        if self._in_name(start, end):
            return False
        check = getattr(self, f"_{rule}", None)
        return True if check is None else bool(check(start, end, pieces))

    def bound(self, start: int) -> Bound | None:
        """The preposition before an expression that makes it a beginning or an end."""
        match = _BOUND.search(self.text[max(0, start - 20) : start])
        return _BOUNDS[match[1].lower()] if match else None

    def between(self, start: int) -> bool:
        """Whether "between" stands before an expression, so that its "and" is a "to"."""
        return self._before(start).lower().endswith(("between ", "between the "))

    def tense(self, start: int, end: int) -> Prefer | None:
        """Which way the sentence looks: by the last such word before the expression, or else the first after it."""
        before, cut = self.text[max(0, start - WINDOW) : start], 0
        for mark in _SENTENCE_END.finditer(before):
            if not before[mark.end() : mark.end() + 1].islower():
                cut = mark.end()
        found = list(_tenses(before[cut:]))
        if found:
            return found[-1]
        after = _SENTENCE_END.split(self.text[end : end + WINDOW], maxsplit=1)[0]
        return next(_tenses(after), None)

    def _in_name(self, start: int, end: int) -> bool:
        names = words().names
        for match in CALENDAR.finditer(self.text, start, end):
            for offset, name in names.get(match.group(), ()):
                if self.text.startswith(name, match.start() - offset) and match.start() >= offset:
                    return True
        return False

    def _counted(self, end: int) -> bool:
        return words().counted.match(self.text, end) is not None

    def _before(self, start: int, length: int = 16) -> str:
        return self.text[max(0, start - length) : start]

    def _next_is_capital(self, end: int) -> bool:
        return self.text[end : end + 1] == " " and self.text[end + 1 : end + 2].isupper()

    def _month_day(self, start: int, end: int, p: Pieces) -> bool:
        return not (p["month"] in MONTHS and not p["year"] and self._counted(end))

    def _month(self, start: int, end: int, p: Pieces) -> bool:
        """A month without a day: May, March and the given names among them need a word that says so."""
        month, before = (p["month"] or "").lower(), self._before(start)
        if p["year"] or p["turn"] or p["which"] or p["when"] or p["edge"] or p["month2"]:
            return not (month == "may" and p["which"] and self._is_surname_may())
        if month == "march":
            return bool(_BEFORE_MAY.search(before))
        if month == "may":
            return bool(_BEFORE_MAY.search(before)) and not self._is_surname(start, end)
        if month.endswith("."):
            return bool(_BEFORE_MONTH.search(before))
        return month not in _GIVEN_NAMES or bool(_BEFORE_MONTH.search(before)) or not self._looks_like_name(start, end)

    def _is_surname(self, start: int, end: int) -> bool:
        """Whether "May" is the person May: somebody in the text is, and no "in" stands before it."""
        in_may = self._before(start).lower().endswith("in ") and self.text[end : end + 2] not in ("'s", "’s")
        return self._is_surname_may() and not in_may

    def _looks_like_name(self, start: int, end: int) -> bool:
        previous = self._before(start, 40).split()
        return self._next_is_capital(end) or bool(previous and previous[-1][0].isupper())

    def _is_surname_may(self) -> bool:
        if self._surname_may is None:
            self._surname_may = words().may_before.search(self.text) is not None
        return self._surname_may

    def _year(self, start: int, end: int, p: Pieces) -> bool:
        if p["edge"] or p["when"]:
            return True
        before = self._before(start)
        if p["to"] or p["short"]:
            return before[-1:] not in ("-", ".", ",", ":", "–")
        if self._counted(end) or self.text[end : end + 1] in ("-", "–", "/"):
            return False
        return before[-1:] not in (".", ",") and bool(_BEFORE_YEAR.search(before))

    def _season(self, start: int, end: int, p: Pieces) -> bool:
        """Spring, summer, autumn and winter with a year, "last" or "the" before them; a fall is not always autumn."""
        if p["year"] or p["turn"]:
            return True
        which, season = (p["which"] or "").lower(), (p["season"] or "").lower()
        if which == "the" and not _BEFORE_SEASON.search(self._before(start)):
            return False
        if season in ("fall", "spring") and _AFTER_FALL.match(self.text, end):
            return False
        return bool(which) or bool(p["when"])

    def _near(self, start: int, end: int, p: Pieces) -> bool:
        """A capital inside a sentence makes "Today" a name: a newspaper or a programme."""
        if not self.text[start].isupper() or not (p["day"] or "").istitle():
            return True
        before = self._before(start, 4).rstrip(" ")
        return not before or not (before[-1].isalnum() or before[-1] in ",'’")

    def _clock(self, start: int, end: int, p: Pieces) -> bool:
        if p["hour24"] and not p["zone24"]:
            return bool(_CLOCK_BEFORE.search(self._before(start)))
        return self.text[start - 1 : start] not in (":", ".", "-") if start else True

    def _unit(self, start: int, end: int, p: Pieces) -> bool:
        turn = (p["turn"] or p["turn2"] or "").lower()
        return not (turn == "the same" and self.text[end : end + 3] == " as")

    def _numeric(self, start: int, end: int, p: Pieces) -> bool:
        return self.text[start - 1 : start] not in ("-", ".", ",", "%") if start else True


_DETERMINERS = frozenset("the a an its their his her our this that these those any some no each every".split())


def _tenses(text: str) -> Iterator[Prefer]:
    """Which way each word or phrase looks that looks anywhere; "May" is a month or a person."""
    table, end, small, before, word = words(), 0, text.lower(), "", ""
    for match in _WORD.finditer(small):
        before, word = word, match.group()
        if match.start() < end or (word == "may" and text.startswith("May", match.start())):
            continue
        phrase = table.phrase.match(small, match.start()) if word in table.heads else None
        if phrase:
            end = phrase.end()
            yield "future"
        elif word in table.past or (len(word) > 4 and word.endswith("ed") and before not in _DETERMINERS):
            yield "past"
