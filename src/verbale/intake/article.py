"""Bytes in, Article and notes out: the one place of this room that sees all its parts."""

from __future__ import annotations

import re

from verbale.errors import EmptyArticle, InputError, MalformedDate, NotText
from verbale.intake.dates import check_date, future_notes
from verbale.intake.html import Page, declared_encoding, is_page, read_page
from verbale.intake.language import language_of
from verbale.intake.plain import read_plain
from verbale.intake.text import decode
from verbale.record import Article, Note

LONGEST = 1_000  # characters of a headline
_RECORD = re.compile(r"\s*\{\s*\"verbale\":\s*\d")


def read_bytes(
    data: bytes, *, name: str = "", published: str | None = None, publisher: str | None = None,
    headline: str | None = None, url: str | None = None,
) -> tuple[Article, tuple[Note, ...]]:  # fmt: skip
    """The article in the bytes of a text or of an HTML page, and notes on what was guessed.

    `name` stands before what an error says. `published` is ISO 8601, year-month-day. What is given
    goes before what a page or the head of a text says of itself. Raises MalformedDate, NotText or EmptyArticle.
    """
    given = check_date(published) if published is not None else None
    try:
        text, notes = _text(data)
        _refuse_record(text)
        page = read_page(text, url) if is_page(text) else read_plain(text)
        _refuse_wordless(page.text)
    except InputError as error:
        raise _named(error, name) from error
    if headline is not None and len(headline) > LONGEST:
        raise InputError(f"the headline has {len(headline)} characters", f"Give one of at most {LONGEST}.")
    day, date_notes = _published(given, page)
    article = Article(
        url=url or page.url, headline=headline or (page.headline or "")[:LONGEST] or None,
        publisher=publisher or page.publisher, published=day, language=language_of(page.text), text=page.text,
    )  # fmt: skip
    return article, (*(notes if page.text == text else map(_unplaced, notes)), *date_notes)


def _text(data: bytes) -> tuple[str, tuple[Note, ...]]:
    if not data:
        raise EmptyArticle("the file is empty")
    return decode(data, declared_encoding(data))


def _refuse_record(text: str) -> None:
    if _RECORD.match(text):
        raise NotText("this is a record that Verbale wrote, not an article", "Give it to `verbale compare`.")


def _refuse_wordless(text: str) -> None:
    if not any(map(str.isalnum, text)):
        raise EmptyArticle("there is no word in it")


def _named(error: InputError, name: str) -> InputError:
    return type(error)(f"{name}: {error.problem}", error.advice) if name else error


def _published(given: str | None, page: Page) -> tuple[str | None, tuple[Note, ...]]:
    if given is not None or page.published is None:
        return given, tuple(future_notes(given))
    try:
        day = check_date(page.published)
    except MalformedDate:
        message = f"The page's publication date, {page.published!r}, is no date and was left out."
        return None, (Note("malformed-date", None, message),)
    return day, (*future_notes(day), *page.notes)


def _unplaced(note: Note) -> Note:
    """A note on the page's source, whose offsets mean nothing in the article."""
    return Note(note.code, None, note.message)
