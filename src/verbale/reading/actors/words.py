"""The words that the rules about actors look for, from lexicon/actors.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .. import lexicon
from ..lexicon.files import Entry, read_yaml


@dataclass(frozen=True, slots=True)
class ActorWords:
    """See the comments of actors.yaml; `leading`, `body_of`, `alike`, `called` map a word to others; sets otherwise."""

    organs: frozenset[str]
    leading: dict[str, str]
    sent: frozenset[str]
    local: frozenset[str]
    of_state: frozenset[str]
    body_of: dict[str, str]
    withheld: tuple[str, ...]
    seats: frozenset[str]
    personal: frozenset[str]
    not_of_state: frozenset[str]
    alike: dict[str, str]
    parties: frozenset[str]
    called: dict[str, str]
    places: frozenset[str]


@lru_cache(maxsize=1)
def actor_words(path: Path = Path(lexicon.__file__).with_name("actors.yaml")) -> ActorWords:
    """The words of actors.yaml.

    Raises:
        LexiconError: when the file has a mistake, with its line.
    """
    table = read_yaml(path)
    table.only(*ActorWords.__slots__)
    return ActorWords(
        organs=frozenset(table.words("organs")), leading=_pairs(table, "leading"),
        sent=frozenset(table.words("sent")), local=frozenset(table.words("local")),
        of_state=frozenset(table.words("of_state")), body_of=_pairs(table, "body_of"), withheld=table.words("withheld"),
        seats=frozenset(table.words("seats")), personal=frozenset(table.words("personal")),
        not_of_state=frozenset(table.words("not_of_state")), alike=_pairs(table, "alike"),
        parties=frozenset(table.words("parties")), called=_pairs(table, "called"),
        places=frozenset(table.words("places")),
    )  # fmt: skip


def _pairs(table: Entry, key: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in table.words(key):
        word, mark, meaning = (part.strip() for part in pair.partition("="))
        if not (word and mark and meaning):
            raise table.error(key, f"'{pair}' lacks the '=' between a word and what it means")
        found[word] = meaning
    return found
