"""The branch: six layers beside the reader's own, for who stands where, who takes part, and pairs of actors.

It begins with the reader's embeddings, which are not trained further, so that both graphs that ship share them. Heads:
BIO tags for questions, conditions and meetings, a pointer from a question to its holder's words, the stance of the two,
status and role of each word that names a participant, a pointer from there to its meeting's words, and the pair heads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .labels import LEANINGS, PAIR_LABELS, ROLES, STATUSES
from .model import LAYERS, PAIR, WIDTH, Encoder, Layer, Packing, Reader

SPANS = ("question", "condition", "meeting")
HOLDER, PLACE = 0, 1  # kinds of pointers: question -> holder, participant -> meeting
POINTERS, POINT, LEAN = 2, 128, 160
AROUND = 12  # words beside a question and its holder that are looked at
FAR = (-64, -32, -16, -8, -4, -2, 0, 2, 4, 8, 16, 32, 64)
Span = tuple[int, int]


class Branch(nn.Module):
    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.spans = nn.Linear(WIDTH, 3 * len(SPANS))
        self.pointers = nn.Linear(WIDTH, POINTERS * 2 * 2 * POINT)  # kind x (from, to) x (first, last)
        self.point_distance = nn.Parameter(torch.zeros(POINTERS, len(FAR) + 1))
        self.point_paragraph = nn.Parameter(torch.zeros(POINTERS, 3))
        self.point_none = nn.Parameter(torch.zeros(POINTERS))
        self.leaning_parts = nn.Linear(WIDTH, 3 * LEAN)  # as question, as holder, as context
        self.leaning = nn.Linear(2 * LEAN, len(LEANINGS))
        self.status = nn.Linear(WIDTH, len(STATUSES) + len(ROLES))
        self.pair_parts = nn.Linear(WIDTH, 3 * PAIR)
        self.pair_labels = nn.ModuleDict({task: nn.Linear(2 * PAIR, len(of)) for task, of in PAIR_LABELS.items()})

    def begin_as(self, reader: Reader) -> None:
        """Start from the layers and pair heads of a reader."""
        self.layers.load_state_dict(reader.encoder.layers.state_dict())
        self.pair_parts.load_state_dict(reader.pair_parts.state_dict())
        self.pair_labels.load_state_dict(reader.pair_labels.state_dict())

    def forward(self, below: Tensor, first: Tensor, mask: Tensor | None = None) -> dict[str, Tensor]:
        """Scores by name, one row a word, from embedded pieces (windows, pieces, WIDTH) and words' first pieces."""
        packing = Packing(mask) if mask is not None else None
        x = below if packing is None else packing.flat(below)
        for layer in self.layers:
            x = layer(x, packing)
        pieces = x if packing is None else packing.padded(x)
        h = self.dropout(torch.gather(pieces, 1, first.unsqueeze(-1).expand(-1, -1, WIDTH)))
        return {
            "spans": self.spans(h),
            "pointers": self.pointers(h),
            "leaning": self.leaning_parts(h),
            "status": self.status(h),
            "pairs": self.pair_parts(h),
        }

    def point(self, vectors: Tensor, kind: int, spans: Sequence[Span], paragraph: Tensor) -> Tensor:
        """(spans, words + 1) scores of the words to which spans [first, last) point; the last is for none."""
        parts = vectors.view(len(vectors), POINTERS, 2, 2, POINT)[:, kind]
        at = torch.tensor(spans)
        child = parts[at[:, 0], 0, 0] + parts[at[:, 1] - 1, 0, 1]
        parent = parts[:, 1, 0] + parts[:, 1, 1]
        away = torch.arange(len(vectors))[None] - at[:, :1]
        apart = (paragraph[None] - paragraph[at[:, 0]][:, None]).clamp(-1, 1) + 1
        scores = child @ parent.T / POINT**0.5
        scores = scores + self.point_distance[kind][torch.bucketize(away, torch.tensor(FAR))]
        scores = scores + self.point_paragraph[kind][apart]
        return torch.cat([scores, self.point_none[kind].expand(len(scores), 1)], 1)

    def lean(self, vectors: Tensor, question: Span, holder: Sequence[int]) -> Tensor:
        """(stances,) scores for a question and the words of a holder."""
        as_question, as_holder, context = vectors.chunk(3, -1)
        pair = as_question[slice(*question)].mean(0) + as_holder[list(holder)].mean(0)
        low, high = max(0, min(question[0], *holder) - AROUND), max(question[1], *holder) + AROUND
        meeting = F.relu(self.dropout(context[low:high]) + pair).max(0).values
        scores: Tensor = self.leaning(torch.cat([meeting, F.relu(pair)], -1))
        return scores

    def pair_scores(self, task: str, pairs: Tensor, source: Span | None, target: Span) -> Tensor:
        return Reader.pair_scores(self, task, pairs, source, target)  # type: ignore[arg-type]

    def tables(self) -> dict[str, np.ndarray]:
        """The small tables that decoding uses (verbale.reading.leaning and pairs)."""
        state = {name: value.detach().float().numpy() for name, value in self.state_dict().items()}
        found = {name: state[name] for name in ("point_distance", "point_paragraph", "point_none")}
        for part in ("weight", "bias"):
            found[f"leaning_{part}"] = state[f"leaning.{part}"]
            found |= {f"{task}_{part}": state[f"pair_labels.{task}.{part}"] for task in PAIR_LABELS}
        return found


def facts() -> dict[str, object]:
    """What decoding needs to know of the branch, beside its tables."""
    return {"leanings": LEANINGS, "statuses": STATUSES, "roles": ROLES, "far": FAR}


@torch.no_grad()
def embedded(encoder: Encoder, inputs: Mapping[str, Tensor]) -> Tensor:
    """(windows, pieces, WIDTH): what the reader's embeddings make of a batch, on which both go on."""
    ids = inputs["ids"]
    x = encoder.words(ids) + encoder.positions.weight[: ids.shape[1]] + encoder.shapes(inputs["shapes"])
    found: Tensor = encoder.norm(x + encoder.gaps(inputs["gaps"]) + encoder.quotes(inputs["quotes"]))
    return found
