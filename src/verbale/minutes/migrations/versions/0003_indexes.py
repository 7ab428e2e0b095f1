"""Indexes for what pages ask: the latest first, what comes before a position, the least confident first."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MADE = ("statements", "positions", "participation", "events", "conflicts")
CONFIDENT = ("statements", "positions", "events")


def upgrade() -> None:
    for table in MADE:
        op.execute(f"CREATE INDEX {table}_latest ON {table} (coalesce(made, ''), number)")
    op.execute("CREATE INDEX articles_latest ON articles (coalesce(published, ''), number)")
    op.execute("CREATE INDEX meetings_latest ON meetings (coalesce(date, ''), number)")
    op.execute("CREATE INDEX positions_in_turn ON positions (question, actor, coalesce(made, ''), number)")
    for table in CONFIDENT:
        op.execute(f"CREATE INDEX {table}_doubted ON {table} (confidence, number)")
