"""Pair the words of two parses of one text by their characters, as the CoNLL 2018 shared task does.

A word outside multiword tokens pairs with the word of the same characters. Where either side has a multiword
token, the words within its characters (and those of multiword tokens that reach over its end) pair by the
longest common subsequence of their lower-case forms.
"""

from __future__ import annotations

from collections.abc import Sequence

from .conllu import Word


def align(gold: Sequence[Word], system: Sequence[Word]) -> dict[int, int]:
    """Gold word index -> system word index, for the words that pair."""
    paired: dict[int, int] = {}
    g = s = 0
    while g < len(gold) and s < len(system):
        if gold[g].shared or system[s].shared:
            g, s, g_end, s_end = _stretch(gold, system, g, s)
            for i, j in common([w.form for w in gold[g:g_end]], [w.form for w in system[s:s_end]]):
                paired[g + i] = s + j
            g, s = g_end, s_end
        elif gold[g].place == system[s].place:
            paired[g] = s
            g, s = g + 1, s + 1
        elif gold[g].place <= system[s].place:
            g += 1
        else:
            s += 1
    return paired


def _stretch(gold: Sequence[Word], system: Sequence[Word], g: int, s: int) -> tuple[int, int, int, int]:
    """Where the words of a multiword token begin and end on both sides; `g` or `s` stands at one of them."""
    start, end = min(side.place for side in (gold[g], system[s]) if side.shared)
    while gold[g].place[0] < start:
        g += 1
    while system[s].place[0] < start:
        s += 1
    i, j = g, s
    while True:
        if i < len(gold) and _within(gold[i], end):
            end = max(end, gold[i].place[1])
            i += 1
        elif j < len(system) and _within(system[j], end):
            end = max(end, system[j].place[1])
            j += 1
        else:
            return g, s, i, j


def _within(word: Word, end: int) -> bool:
    """Whether a word belongs to the stretch; a multiword token's words do when they begin in it."""
    return word.place[0] < end if word.shared else word.place[1] <= end


def common(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Index pairs of a longest common subsequence, case aside."""
    a, b = [w.lower() for w in left], [w.lower() for w in right]
    best = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            best[i][j] = 1 + best[i + 1][j + 1] if a[i] == b[j] else max(best[i + 1][j], best[i][j + 1])
    found, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return found
