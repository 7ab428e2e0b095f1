"""Events: who did what to whom, with a PLOVER class (Halterman et al. 2023)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from verbale.record import Event, Made, Span

from .stance import Found
from .stance.phrases import subject_of
from .times import Time
from .tree import Tree

CLASS_OF_STANCE = {"support": "SUPPORT", "oppose": "REJECT", "conditional": "REQUEST", "neutral": "CONSULT"}

CLASS_OF_STATUS = {"declined": "REJECT", "not invited": "REJECT", "withdrawn": "REJECT", "accepted": "AGREE",
                   "agreed": "AGREE", "confirmed": "AGREE"}  # fmt: skip


@dataclass(slots=True)
class Deeds:
    """The events of an article in the making; each deed of a predicate is one event, whoever asks for it."""

    tree: Tree
    times: Sequence[Time]
    published: date | None
    events: list[Event] = field(default_factory=list)
    _of: dict[int, str] = field(default_factory=dict)

    def of_claim(self, found: Found, holders: Sequence[str]) -> str:
        """The id of the event that proves a claim in the article's own voice; `holders` did it."""
        token = found.claim.token
        if token not in self._of:
            self._of[token] = f"E{len(self.events) + 1}"
            self.events.append(Event(
                id=self._of[token], class_=CLASS_OF_STANCE[found.claim.stance],  # type: ignore[arg-type]
                source=tuple(h for h in found.claim.holders if h in holders), made=self._made(token),
                spans=(self._span(found),),
            ))  # fmt: skip
        return self._of[token]

    def of_seat(self, token: int, actor: str, status: str) -> str:
        """The id of the event by which the article itself tells of somebody's part in a meeting."""
        if token not in self._of:
            subject = subject_of(self.tree, token)
            tokens = sorted({token, *(t for t in self.tree.children[token] if self.tree.pos[t] != "PUNCT"),
                             *([subject] if subject is not None else [])})  # fmt: skip
            class_ = CLASS_OF_STATUS.get(status, "CONSULT")
            self._of[token] = f"E{len(self.events) + 1}"
            self.events.append(Event(
                id=self._of[token], class_=class_, source=(actor,), made=self._made(token),  # type: ignore[arg-type]
                spans=(Span(*self.tree.span(tokens)),),
            ))  # fmt: skip
        return self._of[token]

    def _span(self, found: Found) -> Span:
        subject = subject_of(self.tree, found.claim.token)
        tokens = [found.claim.token, *found.matter.tokens, *([subject] if subject is not None else [])]
        return Span(*self.tree.span(sorted(tokens)))

    def _made(self, token: int) -> Made | None:
        """The day that the sentence names, else the day of publication."""
        first, end = self.tree.sentences[self.tree.sentence[token]]
        start, stop = self.tree.starts[first], self.tree.ends[end - 1]
        for time in self.times:
            if time.iso and start <= time.span[0] and time.span[1] <= stop:
                return Made(time.iso, Span(*time.span))
        return Made(self.published.isoformat()) if self.published else None
