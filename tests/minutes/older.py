"""Minutes of earlier schemas, from the SQL that their own versions wrote."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import create_engine

from verbale.minutes.database import Database

SCHEMAS = Path(__file__).with_name("schemas")
OLDER = sorted(path.name.split(".")[0].removeprefix("schema_") for path in SCHEMAS.glob("*.sqlite.sql"))


def made(url: str, schema: str) -> None:
    """Fill an empty database with minutes of an earlier schema."""
    database = Database(url)
    kind = "sqlite" if database.sqlite else "postgresql"
    told = (SCHEMAS / f"schema_{schema}.{kind}.sql").read_text(encoding="utf-8")
    if database.path:
        with sqlite3.connect(database.path) as file:
            file.executescript(told)
        file.close()
    else:
        engine = create_engine(database.url)
        with engine.connect() as connection:
            connection.connection.driver_connection.execute(told)  # type: ignore[union-attr]
            connection.connection.commit()
        engine.dispose()
    database.close()
