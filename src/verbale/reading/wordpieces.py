"""WordPiece ids of single words, from the encoder's own vocabulary file."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

from .words import LONGEST_WORD


def wordpiece_lookup(path: Path) -> Callable[[str], tuple[int, ...]]:
    """A function from a word to its piece ids, remembering the words it has seen.

    The vocabulary file ships with truncation and padding switched on: both are switched off here. A word of which
    nothing is left (a lone zero-width character, a combining mark) becomes the unknown piece.
    """
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    unknown = int(tokenizer.token_to_id("[UNK]") or 0)

    @lru_cache(maxsize=100_000)
    def pieces(word: str) -> tuple[int, ...]:
        ids = tokenizer.encode(word[:200], add_special_tokens=False).ids[:LONGEST_WORD]
        return tuple(ids) or (unknown,)

    return pieces
