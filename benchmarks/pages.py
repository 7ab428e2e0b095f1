"""How long answers take over large minutes: 20,000 invented articles with 300,000 statements (`generated.py`).

Positions as a matrix, an actor, a question, a search, … through the minutes themselves and through the pages of the
workbench, each asked twenty times of several actors, questions and words. The figure is the 95th percentile of the
slowest of them in milliseconds, by the processor's clock, so that other work on the machine counts little. The minutes
are made once, in runs/ or in the folder that `--folder` names, which takes some minutes; stopped, it goes on where it
was. `--articles N`: so many instead.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from typing import get_args

from verbale.minutes import Minutes
from verbale.minutes.answers import Filter
from verbale.record import Stance

from . import generated, one_core
from .common import ROOT, Result, Row, Task, main

NAME = "pages"
ARTICLES = 20_000
TOLD = 1000  # articles, after each of which is said how far it has come
TIMES = 20  # of each answer
Ask = Callable[[], object]


def data(task: Task) -> list[Path]:
    return [Path(generated.__file__)]


def filled(folder: Path, articles: int) -> Path:
    """The file of minutes with so many articles, made where it is not there, gone on with where making it stopped."""
    path = folder / f"invented-{articles}.db"
    folder.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        part = path.with_suffix(".part")
        with Minutes(str(part)) as minutes:
            fill(minutes, articles)
        part.rename(path)
    return path


def fill(minutes: Minutes, articles: int) -> None:
    """Add what is not there yet, and tell how long it takes on standard error."""
    there, began = len(minutes), time.process_time()
    for number, record in enumerate(islice(generated.records(articles), there, None), there + 1):
        minutes.add(record)
        if number % TOLD == 0:
            each = 1000 * (time.process_time() - began) / min(TOLD, number - there)
            print(f"{number} articles, the last of them {each:.1f} ms each", file=sys.stderr, flush=True)
            began = time.process_time()


def questions(minutes: Minutes, chance: random.Random) -> Iterator[tuple[str, Ask]]:
    """What is asked of the minutes, again and again of others."""
    actors, matters = minutes.actors(Filter(limit=200)), minutes.questions(Filter(limit=200))
    for _ in range(TIMES):
        actor, matter = chance.choice(actors), chance.choice(matters)
        word = max(matter.name.split(), key=len)
        by, on = Filter(by=actor.number), Filter(on=matter.number)
        yield "matrix", minutes.matrix
        yield "positions of an actor", lambda by=by: minutes.positions(by)
        yield "positions on a question", lambda on=on: minutes.positions(on)
        yield "actor", lambda n=actor.number, by=by: (minutes.known(n), minutes.offices(n), minutes.statements(by))
        yield "changes of an actor", lambda by=by: minutes.changes(by)
        yield "search", lambda word=word: minutes.search(word)
        yield "search, narrowed", lambda word=word, by=by: minutes.search(word, by)
        yield "meetings", minutes.meetings
        yield "conflicts", minutes.conflicts


def pages(path: Path, minutes: Minutes, chance: random.Random) -> Iterator[tuple[str, Ask]]:
    """What is asked of the workbench, the real application: each page of its head, and one of each thing."""
    from starlette.testclient import TestClient

    from verbale.workbench.app import create
    from verbale.workbench.serving import settle

    with TestClient(create(str(path)), base_url="http://localhost") as client:

        def got(address: str) -> Ask:
            return lambda: client.get(address).raise_for_status()

        settle()
        for _ in range(TIMES):
            for shown, address in addresses(minutes, chance):
                yield f"page {shown}", got(address)


def addresses(minutes: Minutes, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Addresses of the workbench, each with what it is called here; the busiest actor and question are the first."""
    actors, matters = minutes.actors(Filter(limit=200)), minutes.questions(Filter(limit=200))
    actor, matter = chance.choice(actors).number, chance.choice(matters)
    meeting = chance.choice(minutes.meetings(Filter(limit=200), parts=False)).number
    word, stance = max(matter.name.split(), key=len), chance.choice(get_args(Stance))
    for path in ("/", "/actors", "/questions", "/matrix", "/meetings", "/conflicts", "/review"):
        yield path, path
    yield "/actors/N", f"/actors/{actor}"
    yield "/actors/N, the busiest", f"/actors/{actors[0].number}"
    yield "/questions/N", f"/questions/{matter.number}"
    yield "/questions/N, the busiest", f"/questions/{matters[0].number}"
    yield "/meetings/N", f"/meetings/{meeting}"
    yield "/search by words", f"/search?q={word}"
    yield "/search by stance", f"/search?stance={stance}"
    yield "/search by words and stance", f"/search?q={word}&stance={stance}"
    yield "/search by actor", f"/search?by={actor}"


def measure(task: Task) -> Result:
    path = filled(Path(task.more.get("folder", ROOT / "runs")), int(task.more.get("articles", ARTICLES)))
    times: dict[str, list[float]] = {}
    with Minutes(str(path)) as minutes:
        articles = len(minutes)
        for asked in (questions(minutes, random.Random(1)), pages(path, minutes, random.Random(2))):
            for name, ask in asked:
                began = time.process_time()
                ask()
                times.setdefault(name, []).append(1000 * (time.process_time() - began))
    rows: list[Row] = [(name, f"{median(t):.1f}", f"{percentile(t):.1f}") for name, t in times.items()]
    slowest = {name: percentile(each) for name, each in times.items()}
    inside = max(each for name, each in slowest.items() if not name.startswith("page"))
    served = max(each for name, each in slowest.items() if name.startswith("page"))
    remark = f"{articles} articles, {path.stat().st_size / 2**20:.0f} MiB; first of each included"
    return Result({"minutes": round(inside, 1), "served": round(served, 1)},
                  (("", "median ms", "95 % ms"), *rows), (remark,))  # fmt: skip


def percentile(times: list[float]) -> float:
    """The 95th, in the unit of the times."""
    return quantiles(times, n=20, method="inclusive")[-1]


OPTIONS = {"articles": "how many articles", "folder": "where the minutes are made and kept"}

if __name__ == "__main__":
    one_core.hold("benchmarks.pages")
    main(NAME, data, measure, OPTIONS)
