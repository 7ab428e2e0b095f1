"""A meeting in the making, and whether it is the same as another."""

from __future__ import annotations

from dataclasses import dataclass, field

from verbale.record import Span

from .. import knowledge


@dataclass(slots=True)
class Draft:
    """A meeting in the making. `heads` are tokens; `words` the stems that tell it from others.

    `kinds` are stems of the nouns that mean it. One that is `unsure` ("the talks", and nothing is said of which) is
    kept only if somebody takes part in it.
    """

    heads: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    name: str = ""
    date: str | None = None
    place: str | None = None
    unsure: bool = False
    kinds: set[str] = field(default_factory=set)

    def differs(self, date: str | None, place: str | None) -> bool:
        """Whether a meeting is at another place or on another day: dates are compared as far as both are told."""
        elsewhere = bool(self.place and place) and not set(parts_of(self.place)) & set(parts_of(place))
        length = min(len(self.date or ""), len(date or ""))
        comparable = length > 4 and "W" not in f"{self.date}{date}"
        return elsewhere or (comparable and (self.date or "")[:length] != (date or "")[:length])

    def matches(self, date: str | None, place: str | None) -> bool:
        """Whether a day or a place says that it is this one, and neither says that it is another."""
        if self.differs(date, place):
            return False
        same_day = bool(date) and date == self.date
        return same_day or bool(set(parts_of(self.place)) & set(parts_of(place)))


def parts_of(place: str | None) -> list[str]:
    """ "Lima, Peru" -> ["lima", "peru"]."""
    return [part.strip().lower() for part in (place or "").split(",") if part.strip()]


def country(draft: Draft) -> str | None:
    """The state in which a meeting is held, ISO 3166-1 alpha-2, by the last known name of its place."""
    tables = knowledge.tables()
    for name in reversed((draft.place or "").split(",")):
        state = tables.state_named(name.strip()) or tables.state_of_city(name.strip())
        if state is not None:
            return state.code
    return None
