"""How well a branch reads windows that it has not been trained on: span by span, before any rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import torch
from torch import Tensor

from verbale.reading.encoder import Scores
from verbale.reading.leaning import Branch as Decoder
from verbale.reading.leaning import Leanings

from .branch import Branch, Span, facts
from .labels import LEANINGS, PAIR_LABELS, STATUSES
from .windows import A_BATCH, Window, outputs

LIKELY = 0.5


def outputs_of(model: Branch, data: Sequence[Window]) -> Iterator[tuple[Window, dict[str, Tensor]]]:
    """Each window with its scores."""
    with torch.no_grad():
        for at in range(0, len(data), A_BATCH):
            chosen = data[at : at + A_BATCH]
            found = outputs(model, chosen)
            for row, window in enumerate(chosen):
                yield window, {name: values[row, : len(window)] for name, values in found.items()}


def leaning_scores(model: Branch, data: Sequence[Window]) -> dict[str, tuple[float, float]]:
    """Precision and recall, in per cent: questions, with their holders, with the stance; wordings of an earlier
    question, given where the questions are; participants with status."""
    decoder, count = Decoder(model.tables(), facts()), Counter[str]()
    for window, given in outputs_of(model.eval(), data):
        found = Leanings()
        arrays = {name: values.numpy() for name, values in given.items()}
        decoder.read(Scores(0, len(window), arrays), window.paragraph.numpy(), found)
        _count_stances(window, found, count)
        _count_wordings(model, window, given["same"], count)
        _count_parts(window, found, count)
    model.train()
    return {part: _both(count, part) for part in ("question", "holder", "stance", "same", "status")}


def _both(count: Mapping[str, int], part: str) -> tuple[float, float]:
    given, wanted = (f"{part} {each}" if part in ("status", "same") else each for each in ("given", "wanted"))
    return 100 * count[part] / max(1, count[given]), 100 * count[part] / max(1, count[wanted])


def _count_stances(window: Window, found: Leanings, count: Counter[str]) -> None:
    count["wanted"] += len(window.held)
    count["given"] += len(found.leanings)
    taken: set[int] = set()
    for leaning in found.leanings:
        alike = [n for n, h in enumerate(window.held) if _overlap(h.question, leaning.question) and n not in taken]
        token = max(leaning.holders, key=lambda h: h[1], default=(-1, 0.0))[0]
        held = [n for n in alike if token in window.held[n].holder or (token < 0 and not window.held[n].holder)]
        stance = LEANINGS.index(max(LEANINGS[:-1], key=lambda s: leaning.stances[s]))
        right = [n for n in held if window.held[n].stance == stance]
        for part, some in (("question", alike), ("holder", held), ("stance", right)):
            count[part] += bool(some)
        taken |= set((right or held or alike)[:1])


def _count_wordings(model: Branch, window: Window, vectors: Tensor, count: Counter[str]) -> None:
    if len(window.asked) < 2:
        return
    with torch.no_grad():
        best = model.same_scores(vectors, [span for span, _ in window.asked]).argmax(1).tolist()
    for n, (_, key) in enumerate(window.asked):
        told = best[n] < len(window.asked)
        count["same wanted"] += any(called == key for _, called in window.asked[:n])
        count["same given"] += told
        count["same"] += told and window.asked[best[n]][1] == key


def _count_parts(window: Window, found: Leanings, count: Counter[str]) -> None:
    wanted = {(n, s) for n, p in enumerate(window.parts) for s in p.statuses}
    given = [(t.words, s) for t in found.takings for s, share in t.statuses.items() if share >= LIKELY]
    count["status wanted"] += len(wanted)
    count["status given"] += len(given)
    hits = {(n, s) for words, status in given for n, s in wanted
            if STATUSES[s] == status and _overlap(window.parts[n].words, words)}  # fmt: skip
    count["status"] += len(hits)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def pair_figures(model: Branch, data: Sequence[Window]) -> dict[str, float]:
    """Macro F1 of each pair task, in per cent, the model alone."""
    seen: dict[str, list[tuple[int, int]]] = {task: [] for task in PAIR_LABELS}
    for window, given in outputs_of(model.eval(), data):
        for p in window.pairs:
            scores = model.pair_scores(p.task, given["pairs"], p.source, p.target)
            seen[p.task].append((p.label, int(scores.argmax())))
    model.train()
    return {task: _macro(np.asarray(found)) for task, found in seen.items() if found}


def _macro(found: np.ndarray) -> float:
    wanted, given = found.T
    labels = set(wanted.tolist()) | set(given.tolist())
    each = [2 * ((wanted == n) & (given == n)).sum() / ((wanted == n).sum() + (given == n).sum()) for n in labels]
    return float(100 * np.mean(each))
