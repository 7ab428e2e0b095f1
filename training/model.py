"""The encoder and its heads: one pass over a window of text gives every task its scores.

MiniLM (Wang et al. 2020) reads word pieces with three learned features; each word is its first piece's vector. Heads:
BIO tags with a linear-chain CRF for attributions (Lafferty et al. 2001), linear layers for sentence starts, tags
and names, biaffine arcs (Dozat and Manning 2017), bilinear links between spans, word-level coreference
(Dobrovolskii 2021), and for a pair of spans a layer over source, target and the words of their sentence.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from verbale.reading.words import GAPS, QUOTES, SHAPES

from .labels import ATTRIBUTION, NAME_TAGS, PAIR_LABELS, RELATIONS, UPOS, XPOS

WIDTH, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
ARC, RELATION, LINK, COREFERENCE, PAIR = 160, 96, 96, 128, 96
LINK_KINDS = 2  # cue -> source, content fragment -> cue
LINK_DISTANCES = (-64, -32, -16, -8, -4, -2, 0, 2, 4, 8, 16, 32, 64)
COREFERENCE_DISTANCES = (2, 4, 8, 16, 32, 64, 128, 256, 512)


class Packing:
    """Where the real pieces of a padded batch are, so that only attention works on padding. `mask`: 0 or -inf."""

    def __init__(self, mask: Tensor):
        self.shape = mask.shape
        self.bias = mask[:, None, None, :]
        self.at = torch.nonzero(mask.flatten() == 0).squeeze(-1)

    def flat(self, grid: Tensor) -> Tensor:
        """(windows, longest, width) to (pieces, width)."""
        return grid.flatten(0, 1).index_select(0, self.at)

    def padded(self, flat: Tensor) -> Tensor:
        whole = flat.new_zeros(self.shape.numel(), flat.shape[-1])
        return whole.index_copy(0, self.at, flat).view(*self.shape, -1)

    def grid(self, flat: Tensor) -> tuple[Tensor, Tensor]:
        return self.padded(flat), self.bias


class Layer(nn.Module):
    def __init__(self, dropout: float):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, packing: Packing | None) -> Tensor:
        qkv = self.qkv(x)
        attended = self._attend(qkv) if packing is None else packing.flat(self._attend(*packing.grid(qkv)))
        x = self.norm1(x + self.out(attended))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))

    def _attend(self, qkv: Tensor, bias: Tensor | None = None) -> Tensor:
        b, t, _ = qkv.shape
        q, k, v = qkv.view(b, t, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4).unbind(0)
        if torch.onnx.is_in_onnx_export():
            attended = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1]), -1) @ v
        else:
            attended = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        return attended.transpose(1, 2).reshape(b, t, WIDTH)


class Encoder(nn.Module):
    def __init__(self, dropout: float = 0.1, vocabulary: int = 30522):
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.gaps = nn.Embedding(len(GAPS), WIDTH)
        self.quotes = nn.Embedding(QUOTES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        for extra in (self.shapes, self.gaps, self.quotes):
            nn.init.normal_(extra.weight, std=0.005)

    def forward(self, ids: Tensor, shapes: Tensor, gaps: Tensor, quotes: Tensor, mask: Tensor | None = None) -> Tensor:
        positions = self.positions.weight[: ids.shape[1]]
        x = self.words(ids) + positions + self.shapes(shapes) + self.gaps(gaps) + self.quotes(quotes)
        packing = Packing(mask) if mask is not None else None
        x = x if packing is None else packing.flat(x)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, packing)
        return x if packing is None else packing.padded(x)

    def load_pretrained(self, path: Path) -> None:
        """Take over the weights of a BERT-shaped checkpoint (safetensors)."""
        w = {k.removeprefix("bert."): v for k, v in load_file(path).items()}
        state = {
            "words.weight": w["embeddings.word_embeddings.weight"],
            "positions.weight": w["embeddings.position_embeddings.weight"],
            "norm.weight": w["embeddings.LayerNorm.weight"],
            "norm.bias": w["embeddings.LayerNorm.bias"],
        }
        state["positions.weight"] = state["positions.weight"] + w["embeddings.token_type_embeddings.weight"][0]
        for i in range(LAYERS):
            src, dst = f"encoder.layer.{i}.", f"layers.{i}."
            for kind in ("weight", "bias"):
                parts = [w[f"{src}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
                state[f"{dst}qkv.{kind}"] = torch.cat(parts)
                state[f"{dst}out.{kind}"] = w[f"{src}attention.output.dense.{kind}"]
                state[f"{dst}norm1.{kind}"] = w[f"{src}attention.output.LayerNorm.{kind}"]
                state[f"{dst}up.{kind}"] = w[f"{src}intermediate.dense.{kind}"]
                state[f"{dst}down.{kind}"] = w[f"{src}output.dense.{kind}"]
                state[f"{dst}norm2.{kind}"] = w[f"{src}output.LayerNorm.{kind}"]
        missing, unexpected = self.load_state_dict(state, strict=False)
        if unexpected or any(m.split(".")[0] not in ("shapes", "gaps", "quotes") for m in missing):
            raise ValueError(f"{path} is no checkpoint of this shape: {missing} {unexpected}")


class Reader(nn.Module):
    """Encoder and heads. `forward` gives per-word outputs by name, as the exported model does."""

    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.encoder = Encoder(dropout)
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(WIDTH, len(ATTRIBUTION))
        self.transitions = nn.Parameter(torch.zeros(len(ATTRIBUTION) + 1, len(ATTRIBUTION)))  # last row: start
        self.flat = nn.Linear(WIDTH, 1 + len(UPOS) + len(XPOS) + len(NAME_TAGS))
        self.arcs = nn.Linear(WIDTH, 2 * ARC)
        self.arc_matrix = nn.Parameter(torch.randn(ARC + 1, ARC) * 0.02)
        self.root = nn.Linear(ARC, 1)
        self.relation_parts = nn.Linear(WIDTH, 2 * RELATION)
        self.relations = nn.Linear(RELATION, len(RELATIONS))
        self.link_parts = nn.Linear(WIDTH, 2 * LINK_KINDS * 2 * LINK)  # kind x (child, parent) x (first, last)
        self.link_distance = nn.Parameter(torch.zeros(LINK_KINDS, len(LINK_DISTANCES) + 1))
        self.link_paragraph = nn.Parameter(torch.zeros(LINK_KINDS, 3))
        self.link_none = nn.Parameter(torch.zeros(LINK_KINDS))
        self.coreference = nn.Linear(WIDTH, 2 * COREFERENCE)
        self.coreference_distance = nn.Parameter(torch.zeros(len(COREFERENCE_DISTANCES) + 1))
        self.coreference_same = nn.Parameter(torch.zeros(1))
        self.coreference_none = nn.Linear(WIDTH, 1)
        self.pair_parts = nn.Linear(WIDTH, 3 * PAIR)  # as source, as target, as context
        self.pair_labels = nn.ModuleDict({task: nn.Linear(2 * PAIR, len(of)) for task, of in PAIR_LABELS.items()})

    def forward(
        self, ids: Tensor, shapes: Tensor, gaps: Tensor, quotes: Tensor, first: Tensor, mask: Tensor | None = None
    ) -> dict[str, Tensor]:
        pieces = self.encoder(ids, shapes, gaps, quotes, mask)
        h = self.dropout(torch.gather(pieces, 1, first.unsqueeze(-1).expand(-1, -1, WIDTH)))
        sizes = [1, len(UPOS), len(XPOS), len(NAME_TAGS)]
        sentence, upos, xpos, names = self.flat(h).split(sizes, -1)
        relation_child, relation_head = self.relation_parts(h).chunk(2, -1)
        return {
            "tags": self.tags(h),
            "sentence": sentence.squeeze(-1),
            "upos": upos,
            "xpos": xpos,
            "names": names,
            "arcs": self._arcs(h),
            "relation_child": relation_child,
            "relation_head": relation_head,
            "links": self.link_parts(h),
            "coreference": self.coreference(h),
            "coreference_none": self.coreference_none(h).squeeze(-1),
            "pairs": self.pair_parts(h),
        }

    def _arcs(self, h: Tensor) -> Tensor:
        """(batch, child, head) scores; a word's own column is its score as a root."""
        child, head = F.relu(self.dropout(self.arcs(h))).chunk(2, -1)
        ones = torch.ones_like(child[..., :1])
        scores = (torch.cat([child, ones], -1) @ self.arc_matrix) @ head.transpose(-1, -2)
        eye = torch.eye(scores.shape[-1], device=h.device, dtype=scores.dtype)
        return scores * (1 - eye) + self.root(child) * eye

    def relation_scores(self, child: Tensor, head: Tensor) -> Tensor:
        return self.relations(F.relu(child + head))

    def pair_scores(self, task: str, pairs: Tensor, source: tuple[int, int] | None, target: tuple[int, int]) -> Tensor:
        """(labels,) for one pair; `pairs` (words, 3 PAIR) of its sentence, spans [first, last) within it."""
        as_source, as_target, context = pairs.chunk(3, -1)
        pair = as_target[slice(*target)].mean(0)
        pair = pair if source is None else pair + as_source[slice(*source)].mean(0)
        meeting = F.relu(self.dropout(context) + pair).max(0).values
        scores: Tensor = self.pair_labels[task](torch.cat([meeting, F.relu(pair)], -1))
        return scores
