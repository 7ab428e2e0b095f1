"""Nouns and verbs of reporting clauses besides the cue itself."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from .files import read_yaml


@dataclass(frozen=True, slots=True)
class Reporting:
    """Lemmas in lower case; reporting.yaml says what each list is for."""

    occasions: frozenset[str]
    carriers: frozenset[str]
    deaf: frozenset[str]
    carried: frozenset[str]
    confirming: frozenset[str]
    neutral: frozenset[str]
    strong: frozenset[str]
    texts: frozenset[str]
    declining: frozenset[str]
    commenting: frozenset[str]
    identifying: frozenset[str]
    withholding: frozenset[str]
    disclosing: frozenset[str]
    answering: frozenset[str]
    giving: frozenset[str]
    details: frozenset[str]
    amounts: frozenset[str]
    counts: frozenset[str]
    closing: frozenset[str]
    human: frozenset[str]
    noticing: frozenset[str]
    unsaid: frozenset[str]
    wanting: frozenset[str]
    voicing: frozenset[str]
    about: frozenset[str]
    asking: frozenset[str]
    binding: frozenset[str]
    awaiting: frozenset[str]
    feeling: frozenset[str]


@lru_cache(maxsize=1)
def reporting(path: Path = Path(__file__).with_name("reporting.yaml")) -> Reporting:
    """The lists of reporting.yaml.

    Raises:
        LexiconError: when the file has a mistake, with its line.
    """
    names = [each.name for each in fields(Reporting)]
    table = read_yaml(path)
    table.only(*names)
    return Reporting(*(frozenset(table.words(name)) for name in names))
