"""Where somebody stands, by the words of a sentence."""

from __future__ import annotations

import pytest

from tests.reading.standing import read, stances

BOTH = (
    "Norway rejected the fishing quota on Monday. “We welcome the fishing quota,” "
    "Iceland’s Foreign Minister Jon Arnason said."
)


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Norway rejected the fishing quota on Monday.", "oppose"),
        ("Norway is opposed to the fishing quota, Foreign Minister Kari Lunde said.", "oppose"),
        ("Norway voted against the fishing quota.", "oppose"),
        ("Norway has endorsed the fishing quota.", "support"),
        ("Norway does not support the fishing quota.", "oppose"),
        ("Norway called for a fishing quota.", "support"),
        ("Norway wants the fishing quota scrapped and urged Iceland to drop the fishing quota.", "oppose"),
        ("Norway cannot accept the fishing quota unless Iceland signs it, too, Foreign Minister Kari Lunde said.",
         "conditional"),
        ("Norway would support the fishing quota only if Iceland signed it, too, Foreign Minister Kari Lunde said.",
         "conditional"),
    ],
)  # fmt: skip
def test_a_predicate_its_negation_and_its_condition_decide(sentence: str, stance: str) -> None:
    assert stances(read(sentence), "quota").get("Norway") == {stance}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway caught 41,000 tonnes of cod last year, Foreign Minister Kari Lunde said.",
        "Norway denied that it had rejected the fishing quota.",
        "Would Norway reject the fishing quota? Foreign Minister Kari Lunde did not say.",
        "Norway may reject the fishing quota, Foreign Minister Kari Lunde said.",
        "The minister asked whether Norway rejected the fishing quota.",
    ],
)
def test_what_is_only_denied_asked_or_possible_is_no_stance(sentence: str) -> None:
    assert not stances(read(sentence), "quota").get("Norway", set()) & {"oppose", "support"}


def test_a_minister_speaks_for_the_state_as_well() -> None:
    found = stances(read("“We reject the fishing quota,” Norway’s Foreign Minister Kari Lunde said."), "quota")
    assert found == {"Kari Lunde": {"oppose"}, "Norway": {"oppose"}}


def test_a_condition_is_kept_in_its_words() -> None:
    record = read(
        "Norway will sign the fishing treaty only if Iceland ratifies it first, Foreign Minister Kari Lunde said."
    )
    conditions = {p.condition for p in record.positions if p.stance == "conditional"}
    assert conditions == {"only if Iceland ratifies it first"}


def test_a_judgement_is_the_speakers_own() -> None:
    text = (
        "“The fishing quota is unacceptable,” said Kari Lunde, who leads Norway’s largest union of fishermen. "
        "“It would be a mistake to adopt the fishing quota.”"
    )
    assert stances(read(text), "quota")["Kari Lunde"] == {"oppose"}


def test_who_urges_others_to_reject_something_is_against_it() -> None:
    found = stances(read("The Harbour Workers' Union urged the council to reject the fishing quota."), "quota")
    assert "support" not in found.get("Harbour Workers' Union", set())
    assert found["Harbour Workers' Union"] == {"oppose"}


def test_different_words_for_one_matter_are_one_question() -> None:
    record = read(
        "The Harbour Workers' Union rejected the pay offer of 4 per cent on Monday. "
        "The Port Authority defended the offer. “We oppose this offer,” union leader Lena Okafor said."
    )
    assert len(record.questions) == 1


def test_every_position_points_to_evidence_in_the_record() -> None:
    record = read(BOTH)
    known = {s.id for s in record.statements} | {e.id for e in record.events}
    assert record.positions
    assert all(p.evidence and set(p.evidence) <= known for p in record.positions)


def test_opposite_positions_are_a_conflict_of_the_states_not_of_their_ministers() -> None:
    record = read(BOTH)
    names = {a.id: a.name for a in record.actors}
    assert [{names[i] for i in c.between} for c in record.conflicts if c.kind == "position"] == [{"Norway", "Iceland"}]
