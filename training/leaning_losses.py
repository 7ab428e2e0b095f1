"""What the branch is trained on: spans, holders, stances, participants, meetings, and pairs of actors."""

from __future__ import annotations

import random
from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor

from .branch import HOLDER, PLACE, Branch
from .labels import LEANINGS, STATUSES
from .losses import Outputs, pair_losses
from .windows import Window

WEIGHTS = {"spans": 1.0, "holder": 0.5, "leaning": 1.0, "same": 0.5, "status": 1.0, "role": 0.3, "meeting": 0.3,
           "pairs": 0.7}  # fmt: skip
WORDS, NAMED = 120.0, 60.0  # words in a usual window, and in usual numbers of names: losses of sums are over these
STRANGER = 0.7  # weight of an actor who holds nothing on a question
SMOOTH = 0.03
Found = dict[str, list[Tensor]]


def branch_losses(model: Branch, outputs: Outputs, chosen: Sequence[Window]) -> dict[str, Tensor]:
    """The mean loss of each task over a batch of windows; `outputs` are those of `Branch.forward`."""
    found: Found = {name: [] for name in WEIGHTS}
    for row, window in enumerate(chosen):
        own = {name: values[row, : len(window)].float() for name, values in outputs.items()}
        if window.pairs:
            found["pairs"] += pair_losses(model, own["pairs"], window.pairs)  # type: ignore[arg-type]
            continue
        assert window.tags is not None
        tags, scores = torch.as_tensor(window.tags.T).flatten(), own["spans"].view(-1, 3)
        found["spans"].append(F.cross_entropy(scores, tags, reduction="sum") / WORDS)
        _of_stances(model, own, window, found)
        _of_wordings(model, own, window, found)
        _of_participation(model, own, window, found)
    return {name: torch.stack(values).mean() for name, values in found.items() if values}


def _of_stances(model: Branch, own: Outputs, window: Window, found: Found) -> None:
    if not window.held:
        return
    scores = model.point(own["pointers"], HOLDER, [h.question for h in window.held], window.paragraph)
    for each, row in zip(window.held, scores, strict=True):
        right = list(each.holder) or [len(window)]
        found["holder"].append(torch.logsumexp(row, 0) - torch.logsumexp(row[right], 0))
        if each.holder:
            found["leaning"].append(_leaning(model.lean(own["leaning"], each.question, each.holder), each.stance))
        if each.others:
            other = range(*random.choice(each.others))
            none = _leaning(model.lean(own["leaning"], each.question, other), LEANINGS.index("none"))
            found["leaning"].append(STRANGER * none)


def _of_wordings(model: Branch, own: Outputs, window: Window, found: Found) -> None:
    """Each question but the first is worded earlier, in one of some places, or is new."""
    if len(window.asked) < 2:
        return
    scores = model.same_scores(own["same"], [span for span, _ in window.asked])
    for n, (span, key) in enumerate(window.asked[1:], 1):
        right = [m for m, (other, called) in enumerate(window.asked[:n]) if called == key and other[0] < span[0]]
        row = scores[n]
        found["same"].append(torch.logsumexp(row, 0) - torch.logsumexp(row[right or [len(window.asked)]], 0))


def _leaning(scores: Tensor, stance: int) -> Tensor:
    return F.cross_entropy(scores[None], torch.tensor([stance]), label_smoothing=SMOOTH)


def _of_participation(model: Branch, own: Outputs, window: Window, found: Found) -> None:
    wanted, kinds = torch.zeros(len(window), len(STATUSES)), len(STATUSES)
    for part in window.parts:
        wanted[slice(*part.words), list(part.statuses)] = 1
    loss = F.binary_cross_entropy_with_logits(own["status"][:, :kinds], wanted, reduction="sum")
    found["status"].append(loss / NAMED)
    if not window.parts:
        return
    scores = model.point(own["pointers"], PLACE, [p.words for p in window.parts], window.paragraph)
    for part, row in zip(window.parts, scores, strict=True):
        role = own["status"][slice(*part.words), kinds:].mean(0)
        found["role"].append(F.cross_entropy(role[None], torch.tensor([part.role])))
        right = list(part.meeting) or [len(window)]
        found["meeting"].append(torch.logsumexp(row, 0) - torch.logsumexp(row[right], 0))
