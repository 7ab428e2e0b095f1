"""Lemmas by word form and part of speech, looked up with lemminflect."""

from __future__ import annotations

from functools import lru_cache

_INFLECTED = frozenset({"NOUN", "VERB", "AUX", "ADJ", "ADV"})


@lru_cache(maxsize=65536)
def lemma_of(word: str, upos: str) -> str:
    """The dictionary form of `word`; names keep their form, other words are lower-cased."""
    if upos == "PROPN":
        return word
    lower = word.lower()
    if upos not in _INFLECTED or not lower.isalpha():
        return lower
    import lemminflect

    found: tuple[str, ...] = lemminflect.getLemma(lower, upos)
    return found[0] if found else lower
