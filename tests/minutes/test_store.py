"""Keeping records, in both databases."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from tests.minutes.made_up import READER, meeting, quarrel, record
from verbale.errors import MinutesError, NewerMinutes, NoSuchValue, NotMinutes
from verbale.minutes import Minutes
from verbale.minutes.answers import Filter
from verbale.record import Reader

LONG = " ".join(f"The ferry board of pier {n} met and spoke of the fee at length." for n in range(20))


def test_a_record_comes_back_as_it_was(minutes: Minutes):
    given = quarrel()
    minutes.add(given)
    assert minutes.record(given.article.id) == given


def test_a_text_with_nul_and_lone_surrogates_comes_back_as_it_was(minutes: Minutes):
    given = record(text="Norland will not pay\x00 \ud800 he said.", headline="a\x00b", publisher="P\ud800")
    minutes.add(given)
    assert minutes.record(given.article.id) == given


def test_adding_the_same_record_twice_changes_nothing(minutes: Minutes):
    assert minutes.add(record()).outcome == "new"
    assert minutes.add(record()).outcome == "same"
    assert len(minutes) == len(minutes.positions()) == 1


def test_a_newer_reading_replaces_the_machines_values(minutes: Minutes):
    minutes.add(record())
    again = minutes.add(record(stance="support", reader=Reader("1.1", "model-b")))
    assert (again.outcome, len(minutes)) == ("read again", 1)
    assert [p.stance for p in minutes.positions()] == ["support"]


def test_an_article_read_by_the_same_model_is_known(minutes: Minutes):
    given = record()
    minutes.add(given)
    known = minutes.has(given.article, READER)
    assert known is not None
    assert known.outcome == "same"
    assert minutes.has(given.article, Reader("1.1", "model-b")) is None
    assert minutes.has(replace(given.article, headline="A new one"), READER) is None


def test_one_text_in_two_outlets_is_two_articles(minutes: Minutes):
    first, second = minutes.add(record(publisher="Gazette")), minutes.add(record(publisher="Courier"))
    assert first.id != second.id
    assert minutes.add(record(publisher="Courier")).outcome == "same"


def test_a_reprint_is_linked_to_its_first_appearance_and_counts_once(minutes: Minutes):
    wire = minutes.add(record(text=LONG + " Norland will not pay.", publisher="Wire"))
    reprint = minutes.add(record(text="UPDATE. " + LONG + " Norland will not pay.", publisher="Courier"))
    assert (wire.copy_of, reprint.copy_of) == (None, wire.number)
    assert len(minutes.positions()) == 1
    assert len(minutes.positions(Filter(copies=True))) == 2


def test_the_earlier_article_is_the_first_appearance_whenever_it_comes(minutes: Minutes):
    late = minutes.add(record(text=LONG + " Norland will not pay.", published="2026-03-05"))
    minutes.add(record(text=LONG + " Norland will not pay. More follows.", published="2026-03-04"))
    (position,) = minutes.positions()
    assert position.article.published == "2026-03-04"
    assert position.article.id != late.id


def test_different_articles_are_no_copies(minutes: Minutes):
    other = " ".join(f"A court of district {n} heard the case of the dam." for n in range(20))
    minutes.add(record(text=LONG + " Norland will not pay."))
    assert minutes.add(record(text=other + " Norland will not pay.")).copy_of is None


def test_records_come_in_the_order_in_which_they_were_added(minutes: Minutes):
    given = [record(text=f"Norland will not pay, part {n}.") for n in range(3)]
    for each in given:
        minutes.add(each)
    assert list(minutes.records()) == given


def test_an_article_that_is_not_there_is_named(minutes: Minutes):
    with pytest.raises(NoSuchValue, match="no article 123"):
        minutes.record("123")


def test_what_was_kept_is_there_when_opened_again(url: str):
    with Minutes(url) as first:
        first.add(meeting("accepted"))
    with Minutes(url) as second:
        assert len(second.meetings()) == 1


def test_two_programs_open_an_empty_database_at_once(url: str):
    with Minutes(url) as one, Minutes(url) as two:
        one.add(record())
        assert len(two) == 1


def test_a_file_that_is_something_else_is_refused_and_left_alone(tmp_path: Path):
    (tmp_path / "notes.txt").write_text("Not a database, but a text that is long enough to look at." * 40)
    before = (tmp_path / "notes.txt").read_bytes()
    with pytest.raises(NotMinutes, match=r"notes\.txt"):
        Minutes(str(tmp_path / "notes.txt"))
    assert (tmp_path / "notes.txt").read_bytes() == before


def test_a_database_of_something_else_is_refused(tmp_path: Path):
    with sqlite3.connect(tmp_path / "shop.db") as other:
        other.execute("CREATE TABLE orders (number INTEGER)")
    other.close()
    with pytest.raises(NotMinutes, match="other things than minutes"):
        Minutes(str(tmp_path / "shop.db"))


def test_minutes_of_a_newer_version_are_refused(tmp_path: Path):
    path = tmp_path / "talks.db"
    Minutes(str(path)).close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num='9999'")
    raw.close()
    with pytest.raises(NewerMinutes, match="9999"):
        Minutes(str(path))


@pytest.mark.parametrize("bad", ["mysql://host/name", "nonsense://x", "sqlite:////no/such/folder/talks.db"])
def test_an_address_that_leads_nowhere_is_told(bad: str):
    with pytest.raises(MinutesError):
        Minutes(bad)


def test_a_missing_file_is_not_made_by_asking(tmp_path: Path):
    with pytest.raises(MinutesError, match="no such file"):
        Minutes(str(tmp_path / "none.db"), create=False)
    assert not (tmp_path / "none.db").exists()
