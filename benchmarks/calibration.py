"""Draw how often a said confidence was right: `python -m benchmarks.calibration FILE… --out FIGURE.svg`.

A FILE is what `python -m benchmarks.pairs --calibration FILE` wrote, or `benchmarks.positions`. A point on the line
says what it means; its size grows with the number of pairs or positions.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

LOOKS = {
    "positions": ("positions, kept articles", "X", "black"),
    "shipped": ("deeds of plv", "o", "black"), "ours": ("deeds of our own", "D", "#555555"),
    "toward": ("toward", "s", "white"), "sentiment": ("sentiment", "^", "#bbbbbb"),
}  # fmt: skip
LEAST = 10  # fewer say nothing
Point = tuple[float, float, int]  # mean confidence, share that was right, how many


def draw(curves: Mapping[str, Sequence[Point]], out: Path) -> None:
    """Write the figure as SVG, readable in black and white, the same for the same points."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    figure = Figure(figsize=(5, 4.6), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], color="#bbbbbb", linewidth=1, zorder=0)
    for name, points in curves.items():
        label, marker, face = LOOKS[name]
        known = [p for p in points if p[2] >= LEAST]
        axes.scatter([p[0] for p in known], [p[1] for p in known], [20 + p[2] / 4 for p in known], marker=marker,
                     facecolor=face, edgecolor="black", linewidth=0.9, label=label)  # fmt: skip
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="confidence said", ylabel="share that was right", aspect="equal")
    axes.legend(loc="upper left", frameon=False)
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "verbale"}):
        figure.savefig(out, format="svg", metadata={"Date": None})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    curves: dict[str, list[Point]] = {}
    for file in args.files:
        curves |= json.loads(file.read_text(encoding="utf-8"))
    draw(curves, args.out)


if __name__ == "__main__":
    main()
