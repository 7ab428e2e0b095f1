"""Who did what to whom, by the frames of the lexicon."""

from __future__ import annotations

import pytest

from tests.reading.standing import read

Told = tuple[str, str | None, tuple[str, ...], tuple[str, ...]]


def told(text: str) -> set[Told]:
    """(class, mode, who, to whom) of every event."""
    record = read(text)
    names = {a.id: a.name for a in record.actors}
    return {
        (e.class_, e.mode, tuple(names[i] for i in e.source), tuple(names[i] for i in e.target)) for e in record.events
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya expelled the Belgian ambassador.", ("SANCTION", "expel", ("Kenya",), ("Belgium",))),
        ("Ethiopian forces shelled a village near Adwa.", ("ASSAULT", None, ("Ethiopia",), ())),
        ("Turkish police arrested four members of the opposition Dawn Party.",
         ("COERCE", "arrest", ("Turkey",), ("Dawn Party",))),
        ("Norway will send aid worth 4 million kroner to Somalia.", ("AGREE", None, ("Norway",), ("Somalia",))),
        ("Uganda refused to sign the treaty with Kenya.", ("REJECT", None, ("Uganda",), ("Kenya",))),
        ("Foreign Minister Achieng Otieno met her Norwegian counterpart, Lars Berg, in Oslo.",
         ("CONSULT", None, ("Achieng Otieno",), ("Lars Berg",))),
    ],
)  # fmt: skip
def test_a_plain_deed_has_its_class_its_doer_and_whom_it_was_done_to(text: str, wanted: Told) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Egypt did not attack Sudan.",
        "Rwanda may expel the Belgian ambassador.",
        "Oslo wants to bar Danish boats.",
        "Did Kenya expel the Belgian ambassador?",
    ],
)
def test_what_was_not_done_is_only_possible_or_wished_is_no_deed(text: str) -> None:
    assert not {e for e in told(text) if e[0] in ("ASSAULT", "SANCTION", "COERCE")}


def test_a_deed_told_in_a_statement_has_it_for_evidence() -> None:
    record = read('"Kenya expelled the Swedish ambassador," Belgian Foreign Minister Els Maes said.')
    (event,) = [e for e in record.events if e.class_ == "SANCTION"]
    assert event.evidence == ("S1",)


def test_a_deed_of_two_verbs_is_told_once() -> None:
    record = read("Ethiopian forces shelled a village near Adwa, killing nine people.")
    assert len([e for e in record.events if e.class_ == "ASSAULT"]) == 1


def test_a_union_of_others_is_not_the_union_named_before() -> None:
    names = {name for _, _, source, _ in told("The African Union met. The teachers' union went on strike.")
             for name in source}  # fmt: skip
    assert "African Union" not in names
