"""What the wording of a line gives away, after the table of page furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from verbale.errors import LexiconError

from ..lexicon.files import Entry, read_yaml

_MOST_WORDS, _MOST_WORDS_ENDING = 60, 45
_TAIL = 200  # code points at the end of a line in which its last words are looked for
_HINT = re.compile(r"[)/:©@]|\bby\b|contributed|reserved|published|reproduced|copied", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What `lexicon/page_furniture.yaml` holds."""

    begins: re.Pattern[str]
    ends: re.Pattern[str]
    whole: re.Pattern[str]
    labels: re.Pattern[str]
    writers: frozenset[str]
    sentence_starts: frozenset[str]

    def is_furniture(self, line: str, words: int) -> bool:
        """Whether a line is boilerplate by its wording alone."""
        if words > _MOST_WORDS:
            return False
        if self.begins.match(line) or self.whole.fullmatch(line):
            return True
        tail = line[-_TAIL:]
        return words <= _MOST_WORDS_ENDING and bool(_HINT.search(tail)) and bool(self.ends.search(tail))

    def is_label(self, line: str) -> bool:
        """Whether headlines of other stories can stand under it."""
        return bool(self.labels.fullmatch(line))


@lru_cache(maxsize=1)
def furniture(path: Path = Path(__file__).parent.with_name("lexicon") / "page_furniture.yaml") -> Furniture:
    """The table, read once.

    Raises:
        LexiconError: when the file is missing, has a mistake or a pattern is no regular expression.
    """
    table = read_yaml(path)
    table.only("begins", "ends", "whole", "labels", "writers", "sentence_starts")
    return Furniture(
        begins=_compiled(table, "begins", r"(?:{})"),
        ends=_compiled(table, "ends", r"(?:{})\Z"),
        whole=_compiled(table, "whole", r"\W{{0,3}}(?:{})[^\w.!?]{{0,3}}"),
        labels=_compiled(table, "labels", r"\W{{0,3}}(?:{})\W{{0,3}}"),
        writers=frozenset(table.words("writers")),
        sentence_starts=frozenset(table.words("sentence_starts")),
    )


def _compiled(table: Entry, key: str, form: str) -> re.Pattern[str]:
    listed = table.value.get(key)
    if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
        raise table.error(key, f"'{key}' is a list of patterns")
    for number, pattern in enumerate(listed):
        try:
            re.compile(pattern)
        except re.error as error:
            raise LexiconError(f"{table.path.name}, line {table.line(key, number)}: {error}") from error
    return re.compile(form.format("|".join(f"(?:{pattern})" for pattern in listed)), re.IGNORECASE)
