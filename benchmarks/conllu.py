"""Read CoNLL-U: each document as raw text, and as the parse that the treebank gives it.

Raw text: words with the space between them that `SpaceAfter=No` does not forbid, a blank line before a new
paragraph. Positions in a parse count characters other than white space, so that nothing depends on how blanks
were put back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .common import Range

ROOT = -1
_ID = re.compile(r"(\d+)(?:-(\d+))?$")


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word. `place`: its token's, `shared` by several words or not; `head`: an index, or ROOT."""

    form: str
    place: Range
    shared: bool
    upos: str
    head: int
    relation: str


@dataclass(slots=True)
class Parse:
    sentences: list[Range] = field(default_factory=list)
    tokens: list[Range] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)


@dataclass(slots=True)
class Document:
    name: str
    text: str = ""
    parse: Parse = field(default_factory=Parse)


def documents(path: Path) -> Iterator[Document]:
    """The documents of a treebank file, in its order."""
    document = Document(path.stem)
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        lines = block.splitlines()
        comments = [line for line in lines if line.startswith("#")]
        new = next((c for c in comments if c.startswith("# newdoc")), None)
        if new is not None:
            if document.parse.words:
                yield document
            document = Document(new.partition("=")[2].strip())
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if rows:
            if document.text and any(c.startswith("# newpar") for c in comments):
                document.text = document.text.rstrip() + "\n\n"
            _add_sentence(document, rows)
    if document.parse.words:
        yield document


def _reached(parse: Parse) -> int:
    return parse.tokens[-1][1] if parse.tokens else 0


def _add_sentence(document: Document, rows: list[list[str]]) -> None:
    parse, first = document.parse, len(document.parse.words)
    begin = _reached(parse)
    until = 0
    for row in rows:
        number = _ID.match(row[0])
        if number is None:  # an empty node, which the text does not have
            continue
        if number[2] or int(number[1]) > until:
            at = _reached(parse)
            parse.tokens.append((at, at + len("".join(row[1].split()))))
            document.text += row[1] + ("" if "SpaceAfter=No" in row[9].split("|") else " ")
        if number[2]:
            until = int(number[2])
        else:
            head = int(row[6])
            shared = int(number[1]) <= until
            parse.words.append(
                Word(row[1], parse.tokens[-1], shared, row[3], first + head - 1 if head else ROOT, row[7])
            )
    parse.sentences.append((begin, parse.tokens[-1][1]))
