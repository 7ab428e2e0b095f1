"""Found: every claim of an article with its matter and the question that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from verbale.record import Actor, Statement

from ..agenda import Agenda
from ..coreference import Antecedents
from ..tree import Tree
from .alike import Likeness
from .bodies import principals
from .claims import Claim
from .following import Echo, copied, followed
from .joining import Joiner, Wording
from .matters import Matter, matter, pointer, reception
from .orienting import orient
from .reacting import react
from .spoken import Spoken

_PAPERS = frozenset("study report document chapter detail paper letter wording text file paperwork evidence figure "
                    "number implication consequence dossier clause article response reply".split())  # fmt: skip


@dataclass(slots=True)
class Found:
    """A claim with its matter and what proves it: the id of a statement, or the tokens of a deed."""

    claim: Claim
    matter: Matter
    statement: Statement | None
    wording: Wording | None = None
    how: str = "itself"  # by what its question was found


def find_claims(
    tree: Tree, claims: Iterable[Claim], spoken: Spoken, mentioned: Mapping[int, str], meetings: Mapping[int, int],
    antecedents: Antecedents, agenda: Agenda = (), echoes: Iterable[Echo] = (),
    actors: Mapping[str, Actor] | None = None, seen: Mapping[int, Likeness] | None = None,
) -> list[Found]:  # fmt: skip
    """Every claim of an article in the order of the text, those on one question with the same wording.

    `mentioned` leads from tokens to the ids of the actors they name, `meetings` to numbers of meetings, `seen` to the
    questions that they word as the model sees it.
    """
    found = []
    for claim in claims:
        about = _matter(tree, claim, spoken, mentioned)
        found.append(Found(claim, about, spoken.whole[claim.token]))
    found.sort(key=lambda f: f.matter.head)
    matters = [f.matter for f in found]
    asides = frozenset(f.matter.head for f in found if f.claim.group == "demanding")
    joiner = Joiner(tree, antecedents, matters, meetings, lambda t: matter(tree, t, mentioned), agenda, asides, seen)
    for each in found:
        each.wording = joiner.wording_of(each.matter)
    sides = orient(tree, found, joiner.led)
    for each in found:
        if each.wording is not None:
            each.wording.turned = sides[id(each.wording)]
            each.how = joiner.how.get(each.matter.head, "new")
    react(tree, found)
    return [*found, *_echoed(tree, echoes, found, spoken, actors or {})]


def _matter(tree: Tree, claim: Claim, spoken: Spoken, mentioned: Mapping[int, str]) -> Matter:
    if claim.points or _is_paper(tree, claim):
        return pointer(claim.token)
    if claim.received is not None:
        return reception(tree, claim.question, claim.received, mentioned)
    left_out = _apart(tree, claim) | _conditions(tree, claim) | _unquoted(tree, claim, spoken)
    return matter(tree, claim.question, mentioned, left_out)


def _echoed(
    tree: Tree, echoes: Iterable[Echo], found: Sequence[Found], spoken: Spoken, actors: Mapping[str, Actor]
) -> Iterator[Found]:
    """What "so does the union" adds to the claims found, each on the question of the claim it follows."""
    told = sorted((f for f in found if f.wording is not None), key=lambda f: f.claim.token)
    heads = {i: {i, *principals(a)} for i, a in actors.items()}

    def same(actor: str) -> frozenset[str]:
        return frozenset(i for i, them in heads.items() if actor in them) | heads.get(actor, set())

    for echo in echoes:
        before = [f for f in told if f.claim.token < echo.token and f.claim.group != "coming"]
        one = followed(echo, before, tree, same)
        if one is not None:
            new = Found(copied(echo, one.claim, tree), one.matter, spoken.whole[echo.token], one.wording, "echo")
            told.append(new)
            told.sort(key=lambda f: f.claim.token)
            yield new


def _apart(tree: Tree, claim: Claim) -> frozenset[int]:
    """The tokens of who does it, where that is whose stance it is: "the fund will sell only if" is about selling."""
    if claim.group not in ("depending", "refusing") or (subject := tree.child(claim.token, "nsubj")) is None:
        return frozenset()
    only = (c for c in tree.children[claim.token] if tree.words[c].lower() in ("only", "condition"))
    return frozenset(t for each in (subject, *only) for t in tree.subtree(each))


def _conditions(tree: Tree, claim: Claim) -> frozenset[int]:
    """The tokens of what it depends on: "backed the plan on condition that farms are exempt" is about the plan."""
    if claim.condition is None:
        return frozenset()
    return frozenset(t for t in tree.tokens(*claim.condition) if t != claim.question)


def _is_paper(tree: Tree, claim: Claim) -> bool:
    """ "is studying the report": it is what the report is about that is not decided yet."""
    return claim.stance == "neutral" and tree.lemmas[claim.question].lower() in _PAPERS


def _unquoted(tree: Tree, claim: Claim, spoken: Spoken) -> frozenset[int]:
    """The tokens of a sentence outside the quotation in which a question is told."""
    told = spoken.content[claim.question]
    if told is None or told.quotation == "indirect":
        return frozenset()
    within = {t for start, end in told.content for t in tree.tokens(start, end)}
    return frozenset(t for t in range(*tree.sentences[tree.sentence[claim.question]]) if t not in within)
