"""Stances that point to a question told elsewhere: the main one, the one of the paragraph, somebody else's."""

from __future__ import annotations

import pytest

from tests.reading.standing import read, stances

DAM = "Serbia wants to build a dam on the Lim. The dam would cost two billion euros, Serbia said.\n"


@pytest.mark.parametrize(
    ("sentence", "actor", "stance"),
    [
        ("Montenegro objected at once.", "Montenegro", "oppose"),
        ("Montenegro is in favour too, on one condition: that it gets half the power.", "Montenegro", "conditional"),
        ("Montenegro said yes, if somebody else pays.", "Montenegro", "conditional"),
        ("Montenegro has yet to decide.", "Montenegro", "neutral"),
        ("Montenegro is studying the environmental report.", "Montenegro", "neutral"),
        ("Montenegro has kept out of the quarrel.", "Montenegro", "neutral"),
        ("Montenegro came out against.", "Montenegro", "oppose"),
        ("Bosnia opposes the dam. So does Montenegro.", "Montenegro", "oppose"),
        ("Bosnia opposes the dam. Montenegro does not.", "Montenegro", "support"),
        ("Bosnia opposes the dam. Montenegro shares that view.", "Montenegro", "oppose"),
        ("Bosnia opposes the dam. Montenegro sided with Bosnia.", "Montenegro", "oppose"),
        ("Bosnia scrapped its support for the dam. Montenegro was relieved.", "Montenegro", None),
        ("Bosnia rejected the dam. Montenegro welcomed the decision.", "Montenegro", "oppose"),
        ("Bosnia backed the dam. Montenegro regretted the move.", "Montenegro", "oppose"),
        ("More than 20 states have endorsed it, among them Montenegro and Oman.", "Montenegro", "support"),
    ],
)  # fmt: skip
def test_a_stance_without_a_question_of_its_own_is_on_the_one_told_before(
    sentence: str, actor: str, stance: str | None
) -> None:
    found = stances(read(DAM + sentence)).get(actor, set())
    assert found == ({stance} if stance else set())


def test_a_new_paragraph_goes_back_to_the_main_question() -> None:
    text = (
        "Jamaica asked its neighbours on Tuesday to send police officers to Haiti.\n"
        "Barbados said no. Its attorney general, Dale Braith, argued that a force must come from the United Nations.\n"
        "Guyana said it would think about it.\n"
    )
    record = read(text)
    names = {a.id: a.name for a in record.actors}
    labels = {q.id: q.label for q in record.questions}
    assert {labels[p.question] for p in record.positions if names[p.actor] == "Guyana"} == {
        "sending police officers to Haiti"
    }


def test_what_the_article_asks_is_a_question() -> None:
    record = read("Will Hungary leave the pact? Its prime minister, Zoltan Feher, would not say.")
    assert stances(record, "pact").get("Zoltan Feher") == {"neutral"}
