"""Several records held against each other; the records are written by hand."""

from __future__ import annotations

import pytest

from verbale.minutes import compare
from verbale.record import (
    Actor,
    Article,
    Meeting,
    Participation,
    Position,
    Question,
    Reader,
    Record,
    Span,
    Statement,
)
from verbale.views import timeline


def record(
    published: str | None, label: str, *stands: tuple[str, str], text: str = "", about: tuple[str, ...] = ()
) -> Record:
    """A record with one question; `stands` are actors with their stances."""
    actors = tuple(Actor(f"A{n}", name, "organisation") for n, (name, _) in enumerate(stands, 1))
    return Record(
        reader=Reader("0", "m"),
        article=Article(text=text or f"{published} {label}", published=published),
        actors=actors,
        questions=(Question("Q1", label, about),),
        positions=tuple(
            Position(f"P{n}", f"A{n}", "Q1", stance, None, (), 0.9)  # type: ignore[arg-type]
            for n, (_, stance) in enumerate(stands, 1)
        ),
    )


def meeting(
    published: str, status: str, date: str | None = "2024-06-01", place: str | None = None, told: str | None = None
) -> Record:
    return Record(
        reader=Reader("0", "m"),
        article=Article(text=f"{published} {status}", published=published),
        actors=(Actor("A1", "Norland", "state", "NL"),),
        meetings=(
            Meeting("M1", "fish talks", date, place,
                    participation=(Participation("A1", "invitee", status, told),)),  # type: ignore[arg-type]
        ),
    )


def test_articles_are_put_in_the_order_of_their_dates_undated_ones_last() -> None:
    found = compare([record(None, "ferry fee"), record("2024-05-02", "ferry fee"), record("2024-05-01", "ferry fee")])
    assert [r.article.published for r in found.records] == ["2024-05-01", "2024-05-02", None]


def test_one_question_in_other_words_is_joined() -> None:
    one = record("2024-05-01", "raising the ferry fee", ("Ferry Board", "support"))
    two = record("2024-05-08", "a higher ferry fee", ("Ferry Board", "support"))
    (matter,) = compare([one, two]).matters
    assert matter.records == (0, 1)


def test_questions_that_share_one_word_stay_apart() -> None:
    one = record("2024-05-01", "raising the ferry fee", ("Ferry Board", "support"))
    two = record("2024-05-08", "the new ferry terminal", ("Ferry Board", "support"))
    assert len(compare([one, two]).matters) == 2


def test_a_stance_that_differs_later_is_a_change() -> None:
    one = record("2024-05-01", "raising the ferry fee", ("Ferry Board", "oppose"), ("Town Council", "support"))
    two = record("2024-05-08", "raising the ferry fee", ("Ferry Board", "support"), ("Town Council", "support"))
    (change,) = compare([two, one]).changes
    assert (change.after.actor, change.before.stance, change.after.stance) == ("Ferry Board", "oppose", "support")


def test_the_same_text_twice_is_compared_once() -> None:
    one = record("2024-05-01", "raising the ferry fee", ("Ferry Board", "oppose"))
    found = compare([one, one])
    assert (len(found.records), len(found.matters[0].entries)) == (1, 1)


def test_accounts_in_two_articles_can_exclude_each_other() -> None:
    (clash,) = compare([meeting("2024-05-01", "accepted"), meeting("2024-05-02", "not invited")]).clashes
    assert {clash.first[1].status, clash.second[1].status} == {"accepted", "not invited"}


def test_an_invitation_and_its_acceptance_do_not_exclude_each_other() -> None:
    assert not compare([meeting("2024-05-01", "invited"), meeting("2024-05-02", "accepted")]).clashes


def test_a_day_told_as_a_month_can_be_the_same_day() -> None:
    assert compare([meeting("2024-05-01", "accepted"), meeting("2024-05-02", "not invited", "2024-06")]).clashes
    assert not compare([meeting("2024-05-01", "accepted"), meeting("2024-05-02", "not invited", "2024-07")]).clashes


def test_meetings_without_a_day_are_one_at_the_same_place_under_the_same_name() -> None:
    here, there = meeting("2024-05-01", "accepted", None, "Oslo"), meeting("2024-05-02", "not invited", None, "Bern")
    assert compare([here, meeting("2024-05-03", "not invited", None, "Oslo")]).clashes
    assert not compare([here, there]).clashes


def test_who_accepts_and_later_withdraws_contradicts_nobody() -> None:
    first, then = meeting("2024-05-01", "accepted", told="A1"), meeting("2024-05-08", "withdrawn", told="A1")
    assert not compare([first, then]).clashes
    assert compare([first, meeting("2024-05-08", "withdrawn")]).clashes


def test_no_line_of_the_text_is_wider_than_asked() -> None:
    long = record("2024-05-01", "raising the ferry fee " * 3, ("Board of the Northern Ferries " * 4, "oppose"))
    shown = timeline.render(compare([long, record("2024-05-02", "x")]), width=60)
    assert max(map(len, shown.splitlines())) <= 60


def test_nothing_to_compare_is_said() -> None:
    assert "No positions were found." in timeline.render(compare([meeting("2024-05-01", "accepted")]))


def said(published: str | None, speaker: str, words: str, denied: bool = False) -> Record:
    """A record of one statement."""
    text = f"{speaker}: {words}"
    return Record(
        reader=Reader("0", "m"),
        article=Article(text=text, published=published),
        actors=(Actor("A1", speaker, "organisation", mentions=(Span(0, len(speaker)),)),),
        statements=(
            Statement(id="S1", speaker="A1", content=(Span(len(speaker) + 2, len(text)),), denied=denied),
        ),
    )


POLICE = said("2024-05-14", "Police", "14 people were killed in the blast at the Holm mine")


def test_one_thing_counted_differently_in_two_articles_of_one_day_is_a_dispute() -> None:
    other = said("2024-05-14", "Miners' Union", "nine people died in the blast at the mine")
    (dispute,) = compare([POLICE, other]).disputes
    assert (dispute.kind, dispute.first.words) == ("account", "14 people were killed")
    assert dispute.second.words.startswith("nine people")


@pytest.mark.parametrize(
    "other",
    [
        said("2024-05-20", "Miners' Union", "20 people died in the blast at the mine"),  # a later count
        said("2024-05-14", "Police", "nine people died in the blast at the mine"),
        said("2024-05-14", "Miners' Union", "at least nine people died in the blast at the mine"),
        said("2024-05-14", "Miners' Union", "nine people were hired for the new shaft"),
        said("2024-05-14", "Miners' Union", "nine days after the blast the mine is closed"),
        said(None, "Miners' Union", "nine people died in the blast at the mine"),
    ],
)  # fmt: skip
def test_a_newer_a_rougher_or_another_figure_is_no_dispute(other: Record) -> None:
    assert not compare([POLICE, other]).disputes


def test_disputes_are_found_among_many_older_articles_that_count_other_things() -> None:
    counted = [f"{n + 20} people died in the blast at mine {n}; " * 4 for n in range(60)]
    older = [said(f"2023-0{1 + n % 9}-1{n % 10}", f"Council {n}", words) for n, words in enumerate(counted)]
    claim = said("2024-05-14", "Miners' Union", "the owner had switched off the alarms in the mine")
    denial = said("2024-05-15", "Owner", "the alarms in the mine had been switched off", denied=True)
    other = said("2024-05-14", "Miners' Union", "nine people died in the blast at the mine")
    kinds = [d.kind for d in compare([*older, POLICE, other, claim, denial]).disputes]
    assert kinds.count("denial") == 1
    assert "account" in kinds


def test_counts_on_the_last_of_all_days_are_compared_too() -> None:
    police = said("9999-12-31", "Police", "14 people were killed in the blast at the mine")
    union = said("9999-12-31", "Miners' Union", "nine people died in the blast at the mine")
    assert [d.kind for d in compare([police, union]).disputes] == ["account"]


def test_a_denial_is_held_against_what_another_article_had_somebody_say() -> None:
    claim = said("2024-05-14", "Miners' Union", "the owner had switched off the alarms in the mine")
    denial = said("2024-05-16", "Holm Coal", "it had switched off the alarms in the mine", denied=True)
    (dispute,) = compare([claim, denial]).disputes
    assert (dispute.kind, dispute.first.actor, dispute.second.actor) == ("denial", "Holm Coal", "Miners' Union")
    shown = timeline.render(compare([claim, denial]), width=200)
    assert "Holm Coal denies [2: S1] what Miners' Union says [1: S1]" in shown


def test_a_text_given_twice_is_told() -> None:
    shown = timeline.render(compare([POLICE, POLICE]))
    assert "given 2 times, compared once" in shown


def test_a_change_without_a_day_is_told_as_later() -> None:
    one = record("2024-05-01", "raising the ferry fee", ("Ferry Board", "oppose"))
    shown = timeline.render(compare([one, record(None, "raising the ferry fee", ("Ferry Board", "support"))]))
    assert "later support [2]" in shown
    assert "since undated" not in shown
