"""What each unit of a text is: by its wording first, then by where it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from statistics import median
from typing import Literal

from .bylines import is_byline, is_signed
from .furniture import furniture
from .lines import Unit

Kind = Literal["body", "headline", "byline", "heading", "furniture", "other headline"]
BOILERPLATE: frozenset[Kind] = frozenset({"furniture", "other headline"})

_TOP = 8  # units from the beginning in which a byline may stand, and 3 from the end
_PROSE_WORDS, _MIN_PROSE = 8, 3
_LONGEST_HEADLINE, _LONGEST_HEADING = 16, 6
_LONGEST_RUN = 2
_PARAGRAPH = 60  # code points; the lines of verse are shorter

_LABEL = re.compile(r"(?P<label>[^:.!?“”\"]{1,40}): (?=\S)")
_QUOTED_FIRST = re.compile(r"[“‘'\"][^“”\"]{3,80}[”’'\"](?:: | – | — |, (?:says|say) )\S")
_ITEM = re.compile(r"(?:[-–—•·*▪●■◦‣>]|\(?\d{1,3}[.)]\s|\(?[a-zA-Z][.)]\s)")
_REPORTED_LAST = re.compile(r"\b(?:said|says|added|told \w+|asked|replied|wrote|explained|continued|noted)$")


def kinds(units: list[Unit], headline: str | None) -> list[Kind]:
    """The kind of each unit, in order."""
    found = _by_wording(units, headline)
    _under_labels(units, found)
    if _is_prose(units, found):
        _by_place(units, found)
    return found


def _by_wording(units: list[Unit], headline: str | None) -> list[Kind]:
    own, table, found = _plain(headline or ""), furniture(), list[Kind]()
    first_prose = next((n for n, unit in enumerate(units) if _is_paragraph(unit)), len(units))
    for number, unit in enumerate(units):
        if own and number < _TOP and _plain(unit.text) == own:
            found.append("headline")
        elif table.is_furniture(unit.text, unit.words):
            found.append("furniture")
        else:
            found.append("byline" if _is_byline(unit, number, first_prose, len(units)) else "body")
    return found


def _is_byline(unit: Unit, number: int, first_prose: int, count: int) -> bool:
    if number < min(first_prose, _TOP) and is_signed(unit.text):
        return True
    return (number < _TOP or number >= count - 3) and is_byline(unit.text)


def _under_labels(units: list[Unit], found: list[Kind]) -> None:
    """A label such as "Related stories" and the headlines under it, up to the next paragraph."""
    table, labelled = furniture(), False
    for number, unit in enumerate(units):
        if found[number] == "body" and table.is_label(unit.text):
            labelled = _has_list_below(units, number)
            found[number] = "furniture" if labelled else "body"
        elif labelled:
            labelled = found[number] != "body" or _is_listed(unit)
            if labelled and found[number] == "body":
                found[number] = "other headline"


def _has_list_below(units: list[Unit], number: int) -> bool:
    return number + 1 < len(units) and _is_listed(units[number + 1])


def _is_listed(unit: Unit) -> bool:
    """Whether it can be a headline in a list: short, and no sentence."""
    return unit.words <= _LONGEST_HEADLINE and not unit.ends_sentence and not unit.text[0].islower() and unit.words > 2


def _is_paragraph(unit: Unit) -> bool:
    return unit.words >= _PROSE_WORDS and unit.ends_sentence


def _is_prose(units: list[Unit], found: list[Kind]) -> bool:
    """Whether the text is a run of paragraphs, most of which end as sentences do."""
    own = [unit for unit, kind in zip(units, found, strict=True) if kind == "body" and unit.has_letters]
    prose = [unit for unit in own if _is_paragraph(unit)]
    ending = sum(unit.ends_sentence for unit in own)
    if len(prose) < _MIN_PROSE or ending * 3 < len(own) * 2 or _is_transcript(own):
        return False
    return median(len(unit.text) for unit in prose) >= _PARAGRAPH


def _is_transcript(units: list[Unit]) -> bool:
    """Whether somebody's name and a colon stand before several lines."""
    labels = Counter(match["label"] for unit in units if (match := _LABEL.match(unit.text)))
    return any(count > 2 for count in labels.values())


def _by_place(units: list[Unit], found: list[Kind]) -> None:
    """Short runs of lines between paragraphs: headlines of other stories and subheadings."""
    candidate = [kind == "body" and _is_candidate(unit) for unit, kind in zip(units, found, strict=True)]
    shown = [number for number, kind in enumerate(found) if kind == "body" and units[number].has_letters]
    for run in _runs(shown, candidate):
        before, after = run[0] - 1, run[-1] + 1
        if before < 0 or after >= len(shown) or len(run) > _LONGEST_RUN:
            continue
        if _stand_between(units[shown[before]], units[shown[after]]):
            for place in run:
                found[shown[place]] = _candidate_kind(units[shown[place]])


def _runs(shown: list[int], candidate: list[bool]) -> Iterator[list[int]]:
    """Places in `shown` of candidates that follow each other."""
    for is_run, places in groupby(range(len(shown)), key=lambda place: candidate[shown[place]]):
        if is_run:
            yield list(places)


def _stand_between(before: Unit, after: Unit) -> bool:
    """Whether the units on both sides are paragraphs; neither leads into the lines between or goes on from them."""
    both = before.ends_sentence and (after.ends_sentence or after.words > _LONGEST_HEADLINE)
    return both and not after.text[0].islower() and before.words + after.words >= 2 * _PROSE_WORDS


def _candidate_kind(unit: Unit) -> Kind:
    label = _LABEL.match(unit.text)
    if unit.words > _LONGEST_HEADING or (label and unit.words > 4):
        return "other headline"
    return "body" if label else "heading"


def _is_candidate(unit: Unit) -> bool:
    """Whether it looks like a headline: short, open at its end, no list item, quotation or sentence cut short."""
    text = unit.text
    if unit.words > _LONGEST_HEADLINE or len(text) > 160 or unit.closed or len(unit.lines) > 2:
        return False
    if text[0].islower() or not unit.has_letters or _ITEM.match(text) or _REPORTED_LAST.search(text):
        return False
    return _quotes_fit(text) and not _is_cut_short(text) and not _is_speech(text)


def _quotes_fit(text: str) -> bool:
    """Whether quotation marks are paired, and a quotation at the beginning leads a headline."""
    if text.count("“") != text.count("”") or text.count('"') % 2:
        return False
    return text[0] not in "“\"‘'«„" or bool(_QUOTED_FIRST.match(text))


def _is_cut_short(text: str) -> bool:
    """Whether it is rather a sentence that lost its full stop: "He declined to comment"."""
    words = text.split()
    if words[0].strip("’'").lower() not in furniture().sentence_starts:
        return False
    long = [word for word in words[1:] if len(word) > 3]
    return sum(word[0].isupper() for word in long) * 10 < len(long) * 7


def _is_speech(text: str) -> bool:
    """Whether it is a line of a transcript: "SMITH: No", "Q: Why"."""
    label = _LABEL.match(text)
    rest = text[label.end() :] if label else ""
    return bool(label and (label["label"].isupper() or len(label["label"]) < 3) and not rest.isupper())


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
