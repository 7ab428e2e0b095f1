"""Statements counted by month, and clashes among the accounts that were added last."""

from __future__ import annotations

from tests.minutes.made_up import meeting, record
from verbale.minutes import Minutes
from verbale.minutes.answers import Filter


def test_months_count_what_is_dated_and_left_by_the_filter(minutes: Minutes):
    for n, day in enumerate(("2026-03-04", "2026-03-30", "2026-05", "2026", "2026-W20")):
        words = f"Norland will not pay {n}"
        minutes.add(record(f"{words}, Lena Okafor said.", words, day=day, headline=str(n), id=f"article-{n}"))
    assert minutes.months() == [("2026-03", 2), ("2026-05", 1)]
    norland = next(a.number for a in minutes.actors() if a.name == "Norland")
    assert minutes.months(Filter(by=norland, since="2026-04")) == [("2026-05", 1)]
    minutes.rule("statement", "article-0", "S1", "reject", by="Ann")
    assert minutes.months()[0] == ("2026-03", 1)
    assert minutes.months(Filter(layer="machine"))[0] == ("2026-03", 2)


def test_clashes_among_the_newest_accounts_are_those_of_their_meetings(minutes: Minutes):
    minutes.add(meeting("accepted"))
    minutes.add(meeting("declined", publisher="Post"))
    assert len(minutes.clashes()) == len(minutes.clashes(newest=1)) == 1
    words = "Norland hosts the winter talks"
    minutes.add(record(f"{words}, she said.", words, headline="More"))
    minutes.add(meeting("accepted", day="2027-01-01", publisher="Third", published="2026-12-01"))
    assert minutes.clashes(newest=1) == []
