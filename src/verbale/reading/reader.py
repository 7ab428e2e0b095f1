"""Article in, Record out: the one place of this room that sees all its parts."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from os import PathLike
from pathlib import Path

import spacy
from spacy.tokens import Doc

from .. import record as values
from ..errors import MalformedDate
from ..record import Article, Note, Record, Span
from .actors import find_actors
from .agenda import read_agenda
from .attribution import find_statements
from .boilerplate import find_authors, find_boilerplate, find_bylines, find_headings
from .lexicon.stances import stances
from .pipeline import Component, make_component
from .quotes import find_quotations, unbalanced_marks
from .standing import Brought, find_standing
from .times import find_times
from .tree import Tree

ENGLISH = "en"


class Reader:
    """Reads articles with the shipped model, on one core.

    `joined` counts `"A," he said. "B."` as one statement, as PolNeAR and PARC do; by default B is a statement of
    its own, without a cue.
    `agenda` is a file of questions to which positions are matched first, `frames` one of stance frames that go before
    ours (lexicon/stance.yaml shows the format).
    """

    def __init__(self, *, joined: bool = False, agenda: Path | None = None, frames: Path | None = None) -> None:
        self._nlp = spacy.blank("en")
        self._component: Component = make_component(self._nlp, "verbale")
        self._joined = joined
        self._brought = Brought(read_agenda(agenda) if agenda is not None else (), frames)
        stances(frames)

    @property
    def model(self) -> str:
        """Name and version of the language model."""
        return self._component.model

    @property
    def made_by(self) -> values.Reader:
        """Version and model, as they stand in the records that this reader makes."""
        return values.Reader(_version(), self.model)

    def read(
        self, text: str, *, published: str | None = None, publisher: str | None = None, headline: str | None = None,
        url: str | None = None,
    ) -> Record:  # fmt: skip
        """Read one English text.

        `published` is the publication date, ISO 8601 (YYYY-MM-DD). Raises MalformedDate when it is no date. The text
        is kept exactly as given; every span of the record counts code points into it.
        """
        article = Article(
            text=text, published=published, publisher=publisher, headline=headline, url=url, language=ENGLISH
        )
        return self.read_article(article)

    def read_article(self, article: Article, notes: Iterable[Note] = ()) -> Record:
        """Read an article that came through a door; `notes` are what the door saw. Only English is read."""
        published = _day(article.published)
        made = self.made_by
        if article.language not in (None, ENGLISH) or not article.text.strip():
            return Record(reader=made, article=article, notes=(*notes, *_unread(article)))
        doc = self._component(self._nlp.make_doc(article.text))
        return self._record(doc, article, published, made, tuple(notes))

    def pipe(self, articles: Iterable[Article]) -> Iterator[Record]:
        """Read articles one after another, as they come."""
        for article in articles:
            yield self.read_article(article)

    def _record(
        self, doc: Doc, article: Article, published: date | None, made: values.Reader, notes: tuple[Note, ...]
    ) -> Record:
        text, tree = article.text, Tree.of(doc)
        boilerplate = find_boilerplate(text, article.headline)
        left_out = sorted({*boilerplate, *find_bylines(text), *find_headings(text, article.headline)})
        cast = find_actors(doc, tree, published)
        times = find_times(text, published)
        authors = find_authors(text)
        statements = find_statements(doc, tree, cast, times, left_out, published, self._joined, authors)
        named = cast.actors()
        standing = find_standing(doc, tree, cast, statements, times, left_out, published, self._brought)
        return Record(
            reader=made, article=article, actors=standing.cited(named, cast.actors(), statements),
            statements=statements, questions=standing.questions, positions=standing.positions,
            meetings=standing.meetings, events=standing.events, attitudes=standing.attitudes,
            conflicts=standing.conflicts, boilerplate=boilerplate,
            notes=(*notes, *_notes(text, published, bool(times)), *standing.notes),
        )  # fmt: skip


def load(
    *, joined: bool = False, agenda: str | PathLike[str] | None = None, frames: str | PathLike[str] | None = None
) -> Reader:
    """A reader with the shipped model; see Reader for the rest. Raises ModelError, AgendaError and LexiconError."""
    reader = Reader(joined=joined, agenda=_path(agenda), frames=_path(frames))
    _settle()
    return reader


@lru_cache(maxsize=1)
def _settle() -> None:
    """Model and tables stay for good: the collector need not walk them with every article (3 % of the time)."""
    gc.collect()
    gc.freeze()


def _path(given: str | PathLike[str] | None) -> Path | None:
    return Path(given) if given is not None else None


def _day(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError as error:
        raise MalformedDate(f"'{published}' is no date") from error


@lru_cache(maxsize=1)
def _version() -> str:
    try:
        return version("verbale")
    except PackageNotFoundError:
        return "0"


def _unread(article: Article) -> Iterator[Note]:
    if not article.text.strip():
        yield Note("empty", None, "The article has no text.")
    else:
        message = f"The article is in '{article.language}', not in English: no statements were read from it."
        yield Note("not-english", None, message)


def _notes(text: str, published: date | None, has_times: bool) -> Iterator[Note]:
    for at in unbalanced_marks(text, find_quotations(text)):
        message = "This quotation mark has no partner: the quotation is taken to end with its paragraph."
        yield Note("unbalanced-quotes", Span(max(0, at), at + 1), message)
    if published is None and has_times:
        message = (
            "The article has no publication date: days such as 'on Tuesday' could not be placed. "
            "Give the date, with --published YYYY-MM-DD."
        )
        yield Note("no-publication-date", None, message)
