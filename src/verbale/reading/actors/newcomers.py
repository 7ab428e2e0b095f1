"""Somebody without a name who was not spoken of before: "a ministry official", "the plant's union", "two diplomats"."""

from __future__ import annotations

from collections.abc import Callable

from verbale.record import Span

from .. import lexicon
from ..knowledge import fold
from .entity import Entity, Holding
from .naming import state_entity
from .organs import is_organ, organ
from .scene import Scene
from .titles import owner
from .words import actor_words


class Newcomers:
    """Makes entities for the nouns of one scene; `office_of` tells for whom what a noun names is held."""

    def __init__(self, scene: Scene, office_of: Callable[[int], Entity | None]) -> None:
        self.scene, self.tree, self.names = scene, scene.tree, scene.names
        self._office_of = office_of

    def holder(
        self, head: int, title: lexicon.Title, where: tuple[int, int], of: Entity | None, plural: bool
    ) -> Entity:
        tree, (first, end) = self.tree, where
        label = self.scene.text(first, end)
        if self.scene.is_plural(head) and not plural:
            label = label[: len(label) - len(tree.words[head])] + tree.lemmas[head]
        name = " ".join(w[:1].upper() + w[1:] for w in label.split()) + (f" of {of.name}" if of else "")
        new = self.is_new(head, title)
        some = plural and of is None and label.lower() == self.scene.text(*self.scene.phrase(head)).lower()
        key = f"{title.text}/{id(of)}/{head if (new or not title.unique) and not some else ''}"
        made = Entity(name, "group" if plural else "unnamed", of.country if of else None, title.office.gender, plural)
        evidence = Span(tree.starts[first], tree.ends[end - 1])
        if not plural or of is not None:  # "analysts" are no office
            made.holdings.append(Holding.of_title(label, title, of, evidence, first))
        made.anonymous = self._is_anonymous(head) or (new and "spokes" not in title.text)
        made.reported = title.unique
        return self.names.known("office", key, made)

    def is_new(self, head: int, title: lexicon.Title) -> bool:
        """ "a ministry official" is somebody not spoken of before, though the ministry has many."""
        return bool(self.scene.determiners(head) & {"a", "an", "another", "one"}) and not (title.unique and title.text)

    def described(self, head: int) -> Entity:
        first, end = self.scene.phrase(head)
        text = self.scene.text(first, end)
        plural = self.scene.is_plural(head)
        known = lexicon.descriptions().find(self.tree.words[head])
        if is_organ(self.tree, head) and (found := self._organ(head)) is not None:
            return found
        proper = self.tree.pos[head] == "PROPN"
        firm = (known is not None and known.kind == "organisation") or (known is None and proper)
        kind = "organisation" if firm else "group" if plural else "unnamed"
        article = ("the ", "a ", "an ") if firm else ("the ",)
        name = next((text[len(a) :] for a in article if text.lower().startswith(a)), text)
        some = plural and end - first == 1
        key = fold(name) if name != text or proper or some else f"{fold(name)}/{head}"
        made = Entity(name, kind, plural=plural, anonymous=self._is_anonymous(head))  # type: ignore[arg-type]
        made.reported = False
        if kind == "unnamed" and (word := self.tree.words[first].lower()) in ("a", "an", "one"):
            made.anonymous = made.anonymous or word == "one" or known is not None
        return self.names.known("description", key, made)

    def _organ(self, head: int) -> Entity | None:
        """ "the country's parliament", "the foreign ministry" of the state that the article is about."""
        left = [c for c in self.tree.all_children(head, "compound", "amod") if head - 4 <= c < head]
        first = min([head, *(c for c in left if c not in self.names.at)])
        of = owner(self.tree, self.names, first) or self._office_of(head)
        if of is None and self.names.home is not None:
            of = state_entity(self.names, self.names.home)
        if of is None or of.kind != "state" or not of.mentions:
            return None
        return organ(self.tree, self.names, first, head + 1, of)

    def _is_anonymous(self, head: int) -> bool:
        known = lexicon.descriptions().find(self.tree.words[head])
        return bool(known and known.anonymous) or self._is_withheld(head)

    def _is_withheld(self, head: int) -> bool:
        """Whether the sentence goes on to say that the name is kept back."""
        end = self.tree.sentences[self.tree.sentence[head]][1]
        rest = self.scene.text(head, min(end, head + 40)).lower()
        return any(words in rest for words in actor_words().withheld)
