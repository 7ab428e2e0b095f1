"""What rulings make of a value becomes a row beside the machine's; what the machine called an actor is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

VALUES = ("statements", "positions", "participation", "events", "conflicts")
HOMES = ("actors", "questions", "meetings")


def upgrade() -> None:
    for table in VALUES:
        op.add_column(table, sa.Column("shown", sa.Boolean(), nullable=False, server_default=sa.true()))
    for table in HOMES:
        op.add_column(table, sa.Column("machine", sa.JSON()))
    op.add_column("actors", sa.Column("sound", sa.Text()))
    op.drop_index("actors_by_key", "actors")
    op.create_index("actors_by_key", "actors", ["key", "kind"])
    op.create_index("actors_by_sound", "actors", ["sound"])
    op.add_column("ruled", sa.Column("machine", sa.JSON(), nullable=False, server_default="{}"))
    for table in ("statements", "positions"):
        op.execute(f"CREATE INDEX {table}_put_aside ON {table} (number) WHERE NOT shown")
    # An index that has those that are no copies too looks selective to SQLite, and is used for what it is worst at.
    op.drop_index("ix_articles_copy_of", "articles")
    op.execute("CREATE INDEX articles_copies ON articles (copy_of) WHERE copy_of IS NOT NULL")
