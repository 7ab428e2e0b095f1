"""Attributions in brat's standoff format, as PolNeAR has them and training reads them.

`text/NAME.txt` is the article, `attributions/NAME.ann` its statements: text-bound Source, Cue and Content (several
fragments where they are interrupted), and an Attribution event for each. The sources of one speaker are equivalent
(`*` lines), and a note has the speaker's name (`#` lines). https://brat.nlplab.org/standoff.html
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from verbale.minutes.answers import Said

from .reviewed import Reviewed

ROLES = (("content", "Content"), ("cue", "Cue"), ("source", "Source"))


def write(reviewed: Reviewed, out: Path) -> None:
    """Write an article's two files below the folder. Raises OSError."""
    for folder, suffix, text in (("text", "txt", reviewed.article.text), ("attributions", "ann", standoff(reviewed))):
        path = out / folder / f"{reviewed.name}.{suffix}"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode("utf-8", "replace"))


def standoff(reviewed: Reviewed) -> str:
    """The statements of an article as lines of a standoff file."""
    lines, number = list[str](), 0
    sources: dict[int, list[str]] = {}
    for count, said in enumerate(reviewed.statements, 1):
        ids = {}
        for role, name in ROLES:
            if said.spans.get(role):
                number += 1
                ids[name] = f"T{number}"
                lines.append(_bound(reviewed, number, name, said.spans[role]))
        number += 1
        kind = _kind(said)
        lines.append(_bound(reviewed, number, kind, said.spans.get("cue") or said.spans["content"][:1]))
        told = " ".join(f"{name}:{id_}" for name, id_ in ids.items())
        lines.append(f"E{count}\t{kind}:T{number} {told}")
        lines += _note(count, said)
        if said.speaker is not None and "Source" in ids:
            sources.setdefault(said.speaker.number, []).append(ids["Source"])
    lines += [f"*\tEquiv {' '.join(ids)}" for ids in sources.values() if len(ids) > 1]
    return "".join(f"{line}\n" for line in lines)


def _kind(said: Said) -> str:
    missing = [role for role in ("source", "cue") if not said.spans.get(role)]
    return "-".join(["Attribution", *(f"no-{role}" for role in missing)])


def _bound(reviewed: Reviewed, number: int, name: str, spans: Sequence[Sequence[int]]) -> str:
    places = ";".join(f"{start} {end}" for start, end in spans)
    words = " ".join(" ".join(words.split()) for words in reviewed.words(spans))
    return f"T{number}\t{name} {places}\t{words}"


def _note(count: int, said: Said) -> Iterator[str]:
    if said.speaker is not None:
        yield f"#{count}\tAnnotatorNotes E{count}\tspeaker: {' '.join(said.speaker.name.split())}"
