"""Eight reviewers, a process each, ruling at once in SQLite and PostgreSQL: rulings lost.

`--seconds N`: for so long in each database instead of 120.
"""

from __future__ import annotations

import multiprocessing
import random
import time
from collections import Counter
from pathlib import Path

from verbale.minutes import Minutes
from verbale.minutes.answers import Filter

from . import enduring, generated
from .common import Result, Task, main

NAME = "reviewers"
REVIEWERS = 8
SECONDS = 120.0
ARTICLES = 40
STANCES = ("support", "oppose", "conditional", "neutral")


def review(url: str, name: str, seconds: float, made: multiprocessing.Queue[tuple[str, list[int]]]) -> None:
    """Rule on positions until the time is up; tells the numbers of the rulings."""
    chance, numbers = random.Random(name), list[int]()
    with Minutes(url) as minutes:
        positions = minutes.positions(Filter(limit=500, layer="machine"))
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            one, stance = chance.choice(positions), chance.choice(STANCES)
            verdict = chance.choice(("accept", "amend", "reject"))
            values = {"stance": stance} if verdict == "amend" else None
            numbers.append(minutes.rule("position", one.article.id, one.anchor, verdict, by=name, values=values))
    made.put((name, numbers))


def ruled(url: str, seconds: float) -> tuple[int, int]:
    """How many rulings reviewers made, and how many of them the minutes do not have, or not as theirs."""
    context = multiprocessing.get_context("spawn")
    made: multiprocessing.Queue[tuple[str, list[int]]] = context.Queue()
    names = [f"reviewer {n}" for n in range(REVIEWERS)]
    working = [context.Process(target=review, args=(url, name, seconds, made)) for name in names]
    for process in working:
        process.start()
    told = dict(made.get(timeout=seconds + 300) for _ in working)
    for process in working:
        process.join()
    with Minutes(url) as minutes:
        kept = {rule.number: rule.by for rule in minutes.rulings(limit=10**7)}
    lost = sum(kept.get(number) != name for name, numbers in told.items() for number in numbers)
    twice = sum(n - 1 for n in Counter(number for numbers in told.values() for number in numbers).values())
    return sum(map(len, told.values())), lost + twice


def data(task: Task) -> list[Path]:
    return [Path(generated.__file__)]


def measure(task: Task) -> Result:
    seconds = float(task.more.get("seconds", SECONDS))
    rows, total = [], 0
    with enduring.databases() as (urls, _):
        for database, url in urls.items():
            with Minutes(url) as minutes:
                for record in generated.records(ARTICLES):
                    minutes.add(record)
            made, lost = ruled(url, seconds)
            total += lost
            rows.append((database, str(made), f"{made / seconds:.0f}", str(lost)))
    return Result({"rulings lost": float(total)}, (("", "rulings", "a second", "lost"), *rows))


OPTIONS = {"seconds": "for how long in each database"}

if __name__ == "__main__":
    main(NAME, data, measure, OPTIONS)
