"""Articles, and one with everything that was read in it beside its text."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.minutes import Minutes
from verbale.minutes.answers import MOST, Deed, Filter, Kept, Listed, Opposed, Part, Said, Standing
from verbale.minutes.looking import Value
from verbale.record import Attitude, Note

from .answering import page
from .asked import Asked
from .listing import cut_off


@dataclass(frozen=True, slots=True)
class Articles:
    articles: tuple[Listed, ...]
    next: str | None


NARROWS = ("publisher", "by", "country", "on", "meeting", "since", "until", "copies")


@page("/articles", "articles.html", narrows=NARROWS, table="articles")
def articles(minutes: Minutes, asked: Asked) -> Articles:
    return Articles(*cut_off(minutes.articles(asked.more()), asked.filter.limit))


@dataclass(frozen=True, slots=True)
class Tone:
    """How an actor is toward another, or in what tone the article speaks of one (`actor` is None)."""

    actor: str | None
    toward: str
    stance: str
    evidence: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A value that reviewers have rejected."""

    kind: str
    value: Value


@dataclass(frozen=True, slots=True)
class Article:
    """All of one article; spans are [start, end) in code points of `text`."""

    about: Kept
    text: str
    layer: str
    statements: tuple[Said, ...]
    positions: tuple[Standing, ...]
    parts: tuple[Part, ...]
    conflicts: tuple[Opposed, ...]
    events: tuple[Deed, ...]
    tones: tuple[Tone, ...]
    boilerplate: tuple[str, ...]
    notes: tuple[Note, ...]
    rejected: tuple[Rejected, ...]


@page("/articles/{name:path}", "article.html", narrows=("layer",), table="statements")
def article(minutes: Minutes, asked: Asked, name: str) -> Article:
    about, record = minutes.article(name), minutes.record(name)
    own = Filter(article=name, layer=asked.filter.layer, copies=True, limit=MOST)
    called = {each.id: each.name for each in about.cast}
    statements = sorted(minutes.statements(own), key=lambda s: (s.spans["content"][0], -s.spans["content"][-1][1]))
    rejected = minutes.rejected(name) if asked.filter.layer == "ruled" else []
    return Article(
        about, record.article.text, asked.filter.layer, tuple(statements), tuple(minutes.positions(own)[::-1]),
        tuple(minutes.participation(own)[::-1]), tuple(minutes.conflicts(own)[::-1]), tuple(minutes.events(own)[::-1]),
        tuple(_tone(a, called, record.article.text) for a in record.attitudes) if own.layer != "people" else (),
        tuple(record.article.quote(span) for span in record.boilerplate), record.notes,
        tuple(Rejected(kind, value) for kind, value in rejected),
    )  # fmt: skip


def _tone(attitude: Attitude, called: dict[str, str], text: str) -> Tone:
    words = " … ".join(" ".join(text[span.start : span.end].split()) for span in attitude.spans)
    actor = called.get(attitude.actor, attitude.actor) if attitude.actor else None
    return Tone(actor, called.get(attitude.toward, attitude.toward), attitude.stance, attitude.evidence, words)
