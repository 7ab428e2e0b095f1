"""The first schema: articles, what they come to together, the machine's layer, rulings, full-text search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _tables()
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


# External-content tables of FTS5 (https://www.sqlite.org/fts5.html), kept in step by triggers.
SQLITE = (
    "CREATE VIRTUAL TABLE articles_search USING fts5(headline, text, content='articles', content_rowid='number', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE statements_search USING fts5(words, content='statements', content_rowid='number', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER articles_in AFTER INSERT ON articles BEGIN INSERT INTO articles_search(rowid, headline, text) "
    "VALUES (new.number, new.headline, new.text); END",
    "CREATE TRIGGER articles_out AFTER DELETE ON articles BEGIN INSERT INTO articles_search(articles_search, rowid, "
    "headline, text) VALUES ('delete', old.number, old.headline, old.text); END",
    "CREATE TRIGGER articles_new AFTER UPDATE OF headline, text ON articles BEGIN INSERT INTO "
    "articles_search(articles_search, rowid, headline, text) VALUES ('delete', old.number, old.headline, old.text); "
    "INSERT INTO articles_search(rowid, headline, text) VALUES (new.number, new.headline, new.text); END",
    "CREATE TRIGGER statements_in AFTER INSERT ON statements BEGIN INSERT INTO statements_search(rowid, words) "
    "VALUES (new.number, new.words); END",
    "CREATE TRIGGER statements_out AFTER DELETE ON statements BEGIN INSERT INTO statements_search(statements_search, "
    "rowid, words) VALUES ('delete', old.number, old.words); END",
    "CREATE TRIGGER rulings_stay BEFORE UPDATE ON rulings BEGIN SELECT RAISE(ABORT, 'rulings are only added to'); END",
    "CREATE TRIGGER rulings_kept BEFORE DELETE ON rulings BEGIN SELECT RAISE(ABORT, 'rulings are only added to'); END",
)
POSTGRESQL = (
    "ALTER TABLE articles ADD COLUMN search tsvector GENERATED ALWAYS AS "
    "(to_tsvector('english', coalesce(headline, '') || ' ' || left(text, 400000))) STORED",
    "CREATE INDEX articles_by_words ON articles USING gin (search)",
    "ALTER TABLE statements ADD COLUMN search tsvector GENERATED ALWAYS AS "
    "(to_tsvector('english', left(words, 400000))) STORED",
    "CREATE INDEX statements_by_words ON statements USING gin (search)",
    "CREATE FUNCTION rulings_stay() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'rulings are only added to'; END $$",
    "CREATE TRIGGER rulings_stay BEFORE UPDATE OR DELETE ON rulings FOR EACH ROW EXECUTE FUNCTION rulings_stay()",
)


def _tables() -> None:
    op.create_table("actors",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("wikidata", sa.Text()),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("merged_into", sa.Integer()),
        sa.ForeignKeyConstraint(["merged_into"], ["actors.number"]),
        sa.PrimaryKeyConstraint("number")
    )  # fmt: skip
    op.create_index("actors_by_key", "actors", ["kind", "key"])
    op.create_index("ix_actors_country", "actors", ["country"])
    op.create_index("ix_actors_folded", "actors", ["folded"])
    op.create_index("ix_actors_merged_into", "actors", ["merged_into"])
    op.create_index("ix_actors_wikidata", "actors", ["wikidata"])
    op.create_table("articles",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("headline", sa.Text()),
        sa.Column("publisher", sa.Text()),
        sa.Column("published", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("copy_of", sa.Integer()),
        sa.ForeignKeyConstraint(["copy_of"], ["articles.number"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id")
    )  # fmt: skip
    op.create_index("ix_articles_added", "articles", ["added"])
    op.create_index("ix_articles_copy_of", "articles", ["copy_of"])
    op.create_index("ix_articles_published", "articles", ["published"])
    op.create_index("ix_articles_publisher", "articles", ["publisher"])
    op.create_table("meetings",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("date", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("merged_into", sa.Integer()),
        sa.ForeignKeyConstraint(["merged_into"], ["meetings.number"]),
        sa.PrimaryKeyConstraint("number")
    )  # fmt: skip
    op.create_index("ix_meetings_date", "meetings", ["date"])
    op.create_index("ix_meetings_key", "meetings", ["key"])
    op.create_index("ix_meetings_merged_into", "meetings", ["merged_into"])
    op.create_table("questions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("merged_into", sa.Integer()),
        sa.ForeignKeyConstraint(["merged_into"], ["questions.number"]),
        sa.PrimaryKeyConstraint("number")
    )  # fmt: skip
    op.create_index("ix_questions_merged_into", "questions", ["merged_into"])
    op.create_table("ruled",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "article", "anchor")
    )  # fmt: skip
    op.create_table("bands",
        sa.Column("band", sa.Text(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("band", "article")
    )  # fmt: skip
    op.create_index("ix_bands_article", "bands", ["article"])
    op.create_table("conflicts",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("second", sa.Integer(), nullable=False),
        sa.Column("question", sa.Integer()),
        sa.Column("made", sa.Text()),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["first"], ["actors.number"]),
        sa.ForeignKeyConstraint(["question"], ["questions.number"]),
        sa.ForeignKeyConstraint(["second"], ["actors.number"]),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("article", "local")
    )  # fmt: skip
    op.create_index("ix_conflicts_article", "conflicts", ["article"])
    op.create_index("ix_conflicts_first", "conflicts", ["first"])
    op.create_index("ix_conflicts_made", "conflicts", ["made"])
    op.create_index("ix_conflicts_question", "conflicts", ["question"])
    op.create_index("ix_conflicts_second", "conflicts", ["second"])
    op.create_table("events",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("class", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text()),
        sa.Column("made", sa.Text()),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("article", "local")
    )  # fmt: skip
    op.create_index("ix_events_article", "events", ["article"])
    op.create_index("ix_events_made", "events", ["made"])
    op.create_table("joins",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("home", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "kind", "local")
    )  # fmt: skip
    op.create_index("joins_by_home", "joins", ["kind", "home", "article"])
    op.create_table("participation",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("meeting", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("according_to", sa.Integer()),
        sa.Column("made", sa.Text()),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["according_to"], ["actors.number"]),
        sa.ForeignKeyConstraint(["actor"], ["actors.number"]),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.number"]),
        sa.PrimaryKeyConstraint("number")
    )  # fmt: skip
    op.create_index("ix_participation_according_to", "participation", ["according_to"])
    op.create_index("ix_participation_actor", "participation", ["actor"])
    op.create_index("ix_participation_article", "participation", ["article"])
    op.create_index("ix_participation_meeting", "participation", ["meeting"])
    op.create_table("positions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("actor", sa.Integer(), nullable=False),
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("condition", sa.Text()),
        sa.Column("made", sa.Text()),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["actor"], ["actors.number"]),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["question"], ["questions.number"]),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("article", "local")
    )  # fmt: skip
    op.create_index("ix_positions_article", "positions", ["article"])
    op.create_index("ix_positions_made", "positions", ["made"])
    op.create_index("positions_by_actor", "positions", ["actor", "made"])
    op.create_index("positions_by_question", "positions", ["question", "actor", "made"])
    op.create_table("question_words",
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("stem", sa.Text(), nullable=False),
        sa.Column("label", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["question"], ["questions.number"]),
        sa.PrimaryKeyConstraint("question", "stem")
    )  # fmt: skip
    op.create_index("question_words_by_stem", "question_words", ["stem", "question"])
    op.create_table("rulings",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("article", sa.Integer()),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("machine", sa.JSON(), nullable=False),
        sa.Column("why", sa.Text()),
        sa.Column("final", sa.Boolean(), nullable=False),
        sa.Column("undoes", sa.Integer()),
        sa.ForeignKeyConstraint(["article"], ["articles.number"]),
        sa.ForeignKeyConstraint(["undoes"], ["rulings.number"]),
        sa.PrimaryKeyConstraint("number")
    )  # fmt: skip
    op.create_index("ix_rulings_article", "rulings", ["article"])
    op.create_index("ix_rulings_undoes", "rulings", ["undoes"])
    op.create_index("rulings_by_value", "rulings", ["kind", "article", "anchor"])
    op.create_table("statements",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Integer()),
        sa.Column("quotation", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("denied", sa.Boolean(), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("made", sa.Text()),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["speaker"], ["actors.number"]),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("article", "local")
    )  # fmt: skip
    op.create_index("ix_statements_article", "statements", ["article"])
    op.create_index("ix_statements_made", "statements", ["made"])
    op.create_index("ix_statements_speaker", "statements", ["speaker"])
    op.create_table("event_actors",
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Integer(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["actor"], ["actors.number"]),
        sa.ForeignKeyConstraint(["event"], ["events.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "actor", "side")
    )  # fmt: skip
    op.create_index("event_actors_by_actor", "event_actors", ["actor", "event"])
    op.create_table("speakers",
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["actor"], ["actors.number"]),
        sa.ForeignKeyConstraint(["statement"], ["statements.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("statement", "actor")
    )  # fmt: skip
    op.create_index("speakers_by_actor", "speakers", ["actor", "statement"])
