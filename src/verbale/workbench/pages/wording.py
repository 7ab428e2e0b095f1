"""How values are told on pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from verbale.minutes.answers import CHOICES, Cast, Deed, Named, Opposed, Part, Said, Source, Standing
from verbale.minutes.fields import FIELDS
from verbale.minutes.portable import VALUES
from verbale.record import Span
from verbale.views.marks import ROLES, Mark, paragraphs, placed, shown

from .fielding import controls

__all__ = [
    "NARROWED", "VALUES", "controls", "cut", "event_told", "excerpt", "manner", "marked", "numbered", "outlet",
    "percent", "place", "plural", "shown", "sign", "spelt", "was", "web",
]  # fmt: skip

# How the fields of a filter are called on pages, with what they may be where that is a choice.
NARROWED: dict[str, tuple[str, tuple[str, ...]]] = {
    "by": ("Actor", ()), "country": ("Country", ()), "on": ("Question", ()), "stance": ("Stance", CHOICES["stance"]),
    "meeting": ("Meeting", ()), "publisher": ("Outlet", ()), "quotation": ("Quotation", CHOICES["quotation"]),
    "since": ("From", ()), "until": ("To", ()), "article": ("Article", ()), "copies": ("Near-copies too", ()),
    "layer": ("Values", ()),
}  # fmt: skip
SIGNS = {"support": "+", "oppose": "–", "conditional": "if", "neutral": "0"}
Value = Said | Standing | Part | Deed | Opposed


def spelt(told: Any, kind: str = "", name: str = "", called: Mapping[str, str] = MappingProxyType({})) -> str:
    """What stands in a field of a ruling, in words; numbers of actors, questions and meetings as they are called."""
    if isinstance(told, list | tuple):
        return ", ".join(spelt(each, kind, name, called) for each in told) or "none"
    if isinstance(told, dict):
        return ", ".join(f"{inner} {spelt(each)}" for inner, each in told.items() if each not in (None, []))
    sort = FIELDS[kind][name].sort.rstrip("s") if kind in FIELDS and name in FIELDS[kind] else ""
    return called.get(f"{sort} {told}") or _told(told)


def sign(stance: str) -> str:
    return SIGNS.get(stance, "?")


def plural(count: int, word: str) -> str:
    """ "1 article", "3 articles", "20,000 articles"."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def percent(share: float) -> str:
    return f"{round(100 * share)} %"


def cut(text: str, most: int = 320) -> str:
    """At most so many characters, ending with a whole word."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:–—") + " …"


def outlet(source: Source) -> str:
    """ "Gazette, 2026-03-04"."""
    return ", ".join(part for part in (source.publisher, source.published) if part) or "undated"


def web(url: str | None) -> str | None:
    """An address that may be followed: of the web, and nothing that would run as a script."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def marked(text: str, statements: Iterable[Said]) -> list[Markup]:
    """The paragraphs of a text with its statements marked."""
    return paragraphs(text, [mark for said in statements for mark in _marks(said, len(text))])


def _marks(said: Said, length: int) -> list[Mark]:
    return [
        (Span(start, min(end, length)), said.id, role)
        for role in ROLES
        for start, end in said.spans.get(role, [])
        if start < length
    ]


def numbered(text: str, statements: Iterable[Said]) -> list[tuple[int, Markup]]:
    """As `marked`, without links; each paragraph with the place of its first character."""
    return placed(text, [mark for said in statements for mark in _marks(said, len(text))], page=None)


def excerpt(
    text: str, spans: Mapping[str, Sequence[Sequence[int]]], around: int = 240
) -> list[tuple[int, Markup]]:
    """Spans by their roles marked in what stands around them; each paragraph with the place of its first character."""
    places = [span for role in ROLES for span in spans.get(role, [])]
    first, last = min(s[0] for s in places), max(s[1] for s in places)
    start = max(text.rfind("\n", 0, first) + 1, _word(text, first - around))
    end = text.find("\n", last)
    end = min(len(text) if end < 0 else end, last + around)
    moved = [(Span(a - start, b - start), "", role) for role in ROLES for a, b in spans.get(role, [])]
    return [(start + at, line) for at, line in placed(text[start:end], moved, page=None)]


def _word(text: str, at: int) -> int:
    """Where a word begins, at or before this place."""
    return text.rfind(" ", 0, at) + 1 if at > 0 else 0


def place(said: Said) -> str:
    """ "characters 14–54"."""
    content = said.spans["content"]
    return f"characters {content[0][0]:,}–{content[-1][1]:,}"


def manner(said: Said, cast: Sequence[Cast] = ()) -> list[str]:
    """How it was said, in a few words each."""
    called = {each.id: each.name for each in cast}

    def listed(name: str) -> str:
        return ", ".join(called.get(i, i) for i in said.details.get(name) or ())

    told: list[str] = [said.quotation]
    told += [said.act] if said.act != "assertive" else []
    told += ["denied"] if said.denied else []
    told += ["anonymous"] if said.anonymous else []
    for name, words in _TOLD.items():
        told += [f"{words} {listed(name)}"] if cast and listed(name) else []
    told += [f"inside {said.details['inside']}"] if said.details.get("inside") else []
    return told


_TOLD: Mapping[str, str] = {
    "addressees": "to", "via": "via", "cites": "citing", "not_confirmed_by": "not confirmed by",
}  # fmt: skip


def event_told(deed: Deed) -> str:
    """ "Norland → Sudmark"."""

    def listed(side: Sequence[Named]) -> str:
        return ", ".join(each.name for each in side)

    return (listed(deed.source) or "somebody") + (f" → {listed(deed.target)}" if deed.target else "")


_RULED: dict[type, tuple[str, ...]] = {
    Said: ("words", "quotation", "act", "denied"), Standing: ("stance", "condition"), Part: ("role", "status"),
    Deed: ("class", "mode"), Opposed: ("kind",),
}  # fmt: skip


def was(value: Value) -> list[tuple[str, str]]:
    """What the machine says where a ruling says something else: fields and the machine's values."""
    if value.ruled is None or value.ruled.verdict != "amend":
        return []
    machine = value.ruled.machine
    found = [
        ("content" if name == "words" else name, _told(machine[name]))
        for name in _RULED[type(value)]
        if name in machine and machine[name] != getattr(value, "class_" if name == "class" else name)
    ]
    if isinstance(value, Said) and machine.get("speaker") != (value.speaker.number if value.speaker else None):
        found.append(("speaker", "another" if machine.get("speaker") else "none"))
    return found


def _told(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value or "none")
