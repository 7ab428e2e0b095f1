"""Events of the record: deeds told in the article's own voice and in statements, each predicate one event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from verbale.record import Event, Made, Span

from ..stance import Found, Spoken
from ..stance.phrases import subject_of
from ..times import Time
from ..tree import Tree
from .finding import Doing

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

    def take(self, doings: Iterable[Doing], spoken: Spoken) -> None:
        """Write down deeds; one told in a statement, or by its cue, has that for evidence: according to its speaker."""
        for doing in doings:
            statement, verdict = spoken.whole[doing.token], doing.verdict
            self._add(doing.token, verdict.class_, self._whole(list(doing.tokens)), doing.source, mode=verdict.mode,
                      target=doing.target, evidence=(statement.id,) if statement else (),
                      confidence=verdict.confidence)  # fmt: skip

    def of_claim(self, found: Found, holders: Sequence[str]) -> str:
        """The id of the event that proves a claim in the article's own voice; `holders` did it."""
        token = found.claim.token
        if token not in self._of:
            source = tuple(h for h in found.claim.holders if h in holders)
            self._add(token, CLASS_OF_STANCE[found.claim.stance], self._span(found), source)
        return self._of[token]

    def of_seat(self, token: int, actor: str, status: str) -> str:
        """The id of the event by which the article itself tells of somebody's part in a meeting."""
        if token not in self._of:
            subject = subject_of(self.tree, token)
            tokens = sorted({token, *(t for t in self.tree.children[token] if self.tree.pos[t] != "PUNCT"),
                             *([subject] if subject is not None else [])})  # fmt: skip
            self._add(token, CLASS_OF_STATUS.get(status, "CONSULT"), self._whole(tokens), (actor,))
        return self._of[token]

    def _add(self, token: int, class_: str, span: Span, source: tuple[str, ...], **more: Any) -> None:
        """One more event, that of the predicate at a token."""
        self._of[token] = f"E{len(self.events) + 1}"
        made = self._made(token)
        self.events.append(
            Event(self._of[token], class_, source=source, made=made, spans=(span,), **more)  # type: ignore[arg-type]
        )

    def _span(self, found: Found) -> Span:
        subject = subject_of(self.tree, found.claim.token)
        tokens = [found.claim.token, *found.matter.tokens, *([subject] if subject is not None else [])]
        return self._whole(sorted(tokens))

    def _whole(self, tokens: list[int]) -> Span:
        """From the first to the last of some tokens, to the end of a date that would be cut in two."""
        start, end = self.tree.span(tokens)
        return Span(start, max([end, *(b for a, b in (t.span for t in self.times) if a < end < b)]))

    def _is_ahead(self, day: str) -> bool:
        """Whether a day is after publication: "will host a summit on 12 June" is told, and so, before it."""
        return self.published is not None and day[:10] > self.published.isoformat()[: len(day)]

    def _is_of(self, time: Time, token: int) -> bool:
        """Whether a time hangs on the deed's verb or one above it, and not on a noun, as that of a meeting does."""
        tree = self.tree
        above, at = {token}, token
        while tree.heads[at] != at:
            at = tree.heads[at]
            above.add(at)
        at = tree.head_of(tree.tokens(*time.span))
        if tree.heads[at] == at:
            return True
        return tree.heads[at] in above and tree.pos[tree.heads[at]] not in ("NOUN", "PROPN")

    def _made(self, token: int) -> Made | None:
        """The day that the sentence gives for the deed, else the day of publication."""
        first, end = self.tree.sentences[self.tree.sentence[token]]
        start, stop = self.tree.starts[first], self.tree.ends[end - 1]
        for time in self.times:
            inside = start <= time.span[0] and time.span[1] <= stop
            if time.iso and inside and not self._is_ahead(time.iso) and self._is_of(time, token):
                return Made(time.iso, Span(*time.span))
        return Made(self.published.isoformat()) if self.published else None
