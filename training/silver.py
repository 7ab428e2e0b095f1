"""Silver attributions: news without labels, read by several trained readers together (Xie et al. 2020, noisy student).

`python -m training.silver CORPORA --teachers RUN RUN … --out FILE` averages the teachers' scores word by word, decodes
them as the product does and keeps documents as training examples; `training.train --silver FILE` mixes them in.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from verbale.reading.decoding import best_path, spans_of
from verbale.reading.wordpieces import wordpiece_lookup
from verbale.reading.words import WINDOW, windows

from .batches import Window, collate, cut
from .corpora import Example, Texts, newswire
from .losses import allowed_transitions, link_scores
from .model import Reader
from .train import base_model, keep_bytes, some

BATCH = 16  # windows
LINKS = ((1, 0), (2, 1))  # by kind: roles of child and parent
Ranges = list[tuple[int, int, int]]


class Teachers:
    """Several readers as one: the mean of their scores."""

    def __init__(self, runs: Sequence[Path]):
        self.models = [self._model(run) for run in runs]
        self.transitions = torch.stack([m.transitions.detach() + allowed_transitions() for m in self.models]).mean(0)

    @staticmethod
    def _model(run: Path) -> Reader:
        model = Reader(0.0)
        model.load_state_dict(torch.load(run / "weights.pt", weights_only=True), strict=False)
        return model.eval()

    @torch.no_grad()
    def label(self, chosen: list[Window]) -> Iterator[tuple[Ranges, list[tuple[int, int, int]]]]:
        """For each window its spans (role, first word, last word) and links (kind, child, parent) between them."""
        inputs = collate(chosen)
        outputs = [model(**inputs) for model in self.models]
        tags = torch.stack([o["tags"] for o in outputs]).mean(0)
        for row, window in enumerate(chosen):
            n = int(window["n"])  # type: ignore[call-overload]
            path = best_path(tags[row, :n].numpy(), self.transitions.numpy())
            spans = [(kind, first, end - 1) for kind, first, end in spans_of(path)]
            links = [o["links"][row, :n] for o in outputs]
            yield spans, list(self._links(spans, links, torch.as_tensor(window["paragraph"])))

    def _links(
        self, spans: Ranges, links: list[torch.Tensor], paragraph: torch.Tensor
    ) -> Iterator[tuple[int, int, int]]:
        for kind, roles in enumerate(LINKS):
            children, parents = ([i for i, s in enumerate(spans) if s[0] == role] for role in roles)
            if not children or not parents:
                continue
            ends = [torch.tensor([spans[i][1:] for i in of]) for of in (children, parents)]
            each = zip(self.models, links, strict=True)
            scores = sum(link_scores(model, part, kind, *ends, paragraph) for model, part in each)
            for child, parent in zip(children, scores.argmax(1).tolist(), strict=True):  # type: ignore[union-attr]
                if parent < len(parents):
                    yield kind, child, parents[parent]


def labelled(teachers: Teachers, example: Example) -> Example:
    """The same words with the teachers' attributions."""
    made = Example(example.name, example.words, tags=np.zeros(len(example.words), dtype=np.int64))
    assert made.tags is not None
    places = list(windows(example.words, WINDOW, WINDOW))
    for at in range(0, len(places), BATCH):
        some = places[at : at + BATCH]
        found = teachers.label([cut(example, *place) for place in some])
        for (start, _), (spans, links) in zip(some, found, strict=True):
            keys = [role << 32 | start + first for role, first, _ in spans]
            for key, (role, first, last) in zip(keys, spans, strict=True):
                made.spans[key] = (role, start + first, start + last)
                made.tags[start + first : start + last + 1] = 2 + 2 * role
                made.tags[start + first] = 1 + 2 * role
            made.links += [(kind, keys[child], keys[parent]) for kind, child, parent in links]
    return made


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--teachers", type=Path, nargs="+", required=True)
    parser.add_argument("--leave-out", type=Path, default=Path("benchmarks/data/newswire_dev.txt"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--share", type=float, default=1.0, help="of the articles")
    args = parser.parse_args(arguments)
    texts = Texts(wordpiece_lookup(base_model() / "tokenizer.json"))
    teachers = Teachers(args.teachers)
    names = frozenset(args.leave_out.read_text().split())
    articles = some(list(newswire(args.corpora / "worldwide_newswire", texts, names)), args.share)
    made = [labelled(teachers, article) for article in articles]
    keep_bytes(pickle.dumps(made), args.out)
    print(f"{len(made)} documents, {sum(len(e.words) for e in made)} words, {sum(len(e.spans) for e in made)} spans")


if __name__ == "__main__":
    main()
