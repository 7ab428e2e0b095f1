"""Several records held against each other; the records are written by hand."""

from __future__ import annotations

from verbale.minutes import compare
from verbale.record import Actor, Article, Meeting, Participation, Position, Question, Reader, Record
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
