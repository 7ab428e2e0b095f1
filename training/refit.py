"""Fit the heads over pairs again on an encoder that stays as it is: `python -m training.refit CORPORA RUN --out RUN`.

A mean of weights takes away the pair heads' footing. Their inputs are computed once, so that minutes suffice.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterable
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from verbale.reading.wordpieces import wordpiece_lookup

from . import pairs
from .batches import collate, cut
from .corpora import Example, Pair, Texts
from .losses import pair_losses
from .model import WIDTH, Reader
from .train import base_model, keep_weights, some

Seen = list[tuple[Tensor, list[Pair]]]  # (words, WIDTH) of a sentence in half precision, its pairs
A_STEP = {"deed": 16, "toward": 24, "sentiment": 20}  # sentences


@torch.no_grad()
def seen(model: Reader, examples: Iterable[Example]) -> Seen:
    """The encoder's view of each sentence."""
    ordered, found = sorted(examples, key=lambda e: len(e.words)), []
    for at in range(0, len(ordered), 32):
        chosen = [cut(e, 0, len(e.words)) for e in ordered[at : at + 32]]
        inputs = collate(chosen)
        first = inputs.pop("first")
        pieces = model.encoder(**inputs)
        words = torch.gather(pieces, 1, first.unsqueeze(-1).expand(-1, -1, WIDTH))
        found += [(words[row, : w["n"]].half(), w["pairs"]) for row, w in enumerate(chosen)]  # type: ignore[misc]
    return found  # type: ignore[return-value]


def by_task(corpora: Path, texts: Texts, fold: int | None) -> dict[str, list[Example]]:
    """The sentences of `pairs.load`, each once, by the task of their pairs."""
    found: dict[str, dict[str, Example]] = {task: {} for task in A_STEP}
    for example in pairs.load(corpora, texts, fold):
        found[example.pairs[0].task][example.name] = example
    return {task: list(examples.values()) for task, examples in found.items()}


def refit(model: Reader, data: dict[str, Seen], minutes: float, rate: float = 1.5e-3) -> None:
    """Train the pair heads alone; what stays is an average of their weights along the way."""
    parameters = [*model.pair_parts.parameters(), *model.pair_labels.parameters()]
    steps = torch.optim.AdamW(parameters, lr=rate, weight_decay=0.02)
    average = [p.detach().clone() for p in parameters]
    begun, step = time.monotonic(), 0
    while (done := (time.monotonic() - begun) / (60 * minutes)) < 1:
        for group in steps.param_groups:
            group["lr"] = rate * min(1, step / 50) * max(0.02, 1 - done)
        loss = sum((_loss(model, random.choices(data[task], k=n)) for task, n in A_STEP.items()), torch.zeros(()))
        steps.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        steps.step()
        step += 1
        with torch.no_grad():
            for mean, own in zip(average, parameters, strict=True):
                mean.lerp_(own, 1 - min(0.995, (1 + step) / (10 + step)))
    with torch.no_grad():
        for mean, own in zip(average, parameters, strict=True):
            own.copy_(mean)


def _loss(model: Reader, chosen: Seen) -> Tensor:
    losses: list[Tensor] = []
    for words, found in chosen:
        losses += pair_losses(model, model.pair_parts(F.dropout(words.float(), 0.15)), found)
    return torch.stack(losses).mean()


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fold", type=int, help="leave out this fifth of `plv`")
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--share", type=float, default=1.0, help="of the data")
    parser.add_argument("--seed", type=int, default=3)
    args = parser.parse_args(arguments)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    model = Reader(0.2)
    model.load_state_dict(torch.load(args.run / "weights.pt", weights_only=True))
    model.eval()
    texts = Texts(wordpiece_lookup(base_model() / "tokenizer.json"))
    chosen = by_task(args.corpora, texts, args.fold)
    data = {task: seen(model, some(examples, args.share)) for task, examples in chosen.items()}
    refit(model.train(), data, args.minutes)
    keep_weights(model.state_dict(), args.out)


if __name__ == "__main__":
    main()
