"""The floors under the benchmarks' figures, kept in floors.yaml beside a digest of the data they were set on.

    python -m benchmarks.floors set names.names 77.5 --reason "..."    raise a floor, or lower it
    python -m benchmarks.floors open names.names 74.1 --reason "..."   not reached: 74.1 is the best so far
    python -m benchmarks.floors hold names.names                       reached: from now on it must hold
    python -m benchmarks.floors data golden --reason "..."             the data changed, and that is meant
    python -m benchmarks.floors recount golden --reason "..."          its figures are counted in another way
    python -m benchmarks.floors settle names --reason "..."     open or hold each figure, as last measured

A floor never goes down, and a figure never goes from held to open, without a reason, and the reason stays in
the file.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

from .common import RESULTS

FILE = Path(__file__).with_name("floors.yaml")
HEAD = """\
# What each benchmark must show, written by `python -m benchmarks.floors` (see that file). A figure is
#   held  it must not fall below its floor (above it, where lower is better)
#   open  it has not reached its floor yet; it must not fall below the best so far, less its slack
# `history` keeps every change with its reason. Units: percent, MB, seconds.
"""
Status = Literal["held", "open"]


@dataclass(slots=True)
class Floor:
    """One figure's floor. `better`: which way; `slack`: how far an open figure may fall behind its best."""

    floor: float
    aim: float
    better: Literal["higher", "lower"]
    status: Status
    best: float | None
    slack: float
    history: list[dict[str, Any]]

    def reached(self, value: float) -> bool:
        return value >= self.floor if self.better == "higher" else value <= self.floor

    def worse(self, value: float, than: float) -> bool:
        return value < than - self.slack if self.better == "higher" else value > than + self.slack


@dataclass(slots=True)
class Bench:
    """A benchmark's floors; `data`: digest of what they were set on; `needs`: an option it must be given."""

    data: str | None
    needs: str | None
    figures: dict[str, Floor]


class FloorError(ValueError):
    """A change to the floors that is not allowed as it was asked for."""


def load(path: Path = FILE) -> dict[str, Bench]:
    benches = {}
    for name, value in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        figures = {figure: Floor(**row) for figure, row in value["figures"].items()}
        benches[name] = Bench(value["data"], value["needs"], figures)
    return benches


def save(benches: dict[str, Bench], path: Path = FILE) -> None:
    plain = {
        name: {
            "data": bench.data,
            "needs": bench.needs,
            "figures": {f: {k: getattr(row, k) for k in Floor.__slots__} for f, row in bench.figures.items()},
        }
        for name, bench in benches.items()
    }
    text = yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=110)
    path.write_text(HEAD + "\n" + text, encoding="utf-8")


def set_floor(row: Floor, value: float, reason: str | None) -> None:
    lower = value < row.floor if row.better == "higher" else value > row.floor
    if lower and not reason:
        raise FloorError("This makes the floor easier to reach. Say why with --reason.")
    row.floor = value
    row.history.append({"floor": value, "reason": reason or "raised"})


def open_floor(row: Floor, value: float, reason: str | None) -> None:
    if not reason:
        raise FloorError("A floor that is not reached needs a reason: what was tried? Say it with --reason.")
    row.status, row.best = "open", value
    row.history.append({"open": value, "reason": reason})


def hold_floor(row: Floor, value: float | None = None, reason: str | None = None) -> None:
    if row.status == "open":
        row.status, row.best = "held", None
        row.history.append({"held": row.floor, "reason": reason or "reached"})


def accept_data(bench: Bench, digest: str, reason: str | None) -> None:
    if bench.data == digest:
        return
    if bench.data is not None and not reason:
        raise FloorError("The floors were set on other data. Say why it changed with --reason.")
    bench.data = digest
    for row in bench.figures.values():
        row.history.append({"data": digest, "reason": reason or "first measured"})


def recount(bench: Bench, reason: str | None) -> None:
    """Note that figures are counted in another way from now on; what was the best so far is the best no more."""
    if not reason:
        raise FloorError("Figures that are counted anew need a reason. Say why with --reason.")
    for row in bench.figures.values():
        row.best = None
        row.history.append({"recounted": row.floor, "reason": reason})


def settle(bench: Bench, figures: Mapping[str, float], reason: str | None) -> None:
    """Hold every figure that reaches its floor, open every other with its value as the best so far."""
    for name, row in bench.figures.items():
        value = figures.get(name)
        if value is None:
            raise FloorError(f"{name} was not measured.")
        if row.reached(value):
            hold_floor(row)
        elif row.status == "held" or _better(row, value) or row.best is None or row.worse(value, row.best):
            open_floor(row, value, reason)


def _better(row: Floor, value: float) -> bool:
    return row.best is not None and (value > row.best if row.better == "higher" else value < row.best)


def silent_changes(row: Floor) -> list[str]:
    """What in a floor its history does not account for: nothing, unless the file was edited by hand."""
    said = []
    floors = [h["floor"] for h in row.history if "floor" in h]
    if not floors or floors[-1] != row.floor:
        said.append(f"the floor is {row.floor}, its history ends at {floors[-1] if floors else 'nothing'}")
    if any(not h.get("reason") for h in row.history):
        said.append("a change has no reason")
    last = next((k for h in reversed(row.history) for k in ("open", "held") if k in h), "held")
    if last != row.status:
        said.append(f"it is {row.status}, its history says {last}")
    return said


def _change(benches: dict[str, Bench], given: argparse.Namespace) -> None:
    name, _, figure = given.figure.partition(".")
    if name not in benches or (given.what not in ("data", "recount", "settle") and figure not in benches[name].figures):
        known = ", ".join(f"{n}.{f}" for n, b in benches.items() for f in b.figures)
        raise FloorError(f"There is no figure {given.figure}. There are: {known}")
    if given.what == "data":
        return accept_data(benches[name], given.value or str(_last(name)["data"]), given.reason)
    if given.what == "recount":
        return recount(benches[name], given.reason)
    if given.what == "settle":
        return settle(benches[name], _last(name)["figures"], given.reason)
    change: Callable[[Floor, float, str | None], None] = {
        "set": set_floor,
        "open": open_floor,
        "hold": hold_floor,
    }[given.what]
    value = 0.0 if given.what == "hold" else _number(given.value)
    return change(benches[name].figures[figure], value, given.reason)


def _last(name: str) -> dict[str, Any]:
    """The benchmark's last result."""
    path = RESULTS / f"{name}.json"
    if not path.exists():
        raise FloorError(f"Nothing was measured yet. Run: python -m benchmarks.{name} --corpora FOLDER")
    result: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return result


def _needed(value: str | None, what: str) -> str:
    if value is None:
        raise FloorError(f"Give {what} too.")
    return value


def _number(value: str | None) -> float:
    try:
        return float(_needed(value, "a number"))
    except ValueError:
        raise FloorError(f"{value} is not a number.") from None


def main(arguments: Sequence[str] | None = None, path: Path = FILE) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.floors",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", choices=("set", "open", "hold", "data", "recount", "settle"))
    parser.add_argument("figure", help="benchmark.figure, or for data, recount and settle the benchmark")
    parser.add_argument("value", nargs="?")
    parser.add_argument("--reason")
    given = parser.parse_args(arguments)
    benches = load(path)
    try:
        _change(benches, given)
    except FloorError as error:
        print(error, file=sys.stderr)
        return 2
    save(benches, path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
