"""Personal names: which of them can be one person's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .. import knowledge
from ..knowledge import fold
from .entity import Entity

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq", "phd", "md"})
_ALIKE = 6  # letters: shorter names that differ in one letter are two names


@dataclass(slots=True)
class People:
    """The people named in an article, found by any part of their names.

    `parts` are all words of full personal names, `surnames` their last words, both folded; to be filled beforehand.
    """

    parts: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    _suffixes: dict[int, str] = field(default_factory=dict)
    _by_part: dict[str, list[tuple[Entity, list[str]]]] = field(default_factory=dict)

    def expect(self, names: Iterable[Sequence[str]]) -> None:
        """Take note of full names before any is placed."""
        for words in names:
            folded = [fold(w) for w in words if fold(w) not in _SUFFIXES]
            if len(folded) > 1:
                self.parts.update(folded)
                self.surnames.add(folded[-1])

    def bearer(self, parts: Sequence[str], gender: str | None, likely: Sequence[Entity] = ()) -> tuple[Entity, bool]:
        """Whose name it is, and whether that is somebody new; `likely` bearers go before others of the name."""
        folded = [fold(p) for p in parts]
        suffix = next((p for p in folded if p in _SUFFIXES), "")
        folded = [p for p in folded if p not in _SUFFIXES] or folded
        entity = self._same(folded, gender, suffix, likely)
        new = entity is None
        if entity is None:
            entity = Entity(" ".join(parts), "person", gender=gender or _gender(parts))
            for part in set(folded):
                self._by_part.setdefault(part, []).append((entity, folded))
            self._suffixes[id(entity)] = suffix
        elif len(parts) > len(entity.name.split()) or (entity.name.isupper() and not "".join(parts).isupper()):
            entity.name = " ".join(parts) if len(parts) >= len(entity.name.split()) else entity.name
        entity.gender = entity.gender or gender
        return entity, new

    def _same(self, parts: list[str], gender: str | None, suffix: str, likely: Sequence[Entity]) -> Entity | None:
        found = [(e, p) for e, p in self._by_part.get(parts[-1], ()) if _compatible(parts, p)]
        if not found and len(parts) == 1:
            found = self._by_part.get(self._spelled_alike(parts[0]), [])
        if not found and len(parts) > 1:  # "Kim Jong Roe" and "Jong Roe Kim"
            found = [(e, p) for e, p in self._by_part.get(parts[0], ()) if len(p) > 1 and sorted(p) == sorted(parts)]
        fitting = [
            (e, p) for e, p in found
            if not (gender and e.gender and e.gender != gender)
            and not (suffix and self._suffixes[id(e)] not in ("", suffix))
        ]  # fmt: skip
        if not fitting:
            return None
        by_surname = [(e, p) for e, p in fitting if p[-1] == parts[-1]] or fitting
        told = next((e for e in likely if any(e is each for each, _ in by_surname)), None)
        return told or max(by_surname, key=lambda pair: pair[0].last)[0]

    def _spelled_alike(self, name: str) -> str:
        """The one surname that differs in a single letter, for names long enough."""
        if len(name) < _ALIKE:
            return ""
        found = {s for s in self.surnames if s[:1] == name[:1] and _one_letter_apart(s, name)}
        return found.pop() if len(found) == 1 else ""


def _one_letter_apart(a: str, b: str) -> bool:
    """Whether one letter was changed, left out, put in, or two neighbours exchanged."""
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < _ALIKE:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    if rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:]:
        return a != b
    return rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]


def _compatible(new: list[str], old: list[str]) -> bool:
    """Whether two names can be one person's: same last part, and given names that do not contradict."""
    if len(new) == 1 or len(old) == 1:
        return new[-1] == old[-1] or new[-1] in old or old[-1] in new
    if new[-1] != old[-1]:
        return set(new) <= set(old) or set(old) <= set(new)
    a, b = new[0], old[0]
    return a == b or a in old or b in new or (min(len(a), len(b)) <= 1 and a[:1] == b[:1]) or a[:3] == b[:3]


def _gender(parts: Sequence[str]) -> str | None:
    if len(parts) < 2:
        return None
    found = knowledge.tables().gender_of_given_name(parts[0])
    return found if found in ("female", "male") else None
