"""Our own articles with marks: reading them, and holding records against them."""

from __future__ import annotations

from pathlib import Path

import pytest

import verbale
from training.answered import MarkedCheck, answers, apart, is_apart
from training.marked import Marked, read

TEXT = """=== m001
{a The ferry union} voted down [-a1 a ban on {b night sailings}], and {c the port} will back [?c1 it] if <c1 crews do>.
{d:invited.invitee@1;declined.invitee@1 Mayor Ida Holm} stays away from {M1 the talks}.
=== m002
Nothing is told here.
"""


@pytest.fixture
def article(tmp_path: Path) -> Marked:
    (tmp_path / "own.txt").write_text(TEXT, encoding="utf-8")
    first, second = read(tmp_path)
    assert (second.name, second.marks) == ("m002", [])
    return first


def test_marks_are_taken_out_and_their_spans_say_what_they_held(article: Marked) -> None:
    assert "{" not in article.text
    assert "[" not in article.text
    told = {(m.kind, article.text[slice(*m.span)]) for m in article.marks}
    assert {("question", "a ban on night sailings"), ("actor", "night sailings"), ("question", "it"),
            ("condition", "crews do"), ("meeting", "the talks")} <= told  # fmt: skip


def test_a_question_has_the_stance_of_each_who_holds_one(article: Marked) -> None:
    assert [m.leanings for m in article.of("question")] == [(("a", "oppose"),), (("c", "conditional"),)]


def test_who_takes_part_has_every_status_told(article: Marked) -> None:
    guest = next(m for m in article.of("actor") if m.parts)
    assert guest.parts == (("invited", "invitee", "1"), ("declined", "invitee", "1"))


@pytest.mark.parametrize("line", ["{a The union voted.", "The union] voted.", "{a The union] voted."])
def test_a_mark_left_open_is_named_by_file_and_line(line: str, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text(f"=== m003\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"own\.txt, line 2"):
        list(read(tmp_path))


def test_answers_have_the_positions_questions_and_seats_of_the_marks(article: Marked) -> None:
    asked = answers(article)
    assert asked.listed("positions") == [
        {"actor": "a", "question": "1", "stance": "oppose"}, {"actor": "c", "question": "1", "stance": "conditional"},
    ]  # fmt: skip
    assert asked.listed("questions")[0]["wordings"] == ["a ban on night sailings", "it"]
    (meeting,) = asked.listed("meetings")
    assert [p["status"] for p in meeting["participation"]] == ["invited", "declined"]


def test_an_actor_of_a_record_is_the_one_whose_mention_is_marked(article: Marked) -> None:
    record = verbale.load().read(article.text)
    check = MarkedCheck(answers(article), record, article)
    named = {a.name: [letter for letter in "abcd" if check._is(a.id, letter)] for a in record.actors}
    assert named["Ida Holm"] == ["d"]


def test_our_own_articles_are_well_formed_and_some_are_kept_out_of_training() -> None:
    folder = Path(__file__).parents[2] / "training" / "data" / "news"
    names = [a.name for a in read(folder)]
    assert len(set(names)) == len(names) > 1000
    kept = [a.name for a in apart(folder)]
    assert kept == [n for n in names if is_apart(n)]
    assert 0.07 < len(kept) / len(names) < 0.13
