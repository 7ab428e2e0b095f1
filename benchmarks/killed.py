"""`verbale add` killed (SIGKILL) at random moments, in SQLite and PostgreSQL: what was lost, what is half written.

After each kill every article of which the command had been told that it is kept must be there, whole; the next run
goes on from there, and the last one must end with all of them. `--kills N`: so many for each database instead of 50.
"""

from __future__ import annotations

import random
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from verbale.minutes import Minutes

from . import enduring, generated
from .common import Result, Task, main

NAME = "killed"
KILLS = 50
EACH = 12  # articles for each kill


@dataclass(slots=True)
class Tally:
    """What became of the articles of one database."""

    kills: int = 0
    lost: int = 0
    half: int = 0


def kill(records: Path, url: str, chance: random.Random, kills: int, count: int) -> Tally:
    """Add the records, killed so many times, and once to the end."""
    tally, kept = Tally(), 0
    for _ in range(kills):
        process = enduring.adding(records, url)
        with Minutes(url) as minutes:
            limit = time.monotonic() + 60
            while len(minutes) <= kept and process.poll() is None and time.monotonic() < limit:
                time.sleep(0.01)
        time.sleep(chance.random() * 0.1)
        tally.kills += process.poll() is None
        process.kill()
        process.communicate()
        with Minutes(url) as minutes:
            tally.lost += max(0, kept - len(minutes))
            kept = len(minutes)
            tally.half += enduring.broken(minutes)
    enduring.adding(records, url).communicate(timeout=600)
    with Minutes(url) as minutes:
        tally.lost += count - len(minutes)
        tally.half += enduring.broken(minutes)
    return tally


def data(task: Task) -> list[Path]:
    return [Path(generated.__file__)]


def measure(task: Task) -> Result:
    kills = int(task.more.get("kills", KILLS))
    with tempfile.TemporaryDirectory() as folder, enduring.databases() as (urls, _):
        records = enduring.records(Path(folder) / "records.jsonl", EACH * kills)
        found = {name: kill(records, url, random.Random(4), kills, EACH * kills) for name, url in urls.items()}
    rows = [(name, str(t.kills), str(t.lost), str(t.half)) for name, t in found.items()]
    total = sum(t.lost + t.half for t in found.values())
    return Result({"lost or half written": float(total)}, (("", "killed", "lost", "half written"), *rows))


OPTIONS = {"kills": "how many for each database"}

if __name__ == "__main__":
    main(NAME, data, measure, OPTIONS)
