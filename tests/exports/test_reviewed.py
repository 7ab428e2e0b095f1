"""Rulings written as training and test data, and read back by the readers that they are for."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import answers as reading
from benchmarks import polnear
from tests.minutes.made_up import quarrel, record
from training import brat as training
from verbale.exports.reviewed import export, file_name
from verbale.minutes import Minutes
from verbale.record import Article, Reader, Record, Span, Statement

TEXT = "“We pay,” the Board said\r\non Monday, “and soon.” Nobody from Norland spoke. It refused, he said."


@pytest.fixture
def minutes(tmp_path: Path):
    with Minutes(str(tmp_path / "talks.db")) as opened:
        yield opened


def reviewed(minutes: Minutes) -> str:
    """An article with a statement in two pieces and one without a source, the second of which was amended."""
    board, said = TEXT.index("the Board"), TEXT.index("said")
    statements = (
        Statement(id="S1", quotation="direct", source=(Span(board, board + 9),), cue=(Span(said, said + 4),),
                  content=(Span(1, 7), Span(TEXT.index("and soon"), TEXT.index("and soon") + 8))),
        Statement(id="S2", quotation="indirect", content=(Span(49, 55),)),
        Statement(id="S3", quotation="indirect", content=(Span(76, 86),)),
    )  # fmt: skip
    article = Article(text=TEXT, published="2026-03-04", publisher="Gazette")
    id_ = minutes.add(Record(reader=Reader("1", "m"), article=article, statements=statements)).id
    minutes.rule("statement", id_, "S1", "amend", by="ann", values={"speaker": "Ferry Board"})
    minutes.rule("statement", id_, "S2", "reject", by="ann")
    minutes.rule("statement", id_, "S3", "amend", by="ann", values={"source": "88-90", "cue": [[91, 95]]})
    return id_


def test_what_is_written_as_brat_is_what_training_reads(minutes: Minutes, tmp_path: Path):
    name = reviewed(minutes)
    assert export(minutes, "brat", tmp_path / "out") == (1, 0)
    (found,) = training.read_articles(tmp_path / "out")
    assert found[:2] == (name, TEXT)
    assert [(a.source, a.cue, a.content) for a in found[2]] == [
        ([(10, 19)], [(20, 24)], [(1, 7), (38, 46)]),
        ([(88, 90)], [(91, 95)], [(76, 86)]),
    ]
    standoff = (tmp_path / "out" / "attributions" / f"{name}.ann").read_text(encoding="utf-8")
    assert [(a.source, a.cue, a.content) for a in polnear.parse(standoff)] == [
        (((10, 19),), ((20, 24),), ((1, 7), (38, 46))), (((88, 90),), ((91, 95),), ((76, 86),)),
    ]  # fmt: skip
    assert "AnnotatorNotes E1\tspeaker: Ferry Board" in standoff


def test_what_is_written_as_answers_is_what_benchmarks_read(minutes: Minutes, tmp_path: Path):
    reviewed(minutes)
    assert export(minutes, "answers", tmp_path / "out") == (1, 0)
    (path,) = reading.files(tmp_path / "out")
    answers = reading.load(path)
    assert answers.text == TEXT
    assert [(s["speaker"], s["content"], s.get("split", False)) for s in answers.statements] == [
        ("Ferry Board", "We pay ... and soon", True), ("he", "It refused", False),
    ]  # fmt: skip
    given = minutes.record(minutes.rulings()[0].article or "").statements
    pairs = zip(answers.statements, (given[0], given[2]), strict=True)
    assert all(reading.exactly(TEXT, answer, statement) for answer, statement in pairs)


def test_positions_meetings_and_conflicts_are_among_the_answers(minutes: Minutes, tmp_path: Path):
    article = minutes.add(quarrel()).id
    for value in ("S1", "S2"):
        minutes.rule("statement", article, value, "accept", by="ann")
    minutes.rule("position", article, "P2", "amend", by="ann", values={"stance": "neutral"})
    part = {"meeting": "toll talks", "actor": "Norland", "role": "host", "status": "confirmed", "evidence": ["S1"]}
    minutes.rule("participation", article, None, "add", by="ann", values=part)
    export(minutes, "answers", tmp_path)
    answers = reading.load(tmp_path / f"{article}.answers.yaml")
    assert sorted((p["actor"], p["stance"], p["question"]) for p in answers.listed("positions")) == [
        ("Norland", "support", "q1"), ("Sudmark", "neutral", "q1"),
    ]  # fmt: skip
    assert answers.listed("meetings") == [
        {"name": "toll talks", "participation": [{"actor": "Norland", "role": "host", "status": "confirmed",
                                                  "according_to": None}]},
    ]  # fmt: skip
    assert answers.listed("conflicts") == [{"kind": "position", "between": ["Norland", "Sudmark"], "question": "q1"}]
    assert answers.kind("Norland") == "state"


def test_an_article_that_was_not_gone_through_is_left_out_unless_asked_for(minutes: Minutes, tmp_path: Path):
    article = minutes.add(quarrel()).id
    minutes.rule("statement", article, "S1", "accept", by="ann")
    minutes.add(record())
    assert export(minutes, "brat", tmp_path / "whole") == (0, 1)
    assert export(minutes, "brat", tmp_path / "partly", partly=True) == (1, 0)
    assert len(list(training.read_articles(tmp_path / "partly"))) == 1


def test_an_id_makes_a_files_name_that_is_its_own():
    taken: set[str] = set()
    assert [file_name(i, taken) for i in ("../../etc/passwd", "https://a.invalid/b_0a1f", "a b", "a/b", "…")] == [
        "etc-passwd", "https-a.invalid-b-0a1f", "a-b", "a-b-2", "article",
    ]  # fmt: skip
