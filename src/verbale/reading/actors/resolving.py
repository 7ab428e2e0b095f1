"""Whom every phrase of an article refers to: names, titles and descriptions, demonyms with nouns, pronouns."""

from __future__ import annotations

from collections.abc import Iterable

from .. import lexicon
from ..tree import Range
from .entity import Entity
from .genders import GENDERED
from .nouns import Nouns, is_personal
from .scene import Scene
from .states import capital, place_acting, state_with_noun
from .words import actor_words

TOGETHER = 80  # tokens after a joint source within which "they" are its speakers
NEAR = 12  # tokens from "who" back to somebody
DEEP = 12  # phrases within phrases: no more are followed
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_NEUTER = frozenset({"it", "its", "itself"})
_PRONOUNS = frozenset({*GENDERED, *_PLURAL, *_NEUTER})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_SOME = frozenset({"one", "another", "some", "others", "several", "many"})
_BODIES = frozenset({"organisation", "state", "group"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_PHRASE = frozenset({"ADJ", "NOUN", "PROPN", "PART", "NUM"})


class Resolver:
    """Finds the entities behind tokens of one article; what it makes on the way is kept in the scene's names."""

    def __init__(self, scene: Scene, sources: Iterable[Range]) -> None:
        self.scene, self.tree, self.names = scene, scene.tree, scene.names
        self.nouns = Nouns(scene, self.entities)
        self._depth = 0
        self._ending: dict[int, list[Range]] = {}
        for first, end in sources:
            self._ending.setdefault(end - 1, []).append((first, end))

    def read(self) -> None:
        """Go through the article once, in order: who is mentioned, and who was heard."""
        for token, lower in enumerate(map(str.lower, self.tree.words)):
            self._meet(token, lower)
            for first, end in self._ending.get(token, ()):
                found = self.speakers(range(first, end))
                if found:
                    self.scene.spoke.append((end, found))

    def _meet(self, token: int, lower: str) -> None:
        scene, tree, names = self.scene, self.tree, self.names
        known = names.at.get(token)
        if known is not None:
            if names.ranges[token][0] == token:
                scene.history.add(token, known)
        elif token in scene.refers:
            return
        elif lower in _PRONOUNS:
            if lower not in _NEUTER or lower == "its" or scene.acts(token):
                scene.note(token, self._pronoun(token, lower), (token, token + 1))
        elif tree.pos[token] in ("NOUN", "PROPN") and self._is_of_somebody(token, lower):
            self._meet_noun(token)
        elif token in names.places and scene.acts(token):
            scene.note(token, capital(scene, token), names.places[token])

    def _is_of_somebody(self, token: int, lower: str) -> bool:
        if lexicon.descriptions().find(lower) is None and lower not in lexicon.offices().heads:
            return False
        return self.tree.relations[token] not in ("compound", "flat")

    def _meet_noun(self, token: int) -> None:
        """A noun that does something, or an organisation spoken of, is remembered; other nouns wait to be asked."""
        scene, tree = self.scene, self.tree
        state = state_with_noun(scene, token)
        if state is not None:
            scene.note(token, (state,), scene.phrase(token))
            return
        known = lexicon.descriptions().find(tree.words[token])
        body = known is not None and known.kind == "organisation" and not known.for_state
        owned = tree.child(token, "nmod:poss") is not None and is_personal(tree.lemmas[token].lower())
        if scene.acts(token) or owned or (body and tree.children[token]) or tree.lemmas[token].lower() == "counterpart":
            self.entities(token)

    def entities(self, head: int) -> tuple[Entity, ...]:
        """Whom the phrase headed by a token refers to; conjuncts are looked at by the caller."""
        known = self.scene.refers.get(head)
        if known is not None:
            return known
        if self._depth >= DEEP:
            return ()
        self._depth += 1
        found = self._resolve(head)
        self._depth -= 1
        by_name = head in self.names.at or self.scene.name_on(head) is not None
        if by_name or self.tree.words[head].lower() in _RELATIVE:
            self.scene.refers[head] = found
        elif head not in self.scene.refers:
            single = self.tree.words[head].lower() in _PRONOUNS
            self.scene.note(head, found, (head, head + 1) if single else self.scene.phrase(head))
        return self.scene.refers[head]

    def _resolve(self, head: int) -> tuple[Entity, ...]:
        tree, lower, scene = self.tree, self.tree.words[head].lower(), self.scene
        if head in self.names.at:
            return (self.names.at[head],)
        if tree.lemmas[head].lower() == "counterpart" and (other := self.nouns.counterpart(head)) is not None:
            return (other,)
        named = scene.name_on(head)
        if named is not None:
            return (named,)
        called = next((c for c in tree.all_children(head, "flat") if c > head and c in self.names.at), None)
        if called is not None:  # "the environmental group Blue Planet"
            return (self.names.at[called],)
        if lower in _PRONOUNS:
            return self._pronoun(head, lower)
        if lower in _RELATIVE:
            return self._relative(head)
        if lower in _SOME and (head in scene.sources or tree.child(head, "nmod") is not None):
            return (self._some(head, lower),)
        if tree.pos[head] in ("PRON", "DET", "ADV"):
            return ()
        state = state_with_noun(scene, head)
        if state is not None:
            return (state,)
        if (issuers := self._issuers(head)) is not None:
            return issuers
        if head in self.names.places:
            return capital(scene, head) or place_acting(scene, head)
        return self.nouns.described(head)

    # -- small words ----------------------------------------------------------------------------------------

    def _relative(self, head: int) -> tuple[Entity, ...]:
        """ "who", "which": the name right before it but for a comma, else what its clause belongs to."""
        tree, at, word = self.tree, head - 1, self.tree.words[head].lower()
        while at > 0 and tree.pos[at] in ("PUNCT", "SPACE"):
            at -= 1
        if at in self.names.at and word != "that" and (word == "which" or self._is_person(at)):
            return (self.names.at[at],)
        verb = tree.heads[head]
        if not tree.deps[verb].startswith("acl"):
            return (self.names.at[at],) if at in self.names.at and word != "that" else ()
        noun = tree.heads[verb]
        if word == "who" and tree.deps[noun] in ("nmod", "obl") and not self._is_somebody(noun):
            near = range(head - 1, max(-1, head - 1 - NEAR), -1)  # "a staffer at the ministry who said"
            noun = next((t for t in near if tree.pos[t] in _NOUNS and self._is_somebody(t)), tree.heads[noun])
        return self.entities(noun)

    def _is_somebody(self, noun: int) -> bool:
        """Whether a noun can be people: a person's name, an office, "listeners", and no "programme"."""
        known = lexicon.descriptions().find(self.tree.words[noun])
        if noun in self.names.at or known is not None:
            return self._is_person(noun) or (known is not None and known.kind != "organisation")
        return self.tree.words[noun].lower() in lexicon.offices().heads

    def _some(self, head: int, lower: str) -> Entity:
        """ "one of them": somebody, or some, kept unnamed."""
        plural = lower not in ("one", "another")
        made = Entity(self.scene.text(*self.scene.phrase(head)), "group" if plural else "unnamed", plural=plural)
        made.anonymous, made.reported = True, False
        return self.names.known("description", f"{lower}/{head}", made)

    def _pronoun(self, token: int, lower: str) -> tuple[Entity, ...]:
        choose = self.scene.choose
        if lower in GENDERED:
            gender = GENDERED[lower]
            found = self._only_one_before(token, gender) or self.scene.person(token, gender)
            if found is not None:
                found.spoken_of[gender] = found.spoken_of.get(gender, 0) + 1
            return (found,) if found else ()
        if lower in _PLURAL and (together := self._together(token)):
            return together
        if lower == "its" and (named := self._just_spoken_of(token)) is not None:
            return (named,)
        if lower == "it" and (named := self._announced(token, self.tree.heads[token])) is not None:
            return (named,)
        if lower in ("its", "their") and (named := self._announced_by_own(token)) is not None:
            return (named,)
        speaks = token in self.scene.sources  # then it is surely somebody
        if lower in _PLURAL:
            found = choose(token, lambda e: e.kind not in ("person", "unnamed"), least=-1.0 if speaks else 0.0)
        else:
            found = choose(token, lambda e: e.kind in ("state", "organisation", "group"), least=-0.5 if speaks else 0.5)
        return (found,) if found else ()

    def _only_one_before(self, token: int, gender: str) -> Entity | None:
        """ "Her spokesman said" at the head of a sentence: the only one of that sex named in the sentence before."""
        tree, number = self.tree, self.tree.sentence[token]
        if tree.tags[token] != "PRP$" or number == 0 or tree.sentences[number][0] != token:
            return None
        named = (self.names.at.get(t) for t in range(*tree.sentences[number - 1]))
        found = {id(e): e for e in named if e is not None and e.kind == "person" and e.gender in (gender, None)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _just_spoken_of(self, token: int) -> Entity | None:
        """ "Its" at the head of a sentence: the subject of the sentence before."""
        subject = self.tree.subject_before(token)
        named = self.names.at.get(subject) if subject is not None else None
        return named if named is not None and named.kind in _BODIES else None

    def _announced_by_own(self, token: int) -> Entity | None:
        """ "Malawi will send experts only, its foreign ministry said": Malawi's."""
        noun = self.tree.heads[token]
        said = self.tree.deps[noun].startswith("nsubj")
        return self._announced(token, self.tree.heads[noun]) if said else None

    def _announced(self, token: int, verb: int) -> Entity | None:
        """ "Drennick would pay, it said": whoever is the subject of what stands before "it said"."""
        tree = self.tree
        told = tree.child(verb, "ccomp") if tree.deps[verb] != "parataxis" else tree.heads[verb]
        subject = tree.child(told, "nsubj") if told is not None and told < token and verb > token else None
        named = self.names.at.get(subject) if subject is not None else None
        return named if named is not None and named.kind in _BODIES else None

    def _together(self, token: int) -> tuple[Entity, ...]:
        """Several who spoke as one source shortly before: "they added"."""
        for end, found in reversed(self.scene.spoke[-40:]):
            if token - end >= TOGETHER:
                return ()
            if end <= token and len(found) > 1:
                return found
        return ()

    def _issuers(self, head: int) -> tuple[Entity, ...] | None:
        """ "a statement from the ministry said": whoever issued the text speaks, not the text."""
        tree = self.tree
        if tree.lemmas[head].lower() not in lexicon.reporting().texts:
            return None
        says = tree.deps[head].startswith("nsubj") and tree.lemmas[tree.heads[head]] in lexicon.reporting().human
        if not says and head not in self.scene.sources:
            return None
        for child in tree.all_children(head, "nmod"):
            if tree.deps[child] == "nmod:poss" or tree.case(child) in ("from", "by", "of", "signed by"):
                found = self.entities(child)
                if found:
                    return found
        if "the" in self.scene.determiners(head) and self.scene.spoke and head - self.scene.spoke[-1][0] < TOGETHER:
            return self.scene.spoke[-1][1]
        issuer = self.scene.choose(head, lambda e: e.kind in ("state", "organisation", "group"), least=0.0)
        return (issuer,) if issuer else None

    # -- sources --------------------------------------------------------------------------------------------

    def speakers(self, tokens: range) -> tuple[Entity, ...]:
        """Everybody whom the phrase in a range of tokens names: one, or those joined by "and"."""
        if not tokens:
            return ()
        tree = self.tree
        head = tree.head_of(tokens)
        if tree.pos[head] in _VERBS and tree.deps[head].startswith("acl"):
            head = tree.heads[head]
        elif tree.pos[head] in _VERBS:  # a span that is no phrase: a name in it is the best guess
            found = self._persons(tokens) or tuple(self.names.at[t] for t in tokens if t in self.names.at)[:1]
            return found or self._first_noun(tokens)
        after = self.names.ranges[head][1] if head in self.names.at else head
        joined = head in self.names.at and tree.words[after : after + 1] in (["and"], [","], ["&"])
        if not joined and not self._is_person(head) and (persons := self._persons(tokens)):
            return persons
        beside = [c for c in tree.all_children(head, "appos") if c in tokens and self._may_stand_beside(head, c)]
        heads = [h for each in (head, *beside) for h in (each, *tree.all_children(each, "conj"))]
        inside = [h for h in heads if h == head or h in tokens]
        return tuple(dict.fromkeys(e for h in inside for e in self.entities(h)))

    def _may_stand_beside(self, head: int, token: int) -> bool:
        """Whether a name can be in apposition: not that of a body beside a person."""
        if head in self.names.at:
            return False
        named = self.names.at.get(token)
        return self.tree.words[head].lower() not in actor_words().human or named is None or named.kind not in _BODIES

    def _is_person(self, token: int) -> bool:
        return token in self.names.at and self.names.at[token].kind == "person"

    def _first_noun(self, tokens: range) -> tuple[Entity, ...]:
        noun = next((t for t in tokens if self.tree.pos[t] in ("NOUN", "PRON", "PROPN")), None)
        return self.entities(noun) if noun is not None else ()

    def _persons(self, tokens: range) -> tuple[Entity, ...]:
        """The people named in a phrase as its speakers: not within "of X" or "X's", and not in its clauses."""
        tree, at = self.tree, self.names.at
        found: dict[Entity, None] = {}
        for token in tokens:
            if tree.pos[token] in _VERBS or tree.words[token].lower() in _RELATIVE:
                break
            if token in at and at[token].kind == "person" and self.names.ranges[token][0] == token:
                first, end = self.names.ranges[token]
                if not found and self._is_within(first, end, tokens):
                    continue
                if end < tokens.stop and tree.tags[end] == "POS":
                    continue
                found[at[token]] = None
        plural = self.scene.is_plural(tree.head_of(tokens))
        return (self._listed(tokens) if plural else ()) or tuple(found)

    def _is_within(self, first: int, end: int, tokens: range) -> bool:
        """Whether a name only belongs to somebody else's description: "a spokesman for X", "X's lawyer", "X aides"."""
        tree = self.tree
        if end < tokens.stop and (tree.tags[end] == "POS" or tree.pos[end] in ("NOUN", "PROPN", "ADJ")):
            return True
        before = first - 1
        if before >= tokens.start and tree.words[before] == "," and before > tokens.start:
            before -= 1
        titled = self._title_start(self.names.at[first], first)
        before = min(before, titled - 1) if titled is not None else before
        while before >= tokens.start and (tree.pos[before] in _PHRASE or before in self.names.at):
            before -= 1
        if before >= tokens.start and (tree.pos[before] == "DET" or tree.deps[before] == "nmod:poss"):
            before -= 1
        return before > tokens.start and tree.pos[before] == "ADP"

    def _title_start(self, entity: Entity, first: int) -> int | None:
        return next((h.at for h in entity.holdings if first - 16 <= h.at < first), None)

    def _listed(self, tokens: range) -> tuple[Entity, ...]:
        """ "three councillors who voted against, A, B and C": the names at the end of the phrase."""
        tree = self.tree
        names = [t for t in tokens if self._is_person(t) and self.names.ranges[t][0] == t]
        names = [t for t in names if t > tokens.start and tree.words[t - 1].lower() in (",", "and", "&")]
        return tuple(dict.fromkeys(self.names.at[t] for t in names)) if len(names) > 1 else ()

