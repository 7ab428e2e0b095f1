from __future__ import annotations

from pathlib import Path

from benchmarks import polnear
from benchmarks.polnear import Attribution

PLAIN = "T1\tSource 0 4\tMira\nT2\tCue 5 9\tsaid\nT3\tContent 10 20\tit is done\n"


def test_an_event_links_its_spans() -> None:
    standoff = PLAIN + "T4\tAttribution 5 9\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
    assert polnear.parse(standoff) == (Attribution(((0, 4),), ((5, 9),), ((10, 20),)),)


def test_fragments_are_kept_apart() -> None:
    standoff = "T1\tContent 0 4;9 12\tthis too\nT4\tAttribution 5 9\tsaid\nE1\tAttribution:T4 Content:T1\n"
    assert polnear.parse(standoff)[0].content == ((0, 4), (9, 12))


def test_a_span_may_be_defined_after_the_event_that_names_it_and_a_role_may_repeat() -> None:
    standoff = (
        PLAIN
        + "E1\tAttribution:T4 Content:T3 Content2:T9\nT4\tAttribution 5 9\tsaid\nT9\tContent 30 35\tagain\n"
    )
    assert polnear.parse(standoff)[0].content == ((10, 20), (30, 35))


def test_notes_and_text_that_went_over_a_line_end_are_no_annotation() -> None:
    standoff = "T3\tContent 10 20\tit is\ndone here\n" + "#1\tAnnotatorNotes E1\twhy?\n" + "T1 not this\n"
    standoff += "T4\tAttribution 5 9\tsaid\nE1\tAttribution:T4 Content:T3\n"
    assert polnear.parse(standoff) == (Attribution((), (), ((10, 20),)),)


def test_discarded_and_discussed_events_do_not_count_but_those_without_source_do() -> None:
    standoff = PLAIN + "".join(
        f"T{n}\t{kind} 5 9\tsaid\nE{n}\t{kind}:T{n} Cue:T2\n"
        for n, kind in ((5, "Discard"), (6, "Discuss"), (7, "Attribution-no-source"))
    )
    assert polnear.parse(standoff) == (Attribution((), ((5, 9),), ()),)


def test_windows_line_ends_change_nothing() -> None:
    standoff = PLAIN + "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
    assert polnear.parse(standoff.replace("\n", "\r\n")) == polnear.parse(standoff)


def test_of_several_annotators_the_first_in_sorted_order_counts(tmp_path: Path) -> None:
    folder = tmp_path / "polnear" / "dev"
    (folder / "attributions").mkdir(parents=True)
    (folder / "text").mkdir()
    for name, end in (("paper_2020-01-02_ferry_00ff", 4), ("paper_2020-01-02_ferry_0a0b", 3)):
        (folder / "attributions" / f"{name}.ann").write_text(
            f"T1\tSource 0 {end}\tMira\nE1\tAttribution:T4 Source:T1\n", encoding="utf-8"
        )
    (folder / "text" / "paper_2020-01-02_ferry.txt").write_bytes(b"Mira said so.\r\n")
    (article,) = polnear.articles(tmp_path)
    assert (article.name, article.text) == ("paper_2020-01-02_ferry", "Mira said so.\r\n")
    assert article.attributions[0].source == ((0, 4),)
