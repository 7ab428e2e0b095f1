"""An attempt: a head that says where a holder leans on a question. `python -m training.stance` measures it; none ships.

The encoder stays as it ships; a narrow layer of attention over the sentence learns from our own lines
(training/data/stance) whether {the holder} is for or against <the mention of a question>. A quarter of the files is
left out in its turn and measured on. The model card says why the head does not ship.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from verbale.reading.analysis import analyse
from verbale.reading.encoder import Encoder, Scores
from verbale.reading.pipeline import make_component
from verbale.reading.words import Words

from .corpora import covering
from .export import SHIPPED
from .recover import recover

OWN = Path("training/data/stance")
STANCES = ("support", "oppose", "conditional", "neutral", "none")
NEARBY, PLACES = 6, 13  # steps in the parse; classes of places in the text
STEPS = 2 * (NEARBY + 1) + 1
WIDTH, INNER, LOOKS, LONGEST = 64, 128, 4, 140
A_STEP, FOLDS = 40, 4
_MARK = re.compile(r"([{}<>])")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One of our own: `holder` and `mention` count code points of the text; `group` is its file."""

    group: str
    stance: str
    text: str
    holder: Span
    mention: Span


def lines(folder: Path = OWN) -> Iterator[Line]:
    """All lines `stance | text` with one {holder} and one <mention>, empty ones left out.

    Raises:
        ValueError: for a line that is not like that, with its file and number.
    """
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                try:
                    yield marked(path.stem, line.strip())
                except ValueError as error:
                    raise ValueError(f"{path}, line {number}: {error}") from error


def marked(group: str, line: str) -> Line:
    stance, _, rest = line.partition(" | ")
    text, at = "", {}
    for piece in _MARK.split(rest):
        if _MARK.fullmatch(piece):
            at[piece] = len(text)
        else:
            text += piece
    if stance not in STANCES or len(_MARK.findall(rest)) != 4 or len(at) != 4:
        raise ValueError("write `stance | text` with one {holder} and one <mention>")
    return Line(group, stance, text, (at["{"], at["}"]), (at["<"], at[">"]))


# -- what the head sees -------------------------------------------------------------------------------------


class Seeing(Encoder):
    """The shipped encoder, which keeps its last layer: the scores of links are linear in it, so it is found again."""

    def __init__(self) -> None:
        super().__init__(SHIPPED)
        links = recover(SHIPPED).link_parts
        self._back = np.linalg.pinv(links.weight.detach().numpy()).T.astype(np.float32)
        self._bias = links.bias.detach().numpy()
        self.seen: list[np.ndarray] = []

    def __call__(self, words: Words) -> Iterator[Scores]:
        self.seen = []
        for scores in super().__call__(words):
            self.seen.append((scores["links"] - self._bias) @ self._back)
            yield scores


@dataclass(frozen=True, slots=True)
class Row:
    """A line as the head sees it: `words` (n, 384), and classes (5, n): role, places and steps by holder, mention."""

    group: str
    words: np.ndarray
    classes: np.ndarray
    label: int


def rows(found: Sequence[Line]) -> Iterator[Row]:
    """The rows of all lines whose spans have words; each text is read once."""
    nlp, encoder = spacy.blank("en"), Seeing()
    make_component(nlp, "verbale")
    text = None
    for line in found:
        if line.text != text:
            text = line.text
            analysis = analyse(nlp.make_doc(text), encoder)
            seen = np.concatenate(encoder.seen).astype(np.float16)
        spans = [covering(analysis.words, *span) for span in (line.holder, line.mention)]
        if len(seen) <= LONGEST and all(first < end for first, end in spans):
            yield Row(line.group, seen, _classes(analysis.heads, *spans), STANCES.index(line.stance))


def _classes(heads: Sequence[int], holder: Span, mention: Span) -> np.ndarray:
    roles = np.zeros(len(heads), dtype=np.int64)
    roles[slice(*holder)] += 1
    roles[slice(*mention)] += 2
    spans = (holder, mention)
    return np.stack([roles, *(beside(len(heads), s) for s in spans), *(along(heads, s) for s in spans)])


def beside(n: int, span: Span) -> np.ndarray:
    """(n,) how far each word is before (0 to 5) or after (7 to 12) a span in the text, by powers of two."""
    words = np.arange(n)
    away = np.where(words < span[0], words - span[0], np.maximum(words - span[1] + 1, 0))
    size = 1 + np.floor(np.log2(np.maximum(np.abs(away), 1))).astype(np.int64)
    middle = PLACES // 2
    return np.where(away == 0, middle, middle + np.sign(away) * np.minimum(size, middle))


def along(heads: Sequence[int], span: Span) -> np.ndarray:
    """(n,) how far each word is from a span in the parse, odd classes for words above it; the last for other trees."""
    near: list[set[int]] = [{head} for head in heads]
    for child, head in enumerate(heads):
        near[head].add(child)
    reached = dict.fromkeys(range(*span), 0)
    queue = list(reached)
    for at in queue:
        for other in near[at] - reached.keys():
            reached[other] = reached[at] + 1
            queue.append(other)
    above = _above(heads, span)
    return np.asarray([2 * min(reached[i], NEARBY) + (i in above) if i in reached else STEPS - 1
                       for i in range(len(heads))])  # fmt: skip


def _above(heads: Sequence[int], span: Span) -> set[int]:
    """The words on which a span hangs, up to the root."""
    inside = range(*span)
    at = next((i for i in reversed(inside) if heads[i] not in inside or heads[i] == i), span[0])
    found = set()
    while heads[at] != at:
        at = heads[at]
        found.add(at)
    return found


# -- the head -----------------------------------------------------------------------------------------------


class Head(nn.Module):
    """One layer of attention over a sentence; the stance is read off both spans and where four queries look."""

    def __init__(self, width: int = 384, drop: float = 0.25) -> None:
        super().__init__()
        self.inner = nn.Linear(width, WIDTH)
        self.classes = nn.ModuleList(nn.Embedding(n, WIDTH) for n in (4, PLACES, PLACES, STEPS, STEPS))
        for number, embedding in enumerate(self.classes):
            nn.init.normal_(embedding.weight, std=0.15 if number else 0.3)  # type: ignore[arg-type]
        self.norm = nn.LayerNorm(WIDTH)
        self.layer = nn.TransformerEncoderLayer(WIDTH, LOOKS, INNER, drop, "gelu", batch_first=True)
        self.query = nn.Linear(WIDTH, LOOKS)
        self.out = nn.Linear((2 + LOOKS) * WIDTH, len(STANCES))
        self.hidden, self.drop = nn.Dropout(0.2), nn.Dropout(drop)

    def forward(self, words: Tensor, classes: Tensor, there: Tensor) -> Tensor:
        """Scores (rows, stances) of `words` (rows, n, width), `classes` (rows, 5, n); `there` (rows, n) are words."""
        x = self.inner(self.hidden(words))
        for number, embedding in enumerate(self.classes):
            x = x + embedding(classes[:, number])
        x = self.layer(self.norm(x), src_key_padding_mask=~there)
        looks = torch.softmax(self.query(x).masked_fill(~there.unsqueeze(-1), -1e9), 1)
        looked = (looks.transpose(1, 2) @ x).flatten(1)
        spans = [_mean(x, classes[:, 0] % 2 == 1), _mean(x, classes[:, 0] >= 2)]
        scores: Tensor = self.out(self.drop(torch.cat([*spans, looked], -1)))
        return scores


def _mean(x: Tensor, chosen: Tensor) -> Tensor:
    weights = chosen.float().unsqueeze(-1)
    return (x * weights).sum(1) / weights.sum(1).clamp(min=1)


def batch(chosen: Sequence[Row]) -> tuple[Tensor, Tensor, Tensor]:
    longest = max(len(r.words) for r in chosen)
    words = np.zeros((len(chosen), longest, chosen[0].words.shape[1]), dtype=np.float32)
    classes = np.zeros((len(chosen), 5, longest), dtype=np.int64)
    there = np.zeros((len(chosen), longest), dtype=bool)
    for number, row in enumerate(chosen):
        n = len(row.words)
        words[number, :n], classes[number, :, :n], there[number, :n] = row.words, row.classes, True
    return torch.as_tensor(words), torch.as_tensor(classes), torch.as_tensor(there)


def fit(data: Sequence[Row], steps: int, seed: int = 1, rate: float = 2e-3) -> Head:
    """A head trained on rows by AdamW with a linear decay."""
    torch.manual_seed(seed)
    chance, head = random.Random(seed), Head()
    descent = torch.optim.AdamW(head.parameters(), lr=rate, weight_decay=0.02)
    for step in range(steps):
        descent.param_groups[0]["lr"] = rate * min(1, (step + 1) / 100) * max(0.02, 1 - step / steps)
        chosen = chance.choices(data, k=A_STEP)
        loss = F.cross_entropy(head(*batch(chosen)), torch.tensor([r.label for r in chosen]), label_smoothing=0.05)
        descent.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
        descent.step()
    return head.eval()


@torch.no_grad()
def shares(head: Head, data: Sequence[Row]) -> np.ndarray:
    """(rows, stances) probabilities."""
    found = np.zeros((len(data), len(STANCES)), dtype=np.float32)
    order = sorted(range(len(data)), key=lambda i: len(data[i].words))
    for at in range(0, len(order), 128):
        chosen = order[at : at + 128]
        found[chosen] = torch.softmax(head(*batch([data[i] for i in chosen])), -1).numpy()
    return found


# -- how good it is -----------------------------------------------------------------------------------------


def left_out(data: Sequence[Row], steps: int) -> np.ndarray:
    """(rows, stances) probabilities of every row by a head that has seen nothing of its file."""
    groups = sorted({r.group for r in data})
    found = np.zeros((len(data), len(STANCES)), dtype=np.float32)
    for fold in range(FOLDS):
        out = frozenset(groups[fold::FOLDS])
        there = [i for i, r in enumerate(data) if r.group in out]
        found[there] = shares(fit([r for r in data if r.group not in out], steps), [data[i] for i in there])
    return found


def f1_of_each(labels: np.ndarray, chosen: np.ndarray) -> list[float]:
    both = [(int(((labels == c) & (chosen == c)).sum()), int((labels == c).sum() + (chosen == c).sum()))
            for c in range(len(STANCES))]  # fmt: skip
    return [200 * right / max(1, all_) for right, all_ in both]


def curve(labels: np.ndarray, given: np.ndarray) -> Iterator[tuple[float, float, float]]:
    """Threshold, precision and recall (percent) of support and oppose, told where the likelier of both is so likely."""
    side, sure = given[:, :2].argmax(1), given[:, :2].max(1)
    for least in (0.9, 0.8, 0.7, 0.6, 0.5, 0.4):
        told = sure >= least
        right = int((told & (side == labels)).sum())
        yield least, 100 * right / max(1, int(told.sum())), 100 * right / max(1, int((labels < 2).sum()))


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=OWN)
    parser.add_argument("--steps", type=int, default=500)
    args = parser.parse_args(arguments)
    data = list(rows(list(lines(args.data))))
    given, labels = left_out(data, args.steps), np.asarray([r.label for r in data])
    each = f1_of_each(labels, given.argmax(1))
    print(f"{len(data)} lines; macro F1 {sum(each) / len(each):.1f}")
    print("  ".join(f"{name} {value:.1f}" for name, value in zip(STANCES, each, strict=True)))
    for least, precision, recall in curve(labels, given):
        print(f"support or oppose from {least:.1f}: precision {precision:.1f}, recall {recall:.1f}")


if __name__ == "__main__":
    main()
