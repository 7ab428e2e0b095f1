"""The two sides of a conflict: who speaks for whom, and whose words stood before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

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
        self, tree: Tree, statements: Sequence[Statement], cast: Cast, spoken: Spoken, mentioned: Mapping[int, str],
        claims: Claims, proof: Callable[[int, str], str],
    ) -> None:  # fmt: skip
        self.tree, self.cast, self.spoken, self.mentioned = tree, cast, spoken, mentioned
        self.claims, self.proof = claims, proof
        self.actors: dict[str, Actor] = by_id(cast.actors())
        self.statements = [s for s in statements if s.speaker in self.actors]
        self._by_id = {s.id: s for s in self.statements}
        self.at = {s.id: self._first(s) for s in self.statements}
        self.statements.sort(key=lambda s: self.at[s.id])
        self._order = [self.at[s.id] for s in self.statements]

    def _first(self, statement: Statement) -> int:
        tokens = self.tree.tokens(*statement.content[0])
        return tokens[0] if tokens else 0

    def sentence(self, statement: Statement) -> int:
        return self.tree.sentence[self.at[statement.id]]

    def before(self, token: int, apart: str, back: int = BACK) -> Statement | None:
        """The last statement before a token, within some sentences, that another side made and does not deny."""
        for n in range(bisect_right(self._order, token) - 1, -1, -1):
            other = self.statements[n]
            if self.tree.sentence[token] - self.sentence(other) > back:
                return None
            own = self.spoken.whole[token]
            if other is own or other.denied or self._is_within(other, apart):
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
        between = voice(self.actors, one), voice(self.actors, other)
        if between[0] == between[1]:  # two ministers of one state
            between = one, other
        return Conflict("", kind, between, None, evidence)

    def subject_of(self, head: int | None) -> str | None:
        """The actor that a phrase names."""
        if head is None:
            return None
        found = [i for i in self.claims.who(head) if i in self.actors]
        return found[0] if found else self.mentioned.get(head)

    def doer(self, verb: int) -> str | None:
        """Who does what a verb says: the speaker of the statement whose cue it is, else its subject."""
        whole = self.spoken.whole[verb]
        if whole is not None and any(s.start <= self.tree.starts[verb] < s.end for s in whole.cue):
            return whole.speaker
        found = self.subject_of(subject_of(self.tree, verb))
        return found if found is not None or whole is None else whole.speaker

    def named(self, head: int) -> str | None:
        """The actor that a phrase names, one that the article speaks of only here among them: "a claim by the guild"."""
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
