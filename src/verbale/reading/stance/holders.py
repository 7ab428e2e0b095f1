"""Holders: whose stance a predicate tells."""

from __future__ import annotations

from verbale.record import Statement

from ..lexicon.stances import Stances
from ..tree import Tree
from . import conditions
from .listed import people_listed
from .phrases import one_clause, subject_of
from .spoken import Cast, Spoken, is_ourselves
from .step import Step

_THEMSELVES = frozenset({"they", "he", "she", "it"})  # in what somebody is reported to say, rather the speaker
_OWN = frozenset({"country", "government", "nation", "party", "union", "side", "administration", "people"})
_PAPERS = frozenset(
    {"decision", "ruling", "judgment", "judgement", "verdict", "report", "letter", "statement", "resolution"}
)
_NAMING = frozenset({"among", "including", "such as", "like"})
_WHOSE = frozenset({"his", "her", "their", "its", "our", "my"})


def _body_of_members(tree: Tree, head: int) -> int:
    """ "members of the union voted": the union did."""
    if tree.lemmas[head].lower() not in ("member", "majority"):
        return head
    return next((c for c in tree.all_children(head, "nmod") if tree.case(c) == "of"), head)


class Holders:
    """Names the holders of the steps of one article by their ids."""

    def __init__(self, tree: Tree, cast: Cast, spoken: Spoken, lexicon: Stances) -> None:
        self.tree, self.cast, self.spoken, self.lexicon = tree, cast, spoken, lexicon

    def of(self, top: Step) -> tuple[str, ...]:
        if top.holder == "speaker":
            speaker = self.spoken.speaker(top.token)
            return (speaker,) if speaker else self._for_whom(top.token)
        if top.form == "noun" and self._meets_with(top):
            return self._from_whom(top.token)
        if self.tree.lemmas[top.token].lower() in self.lexicon.sorts and top.form == "noun":  # "critics such as Oslo"
            verb = self.tree.heads[top.token]
            found = (*self.who(top.token), *self._among(top.token, verb))
            if found and self.tree.deps[top.token].startswith(("nsubj", "obl", "obj")):
                return found
        if top.form == "noun" and self._is_only_spoken_of(top.token):
            return ()
        subject = subject_of(self.tree, top.token, top.form)
        if subject is None:
            return self._whose_cue(top.token)
        if self.tree.words[subject].lower() in ("nobody", "no-one", "none"):  # "Nobody wants it," she said
            speaker = self.spoken.speaker(top.token)
            return (speaker,) if speaker else ()
        found = (*self.who(subject), *self._among(subject, top.token))
        if not found and top.kind == "depending" and conditions.strictly(self.tree, top.token):
            speaker = self.spoken.speaker(top.token)  # "nothing more would be offered unless", she said
            return (speaker,) if speaker else ()
        return found

    def _meets_with(self, top: Step) -> bool:
        """ "The plan faces opposition from Oslo": the plan is the subject."""
        verb = self.tree.heads[top.token]
        met = self.tree.lemmas[verb].lower() in self.lexicon.receiving and verb != top.token
        return met and self.tree.child(verb, "nsubj") == top.argument

    def _from_whom(self, noun: int) -> tuple[str, ...]:
        tree = self.tree
        near = (c for at in (noun, tree.heads[noun]) for c in tree.all_children(at, "nmod", "obl") if c > noun)
        given = next((c for c in near if tree.case(c) in ("from", "of", "by", "among", "in")), None)
        owner = tree.child(noun, "nmod:poss") if given is None else given
        return self.who(owner) if owner is not None else ()

    def _for_whom(self, token: int) -> tuple[str, ...]:
        """ "is unacceptable to Oslo", "For Oslo, the plan is a red line"."""
        tree = self.tree
        near = (c for c in tree.all_children(token, "obl", "nmod") if tree.case(c) in ("for", "to"))
        named = next((c for c in near if tree.pos[c] == "PROPN"), None)
        return self.who(named) if named is not None else ()

    def _among(self, subject: int, verb: int) -> tuple[str, ...]:
        """ "More than 70 states have signed it, among them Brazil and Ghana": those who are named."""
        tree = self.tree
        if tree.pos[subject] != "NOUN":
            return ()
        found: list[str] = []
        for at in (subject, verb):
            for child in tree.all_children(at, "obl", "nmod", "appos", "parataxis", "dep"):
                among = any(tree.case(c) in _NAMING for c in tree.all_children(child, "nmod") if tree.pos[c] == "PRON")
                if tree.case(child) in _NAMING or among:
                    named = child if tree.pos[child] != "PRON" else tree.child(child, "nmod", "appos", "nsubj")
                    found += self.who(named) if named is not None and tree.pos[named] == "PROPN" else ()
        return tuple(found)

    def _is_only_spoken_of(self, noun: int) -> bool:
        """ "will hear a petition against the strike": who hears it, has no part in it."""
        tree = self.tree
        owner = tree.child(noun, "nmod:poss", "compound", "amod")
        by = (c for c in tree.all_children(noun, "nmod") if tree.case(c) in ("by", "from", "among"))
        if tree.pos[noun] != "NOUN" or owner is not None or next(by, None) is not None:
            return False
        verb = tree.heads[noun]
        governed = tree.relations[noun] in ("obj", "obl") and tree.pos[verb] == "VERB"
        return governed and tree.lemmas[verb].lower() not in self.lexicon.voicing

    def who(self, head: int) -> tuple[str, ...]:
        """Ids of whom a phrase names with all that is joined to it by "and"; "we" is whoever speaks."""
        heads = [head]
        for each in heads:
            heads += [c for c in self.tree.all_children(each, "conj") if one_clause(self.tree, each, c)]
        joined = (i for h in heads for i in self._one(h))
        return tuple(dict.fromkeys((*joined, *people_listed(self.tree, head, self.cast.people()))))

    def _one(self, head: int) -> tuple[str, ...]:
        tree = self.tree
        head = _body_of_members(tree, head)
        if is_ourselves(tree, head):
            speaker = self.spoken.speaker(head)
            return (speaker,) if speaker else ()
        if tree.words[head + 1 : head + 2] == ["["]:  # "them [the envoys]": an editor's word for a pronoun
            head += 2
        found = self.cast.at(tree.starts[head], tree.ends[head])
        if not found and tree.lemmas[head].lower() in _PAPERS:
            owner = tree.child(head, "nmod:poss") or next(
                (c for c in tree.all_children(head, "nmod") if tree.case(c) in ("by", "of", "from")), None
            )
            return self.who(owner) if owner is not None else ()  # "a decision by the court struck it down"
        if own := self._whose_own(head):
            return own
        told = self.spoken.content[head] if tree.words[head].lower() in _THEMSELVES else None
        if told is not None and (not found or self._opens(head, told)):
            return tuple(s for s in (told.speaker, *told.cospeakers) if s) or found
        return found

    def _whose_own(self, head: int) -> tuple[str, ...]:
        """ "his country would never accept": the state or body for which the speaker speaks."""
        tree = self.tree
        owner = tree.child(head, "nmod:poss")
        told = self.spoken.content[head]
        if owner is None or told is None or told.speaker is None or tree.lemmas[head].lower() not in _OWN:
            return ()
        return (told.speaker,) if tree.words[owner].lower() in _WHOSE else ()

    def _opens(self, pronoun: int, told: Statement) -> bool:
        """Whether a pronoun is the subject with which reported words begin: "Kenya said it would sign" is Kenya."""
        tree = self.tree
        reported = told.quotation != "direct" and told.speaker is not None
        if not reported or tree.words[pronoun].lower() not in ("it", "they"):
            return False
        before = tree.words[pronoun - 1].lower() if pronoun else ""
        begins = {t for span in told.content for t in tree.tokens(*span)[:1]}
        return pronoun in begins or (before == "that" and pronoun - 1 in begins)

    def _whose_cue(self, token: int) -> tuple[str, ...]:
        """A predicate without a subject of its own belongs to the statement whose cue it is, or that it heads."""
        statement = self.spoken.whole[token]
        if statement is None or statement.speaker is None:
            return ()
        is_cue = any(s.start <= self.tree.starts[token] < s.end for s in statement.cue)
        passive = self.tree.child(token, "nsubj:pass", "aux:pass") is not None  # "we were asked to come": by others
        heads_content = not passive and self.spoken.content[token] is statement and self._begins(token)
        return (statement.speaker, *statement.cospeakers) if is_cue or heads_content else ()

    def _begins(self, token: int) -> bool:
        """Whether a predicate is the main one of its content: "for the plan to be dropped" alone."""
        head = self.tree.heads[token]
        return head == token or self.spoken.content[head] is not self.spoken.content[token]
