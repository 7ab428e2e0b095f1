"""PostgreSQL restarted while `verbale add` runs and while minutes are asked: what fails, what is lost.

`--restarts N`: so many instead of 5.
"""

from __future__ import annotations

import tempfile
import threading
import time
from pathlib import Path

from verbale.errors import MinutesBusy
from verbale.minutes import Minutes
from verbale.minutes.answers import Filter

from . import enduring, generated
from .common import Result, Task, main
from .postgresql import Server

NAME = "restarted"
RESTARTS = 5
EACH = 60  # articles for each restart


class Browser(threading.Thread):
    """Asks again and again, as somebody does who is told to try again in a moment."""

    def __init__(self, minutes: Minutes) -> None:
        super().__init__(daemon=True)
        self.minutes, self.going = minutes, True
        self.answered = self.told_to_wait = self.failed = 0

    def run(self) -> None:
        while self.going:
            try:
                self.minutes.positions(Filter(limit=20))
                self.answered += 1
            except MinutesBusy:
                self.told_to_wait += 1
                time.sleep(0.2)
            except Exception:
                self.failed += 1
            time.sleep(0.01)


def restart(server: Server, records: Path, url: str, restarts: int) -> tuple[bytes, Browser]:
    """Add the records under restarts; what the command complained of, and who asked meanwhile."""
    with Minutes(url) as minutes:
        browser = Browser(minutes)
        browser.start()
        process = enduring.adding(records, url)
        for n in range(restarts):
            limit = time.monotonic() + 60
            while _kept(minutes) < n * EACH // 2 + 1 and process.poll() is None and time.monotonic() < limit:
                time.sleep(0.02)
            server.restart()
        complaints = process.communicate(timeout=600)[1]
        browser.going = False
        browser.join()
        minutes.positions(Filter(limit=20))
    return complaints, browser


def _kept(minutes: Minutes) -> int:
    try:
        return len(minutes)
    except MinutesBusy:
        return 0


def data(task: Task) -> list[Path]:
    return [Path(generated.__file__)]


def measure(task: Task) -> Result:
    restarts = int(task.more.get("restarts", RESTARTS))
    with tempfile.TemporaryDirectory() as folder, enduring.databases() as (urls, server):
        records = enduring.records(Path(folder) / "records.jsonl", EACH * restarts)
        complaints, browser = restart(server, records, urls["PostgreSQL"], restarts)
        with Minutes(urls["PostgreSQL"]) as minutes:
            lost, half = EACH * restarts - len(minutes), enduring.broken(minutes)
    row = (str(restarts), str(lost), str(half), str(browser.answered), str(browser.told_to_wait), str(browser.failed))
    head = ("restarts", "lost", "half written", "answered", "told to wait", "failed otherwise")
    remarks = (complaints.decode(errors="replace"),) if complaints else ()
    figures = {"lost or half written": float(lost + half), "failed otherwise": float(browser.failed)}
    return Result(figures, (head, row), remarks)


OPTIONS = {"restarts": "how often the server is restarted"}

if __name__ == "__main__":
    main(NAME, data, measure, OPTIONS)
