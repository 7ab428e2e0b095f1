"""What frames and model make of a deed together."""

from __future__ import annotations

from verbale.reading.events.judging import Verdict, judge, turned
from verbale.reading.lexicon.deeds import Deed

EXPELLING = Deed("expelling", "SANCTION", "expel", 0.8, direct=False)


def test_a_frame_alone_has_its_strength() -> None:
    assert judge(EXPELLING, {}) == Verdict("SANCTION", "expel", 0.8)


def test_where_both_agree_the_confidence_is_above_that_of_each() -> None:
    verdict = judge(EXPELLING, {"SANCTION": 0.7, "COERCE": 0.3})
    assert verdict is not None
    assert verdict.class_ == "SANCTION"
    assert verdict.confidence > 0.8


def test_a_sure_model_outvotes_a_frame() -> None:
    verdict = judge(EXPELLING, {"COERCE": 0.97, "SANCTION": 0.03})
    assert verdict is not None
    assert verdict.class_ == "COERCE"
    assert verdict.mode is None


def test_without_a_frame_only_a_sure_model_speaks() -> None:
    assert judge(None, {"AID": 0.6, "AGREE": 0.4}) is None
    assert judge(None, {"AID": 0.95, "AGREE": 0.05}) == Verdict("AID", None, 0.95)
    assert judge(None, {}) is None


def test_the_models_one_class_of_yielding_is_split_by_the_frame() -> None:
    retreating = Deed("retreating", "RETREAT", None, 0.8, direct=False)
    verdict = judge(retreating, {"YIELD": 0.9, "ASSAULT": 0.1})
    assert verdict is not None
    assert verdict.class_ == "RETREAT"


def test_what_was_not_done_is_a_refusal_if_it_would_have_been_kind() -> None:
    assert turned(Verdict("AID", None, 0.8), negated=True, ahead=False) == Verdict("REJECT", None, 0.8)
    assert turned(Verdict("ASSAULT", None, 0.8), negated=True, ahead=False) is None


def test_what_will_be_done_is_a_promise_or_a_threat() -> None:
    assert turned(Verdict("CONSULT", "visit", 0.8), negated=False, ahead=True) == Verdict("AGREE", "meet", 0.8)
    assert turned(Verdict("SANCTION", None, 0.8), negated=False, ahead=True) == Verdict("THREATEN", None, 0.8)
