"""An agenda: questions that a reader brings along, to which what is said is matched first.

    questions:
      - label: raising the ferry fee          # how the question is called in the record
        description: The Board's plan of May  # for people
        wordings: [the higher fee, a fee of 12 crowns]
        actors: [Northern Ferry Board]        # names whose words point to the question, too
        meetings: [fee hearing]

Wordings are compared with those of the text as they are with each other: by the stems of their telling words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from verbale.errors import AgendaError, LexiconError

from .lemmas import lemma_of
from .lexicon.files import Entry, NoMapping, entries, read_yaml
from .lexicon.questions import question_words


@dataclass(frozen=True, slots=True)
class Item:
    """One question of an agenda; `wordings` are sets of concepts, the label's among them, with that of each head."""

    label: str
    wordings: tuple[tuple[str, frozenset[str]], ...]


Agenda = tuple[Item, ...]


def read_agenda(path: Path) -> Agenda:
    """The questions of an agenda file, in their order.

    Raises:
        AgendaError: when it is no YAML, has no questions, or one of them has no label, a label that another one
            has, or a key that means nothing.
    """
    try:
        return tuple(_items(read_yaml(path)))
    except NoMapping as error:
        raise AgendaError(f"{path.name}, line 1: an agenda begins with 'questions:'") from error
    except LexiconError as error:
        own = error.advice if error.advice != error.default_advice else None
        raise AgendaError(error.problem, own) from error


def _items(table: Entry) -> Iterator[Item]:
    table.only("questions")
    seen: dict[tuple[str, ...], str] = {}
    for entry in entries(table, "questions"):
        entry.only("label", "description", "wordings", "actors", "meetings")
        entry.text("description")
        label = " ".join((entry.text("label") or "").split())
        if not _concepts(label)[1]:
            raise entry.error("label", "a question has a 'label' with at least one telling word")
        plain = tuple(w for w in label.casefold().split() if w not in ("a", "an", "the"))
        if plain in seen:
            again = "" if seen[plain] == label else f", as '{seen[plain]}'"
            raise entry.error("label", f"'{label}' stands here a second time{again}")
        seen[plain] = label
        for text in _texts(entry, "wordings"):
            if not _concepts(text)[1]:
                raise entry.error("wordings", f"'{text}' has no telling word")
        listed = [label, *(text for key in ("wordings", "actors", "meetings") for text in _texts(entry, key))]
        yield Item(label, tuple(_concepts(text) for text in listed))
    if not seen:
        raise table.error("questions", "an agenda has at least one question")


def _texts(entry: Entry, key: str) -> list[str]:
    found = entry.value.get(key, [])
    if not isinstance(found, list) or not all(isinstance(each, str) and each.strip() for each in found):
        raise entry.error(key, f"'{key}' is a list of texts, none of them empty")
    return found


def _concepts(text: str) -> tuple[str, frozenset[str]]:
    """The concept of the head, taken to be the last word before a preposition, and all concepts."""
    words = question_words()
    telling = [w for w in re.findall(r"\w+", text.lower()) if w not in words.empty and w not in _SMALL]
    before = [w for w in re.findall(r"\w+", _TAIL.split(text.lower())[0]) if w in telling]
    head = words.concept(_lemma((before or telling or [""])[-1]))
    return head, frozenset(words.concept(_lemma(w)) for w in telling)


def _lemma(word: str) -> str:
    """The dictionary form of a word that stands in no sentence: the shortest that it can have."""
    return min((lemma_of(word, upos) for upos in ("NOUN", "VERB", "ADJ")), key=len)


_SMALL = frozenset("a an the of in on at to for and or by with from its their his her be is are as".split())
_TAIL = re.compile(r"\b(?:of|in|on|at|to|for|by|with|from|about|over|into|between)\b")
