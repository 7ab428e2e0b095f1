"""`verbale serve` as a process of its own: it answers, stops when it is told to, and refuses what would not work."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.cli.commands import VERBALE, verbale
from tests.minutes.made_up import quarrel
from verbale.minutes import Minutes

pytest.importorskip("uvicorn")


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = str(tmp_path / "talks.db")
    with Minutes(url) as minutes:
        minutes.add(quarrel())
    return url


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.mark.skipif(sys.platform == "win32", reason="there Ctrl-C cannot be sent to one process")
def test_it_says_where_the_minutes_are_answers_there_and_stops_at_ctrl_c(url: str):
    address = f"http://127.0.0.1:{(port := free_port())}/"
    command = [*VERBALE, "serve", "--minutes", url, "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == f"The minutes are at {address} until you press Ctrl-C.\n"
        page = answered(f"{address}today.json")
        assert page["articles"] == 1
        running.send_signal(signal.SIGINT)
        _, complaints = running.communicate(timeout=30)
    assert running.returncode in (0, 130)
    assert "Traceback" not in complaints


def answered(address: str) -> dict[str, object]:
    """It says where it is just before it listens."""
    end = time.monotonic() + 30
    while True:
        try:
            with urlopen(address, timeout=30) as answer:
                return dict(json.load(answer))
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def test_minutes_that_are_not_there_are_not_made(tmp_path: Path):
    done = verbale("serve", "--minutes", tmp_path / "nowhere.db")
    assert (done.returncode, done.stdout) == (8, "")
    assert "there is no such file" in done.stderr
    assert not (tmp_path / "nowhere.db").exists()


def test_a_taken_port_is_told_with_what_to_do(url: str):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = verbale("serve", "--minutes", url, "--port", str(taken.getsockname()[1]))
    assert (done.returncode, done.stdout) == (6, "")
    assert "Choose another one with --port" in done.stderr


def test_others_are_let_in_by_https_and_with_accounts_only(url: str):
    done = verbale("serve", "--minutes", url, "--host", "0.0.0.0", "--name", "news.example.org")
    assert (done.returncode, done.stdout) == (6, "")
    assert "passwords would travel in the clear" in done.stderr
    done = verbale("serve", "--minutes", url, "--accounts", "--port", str(free_port()))
    assert (done.returncode, done.stdout) == (9, "")
    assert "verbale user add" in done.stderr
