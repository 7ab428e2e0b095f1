"""What each head is trained on. Every function takes the reader's outputs for the windows of one corpus."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from .corpora import IGNORE, Pair
from .labels import ATTRIBUTION, NAME_TAGS
from .model import COREFERENCE, COREFERENCE_DISTANCES, LINK, LINK_DISTANCES, LINK_KINDS, Reader

Outputs = dict[str, Tensor]


def allowed_transitions() -> Tensor:
    """(from or start, to): 0 where BIO allows the step, a large negative number where it does not."""
    n = len(ATTRIBUTION)
    scores = torch.zeros(n + 1, n)
    for to in range(2, n, 2):
        scores[:, to] = -1e4
        scores[to, to] = scores[to - 1, to] = 0
    return scores


def crf_loss(emissions: Tensor, tags: Tensor, valid: Tensor, transitions: Tensor) -> Tensor:
    """Mean negative log likelihood per word of a linear-chain CRF; emissions (batch, words, tags)."""
    emissions = emissions.float()
    table = transitions + allowed_transitions()
    n = len(ATTRIBUTION)
    safe = torch.where(valid, tags, 0)
    previous = F.pad(safe[:, :-1], (1, 0), value=n)
    gold = emissions.gather(-1, safe.unsqueeze(-1)).squeeze(-1) + table[previous, safe]
    alpha = emissions[:, 0] + table[n]
    for t in range(1, emissions.shape[1]):
        step = torch.logsumexp(alpha.unsqueeze(-1) + table[:n], 1) + emissions[:, t]
        alpha = torch.where(valid[:, t : t + 1], step, alpha)
    return (torch.logsumexp(alpha, -1).sum() - (gold * valid).sum()) / valid.sum()


def buckets(distances: Tensor, edges: tuple[int, ...]) -> Tensor:
    return torch.bucketize(distances, torch.tensor(edges))


def link_scores(
    model: Reader, links: Tensor, kind: int, children: Tensor, parents: Tensor, paragraph: Tensor
) -> Tensor:
    """(children, parents + 1) scores within one window; the last column is "no parent". Spans (n, 2): first, last."""
    parts = links.float().view(links.shape[0], LINK_KINDS, 2, 2, LINK)[:, kind]
    child = parts[children[:, 0], 0, 0] + parts[children[:, 1], 0, 1]
    parent = parts[parents[:, 0], 1, 0] + parts[parents[:, 1], 1, 1]
    scores = child @ parent.T / LINK**0.5
    distance = parents[None, :, 0] - children[:, None, 0]
    apart = (paragraph[parents[None, :, 0]] - paragraph[children[:, None, 0]]).clamp(-1, 1) + 1
    scores = scores + model.link_distance[kind][buckets(distance, LINK_DISTANCES)] + model.link_paragraph[kind][apart]
    return torch.cat([scores, model.link_none[kind].expand(len(scores), 1)], 1)


def link_loss(model: Reader, outputs: Outputs, windows: list[dict[str, object]]) -> Tensor:
    """Cue to source and content fragment to cue, over gold spans."""
    losses = []
    for row, window in enumerate(windows):
        spans: dict[int, tuple[int, int, int]] = window["spans"]  # type: ignore[assignment]
        parents_of: dict[tuple[int, int], int] = window["parents"]  # type: ignore[assignment]
        paragraph = torch.as_tensor(window["paragraph"])
        for kind, (child_role, parent_role) in enumerate(((1, 0), (2, 1))):
            children = [k for k, s in spans.items() if s[0] == child_role]
            parents = [k for k, s in spans.items() if s[0] == parent_role]
            if not children or not parents:
                continue
            place = {key: i for i, key in enumerate(parents)}
            target = torch.tensor([place.get(parents_of.get((kind, c), -1), len(parents)) for c in children])
            scores = link_scores(
                model, outputs["links"][row], kind, torch.tensor([spans[k][1:] for k in children]),
                torch.tensor([spans[k][1:] for k in parents]), paragraph,
            )  # fmt: skip
            losses.append(F.cross_entropy(scores, target))
    return torch.stack(losses).mean() if losses else outputs["tags"].sum() * 0


def syntax_loss(model: Reader, outputs: Outputs, gold: Outputs) -> Tensor:
    """Sentence starts, both tag sets, heads and relations; heads outside the window do not count."""
    n = gold["upos"].shape[1]
    known = gold["upos"] != IGNORE
    heads = gold["heads"].clone()
    outside = (heads < 0) | (heads >= n)
    heads[outside] = IGNORE
    words = torch.arange(n)
    padding = (gold["valid"] == 0)[:, None, :] & ~torch.eye(n, dtype=torch.bool)
    arcs = outputs["arcs"].float().masked_fill(padding, -1e4)
    loss = F.cross_entropy(arcs.flatten(0, 1), heads.flatten(), ignore_index=IGNORE)
    at = heads.clamp(min=0)
    own = outputs["relation_child"]
    head = torch.gather(outputs["relation_head"], 1, at.unsqueeze(-1).expand_as(own))
    relations = torch.where(heads == IGNORE, IGNORE, gold["relations"])
    loss = loss + F.cross_entropy(
        model.relation_scores(own.float(), head.float()).flatten(0, 1), relations.flatten(), ignore_index=IGNORE
    )
    for name in ("upos", "xpos"):
        loss = loss + 0.5 * F.cross_entropy(
            outputs[name].float().flatten(0, 1), gold[name].flatten(), ignore_index=IGNORE
        )
    valid = gold["valid"].bool()
    starts = F.binary_cross_entropy_with_logits(outputs["sentence"].float()[valid], gold["sentence"][valid].float())
    _ = words, known
    return loss + starts


def names_loss(outputs: Outputs, allowed: Tensor, valid: Tensor) -> Tensor:
    """Cross entropy against a set of allowed tags: what a corpus does not annotate is not held against the model."""
    bits = (allowed.unsqueeze(-1) >> torch.arange(len(NAME_TAGS))) & 1
    logits = torch.log_softmax(outputs["names"].float(), -1)
    right = torch.logsumexp(logits.masked_fill(bits == 0, -1e4), -1)
    return -(right * valid).sum() / valid.sum()


def coreference_scores(
    model: Reader, vectors: Tensor, none: Tensor, where: Tensor, words: Tensor, anaphors: Tensor, candidates: Tensor
) -> Tensor:
    """(anaphors, candidates + 1): who a word refers to; candidates that do not come before it are ruled out."""
    own, other = vectors.float().split(COREFERENCE, -1)
    scores = own[anaphors] @ other[candidates].T / COREFERENCE**0.5
    distance = where[anaphors][:, None] - where[candidates][None]
    scores = scores + model.coreference_distance[buckets(distance, COREFERENCE_DISTANCES)]
    scores = scores + model.coreference_same * (words[anaphors][:, None] == words[candidates][None])
    scores = scores.masked_fill(distance <= 0, -1e4)
    return torch.cat([none.float()[anaphors][:, None], scores], 1)


def coreference_loss(model: Reader, outputs: Outputs, windows: list[dict[str, object]]) -> Tensor:
    """Marginal likelihood of any right antecedent, over consecutive windows of one document."""
    lengths = [len(w["clusters"]) for w in windows]  # type: ignore[arg-type]
    vectors = torch.cat([outputs["coreference"][i, :n] for i, n in enumerate(lengths)])
    none = torch.cat([outputs["coreference_none"][i, :n] for i, n in enumerate(lengths)])
    clusters = np.concatenate([w["clusters"] for w in windows])  # type: ignore[misc]
    nominal = np.concatenate([w["nominal"] for w in windows])  # type: ignore[misc]
    forms = torch.as_tensor(np.concatenate([w["forms"] for w in windows]))  # type: ignore[misc]
    at = torch.as_tensor(np.flatnonzero(nominal | (clusters >= 0)))
    if len(at) < 2:
        return vectors.sum() * 0
    scores = coreference_scores(model, vectors, none, torch.arange(len(vectors)), forms, at, at)
    entity = torch.as_tensor(clusters)[at]
    same = (entity[:, None] == entity[None]) & (entity[:, None] >= 0) & (at[None] < at[:, None])
    right = torch.cat([~same.any(1, keepdim=True), same], 1)
    return (torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right, -1e4), 1)).mean()


def pair_loss(model: Reader, outputs: Outputs, windows: list[dict[str, object]]) -> Tensor:
    """Deeds, stance toward and sentiment; rare deeds weigh as the corpus has them."""
    losses = []
    for row, window in enumerate(windows):
        vectors = outputs["pairs"][row, : int(window["n"])].float()  # type: ignore[call-overload]
        losses += pair_losses(model, vectors, window["pairs"])  # type: ignore[arg-type]
    return torch.stack(losses).mean()


def pair_losses(model: Reader, vectors: Tensor, found: list[Pair]) -> list[Tensor]:
    """One for each pair of a sentence; `vectors` (words, 3 PAIR)."""
    return [
        F.cross_entropy(model.pair_scores(p.task, vectors, p.source, p.target)[None], torch.tensor([p.label]),
                        label_smoothing=0.05)
        for p in found
    ]  # fmt: skip


def pronoun_loss(model: Reader, outputs: Outputs, windows: list[dict[str, object]]) -> Tensor:
    """GAP: the right name among the two offered and "none"."""
    losses = []
    for row, window in enumerate(windows):
        word, right, wrong = window["pronoun"]  # type: ignore[misc]
        candidates = torch.tensor([*right, *wrong])
        n = outputs["coreference"].shape[1]
        scores = coreference_scores(
            model, outputs["coreference"][row], outputs["coreference_none"][row], torch.arange(n),
            torch.as_tensor(window["forms"]), torch.tensor([word]), candidates,
        )[0]  # fmt: skip
        scores = torch.where(scores < -5e3, -1e4, scores)
        target = 1 if right and right[0] < word else 0
        losses.append(F.cross_entropy(scores[None], torch.tensor([target])))
    return torch.stack(losses).mean()
