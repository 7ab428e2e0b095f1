"""Nouns, pronouns and forms of address that stand for people and organisations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

from .files import Entry, entries, read_yaml

Sex = Literal["female", "male"]
NounKind = Literal["person", "organisation", "group"]
PronounGender = Literal["female", "male", "neuter", "any"]
Number = Literal["singular", "plural", "any"]
Person = Literal["1", "2", "3"]
Case = Literal["subject", "object", "possessive", "reflexive", "any"]
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Description:
    """A common noun that can refer to an actor: "diplomat", "sources", "ministry".

    Attributes:
        noun: The noun as it was looked up, in lower case.
        kind: What sort of actor it refers to.
        plural: Whether that form is the plural.
        gender: Where the word tells: "woman".
        anonymous: Typical of sources without a name: "source", "official", "insider".
        for_state: With a place or demonym it is that state that acts: "Turkish authorities", "the French side".
    """

    noun: str
    kind: NounKind
    plural: bool = False
    gender: Sex | None = None
    anonymous: bool = False
    for_state: bool = False


@dataclass(frozen=True, slots=True)
class Pronoun:
    """One pronoun: "her" is third person, singular, female."""

    word: str
    person: Person
    number: Number
    gender: PronounGender
    case: Case


class Descriptions(dict[str, Description]):
    """Descriptions by noun, singular and plural, in lower case."""

    def find(self, noun: str) -> Description | None:
        """By a noun or a short phrase as it stands in the text: "Officials", "people familiar"."""
        return self.get(" ".join(noun.lower().split()))


@lru_cache(maxsize=1)
def descriptions(path: Path = HERE / "descriptions.yaml") -> Descriptions:
    """The nouns of descriptions.yaml.

    Raises:
        LexiconError: when the file has a mistake, with its line.
    """
    table = read_yaml(path)
    table.only("irregular", "groups")
    irregular = dict(pair.split("=", 1) for pair in table.words("irregular"))
    found = Descriptions()
    for group in entries(table, "groups"):
        for each in _descriptions(group, irregular):
            found.setdefault(each.noun, each)
    return found


def _descriptions(group: Entry, irregular: dict[str, str]) -> Iterator[Description]:
    group.only("kind", "gender", "anonymous", "for_state", "nouns", "plural_only")
    kind = cast(NounKind, group.choice("kind", ("person", "organisation", "group")))
    gender = cast(Sex, group.choice("gender", ("female", "male"))) if "gender" in group.value else None
    anonymous, for_state = group.flag("anonymous"), group.flag("for_state")
    nouns = group.words("nouns")
    forms = [(noun, False) for noun in nouns] + [(plural(noun, irregular), True) for noun in nouns]
    for noun, many in [*forms, *((noun, True) for noun in group.words("plural_only"))]:
        yield Description(noun, kind, many, gender, anonymous, for_state)


def plural(noun: str, irregular: dict[str, str]) -> str:
    """'ministry' -> 'ministries'; the last word decides, and the irregular ones are given."""
    first, _, last = noun.rpartition(" ")
    if last in irregular:
        many = irregular[last]
    elif last.endswith("man"):
        many = last[:-3] + "men"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        many = last[:-1] + "ies"
    else:
        many = last + ("es" if last.endswith(("s", "x", "ch", "sh")) else "s")
    return f"{first} {many}".strip()


@lru_cache(maxsize=1)
def pronouns(path: Path = HERE / "pronouns.yaml") -> dict[str, Pronoun]:
    """The pronouns of pronouns.yaml by their word in lower case.

    Raises:
        LexiconError: when the file has a mistake, with its line.
    """
    table = read_yaml(path)
    table.only("groups")
    return {each.word: each for group in entries(table, "groups") for each in _pronouns(group)}


def _pronouns(group: Entry) -> Iterable[Pronoun]:
    cases = ("subject", "object", "possessive", "reflexive", "any")
    group.only("person", "number", "gender", *cases)
    person = cast(Person, group.choice("person", ("1", "2", "3")))
    number = cast(Number, group.choice("number", ("singular", "plural", "any")))
    gender = cast(PronounGender, group.choice("gender", ("female", "male", "neuter", "any")))
    return [Pronoun(word, person, number, gender, cast(Case, case)) for case in cases for word in group.words(case)]


@dataclass(frozen=True, slots=True)
class Honorific:
    """A form of address before a name: "Mrs" is female, "Sheikh" male, "Dr" either."""

    word: str
    gender: Sex | None = None


class Honorifics(dict[str, Honorific]):
    """Honorifics by their words in lower case without dots."""

    def find(self, text: str) -> Honorific | None:
        """By its spelling in the text, with or without a dot: "Mr.", "Dr", "His Excellency"."""
        return self.get(" ".join(text.lower().replace(".", "").split()))

    def strip(self, name: str) -> tuple[str, tuple[Honorific, ...]]:
        """A name without the honorifics before it, and those: "Mr. Dr. Okoro" -> ("Okoro", (Mr, Dr))."""
        words, found = name.split(), list[Honorific]()
        while len(words) > 1:
            width = 2 if len(words) > 2 and self.find(" ".join(words[:2])) else 1
            honorific = self.find(" ".join(words[:width]))
            if honorific is None:
                break
            found.append(honorific)
            words = words[width:]
        return " ".join(words), tuple(found)


@lru_cache(maxsize=1)
def honorifics(path: Path = HERE / "honorifics.yaml") -> Honorifics:
    """The honorifics of honorifics.yaml.

    Raises:
        LexiconError: when the file has a mistake, with its line.
    """
    table = read_yaml(path)
    table.only("female", "male", "either")
    genders: dict[str, Sex | None] = {"female": "female", "male": "male", "either": None}
    return Honorifics({word: Honorific(word, sex) for key, sex in genders.items() for word in table.words(key)})
