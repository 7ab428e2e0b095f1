"""Run every benchmark and hold its figures against the floors: `python -m benchmarks.gate --corpora FOLDER`.

Each benchmark runs in a process of its own. Exit code 1: a figure is below its floor, worse than an open
figure's best, missing, or measured on other data than its floor. An open figure is printed as OPEN and
counted in the last line.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from . import floors
from .common import RESULTS, ROOT, Row, table_lines
from .floors import Bench, Floor

Word = Literal["ok", "BELOW", "WORSE", "MISSING", "OTHER DATA", "OPEN", "reached", "not run"]
FAILS: frozenset[Word] = frozenset({"BELOW", "WORSE", "MISSING", "OTHER DATA"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A figure held against its floor; `value` None where there is none."""

    benchmark: str
    figure: str
    row: Floor
    value: float | None
    word: Word

    @property
    def fails(self) -> bool:
        return self.word in FAILS

    def cells(self) -> Row:
        value = "-" if self.value is None else f"{self.value:g}"
        return f"{self.benchmark}.{self.figure}", value, f"{self.row.floor:g}", f"{self.row.aim:g}", self.word


def judge(row: Floor, value: float | None) -> Word:
    """How a figure stands to its floor."""
    if value is None:
        return "MISSING"
    if row.reached(value):
        return "ok" if row.status == "held" else "reached"
    if row.status == "held":
        return "BELOW"
    return "WORSE" if row.best is not None and row.worse(value, row.best) else "OPEN"


def judge_all(
    benches: Mapping[str, Bench], results: Mapping[str, dict[str, Any]], left_out: set[str]
) -> list[Verdict]:
    """A verdict for every figure that has a floor. `results`: what each benchmark kept as JSON, by name."""
    verdicts = []
    for name, bench in benches.items():
        result = results.get(name, {})
        other = bench.data is not None and bool(result) and result["data"] != bench.data
        for figure, row in bench.figures.items():
            value = result.get("figures", {}).get(figure)
            word = judge(row, value)
            if name in left_out:
                word = "not run"
            elif other and value is not None:
                word = "OTHER DATA"
            verdicts.append(Verdict(name, figure, row, value, word))
    return verdicts


def report(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """The table of all verdicts and what to do about them."""
    yield from table_lines([("", "value", "floor", "aim", ""), *(v.cells() for v in verdicts)])
    for verdict in verdicts:
        name = f"{verdict.benchmark}.{verdict.figure}"
        if verdict.word == "reached":
            yield f"{name} has reached its floor. Keep it: python -m benchmarks.floors hold {name!r}"
    for name in sorted({v.benchmark for v in verdicts if v.word == "OTHER DATA"}):
        yield f"{name}: other data. If that is meant: python -m benchmarks.floors data {name} --reason …"
    failing, still_open = sum(v.fails for v in verdicts), sum(v.word == "OPEN" for v in verdicts)
    yield f"{failing} of {len(verdicts)} figures fail; {still_open} are OPEN, below a floor not reached yet."


def run(name: str, given: argparse.Namespace, more: Sequence[str]) -> bool:
    """One benchmark in a process of its own; its table goes to the terminal, its result to the folder."""
    (given.out / f"{name}.json").unlink(missing_ok=True)
    line = [sys.executable, "-m", f"benchmarks.{name}", "--corpora", str(given.corpora.resolve())]
    done = subprocess.run([*line, "--out", str(given.out.resolve()), *more], cwd=ROOT, check=False)
    print(flush=True)
    return done.returncode == 0


def kept(folder: Path, names: Sequence[str]) -> dict[str, dict[str, Any]]:
    paths = {name: folder / f"{name}.json" for name in names}
    return {
        name: json.loads(path.read_text(encoding="utf-8")) for name, path in paths.items() if path.exists()
    }


def arguments(names: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.gate", description="Measure everything, against floors."
    )
    parser.add_argument("folder", nargs="?", type=Path, help="the same as --corpora")
    parser.add_argument("--corpora", type=Path, metavar="FOLDER", help="the folder that holds the corpora")
    parser.add_argument(
        "--answers", type=Path, metavar="FILE", help="the answers file that `one_article` measures on"
    )
    parser.add_argument(
        "--only", nargs="+", choices=names, default=list(names), help="run and judge these alone"
    )
    parser.add_argument("--no-run", action="store_true", help="judge the results already kept")
    parser.add_argument(
        "--out", type=Path, default=RESULTS, metavar="FOLDER", help="where results are kept as JSON"
    )
    return parser


def main(line: Sequence[str] | None = None) -> int:
    benches = floors.load()
    parser = arguments(list(benches))
    given = parser.parse_args(line)
    given.corpora = given.corpora or given.folder
    if given.corpora is None and not given.no_run:
        parser.error("name the folder that holds the corpora: --corpora FOLDER")
    wanted = {name: benches[name] for name in given.only}
    left_out = {
        name
        for name, b in wanted.items()
        if b.needs and getattr(given, b.needs, None) is None and not given.no_run
    }
    for name, bench in wanted.items():
        if not given.no_run and name not in left_out:
            more = [f"--{bench.needs}", str(getattr(given, bench.needs).resolve())] if bench.needs else []
            run(name, given, more)
    verdicts = judge_all(wanted, kept(given.out, given.only), left_out)
    print("\n".join(report(verdicts)))
    return int(any(v.fails for v in verdicts))


if __name__ == "__main__":
    sys.exit(main())
