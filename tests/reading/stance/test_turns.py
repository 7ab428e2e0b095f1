"""What turns a stance round or takes it away."""

from __future__ import annotations

import pytest

from tests.reading.standing import read, stances


@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        ("The millers' forum repeated its call for the ban to go. Kenya defended the export ban.", "Kenya", "support"),
        ("Kenya promised not to sell the railways. Ghana backed the sale of the railways.", "Kenya", "oppose"),
        ("Kenya wants no change to the treaty. Ghana backs the change to the treaty.", "Kenya", "oppose"),
        ("Kenya is not against closing the mine. Ghana is against closing the mine.", "Kenya", "support"),
        ("What Kenya opposes is selling the railways. Ghana backs selling the railways.", "Kenya", "oppose"),
        ("Kenya is campaigning for a no vote on the treaty. Ghana backs the treaty.", "Kenya", "oppose"),
        ("Kenya called the offer on fishing too low. Ghana accepted the offer.", "Ghana", "support"),
        ("\"It was never a good idea,\" Kenya's envoy, Amos Keter, said of the plan to drain the lake.",
         "Amos Keter", "oppose"),
        ("Kenya agreed to consider the treaty. Ghana backs the treaty.", "Kenya", None),
        ("Kenya withdrew its ships from the lake. Ghana stayed on the lake.", "Kenya", None),
        ("Kenya's parliament is to vote on a bill to abolish the fishing tax. Ghana opposes the tax.", "Kenya", None),
    ],
)  # fmt: skip
def test_signs_are_read_through_the_sentence(text: str, actor: str, stance: str | None) -> None:
    assert stances(read(text)).get(actor, set()) == ({stance} if stance else set())


def test_who_receives_people_is_for_receiving_them() -> None:
    record = read("Kenya would welcome refugees if they came unarmed.")
    assert stances(record, "refugees").get("Kenya") == {"conditional"}
    assert [q.label for q in record.questions] == ["welcoming refugees"]


def test_that_there_will_be_no_cut_is_against_it() -> None:
    text = "The Harbour Bank of Sudria said there would be no cut in the lending rate before June."
    assert "support" not in {s for found in stances(read(text)).values() for s in found}
