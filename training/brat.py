"""Read PolNeAR's brat standoff files: attributions with source, cue and content fragments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Fragments = list[tuple[int, int]]
_ROLES = ("Source", "Cue", "Content")


@dataclass(slots=True)
class Attribution:
    source: Fragments
    cue: Fragments
    content: Fragments


def read_exactly(path: Path) -> str:
    """The file's text with its line ends as they are: offsets count them."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def read_articles(folder: Path) -> Iterator[tuple[str, str, list[Attribution]]]:
    """(name, text, attributions) of each article; of several annotators the first in sorted order."""
    first: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(re.sub(r"_[0-9a-f]{4}$", "", path.stem), path)
    for name, path in first.items():
        text = read_exactly(folder / "text" / f"{name}.txt")
        yield name, text, read_attributions(path)


def read_attributions(path: Path) -> list[Attribution]:
    """The attributions of one .ann file; notes, continuation lines and discarded events are passed over."""
    spans: dict[str, Fragments] = {}
    events = []
    for line in read_exactly(path).split("\n"):
        if not re.match(r"[TE]\d+\t", line):
            continue
        key, body = line.rstrip("\r").split("\t")[:2]
        if key[0] == "T":
            offsets = body.split(" ", 1)[1]
            spans[key] = [(int(a), int(b)) for a, b in (o.split() for o in offsets.split(";"))]
        elif body.startswith("Attribution"):
            events.append(body)  # it may name spans that come after it
    return [_attribution(body, spans) for body in events]


def _attribution(body: str, spans: dict[str, Fragments]) -> Attribution:
    roles: dict[str, Fragments] = {role: [] for role in _ROLES}
    for part in body.split()[1:]:
        role, key = part.split(":")
        role = re.sub(r"\d+$", "", role)
        if role in roles and key in spans:
            roles[role] += spans[key]
    return Attribution(*(sorted(roles[role]) for role in _ROLES))
