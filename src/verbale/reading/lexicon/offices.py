"""Titles of offices: which there are, and what is read from a phrase like "former deputy foreign minister"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

from .files import Entry, entries, read_yaml, split

Sex = Literal["female", "male"]
HeldFor = Literal["state", "body", "any"]


@dataclass(frozen=True, slots=True)
class KnownOffice:
    """One office.

    Attributes:
        name: Its usual name in lower case: "foreign minister".
        aliases: Other names: "fm", "top diplomat".
        unique: Held by one person per state or body at a time.
        held_for: Whether it is a state's, a body's, or can be either's.
        gender: Where the word tells: "king", "spokeswoman".
    """

    name: str
    aliases: tuple[str, ...] = ()
    unique: bool = False
    held_for: HeldFor = "any"
    gender: Sex | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """An office as it stands in a text.

    Attributes:
        office: The known office.
        text: The words that name it, in lower case, without modifiers: "agriculture minister".
        modifiers: "former", "acting", "deputy", in the order of the text.
    """

    office: KnownOffice
    text: str
    modifiers: tuple[str, ...] = ()

    @property
    def past(self) -> bool:
        """No longer held: "former", "ex-", "late"."""
        return any(word in PAST for word in self.modifiers)

    @property
    def unique(self) -> bool:
        """Held by one person at a time: a minister's with a portfolio is; a deputy's or former one's never."""
        portfolio = self.office.name in MINISTERS and self.text not in (self.office.name, *self.office.aliases)
        return (self.office.unique or portfolio) and not self.past and not LESSER.intersection(self.modifiers)


PAST = frozenset({"former", "ex", "late", "erstwhile", "one-time", "onetime", "ousted", "deposed", "then", "previous"})
LESSER = frozenset({"deputy", "vice", "assistant", "associate", "junior", "co", "under", "first deputy"})


class Offices:
    """All offices, found by name."""

    def __init__(self, known: Iterable[KnownOffice], modifiers: Iterable[str], portfolios: Iterable[str]) -> None:
        self.known = tuple(known)
        self.modifiers = frozenset(modifiers)
        self.portfolios = frozenset(portfolios)
        self._by_name: dict[tuple[str, ...], KnownOffice] = {}
        for office in self.known:
            for name in (office.name, *office.aliases):
                self._by_name.setdefault(_words(name), office)
        self._longest = max(map(len, self._by_name), default=0)
        self._begins = self.modifiers | self.portfolios | MINISTERS | {name[0] for name in self._by_name}
        self.heads = frozenset(name[-1] for name in self._by_name) | frozenset(name[0] for name in self._by_name)

    def find(self, text: str) -> Title | None:
        """The office that a whole phrase names, modifiers included; None where words are left over.

        "former Deputy Foreign Minister", "ex-president", "vice-chairwoman", "president-elect", "FM",
        "Agriculture and Fisheries Minister", "minister of agriculture".
        """
        words = _words(text)
        found = self.at(words, 0)
        return found[0] if found and found[1] == len(words) else None

    def at(self, words: Sequence[str], start: int = 0) -> tuple[Title, int] | None:
        """The longest title that begins at a word of a sentence, modifiers first, and the index after it.

        Hyphened words ("vice-president", "ex-minister", "president-elect") may come as one word or as parts.
        """
        if start >= len(words) or words[start].lower() not in self._begins:
            return None
        lower = [word.lower() for word in words]
        latest = self._modifiers_end(lower, start)
        found = ((end, *office) for end in range(start, latest + 1) for office in self._offices_at(lower, end))
        best = max(found, key=lambda each: (each[2], -each[0]), default=None)
        if best is None:
            return None
        end, office, stop = best
        before = tuple(word for word in lower[start:end] if word != "-")
        after, index = self._elect_at(lower, stop)
        return Title(office, " ".join(lower[end:stop]), (*before, *after)), index

    def _modifiers_end(self, words: list[str], start: int) -> int:
        end = start
        while end < len(words) and (words[end] in self.modifiers or (end > start and words[end] == "-")):
            end += 1
        return end

    def _offices_at(self, words: list[str], start: int) -> Iterator[tuple[KnownOffice, int]]:
        """A known name, the longest first, or a minister of whatever portfolio; each with the index after it."""
        for length in range(min(self._longest, len(words) - start), 0, -1):
            office = self._by_name.get(tuple(words[start : start + length]))
            if office is not None:
                yield office, start + length
                break
        end = self._portfolios_end(words, start)
        if start < end < len(words) and words[end] in MINISTERS:
            yield self._by_name[words[end],], end + 1
        if words[start : start + 1] and words[start] in MINISTERS and words[start + 1 : start + 2] in (["of"], ["for"]):
            first = start + 3 if words[start + 2 : start + 3] == ["the"] else start + 2
            if (end := self._portfolios_end(words, first)) > first:
                yield self._by_name[words[start],], end

    def _portfolios_end(self, words: list[str], start: int) -> int:
        """The index after "trade and industry"; joining words count only between portfolios."""
        end, at = start, start
        while at < len(words) and (words[at] in self.portfolios or (at > start and words[at] in JOINING)):
            at += 1
            end = at if words[at - 1] in self.portfolios else end
        return end

    def _elect_at(self, words: list[str], start: int) -> tuple[tuple[str, ...], int]:
        at = start + 1 if words[start : start + 1] == ["-"] else start
        return (("elect",), at + 1) if words[at : at + 1] in (["elect"], ["designate"]) else ((), start)


MINISTERS = frozenset({"minister", "secretary"})
JOINING = frozenset({"and", "&", ",", "-"})


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.lower().replace("-", " ").replace(".", "").split())


@lru_cache(maxsize=1)
def offices(path: Path = Path(__file__).with_name("offices.yaml")) -> Offices:
    """The offices of offices.yaml.

    Raises:
        LexiconError: when the file has a mistake, with its line.
    """
    table = read_yaml(path)
    table.only("modifiers", "portfolios", "groups")
    known = (office for group in entries(table, "groups") for office in _group(group))
    return Offices(known, table.words("modifiers"), table.words("portfolios"))


def _group(group: Entry) -> Iterator[KnownOffice]:
    group.only("unique", "held_for", "gender", "offices")
    unique = group.flag("unique")
    held_for = cast(HeldFor, group.choice("held_for", ("state", "body", "any"), "any"))
    gender = cast(Sex, group.choice("gender", ("female", "male"))) if "gender" in group.value else None
    for names in (group.text("offices") or "").split(";"):
        name, *aliases = split(names.replace("=", ",")) or ("",)
        if not name:
            raise group.error("offices", "an office without a name between two semicolons")
        yield KnownOffice(name, tuple(aliases), unique, held_for, gender)
