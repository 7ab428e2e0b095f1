"""Train the branch: `python -m training.fork CORPORA --out RUN`. Stops and resumes anywhere.

Each step sees windows of our marked articles and sentences of the pair corpora. What the reader makes of them is worked
out once, before the first step. One article in ten is kept out (training/answered.py), and `--fold` leaves out a fifth
of `plv`.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from torch import Tensor

from verbale.reading.wordpieces import wordpiece_lookup

from . import pairs
from .answered import is_apart
from .borrowed import KEPT, borrowed
from .branch import Branch
from .corpora import Texts
from .export import SHIPPED
from .leaning_losses import WEIGHTS, branch_losses
from .leaning_scores import leaning_scores, pair_figures
from .marked import read
from .recover import recover
from .train import base_model, keep_weights, some
from .windows import Window, of_article, of_pairs, outputs, remember

OWN = Path(__file__).parent / "data" / "news"
ARTICLES, SENTENCES = 16, 4  # windows a step, and sentences of each pair task
WARM = 80  # steps
EVERY = 240.0  # seconds between checkpoints
AVERAGE = 0.995


@dataclass(slots=True)
class Data:
    """What a run learns from, and what it is measured on; pair sentences by task."""

    articles: list[Window] = field(default_factory=list)
    kept_out: dict[str, list[Window]] = field(default_factory=dict)  # by where they are from
    sentences: dict[str, list[Window]] = field(default_factory=dict)

    def all(self) -> list[Window]:
        others = (*self.kept_out.values(), *self.sentences.values())
        return [*self.articles, *(w for some in others for w in some)]

    def step(self) -> list[list[Window]]:
        """The windows of one step, articles and sentences apart, so that little is padding."""
        chosen = [random.sample(self.articles, min(ARTICLES, len(self.articles)))]
        return [*chosen, [w for some in self.sentences.values() for w in random.choices(some, k=SENTENCES)]]


def load(corpora: Path, fold: int | None, share: float = 1.0, marks: Path = KEPT) -> Data:
    """A share of the marked articles, ours and those of the corpora, and of the pair corpora."""
    texts, data = Texts(wordpiece_lookup(base_model() / "tokenizer.json")), Data()
    for source, articles in {"own": read(OWN), "corpora": borrowed(corpora, marks)}.items():
        kept_out = data.kept_out.setdefault(source, [])
        for article in some(list(articles), share):
            (kept_out if is_apart(article.name) else data.articles).extend(of_article(article, texts))
    for example in some(list(pairs.load(corpora, texts, fold)), share):
        data.sentences.setdefault(example.pairs[0].task, []).append(of_pairs(example))
    return data


class Batches(Protocol):
    """Whatever gives the windows of a step, in groups that go through the model together."""

    def step(self) -> list[list[Window]]: ...


class Run:
    """One run of training, which can be stopped and gone on with."""

    def __init__(self, model: Branch, args: argparse.Namespace) -> None:
        self.model, self.args = model, args
        heads = [p for name, p in model.named_parameters() if not name.startswith("layers")]
        groups = [{"params": list(model.layers.parameters()), "top": args.layer_rate},
                  {"params": heads, "top": args.head_rate}]  # fmt: skip
        self.descent = torch.optim.AdamW(groups, lr=0.0, weight_decay=0.02)
        self.average = {name: value.detach().clone() for name, value in model.state_dict().items()}
        self.steps, self.spent = 0, 0.0
        self._resume()

    def _resume(self) -> None:
        path = self.args.out / "checkpoint.pt"
        if path.exists():
            kept = torch.load(path, weights_only=True)
            self.model.load_state_dict(kept["model"])
            self.descent.load_state_dict(kept["descent"])
            self.average, self.steps, self.spent = kept["average"], kept["steps"], kept["spent"]

    def keep(self) -> None:
        kept = {"model": self.model.state_dict(), "descent": self.descent.state_dict(), "average": self.average,
                "steps": self.steps, "spent": self.spent}  # fmt: skip
        keep_weights(kept, self.args.out, "checkpoint")

    def train(self, data: Batches) -> None:
        """Until the minutes are over; what stays is an average of the weights along the way."""
        began, kept = time.monotonic() - self.spent, self.spent
        while (done := self.spent / (60 * self.args.minutes)) < 1:
            for group in self.descent.param_groups:
                group["lr"] = group["top"] * min(1.0, (self.steps + 1) / WARM) * max(0.02, 1 - done)
            self._step(data.step())
            self.spent = time.monotonic() - began
            if self.spent - kept > EVERY:
                kept = self.spent
                self.keep()
                print(f"step {self.steps}, {self.spent:.0f} s", flush=True)
        self.keep()
        self.model.load_state_dict(self.average)

    def _step(self, chosen: Sequence[Sequence[Window]]) -> None:
        losses: dict[str, Tensor] = {}
        for windows in chosen:
            losses |= branch_losses(self.model, self._outputs(windows), windows)
        loss = sum((WEIGHTS[name] * value for name, value in losses.items()), torch.zeros(()))
        self.descent.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.descent.step()
        self.steps += 1
        keeping = min(AVERAGE, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for name, value in self.model.state_dict().items():
                self.average[name].lerp_(value, 1 - keeping)

    def _outputs(self, chosen: Sequence[Window]) -> dict[str, Tensor]:
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.args.bfloat16):
            return outputs(self.model, chosen)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--reader", type=Path, default=SHIPPED, help="the folder of the model beside which it grows")
    parser.add_argument("--start", type=Path, help="a run from whose weights to go on")
    parser.add_argument("--borrowed", type=Path, default=KEPT, help="marks for articles of the corpora")
    parser.add_argument("--share", type=float, default=1.0, help="of the data")
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--layer-rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--fold", type=int, help="leave out this fifth of `plv`")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bfloat16", action="store_true", help="for processors with units for it")
    args = parser.parse_args(arguments)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    np.random.seed(args.seed)
    reader, model = recover(args.reader), Branch(args.dropout)
    model.begin_as(reader)
    if args.start:
        model.load_state_dict(torch.load(args.start / "weights.pt", weights_only=True), strict=False)
    data, run = load(args.corpora, args.fold, args.share, args.borrowed), Run(model, args)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bfloat16):
        remember(reader.encoder.eval(), data.all())
    run.train(data)
    for source, kept_out in data.kept_out.items():
        for part, (precision, recall) in leaning_scores(model, kept_out).items():
            print(f"{source}, {part}: precision {precision:.1f}, recall {recall:.1f}")
    if args.fold is not None:
        corpus = pairs.plv(args.corpora / "plv" / "PLV_train.tsv")
        texts = Texts(wordpiece_lookup(base_model() / "tokenizer.json"))
        rows = [of_pairs(e) for row in corpus if row.fold == args.fold for e in pairs.example(texts, row)]
        remember(reader.encoder, rows)
        print({task: round(f1, 1) for task, f1 in pair_figures(model, rows).items()})
    keep_weights(model.state_dict(), args.out)


if __name__ == "__main__":
    main()
