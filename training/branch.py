"""The branch: three layers beside the reader's own, for who stands where, who takes part, and pairs of actors.

It goes on from what the reader's lower layers make of the pieces, and sees what its top one makes of them too (names,
syntax, attributions). The reader is not trained further, so that both graphs that ship share its layers.

Heads: BIO tags for questions, conditions and meetings, a pointer from a question to its holder's words, the stance of
the two, links between the wordings of one question, status and role of each word that names a participant, a pointer
from there to its meeting's words, and the pair heads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .labels import LEANINGS, PAIR_LABELS, ROLES, STATUSES
from .model import LAYERS, PAIR, WIDTH, Encoder, Layer, Packing, Reader

SHARED = 3  # of the reader's layers, from which the branch goes on
SPANS = ("question", "condition", "meeting")
HOLDER, PLACE = 0, 1  # kinds of pointers: question -> holder, participant -> meeting
POINTERS, POINT, LEAN = 2, 128, 160
AROUND = 12  # words beside a question and its holder that are looked at
FAR = (-64, -32, -16, -8, -4, -2, 0, 2, 4, 8, 16, 32, 64)
Span = tuple[int, int]


class Branch(nn.Module):
    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS - SHARED))
        self.top = nn.Linear(WIDTH, WIDTH)
        nn.init.zeros_(self.top.weight)
        nn.init.zeros_(self.top.bias)
        self.dropout = nn.Dropout(dropout)
        self.spans = nn.Linear(WIDTH, 3 * len(SPANS))
        self.pointers = nn.Linear(WIDTH, POINTERS * 2 * 2 * POINT)  # kind x (from, to) x (first, last)
        self.point_distance = nn.Parameter(torch.zeros(POINTERS, len(FAR) + 1))
        self.point_paragraph = nn.Parameter(torch.zeros(POINTERS, 3))
        self.point_none = nn.Parameter(torch.zeros(POINTERS))
        self.same = nn.Linear(WIDTH, 2 * 2 * POINT)  # (from, to) x (first, last)
        self.same_distance = nn.Parameter(torch.zeros(len(FAR) + 1))
        self.same_none = nn.Parameter(torch.zeros(1))
        self.leaning_parts = nn.Linear(WIDTH, 3 * LEAN)  # as question, as holder, as context
        self.leaning = nn.Linear(2 * LEAN, len(LEANINGS))
        self.status = nn.Linear(WIDTH, len(STATUSES) + len(ROLES))
        self.pair_parts = nn.Linear(WIDTH, 3 * PAIR)
        self.pair_labels = nn.ModuleDict({task: nn.Linear(2 * PAIR, len(of)) for task, of in PAIR_LABELS.items()})

    def begin_as(self, reader: Reader) -> None:
        """Start from the upper layers and the pair heads of a reader."""
        self.layers.load_state_dict(reader.encoder.layers[SHARED:].state_dict())
        self.pair_parts.load_state_dict(reader.pair_parts.state_dict())
        self.pair_labels.load_state_dict(reader.pair_labels.state_dict())

    def forward(self, below: Tensor, above: Tensor, first: Tensor, mask: Tensor | None = None) -> dict[str, Tensor]:
        """Scores by name, one row a word, from the reader's states and the words' first pieces.

        `below` and `above` (windows, pieces, WIDTH) are the states of the last shared layer and of the reader's last.
        """
        packing = Packing(mask) if mask is not None else None
        if packing is not None:
            below, above = packing.flat(below), packing.flat(above)
        x = below + self.top(above)
        for layer in self.layers:
            x = layer(x, packing)
        pieces = x if packing is None else packing.padded(x)
        h = self.dropout(torch.gather(pieces, 1, first.unsqueeze(-1).expand(-1, -1, WIDTH)))
        return {
            "spans": self.spans(h),
            "pointers": self.pointers(h),
            "same": self.same(h),
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

    def same_scores(self, vectors: Tensor, spans: Sequence[Span]) -> Tensor:
        """(spans, spans + 1) scores of earlier spans [first, last) that word one question; the last is for none."""
        parts, at = vectors.view(len(vectors), 2, 2, POINT), torch.tensor(spans)
        ends = parts[at[:, 0], :, 0] + parts[at[:, 1] - 1, :, 1]  # (spans, from or to, POINT)
        away = at[:, :1] - at[None, :, 0]
        scores = ends[:, 0] @ ends[:, 1].T / POINT**0.5
        scores = scores + self.same_distance[torch.bucketize(away, torch.tensor(FAR))]
        scores = scores.masked_fill(away <= 0, float("-inf"))
        return torch.cat([scores, self.same_none.expand(len(scores), 1)], 1)

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
        names = ("point_distance", "point_paragraph", "point_none", "same_distance", "same_none")
        found = {name: state[name] for name in names}
        for part in ("weight", "bias"):
            found[f"leaning_{part}"] = state[f"leaning.{part}"]
            found |= {f"{task}_{part}": state[f"pair_labels.{task}.{part}"] for task in PAIR_LABELS}
        return found


def facts() -> dict[str, object]:
    """What decoding needs to know of the branch, beside its tables."""
    return {"leanings": LEANINGS, "statuses": STATUSES, "roles": ROLES, "far": FAR}


@torch.no_grad()
def states(encoder: Encoder, inputs: Mapping[str, Tensor]) -> tuple[Tensor, Tensor]:
    """What the reader's last shared layer and its last one make of a batch, (windows, pieces, WIDTH) each."""
    kept: list[Tensor] = []
    both = (encoder.layers[n] for n in (SHARED - 1, LAYERS - 1))
    hooks = [layer.register_forward_hook(lambda *each: kept.append(each[-1])) for layer in both]
    encoder(**{name: inputs[name] for name in ("ids", "shapes", "gaps", "quotes", "mask")})
    for hook in hooks:
        hook.remove()
    packing = Packing(inputs["mask"])
    below, above = (packing.padded(each) for each in kept)
    return below, above
