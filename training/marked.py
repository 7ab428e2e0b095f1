"""Our own articles with marks: who stands where on what, and who takes part in which meeting.

One paragraph a line, articles under lines `=== name`. Marks, which may nest (letters are actors, numbers count):

    {a words}                    a mention of actor a, as the holder of a position or a participant
    {a:accepted.invitee@1 words} the same: takes part in meeting 1; several parts are joined by ";"
    {M1 words}                   a mention of meeting 1
    [+a1 words]                  a question, number 1, and a's stance: + support, - oppose, ? conditional, ~ neutral
    <a1 words>                   what a's conditional stance on question 1 depends on
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

STANCES = {"+": "support", "-": "oppose", "?": "conditional", "~": "neutral"}
PARAGRAPH = "\n\n"
_CLOSING = {"[": "]", "{": "}", "<": ">"}
Chars = tuple[int, int]
_MARK = re.compile(
    r"\[(?P<leanings>(?:[+\-?~][a-z]+)+)(?P<question>\d+)\s+|\{M(?P<meeting>\d+)\s+"
    r"|\{(?P<actor>[a-z])(?P<parts>:[^{}\[\]<>]*?@\d+(?:;[^{}\[\]<>@;]*@\d+)*)?\s+|<(?P<who>[a-z]+)\d+\s+|(?P<close>[\]}>])"
)
_LEANING = re.compile(r"([+\-?~])([a-z]+)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span of code points; `kind` is actor, meeting, question or condition, `key` its letter or number.

    `leanings` are (actor, stance) of a question, `parts` (status, role, meeting) of a participant.
    """

    kind: str
    key: str
    span: Chars
    leanings: tuple[tuple[str, str], ...] = ()
    parts: tuple[tuple[str, str, str], ...] = ()


@dataclass(slots=True)
class Marked:
    """An article with its marks in the order in which they end."""

    name: str
    text: str = ""
    marks: list[Mark] = field(default_factory=list)

    def of(self, kind: str) -> list[Mark]:
        return [m for m in self.marks if m.kind == kind]


def read(folder: Path) -> Iterator[Marked]:
    """All articles of a folder.

    Raises:
        ValueError: for a mark that is never closed or closes nothing, with file and line.
    """
    for path in sorted(folder.glob("*.txt")):
        article: Marked | None = None
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("==="):
                if article is not None:
                    yield article
                article = Marked(line.strip("= "))
            elif line.strip() and article is not None:
                try:
                    _add(article, line.strip())
                except (IndexError, KeyError) as error:
                    raise ValueError(f"{path}, line {number}: a mark is not closed, or closes nothing") from error
        if article is not None:
            yield article


def _add(article: Marked, line: str) -> None:
    """Add a paragraph: its text without the marks, and the marks."""
    text = article.text + PARAGRAPH if article.text else ""
    opened: list[tuple[re.Match[str], int]] = []
    at = 0
    for found in _MARK.finditer(line):
        text += line[at : found.start()]
        at = found.end()
        if found["close"]:
            mark, start = opened.pop()
            if _CLOSING[mark.group()[0]] != found["close"]:
                raise KeyError
            article.marks.append(_mark(mark, (start, len(text))))
        else:
            opened.append((found, len(text)))
    if opened:
        raise IndexError
    article.text = text + line[at:]


def _mark(found: re.Match[str], span: Chars) -> Mark:
    if found["question"]:
        signs = _LEANING.findall(found["leanings"])
        leanings = tuple((letter, STANCES[sign]) for sign, letters in signs for letter in letters)
        return Mark("question", found["question"], span, leanings)
    if found["meeting"]:
        return Mark("meeting", found["meeting"], span)
    if found["who"]:
        return Mark("condition", found["who"], span)
    return Mark("actor", found["actor"], span, parts=tuple(_parts(found["parts"] or "")))


def _parts(written: str) -> Iterator[tuple[str, str, str]]:
    for part in filter(None, written.lstrip(":").split(";")):
        what, _, meeting = part.partition("@")
        status, _, role = what.strip().partition(".")
        yield status, role, meeting
