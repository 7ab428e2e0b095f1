"""Minutes filled and asked from the command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.commands import verbale
from tests.minutes.made_up import quarrel, record
from verbale.minutes import Minutes
from verbale.record import dumps


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Minutes of two articles, one of which does not say when it appeared."""
    url = str(tmp_path / "talks.db")
    with Minutes(url) as minutes:
        minutes.add(quarrel())
        minutes.add(record("Norland will not pay the toll.", published=None))
    return url


def test_adding_tells_which_articles_have_no_date_and_what_to_do(tmp_path: Path):
    (tmp_path / "two.jsonl").write_text(f"{dumps(quarrel())}\n{dumps(record(published=None))}\n", encoding="utf-8")
    done = verbale("add", "two.jsonl", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    first, undated = done.stdout.splitlines()
    assert first == "minutes.db: 2 new, 0 read again, 0 known already; 2 articles in all."
    assert undated.startswith("1 article has no date,")
    assert "--published DATE" in undated
    (tmp_path / "one.json").write_text(dumps(quarrel()), encoding="utf-8")
    assert len(verbale("add", "one.json", cwd=tmp_path).stdout.splitlines()) == 1


@pytest.mark.parametrize("asked", [("search", "pay"), ("positions",), ("statements", "--by", "Norland")])
def test_what_days_leave_out_for_want_of_one_is_told(url: str, asked: tuple[str, ...]):
    done = verbale(*asked, "--since", "2026-01", "--format", "json", "-m", url)
    assert done.returncode == 0
    assert done.stderr.startswith("1 article without a date is left out.")
    assert verbale(*asked, "-m", url).stderr == ""
    assert verbale(*asked, "--since", "2026-01", "--publisher", "Courier", "-m", url).stderr == ""


@pytest.mark.parametrize("words", [("pay", "-toll"), ("-toll", "pay"), ("-toll pay",), ("--", "-toll", "pay")])
def test_a_word_that_is_not_to_occur_is_no_option(url: str, words: tuple[str, ...]):
    done = verbale("search", "-m", url, *words)
    assert (done.returncode, done.stderr) == (0, "")
    assert "refuses" in done.stdout
    assert "toll" not in done.stdout


def test_only_words_that_are_not_to_occur_are_too_few(url: str):
    done = verbale("search", "-toll", "-m", url)
    assert done.returncode == 8
    assert "no word to search for" in done.stderr


def test_what_may_be_an_option_or_a_word_is_asked_back(url: str):
    done = verbale("search", "pay", "-minister", "-m", url)
    assert done.returncode == 2
    assert "'-minister' may be the option -m or a word" in " ".join(done.stderr.split())
    assert verbale("search", "pay -minister", "-m", url).returncode == 0
    assert verbale("search", "--no-such-option", "pay", "-m", url).returncode == 2


def test_actors_and_questions_are_listed_with_their_counts(url: str):
    assert "Sudmark (state, SM): 1 article, 1 statement, 1 position\n" in verbale("actors", "-m", url).stdout
    assert "the bridge toll: 2 positions of 2 actors\n" in verbale("questions", "-m", url).stdout


def test_evidence_shows_the_articles_words_for_what_was_done(tmp_path: Path):
    url, told = str(tmp_path / "talks.db"), quarrel()
    with Minutes(url) as minutes:
        minutes.add(replace(told, positions=(replace(told.positions[1], evidence=("E1",)),)))
    assert "E1 “Sudmark expelled the envoy” [38–64]" in verbale("positions", "-m", url).stdout
