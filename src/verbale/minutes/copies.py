"""Near-copies: wire text that another outlet reprints, found by MinHash (Broder 1997) over runs of three words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2b

RUN = 3  # words in a shingle
BANDS, ROWS = 32, 4
ALIKE = 0.6  # Jaccard similarity of the shingles from which on a text is a copy
SHORTEST = 20  # shingles: what is shorter is told apart by its characters alone


def shingles(text: str) -> frozenset[str]:
    """The runs of three words in a text, in small letters, without punctuation."""
    words = re.findall(r"\w+", text.lower())
    return frozenset(" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1))


def bands(found: frozenset[str]) -> list[str]:
    """The names of the bands of a text's MinHash; two texts of 60 % in common almost surely share one."""
    if len(found) < SHORTEST:
        return []
    from datasketch import MinHash

    sketch = MinHash(num_perm=BANDS * ROWS)
    sketch.update_batch([shingle.encode("utf-8", "surrogatepass") for shingle in found])
    values = sketch.hashvalues.astype("<u8").reshape(BANDS, ROWS)
    return [f"{number}:{blake2b(row.tobytes(), digest_size=8).hexdigest()}" for number, row in enumerate(values)]


def likest(found: frozenset[str], others: Mapping[int, str]) -> int | None:
    """Which of the other texts it is a near-copy of; None if of none."""
    best, chosen = ALIKE, None
    for number, text in others.items():
        theirs = shingles(text)
        alike = len(found & theirs) / max(1, len(found | theirs))
        if alike >= best:
            best, chosen = alike, number
    return chosen
