"""What this is: versions, the model and what it was trained on, licences, limits."""

from __future__ import annotations

import platform
import re
from dataclasses import dataclass
from importlib.resources import files

import yaml

from verbale import __version__
from verbale.minutes import Minutes

from .answering import page
from .asked import Asked


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the model card: a heading, a paragraph, a list, or a table (first row: heads)."""

    kind: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of knowledge that reading stands on."""

    name: str
    source: str
    licence: str


@dataclass(frozen=True, slots=True)
class About:
    version: str
    python: str
    minutes: str
    articles: int
    card: tuple[Block, ...]
    knowledge: tuple[Table, ...]


@page("/about", "about.html")
def about(minutes: Minutes, asked: Asked) -> About:
    sources = yaml.safe_load(_file("knowledge/SOURCES.yaml"))
    tables = tuple(Table(name, told["source"], told["licence"]) for name, told in sources.items())
    kind = "SQLite" if minutes.database.sqlite else "PostgreSQL"
    return About(__version__, platform.python_version(), kind, len(minutes),
                 tuple(blocks(_file("model/README.md"))), tables)  # fmt: skip


def blocks(markdown: str) -> list[Block]:
    """The headings, paragraphs, lists and tables of a text in Markdown, as far as our model card uses it; without its
    pictures."""
    found: list[Block] = []
    for chunk in re.split(r"\n\s*\n", re.sub(r"!\[[^]]*\]\([^)]*\)", "", markdown)):
        lines = [line for line in chunk.strip("\n").split("\n") if line.strip()]
        if not lines:
            continue
        if heading := re.match(r"(#+)\s+(.*)", lines[0]):
            found.append(Block("heading" if len(heading[1]) > 1 else "title", ((_plain(heading[2]),),)))
            lines = lines[1:]
        if lines:
            found.append(_block(lines))
    return found


def _block(lines: list[str]) -> Block:
    if lines[0].startswith("|"):
        rows = [tuple(_plain(cell) for cell in line.strip().strip("|").split("|")) for line in lines]
        return Block("table", tuple(row for n, row in enumerate(rows) if n != 1))
    if lines[0].startswith("- "):
        items = re.split(r"\n- ", "\n".join(lines)[2:])
        return Block("list", tuple((_plain(item),) for item in items))
    return Block("paragraph", ((_plain(" ".join(lines)),),))


def _plain(text: str) -> str:
    told = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", " ".join(text.split()))
    return re.sub(r"\*\*|`", "", told)


def _file(name: str) -> str:
    return (files("verbale") / "reading" / name).read_text(encoding="utf-8")
