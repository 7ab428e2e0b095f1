"""The tables of the minutes, for SQLite and PostgreSQL alike; `migrations/` makes them.

    articles ──< joins >── actors, questions, meetings     who or what a value of one article is across articles
        │
        ├──< statements, positions, participation, events, conflicts     the machine's layer, replaced when read again,
        │                                                                and beside it what rulings come to (`people`)
        └──< rulings                                                     only ever added to

    users ──< sessions     tokens     limits     sealing     who may come in (`accounts/`)
    audit                  what was done, by whom; only ever added to

Indexes over expressions and over some rows only stand in `migrations/` alone.

`number` is a table's own key. `local` is a value's id in its record (S3, P1), or R and a number for what people have
added or amended. `anchor` names a value for rulings: it stays the same when the article is read again. Days are ISO
8601 texts, as coarse as the article tells them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    true,
)

metadata = MetaData()


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True)


def _article(*, index: bool = False) -> Column[int]:
    """By itself an index is needed only where none of several columns begins with it."""
    return Column("article", ForeignKey("articles.number", ondelete="CASCADE"), nullable=False, index=index)


def _home(table: str, name: str, *, needed: bool = False, index: bool = True) -> Column[int]:
    return Column(name, ForeignKey(f"{table}.number"), nullable=not needed, index=index)


def _shown() -> Column[bool]:
    """Whether it is a value as reviewers have ruled; the machine's own is not where they rejected or amended it."""
    return Column("shown", Boolean, nullable=False, server_default=true())


def _machine() -> Column[Any]:
    """What the machine said of the fields that a ruling has changed."""
    return Column("machine", JSON(none_as_null=True))


articles = Table(
    "articles", metadata, _number(),
    Column("id", Text, nullable=False, unique=True),
    Column("url", Text),
    Column("headline", Text),
    Column("publisher", Text, index=True),
    Column("published", Text, index=True),
    Column("language", Text),
    Column("text", Text, nullable=False),  # for the search; exact characters are in `record`
    Column("added", Text, nullable=False, index=True),  # 2026-03-04T09:30:00Z
    Column("version", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),  # the record as JSON, deflated
    Column("copy_of", ForeignKey("articles.number", ondelete="SET NULL")),  # its first appearance
)  # fmt: skip

actors = Table(
    "actors", metadata, _number(),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("country", Text, index=True),
    Column("wikidata", Text, index=True),
    Column("key", Text, nullable=False),  # what it is joined by: a state's code, a surname, a folded name
    Column("folded", Text, nullable=False, index=True),  # what it is asked for by
    Column("merged_into", ForeignKey("actors.number"), index=True),
    _machine(),
    Column("sound", Text),  # the consonants of a person's surname
    Index("actors_by_key", "key", "kind"),
    Index("actors_by_sound", "sound"),
)  # fmt: skip

questions = Table(
    "questions", metadata, _number(),
    Column("label", Text, nullable=False),
    Column("merged_into", ForeignKey("questions.number"), index=True),
    _machine(),
)  # fmt: skip

question_words = Table(
    "question_words", metadata,
    Column("question", ForeignKey("questions.number"), primary_key=True),
    Column("stem", Text, primary_key=True),
    Column("label", Boolean, nullable=False),  # of the label; else of another wording or of an actor it is about
    Index("question_words_by_stem", "stem", "label", "question"),
)  # fmt: skip

meetings = Table(
    "meetings", metadata, _number(),
    Column("name", Text, nullable=False),
    Column("date", Text, index=True),
    Column("place", Text),
    Column("key", Text, nullable=False, index=True),
    Column("merged_into", ForeignKey("meetings.number"), index=True),
    _machine(),
)  # fmt: skip

# One row says that an actor, question or meeting of an article is one of those above, and why.
joins = Table(
    "joins", metadata,
    Column("article", ForeignKey("articles.number", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, primary_key=True),  # actor, question, meeting
    Column("local", Text, primary_key=True),
    Column("home", Integer, nullable=False),
    Column("name", Text, nullable=False),  # as this article has it
    Column("reason", Text, nullable=False),
    Column("details", JSON, nullable=False),  # offices and mentions; what it is about; date, place, state
    Column("said", Integer, nullable=False, server_default="0"),  # statements that an actor makes in the article
    Column("stands", Integer, nullable=False, server_default="0"),  # and positions; of two ids of one actor the first
    Index("joins_by_home", "kind", "home", "article", "name", "said", "stands"),
)  # fmt: skip

statements = Table(
    "statements", metadata, _number(), _article(), _shown(),
    Column("local", Text, nullable=False),
    Column("anchor", Text, nullable=False),
    _home("actors", "speaker", index=False),  # the first; `speakers` has all
    Column("quotation", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("denied", Boolean, nullable=False),
    Column("anonymous", Boolean, nullable=False),
    Column("made", Text),
    Column("words", Text, nullable=False),  # the content, an ellipsis where it is interrupted
    Column("spans", JSON, nullable=False),  # {"source": [[start, end)], "cue": …, "content": …}
    Column("details", JSON, nullable=False),  # via, addressees, occasion, cites, inside, …, as in the record
    Column("confidence", Float, nullable=False),
    UniqueConstraint("article", "local"),
)  # fmt: skip

speakers = Table(
    "speakers", metadata,
    Column("statement", ForeignKey("statements.number", ondelete="CASCADE"), primary_key=True),
    Column("actor", ForeignKey("actors.number"), primary_key=True),
    Column("made", Text),  # as the statement has it
)  # fmt: skip

positions = Table(
    "positions", metadata, _number(), _article(), _shown(),
    Column("local", Text, nullable=False),
    Column("anchor", Text, nullable=False),
    Column("actor", ForeignKey("actors.number"), nullable=False),
    Column("question", ForeignKey("questions.number"), nullable=False),
    Column("stance", Text, nullable=False),
    Column("condition", Text),
    Column("made", Text),
    Column("evidence", JSON, nullable=False),  # locals of statements and events
    Column("confidence", Float, nullable=False),
    UniqueConstraint("article", "local"),
    Index("positions_by_stance", "stance", "article"),
)  # fmt: skip

participation = Table(
    "participation", metadata, _number(), _article(index=True), _shown(),
    Column("local", Text, nullable=False),  # of its meeting
    Column("anchor", Text, nullable=False),
    _home("meetings", "meeting", needed=True),
    _home("actors", "actor", needed=True),
    Column("role", Text, nullable=False),
    Column("status", Text, nullable=False),
    _home("actors", "according_to", index=False),
    Column("made", Text),
    Column("evidence", JSON, nullable=False),
)  # fmt: skip

events = Table(
    "events", metadata, _number(), _article(), _shown(),
    Column("local", Text, nullable=False),
    Column("anchor", Text, nullable=False),
    Column("class", Text, nullable=False),
    Column("mode", Text),
    Column("made", Text),
    Column("spans", JSON, nullable=False),
    Column("evidence", JSON, nullable=False),
    Column("confidence", Float, nullable=False),
    UniqueConstraint("article", "local"),
)  # fmt: skip

event_actors = Table(
    "event_actors", metadata,
    Column("event", ForeignKey("events.number", ondelete="CASCADE"), primary_key=True),
    Column("actor", ForeignKey("actors.number"), primary_key=True),
    Column("side", Text, primary_key=True),  # source, target
    Index("event_actors_by_actor", "actor", "event"),
)  # fmt: skip

conflicts = Table(
    "conflicts", metadata, _number(), _article(), _shown(),
    Column("local", Text, nullable=False),
    Column("anchor", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("first", ForeignKey("actors.number"), nullable=False, index=True),
    Column("second", ForeignKey("actors.number"), nullable=False, index=True),
    _home("questions", "question"),
    Column("made", Text),
    Column("evidence", JSON, nullable=False),  # for each side, locals
    UniqueConstraint("article", "local"),
)  # fmt: skip

# Which articles may be copies of each other: those that share a band of their MinHash.
bands = Table(
    "bands", metadata,
    Column("band", Text, primary_key=True),
    Column("article", ForeignKey("articles.number", ondelete="CASCADE"), primary_key=True),
)  # fmt: skip

rulings = Table(
    "rulings", metadata, _number(),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("verdict", Text, nullable=False),  # accept, reject, amend, add, merge, split, undo
    Column("kind", Text, nullable=False),  # statement, position, participation, event, conflict, actor, question
    Column("article", ForeignKey("articles.number"), index=True),
    Column("anchor", Text, nullable=False),
    Column("values", JSON, nullable=False),  # what an amended or added value says
    Column("machine", JSON, nullable=False),  # what the machine said when it was ruled on
    Column("why", Text),
    Column("final", Boolean, nullable=False),  # an adjudication: goes before other reviewers' rulings
    Column("undoes", ForeignKey("rulings.number"), index=True),
    Index("rulings_by_value", "kind", "article", "anchor"),
)  # fmt: skip

# What the rulings on a value come to; made from `rulings` alone and made again with each of them.
ruled = Table(
    "ruled", metadata,
    Column("kind", Text, primary_key=True),
    Column("article", Integer, primary_key=True),
    Column("anchor", Text, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("values", JSON, nullable=False),
    Column("by", Text, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("machine", JSON, nullable=False, server_default="{}"),  # what the machine says now
)  # fmt: skip

users = Table(
    "users", metadata, _number(),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False, unique=True),  # the name folded: "Ann" and "ann" are one
    Column("role", Text, nullable=False),  # reader, reviewer, editor
    Column("password", Text, nullable=False),  # argon2id, with its salt and parameters
    Column("made", Text, nullable=False),
    Column("removed", Text),  # since when nobody comes in under this name
)  # fmt: skip

tokens = Table(
    "tokens", metadata, _number(),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False, index=True),  # a token under a user's name is that user's
    Column("role", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),  # SHA-256 of 256 random bits
    Column("made", Text, nullable=False),
    Column("until", Text),
    Column("used", Text),  # the last day
    Column("removed", Text),
)  # fmt: skip

sessions = Table(
    "sessions", metadata,
    Column("hash", Text, primary_key=True),  # SHA-256 of what the cookie holds
    Column("user", ForeignKey("users.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("seen", Float, nullable=False),  # seconds since 1970
    Column("until", Float, nullable=False, index=True),
)  # fmt: skip

# How often something was done: log-ins that failed, texts that were sent.
limits = Table(
    "limits", metadata,
    Column("subject", Text, primary_key=True),  # "account ann", "address 192.0.2.7", "ration ann"
    Column("count", Float, nullable=False),
    Column("at", Float, nullable=False, index=True),  # seconds since 1970
)  # fmt: skip

# The key that seals cookies and forms: one row, made with the table.
sealing = Table(
    "sealing", metadata,
    Column("number", Integer, primary_key=True),
    Column("key", LargeBinary, nullable=False),
)  # fmt: skip

audit = Table(
    "audit", metadata, _number(),
    Column("at", Text, nullable=False, index=True),
    Column("by", Text),  # nobody, where a log-in failed
    Column("what", Text, nullable=False, index=True),
    Column("about", Text, nullable=False),
    Column("place", Text),  # an internet address, or "command line"
)  # fmt: skip
