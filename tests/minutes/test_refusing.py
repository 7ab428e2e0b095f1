"""What nobody means and somebody sends: numbers no table has, names nobody can read, records of another text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy.exc import OperationalError

from tests.minutes.made_up import quarrel, record
from verbale.errors import BadQuery, BadRuling, NoSuchValue, NotWritable, RecordError
from verbale.minutes import Minutes
from verbale.minutes.accounts import Accounts
from verbale.minutes.answers import Filter
from verbale.minutes.database import explained
from verbale.record import Reader

HUGE = (2**31, 2**63, 10**30, -(10**30), -1, 0)


@pytest.fixture
def article(minutes: Minutes) -> str:
    return minutes.add(quarrel()).id


@pytest.mark.parametrize("number", HUGE)
def test_a_number_that_no_table_has_is_not_there(minutes: Minutes, article: str, number: int):
    for told in (number, str(number)):
        with pytest.raises(NoSuchValue, match=f"there is no actor {number}"):
            minutes.rule("statement", article, "S1", "amend", by="ann", values={"speaker": told})
    with pytest.raises(NoSuchValue, match=f"there is no question {number}"):
        minutes.rule("position", article, "P1", "amend", by="ann", values={"question": number})
    with pytest.raises(NoSuchValue):
        minutes.rule("actor", None, number, "accept", by="ann")
    with pytest.raises(NoSuchValue, match="no ruling"):
        minutes.undo(number, by="ann")
    with pytest.raises(NoSuchValue, match=f"there is no meeting {number}"):
        minutes.joins("meeting", number)
    with pytest.raises(NoSuchValue):
        minutes.merge("actor", 1, number, by="ann")
    with pytest.raises(NoSuchValue):
        minutes.split("actor", number, [article], by="ann")
    with pytest.raises(NoSuchValue):
        minutes.named("actor", number)
    assert minutes.rulings(before=number) == Accounts(minutes.database).audit(by="ann", before=number) == []


def test_a_number_of_thousands_of_digits_is_not_there(minutes: Minutes, article: str):
    with pytest.raises(NoSuchValue, match="there is no actor"):
        minutes.rule("actor", None, "9" * 5000, "accept", by="ann")
    with pytest.raises(BadRuling):
        minutes.rule("statement", article, "S1", "amend", by="ann", values={"content": "0-" + "9" * 5000})


def test_why_is_told_of_those_only_that_are_there(minutes: Minutes, article: str):
    assert minutes.joins("actor", 1)
    with pytest.raises(NoSuchValue, match="there is no actor 99"):
        minutes.joins("actor", 99)


def test_another_text_under_a_known_id_is_refused_and_changes_nothing(minutes: Minutes):
    given = record(id="gazette-17")
    minutes.add(given)
    other = record("Norland pays in full, she said.", "Norland pays", id="gazette-17", reader=Reader("9", "b"))
    with pytest.raises(RecordError, match="another text under gazette-17"):
        minutes.add(other)
    assert minutes.record("gazette-17") == given
    assert [p.stance for p in minutes.positions()] == ["oppose"]


def test_a_record_read_again_that_says_less_of_its_article_erases_nothing(minutes: Minutes):
    known = {"headline": "No fee", "url": "https://gazette.example/1"}
    added = minutes.add(record(**known))
    bare = record(publisher=None, published=None, reader=Reader("2.0", "model-b"), stance="support")
    assert minutes.add(bare).outcome == "read again"
    own = minutes.record(added.id).article
    assert (own.publisher, own.published, own.headline, own.url) == ("Gazette", "2026-03-04", *known.values())
    (position,) = minutes.positions()
    assert (position.stance, position.made, position.article.headline) == ("support", "2026-03-04", "No fee")
    assert minutes.add(bare).outcome == "same"


def test_a_newer_headline_goes_before_the_known_one(minutes: Minutes):
    added = minutes.add(record(headline="No fee"))
    minutes.add(record(headline="No fee, says Norland"))
    assert minutes.record(added.id).article.headline == "No fee, says Norland"


@pytest.mark.parametrize("day", ["2026-02-30", "0000", "2026-13", "x", "", "2026-3-4", "２０２６"])
def test_a_day_that_the_calendar_does_not_have_cannot_be_asked_for(minutes: Minutes, day: str):
    for name in ("since", "until"):
        with pytest.raises(BadQuery, match=f"'{day}' is no day"):
            Filter(**{name: day})
    with pytest.raises(BadQuery, match=f"'{day}' is no day"):
        Accounts(minutes.database).audit(since=day)


@pytest.mark.parametrize("name", ["a\0b", "a\x07b", "\ud800a", "a\ufffd", "\u200b\u202e", "…", "two\nlines"])
def test_a_name_that_cannot_be_printed_is_refused_wherever_one_is_given(minutes: Minutes, article: str, name: str):
    for kind, field in (("actor", "name"), ("question", "label"), ("meeting", "name")):
        with pytest.raises(BadRuling, match="cannot be a name"):
            minutes.rule(kind, article, None, "add", by="ann", values={field: name})  # type: ignore[arg-type]
    with pytest.raises(BadRuling, match="cannot be a name"):
        minutes.rule("statement", article, "S1", "amend", by="ann", values={"speaker": name})
    assert minutes.rulings() == []


@pytest.mark.parametrize("name", ["Ó Súilleabháin", "می‌خواهم", "G7", "R&D (Norland)", "李"])
def test_a_name_in_any_writing_is_kept(minutes: Minutes, article: str, name: str):
    minutes.rule("actor", article, None, "add", by="ann", values={"name": name})
    assert minutes.rulings()[0].values["name"] == name


@pytest.mark.parametrize("by", ["", "  ", "a" * 65, "a\nb", "\x1b[31mann", "\ud800"])
def test_a_ruling_needs_a_readable_name_of_who_makes_it(minutes: Minutes, article: str, by: str):
    with pytest.raises(BadRuling):
        minutes.rule("position", article, "P1", "accept", by=by)
    assert minutes.rulings() == []


def test_a_reason_has_a_length_that_can_be_read(minutes: Minutes, article: str):
    with pytest.raises(BadRuling, match="2001 characters"):
        minutes.rule("position", article, "P1", "accept", by="ann", why="x" * 2001)
    minutes.rule("position", article, "P1", "accept", by="ann", why="x" * 2000)


def test_what_is_one_of_all_articles_is_not_ruled_on_in_one(minutes: Minutes, article: str):
    for named in (article, "no such article"):
        with pytest.raises(BadRuling, match="an actor is ruled on for all articles"):
            minutes.rule("actor", named, 1, "accept", by="ann")


def test_words_have_their_articles(minutes: Minutes, article: str):
    with pytest.raises(BadRuling, match=r"^an event cannot be added"):
        minutes.rule("event", article, None, "add", by="ann", values={"mode": "x"})
    with pytest.raises(BadRuling, match=r"^a meeting is not rejected"):
        minutes.rule("meeting", None, 1, "reject", by="ann")


def test_settling_for_nobody_is_told_so(minutes: Minutes, article: str):
    with pytest.raises(BadRuling, match="nobody is named"):
        minutes.settle("position", article, "P1", "", by="ann")


def test_a_full_disk_is_spoken_of_as_one():
    error = explained(OperationalError(None, None, Exception("disk I/O error")), "talks.db")
    assert isinstance(error, NotWritable)
    assert "space" in str(error)


def test_an_id_stays_its_texts_when_the_record_comes_in_with_other_words(minutes: Minutes):
    first = minutes.add(record())
    forged = replace(record().article, id=first.id, text="Norland pays in full, she said.")
    with pytest.raises(RecordError):
        minutes.add(replace(record("Norland pays in full, she said.", "Norland pays"), article=forged))
