from __future__ import annotations

from pathlib import Path

from benchmarks.common import Counts
from benchmarks.gap import Snippet, actor_at, predict, score, snippets
from tests.benchmarks.records import record, span
from verbale.record import Actor, Record

TEXT = "Ann Vold met Eve Hart after her flight; her husband waved."


def snippet(refers: tuple[bool, bool] = (False, True)) -> Snippet:
    names = span(TEXT, "Ann Vold"), span(TEXT, "Eve Hart")
    return Snippet("1", TEXT, span(TEXT, "her"), names, refers)


def read(*groups: tuple[str, ...]) -> Record:
    actors = (
        Actor(f"A{n}", group[0], "person", mentions=tuple(span(TEXT, words) for words in group))
        for n, group in enumerate(groups, 1)
    )
    return record(TEXT, tuple(actors))


def test_the_actor_that_has_the_pronoun_decides() -> None:
    assert predict(read(("Ann Vold",), ("Eve Hart", "her")), snippet()) == (False, True)


def test_a_pronoun_that_no_mention_has_gives_false_twice() -> None:
    assert predict(read(("Ann Vold",), ("Eve Hart",)), snippet()) == (False, False)


def test_a_longer_mention_that_begins_with_the_pronoun_is_not_the_pronoun() -> None:
    later = Snippet("1", TEXT, span(TEXT, "her", 1), snippet().names, (True, False))
    assert TEXT[slice(*later.pronoun)] == "her"
    assert predict(read(("Ann Vold", "her husband"), ("Eve Hart",)), later) == (False, False)


def test_the_shortest_mention_over_a_name_is_its_own() -> None:
    assert actor_at(read(("Ann Vold met Eve Hart",), ("Eve Hart",)), snippet().names[1]) == "A2"


def test_a_surname_stands_for_the_name_that_ends_with_it() -> None:
    assert actor_at(read(("Hart",)), snippet().names[1]) == "A1"
    assert actor_at(read(("Eve",)), snippet().names[1]) is None


def test_the_two_decisions_are_counted_by_gender_too() -> None:
    assert score((True, True), snippet()) == {"overall": Counts(1, 2, 1), "feminine": Counts(1, 2, 1)}


def test_the_file_is_read_by_its_columns(tmp_path: Path) -> None:
    head = "ID Text Pronoun Pronoun-offset A A-offset A-coref B B-offset B-coref URL".replace(" ", "\t")
    row = [
        "v-1",
        TEXT.replace("Ann", '"Ann'),
        "her",
        "29",
        "Ann Vold",
        "1",
        "FALSE",
        "Eve Hart",
        "14",
        "TRUE",
        "u",
    ]
    path = tmp_path / "gap.tsv"
    path.write_text(head + "\n" + "\t".join(row) + "\n", encoding="utf-8")
    (read_back,) = snippets(path)
    assert [read_back.text[slice(*p)] for p in (read_back.pronoun, *read_back.names)] == [
        "her",
        "Ann Vold",
        "Eve Hart",
    ]
    assert (read_back.refers, read_back.gender) == ((False, True), "feminine")
