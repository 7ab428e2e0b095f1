"""Word knowledge: cues, offices, descriptions, pronouns and honorifics.

    from verbale.reading import lexicon

    lexicon.cues().find(("go", "on", "to", "say"))       # Cue(lemmas, act, form, denied, addressee, ...) or None
    lexicon.offices().find("former Deputy Foreign Minister")   # Title(office, text, modifiers); .past, .unique
    lexicon.offices().at(words, start)                   # (Title, index after it): the longest title there
    lexicon.offices().heads                              # words that a title can begin or end with
    lexicon.descriptions().find("officials")             # Description(kind, plural, gender, anonymous, for_state)
    lexicon.pronouns()["her"]                            # Pronoun(word, person, number, gender, case)
    lexicon.honorifics().find("Mrs.")                    # Honorific(word, gender)
    lexicon.honorifics().strip("Dr. Jane Roe")           # ("Jane Roe", (Honorific("dr"),))
    lexicon.reporting().carriers                         # what an outlet does with somebody's words: "quote", "carry"

Each table is a commented YAML file beside this one, read when first asked for. Edit the files freely: a
mistake in one raises `LexiconError`, which names the file, the line and the key.
"""

from __future__ import annotations

from verbale.errors import LexiconError

from .cues import Cue, Cues, cues
from .offices import KnownOffice, Offices, Title, offices
from .people import (
    Description,
    Descriptions,
    Honorific,
    Honorifics,
    Pronoun,
    descriptions,
    honorifics,
    pronouns,
)
from .reporting import Reporting, reporting

__all__ = [
    "Cue",
    "Cues",
    "Description",
    "Descriptions",
    "Honorific",
    "Honorifics",
    "KnownOffice",
    "LexiconError",
    "Offices",
    "Pronoun",
    "Reporting",
    "Title",
    "cues",
    "descriptions",
    "honorifics",
    "offices",
    "pronouns",
    "reporting",
]
