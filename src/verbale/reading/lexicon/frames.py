"""Frames: predicates that tell where somebody stands, who takes part in a meeting, who does what to whom.

A frame is a predicate with the places of its arguments in the clause (frame semantics, Fillmore 1982). The tables
are stance.yaml, participation.yaml and deeds.yaml; a researcher's own stance frames go before those of stance.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from verbale.errors import LexiconError

from .files import Entry, entries, split

FORMS = ("verb", "noun", "adjective", "preposition")
PLACES_OF_CLAUSES = ("object", "subject", "that", "whether", "to do", "doing", "none", "alone", "receiver")


_HYPHENED = ("noun", "adjective")


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate.

    Attributes:
        lemmas: Its words, as lemmas in lower case, the head first: ("turn", "down").
        form: What part of speech heads it.
        places: Where its argument stands, in the order to look: one of PLACES_OF_CLAUSES, or a preposition.
        group: The name of the group that it stands in.
    """

    lemmas: tuple[str, ...]
    form: str
    places: tuple[str, ...]
    group: str


class Frames:
    """Frames by the lemma of their head; those of more words come first, then in the order of the file."""

    def __init__(self, known: Iterable[Frame]) -> None:
        self.known = tuple(dict.fromkeys(known))
        self._by_head: dict[tuple[str, str], list[Frame]] = {}
        for frame in sorted(self.known, key=lambda f: -len(f.lemmas)):
            self._by_head.setdefault((frame.lemmas[0], frame.form), []).append(frame)
        self.heads = frozenset(lemma for lemma, _ in self._by_head)

    def at(self, lemma: str, form: str) -> Sequence[Frame]:
        """The frames whose head has a lemma and a form."""
        return self._by_head.get((lemma, form), ())

    def __iter__(self) -> Iterator[Frame]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)


def frames_of(group: Entry, name: str) -> Iterator[Frame]:
    """The frames of one group: a list of mappings with `form`, `argument` and `predicates`.

    Raises:
        LexiconError: when there is none, a key, a form or a place is unknown, or a predicate has no argument.
    """
    listed = list(entries(group, "frames"))
    if not listed:
        raise group.error("frames", "a group has at least one frame")
    for entry in listed:
        entry.only("form", "argument", "predicates")
        form = entry.choice("form", FORMS, "verb")
        places = entry.words("argument")
        if not places:
            raise entry.error("argument", "'argument' says where the argument stands: object, to do, against, ...")
        for place in places:
            _check(entry, place)
        phrases = split(entry.text("predicates") or "")
        if not phrases:
            raise entry.error("predicates", "'predicates' lists the words of the frame, separated by commas")
        for phrase in phrases:
            if not any(map(str.isalnum, phrase)):
                raise entry.error("predicates", f"'{phrase}' has no word")
            yield Frame(tuple(phrase.lower().split()), form, places, name)
            if "-" in phrase:  # "non-starter" is three tokens, the first of which can be anything
                apart = tuple(phrase.lower().replace("-", " ").split())
                yield from (Frame(apart, other, places, name) for other in dict.fromkeys((form, *_HYPHENED)))


def _check(entry: Entry, place: str) -> None:
    if place not in PLACES_OF_CLAUSES and not place.replace(" ", "").isalpha():
        known = ", ".join(PLACES_OF_CLAUSES)
        raise entry.error("argument", f"'{place}' is no place of an argument: {known} or a preposition")


def name_of(group: Entry, seen: set[str]) -> str:
    """The name of a group, which no other one has; it must say what its predicates mean, too."""
    name = group.text("name")
    if not name or not group.text("meaning"):
        raise group.error("name", "a group has a 'name' and a 'meaning'")
    if name in seen:
        raise group.error("name", f"a group named '{name}' stands here a second time")
    seen.add(name)
    return name


def beside(path: str) -> Path:
    """A table that lies beside this file."""
    return Path(__file__).with_name(path)


__all__ = ["Frame", "Frames", "LexiconError", "beside", "frames_of", "name_of"]
