"""Bringing a database to the schema of this version: new ones made, older ones migrated after a backup."""

from __future__ import annotations

import contextlib
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, inspect, select, text

from verbale.errors import NewerMinutes, NotMinutes, NotWritable

from . import tables
from .database import APPLICATION, Database

SCHEMA = max(file.name[:4] for file in Path(__file__).with_name("migrations").glob("versions/0*.py"))
PEOPLE = "0004"  # from here on rulings have rows of their own


def prepare(database: Database) -> None:
    """Make or migrate the schema; does nothing where it is of this version.

    Raises NotMinutes, NewerMinutes, and what opening the database raises.
    """
    with database.reading() as connection:
        found = _version(connection, database.shown)
    if found == SCHEMA:
        return
    if found is not None and found > SCHEMA:
        raise NewerMinutes(f"{database.shown}: its schema {found} is newer than {SCHEMA}, the newest known here")
    if found is not None and database.path:
        _back_up(database.path, found)
    with database.writing() as connection:
        if _version(connection, database.shown) != SCHEMA:  # somebody else may have been faster
            upgrade(connection, database)
            if found is not None and found < PEOPLE:
                _remake_people(connection)
    if database.path:
        with database.outside() as raw:  # readers and a writer side by side
            raw.execute("PRAGMA journal_mode=WAL")


def _version(connection: Connection, name: str) -> str | None:
    """The schema's version; None for an empty database."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if "alembic_version" not in tables or "joins" not in tables:
        raise NotMinutes(f"{name}: this database holds other things than minutes")
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if version is None:
        raise NotMinutes(f"{name}: it does not say of which version it is")
    return str(version)


def upgrade(connection: Connection, database: Database, schema: str = SCHEMA) -> None:
    """Make the tables of a schema, within a transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, schema)
    if database.sqlite:
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")


def _remake_people(connection: Connection) -> None:
    """Make the rows of what was ruled on in a schema that had none."""
    from .people import remake

    r = tables.rulings.c
    for article in connection.scalars(select(r.article).where(r.article.is_not(None)).distinct()).all():
        remake(connection, article)


def _back_up(path: Path, version: str) -> Path:
    """A copy of the file beside it, taken by SQLite so that it is whole."""
    copy = path.with_name(f"{path.name}.before-{SCHEMA}-was-{version}")
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except sqlite3.Error as error:
        with contextlib.suppress(OSError):
            copy.unlink(missing_ok=True)
        advice = "Make room for a copy of the file beside it, and let it be written; nothing was changed."
        raise NotWritable(f"{path}: it is of an older version, and no backup can be made ({error})", advice) from error
    return copy
