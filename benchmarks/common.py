"""What the benchmarks share: their arguments, their counts, and how a result is shown and kept.

A benchmark is a module with `NAME`, `data(task)` (the files it measures on) and `measure(task)`; its last
lines are `if __name__ == "__main__": main(NAME, data, measure)`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parents[1]
DATA = Path(__file__).parent / "data"
RESULTS = ROOT / "runs" / "benchmarks"

Range = tuple[int, int]  # half open
Row = tuple[str, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were right, how many the system gave, how many there are. Ratios are percentages."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        return percent(self.right, self.given)

    @property
    def recall(self) -> float:
        return percent(self.right, self.wanted)

    @property
    def f1(self) -> float:
        return percent(2 * self.right, self.given + self.wanted)


def percent(part: float, whole: float) -> float:
    """100 part / whole; 0 where there is nothing to divide by."""
    return 100 * part / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Task:
    """What a benchmark is asked to do; `limit`: at most so many items; `more`: its own options."""

    corpora: Path
    limit: int | None = None
    more: Mapping[str, str] = field(default_factory=dict)
    verbose: bool = False

    def some(self, items: Sequence[T], label: str) -> Iterator[T]:
        """The first `limit` items, counted on the terminal while they are worked on."""
        from rich.console import Console
        from rich.progress import track

        terminal = Console(stderr=True)
        yield from track(
            items[: self.limit], label, console=terminal, transient=True, disable=not terminal.is_terminal
        )


@dataclass(frozen=True, slots=True)
class Result:
    """What a benchmark found: its figures by name, and the table that shows them (first row: headings)."""

    figures: Mapping[str, float]
    table: tuple[Row, ...]
    remarks: tuple[str, ...] = ()


def f1_result(counts: Mapping[str, Counts], remarks: Iterable[str] = ()) -> Result:
    """A result with one F1 for each name, and precision, recall and counts in the table."""
    rows = [
        (
            name,
            f"{c.precision:.1f}",
            f"{c.recall:.1f}",
            f"{c.f1:.1f}",
            str(c.right),
            str(c.given),
            str(c.wanted),
        )
        for name, c in counts.items()
    ]
    head = ("", "P", "R", "F1", "right", "given", "wanted")
    return Result({name: round(c.f1, 2) for name, c in counts.items()}, (head, *rows), tuple(remarks))


def table_lines(rows: Sequence[Row]) -> list[str]:
    """Rows as lines of text, the first column left, the others right, two blanks between."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            cell.ljust(w) if i == 0 else cell.rjust(w)
            for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return lines


def digest(paths: Iterable[Path]) -> str:
    """16 hexadecimal digits that stand for the names and bytes of these files."""
    whole = hashlib.sha256()
    for path in sorted(paths, key=lambda p: p.name):
        whole.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


def read_exactly(path: Path) -> str:
    """A UTF-8 file with its line ends as they are: offsets count them."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def keep(name: str, result: Result, files: Iterable[Path], folder: Path) -> Path:
    """Write a result with the digest of its data to folder/NAME.json."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.json"
    value = {"benchmark": name, "data": digest(files), "figures": dict(result.figures), "table": result.table,
             "remarks": result.remarks}  # fmt: skip
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def show(name: str, result: Result) -> None:
    print("\n".join([name, *table_lines(result.table), *result.remarks]), flush=True)


def arguments(name: str, more: Mapping[str, str]) -> argparse.ArgumentParser:
    """The options that every benchmark takes, and its own (name -> help)."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}")
    parser.add_argument(
        "--corpora", type=Path, required=True, metavar="FOLDER", help="the folder that holds the corpora"
    )
    parser.add_argument(
        "--out", type=Path, default=RESULTS, metavar="FOLDER", help="where the result is kept as JSON"
    )
    parser.add_argument(
        "--limit", type=int, metavar="N", help="measure on the first N items only; keep no result"
    )
    parser.add_argument("--verbose", action="store_true", help="show what was missed")
    for option, text in more.items():
        parser.add_argument(f"--{option}", metavar=option.upper(), help=text)
    return parser


def main(
    name: str,
    data: Callable[[Task], list[Path]],
    measure: Callable[[Task], Result],
    more: Mapping[str, str] | None = None,
) -> None:
    """Run a benchmark from the command line: print its table, keep its result."""
    given = vars(arguments(name, more or {}).parse_args())
    own = {option: value for option in more or {} if (value := given[option]) is not None}
    task = Task(given["corpora"], given["limit"], own, given["verbose"])
    files = data(task)
    absent = next((f for f in files if not f.exists()), None if files else task.corpora)
    if absent is not None:
        hint = "benchmarks/data/README.md says what it holds" if DATA in absent.parents else "see --corpora"
        sys.exit(f"{absent} is not there: {hint}.")
    result = measure(task)
    show(name, result)
    if task.limit is None:
        keep(name, result, files, given["out"])
