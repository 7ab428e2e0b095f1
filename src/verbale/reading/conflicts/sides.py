"""The two sides of a conflict: who speaks for whom, and whose words stood before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from verbale.record import Actor, Conflict, ConflictKind, Statement, by_id

from ..actors.cast import Cast
from ..stance import Spoken, principals
from ..stance.claims import Claims
from ..stance.phrases import core, subject_of
from ..talks.whose import voice
from ..tree import Tree

BACK = 4  # sentences in which the words are sought that somebody denies


class Words:
    """The statements of an article by their places, and whose word each is."""

    def __init__(
        self, tree: Tree, statements: Sequence[Statement], actors: Mapping[str, Actor], cast: Cast, spoken: Spoken,
        mentioned: Mapping[int, str], claims: Claims, proof: Callable[[int, str], str],
    ) -> None:  # fmt: skip
        self.tree, self.cast, self.spoken, self.mentioned = tree, cast, spoken, mentioned
        self.claims, self.proof = claims, proof
        self.actors = actors
        self.statements = self._voiced([s for s in statements if s.speaker in self.actors])
        self._by_id = {s.id: s for s in self.statements}
        self.at = {s.id: self._first(s) for s in self.statements}
        self._order = [self.at[s.id] for s in self.statements]

    def _voiced(self, statements: Sequence[Statement]) -> list[Statement]:
        """ "a company spokesman said": of the company that spoke just before."""
        found: list[Statement] = []
        for each in sorted(statements, key=self._first):
            before = found[-1] if found else None
            if before is not None and self._is_mouthpiece(each) and self._is_near(before, each):
                each = replace(each, speaker=before.speaker)
            found.append(each)
        return found

    def _is_mouthpiece(self, statement: Statement) -> bool:
        actor = self.actors[statement.speaker or ""]
        return actor.kind == "unnamed" and "spokes" in actor.name.lower() and not principals(actor)

    def _is_near(self, before: Statement, each: Statement) -> bool:
        apart = self.tree.sentence[self._first(each)] - self.tree.sentence[self._first(before)]
        return apart <= 1 and self.actors[before.speaker or ""].kind in ("organisation", "state")

    def _first(self, statement: Statement) -> int:
        tokens = self.tree.tokens(*statement.content[0])
        return tokens[0] if tokens else 0

    def is_in(self, token: int, statement: Statement) -> bool:
        """Whether a token stands in a statement's content, and in none within that."""
        innermost = self.spoken.content[token]
        return innermost is not None and innermost.id == statement.id

    def follow(self, a: Statement, b: Statement) -> bool:
        """Whether one statement comes right after the other, with no third between."""
        between = [n for n in self._order if min(self.at[a.id], self.at[b.id]) < n < max(self.at[a.id], self.at[b.id])]
        return not between

    def sentence(self, statement: Statement) -> int:
        return self.tree.sentence[self.at[statement.id]]

    def before(self, token: int, apart: str, back: int = BACK) -> Statement | None:
        """The last statement before a token, within some sentences, that another side made and does not deny."""
        for n in range(bisect_right(self._order, token) - 1, -1, -1):
            other = self.statements[n]
            if self.tree.sentence[token] - self.sentence(other) > back:
                return None
            own = self.spoken.whole[token]
            if (own is not None and other.id == own.id) or other.denied or self._is_within(other, apart):
                continue
            if self.differ(other.speaker or "", apart):
                return other
        return None

    def _is_within(self, statement: Statement, apart: str) -> bool:
        """ "Smith said Rome had promised it": whoever denies that, denies Smith's word."""
        outer = self._by_id.get(statement.inside or "")
        return outer is not None and self.differ(outer.speaker or "", apart)

    def after(self, token: int, ahead: int) -> list[Statement]:
        """The statements that begin after a token, within some sentences."""
        some = self.statements[bisect_right(self._order, token) :]
        return [s for s in some if self.sentence(s) - self.tree.sentence[token] <= ahead]

    def differ(self, one: str, other: str) -> bool:
        """Whether two actors are two sides: neither speaks for the other."""
        if one == other or one not in self.actors or other not in self.actors:
            return False
        return one not in principals(self.actors[other]) and other not in principals(self.actors[one])

    def conflict(
        self, kind: ConflictKind, one: str | None, other: str | None, evidence: tuple[tuple[str, ...], tuple[str, ...]]
    ) -> Conflict | None:
        """The conflict of two actors, each for whom they speak; None where it is one side."""
        if one is None or other is None or not self.differ(one, other):
            return None
        between = self._side(kind, one), self._side(kind, other)
        between = self._abroad(*between), self._abroad(*reversed(between))
        if between[0] == between[1]:  # two ministers of one state
            between = one, other
        return Conflict("", kind, between, None, evidence)

    def _side(self, kind: ConflictKind, actor: str) -> str:
        """Who is named stands for himself; but an account is that of the state for which he tells it."""
        body = voice(self.actors, actor)
        himself = kind == "denial" or self.actors[body].kind != "state"
        return actor if himself and self.actors[actor].kind == "person" else body

    def _abroad(self, one: str, other: str) -> str:
        """An organ stands for its state where it speaks against another state."""
        own, theirs = self.actors[one], self.actors[other]
        if own.kind != "organisation" or None in (own.country, theirs.country) or own.country == theirs.country:
            return one
        return next((a.id for a in self.actors.values() if a.kind == "state" and a.country == own.country), one)

    def subject_of(self, head: int | None) -> str | None:
        """The actor that a phrase names."""
        if head is None:
            return None
        found = [i for i in self.claims.who(head) if i in self.actors]
        return found[0] if found else self.mentioned.get(head)

    def doer(self, verb: int, new: bool = False) -> str | None:
        """Who does what a verb says: the speaker of the statement whose cue it is, else its subject, one `new` too."""
        whole = self.spoken.whole[verb]
        if whole is not None and any(s.start <= self.tree.starts[verb] < s.end for s in whole.cue):
            return whole.speaker
        head = subject_of(self.tree, verb)
        found = self.named(head) if new and head is not None else self.subject_of(head)
        return found if found is not None or whole is None else whole.speaker

    def named(self, head: int) -> str | None:
        """The actor that a phrase names, even one of whom the article speaks only here: "a claim by the guild"."""
        found = self.subject_of(head)
        if found is not None or self.tree.pos[head] not in ("NOUN", "PROPN"):
            return found
        tokens = [t for t in core(self.tree, head) if self.tree.pos[t] != "ADP"]
        ids = self.cast.at(*self.tree.span(tokens))
        if ids and ids[0] not in self.actors:
            self.actors = by_id(self.cast.actors())
        return ids[0] if ids and ids[0] in self.actors else None


def one(found: Conflict | None) -> Iterator[Conflict]:
    """A conflict, if it is one."""
    if found is not None:
        yield found
