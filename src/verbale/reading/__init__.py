"""From an article to its record: the language model first, then rules.

    reader = verbale.load()
    record = reader.read(text, published="2024-05-17", publisher="Harbour Wire")

`spacy.blank("en").add_pipe("verbale")` gives the language model alone, as a spaCy pipeline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .reader import Reader, load

__all__ = ["Reader", "load"]


def __getattr__(name: str) -> object:
    """Import the reader when it is asked for: training needs only the words of this room."""
    if name not in __all__:
        raise AttributeError(f"module 'verbale.reading' has no attribute {name!r}")
    from . import reader

    return getattr(reader, name)
