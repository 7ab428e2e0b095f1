"""Answers of the minutes for eyes, as JSON and as a table."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from verbale.minutes.answers import (
    Ahead,
    Deed,
    Known,
    Listed,
    Moved,
    Named,
    Opposed,
    Part,
    Proof,
    Raised,
    Said,
    Source,
    Standing,
)
from verbale.minutes.answers import Clash as Excluded
from verbale.minutes.searching import Hit

from .lines import day
from .text import BOLD, DIM, safe, styled

Answer = Said | Standing | Deed | Ahead | Opposed | Moved | Excluded | Known | Raised | Listed | Hit
_EXCERPT = 400  # characters of a statement that are shown in a terminal


Told = tuple[str, Iterable[str]]  # a head, and the lines below it


def as_json(answers: Sequence[Any]) -> str:
    """A list; spans are [start, end) in code points of the article."""
    text = json.dumps([asdict(a) for a in answers], ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def as_csv(answers: Sequence[Any]) -> str:
    """A line each; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    rows = [_flat(answer) for answer in answers]
    out = io.StringIO()
    writer = csv.DictWriter(out, list(dict.fromkeys(name for row in rows for name in row)), restval="")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def as_text(answers: Sequence[Answer], *, width: int = 80, color: bool = False) -> str:
    """What was asked, in lines no wider than `width` (at least 40); "Nothing was found." where it is empty."""
    if not answers:
        return styled("Nothing was found.", DIM, color) + "\n"
    standings = [a for a in answers if isinstance(a, Standing)]
    parts = _held(standings) if standings else [TOLD[type(answer)](answer) for answer in answers]
    return lines(parts, width=width, color=color)


def lines(parts: Iterable[Told], *, width: int, color: bool) -> str:
    """Heads and what stands below them, a blank line between."""
    found = [line for head, rest in parts for line in (*_wrapped(head, rest, max(40, width), color), "")]
    return "\n".join(found[:-1]) + "\n"


def _wrapped(head: str, rest: Iterable[str], width: int, color: bool) -> Iterator[str]:
    for line in textwrap.wrap(safe(head), width, subsequent_indent="  "):
        yield styled(line, BOLD, color)
    for row in rest:
        yield from textwrap.wrap(safe(row), width, initial_indent="  ", subsequent_indent="    ")


def _held(standings: Sequence[Standing]) -> Iterator[Told]:
    """Each actor's positions on each question: the last one with the day since when, what it was before, the proof."""
    groups: dict[tuple[Named, Named], list[Standing]] = {}
    for each in standings:
        groups.setdefault((each.actor, each.question), []).append(each)
    for (actor, question), own in groups.items():
        held = [s for n, s in enumerate(own) if all(o.stance == own[0].stance for o in own[: n + 1])]
        since = held[-1].made
        head = f"{actor.name}: {_stance(own[0])} — {question.name}" + (f", since {since}" if since else "")
        yield head, [line for s in own for line in _standing(s, told=s.stance != own[0].stance)]


def _stance(standing: Standing) -> str:
    condition = f" ({' '.join(standing.condition.split())})" if standing.condition else ""
    return f"{standing.stance}{condition}{_ruled(standing)}"


def _ruled(value: Said | Standing | Part | Opposed | Deed) -> str:
    if value.ruled is None:
        return ""
    verb = {"accept": "accepted", "reject": "rejected", "amend": "amended", "add": "added"}[value.ruled.verdict]
    return f" [{verb} by {value.ruled.by}{', disputed' if value.ruled.disputed else ''}]"


def _standing(standing: Standing, told: bool) -> Iterator[str]:
    day = standing.made or "undated"
    yield f"{day}{f', {_stance(standing)}' if told else ''}, {where(standing.article)}, {standing.id}:"
    yield from (proof(each) for each in standing.evidence)


def proof(each: Proof) -> str:
    """ "S3 Lena Okafor: “No ship leaves …” [1–35]"."""
    who = f"{each.speaker}: " if each.speaker else ""
    return f"{each.id} {who}“{shortened(each.words)}” [{', '.join(f'{a}–{b}' for a, b in each.spans)}]"


def where(source: Source) -> str:
    """ "Gazette, 2026-03-04 (9f86d081884c7d65)"."""
    about = ", ".join(part for part in (source.publisher, source.published) if part)
    return f"{about} ({source.id})" if about else source.id


def shortened(words: str) -> str:
    return words if len(words) <= _EXCERPT else words[: _EXCERPT - 1] + "…"


def _said(said: Said) -> Told:
    who = said.speaker.name if said.speaker else "no source"
    manner = [said.quotation, *(["denied"] if said.denied else []), *(["anonymous"] if said.anonymous else [])]
    place = ", ".join(f"{a}–{b}" for a, b in said.spans["content"])
    about = f"{said.made or 'undated'}, {' '.join(manner)}, {where(said.article)}, {said.id} [{place}]{_ruled(said)}"
    return who, [shortened(said.words), about]


def _meeting(meeting: Ahead) -> Told:
    known = [k for k in (day(meeting.date) or "no date", meeting.place) if k]
    head = f"{meeting.number:<6} {meeting.name} ({', '.join(known)})"
    return head, [line for part in meeting.parts for line in _part(part)]


def _part(part: Part) -> Iterator[str]:
    told = f", according to {part.according_to.name}" if part.according_to else ""
    yield f"{part.actor.name}: {part.role}, {part.status}{told}{_ruled(part)}; {where(part.article)}"
    yield from (proof(each) for each in part.evidence)


def _opposed(conflict: Opposed) -> Told:
    on = f" on {conflict.question.name}" if conflict.question else ""
    head = f"{conflict.kind}: {conflict.first.name} / {conflict.second.name}{on}{_ruled(conflict)}"
    sides = [proof(each) for side in conflict.evidence for each in side]
    return head, [f"{conflict.made or 'undated'}, {where(conflict.article)}, {conflict.id}", *sides]


def _moved(change: Moved) -> Told:
    head = f"{change.actor.name} on {change.question.name}: {change.before.stance}, then {change.after.stance}"
    return head, [*_standing(change.before, told=True), *_standing(change.after, told=True)]


def _excluded(clash: Excluded) -> Told:
    return f"{clash.first.actor.name}, {clash.first.meeting.name}", [*_part(clash.first), *_part(clash.second)]


def _known(actor: Known) -> Told:
    about = f"{actor.kind}, {actor.country}" if actor.country else actor.kind
    counts = {"article": actor.articles, "statement": actor.statements, "position": actor.positions}
    return f"{actor.number:<6} {actor.name} ({about}): {', '.join(map(_times, counts, counts.values()))}", []


def _times(what: str, count: int) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _question(question: Raised) -> Told:
    counts = f"{_times('position', question.positions)} of {_times('actor', question.actors)}"
    return f"{question.number:<6} {question.name}: {counts}", []


def _article(article: Listed) -> Told:
    about = ", ".join(part for part in (article.publisher, article.published) if part) or "undated"
    return article.headline or article.id, [f"{about}, {_times('statement', article.statements)} ({article.id})"]


def _event(event: Deed) -> Told:
    mode = f" ({event.mode})" if event.mode else ""
    source, target = (", ".join(each.name for each in side) for side in (event.source, event.target))
    told = f"{event.class_}{mode}: {source or 'somebody'}" + (f" → {target}" if target else "")
    return told, [f"{event.made or 'undated'}, {where(event.article)}, {event.id}{_ruled(event)}"]


def _hit(hit: Hit) -> Told:
    words = "".join(f"*{text}*" if matched else text for text, matched in hit.excerpt)
    who = hit.statement.speaker.name if hit.statement and hit.statement.speaker else "no source"
    head = f"{who}" if hit.statement else hit.article.headline or "Article"
    return head, [words, f"{where(hit.article)}{', ' + hit.statement.id if hit.statement else ''}"]


TOLD: Mapping[type, Callable[[Any], Told]] = {
    Said: _said, Ahead: _meeting, Opposed: _opposed, Moved: _moved, Excluded: _excluded, Known: _known,
    Raised: _question, Listed: _article, Deed: _event, Hit: _hit,
}  # fmt: skip


def _flat(answer: Answer) -> dict[str, Any]:
    """One level: values within values get both names, lists become texts."""
    found: dict[str, Any] = {}
    for name, value in asdict(answer).items():
        if isinstance(value, dict) and name != "details":
            found |= {f"{name}_{inner}": _told(each) for inner, each in value.items()}
        else:
            found[name] = _told(value)
    return found


def _told(value: Any) -> Any:
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return "" if value is None else value


def _cell(value: Any) -> Any:
    dangerous = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if dangerous else value
