"""Read PolNeAR: whole articles with their attributions, in brat's standoff format.

A file may hold lines that are no annotation (text of a span that went over a line end, `#` notes), spans of
other types than the three roles, events that the annotators discarded, and roles that repeat (Content,
Content2). Offsets are code points into the text with its line ends as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .common import Range, read_exactly

_LINE = re.compile(r"^([TE]\d+)\t([^\t\r\n]+)", re.MULTILINE)
_PART = re.compile(r"([A-Za-z-]+?)\d*:(T\d+)")
_ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution; each role is any number of fragments."""

    source: tuple[Range, ...] = ()
    cue: tuple[Range, ...] = ()
    content: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    name: str
    text: str
    attributions: tuple[Attribution, ...]


def parse(standoff: str) -> tuple[Attribution, ...]:
    """The attributions of a standoff file, in its order."""
    spans: dict[str, tuple[Range, ...]] = {}
    events: list[str] = []
    for key, body in _LINE.findall(standoff):
        if key[0] == "T":
            spans[key] = _fragments(body.partition(" ")[2])
        elif body.startswith("Attribution"):
            events.append(body)
    return tuple(_attribution(event, spans) for event in events)


def _fragments(offsets: str) -> tuple[Range, ...]:
    pairs = (pair.split() for pair in offsets.split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)


def _attribution(event: str, spans: dict[str, tuple[Range, ...]]) -> Attribution:
    roles: dict[str, list[Range]] = {"Source": [], "Cue": [], "Content": []}
    for role, key in _PART.findall(event):
        if role in roles:
            roles[role] += spans.get(key, ())
    return Attribution(tuple(roles["Source"]), tuple(roles["Cue"]), tuple(roles["Content"]))


def annotation_files(corpora: Path, part: str = "dev") -> dict[str, Path]:
    """Article name -> its annotation; of several annotators the first in sorted order counts."""
    first: dict[str, Path] = {}
    for path in sorted((corpora / "polnear" / part / "attributions").glob("*.ann")):
        first.setdefault(_ANNOTATOR.sub("", path.stem), path)
    return first


def text_file(corpora: Path, name: str, part: str = "dev") -> Path:
    return corpora / "polnear" / part / "text" / f"{name}.txt"


def articles(corpora: Path, part: str = "dev") -> Iterator[Article]:
    for name, path in annotation_files(corpora, part).items():
        yield Article(name, read_exactly(text_file(corpora, name, part)), parse(read_exactly(path)))


def text_files(corpora: Path, part: str = "dev") -> list[Path]:
    return [text_file(corpora, name, part) for name in annotation_files(corpora, part)]
