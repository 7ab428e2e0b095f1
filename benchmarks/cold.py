"""How long whole commands take from a standing start: `verbale read` on a short article, `verbale --help`.

Seconds by the clock, the median of several runs; so run it on a quiet machine.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from .common import DATA, ROOT, Result, Task, main

NAME = "cold"
ARTICLE = DATA / "short.txt"
RUNS = 7


def command() -> list[str]:
    """The console script beside this interpreter, or the same by way of the interpreter."""
    script = Path(sys.executable).with_name("verbale")
    return (
        [str(script)] if script.exists() else [sys.executable, "-c", "from verbale.cli import main; main()"]
    )


def seconds(line: list[str]) -> float:
    began = time.perf_counter()
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(line)} failed:\n{done.stderr}")
    return time.perf_counter() - began


def data(task: Task) -> list[Path]:
    return [ARTICLE]


def measure(task: Task) -> Result:
    lines = {"read": ["read", str(ARTICLE), "--published", "2024-11-04"], "help": ["--help"]}
    times = {
        name: sorted(seconds([*command(), *line]) for _ in range(task.limit or RUNS))
        for name, line in lines.items()
    }
    rows = [(name, f"{median(t):.2f}", f"{t[0]:.2f}", f"{t[-1]:.2f}") for name, t in times.items()]
    return Result(
        {name: round(median(t), 3) for name, t in times.items()}, (("", "s", "fastest", "slowest"), *rows)
    )


if __name__ == "__main__":
    main(NAME, data, measure)
