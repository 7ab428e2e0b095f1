"""From a file to its record: the one place that sees the whole way.

record = read_file("article.txt", published="2024-05-17")
for outcome in read_files(["a.txt", "b.html"]): ...
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from verbale.errors import AgendaError, LexiconError, ModelError, RecordError, VerbaleError
from verbale.intake import check_date, display_name, file_bytes, read_bytes
from verbale.record import Record, loads

if TYPE_CHECKING:
    from verbale.reading import Reader

Path = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a record, or the error that says why there is none."""

    path: str
    record: Record | None = None
    error: VerbaleError | None = None


def read_file(
    path: Path, *, reader: Reader | None = None, published: str | None = None, publisher: str | None = None,
    headline: str | None = None, url: str | None = None, joined: bool = False, agenda: Path | None = None,
    frames: Path | None = None,
) -> Record:  # fmt: skip
    """Read the article in a text file or an HTML page; `-` is standard input.

    What is given goes before what a page says of itself; `published` is ISO 8601, year-month-day.
    `joined`, `agenda` and `frames` are Reader's, for when none is given. Raises UnreadableFile, NotText, EmptyArticle,
    MalformedDate, ModelError, AgendaError or LexiconError.
    """
    given = check_date(published) if published is not None else None
    article, notes = read_bytes(
        file_bytes(path), name=display_name(path), published=given, publisher=publisher, headline=headline, url=url
    )
    return (reader or _reader(joined, _named(agenda), _named(frames))).read_article(article, notes)


def read_files(
    paths: Iterable[Path], *, reader: Reader | None = None, published: str | None = None,
    publisher: str | None = None, headline: str | None = None, url: str | None = None, joined: bool = False,
    agenda: Path | None = None, frames: Path | None = None,
) -> Iterator[Outcome]:  # fmt: skip
    """Read one file after another, in their order; a file that cannot be read never stops the others.

    Raises only what concerns them all: MalformedDate, ModelError, AgendaError and LexiconError.
    """
    given = check_date(published) if published is not None else None
    for path in paths:
        try:
            record = read_file(
                path, reader=reader, published=given, publisher=publisher, headline=headline, url=url, joined=joined,
                agenda=agenda, frames=frames,
            )  # fmt: skip
        except (ModelError, AgendaError, LexiconError):
            raise
        except VerbaleError as error:
            yield Outcome(os.fspath(path), error=error)
        except Exception as error:
            yield Outcome(os.fspath(path), error=_unforeseen(path, error))
        else:
            yield Outcome(os.fspath(path), record=record)


@cache
def _reader(joined: bool, agenda: str | None, frames: str | None) -> Reader:
    """Loaded when the first article has come through the door, and once: what cannot be opened is told at once."""
    from verbale.reading import load

    return load(joined=joined, agenda=agenda, frames=frames)


def _named(path: Path | None) -> str | None:
    return None if path is None else os.fspath(path)


def _unforeseen(path: Path, error: Exception) -> VerbaleError:
    problem = f"{display_name(path)}: reading it failed with {type(error).__name__}: {error}"
    made = VerbaleError(problem, "This is a mistake in verbale; please report it, with the file.")
    made.__cause__ = error
    return made


def read_records(path: Path) -> Iterator[Record]:
    """The records in a file of JSON (`.json`) or JSON Lines (`.jsonl`), or the one of an article in any other file.

    Raises what `read_file` raises, and RecordError where a record cannot be read back.
    """
    if not os.fspath(path).lower().endswith((".json", ".jsonl")):
        yield read_file(path)
        return
    text = file_bytes(path).decode("utf-8", errors="replace")
    try:
        yield loads(text)
    except RecordError:
        lines = [line for line in text.split("\n") if line.strip()]  # not at U+2028, which a JSON text may hold
        if len(lines) < 2 or not lines[0].startswith("{") or not lines[0].rstrip().endswith("}"):
            raise
        yield from (loads(line) for line in lines)


def check_lexicon(own: os.PathLike[str] | None = None) -> str:
    """What the word tables hold, a line each; raises LexiconError where one of them, or `own`, has a mistake."""
    from verbale.reading.lexicon.report import describe

    return describe(FilePath(own) if own is not None else None)
