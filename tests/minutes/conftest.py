"""Minutes in both databases: every behaviour holds in SQLite and in a real PostgreSQL, started for the tests.

Where PostgreSQL's server is not installed its half is skipped, unless VERBALE_POSTGRESQL=required says that it must be.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from verbale.minutes import Minutes

OTHER = "nobody"  # the server refuses to run as root


class Server:
    """A PostgreSQL server of our own on a free port of the loopback address."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.programs, self.data = programs, folder / "data"
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        self._run("initdb", "-D", str(self.data), "-U", "verbale", "--auth=trust", "--encoding=UTF8", "--no-sync")

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        self._run("pg_ctl", "-D", str(self.data), "-w", "-o", options, "-l", str(self.data / "log"), "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.data), "-m", "fast", "-w", "stop")

    def fresh(self) -> str:
        """The URL of a new, empty database."""
        name = f"minutes_{time.monotonic_ns()}"
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        engine.dispose()
        return self.url(name).replace("+psycopg", "")

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://verbale@127.0.0.1:{self.port}/{name}"

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), *arguments]
        if os.geteuid() == 0:
            for above in (self.data.parent, *self.data.parents[1:4]):  # another run of pytest takes it away again
                above.chmod(above.stat().st_mode | 0o711)
            command = ["setpriv", f"--reuid={OTHER}", f"--regid={self._group()}", "--clear-groups", *command]
        subprocess.run(command, check=True, capture_output=True, cwd=self.data.parent, timeout=60)

    def _group(self) -> str:
        import grp
        import pwd

        return grp.getgrgid(pwd.getpwnam(OTHER).pw_gid).gr_name


def _programs() -> Path | None:
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    programs = _programs()
    if programs is None:
        told = "no PostgreSQL server is installed"
        pytest.fail(told) if os.environ.get("VERBALE_POSTGRESQL") == "required" else pytest.skip(told)
    folder = tmp_path_factory.mktemp("postgresql")
    if os.geteuid() == 0:
        shutil.chown(folder, OTHER)
    made = Server(programs, folder)
    made.start()
    yield made
    made.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database, in each of the two."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'talks.db'}"
    made: Callable[[], str] = request.getfixturevalue("server").fresh
    return made()


@pytest.fixture
def minutes(url: str) -> Iterator[Minutes]:
    with Minutes(url) as opened:
        yield opened
