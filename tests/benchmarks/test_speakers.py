from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.speakers import Source, right, sort_of, sources, statement_at
from tests.benchmarks.records import record, span
from verbale.record import Actor, Span, Statement

TEXT = "Lena Okafor left. The ferries stop, she said. The union said no."
ACTORS = (Actor("A1", "Lena Okafor", "person"), Actor("A2", "Dockers’ Union", "organisation"))


def said(source: str, speaker: str | None, id_: str = "S1", **more: str) -> Statement:
    place = span(TEXT, source)
    return Statement(id=id_, speaker=speaker, source=(place,), content=(Span(0, 4),), **more)  # type: ignore[arg-type]


def asked(source: str, *names: str) -> Source:
    return Source("a", span(TEXT, source), names)


def test_a_source_is_right_when_its_statement_has_that_speaker() -> None:
    whole = record(TEXT, ACTORS, (said("she", "A1"), said("The union", "A2", "S2")))
    assert right(whole, asked("she", "Lena Okafor"))
    assert right(whole, asked("The union", "Seamen’s League", "Dockers’ Union"))
    assert not right(whole, asked("The union", "Lena Okafor"))


def test_a_source_without_a_statement_or_a_speaker_is_wrong() -> None:
    assert not right(record(TEXT, ACTORS), asked("she", "Lena Okafor"))
    assert not right(record(TEXT, ACTORS, (said("she", None),)), asked("she", "Lena Okafor"))


def test_of_several_statements_the_one_with_most_of_the_source_counts_and_the_outer_of_equals() -> None:
    statements = (said("The", "A1", "S1"), said("she", "A2", "S2", inside="S1"), said("she", "A1", "S3"))
    found = statement_at(record(TEXT, ACTORS, statements), span(TEXT, "she"))
    assert found is not None
    assert found.id == "S3"


@pytest.mark.parametrize(
    ("words", "sort"),
    [("She", "pronoun"), ("Okafor", "name"), ("The union", "description"), ("a spokesman", "description"),
     ("officials", "description")],
)  # fmt: skip
def test_sources_are_told_apart_by_their_words(words: str, sort: str) -> None:
    assert sort_of(words) == sort


def test_the_file_has_columns_remarks_and_other_names(tmp_path: Path) -> None:
    path = tmp_path / "speakers.tsv"
    path.write_text(
        "# by hand\narticle\tstart\tend\tspeaker\nferry\t10\t13\tLena Okafor | L. Okafor\n", encoding="utf-8"
    )
    assert list(sources(path)) == [Source("ferry", (10, 13), ("Lena Okafor", "L. Okafor"))]
