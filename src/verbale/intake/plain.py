"""What a plain text says of itself above its first paragraph: its headline, and the day of its publication.

The text stays as it is; both are read off its first lines. A headline is a short first line without a full stop,
with a blank line, a byline, a dateline or a date beneath it. A day counts only when year, month and day are all
there, in a line of its own ("Published: 3 March 2025"), behind a byline, or in a dateline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.intake.html import Page
from verbale.record import Note

_LOOKED_AT = 4_000  # code points
_MOST_LINES = 12
_FEWEST_WORDS, _MOST_WORDS, _LONGEST = 3, 22, 160
_PROSE_WORDS = 8
_PARAGRAPH = 120  # code points: longer lines are not broken at a column

_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_ENDED = re.compile(r"[.!?…][\"”’')\]]*$")
_OPEN = re.compile(r"[\w)%\"”’'?!]$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ \xa0](?P<month>{_MONTH}),?[ \xa0](?P<year>\d{{4}})"
    rf"|(?P<month2>{_MONTH})[ \xa0](?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?[ \xa0](?P<year2>\d{{4}})"
    r"|(?P<year3>\d{4})-(?P<month3>\d\d)-(?P<day3>\d\d))(?!\d)"
)
_WEEKDAY = r"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?,?[ \xa0])?"
_LABEL = r"(?:first |originally |last )?(?P<label>published|posted|issued|released|updated|modified|dated?)(?: on| at)?"
_LEAD = r"(?:by [^|\n]{3,80}?|[^()|\n]{0,40}\([^()\n]{2,40}\)|[^|·•\n]{2,40}(?= ?[|·•]))[ \xa0,|·•–—-]{1,4}"
_CLOCK = r"[ \xa0,|·•–—-]*(?:(?:at )?\d{1,2}[:.h]\d\d[^.!?]{0,40}|T\d\d:\d\d[\d:.Z+-]*)?(?:[|·•][^.!?]{0,40})?"
_DATE_LINE = re.compile(rf"(?:{_LEAD})?(?:{_LABEL}[ \xa0:|]*)?{_WEEKDAY}{_DATE}{_CLOCK}", re.IGNORECASE)
_DATELINE = re.compile(
    r"(?:[^\W\d_a-z]{2}|\([^()\n]{2,40}\)|[A-Z][^\n()\"“”.]{1,40}[(/])[^\n\"“”]{0,70}?"
    r"(?<=[)\w./])[ \xa0]?(?:-{1,2}|_|–|—)[ \xa0]"
)
_FULL_DATE = re.compile(_DATE, re.IGNORECASE)
_BYLINE = re.compile(r"(?:By|BY|by) [^\W\d_a-z].{2,118}[^.!?:;,]")
_ITEM = re.compile(r"[-–—•·*>#]|\d{1,3}[.)]\s")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    apart: bool  # a blank line stands before it

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def is_prose(self) -> bool:
        return self.words >= _PROSE_WORDS and _ENDED.search(self.text[-8:]) is not None

    @property
    def is_head(self) -> bool:
        """Whether it is a byline or a date, or begins with a dateline."""
        return bool(_BYLINE.fullmatch(self.text) or _DATE_LINE.fullmatch(self.text) or _DATELINE.match(self.text))


def read_plain(text: str) -> Page:
    """A plain text, kept as it is, with the headline and the ISO date that stand above its first paragraph, if any."""
    lines = list(_lines(text))
    day = _published(lines)
    return Page(text, _headline(lines), None, day, None, () if day is None else (_taken(day),))


def _taken(day: str) -> Note:
    message = f"The publication date {day} was taken from the head of the text; if it is another, give --published."
    return Note("date-from-text", None, message)


def _lines(text: str) -> Iterator[_Line]:
    """The first lines that are not blank; of a text cut off in the last of them, what was seen."""
    apart = False
    for count, line in enumerate(_BREAK.split(text[:_LOOKED_AT])):
        if line.strip():
            yield _Line(line.strip(), apart)
        apart = not line.strip()
        if count >= 2 * _MOST_LINES:
            return


def _headline(lines: Sequence[_Line]) -> str | None:
    if len(lines) < 2 or not _is_short_and_open(lines[0]):
        return None
    first, second = lines[:2]
    if second.is_head:
        return first.text
    if first.text[-1] in "?!" or not any(line.is_prose or line.is_head for line in lines[1:5]):
        return None
    long = second.is_prose and len(second.text) > max(_PARAGRAPH, len(first.text)) and not second.text[0].islower()
    return first.text if second.apart or long else None


def _is_short_and_open(line: _Line) -> bool:
    """Whether it can be a headline: some words that begin with no small letter and end in no stop."""
    text = line.text
    if not _FEWEST_WORDS <= line.words <= _MOST_WORDS or len(text) > _LONGEST or line.is_head:
        return False
    if text[0].islower() or _ITEM.match(text) or not _OPEN.search(text):
        return False
    quoted = text[0] in "\"“'‘«" and text[-1] in "\"”'’»"
    return not quoted and (text[-1] in "?!" or _ENDED.search(text[-3:]) is None)


def _published(lines: Sequence[_Line]) -> str | None:
    """The first day above the first paragraph that is no day of an update, else that, else the dateline's."""
    found: dict[bool, str] = {}
    for line in lines[:_MOST_LINES]:
        match = _DATE_LINE.fullmatch(line.text)
        day = _day(match) if match else None
        if match and day:
            found.setdefault((match["label"] or "").lower() in ("updated", "modified"), day)
        elif line.is_prose:
            return found.get(False) or found.get(True) or _in_dateline(line)
    return found.get(False) or found.get(True)


def _in_dateline(line: _Line) -> str | None:
    lead = _DATELINE.match(line.text)
    match = _FULL_DATE.search(lead.group()) if lead else None
    return _day(match) if match else None


def _day(match: re.Match[str]) -> str | None:
    year, month, day = (match[name] or match[f"{name}2"] or match[f"{name}3"] for name in ("year", "month", "day"))
    number = int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
