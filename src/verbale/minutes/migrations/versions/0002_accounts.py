"""Who may come in: users, tokens, sessions, limits; and the audit log, begun with what was ruled and added before."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _tables()
    sealing = sa.table("sealing", sa.column("number", sa.Integer), sa.column("key", sa.LargeBinary))
    op.execute(sealing.insert().values(number=1, key=secrets.token_bytes(32)))
    for statement in EARLIER, *(SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL):
        op.execute(statement)


_RULING = """{0}.verdict || ' ' || {0}.kind || ' ' || {0}.anchor || coalesce(' of article ' ||
    (SELECT a.id FROM articles a WHERE a.number = {0}.article), '') || ' (ruling ' || {0}.number || ')'"""
EARLIER = f"""INSERT INTO audit (at, "by", what, about)
    SELECT at, "by", what, about FROM (
        SELECT r.at, r."by", 'ruling' AS what, {_RULING.format("r")} AS about, r.number FROM rulings r
        UNION ALL SELECT a.added, NULL, 'article added', a.id, a.number FROM articles a
    ) earlier ORDER BY at, what, number"""
SQLITE = (
    "CREATE TRIGGER rulings_noted AFTER INSERT ON rulings BEGIN INSERT INTO audit (at, \"by\", what, about) VALUES "
    f"(new.at, new.\"by\", 'ruling', {_RULING.format('new')}); END",
    "CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END",
    "CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END",
)
POSTGRESQL = (
    "CREATE FUNCTION rulings_noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "INSERT INTO audit (at, \"by\", what, about) VALUES "
    f"(new.at, new.\"by\", 'ruling', {_RULING.format('new')}); RETURN NULL; END $$",
    "CREATE TRIGGER rulings_noted AFTER INSERT ON rulings FOR EACH ROW EXECUTE FUNCTION rulings_noted()",
    "CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the audit is only added to'; END $$",
    "CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_stays()",
)


def _tables() -> None:
    op.create_table("users",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("removed", sa.Text()),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("key")
    )  # fmt: skip
    op.create_table("tokens",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("until", sa.Text()),
        sa.Column("used", sa.Text()),
        sa.Column("removed", sa.Text()),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("hash")
    )  # fmt: skip
    op.create_index("ix_tokens_key", "tokens", ["key"])
    op.create_table("sessions",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("user", sa.Integer(), nullable=False),
        sa.Column("seen", sa.Float(), nullable=False),
        sa.Column("until", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["user"], ["users.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("hash")
    )  # fmt: skip
    op.create_index("ix_sessions_until", "sessions", ["until"])
    op.create_index("ix_sessions_user", "sessions", ["user"])
    op.create_table("limits",
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("count", sa.Float(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("subject")
    )  # fmt: skip
    op.create_index("ix_limits_at", "limits", ["at"])
    op.create_table("sealing",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number")
    )  # fmt: skip
    op.create_table("audit",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text()),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("place", sa.Text()),
        sa.PrimaryKeyConstraint("number")
    )  # fmt: skip
    op.create_index("ix_audit_at", "audit", ["at"])
    op.create_index("ix_audit_what", "audit", ["what"])
