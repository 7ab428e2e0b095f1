"""Draw how often a said confidence was right: `python -m benchmarks.calibration FILE --out FIGURE.svg`.

FILE is what `python -m benchmarks.pairs --calibration FILE` wrote. A point on the line says what it means; its size
grows with the number of pairs.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

LOOKS = {"deeds": ("o", "black"), "toward": ("s", "white"), "sentiment": ("^", "#999999")}
LEAST = 10  # pairs: fewer say nothing
Point = tuple[float, float, int]  # mean confidence, share that was right, how many


def draw(curves: Mapping[str, Sequence[Point]], out: Path) -> None:
    """Write the figure as SVG, readable in black and white, the same for the same points."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    figure = Figure(figsize=(5, 4.6), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], color="#bbbbbb", linewidth=1, zorder=0)
    for name, points in curves.items():
        marker, face = LOOKS[name]
        known = [p for p in points if p[2] >= LEAST]
        axes.scatter([p[0] for p in known], [p[1] for p in known], [20 + p[2] / 4 for p in known], marker=marker,
                     facecolor=face, edgecolor="black", linewidth=0.9, label=name)  # fmt: skip
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="confidence said", ylabel="share that was right", aspect="equal")
    axes.legend(loc="upper left", frameon=False)
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "verbale"}):
        figure.savefig(out, format="svg", metadata={"Date": None})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    draw(json.loads(args.file.read_text(encoding="utf-8")), args.out)


if __name__ == "__main__":
    main()
