"""How often an actor speaks and stands in an article is kept with its join, the day with who speaks; indexes in which
an actor's values stand in order come, and those that no question needs, since another begins alike, go."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

NEEDLESS = {
    "statements": ("article", "made", "speaker"), "positions": ("article", "made"), "events": ("article", "made"),
    "conflicts": ("article", "made"), "participation": ("according_to",), "bands": ("article",),
}  # fmt: skip
IN_TURN = {
    "positions_in_turn": "question, actor, coalesce(made, ''), number, article, shown",
    "positions_of_actor": "actor, coalesce(made, ''), number, question, article, shown",
}
# Of several ids that one actor has in an article the first has the counts.
COUNTED = """
UPDATE joins SET
 said = (SELECT count(*) FROM statements s JOIN speakers t ON t.statement = s.number
         WHERE s.article = joins.article AND s.shown AND t.actor = joins.home),
 stands = (SELECT count(*) FROM positions p WHERE p.article = joins.article AND p.shown AND p.actor = joins.home)
WHERE kind = 'actor' AND local = (SELECT min(o.local) FROM joins o WHERE o.article = joins.article
                                  AND o.kind = joins.kind AND o.home = joins.home)
"""


def upgrade() -> None:
    for table, columns in NEEDLESS.items():
        for column in columns:
            op.drop_index(f"ix_{table}_{column}", table)
    for index in ("positions_by_question", "positions_by_actor", "positions_in_turn"):
        op.drop_index(index, "positions")
    for index, within in IN_TURN.items():
        op.execute(f"CREATE INDEX {index} ON positions ({within})")
    op.create_index("positions_by_stance", "positions", ["stance", "article"])
    op.add_column("speakers", sa.Column("made", sa.Text()))
    op.execute("UPDATE speakers SET made = (SELECT made FROM statements WHERE number = speakers.statement)")
    op.drop_index("question_words_by_stem", "question_words")
    op.create_index("question_words_by_stem", "question_words", ["stem", "label", "question"])
    op.drop_index("speakers_by_actor", "speakers")
    op.execute("CREATE INDEX speakers_of_actor ON speakers (actor, coalesce(made, ''), statement)")
    for column in ("said", "stands"):
        op.add_column("joins", sa.Column(column, sa.Integer(), nullable=False, server_default="0"))
    op.execute(COUNTED)
    op.drop_index("joins_by_home", "joins")
    op.create_index("joins_by_home", "joins", ["kind", "home", "article", "name", "said", "stands"])
