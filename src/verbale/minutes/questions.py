"""One question in several articles: labels that share their telling words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import Stemmer  # type: ignore[import-not-found]

from verbale.record import Question, Record

from .actors import Key

ALIKE = 0.6  # share of the words of the shorter label
_EMPTY = frozenset(
    "the a an of in on at to for and or by with from its their his her being be been over as this that any".split()
)
_STEMMER = Stemmer.Stemmer("english")


def join_questions(records: Sequence[Record], actors: Mapping[Key, str]) -> list[list[Key]]:
    """Questions that mean the same, each group in the order of the records; `actors` as `join_actors` gives them.

    Two labels are joined if they share 60 % of the words of the shorter one, at least two words unless it has only
    one, and if what both are about is not different actors.
    """
    groups: list[list[tuple[Key, frozenset[str], frozenset[str]]]] = []
    for number, record in enumerate(records):
        for question in record.questions:
            key = (number, question.id)
            words = telling(question.label)
            about = frozenset(actors[number, i] for i in question.about if (number, i) in actors)
            home = _home(groups, number, words, about)
            if home is None:
                groups.append(home := [])
            home.append((key, words, about))
    return [[key for key, _, _ in group] for group in groups]


def _home(
    groups: list[list[tuple[Key, frozenset[str], frozenset[str]]]], number: int, words: frozenset[str],
    about: frozenset[str],
) -> list[tuple[Key, frozenset[str], frozenset[str]]] | None:  # fmt: skip
    best, chosen = ALIKE, None
    for group in groups:
        for (other, _), theirs, what in group:
            if other == number or (about and what and not about & what):
                continue
            score = likeness(words, theirs)
            if score >= best:
                best, chosen = score, group
    return chosen


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Words in common over those of the shorter; one word in common is too little between longer ones."""
    shorter = min(len(a), len(b))
    common = len(a & b)
    return common / shorter if shorter and (common > 1 or shorter == 1) else 0.0


def telling(label: str) -> frozenset[str]:
    """The stems of a label's words (Porter 2001, "Porter2"), without those that tell nothing."""
    found = re.findall(r"\w+", label.lower())
    return frozenset(_STEMMER.stemWord(w) for w in found if w not in _EMPTY)


def fullest(questions: Sequence[Question]) -> str:
    """The label with the most telling words, of equals the first."""
    return max(questions, key=lambda q: len(telling(q.label))).label
