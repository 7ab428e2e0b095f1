"""Read worldwide_newswire: one article a file, `token<TAB>tag` a line, blank lines between paragraphs.

The first line is the article's address. Where a token has a second tag it belongs to a name within the name
(the state in a company's name): only the outer one is read. The text is put together again: no blank before
closing punctuation or after opening marks, none around hyphens between letters or digits and in "it's",
straight quotation marks open and close by turns, and a line end between paragraphs. Articles were tokenized
by their annotators, so this is close to what was published, not the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .common import DATA, read_exactly

DEV_LIST = DATA / "newswire_dev.txt"
_OPENING = re.compile(r"[(\[{$£€¥₹“‘#@]$")
_CLOSING = re.compile(r"(?:[.,;:!?)\]}%”…°]+|\.{2,}|n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:s|re|ve|ll|d|m|t)$", re.IGNORECASE)
_JOINER = re.compile(r"[-/‑]$")
_TAG = re.compile(r"([BI])-([A-Za-z]+)$")


@dataclass(frozen=True, slots=True)
class Name:
    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Article:
    name: str
    text: str
    names: tuple[Name, ...]


def dev_names() -> list[str]:
    """The file names of the articles that are kept for measuring and left out of training."""
    return DEV_LIST.read_text(encoding="utf-8").split()


def articles(folder: Path, names: list[str]) -> Iterator[Article]:
    for name in names:
        yield parse(name, read_exactly(folder / name))


def distinct(articles: Iterable[Article]) -> list[Article]:
    """The articles, without those of whose five-word runs an earlier one has more than half."""
    kept: list[Article] = []
    seen: list[set[tuple[str, ...]]] = []
    for article in articles:
        words = re.findall(r"\w+", article.text.lower())
        fives = set(zip(*(words[i:] for i in range(5)), strict=False))
        if not any(len(fives & other) > len(fives) / 2 for other in seen):
            kept.append(article)
            seen.append(fives)
    return kept


def parse(name: str, content: str) -> Article:
    """An article from its file's content."""
    paragraphs: list[list[tuple[str, str]]] = [[]]
    for line in content.split("\n"):
        token, *tags = line.strip("\r").split("\t")
        if token.strip() and not (token.startswith("http") and paragraphs == [[]]):
            paragraphs[-1].append((token.strip(), tags[0].strip() if tags else "O"))
        elif paragraphs[-1]:
            paragraphs.append([])
    text, names = "", list[Name]()
    for paragraph in filter(None, paragraphs):
        text += "\n" if text else ""
        written = written_out([token for token, _ in paragraph])
        names += _names(paragraph, written, len(text))
        text += "".join(blank + token for blank, (token, _) in zip(written, paragraph, strict=True))
    return Article(name, text, tuple(names))


def written_out(tokens: list[str]) -> list[str]:
    """What stands before each token: a blank or nothing."""
    before, tight = [], True
    inside: set[str] = set()
    for i, token in enumerate(tokens):
        last, following = tokens[i - 1] if i else "", tokens[i + 1] if i + 1 < len(tokens) else ""
        left = right = False  # nothing between this token and the one before, the one after
        if token in ("'", "’") and _SUFFIX.match(following) and last[-1:].isalnum():
            left = right = True
        elif token in ('"', "'"):
            left, right = token in inside, token not in inside
            inside ^= {token}
        elif _JOINER.match(token) and last[-1:].isalnum() and following[:1].isalnum():
            left = right = True
        else:
            left, right = bool(_CLOSING.match(token)) or token == "’", bool(_OPENING.search(token))
        before.append("" if tight or left else " ")
        tight = right
    return before


def _names(paragraph: list[tuple[str, str]], before: list[str], at: int) -> list[Name]:
    names: list[Name] = []
    going_on = ""
    for blank, (token, tag) in zip(before, paragraph, strict=True):
        start, at = at + len(blank), at + len(blank) + len(token)
        match = _TAG.match(tag)
        kind = match[2] if match else ""
        if match and match[1] == "I" and kind == going_on:
            names[-1] = Name(names[-1].start, at, kind)
        elif match:
            names.append(Name(start, at, kind))
        going_on = kind
    return names
