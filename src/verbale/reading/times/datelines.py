"""Datelines: the place, the day and the agency with which a report begins.

"MUSCAT, March 12 (Gulf Courier) — ", "GENEVA — ", "LONDON (AP) — ", "Lima (Andes Wire) - ", "/TASS/".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice

from verbale.record import Span

from .finding import find_times

_LINES_SEARCHED = 12
_UPPER = r"[^\W\d_a-z][^\W\d_a-z]+(?:['’.][^\W\d_a-z]+){0,3}\.?"
_PLACE = rf"{_UPPER}(?:[ /-]{{1,2}}{_UPPER}){{0,4}}"
_TITLE = r"[A-Z][\w'’.-]{1,20}(?:[ /][A-Z][\w'’.-]{1,20}){0,3}"
_DATE = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ])?"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}|"
    r"\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?)(?:,? \d{4})?\.?"
)
_AGENCY = r"(?:\((?P<agency>[^()\n]{2,40})\)\.?|/(?P<slashed>[^/\n]{2,30})/\.?)"
_DASH = r"[ \xa0]*(?:-{1,3}(?=[ \xa0])|_(?=[ \xa0])|–|—)"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE}|{_TITLE}(?=(?:, {_TITLE})?(?:,? ?{_DATE})? ?[(/]))"
    rf"(?P<region>, (?:D\.C\.|(?!{_DATE}){_TITLE}))?(?:,? (?P<date>{_DATE}),?)?"
    rf"(?: ?{_AGENCY})?(?P<dash>{_DASH})?[ \xa0]*"
)
_AGENCY_ALONE = re.compile(rf"\((?P<agency>[^()\n]{{2,40}})\){_DASH}[ \xa0]*")
_NO_PLACE = re.compile(
    r"(?:WATCH|VIDEO|PHOTOS?|BREAKING|UPDATED?|EXCLUSIVE|LIVE|ANALYSIS|OPINION|READ|NEWS|WORLD|FILE|CORRECTION|MORE|ALSO)\b"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a report comes from.

    Attributes:
        span: The whole dateline with its dash, code points, half open; the report begins at its end.
        place: The place as written, "MUSCAT"; null where only an agency stands there.
        date: The day as an ISO 8601 date; null where none is written or its year is open.
        agency: The agency as written, "AP".
    """

    span: Span
    place: str | None
    date: str | None
    agency: str | None


def dateline(text: str, published: date | None = None) -> Dateline | None:
    """The dateline at the beginning of one of the first lines; null where there is none."""
    for line in islice(re.finditer(r"[^\n\r]+", text), _LINES_SEARCHED):
        start = line.start() + len(line.group()[:40]) - len(line.group()[:40].lstrip())
        match = _DATELINE.match(text, start, line.end())
        if match and _is_dateline(text, match, line.end()):
            return _dateline(match, match["place"], published)
        alone = _AGENCY_ALONE.match(text, start, line.end())
        if alone and alone.end() < line.end():
            return Dateline(Span(*alone.span()), None, None, alone["agency"])
    return None


def _is_dateline(text: str, match: re.Match[str], line_end: int) -> bool:
    """Capitals and a dash, or an agency; a text has to follow, and not in capitals like a headline."""
    rest = text[match.end() : min(line_end, match.end() + 40)].split()
    if not rest or _NO_PLACE.match(match["place"]):
        return False
    agency = match["agency"] or match["slashed"]
    if not match["dash"]:
        return bool(match["slashed"]) and bool(match["date"])
    headline = len(match["place"]) < 4 or (len(rest[0]) > 1 and rest[0].isupper() and rest[-1].isupper())
    return bool(agency or match["date"]) or not headline


def _dateline(match: re.Match[str], place: str, published: date | None) -> Dateline:
    times = find_times(match["date"] or "", published)
    value = times[0].value if times else None
    return Dateline(Span(*match.span()), place, value, match["agency"] or match["slashed"])
