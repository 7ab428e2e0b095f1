"""Reporting predicates: what sort of act a cue tells of, and whom its object names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast, get_args

from .files import Entry, entries, read_yaml, split

Act = Literal["assertive", "directive", "commissive", "expressive", "declaration"]
Form = Literal["verb", "noun", "adjective", "adverb", "preposition"]
Addressee = Literal["object", "to", "with", "on", "at", "of"]

ACTS: tuple[str, ...] = get_args(Act)
FORMS: tuple[str, ...] = get_args(Form)
ADDRESSEES: tuple[str, ...] = get_args(Addressee)


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting predicate.

    Attributes:
        lemmas: Its words, as lemmas in lower case: ("point", "out").
        act: What is done by the words (Searle 1976).
        form: What part of speech heads it.
        denied: The content is said to be untrue or rejected: "denied that", "dismissed".
        addressee: Where the listener stands: "object" for "told reporters", a preposition for
            "said to reporters", None where a cue has none of its own.
        factive: The content is presented as true: "pointed out", "revealed".
        hedged: The speaker or writer keeps a distance: "alleged", "suggested", "reportedly".
        mental: Thought or felt rather than said: "believe", "hope".
    """

    lemmas: tuple[str, ...]
    act: Act
    form: Form = "verb"
    denied: bool = False
    addressee: Addressee | None = None
    factive: bool = False
    hedged: bool = False
    mental: bool = False


class Cues:
    """All cues, found by the lemmas of a cue span."""

    def __init__(self, known: Iterable[Cue], skipped: Iterable[str] = (), not_adverbs: Iterable[str] = ()) -> None:
        self.known = tuple(known)
        self.skipped = frozenset(skipped)
        self.not_adverbs = frozenset(not_adverbs)
        self._cues: dict[tuple[str, ...], list[Cue]] = {}
        for cue in self.known:
            self._cues.setdefault(self.essence(cue.lemmas), []).append(cue)
        self._longest = max(map(len, self._cues), default=0)

    def find(self, lemmas: Sequence[str], form: Form | None = None) -> Cue | None:
        """The cue in a span's lemmas: the longest known run of words, the first of equally long ones.

        Articles, possessives, auxiliaries and adverbs between the words don't matter: ("have", "repeatedly",
        "pour", "the", "scorn", "on") is found as "pour scorn on". Of equally long ones that with the `form`
        comes first; of a word that is verb and noun, the verb, unless `form` says otherwise.
        """
        words = self.essence(tuple(lemma.lower() for lemma in lemmas))
        for length in range(min(self._longest, len(words)), 0, -1):
            runs = (words[start : start + length] for start in range(len(words) - length + 1))
            found = [cue for run in runs for cue in self._cues.get(run, ())]
            if found:
                return next((cue for cue in found if cue.form == form), found[0])
        return None

    def essence(self, lemmas: tuple[str, ...]) -> tuple[str, ...]:
        """The lemmas that matter, or all when none does."""
        kept = tuple(word for word in lemmas if word not in self.skipped and not self._adverb(word))
        return kept or lemmas

    def _adverb(self, lemma: str) -> bool:
        return len(lemma) > 4 and lemma.endswith("ly") and lemma not in self.not_adverbs

    def __contains__(self, lemmas: Sequence[str]) -> bool:
        """Whether exactly these lemmas are a cue: ("say",) in cues."""
        return self.essence(tuple(lemmas)) in self._cues

    def __iter__(self) -> Iterator[Cue]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)


@lru_cache(maxsize=1)
def cues(path: Path = Path(__file__).with_name("cues.yaml")) -> Cues:
    """The cues of cues.yaml.

    Raises:
        LexiconError: when the file has a mistake, with its line.
    """
    table = read_yaml(path)
    table.only("skipped", "not_adverbs", "groups")
    known = (cue for group in entries(table, "groups") for cue in _group(group))
    return Cues(known, table.words("skipped"), table.words("not_adverbs"))


def _group(group: Entry) -> Iterator[Cue]:
    group.only("act", "form", "denied", "addressee", "factive", "hedged", "mental", "cues")
    act = cast(Act, group.choice("act", ACTS))
    form = cast(Form, group.choice("form", FORMS, "verb"))
    addressee = cast(Addressee, group.choice("addressee", ADDRESSEES)) if "addressee" in group.value else None
    denied, factive, hedged, mental = map(group.flag, ("denied", "factive", "hedged", "mental"))
    for phrase in split(group.text("cues") or ""):
        yield Cue(tuple(phrase.lower().split()), act, form, denied, addressee, factive, hedged, mental)
