"""The headline that stands above an article in its own text."""

from __future__ import annotations

import re

_FIRST_LINE = re.compile(r"\s*([^\n\r\u2028\u2029]+)[\n\r\u2028\u2029]+\s*(?=\S)")
_ENDED = re.compile(r"[.!…:;,][\"”’')\]]*\Z")
_MOST_WORDS = 22


def headline_end(text: str) -> int:
    """Where the first line ends if it can be a headline: short, without a full stop, and above something; else 0."""
    line = _FIRST_LINE.match(text, 0, 2_000)
    if line is None:
        return 0
    words = line[1].rstrip()
    short = 2 < len(words.split()) <= _MOST_WORDS and not words[0].islower()
    return line.start(1) + len(words) if short and _ENDED.search(words) is None else 0
