"""Words of questions: what can mean one matter, and which offices speak for a body."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import Stemmer  # type: ignore[import-not-found]

from .files import read_yaml, split
from .frames import beside

_STEMMER = Stemmer.Stemmer("english")


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """`alike` leads from a stem to the one that stands for its group; the others are sets of stems or titles.

    `beginnings` leads from a group to the first letters of its words: stemming is slow, and most words need none.
    """

    alike: dict[str, str]
    pointing: frozenset[str]
    empty: frozenset[str]
    speaking: frozenset[str]
    own_word: frozenset[str]
    trivial: frozenset[str]
    bare: frozenset[str]
    measures: frozenset[str]
    deeds: frozenset[str]
    states: frozenset[str]
    turning: frozenset[str]
    beginnings: dict[str, frozenset[str]]

    def concept(self, lemma: str) -> str:
        """What a word is compared by: its stem (Porter 1980, "Porter2"), or that of the group it stands in."""
        found = stem(lemma)
        return self.alike.get(found, found)

    def is_measure(self, lemma: str) -> bool:
        """Whether a noun names something that is decided or done, and not a thing: "ban", "strike", "proposal"."""
        found = stem(lemma)
        return found in self.measures or found in self.pointing or found in self.alike

    def begins(self, concept: str) -> frozenset[str]:
        """The first three letters that a word of a concept can have."""
        return self.beginnings.get(concept) or frozenset({concept[:3]})

    def speaks(self, title: str) -> bool:
        """Whether who holds an office speaks for the body or state that it is held for."""
        lower = title.lower()
        if any(each in lower for each in self.own_word):
            return False
        return any(word in self.speaking for word in lower.replace("-", " ").split())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    return str(_STEMMER.stemWord(word.lower()))


@lru_cache(maxsize=1)
def question_words() -> QuestionWords:
    """The table of questions.yaml.

    Raises:
        LexiconError: when the file has a mistake, with its line.
    """
    table = read_yaml(beside("questions.yaml"))
    table.only(
        "alike", "pointing", "empty", "speaking", "own_word", "trivial", "bare", "measures", "deeds", "states",
        "turning",
    )  # fmt: skip
    alike: dict[str, str] = {}
    beginnings: dict[str, frozenset[str]] = {}
    for number, line in enumerate(_lines(table.value.get("alike"))):
        beginnings[f"={number}"] = frozenset(word[:3] for word in line)
        for word in line:
            alike.setdefault(stem(word), f"={number}")
    return QuestionWords(
        alike, frozenset(map(stem, table.words("pointing"))), frozenset(table.words("empty")),
        frozenset(table.words("speaking")), frozenset(table.words("own_word")),
        frozenset(map(stem, table.words("trivial"))), frozenset(map(stem, table.words("bare"))),
        frozenset(map(stem, table.words("measures"))),
        frozenset(map(stem, table.words("deeds"))), frozenset(map(stem, table.words("states"))),
        frozenset(" ".join([stem(w.split()[0]), *w.split()[1:]]) for w in table.words("turning")), beginnings,
    )  # fmt: skip


def _lines(listed: object) -> list[tuple[str, ...]]:
    return [split(str(each)) for each in listed] if isinstance(listed, list) else []
