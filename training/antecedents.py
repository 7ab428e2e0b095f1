"""How to choose whom "he" or "she" means, learned: `python -m training.antecedents --corpora FOLDER`.

Reads GUM's training part and GAP's development part, notes what could be chosen for each pronoun and what is right,
fits a log-linear model by gradient descent, and prints the weights as they stand in lexicon/antecedents.yaml.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from unittest.mock import patch

import numpy as np
import numpy.typing as npt

import verbale
from verbale.reading.actors import antecedents, scene
from verbale.reading.actors.antecedents import WEIGHTS, Candidate
from verbale.reading.actors.entity import Entity
from verbale.reading.tree import Tree

from .conllu import Document, entities, read_documents
from .corpora import NON_COMMERCIAL

Right = Callable[[Tree, int, Entity], bool]  # whether a pronoun's token refers to somebody
Choice = tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]  # features of the candidates, which are right
RATE, ROUNDS, HELD_BACK = 0.1, 250, 0.003


class Watcher:
    """Stands in for `likeliest`: notes each choice, and chooses rightly where it can, so that the next finds true
    mentions before it."""

    def __init__(self) -> None:
        self.choices: list[Choice] = []
        self.right: Right = lambda tree, token, entity: False

    def __call__(self, tree: Tree, token: int, gender: str, candidates: Iterable[Candidate]) -> Entity | None:
        found = list(candidates)
        right = [self.right(tree, token, one.entity) for one in found]
        if gender and any(right):
            rows = [antecedents.features(tree, token, gender, one) for one in found]
            self.choices.append((np.asarray(rows, dtype=np.float64), np.asarray(right)))
            return found[right.index(True)].entity
        return antecedents.likeliest(tree, token, gender, found)


def gum(path: Path) -> Iterator[tuple[str, Right]]:
    """Each document that may be used freely, with what its coreference tells, by the heads of mentions."""
    for document in read_documents(path, NON_COMMERCIAL):
        heads = {document.words[head].start: name for name, head in _heads(document)}

        def right(tree: Tree, token: int, entity: Entity, heads: dict[int, str] = heads) -> bool:
            wanted = heads.get(tree.starts[token])
            named = (t for span in entity.mentions for t in tree.tokens(*span))
            return wanted is not None and any(heads.get(tree.starts[t]) == wanted for t in named)

        yield document.text, right


def _heads(document: Document) -> Iterator[tuple[str, int]]:
    """Each mention's entity with the word that heads it; of nested mentions with one head the outer counts."""
    for name, first, last in sorted(entities(document), key=lambda m: m[2] - m[1]):
        inside = range(first, last + 1)
        yield name, next((w for w in inside if document.words[w].head not in inside), first)


def gap(path: Path) -> Iterator[tuple[str, Right]]:
    """Each snippet with the name that its pronoun refers to."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            pronoun = int(row["Pronoun-offset"])
            spans = [(int(row[f"{n}-offset"]), int(row[f"{n}-offset"]) + len(row[n])) for n in "AB"
                     if row[f"{n}-coref"].upper() == "TRUE"]  # fmt: skip

            def right(
                tree: Tree, token: int, entity: Entity, at: int = pronoun, spans: list[tuple[int, int]] = spans
            ) -> bool:
                held = any(m.start < end and start < m.end for start, end in spans for m in entity.mentions)
                return tree.starts[token] == at and held

            yield row["Text"], right


def choices(texts: Iterable[tuple[str, Right]]) -> list[Choice]:
    reader, watcher = verbale.load(), Watcher()
    with patch.object(scene, "likeliest", watcher):
        for text, right in texts:
            watcher.right = right
            reader.read(text)
    return watcher.choices


def fit(data: list[Choice]) -> npt.NDArray[np.float64]:
    """The weights under which what is right is likeliest (Adam; Kingma and Ba 2015), held back towards nought."""
    weights, mean, square = np.zeros((3, len(WEIGHTS)))
    for step in range(1, ROUNDS + 1):
        slope = HELD_BACK * weights
        for rows, right in data:
            raised = np.exp(rows @ weights - (rows @ weights).max())
            every, good = raised / raised.sum(), raised * right / (raised * right).sum()
            slope = slope + rows.T @ (every - good) / len(data)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights = weights - RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder with ud_gum and gap")
    corpora = parser.parse_args().corpora
    data = choices(gum(corpora / "ud_gum" / "train.conllu"))
    data += choices(gap(corpora / "gap" / "gap-development.tsv"))
    weights = fit(data)
    correct = sum(bool(right[(rows @ weights).argmax()]) for rows, right in data)
    print(f"# {len(data)} pronouns, {100 * correct / len(data):.1f} % chosen rightly")
    for name, weight in zip(WEIGHTS, weights, strict=True):
        print(f"{name}: {weight:.2f}")


if __name__ == "__main__":
    main()
