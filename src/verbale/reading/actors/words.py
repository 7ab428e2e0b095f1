"""The words that the rules about actors look for, from lexicon/actors.yaml."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from .. import lexicon
from ..lexicon.files import Entry, read_yaml


@dataclass(frozen=True, slots=True)
class ActorWords:
    """See the comments of actors.yaml: sets of words, or what a word leads to, several parted by blanks."""

    organs: frozenset[str]
    leading: dict[str, str]
    sent: frozenset[str]
    local: frozenset[str]
    of_state: frozenset[str]
    domestic: frozenset[str]
    body_of: dict[str, str]
    withheld: tuple[str, ...]
    seats: frozenset[str]
    personal: frozenset[str]
    not_of_state: frozenset[str]
    alike: dict[str, str]
    parties: frozenset[str]
    called: dict[str, str]
    places: frozenset[str]
    of_states: frozenset[str]
    of_states_or_leaders: frozenset[str]
    of_bodies: frozenset[str]
    of_people: frozenset[str]
    before_states: dict[str, str]
    neighbouring: frozenset[str]
    either: frozenset[str]
    endings: tuple[str, ...]
    lands: frozenset[str]
    towns: frozenset[str]
    institutions: frozenset[str]
    civic: frozenset[str]
    companies: frozenset[str]
    no_lands: frozenset[str]
    named_so: frozenset[str]
    human: frozenset[str]
    firms: frozenset[str]
    no_firms: frozenset[str]
    rule: frozenset[str]
    guest_towns: frozenset[str]
    within: frozenset[str]
    seated: frozenset[str]
    sides: frozenset[str]
    nobody: frozenset[str]


@lru_cache(maxsize=1)
def actor_words(path: Path = Path(lexicon.__file__).with_name("actors.yaml")) -> ActorWords:
    """The words of actors.yaml.

    Raises:
        LexiconError: when the file has a mistake, with its line.
    """
    table = read_yaml(path)
    table.only(*ActorWords.__slots__)
    kinds = {each.name: str(each.type) for each in fields(ActorWords)}
    return ActorWords(**{key: _READERS[kind](table, key) for key, kind in kinds.items()})


def _pairs(table: Entry, key: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in table.words(key):
        word, mark, meaning = (part.strip() for part in pair.partition("="))
        if not (word and mark and meaning):
            raise table.error(key, f"'{pair}' lacks the '=' between a word and what it means")
        found[word] = meaning
    return found


_READERS: dict[str, Callable[[Entry, str], Any]] = {
    "frozenset[str]": lambda table, key: frozenset(table.words(key)),
    "tuple[str, ...]": lambda table, key: table.words(key),
    "dict[str, str]": _pairs,
}
