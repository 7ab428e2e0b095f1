"""Marks for articles of the corpora, kept without their text: `python -m training.borrowed CORPORA COPIES --out FILE`.

The notation of `marked.py` was written into copies of the articles' beginnings; only where each mark stands is kept:

    === worldwide_newswire/af_ips_3 1834 1207711034    the article, characters of its beginning, their CRC-32
    12 25 actor a accepted.invitee@1                   a mark [12, 25), in code points, as `marked.Mark` has it
    40 61 question 1 +a -b
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from zlib import crc32

from benchmarks import newswire
from benchmarks.common import read_exactly

from .marked import PARAGRAPH, STANCES, Mark, Marked, read

KEPT = Path(__file__).parent / "data" / "borrowed.txt"
HEAD = """\
# Who stands where and who takes part in the beginnings of articles of worldwide_newswire and PolNeAR (train): only
# where each mark stands, no text (training/borrowed.py). Marked by a language model, checked by no person; what
# somebody does or plans is often marked as support."""
NEWSWIRE, POLNEAR = "worldwide_newswire", "polnear"
_SIGNS = {stance: sign for sign, stance in STANCES.items()}


def borrowed(corpora: Path, kept: Path = KEPT) -> Iterator[Marked]:
    """The articles with their marks.

    Raises:
        ValueError: for an article whose text is not the one that was marked.
    """
    for block in kept.read_text(encoding="utf-8").split("=== ")[1:]:
        head, *lines = block.splitlines()
        name, characters, sum_ = head.split()
        text = _text(corpora, name)[: int(characters)]
        if crc32(text.encode()) != int(sum_):
            raise ValueError(f"the text of {name} is not the one that was marked")
        yield Marked(name, text, [_mark(line) for line in lines])


def _text(corpora: Path, name: str) -> str:
    corpus, _, called = name.partition("/")
    if corpus == NEWSWIRE:
        path = corpora / NEWSWIRE / f"{called}.txt.tsv"
        text = newswire.parse(path.name, read_exactly(path)).text
    else:
        text = read_exactly(corpora / POLNEAR / "train" / "text" / f"{called}.txt")
    return PARAGRAPH.join(" ".join(line.split()) for line in text.split("\n") if line.strip())


def _mark(line: str) -> Mark:
    start, end, kind, key, *more = line.split()
    span = (int(start), int(end))
    if kind == "question":
        return Mark(kind, key, span, tuple((each[1], STANCES[each[0]]) for each in more))
    return Mark(kind, key, span, parts=tuple(_part(each) for each in more))


def _part(written: str) -> tuple[str, str, str]:
    status, role, meeting = re.split("[.@]", written.replace("_", " "))
    return status, role, meeting


def _line(mark: Mark) -> str:
    leanings = [f"{_SIGNS[stance]}{actor}" for actor, stance in mark.leanings]
    parts = [f"{status}.{role}@{meeting}".replace(" ", "_") for status, role, meeting in mark.parts]
    return " ".join([str(mark.span[0]), str(mark.span[1]), mark.kind, mark.key, *leanings, *parts])


def without_text(corpora: Path, copies: Iterable[Marked]) -> Iterator[str]:
    """The lines to keep of marked copies; one whose words are not the article's is left out."""
    for copy in copies:
        corpus = POLNEAR if (corpora / POLNEAR / "train" / "text" / f"{copy.name}.txt").exists() else NEWSWIRE
        name = f"{corpus}/{copy.name}"
        if _text(corpora, name).startswith(copy.text):
            yield f"=== {name} {len(copy.text)} {crc32(copy.text.encode())}"
            yield from map(_line, copy.marks)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("copies", type=Path, help="a folder of marked copies")
    parser.add_argument("--out", type=Path, default=KEPT)
    args = parser.parse_args()
    lines = "\n".join(without_text(args.corpora, read(args.copies)))
    args.out.write_text(f"{HEAD}\n{lines}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
