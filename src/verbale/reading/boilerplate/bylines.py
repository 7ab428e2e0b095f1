"""Lines that name the writer of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .furniture import furniture

_MOST_WORDS = 16
_BY = re.compile(r"(?:By|BY|by|Written by|Words by|Story by|Text by)[ \xa0]+(?P<rest>\S.*)")
_AFTER_NAMES = re.compile(r"[ ]*(?:\||[–—]| - |/|,? (?:for|in|at|of) ).*")
_BETWEEN_NAMES = re.compile(r",? and |,? & |, ")
_SIGNED = re.compile(r"(?P<name>[^,|–—]{5,40})(?:, | \| | [–—-] )(?P<after>[^,]{2,40}(?:, [^,]{2,30})?)")
_PARTICLES = frozenset(
    "de da do dos del della der den di du el al la le van von bin ibn ben bint ter ten zu af av y e".split()
)
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december contrast comparison law then now".split()
)


def is_byline(line: str) -> bool:
    """Whether it is "By Jane Doe", "By Jane Doe and Joe Bloggs, Staff writer"."""
    match = _BY.fullmatch(line)
    if match is None or len(line) > 160 or len(line.split()) > _MOST_WORDS or line[-1] in '!?:;,”"':
        return False
    names = [name for name in _BETWEEN_NAMES.split(_AFTER_NAMES.sub("", match["rest"])) if name]
    return bool(names) and _is_name(names[0]) and all(_is_name(name) or _is_role(name) for name in names[1:])


def names_in(line: str) -> Iterator[tuple[int, int]]:
    """Where the names of the writers stand in a byline, code points, half open."""
    match = _BY.fullmatch(line) or _SIGNED.fullmatch(line)
    if match is None:
        return
    group = "rest" if "rest" in match.groupdict() else "name"
    at = match.start(group)
    for name in _BETWEEN_NAMES.split(_AFTER_NAMES.sub("", match[group])):
        at = line.index(name, at)
        if name and _is_name(name) and not _is_role(name):
            yield at, at + len(name)
        at += len(name)


def is_signed(line: str) -> bool:
    """Whether it is a name with a place or a newspaper role: "Jane Doe, Geneva", "Jane Doe | Staff writer"."""
    if len(line) > 80 or line[-1] in '.!?:;,”"':
        return False
    match = _SIGNED.fullmatch(line)
    if match is None or not _is_name(match["name"]) or match["name"].isupper():
        return False
    return _is_role(match["after"]) or (len(match["after"].split()) <= 4 and _all_capital(match["after"]))


def _is_name(text: str) -> bool:
    """Two to six words with capitals, particles and titles of the trade apart."""
    parts = text.split()
    if not 1 < len(parts) <= 6 or parts[0].lower() in _NO_NAMES or any(map(str.isdigit, text)):
        return False
    return parts[0][0].isupper() and all(
        part[0].isupper() or part in _PARTICLES or part.startswith(("al-", "el-", "d'", "d’")) or _is_writer(part)
        for part in parts
    )


def _is_writer(word: str) -> bool:
    return word.lower().rstrip("s") in furniture().writers


def _is_role(text: str) -> bool:
    writers = furniture().writers
    return any(word.lower().rstrip("s.") in writers for word in text.split()) or text.lower() in writers


def _all_capital(text: str) -> bool:
    return all(word[0].isupper() for word in text.split())
