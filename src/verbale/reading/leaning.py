"""The branch of the model: who leans which way on what, and who takes part in which meeting, as it sees them.

Computes what training/branch.py was trained for, window by window: BIO tags for questions, conditions and meetings, the
words to which a question points as its holder's, the stance of the two, which questions are one in other words, and
status, role and meeting of the words that name somebody who takes part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from .decoding import buckets, spans_of
from .encoder import Floats, Scores

Ints = npt.NDArray[np.int64]
Range = tuple[int, int]
QUESTION, CONDITION, MEETING = range(3)
HOLDER, PLACE = range(2)  # kinds of pointers
KEEN = 1.0  # added to the scores of words within a question: what is found too much is weighed later
SEEN = 0.05  # share of a pointer below which a word is not kept
TAKING = 0.12  # probability of a status from which a word is looked at
AROUND = 12  # words beside a question and its holder that are looked at
REACH = 200  # earlier questions that can be the same in other words


@dataclass(frozen=True, slots=True)
class Leaning:
    """A question of somebody's stance: tokens `question`, how surely it is one, and the probability of each stance.

    `holders` are (token, share) of the words that name whose stance it is, `none` the share of nobody in reach.
    """

    question: Range
    share: float
    holders: tuple[tuple[int, float], ...]
    none: float
    stances: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Taking:
    """Words that name somebody who takes part: the probability of each status and role, (token, share) of meetings."""

    words: Range
    statuses: Mapping[str, float]
    roles: Mapping[str, float]
    meetings: tuple[tuple[int, float], ...]


@dataclass(slots=True)
class Leanings:
    """All that the branch sees in one text, in its order; ranges of words, or of tokens once they are moved.

    `same` has (later, earlier, share) for two of the `leanings`, by their numbers: how surely they are one question.
    """

    leanings: list[Leaning] = field(default_factory=list)
    same: list[tuple[int, int, float]] = field(default_factory=list)
    takings: list[Taking] = field(default_factory=list)
    conditions: list[Range] = field(default_factory=list)
    meetings: list[Range] = field(default_factory=list)

    def moved(self, tokens: Ints) -> Leanings:
        """The same with tokens of the Doc for words; `tokens` has the place of each word."""

        def span(words: Range) -> Range:
            return int(tokens[words[0]]), int(tokens[words[1] - 1]) + 1

        def pointed(words: tuple[tuple[int, float], ...]) -> tuple[tuple[int, float], ...]:
            return tuple((int(tokens[w]), share) for w, share in words)

        return Leanings(
            [replace(x, question=span(x.question), holders=pointed(x.holders)) for x in self.leanings], self.same,
            [replace(x, words=span(x.words), meetings=pointed(x.meetings)) for x in self.takings],
            [span(x) for x in self.conditions], [span(x) for x in self.meetings],
        )  # fmt: skip


class Branch:
    """Decodes the branch's scores; `facts` are its labels and the distances of its pointers."""

    def __init__(self, tables: Mapping[str, Floats], facts: Mapping[str, Any]) -> None:
        self._tables, self._facts = tables, facts
        self._ends: list[Floats] = []  # of each question so far: its edges, (as the later, as the earlier)

    def read(self, scores: Scores, paragraphs: Ints, into: Leanings) -> None:
        """Add what one window of words says; `paragraphs` has a number for each of its words."""
        if scores.end > scores.start:
            self._ends += _Window(scores, paragraphs, self._tables, self._facts).read(into)

    def join(self, into: Leanings) -> None:
        """Add which of the questions read are the same in other words; nothing can be read after."""
        if not self._ends:
            return
        starts, ends = np.array([leaning.question[0] for leaning in into.leanings]), np.stack(self._ends)
        ends /= ends.shape[-1] ** 0.25  # so that products are over the root of the width
        for later in range(1, len(starts)):
            first = max(0, later - REACH)
            scores = ends[first:later, 1] @ ends[later, 0]
            scores += self._tables["same_distance"][buckets(starts[later] - starts[first:later], self._facts["far"])]
            shares = softmax(np.append(scores, self._tables["same_none"]))
            into.same += [(later, first + int(n), float(shares[n])) for n in np.flatnonzero(shares[:-1] > SEEN)]


class _Window:
    def __init__(
        self, scores: Scores, paragraphs: Ints, tables: Mapping[str, Floats], facts: Mapping[str, Any]
    ) -> None:
        self.scores, self.paragraphs, self.tables, self.facts = scores, paragraphs, tables, facts
        self.n, self.start = scores.end - scores.start, scores.start
        self.tags = scores["spans"].reshape(self.n, 3, 3)

    def read(self, into: Leanings) -> list[Floats]:
        """Add what the window says; gives the edges of its questions."""
        questions = self._spans(QUESTION, KEEN)
        into.conditions += [self._moved(s) for s in self._spans(CONDITION)]
        into.meetings += [self._moved(s) for s in self._spans(MEETING)]
        into.leanings += self._leanings(questions)
        into.takings += self._takings()
        edges = self.scores["same"].reshape(self.n, 2, 2, -1)
        return [edges[first, :, 0] + edges[end - 1, :, 1] for first, end in questions]

    def _moved(self, span: Range) -> Range:
        return span[0] + self.start, span[1] + self.start

    def _spans(self, kind: int, keen: float = 0.0) -> list[Range]:
        tags = (self.tags[:, kind] + np.array([0, keen, keen], dtype=np.float32)).argmax(1)
        return [(first, end) for _, first, end in spans_of(tags.tolist())] if tags.any() else []

    def _pointed(self, shares: Floats) -> tuple[tuple[int, float], ...]:
        return tuple((int(w) + self.start, float(shares[w])) for w in np.flatnonzero(shares[: self.n] > SEEN))

    # -- stances --------------------------------------------------------------------------------------------

    def _leanings(self, questions: Sequence[Range]) -> list[Leaning]:
        if not questions:
            return []
        inside = 1 - softmax(self.tags[:, QUESTION])[:, 0]
        found = []
        for span, shares in zip(questions, softmax(self._pointers(HOLDER, questions)), strict=True):
            holders = [int(shares[: self.n].argmax())]
            stances = dict(zip(self.facts["leanings"], self._lean(span, holders).tolist(), strict=True))
            sure = float(inside[slice(*span)].mean())
            found.append(Leaning(self._moved(span), sure, self._pointed(shares), float(shares[self.n]), stances))
        return found

    def _lean(self, question: Range, holders: Sequence[int]) -> Floats:
        """(stances,) probabilities of the stance of the words of a holder on a question."""
        as_question, as_holder, context = np.split(self.scores["leaning"], 3, axis=1)
        pair = as_question[slice(*question)].mean(0) + as_holder[list(holders)].mean(0)
        low, high = max(0, min(question[0], *holders) - AROUND), max(question[1], *holders) + AROUND
        meeting = np.maximum((context[low:high] + pair).max(0), 0)
        both = np.concatenate([meeting, np.maximum(pair, 0)])
        return softmax(both @ self.tables["leaning_weight"].T + self.tables["leaning_bias"])

    # -- participation --------------------------------------------------------------------------------------

    def _takings(self) -> list[Taking]:
        names, roles = self.facts["statuses"], self.facts["roles"]
        likely = 1 / (1 + np.exp(-self.scores["status"][:, : len(names)]))
        on = (likely.max(1) > TAKING).astype(np.int64)
        edges = np.flatnonzero(np.diff(np.concatenate(([0], on, [0])))).reshape(-1, 2)
        spans = [(int(a), int(b)) for a, b in edges]
        if not spans:
            return []
        found = []
        for span, shares in zip(spans, softmax(self._pointers(PLACE, spans)), strict=True):
            status = likely[slice(*span)].mean(0)
            role = softmax(self.scores["status"][slice(*span), len(names) :].mean(0))
            found.append(Taking(
                self._moved(span), dict(zip(names, status.tolist(), strict=True)),
                dict(zip(roles, role.tolist(), strict=True)), self._pointed(shares),
            ))  # fmt: skip
        return found

    # -- pointers -------------------------------------------------------------------------------------------

    def _pointers(self, kind: int, spans: Sequence[Range]) -> Floats:
        """(spans, words + 1) scores of the words to which spans point; the last is for none."""
        vectors, at = self.scores["pointers"], np.asarray(spans)
        parts = vectors.reshape(self.n, len(self.tables["point_none"]), 2, 2, -1)[:, kind]
        child = parts[at[:, 0], 0, 0] + parts[at[:, 1] - 1, 0, 1]
        parent = parts[:, 1, 0] + parts[:, 1, 1]
        scores = child @ parent.T / np.sqrt(child.shape[1])
        away = np.arange(self.n)[None] - at[:, :1]
        apart = np.clip(self.paragraphs[None] - self.paragraphs[at[:, 0]][:, None], -1, 1) + 1
        scores += self.tables["point_distance"][kind][buckets(away, self.facts["far"])]
        scores += self.tables["point_paragraph"][kind][apart]
        none = np.full((len(scores), 1), self.tables["point_none"][kind], dtype=scores.dtype)
        joined: Floats = np.concatenate([scores, none], 1)
        return joined


def softmax(scores: Floats) -> Floats:
    shifted = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Floats = shifted / shifted.sum(-1, keepdims=True)
    return shares
