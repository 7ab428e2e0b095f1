"""Which wordings are put together as one question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.reading.standing import read, reader
from verbale.reading.stance.alike import Likeness
from verbale.reading.stance.joining import Joiner, Wording
from verbale.reading.stance.matters import Matter, matter
from verbale.reading.tree import Tree

TEXT = (
    "Oslo wants a new harbour tax on cruise ships. Bergen rejected the harbour tax on cargo. Moss likes the idea. "
    "Drammen called the harbour tax on cruise ships fair."
)
TREE = Tree.of(reader()._component(reader()._nlp.make_doc(TEXT)))
TAXES = [t for t, word in enumerate(TREE.words) if word == "tax"]
IDEA = TREE.words.index("idea")


def joined(heads: Sequence[int], seen: Mapping[int, int] | None = None) -> list[Wording | None]:
    def told(token: int) -> Matter:
        return matter(TREE, token, {})

    matters = [told(head) for head in heads]
    sights = {head: Likeness(number, frozenset({number})) for head, number in (seen or {}).items()}
    joiner = Joiner(TREE, {}, matters, {}, told, seen=sights)
    return [joiner.wording_of(each) for each in matters]


def test_wordings_with_telling_words_in_common_are_one_question() -> None:
    first, _, last = joined(TAXES)
    assert first is not None
    assert first is last


def test_the_model_keeps_apart_what_shares_words_only() -> None:
    first, other, last = joined(TAXES, {TAXES[0]: 0, TAXES[1]: 1, TAXES[2]: 0})
    assert first is last
    assert other is not first


def test_what_points_back_means_what_the_model_takes_it_for() -> None:
    first, _, idea, _ = joined([*TAXES[:2], IDEA, TAXES[2]], {TAXES[0]: 0, TAXES[1]: 1, IDEA: 0, TAXES[2]: 0})
    assert idea is first


def test_an_amount_is_no_wording_of_another_amount() -> None:
    record = read(
        "Nordline offered 5 per cent. The Seafarers' Guild rejected the offer of five per cent. It demands 9 per cent."
    )
    named = {a.id: a.name for a in record.actors}
    label = {q.id: q.label for q in record.questions}
    told = {(named[p.actor], p.stance, label[p.question]) for p in record.positions}
    assert not {each for each in told if each[:2] == ("Seafarers' Guild", "support") and "9" not in each[2]}
