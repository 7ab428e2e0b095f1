"""How long answers take over large minutes: 20,000 invented articles with 300,000 statements (`generated.py`).

Positions as a matrix, an actor, a question, a search, … through the minutes themselves and through the pages of the
workbench. The figure is the 95th percentile in milliseconds over all of them, in turn, each asked of several actors,
questions and words; by the processor's clock, so that other work on the machine counts little. The minutes are made
once, in runs/, which takes some minutes. `--articles N`: so many instead.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles

from verbale.minutes import Minutes
from verbale.minutes.answers import Filter

from . import generated, one_core
from .common import ROOT, Result, Row, Task, main

NAME = "pages"
ARTICLES = 20_000
TIMES = 20  # of each answer
Ask = Callable[[], object]


def data(task: Task) -> list[Path]:
    return [Path(generated.__file__)]


def filled(articles: int) -> Path:
    """The file of minutes with so many articles, made where it is not there."""
    path = ROOT / "runs" / f"invented-{articles}.db"
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        part = path.with_suffix(".part")
        for old in path.parent.glob(f"{part.name}*"):
            old.unlink()
        with Minutes(str(part)) as minutes:
            for record in generated.records(articles):
                minutes.add(record)
        part.rename(path)
    return path


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
    """What is asked of the workbench, the real application."""
    from starlette.testclient import TestClient

    from verbale.workbench.app import create

    actors, matters = minutes.actors(Filter(limit=200)), minutes.questions(Filter(limit=200))
    with TestClient(create(str(path)), base_url="http://localhost") as client:

        def got(address: str) -> Ask:
            return lambda: client.get(address).raise_for_status()

        for _ in range(TIMES):
            matter = chance.choice(matters)
            yield "page /questions", got("/questions")
            yield "page /matrix", got("/matrix")
            yield "page /actors/N", got(f"/actors/{chance.choice(actors).number}")
            yield "page /questions/N", got(f"/questions/{matter.number}")
            yield "page /search", got(f"/search?q={max(matter.name.split(), key=len)}")


def measure(task: Task) -> Result:
    path = filled(int(task.more.get("articles", ARTICLES)))
    times: dict[str, list[float]] = {}
    with Minutes(str(path)) as minutes:
        articles = len(minutes)
        for asked in (questions(minutes, random.Random(1)), pages(path, minutes, random.Random(2))):
            for name, ask in asked:
                began = time.process_time()
                ask()
                times.setdefault(name, []).append(1000 * (time.process_time() - began))
    rows: list[Row] = [(name, f"{median(t):.1f}", f"{percentile(t):.1f}") for name, t in times.items()]
    inside = percentile([t for name, each in times.items() if not name.startswith("page") for t in each])
    served = percentile([t for name, each in times.items() if name.startswith("page") for t in each])
    remark = f"{articles} articles, {path.stat().st_size / 2**20:.0f} MiB; first of each included"
    return Result({"minutes": round(inside, 1), "served": round(served, 1)},
                  (("", "median ms", "95 % ms"), *rows), (remark,))  # fmt: skip


def percentile(times: list[float]) -> float:
    """The 95th, in the unit of the times."""
    return quantiles(times, n=20, method="inclusive")[-1]


OPTIONS = {"articles": "how many articles"}

if __name__ == "__main__":
    one_core.hold("benchmarks.pages")
    main(NAME, data, measure, OPTIONS)
