"""What the model sees of stances beside the frames."""

from __future__ import annotations

from collections.abc import Sequence

from tests.reading.standing import reader
from verbale.reading.leaning import Leaning, Leanings
from verbale.reading.stance import Seeing, Spoken
from verbale.reading.stance.claims import Claim
from verbale.reading.stance.seeing import SEEN
from verbale.reading.tree import Tree

TEXT = "Norway has no love for the fishing quota, and Iceland would sign it if cod recover."
TREE = Tree.of(reader()._component(reader()._nlp.make_doc(TEXT)))
NORWAY, QUOTA, ICELAND, IT = (TREE.words.index(w) for w in ("Norway", "quota", "Iceland", "it"))


def leaning(question: int, holder: int, stance: str, share: float = 0.9) -> Leaning:
    others = dict.fromkeys(("support", "oppose", "conditional", "neutral", "none"), (1 - share) / 4)
    return Leaning((question, question + 1), 0.8, ((holder, 0.9),), 0.05, {**others, stance: share})


def seen(told: Sequence[Claim], *found: Leaning, conditions: Sequence[tuple[int, int]] = ()) -> list[Claim]:
    who = {NORWAY: ("A1",), ICELAND: ("A2",)}
    leanings = Leanings(list(found), conditions=list(conditions))
    return list(Seeing(TREE, Spoken(TREE, []), leanings, lambda t: who.get(t, ()))(told))


def claim(stance: str) -> Claim:
    return Claim(("A1",), stance, QUOTA, NORWAY + 1, None, 0.9, "liking")


def test_the_model_adds_a_claim_where_no_frame_makes_one() -> None:
    (own,) = seen([], leaning(QUOTA, NORWAY, "oppose"))
    assert (own.holders, own.stance, own.question, own.group) == (("A1",), "oppose", QUOTA, SEEN)


def test_a_claim_of_a_frame_is_rated_and_not_made_twice() -> None:
    (rated,) = seen([claim("oppose")], leaning(QUOTA, NORWAY, "oppose"))
    assert rated.group == "liking"
    assert rated.seen is not None
    assert rated.seen.stance == 0.9
    assert rated.seen.whole > rated.seen.otherwise


def test_a_claim_of_a_frame_that_the_model_sees_otherwise_stands_beside_the_models() -> None:
    frames, own = seen([claim("support")], leaning(QUOTA, NORWAY, "oppose"))
    assert (frames.stance, own.stance) == ("support", "oppose")
    assert frames.seen is not None
    assert frames.seen.otherwise == 0.9


def test_who_sets_conditions_by_a_frame_is_not_simply_for_it_by_the_model() -> None:
    assert [c.stance for c in seen([claim("conditional")], leaning(QUOTA, NORWAY, "support"))] == ["conditional"]


def test_what_a_stance_depends_on_is_the_nearest_condition() -> None:
    words = TREE.words.index("cod"), TREE.words.index("recover") + 1
    (own,) = seen([], leaning(IT, ICELAND, "conditional"), conditions=[words])
    assert own.condition is not None
    assert TEXT[slice(*own.condition)] == "cod recover"


def test_words_that_name_nobody_hold_nothing() -> None:
    assert seen([], leaning(QUOTA, IT, "oppose")) == []


def test_a_frame_of_which_the_model_sees_nothing_stays_as_it_is() -> None:
    assert seen([claim("oppose")]) == [claim("oppose")]
