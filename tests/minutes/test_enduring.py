"""The short forms of `benchmarks.restarted` and `benchmarks.reviewers`; that of `killed` is `test_killed`."""

from __future__ import annotations

from pathlib import Path

from benchmarks import enduring, generated, reviewers
from benchmarks.postgresql import running
from benchmarks.restarted import restart
from tests.minutes.conftest import needed
from verbale.minutes import Minutes
from verbale.minutes.answers import Filter


def test_adding_and_asking_outlive_a_restart_of_the_server(tmp_path_factory):
    needed()
    records = enduring.records(tmp_path_factory.mktemp("records") / "records.jsonl", 60)
    with running() as server:
        url = server.fresh()
        complaints, browser = restart(server, records, url, 2)
        assert (complaints, browser.failed) == (b"", 0)
        assert browser.answered
        with Minutes(url) as minutes:
            assert (len(minutes), enduring.broken(minutes)) == (60, 0)


def test_eight_reviewers_in_processes_of_their_own_lose_nothing(url: str):
    with Minutes(url) as minutes:
        for record in generated.records(5):
            minutes.add(record)
    made, lost = reviewers.ruled(url, 2.0)
    assert made
    assert lost == 0
    with Minutes(url) as minutes:
        assert len(minutes.rulings(limit=10**6)) == made
        shown = minutes.positions(Filter(limit=1000, copies=True))
        assert len({(p.article.id, p.anchor) for p in shown}) == len(shown)


def test_invented_news_is_the_same_for_one_seed_and_sound(tmp_path: Path):
    from verbale.record import problems

    one, other = (list(generated.records(40, seed=3)) for _ in range(2))
    assert one == other
    assert not [problem for record in one for problem in problems(record)]
    assert list(generated.records(40, seed=4)) != one
