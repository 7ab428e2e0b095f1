from __future__ import annotations

from benchmarks.attribution import Marked, Ruler, of_record, overlap, runs, score
from benchmarks.common import Counts
from tests.benchmarks.records import record, span
from verbale.record import Statement

TEXT = "“We won’t go,” Mira Vold said, “not in June.” Critics doubt it."
RULER = Ruler(TEXT)


def marked(source: str = "", cue: str = "", *content: str) -> Marked:
    return RULER.mark(*([span(TEXT, w) for w in words if w] for words in ((source,), (cue,), content)))


def test_quotation_marks_and_punctuation_never_decide() -> None:
    assert (
        RULER.units([span(TEXT, "“We won’t go,”")]) == RULER.units([span(TEXT, "We won’t go")]) == {0, 1, 2}
    )


def test_a_span_that_cuts_a_word_covers_it() -> None:
    assert RULER.units([span(TEXT, "ira Vol")]) == {3, 4}


def test_fragments_that_only_punctuation_parts_are_one_run() -> None:
    assert runs(RULER.units([span(TEXT, "We won’t"), span(TEXT, "go")])) == {(0, 3)}
    assert runs([]) == set()


def test_a_content_in_two_fragments_is_two_spans() -> None:
    gold = marked("Mira Vold", "said", "We won’t go", "not in June")
    counts = score([marked("Mira Vold", "said", "We won’t go")], [gold])
    assert counts["content"] == Counts(1, 1, 2)
    assert counts["linked exact"] == Counts(0, 1, 1)
    assert counts["linked overlap"] == Counts(1, 1, 1)


def test_what_is_given_twice_is_right_once() -> None:
    gold = marked("Mira Vold", "said", "We won’t go")
    counts = score([gold, gold], [gold])
    assert counts["source"] == Counts(1, 1, 1)
    assert counts["linked exact"] == Counts(1, 2, 1)


def test_sources_overlap_or_are_both_absent() -> None:
    with_source, without = marked("Mira Vold", "said", "We won’t go"), marked("", "said", "We won’t go")
    assert overlap(without, without)
    assert not overlap(with_source, without)
    assert overlap(with_source, marked("Vold", "said", "go"))
    assert not overlap(with_source, marked("Critics", "said", "go"))


def test_attributions_without_a_cue_count_for_spans_alone() -> None:
    counts = score([marked("Mira Vold", "", "We won’t go")], [marked("Mira Vold", "said", "We won’t go")])
    assert counts["content"] == Counts(1, 1, 1)
    assert counts["linked overlap"] == Counts(0, 0, 1)


def test_nested_statements_are_left_out() -> None:
    outer = Statement(id="S1", cue=(span(TEXT, "said"),), content=(span(TEXT, "We won’t go"),))
    inner = Statement(id="S2", cue=(span(TEXT, "go"),), content=(span(TEXT, "won’t"),), inside="S1")
    assert of_record(record(TEXT, statements=(outer, inner))) == [marked("", "said", "We won’t go")]
