"""Read CoNLL-U files (UD EWT, UD GUM) into documents with their raw text.

Words carry code point offsets into the document's text. A multiword token ("don't") whose parts cover it letter by
letter gives each part its own offsets; the raw text puts one space between sentences and a blank line between
paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Word:
    form: str
    lemma: str
    upos: str
    xpos: str
    head: int  # index into the document's words; its own index for a root
    deprel: str
    misc: str
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Document:
    name: str
    text: str = ""
    words: list[Word] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)  # word ranges


def read_documents(path: Path, skip: tuple[str, ...] = ()) -> Iterator[Document]:
    """Yield each document of a file; documents whose name contains a word of `skip` are left out."""
    document = Document("")
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        comments = [line for line in block.splitlines() if line.startswith("#")]
        name = next((c.split("=")[1].strip() for c in comments if c.startswith("# newdoc id")), None)
        if name is not None:
            if document.words and not any(s in document.name for s in skip):
                yield document
            document = Document(name)
        if any(not line.startswith("#") for line in block.splitlines()):
            _add_sentence(document, block, any(c.startswith("# newpar") for c in comments))
    if document.words and not any(s in document.name for s in skip):
        yield document


def _add_sentence(document: Document, block: str, new_paragraph: bool) -> None:
    if document.text:
        document.text = document.text.rstrip(" ") + ("\n\n" if new_paragraph else " ")
    first = len(document.words)
    token_end, token_form, token_misc = 0, "", ""
    pieces: list[str] = [document.text]
    at = len(document.text)
    parts: list[Word] = []
    for line in block.splitlines():
        if line.startswith("#"):
            continue
        row = line.split("\t")
        if "." in row[0]:
            continue
        if "-" in row[0]:
            token_end, token_form, token_misc = int(row[0].split("-")[1]), row[1], row[9]
            continue
        head = int(row[6])
        index = len(document.words)
        word = Word(row[1], row[2], row[3], row[4], first + head - 1 if head else index, row[7], row[9])
        document.words.append(word)
        if token_end:
            parts.append(word)
            if int(row[0]) < token_end:
                continue
            form, misc = token_form, token_misc
            _place(parts, form, at)
            token_end, parts = 0, []
        else:
            form, misc = row[1], row[9]
            word.start, word.end = at, at + len(form)
        space = "" if "SpaceAfter=No" in misc else " "
        pieces.append(form + space)
        at += len(form) + len(space)
    document.text = "".join(pieces)
    document.sentences.append((first, len(document.words)))


def _place(parts: list[Word], form: str, at: int) -> None:
    """Offsets for the words of a multiword token; words that do not spell it share the whole token."""
    if "".join(p.form for p in parts) == form:
        for part in parts:
            part.start, part.end = at, at + len(part.form)
            at = part.end
    else:
        for part in parts:
            part.start, part.end = at, at + len(form)


def entities(document: Document) -> list[tuple[str, int, int]]:
    """GUM's Entity annotation: (cluster, first word, last word) for each mention, brackets balanced."""
    found, open_at = [], []
    for index, word in enumerate(document.words):
        match = re.search(r"(?:^|\|)Entity=([^|]+)", word.misc)
        if not match:
            continue
        for opening, name, closing in re.findall(r"(\()?([^()]+)?(\))?", match.group(1)):
            if not name:
                if closing and open_at:
                    pass
                continue
            cluster = name.split("-")[0]
            if opening:
                open_at.append((cluster, index))
            if closing:
                for at in range(len(open_at) - 1, -1, -1):
                    if open_at[at][0] == cluster:
                        found.append((cluster, open_at.pop(at)[1], index))
                        break
    return found
