"""From a file to its record: the one place that sees the whole way.

record = read_file("article.txt", published="2024-05-17")
for outcome in read_files(["a.txt", "b.html"]): ...
"""

from __future__ import annotations

import os
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath
from threading import Lock
from typing import TYPE_CHECKING

from verbale.errors import AgendaError, LexiconError, MinutesError, ModelError, RecordError, VerbaleError
from verbale.intake import check_date, decode, display_name, file_bytes, read_bytes
from verbale.record import Article, Note, Record, loads
from verbale.record.json import values

if TYPE_CHECKING:
    from verbale.minutes.store import Minutes
    from verbale.minutes.writing import Added
    from verbale.reading import Reader

Path = str | os.PathLike[str]
_RECORDS = (".json", ".jsonl", ".ndjson")  # how files are called in which nothing but records may stand
_BEGINS = re.compile(r'\s*(?:\{\s*["}]|\[\s*[{\]])')  # how JSON of objects begins, and no article does


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
    MalformedDate, ModelError, AgendaError or LexiconError (FramesError, where the mistake is in `frames`).
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


def read_records(paths: Iterable[Path]) -> Iterator[Outcome]:
    """The records in files of JSON or JSON Lines, told by what is in them, and those of articles in any others.

    `-` is standard input. A file or a line that cannot be read never stops the others. Raises ModelError.
    """
    for path in paths:
        try:
            data = file_bytes(path)
            lines = list(_json_records(data, os.fspath(path)))
        except VerbaleError as error:
            yield Outcome(os.fspath(path), error=error)
            continue
        if lines:
            yield from (_read_back(path, number, line) for number, line in lines)
        else:
            yield from _read_article(path, data)


def _read_article(path: Path, data: bytes) -> Iterator[Outcome]:
    try:
        article, notes = read_bytes(data, name=display_name(path))
        yield Outcome(os.fspath(path), record=_reader(False, None, None).read_article(article, notes))
    except ModelError:
        raise
    except VerbaleError as error:
        yield Outcome(os.fspath(path), error=error)
    except Exception as error:
        yield Outcome(os.fspath(path), error=_unforeseen(path, error))


def _json_records(data: bytes, name: str) -> Iterator[tuple[int | None, str]]:
    """The JSON values that follow each other in a file, with the lines on which they begin (None where there is one
    only); nothing where it is an article, which may begin with a bracket, too: [Northern News] …"""
    named = name.lower().endswith(_RECORDS)
    if not named and data[:64].strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")[:1] not in (b"{", b"["):
        return
    text = decode(data)[0]
    if named or _BEGINS.match(text):
        found = list(values(text))
        yield from ((value.line if len(found) > 1 else None, value.text) for value in found)


def _read_back(path: Path, number: int | None, text: str) -> Outcome:
    where = display_name(path) if number is None else f"{display_name(path)}, line {number}"
    try:
        return Outcome(os.fspath(path), record=loads(text))
    except RecordError as error:
        problems = (f"{where}: {error.problems[0]}", *error.problems[1:])
        return Outcome(os.fspath(path), error=RecordError(*problems, advice=error.advice))


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one file, or one record in it, on its way into the minutes."""

    path: str
    added: Added | None = None
    error: VerbaleError | None = None


def add_files(
    paths: Iterable[Path], minutes: Minutes, *, published: str | None = None, publisher: str | None = None
) -> Iterator[Kept]:
    """Put articles, and records in files of JSON, into the minutes; each is kept before the next is read.

    An article that the same version and model have read before is not read again, so that a stopped run goes on where
    it was. A file that cannot be read never stops the others. Raises MinutesError, ModelError and MalformedDate.
    """
    given = check_date(published) if published is not None else None
    for path in paths:
        try:
            data = file_bytes(path)
        except VerbaleError as error:
            yield Kept(os.fspath(path), error=error)
        else:
            yield from add_bytes(data, os.fspath(path), minutes, published=given, publisher=publisher)


def add_bytes(
    data: bytes, name: str, minutes: Minutes, *, published: str | None = None, publisher: str | None = None,
    headline: str | None = None, url: str | None = None,
) -> Iterator[Kept]:  # fmt: skip
    """As `add_files`, of what is at hand already: the bytes of a text, a page or records; `name` is for messages.
    Safe to use from several threads: one article is read at a time."""
    given = check_date(published) if published is not None else None
    try:
        lines = list(_json_records(data, name))
        if not lines:
            article, notes = read_bytes(data, name=display_name(name), published=given, publisher=publisher,
                                        headline=headline, url=url)  # fmt: skip
            yield Kept(name, _add_article(minutes, article, notes))
    except (ModelError, MinutesError):
        raise
    except VerbaleError as error:
        yield Kept(name, error=error)
    except Exception as error:
        yield Kept(name, error=_unforeseen(name, error))
    else:
        for number, line in lines:
            found = _read_back(name, number, line)
            added = minutes.add(found.record) if found.record is not None else None
            yield Kept(name, added, found.error)


_READING = Lock()


def _add_article(minutes: Minutes, article: Article, notes: Sequence[Note]) -> Added:
    with _READING:
        reader = _reader(False, None, None)
        return minutes.has(article, reader.made_by) or minutes.add(reader.read_article(article, notes))


def read_text(
    text: str, *, reader: Reader | None = None, published: str | None = None, publisher: str | None = None,
    headline: str | None = None, url: str | None = None,
) -> Record:  # fmt: skip
    """Read an article given as text, or as the HTML of a page. Safe to use from several threads.

    Raises EmptyArticle, MalformedDate or ModelError.
    """
    article, notes = _given(text, published, publisher, headline, url)
    with _READING:
        return (reader or _reader(False, None, None)).read_article(article, notes)


def add_text(
    minutes: Minutes, text: str, *, published: str | None = None, publisher: str | None = None,
    headline: str | None = None, url: str | None = None,
) -> Added:  # fmt: skip
    """Put an article given as text, or as the HTML of a page, into the minutes; see `add_files`.

    Raises EmptyArticle, MalformedDate, MinutesError or ModelError.
    """
    return _add_article(minutes, *_given(text, published, publisher, headline, url))


def _given(
    text: str, published: str | None, publisher: str | None, headline: str | None, url: str | None
) -> tuple[Article, tuple[Note, ...]]:
    """The mark in front says that the bytes are UTF-8: nothing is guessed, and a lone surrogate is noted as lost."""
    data = BOM_UTF8 + text.encode("utf-8", "surrogatepass")
    return read_bytes(data, published=published, publisher=publisher, headline=headline, url=url)


def check_lexicon(own: os.PathLike[str] | None = None) -> str:
    """What the word tables hold, a line each; raises LexiconError where one of them, or `own`, has a mistake."""
    from verbale.reading.lexicon.report import describe

    return describe(FilePath(own) if own is not None else None)
