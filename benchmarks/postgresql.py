"""A PostgreSQL server of our own, for measuring and testing, on a free port of the loopback address."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text

OTHER = "nobody"  # the server refuses to run as root


def programs() -> Path | None:
    """Where the server's programs are, if it is installed."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)


class Server:
    """A server whose data lie in a folder; `stop` and `start` as often as wanted."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.programs, self.data = programs, folder / "data"
        if os.geteuid() == 0:
            shutil.chown(folder, OTHER)
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        self._run("initdb", "-D", str(self.data), "-U", "verbale", "--auth=trust", "--encoding=UTF8", "--no-sync")

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        self._run("pg_ctl", "-D", str(self.data), "-w", "-o", options, "-l", str(self.data / "log"), "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.data), "-m", "fast", "-w", "stop")

    def restart(self) -> None:
        self.stop()
        self.start()

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
            command = ["setpriv", f"--reuid={OTHER}", f"--regid={self._group()}", "--clear-groups", *command]
        subprocess.run(command, check=True, capture_output=True, cwd=self.data.parent, timeout=120)

    def _group(self) -> str:
        import grp
        import pwd

        return grp.getgrgid(pwd.getpwnam(OTHER).pw_gid).gr_name


@contextmanager
def running() -> Iterator[Server]:
    """A server that runs within the block. Raises FileNotFoundError where none is installed.

    Its data lie right below the system's temporary folder, which the other user reaches whatever becomes of others.
    """
    found = programs()
    if found is None:
        raise FileNotFoundError("no PostgreSQL server is installed")
    with tempfile.TemporaryDirectory(prefix="verbale-postgresql-") as folder:
        server = Server(found, Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()
