"""Minutes of every earlier schema open, with everything in them, in both databases.

`schemas/` has small minutes as SQL, written by the version that made them.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.minutes.older import OLDER, made
from verbale.minutes import Minutes, migrating, tables
from verbale.minutes.answers import Filter
from verbale.minutes.database import Database
from verbale.minutes.migrating import SCHEMA
from verbale.minutes.tallying import recount


@pytest.fixture(params=OLDER)
def older(url: str, request: pytest.FixtureRequest) -> str:
    made(url, request.param)
    return url


def test_earlier_minutes_open_with_everything_in_them(older: str):
    with Minutes(older) as minutes:
        assert len(minutes) == len(list(minutes.records())) == 3
        assert {(p.actor.name, p.stance, p.made) for p in minutes.positions()} == {
            ("Norland", "support", "2026-03-04"), ("Sudmark", "neutral", "2026-03-04"),
            ("Sudmark", "oppose", "2026-04-01"),
        }  # fmt: skip
        assert [len(m.parts) for m in minutes.meetings()] == [1]
        assert [hit.statement.words for hit in minutes.search("accepted") if hit.statement] == ["Norland has accepted"]


def test_what_was_ruled_before_is_ruled_still(older: str):
    with Minutes(older) as minutes:
        assert len(minutes.rulings()) == 6
        ruled = {(s.speaker.name, s.words) for s in minutes.statements(Filter(layer="people")) if s.speaker}
        assert ruled == {("Mara Lind", "Norland")}
        assert "Sudmark refuses to pay" not in {s.words for s in minutes.statements()}
        assert "Sudmark refuses to pay" in {s.words for s in minutes.statements(Filter(layer="machine"))}
        assert [a.name for a in minutes.actors(Filter(by="Lena Okafor"))] == ["Norland"]
        minutes.undo(6, by="ann")
        assert [a.name for a in minutes.actors(Filter(by="Lena Okafor"))] == ["Lena Okafor"]


@pytest.mark.parametrize("schema", [f"{number:04}" for number in range(2, int(SCHEMA))])
def test_minutes_of_the_schemas_between_open_too(url: str, schema: str):
    made(url, OLDER[0])
    database = Database(url)
    with database.writing() as connection:
        migrating.upgrade(connection, database, schema)
    database.close()
    with Minutes(url) as minutes:
        assert len(minutes) == len(list(minutes.records())) == 3
        assert [(a.name, a.articles) for a in minutes.actors()][:2] == [("Norland", 3), ("Sudmark", 2)]
        assert [hit.statement.words for hit in minutes.search("accepted") if hit.statement] == ["Norland has accepted"]


def test_actors_are_counted_in_earlier_minutes_as_in_new_ones(older: str):
    with Minutes(older) as minutes:
        before = minutes.actors()
        assert sum(actor.statements for actor in before) > 0
        with minutes.database.writing() as connection:
            for article in connection.scalars(select(tables.articles.c.number)).all():
                recount(connection, article)
        assert minutes.actors() == before


def test_a_file_is_backed_up_before_it_is_changed(tmp_path: Path):
    path = tmp_path / "talks.db"
    made(str(path), OLDER[0])
    Minutes(str(path)).close()
    (backup,) = tmp_path.glob(f"talks.db.before-{SCHEMA}-was-{OLDER[0]}")
    with sqlite3.connect(backup) as file:
        assert file.execute("SELECT version_num FROM alembic_version").fetchone() == (OLDER[0],)
        assert file.execute("SELECT count(*) FROM rulings").fetchone() == (6,)
    file.close()
    Minutes(str(path)).close()
    assert len(list(tmp_path.glob("*before*"))) == 1
