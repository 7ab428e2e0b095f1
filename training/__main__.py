"""`python -m training CORPORA`: train the shipped model again, from the corpora to the files in src. Resumable.

`--share 0.01` tries the whole way out in minutes, with a hundredth of each run's time and of the data; what it makes
reads nothing well and goes to a folder of its own.

A first run from the base model, two branches from it with other seeds, a third from their average: three readers of
news, whose mean is good at it. Three more runs learn pairs of spans from there, the last also from news that the
readers before it have labelled. Half of one mean and half of the other with the pair heads fitted again, a little moved
by a short gentle run over everything, is what ships. About five hours and a half on two processor cores.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from . import export, fork, graft, refit, silver, train
from .average import average

RUNS = Path("runs")
FIRST = ("--minutes", "78", "--seed", "1",
         "--mix", '{"attribution": 5, "gum": 3, "ewt": 2, "names": 3, "gap": 2}')  # fmt: skip
SECOND = ("--minutes", "45", "--seed", "7", "--encoder-rate", "1.5e-4", "--head-rate", "5e-4", "--hide", "0.08",
          "--mix", '{"attribution": 7, "gum": 3, "ewt": 1, "names": 3, "gap": 1}')  # fmt: skip
THIRD = ("--minutes", "42", "--seed", "23", "--encoder-rate", "2e-4", "--head-rate", "6e-4", "--hide", "0.12",
         "--dropout", "0.13", "--mix", '{"attribution": 7, "gum": 3, "ewt": 1, "names": 4, "gap": 1}')  # fmt: skip
FOURTH = ("--minutes", "48", "--seed", "41", "--encoder-rate", "1.2e-4", "--head-rate", "4e-4", "--hide", "0.1",
          "--dropout", "0.12", "--mix", '{"attribution": 8, "gum": 3, "ewt": 1, "names": 4, "gap": 1}')  # fmt: skip

FIFTH = ("--minutes", "38", "--seed", "55", "--encoder-rate", "1.5e-4", "--head-rate", "6e-4", "--hide", "0.06",
         "--mix", '{"attribution": 6, "gum": 3, "ewt": 1, "names": 3, "gap": 1, "pairs": 24}')  # fmt: skip
SIXTH = ("--minutes", "20", "--seed", "66", "--encoder-rate", "1.2e-4", "--head-rate", "5e-4", "--hide", "0.08",
         "--dropout", "0.12",
         "--mix", '{"attribution": 6, "gum": 2, "ewt": 1, "names": 2, "gap": 1, "pairs": 32}')  # fmt: skip
SEVENTH = ("--minutes", "42", "--seed", "77", "--encoder-rate", "1.5e-4", "--head-rate", "5e-4", "--hide", "0.08",
           "--dropout", "0.13",
           "--mix",
           '{"attribution": 5, "silver": 4, "gum": 2, "ewt": 1, "names": 2, "gap": 1, "pairs": 32}')  # fmt: skip
EIGHTH = ("--minutes", "12", "--seed", "88", "--encoder-rate", "4e-5", "--head-rate", "3e-4", "--hide", "0.05",
          "--average", "0.99",
          "--mix", '{"attribution": 4, "gum": 3, "ewt": 1, "names": 1, "gap": 3, "pairs": 28}')  # fmt: skip
FORK = ("--minutes", "70", "--seed", "1", "--layer-rate", "1.5e-4", "--head-rate", "1e-3")
FOLD = ("--fold", "0")  # of `plv`, on which benchmarks.pairs measures


@dataclass(frozen=True, slots=True)
class Recipe:
    """Where the recipe runs: corpora, the folder of its runs, the share of time and data, options for every run."""

    corpora: Path
    runs: Path
    share: float
    more: tuple[str, ...]

    def run(self, name: str, how: tuple[str, ...], start: Path | None) -> Path:
        """A run of training.train; one that was finished before ends at once."""
        begun = ["--start", str(start)] if start else []
        train.main([str(self.corpora), "--out", str(self.runs / name), *self._scaled(how), *begun, *self.more])
        return self.runs / name

    def _scaled(self, how: tuple[str, ...]) -> list[str]:
        """The options of a run with its minutes scaled, and checkpoints as many."""
        minutes = float(how[how.index("--minutes") + 1]) * self.share
        save = str(240 * self.share)
        return [*how, "--minutes", str(minutes), "--share", str(self.share), "--save", save]

    def silver(self, name: str, teachers: list[Path]) -> Path:
        out = self.runs / name
        if not out.exists():
            silver.main([str(self.corpora), "--teachers", *map(str, teachers), "--out", str(out),
                         "--share", str(self.share)])  # fmt: skip
        return out

    def refit(self, name: str, start: Path) -> Path:
        out = self.runs / name
        if not (out / "weights.pt").exists():
            refit.main([str(self.corpora), str(start), "--out", str(out), "--minutes", str(5 * self.share),
                        "--share", str(self.share), *FOLD])  # fmt: skip
        return out

    def fork(self, reader: Path) -> Path:
        """The branch of a reader that has been exported; a run that was finished before ends at once."""
        minutes = str(float(FORK[1]) * self.share)
        fork.main([str(self.corpora), "--out", str(self.runs / "branch"), "--reader", str(reader), *FORK[2:], *FOLD,
                   "--minutes", minutes, "--share", str(self.share)])  # fmt: skip
        return self.runs / "branch" / "weights.pt"

    def average(self, name: str, of: list[Path]) -> Path:
        return average(self.runs / name, of)

    def all(self) -> Path:
        """Everything from the corpora to the weights that ship."""
        first = self.run("1", FIRST, None) / "weights.pt"
        readers = [self.run("2", SECOND, first), self.run("3", THIRD, first)]
        readers.append(self.run("4", FOURTH, self.average("2+3", readers)))
        news = self.average("2+3+4", readers)
        pairing = [self.run("5", (*FIFTH, *FOLD), news)]
        pairing.append(self.run("6", (*SIXTH, *FOLD), pairing[0] / "weights.pt"))
        both = self.average("5+6", pairing)
        labelled = self.silver("silver", [*readers, pairing[0], both.parent])
        pairing.append(self.run("7", (*SEVENTH, *FOLD, "--silver", str(labelled)), both))
        half = self.average("half", [news.parent, self.average("5+6+7", pairing).parent])
        refitted = self.refit("refitted", half.parent)
        last = self.run("8", (*EIGHTH, *FOLD), refitted / "weights.pt")
        return self.average("last", [refitted, refitted, last])


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Other options go to training.train, for every run.",
    )  # fmt: skip
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--share", type=float, default=1.0, help="of each run's minutes and of the data")
    parser.add_argument("--runs", type=Path, help="the folder of the runs (default: runs, or runs/share-SHARE)")
    parser.add_argument("--out", type=Path, help="the folder of the model (default: the shipped one, or RUNS/model)")
    given, more = parser.parse_known_args(arguments)
    if not 0 < given.share <= 1:
        parser.error("--share is a number above 0 and up to 1")
    whole = given.share == 1
    runs = given.runs or (RUNS if whole else RUNS / f"share-{given.share:g}")
    out = given.out or (export.SHIPPED if whole else runs / "model")
    recipe = Recipe(given.corpora, runs, given.share, tuple(more))
    weights = recipe.all()
    trial = "" if whole else f" --share {given.share:g}: a trial, not fit to read with"
    export.export(weights, out, f"made by python -m training{trial}")
    graft.graft(recipe.fork(out), out)
    print(f"The model is in {out}.")


if __name__ == "__main__":
    main()
