"""`verbale add` stopped at any moment: no finished article is lost, none is half written, and it goes on."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.minutes.made_up import record
from verbale.minutes import Minutes
from verbale.minutes.answers import Filter
from verbale.record import dumps

COUNT = 120
EVERYTHING = Filter(limit=1000, copies=True)


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    made = (record(f"Norland will not pay {n}, she said. " + f"Part {n} of it. " * 30) for n in range(COUNT))
    path.write_text("".join(dumps(each) + "\n" for each in made), encoding="utf-8")
    return path


def adding(records: Path, url: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "verbale.cli", "add", str(records), "--minutes", url]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def test_killed_at_random_moments_it_loses_nothing_and_goes_on(records: Path, url: str):
    kept, chance = 0, random.Random(4)
    for _ in range(4):
        running = adding(records, url)
        with Minutes(url) as minutes:
            waited = time.monotonic() + 30
            while len(minutes) <= kept and running.poll() is None and time.monotonic() < waited:
                time.sleep(0.01)
        time.sleep(chance.random() * 0.15)
        os.kill(running.pid, signal.SIGKILL)
        running.communicate()
        with Minutes(url) as minutes:
            whole = list(minutes.records())
            assert kept <= len(whole) == len(minutes)
            assert len(minutes.statements(EVERYTHING)) == len(minutes.positions(EVERYTHING)) == len(whole)
            kept = len(whole)
    last = adding(records, url)
    assert last.communicate(timeout=120)[1] == b""
    with Minutes(url) as minutes:
        assert len(minutes) == COUNT
