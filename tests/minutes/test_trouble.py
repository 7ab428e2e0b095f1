"""What goes wrong around the minutes: files that are none, full disks, locks, servers that go away, secrets."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, event, insert, text

from tests.cli.commands import verbale
from tests.minutes.conftest import Server
from tests.minutes.made_up import quarrel, record
from verbale.errors import MinutesBusy, MinutesError, NewerMinutes, NotMinutes, NotWritable
from verbale.minutes import Minutes, database, migrating, tables
from verbale.minutes.accounts import Accounts
from verbale.minutes.database import Database
from verbale.record import dumps

SECRET = "very-secret"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with minutes of three articles."""
    made = tmp_path / "talks.db"
    with Minutes(str(made)) as minutes:
        for number in range(3):
            minutes.add(record(text=f"Norland will not pay, part {number}. " * 30))
    return made


@contextlib.contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """As somebody who may do what the modes of files say; root may do everything."""
    if os.geteuid():
        yield
        return
    for above in (folder, *folder.parents[:4]):
        above.chmod(above.stat().st_mode | 0o055 if above == folder else above.stat().st_mode | 0o011)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def first(url: str) -> None:
    """Make minutes of the first schema, with an article and a ruling."""
    made = Database(url)
    config = Config()
    config.set_main_option("script_location", str(Path(migrating.__file__).with_name("migrations")))
    given = quarrel()
    row = {"id": given.article.id, "text": given.article.text, "record": zlib.compress(dumps(given).encode()),
           "added": "2026-03-04T09:30:00Z", "version": given.reader.version, "model": given.reader.model}  # fmt: skip
    with made.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(insert(tables.articles).values(row))
        connection.execute(text('INSERT INTO rulings (at, "by", verdict, kind, article, anchor, "values", '
                                "machine, final) VALUES ('2026-03-05T10:00:00Z', 'ann', 'reject', 'position', 1, "
                                "'Sudmark on the bridge toll', '{}', '{}', false)"))  # fmt: skip
    made.close()


def used(path: Path) -> None:
    with Minutes(str(path)) as minutes:
        minutes.add(quarrel())
        list(minutes.records())
        minutes.statements()


@pytest.mark.parametrize("content", [
    b"hello", b"\0" * 5000, b"SQLite format 3\0" + b"\x5a" * 5000, b"PK\x03\x04" + b"x" * 2000,
])  # fmt: skip
def test_a_file_that_is_no_minutes_file_is_told_and_left_as_it_is(tmp_path: Path, content: bytes):
    (tmp_path / "other.db").write_bytes(content)
    with pytest.raises(NotMinutes, match=r"other\.db"):
        Minutes(str(tmp_path / "other.db"))
    assert (tmp_path / "other.db").read_bytes() == content


def test_a_damaged_file_is_told(path: Path):
    whole = path.read_bytes()
    for damaged in (whole[: len(whole) // 2], whole[:20_000] + os.urandom(60_000) + whole[80_000:]):
        path.write_bytes(damaged)
        with pytest.raises(NotMinutes):
            used(path)


def test_a_file_without_its_version_is_told(path: Path):
    with contextlib.closing(sqlite3.connect(path)) as raw:
        raw.execute("DELETE FROM alembic_version")
        raw.commit()
    with pytest.raises(NotMinutes, match="which version"):
        Minutes(str(path))


def test_minutes_of_a_newer_version_are_left_as_they_are(url: str):
    with Minutes(url) as minutes:
        minutes.add(record())
        with minutes.database.writing() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num='9999'"))
    with pytest.raises(NewerMinutes, match="9999"):
        Minutes(url)


def test_a_full_disk_is_told_and_what_was_kept_is_kept(path: Path):
    with Minutes(str(path)) as minutes:

        @event.listens_for(minutes.database.engine, "begin")
        def _full(connection: Connection) -> None:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

        with pytest.raises(NotWritable, match="disk is full"):
            minutes.add(record(text="Norland will not pay. " * 2000))
        assert len(minutes) == len(minutes.statements()) == 3
    with Minutes(str(path)) as minutes:
        assert minutes.add(quarrel()).outcome == "new"


def test_a_file_that_is_write_protected_can_be_asked_and_not_added_to(path: Path):
    path.chmod(0o444)
    path.parent.chmod(0o777)
    with without_rights(path.parent), Minutes(str(path)) as minutes:
        assert len(minutes) == 3
        with pytest.raises(NotWritable, match="write-protected"):
            minutes.add(quarrel())
        assert len(minutes) == 3


def test_a_folder_that_is_write_protected_is_told(path: Path):
    path.chmod(0o644)
    path.parent.chmod(0o555)
    with without_rights(path.parent):
        with pytest.raises(MinutesError, match="folder"):
            Minutes(str(path.parent / "new.db"))
        with pytest.raises(NotWritable, match="folder"):
            Minutes(str(path))
    path.parent.chmod(0o755)
    with Minutes(str(path)) as minutes:
        assert len(minutes) == 3


def test_a_file_that_may_not_be_read_is_told(path: Path):
    path.chmod(0)
    with without_rights(path.parent), pytest.raises(MinutesError, match="cannot be opened"):
        Minutes(str(path))


def test_a_folder_is_no_file(tmp_path: Path):
    with pytest.raises(MinutesError, match="directory"):
        Minutes(str(tmp_path))


def test_a_lock_is_waited_for(path: Path):
    with Minutes(str(path)) as minutes, contextlib.closing(sqlite3.connect(path, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        freeing = threading.Timer(0.3, other.rollback)
        freeing.start()
        assert minutes.add(quarrel()).outcome == "new"
        freeing.join()


def test_a_lock_that_stays_is_told(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(database, "WAITING", 0.01)
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode=DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(MinutesBusy, match="somebody else is writing"):
            Minutes(str(path))


def test_older_minutes_are_brought_up_to_date_and_their_audit_begins_with_what_was_done(url: str):
    first(url)
    with Minutes(url) as minutes:
        assert minutes.record(quarrel().article.id) == quarrel()
        noted = [(e.at, e.by, e.what) for e in Accounts(minutes.database).audit()]
        assert len(minutes.rulings()) == 1
    assert noted == [("2026-03-05T10:00:00Z", "ann", "ruling"), ("2026-03-04T09:30:00Z", None, "article added")]


def test_an_older_file_is_kept_beside_the_new_one(tmp_path: Path):
    first(str(tmp_path / "talks.db"))
    Minutes(str(tmp_path / "talks.db")).close()
    (copy,) = tmp_path.glob("talks.db.before-*-was-0001")
    with contextlib.closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert raw.execute("SELECT count(*) FROM articles").fetchone() == (1,)


def test_an_older_file_of_which_no_backup_can_be_made_is_left_as_it_is(tmp_path: Path):
    first(str(tmp_path / "talks.db"))
    before = (tmp_path / "talks.db").read_bytes()
    (tmp_path / f"talks.db.before-{migrating.SCHEMA}-was-0001").mkdir()
    with pytest.raises(NotWritable, match="no backup can be made"):
        Minutes(str(tmp_path / "talks.db"))
    assert (tmp_path / "talks.db").read_bytes() == before


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection")  # of indexes over expressions
def test_the_migrations_make_all_that_the_tables_say(minutes: Minutes):
    with minutes.database.reading() as connection:
        differ = compare_metadata(MigrationContext.configure(connection), tables.metadata)
    wanting = [each for each in differ if isinstance(each, list) or str(each[0]).startswith("add_")]
    assert not wanting


def test_bringing_up_to_date_is_done_whole_or_not_at_all(url: str, monkeypatch: pytest.MonkeyPatch):
    def stopped(*_: Any) -> None:
        real(*_)
        raise KeyboardInterrupt

    real = migrating.upgrade
    monkeypatch.setattr(migrating, "upgrade", stopped)
    with pytest.raises(KeyboardInterrupt):
        Minutes(url)
    monkeypatch.undo()
    with Minutes(url) as minutes:
        assert minutes.add(record()).outcome == "new"


def test_a_transaction_whose_connection_is_lost_is_done_again_and_only_once(server: Server):
    with Minutes(server.fresh()) as minutes:
        tried = list[int]()

        def work() -> int:
            with minutes.database.writing() as connection:
                connection.execute(text("INSERT INTO limits (subject, count, at) VALUES ('one', 1, 1)"))
                tried.append(1)
                if len(tried) == 1:
                    connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
                return connection.execute(text("SELECT count(*) FROM limits")).scalar_one()

        assert minutes.database.patiently(work) == 1
        assert len(tried) == 2


def test_a_server_that_is_away_is_waited_for_and_then_told(server: Server):
    with Minutes(server.fresh()) as minutes:
        server.stop()
        starting = threading.Timer(0.5, server.start)
        try:
            with pytest.raises(MinutesBusy, match="does not answer"):
                len(minutes)
        finally:
            starting.start()
        assert minutes.add(record()).outcome == "new"
        starting.join()


def test_a_database_that_is_not_there_is_told_at_once(server: Server):
    address = server.url("no_such_talks").replace("verbale@", f"verbale:{SECRET}@")
    with pytest.raises(MinutesError, match=r"no_such_talks.*refuses") as told:
        Minutes(address)
    assert not isinstance(told.value, MinutesBusy)
    assert SECRET not in str(told.value)


@pytest.mark.parametrize("address", [
    "postgresql://ann:{}@127.0.0.1:1/talks", "postgresql://127.0.0.1:1/talks?password={}", "mysql://ann:{}@host/talks",
    "nonsense://ann:{}@host", "postgresql://ann:x@{}@127.0.0.1:1/talks", "postgresql://ann:{}@127.0.0.1:x/talks",
    "postgresql://ann:{}@127.0.0.1:1/talks?no=such&option={}",
])  # fmt: skip
def test_a_password_in_an_address_is_never_shown(address: str, tmp_path: Path):
    (tmp_path / "a.jsonl").write_text(dumps(record()) + "\n", encoding="utf-8")
    done = verbale("add", tmp_path / "a.jsonl", "--minutes", address.replace("{}", SECRET))
    assert (done.returncode, done.stderr.count("\n")) == (MinutesError.exit_code, 1)
    assert SECRET not in done.stdout + done.stderr


@pytest.mark.parametrize("address", ["", "sqlite://", "sqlite:///", "sqlite:///a\0b.db", "a\0b.db", "sqlite:///a.db?x=1"])
def test_an_address_that_names_no_file_is_told(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(MinutesError, match="names no file"):
        Minutes(address)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["what?.db", "50%.db", "a b#c.db", "münze.db", "a@b.db"])
def test_a_path_is_taken_as_it_is(name: str, tmp_path: Path):
    with Minutes(str(tmp_path / name)) as minutes:
        minutes.add(record())
    assert (tmp_path / name).exists()
    with Minutes(str(tmp_path / name), create=False) as minutes:
        assert len(minutes) == 1
