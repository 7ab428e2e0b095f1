"""Windows of our marked articles with the labels that the branch learns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch

from verbale.reading.words import Ints, features, windows

from .batches import CLS, SEP
from .batches import collate as padded
from .branch import SPANS, Branch, Span, states
from .corpora import Example, Pair, Texts, covering
from .labels import LEANINGS, ROLES, STATUSES
from .marked import Mark, Marked
from .model import WIDTH, Encoder

A_BATCH = 24
SHORTER = 120  # pieces of the first window in a second way of cutting an article


@dataclass(frozen=True, slots=True)
class Held:
    """A question's stance: its words, the stance, the words of its holder (none: out of reach), other actors' spans."""

    question: Span
    stance: int
    holder: tuple[int, ...]
    others: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Words that name a participant, the statuses and the role, and the words of the meeting."""

    words: Span
    statuses: tuple[int, ...]
    role: int
    meeting: tuple[int, ...]


@dataclass(slots=True)
class Window:
    """A window of n words: inputs as `words.features` gives them, and its labels; `tags` (3, n) are BIO.

    `states` (2, pieces, WIDTH), in bfloat16, is what the reader makes of it (`branch.states`), which never changes.
    """

    inputs: dict[str, Ints]
    paragraph: torch.Tensor
    tags: np.ndarray | None = None
    held: list[Held] = field(default_factory=list)
    asked: list[tuple[Span, str]] = field(default_factory=list)  # the words of each question, and its number
    parts: list[Part] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    states: torch.Tensor | None = None

    def __len__(self) -> int:
        return len(self.paragraph)


def of_pairs(example: Example) -> Window:
    """A sentence of the pair corpora."""
    n = len(example.words)
    inputs = features(example.words, 0, n, CLS, SEP)
    return Window(inputs, torch.zeros(n, dtype=torch.long), pairs=list(example.pairs))


def of_article(article: Marked, texts: Texts) -> Iterator[Window]:
    """The windows of a marked article, cut in two ways."""
    words = texts.words(article.text)
    paragraph = torch.as_tensor(np.cumsum(words.gaps >= 2))
    at = {n: covering(words, *m.span) for n, m in enumerate(article.marks)}
    for first_limit in (None, SHORTER):
        for start, end in windows(words, first_limit=first_limit):
            window = Window(features(words, start, end, CLS, SEP), paragraph[start:end])
            inside = {n: (a - start, b - start) for n, (a, b) in at.items() if start <= a < b <= end}
            _label(window, [(article.marks[n], span) for n, span in inside.items()])
            yield window


def _label(window: Window, marks: Sequence[tuple[Mark, Span]]) -> None:
    window.tags = _tags(marks, len(window))
    called: dict[tuple[str, str], list[Span]] = {}
    for mark, span in marks:
        called.setdefault((mark.kind, mark.key), []).append(span)
    window.asked = sorted((span, mark.key) for mark, span in marks if mark.kind == "question")
    for mark, span in marks:
        window.held += _held(mark, span, called)
        if mark.parts:
            statuses = tuple(STATUSES.index(status) for status, _, _ in mark.parts)
            there = [w for s in called.get(("meeting", mark.parts[-1][2]), []) for w in range(*s)]
            window.parts.append(Part(span, statuses, ROLES.index(mark.parts[-1][1]), tuple(there)))


def _tags(marks: Sequence[tuple[Mark, Span]], n: int) -> np.ndarray:
    tags = np.zeros((len(SPANS), n), dtype=np.int64)
    for mark, (first, end) in marks:
        if mark.kind in SPANS:
            row = tags[SPANS.index(mark.kind)]
            row[first:end] = 2
            row[first] = 1
    for row in tags:  # a span that goes on behind one inside it begins anew
        row[1:][(row[1:] == 2) & (row[:-1] == 0)] = 1
    return tags


def _held(mark: Mark, span: Span, called: Mapping[tuple[str, str], Sequence[Span]]) -> Iterator[Held]:
    holders = {actor for actor, _ in mark.leanings}
    others = tuple(s for (kind, key), some in called.items() if kind == "actor" and key not in holders for s in some)
    for actor, stance in mark.leanings:
        yield Held(span, LEANINGS.index(stance), _nearest(span, called.get(("actor", actor), ())), others)


def _nearest(span: Span, mentions: Sequence[Span]) -> tuple[int, ...]:
    """The words of a holder's mentions that are nearest to a question."""
    away = {m: max(m[0] - span[1], span[0] - m[1], 0) for m in mentions}
    nearest = min(away.values(), default=0)
    return tuple(w for m, far in away.items() if far == nearest for w in range(*m))


def collate(chosen: Sequence[Window]) -> dict[str, torch.Tensor]:
    """Padded inputs of some windows, with `first` and an attention `mask` of 0 and minus infinity."""
    return padded([{"inputs": w.inputs} for w in chosen])


def remember(encoder: Encoder, data: Sequence[Window]) -> None:
    """Give windows the states that the reader has for them, all in one piece of memory."""
    by_length = sorted(data, key=lambda w: len(w.inputs["ids"]))
    kept = torch.empty(2, sum(len(w.inputs["ids"]) for w in data), WIDTH, dtype=torch.bfloat16)
    filled = 0
    for at in range(0, len(by_length), A_BATCH):
        chosen = by_length[at : at + A_BATCH]
        below, above = states(encoder, collate(chosen))
        for row, window in enumerate(chosen):
            n = len(window.inputs["ids"])
            window.states = kept[:, filled : filled + n]
            window.states[0], window.states[1] = below[row, :n], above[row, :n]
            filled += n


def outputs(model: Branch, chosen: Sequence[Window]) -> dict[str, torch.Tensor]:
    """The scores of windows whose states are remembered."""
    inputs = collate(chosen)
    both = torch.zeros(2, *inputs["ids"].shape, WIDTH)
    for row, window in enumerate(chosen):
        if window.states is None:
            raise ValueError("call `remember` on these windows first")
        both[:, row, : window.states.shape[1]] = window.states
    found: dict[str, torch.Tensor] = model(both[0], both[1], inputs["first"], inputs["mask"])
    return found
