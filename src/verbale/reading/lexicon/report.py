"""How many words the tables hold, for whoever checks them."""

from __future__ import annotations

from pathlib import Path

from . import cues, descriptions, honorifics, offices
from .contradictions import contradictions
from .deeds import deed_words
from .meetings import meeting_words
from .stances import stances


def describe(own: Path | None) -> str:
    """A line for each table; `own` is a file of stance frames to go before ours.

    Raises:
        LexiconError: when a table has a mistake, with file, line and key.
    """
    known, meetings = stances(own), meeting_words()
    descriptions()
    honorifics()
    carrying = len(known.advancing) + len(known.reversing)
    frames = f"{len(known.frames)} predicates of stance in {len(known.groups)} groups"
    deeds, against = deed_words(), contradictions()
    lines = [
        f"cues.yaml: {len(cues())} reporting predicates",
        f"stance.yaml: {frames}, {carrying} that carry one on",
        f"participation.yaml: {len(meetings.frames)} predicates, {len(meetings.nouns)} nouns for meetings",
        f"conflicts.yaml: {len(against.deeds)} words for deeds that one says were done and another not",
        f"deeds.yaml: {len(deeds.frames)} predicates of deeds in {len(deeds.deeds)} groups",
        f"offices.yaml: {len(offices().known)} offices",
    ]
    return "\n".join([*([f"{own}: no mistakes found"] if own else []), *lines]) + "\n"
