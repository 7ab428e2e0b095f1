"""A record in a few readable lines, to be looked through once and then kept: what changes shows as a diff.

One line for each statement: speakers | cue | content | quotation, act and what else was found. The lines of our own
articles are written by `python -m benchmarks.golden --corpora FOLDER --freeze tests/articles/frozen`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path

import verbale

LONGEST = 72  # characters of a content: of a longer one the first and the last
REFRESH = "python -m benchmarks.golden --corpora . --freeze tests/articles/frozen"


def lines(record: verbale.Record) -> list[str]:
    """The statements of a record in its order, then the offices."""
    names = {a.id: a.name for a in record.actors}
    found = [_statement(record, names, s) for s in record.statements]
    for actor in record.actors:
        for office in actor.offices:
            found.append(f"{actor.name} = {office.title}" + (f" / {names[office.of]}" if office.of else ""))
    return found


def _statement(record: verbale.Record, names: dict[str, str], s: verbale.Statement) -> str:
    speakers = " + ".join(names[i] for i in (s.speaker, *s.cospeakers) if i) or "?"
    rest = " ".join([s.quotation, s.act, *_circumstances(record, names, s)])
    return f"{s.id} {speakers} | {_words(record, s.cue)} | {_words(record, s.content)} | {rest}"


def _circumstances(record: verbale.Record, names: dict[str, str], s: verbale.Statement) -> Iterator[str]:
    yield from (flag for flag in ("denied", "anonymous") if getattr(s, flag))
    for word, ids in (("to", s.addressees), ("via", s.via), ("citing", s.cites)):
        yield from (f"{word}={names[i]}" for i in ids)
    if s.occasion:
        yield f"at={_words(record, [s.occasion])}"
    if s.made:
        yield f"on={s.made.value}"
    if s.inside:
        yield f"in={s.inside}"


def _words(record: verbale.Record, spans: Iterable[verbale.Span]) -> str:
    text = " … ".join(" ".join(record.article.quote(span).split()) for span in spans)
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[:half]}…{text[-half:]}"


def freeze(folder: Path, name: str, record: verbale.Record) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text("\n".join(lines(record)) + "\n", encoding="utf-8")


def difference(path: Path, record: verbale.Record) -> str:
    """What changed against a frozen file, as a diff with the command that refreshes it; empty when nothing did."""
    before = path.read_text(encoding="utf-8").splitlines()
    changed = list(unified_diff(before, lines(record), "frozen", "now", lineterm="", n=0))
    remark = f"If the new lines are right: {REFRESH}"
    return "\n".join([path.name, *changed, remark]) if changed else ""
