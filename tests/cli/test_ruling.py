"""Ruling from the command line, with the words of the minutes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import verbale
from tests.minutes.made_up import quarrel
from verbale.minutes import Minutes


@pytest.fixture
def place(tmp_path: Path) -> tuple[str, str]:
    """The address of minutes, and the id of the article in them."""
    url = str(tmp_path / "talks.db")
    with Minutes(url) as minutes:
        return url, minutes.add(quarrel()).id


def test_a_value_is_amended_shown_and_given_back(place: tuple[str, str]):
    url, article = place
    done = verbale("rule", "position", article, "P2", "amend", "--set", "stance=neutral", "--by", "ann", "-m", url)
    assert (done.returncode, done.stdout.split(".")[0]) == (0, "Ruling 1")
    assert "Sudmark: neutral [amended by ann]" in verbale("positions", "--by", "Sudmark", "-m", url).stdout
    listed = verbale("rulings", "-m", url).stdout
    assert "stance: neutral, was oppose" in listed
    assert all(len(line) <= 80 for line in listed.splitlines())
    undone = verbale("rulings", "undo", "1", "--by", "ann", "-m", url)
    assert (undone.returncode, undone.stderr) == (0, "")
    assert undone.stdout.startswith("Ruling 2 takes this one back:\n1      amend position Sudmark on the bridge toll")
    assert "stance: neutral, was oppose" in undone.stdout
    assert "Sudmark: oppose —" in verbale("positions", "--by", "Sudmark", "-m", url).stdout


def test_what_is_not_there_is_told_with_one_exit_code(place: tuple[str, str]):
    url, article = place
    for asked, told in {
        ("rule", "statement", article, "S1", "amend", "--set", f"speaker={10**22}", "--by", "ann"): "no actor 1",
        ("rulings", "undo", str(10**24), "--by", "ann"): "no ruling 1",
        ("joins", "actor", "99"): "no actor 99",
    }.items():
        done = verbale(*asked, "-m", url)
        assert (done.returncode, told in done.stderr, done.stdout) == (8, True, ""), done.stderr


def test_a_reviewers_name_is_one_that_can_be_read(place: tuple[str, str]):
    url, article = place
    done = verbale("rule", "position", article, "P2", "accept", "--by", "ann\nb", "-m", url)
    assert (done.returncode, "cannot be a reviewer's name" in done.stderr) == (8, True)


def test_what_was_missed_is_added(place: tuple[str, str]):
    url, article = place
    given = ("--set", "content=expelled the envoy", "--set", "speaker=Mara Lind", "--set", "denied=true", "--by", "ann")
    done = verbale("rule", "statement", article, "-", "add", *given, "-m", url)
    assert (done.returncode, done.stdout) == (8, "")
    assert "no actor is called 'Mara Lind'" in done.stderr
    assert "--new makes one" in done.stderr
    done = verbale("rule", "statement", article, "-", "add", *given, "--new", "-m", url)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Made: until now no actor is called 'Mara Lind'.\nRuling 1.")
    (found,) = json.loads(verbale("statements", "--by", "Mara Lind", "-f", "json", "-m", url).stdout)
    assert (found["words"], found["denied"]) == ("expelled the envoy", True)


def test_a_wrong_field_is_told_with_those_there_are(place: tuple[str, str]):
    url, article = place
    done = verbale("rule", "position", article, "P2", "amend", "--set", "stanse=neutral", "--by", "ann", "-m", url)
    assert done.returncode == 8
    assert "no stanse to amend. There are actor, question, stance" in done.stderr
    done = verbale("rule", "position", article, "P2", "amend", "--set", "neutral", "--by", "ann", "-m", url)
    assert "--set stance=neutral" in done.stderr


def test_reviewers_who_differ_are_compared(place: tuple[str, str]):
    url, article = place
    verbale("rule", "position", article, "P2", "accept", "--by", "ann", "-m", url)
    verbale("rule", "position", article, "P2", "amend", "--set", "stance=neutral", "--by", "bob", "-m", url)
    told = verbale("rulings", "disagreements", "-m", url).stdout
    assert "ann: stance oppose" in told
    assert "bob: stance neutral" in told
    rows = verbale("rulings", "agreement", "-f", "csv", "-m", url).stdout.splitlines()
    assert rows[0] == "field,alpha,low,high,values,reviewers,same"
    assert any(row.startswith("position.stance,0.0,") for row in rows)


def test_actors_are_merged_and_split(place: tuple[str, str]):
    url, article = place
    assert verbale("merge", "actor", "1", "2", "--by", "ann", "--why", "one state", "-m", url).returncode == 0
    assert "Sudmark: merged by a ruling" in verbale("joins", "actor", "1", "-m", url).stdout
    assert verbale("split", "question", "1", article, "--by", "ann", "-m", url).returncode == 0


def test_reviewed_articles_are_exported(place: tuple[str, str], tmp_path: Path):
    url, article = place
    for value in ("S1", "S2"):
        verbale("rule", "statement", article, value, "accept", "--by", "ann", "-m", url)
    done = verbale("rulings", "export", "--format", "brat", "--out", tmp_path / "out", "-m", url)
    assert "1 article written" in done.stdout
    assert (tmp_path / "out" / "attributions" / f"{article}.ann").exists()


def test_rulings_call_actors_and_questions_by_their_names(place: tuple[str, str]):
    url, article = place
    verbale("rule", "statement", article, "S1", "amend", "--set", "speaker=A3", "--by", "ann", "-m", url)
    verbale("rule", "statement", article, "S2", "amend", "--set", "speaker=null", "--by", "ann", "-m", url)
    verbale("rule", "actor", "-", "1", "amend", "--set", "name=Norland Republic", "--by", "ann", "-m", url)
    told = verbale("rulings", "-m", url).stdout
    assert "speaker: Sudmark, was Norland Republic\n" in told
    assert "speaker: nobody, was Sudmark\n" in told
    assert "amend actor Norland Republic (1)\n" in told
