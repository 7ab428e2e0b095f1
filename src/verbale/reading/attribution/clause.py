"""What a reporting clause tells besides who and what: to whom, through whom, at what, and whether it is denied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .. import lexicon
from ..times.calendar import WEEKDAYS
from ..tree import Tree
from .draft import Chars, Draft, covered

PREPOSITIONS_OF_OCCASIONS = frozenset(
    {"at", "during", "in", "after", "before", "on", "following", "ahead of", "via", "from"}
)


class Clause:
    """The tokens of a draft's source and cue with what hangs on them outside the content."""

    def __init__(self, tree: Tree, draft: Draft) -> None:
        self.tree, self.draft = tree, draft
        self.cue = [t for s, e in draft.cue for t in tree.tokens(s, e)]
        self.source = [t for s, e in draft.source for t in tree.tokens(s, e)]
        self.head = tree.head_of(range(self.cue[0], self.cue[-1] + 1)) if self.cue else None
        noun = self.head is not None and tree.pos[self.head] == "NOUN"
        telling = [t for t in self.cue if tree.pos[t] != "AUX"] or self.cue  # the "will" of "will not say" is no will
        lemmas = [tree.lemmas[t] for t in telling]
        self.known = lexicon.cues().find(lemmas, "noun" if noun else None) if self.cue else None

    @property
    def act(self) -> str:
        return self.known.act if self.known else "assertive"

    @property
    def neutral(self) -> bool:
        """Whether the cue tells nothing but that something was said."""
        return self.head is None or self.tree.lemmas[self.head].lower() in lexicon.reporting().neutral

    @property
    def denied(self) -> bool:
        open_ = self.tree.text[slice(*self.draft.content[0])].lower().startswith(("whether ", "if "))
        return bool(self.known and self.known.denied and not open_ and not self._negated(self.cue))

    def _negated(self, tokens: Iterable[int]) -> bool:
        return any(self.tree.lemmas[t] in ("not", "n't", "never") for t in tokens)

    def in_content(self, token: int) -> bool:
        return covered((self.tree.starts[token], self.tree.ends[token]), self.draft.content) > 0

    def _verbs(self) -> Iterator[int]:
        """The cue's words that can have dependents, and the verb on which the cue hangs."""
        yield from (t for t in self.cue if self.tree.pos[t] in ("VERB", "NOUN", "AUX", "ADJ"))

    def addressees(self) -> Iterator[int]:
        """Heads of the phrases that name to whom it was said."""
        tree = self.tree
        yield from self._name_after_cue()
        for verb in self._verbs():
            for child in tree.all_children(verb, "obj", "iobj", "obl", "nsubj"):
                if tree.pos[child] not in ("NOUN", "PROPN", "PRON") or (
                    self.in_content(child) and not self._is_asked(child)
                ):
                    continue
                if self._is_occasion(child):  # "in an interview with"
                    yield from (c for c in tree.all_children(child, "nmod") if tree.case(c) in ("with", "to"))
                    yield from self._before_case(child)
                elif self._is_told(child):
                    yield child

    def _before_case(self, occasion: int) -> Iterator[int]:
        """ "told the Courier in an email": a name that the parse has hung on the occasion."""
        case = self.tree.child(occasion, "case")
        if case is not None and self.tree.deps[occasion] == "obj":
            yield from (c for c in self.tree.all_children(occasion, "nmod") if c < case)

    def _name_after_cue(self) -> Iterator[int]:
        """ "told Reuters that": a name right after such a cue, however the parse hangs it."""
        at = self.cue[-1] + 1 if self.cue else 0
        takes_object = self.known is not None and self.known.addressee == "object"
        if not takes_object or at >= len(self.tree.words) or self.tree.pos[at] != "PROPN":
            return
        if not self.in_content(at) and at not in self.source:
            yield at

    def _is_asked(self, child: int) -> bool:
        """ "urged her to sign": who is asked begins the content, and the clause or infinitive goes on from there."""
        tree, verb = self.tree, self.tree.heads[child]
        asks = self.known is not None and self.known.act == "directive" and self.known.addressee in ("object", "on")
        begins = tree.starts[tree.subtree(child)[0]] <= self.draft.content[0][0] + 1
        return asks and begins and any(c > child for c in tree.all_children(verb, "xcomp", "ccomp", "advcl"))

    def _is_told(self, child: int) -> bool:
        if self.known is not None and self.known.addressee == self.tree.case(child) == "on":
            return self.tree.words[child].lower() not in WEEKDAYS  # "called on the council", not "called on Monday for"
        relation = self.tree.relations[child]
        if relation == "nsubj" and (child < self.tree.heads[child] or child in self.source):
            return False
        if self.tree.lemmas[child].lower() in lexicon.reporting().deaf:
            return False
        if relation in ("obj", "nsubj"):  # a name after "told" is easily taken for its subject
            return self.known is not None and self.known.addressee == "object"
        if self.tree.case(child) == "with" and self.tree.pos[child] == "NOUN":  # "said with a shrug"
            return self.known is not None and self.known.addressee == "with"
        return relation == "iobj" or self.tree.case(child) in ("to", "with")

    def _is_occasion(self, token: int) -> bool:
        """ "interview", "press conference"; an assembly with a name that is told something listens itself."""
        if self.tree.lemmas[token].lower() not in lexicon.reporting().occasions:
            return False
        return self.tree.pos[token] != "PROPN" or self.tree.relations[token] == "obl"

    def occasion(self) -> Chars | None:
        """ "at a press conference summing up the year", "told a press conference", without the preposition."""
        tree = self.tree
        for verb in self._verbs():
            for child in tree.all_children(verb, "obj", "iobj"):
                listens = self.known is not None and self.known.addressee == "object" and child > verb
                if listens and self._is_occasion(child) and not self.in_content(child):
                    return self._phrase(child)
            for child in tree.all_children(verb, "obl"):
                if self.in_content(child) or not self._is_occasion(child):
                    continue
                if tree.case(child) in PREPOSITIONS_OF_OCCASIONS:
                    return self._phrase(child)
        return None

    def _phrase(self, token: int) -> Chars:
        """The phrase of a noun without its preposition, as far as it stands outside the content in one piece."""
        tree = self.tree
        case = tree.child(token, "case")
        skip = {t for c in tree.all_children(token, "case", "punct") for t in tree.subtree(c)}
        skip |= {t for t in tree.subtree(token) if case is not None and t < case}
        kept = [t for t in tree.subtree(token) if t not in skip and not self.in_content(t)]
        last = token
        for t in kept:
            if t > last and all(u in skip or u in kept for u in range(last, t)):
                last = t
        words = [t for t in kept if t <= last]
        while len(words) > 1 and tree.pos[words[-1]] in ("PUNCT", "SPACE"):
            words.pop()
        return tree.span(words)

    def via(self) -> Iterator[int]:
        """Heads of the phrases that name who passed it on: "is quoted as saying by", "in remarks carried by"."""
        tree, words = self.tree, lexicon.reporting()
        for token in self._around():
            lemma = tree.lemmas[token].lower()
            if lemma in words.carriers and tree.tags[token] == "VBN":
                for verb in (token, *tree.all_children(token, "advcl", "xcomp")):  # "quoted as saying by"
                    yield from (c for c in tree.all_children(verb, "obl") if self._is_agent(c))
            if lemma in words.carriers and tree.tags[token] in ("VBD", "VBZ", "VBP", "VBG") and token in self.cue:
                subject = tree.subject(token)
                if subject is not None and subject not in self.source:
                    yield subject
            if lemma in words.carried and tree.deps[token].startswith("obl"):
                yield from self._by_whom(token)
        yield from self._also_according_to()

    def _also_according_to(self) -> Iterator[int]:
        """ "…, she said, according to the agency X", "said through his spokeswoman": who hangs on a cue of its own."""
        tree = self.tree
        for verb in self._verbs() if self.source else ():
            for child in tree.all_children(verb, "obl", "advcl"):
                if child in self.source or self.in_content(child):
                    continue
                first = next((t for t in tree.subtree(child) if tree.pos[t] not in ("ADP", "SCONJ", "PUNCT")), child)
                lead = tree.text[max(0, tree.starts[first] - 20) : tree.starts[first]].rstrip().lower()
                if lead.endswith((" according to", " through")) and tree.pos[child] in ("NOUN", "PROPN"):
                    yield child

    def _by_whom(self, noun: int) -> Iterator[int]:
        for verb in self.tree.all_children(noun, "acl"):
            if self.tree.lemmas[verb].lower() in lexicon.reporting().carriers:
                yield from (c for c in self.tree.all_children(verb, "obl") if self._is_agent(c))

    def _is_agent(self, noun: int) -> bool:
        """ "by the agency TASS", on whichever of the nouns the preposition hangs."""
        return self.tree.case(noun) == "by" or self.tree.words[self.tree.subtree(noun)[0]].lower() == "by"

    def _around(self) -> Iterator[int]:
        """Cue words, their dependents outside the content, and the verbs that govern them."""
        seen: set[int] = set()
        queue = [*self.cue]
        for token in self.cue:
            for _ in range(2):
                token = self.tree.heads[token]
                queue.append(token)
        for token in queue:
            for at in (token, *self.tree.children[token]):
                if at not in seen and not self.in_content(at):
                    seen.add(at)
                    yield at

    def tokens(self) -> set[int]:
        """Every token of the reporting clause: source, cue and what hangs on the cue, the content left out."""
        found = set(self.cue) | set(self.source)
        for verb in self._verbs():
            for child in self.tree.children[verb]:
                if not self.in_content(child) and self.tree.deps[child].startswith(("obl", "advmod", "nmod")):
                    found.update(t for t in self.tree.subtree(child) if not self.in_content(t))
        return found

    def about_source(self) -> set[int]:
        """Tokens of the clauses that tell more of the source: "the coach, who left in May, said"."""
        tree = self.tree
        clauses = (c for t in self.source for c in tree.all_children(t, "acl") if tree.deps[c] == "acl:relcl")
        return {t for c in clauses if c not in self.cue for t in tree.subtree(c) if t not in self.cue}

    def cited(self) -> Iterator[int]:
        """Heads of the phrases that the content itself cites: "as the Security Council states", "according to"."""
        tree = self.tree
        for start, end in self.draft.content:
            for token in tree.tokens(start, end):
                if tree.words[token].lower() == "as":
                    yield from self._citing(token)
                elif tree.words[token].lower() == "according" and tree.heads[token] != token:
                    yield tree.heads[token]

    def _citing(self, token: int) -> Iterator[int]:
        """Who speaks in "as X states"; at the end of a sentence such a verb is easily taken for a noun."""
        tree = self.tree
        for verb in range(token + 2, min(token + 9, tree.sentences[tree.sentence[token]][1])):
            if lexicon.cues().find([tree.lemmas[verb]], "verb") is None:
                continue
            subject = tree.child(verb, "nsubj") if tree.pos[verb] == "VERB" or tree.deps[verb] == "advcl" else None
            if subject is not None and token < subject < verb and tree.tags[subject] not in ("WP", "WDT"):
                yield subject
            elif tree.pos[verb] == "NOUN" and tree.tags[verb] == "NNS" and tree.pos[verb - 1] == "PROPN":
                yield verb - 1


def unconfirmed(tree: Tree, tokens: Iterable[int]) -> Iterator[int]:
    """Verbs among some tokens by which a confirmation is refused: "this was not confirmed by Moscow"."""
    for token in tokens:
        if tree.lemmas[token].lower() not in lexicon.reporting().confirming or tree.pos[token] != "VERB":
            continue
        declined = tree.deps[token] == "xcomp" and tree.lemmas[tree.heads[token]] in lexicon.reporting().declining
        if declined or any(tree.lemmas[c] in ("not", "n't", "never", "n’t") for c in tree.children[token]):
            yield token


def who_refuses(tree: Tree, verb: int) -> list[int]:
    """Heads of the phrases that name who has not confirmed: the agent, or the subject of an active verb."""
    agents = [c for c in tree.all_children(verb, "obl") if tree.case(c) == "by"]
    declined = tree.deps[verb] == "xcomp" and tree.lemmas[tree.heads[verb]] in lexicon.reporting().declining
    subject = tree.child(tree.heads[verb] if declined else verb, "nsubj")
    return agents or ([subject] if subject is not None and tree.deps[subject] == "nsubj" else [])


def without_refusal(tree: Tree, span: Chars) -> Chars:
    """A content without the clause in which its reporter says that somebody has not confirmed it."""
    tokens = tree.tokens(*span)
    head = tree.head_of(tokens) if tokens else 0
    for verb in unconfirmed(tree, tokens):
        first = next(t for t in tree.subtree(verb) if tree.pos[t] != "PUNCT")
        before = tree.text[span[0] : max(span[0], tree.starts[first])].rstrip()
        if verb != head and before.endswith((",", ";", "–", "—")):
            return span[0], span[0] + len(before.rstrip(" ,;–—"))
    return span
