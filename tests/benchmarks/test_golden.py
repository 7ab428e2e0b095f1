from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from benchmarks import answers as reading
from benchmarks.answers import Answers, exactly, found, places, shared, trimmed
from benchmarks.golden import Check, Tally, result
from tests.benchmarks.records import record, span
from verbale.record import Actor, Made, Office, Record, Span, Statement

TEXT = (
    "“The river is ours,” Norland’s water minister Lena Okafor told Tidewire on May 3, “and it stays ours.” "
    "She said that the dam would “drown us”. Read more: Cats on ice. Norhaven was angry."
)
ASKED: dict[str, Any] = yaml.safe_load("""
date: 2024-05-06
statements:
  - {id: s1, speaker: Lena Okafor, content: "The river is ours ... and it stays ours", quotation: direct,
     split: true, addressee: Tidewire, made_on: 2024-05-03, act: assertive}
  - {id: s2, speaker: Lena Okafor, content: "the dam would “drown us”", quotation: mixed,
     occasion: at the lake}
boilerplate: ["Read more: Cats on ice"]
actors:
  - {name: Lena Okafor, type: person, role: Water Minister, of: Norland}
metonyms: {Norhaven: Norland}
""")
ANSWERS = Answers("river", TEXT, ASKED)


def good() -> Record:
    minister = Office("water minister", "A1")
    actors = (
        Actor("A1", "Norland", "state", mentions=(span(TEXT, "Norland"), span(TEXT, "Norhaven"))),
        Actor("A2", "Lena Okafor", "person", offices=(minister,), mentions=(span(TEXT, "Lena Okafor"),)),
        Actor("A3", "Tidewire", "organisation", mentions=(span(TEXT, "Tidewire"),)),
    )
    first = Statement(
        id="S1", speaker="A2", quotation="direct", addressees=("A3",), made=Made("2024-05-03"),
        source=(span(TEXT, "Norland’s water minister Lena Okafor"),), cue=(span(TEXT, "told Tidewire"),),
        content=(span(TEXT, "The river is ours"), span(TEXT, "and it stays ours")),
    )  # fmt: skip
    second = Statement(
        id="S2", speaker="A2", quotation="mixed", cue=(span(TEXT, "said"),),
        content=(span(TEXT, "that the dam would “drown us”"),),
    )  # fmt: skip
    return replace(
        record(TEXT, actors, (first, second)), boilerplate=(span(TEXT, "Read more: Cats on ice."),)
    )


def change(number: int, **values: Any) -> Tally:
    whole = good()
    statements = list(whole.statements)
    statements[number] = replace(statements[number], **values)
    return Check(ANSWERS, replace(whole, statements=tuple(statements))).run()


def wrong(tally: Tally) -> set[str]:
    return {part for part in tally.asked if tally.right[part] < tally.asked[part]}


def test_a_record_that_has_everything_misses_only_what_it_lacks() -> None:
    tally = Check(ANSWERS, good()).run()
    assert wrong(tally) == {"occasion"}
    assert tally.asked["found"] == 2
    assert tally.asked["made_on"] == tally.asked["offices"] == tally.asked["boilerplate"] == 1
    assert tally.extra == 0


def test_a_statement_by_somebody_else_is_found_but_its_speaker_is_wrong() -> None:
    assert wrong(change(0, speaker="A3")) == {"speaker", "occasion"}


def test_a_content_that_lacks_a_fifth_is_not_found_and_then_asked_for_nothing_else() -> None:
    tally = change(1, content=(span(TEXT, "the dam would"),))
    assert wrong(tally) == {"found"}
    assert tally.extra == 1


def test_a_content_that_lacks_a_word_is_found_but_not_exact() -> None:
    assert wrong(change(0, content=(span(TEXT, "river is ours"), span(TEXT, "and it stays ours")))) == {
        "content", "occasion",
    }  # fmt: skip


def test_each_part_that_is_asked_for_can_be_wrong() -> None:
    assert "quotation" in wrong(change(0, quotation="mixed"))
    assert "act" in wrong(change(0, act="directive"))
    assert "addressee" in wrong(change(0, addressees=("A1",)))
    assert "made_on" in wrong(change(0, made=Made("2024-05")))


def test_offices_metonyms_and_boilerplate_that_are_missing_are_wrong() -> None:
    bare = tuple(replace(a, offices=(), mentions=()) for a in good().actors)
    tally = Check(ANSWERS, replace(good(), actors=bare, boilerplate=())).run()
    assert wrong(tally) == {"offices", "metonyms", "boilerplate", "occasion"}


def test_a_statement_out_of_boilerplate_is_wrong_and_beyond_the_answers() -> None:
    whole = good()
    cats = Statement(id="S3", content=(span(TEXT, "Read more: Cats on ice"),))
    tally = Check(ANSWERS, replace(whole, statements=(*whole.statements, cats))).run()
    assert "not_statements" in wrong(tally)
    assert tally.extra == 1


def test_marks_and_a_leading_that_do_not_count_at_the_ends() -> None:
    words = span(TEXT, "that the dam would “drown us”.")
    assert trimmed(TEXT, words) == tuple(span(TEXT, "the dam would “drown us"))
    assert list(places("He said that “no” is “no”", "that “no”")) == [(14, 16)]


def test_a_content_that_stands_twice_may_be_meant_either_time() -> None:
    text = "“Go,” said Ann. “Go,” said Eve."
    answers = Answers(
        "go", text, {"statements": [{"speaker": "Ann", "content": "Go"}, {"speaker": "Eve", "content": "Go"}]}
    )
    actors = (Actor("A1", "Ann", "person"), Actor("A2", "Eve", "person"))
    eve = Statement(id="S1", speaker="A2", content=(span(text, "Go", 1),))
    ann = Statement(id="S2", speaker="A1", content=(span(text, "Go"),))
    assert {n: s.id for n, s in found(answers, record(text, actors, (eve, ann))).items()} == {
        0: "S2",
        1: "S1",
    }


def test_the_words_between_the_halves_of_a_split_quotation_do_not_count_against_it() -> None:
    first = good().statements[0]
    assert shared(TEXT, ASKED["statements"][0], first) > 0.8
    assert shared(TEXT, {**ASKED["statements"][0], "split": False}, first) < 0.8
    assert exactly(TEXT, ASKED["statements"][0], first)


def test_a_content_with_a_hole_is_not_exact() -> None:
    holed = Statement(id="S1", content=(span(TEXT, "the dam"), span(TEXT, "drown us")))
    assert not exactly(TEXT, ASKED["statements"][1], holed)


def test_one_statement_answers_one_answer_only() -> None:
    twice = Answers("river", TEXT, {"statements": [ASKED["statements"][1]] * 2})
    assert len(found(twice, good())) == 1


def test_a_nested_statement_must_stand_inside_the_right_one() -> None:
    asked = {**ASKED["statements"][1], "inside": "s1"}
    answers = Answers("river", TEXT, {"statements": [ASKED["statements"][0], asked]})
    whole = good()
    inner = replace(whole.statements[1], inside="S1")
    assert "inside" in wrong(Check(answers, whole).run())
    assert "inside" not in wrong(
        Check(answers, replace(whole, statements=(whole.statements[0], inner))).run()
    )


def test_results_show_every_article_and_the_total() -> None:
    tally = Check(ANSWERS, good()).run()
    shown = result({"river": tally, "lake": tally})
    assert [row[0] for row in shown.table] == ["", "river", "lake", "total"]
    assert shown.figures["found"] == 100.0
    assert shown.table[-1][1] == "4/4"


def test_our_own_answers_all_stand_in_their_articles() -> None:
    for path in reading.default_files():
        answers = reading.load(path)
        for answer in answers.statements:
            assert list(places(answers.text, str(answer["content"]))), (path.name, answer["content"])


def test_answers_to_the_examples_are_read_beside_the_examples(tmp_path: Path) -> None:
    assert reading.text_of(tmp_path / "examples_fisheries.answers.yaml") == reading.EXAMPLES / "fisheries.txt"
    assert reading.text_of(tmp_path / "a.answers.yaml") == tmp_path / "a.txt"


def test_an_empty_span_shares_nothing() -> None:
    assert trimmed(TEXT, Span(0, 1)) == (1, 1)
