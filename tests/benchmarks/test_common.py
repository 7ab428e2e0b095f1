from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.common import (
    DATA,
    Counts,
    Result,
    Task,
    digest,
    f1_result,
    keep,
    main,
    read_exactly,
    table_lines,
)
from benchmarks.matching import best_pairs, pairs


def test_f1_weighs_what_was_given_against_what_there_is() -> None:
    counts = Counts(2, 4, 3)
    assert (counts.precision, round(counts.recall, 2), round(counts.f1, 2)) == (50.0, 66.67, 57.14)


def test_counts_of_nothing_are_zero_not_an_error() -> None:
    assert Counts().f1 == Counts().precision == 0.0


def test_counts_add_up_over_articles() -> None:
    assert Counts(1, 2, 3) + Counts(4, 5, 6) == Counts(5, 7, 9)


def test_a_table_keeps_its_columns_under_each_other() -> None:
    assert table_lines([("", "F1"), ("names", "7.5")]) == ["        F1", "names  7.5"]


def test_a_digest_changes_with_any_byte_and_any_name_but_not_with_the_order(tmp_path: Path) -> None:
    a, b, c = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    for path, text in ((a, "one"), (b, "two"), (c, "one")):
        path.write_text(text, encoding="utf-8")
    assert digest([a, b]) == digest([b, a])
    assert len({digest([a, b]), digest([b, c]), digest([a])}) == 3
    before = digest([a, b])
    b.write_text("too", encoding="utf-8")
    assert digest([a, b]) != before


def test_a_kept_result_carries_figures_and_the_digest_of_its_data(tmp_path: Path) -> None:
    data = tmp_path / "data.txt"
    data.write_text("x", encoding="utf-8")
    kept = json.loads(
        keep("names", Result({"F1": 75.0}, (("", "F1"),)), [data], tmp_path / "out").read_text("utf-8")
    )
    assert kept["figures"] == {"F1": 75.0}
    assert kept["data"] == digest([data])


def run(monkeypatch: pytest.MonkeyPatch, folder: Path, data: Path, *more: str) -> None:
    line = ["names", "--corpora", str(folder), "--out", str(folder / "out"), *more]
    monkeypatch.setattr("sys.argv", line)

    def measure(task: Task) -> Result:
        return Result({"F1": float(task.limit or 7)}, (("", "F1"), ("names", "7.0")))

    main("names", lambda task: [data], measure, {"answers": "other answers"})


def test_a_benchmark_prints_its_table_and_keeps_its_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data.txt"
    data.write_text("x", encoding="utf-8")
    run(monkeypatch, tmp_path, data)
    assert capsys.readouterr().out.splitlines() == ["names", "        F1", "names  7.0"]
    assert json.loads((tmp_path / "out" / "names.json").read_text("utf-8"))["figures"] == {"F1": 7.0}


def test_a_look_at_a_part_of_the_data_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data.txt"
    data.write_text("x", encoding="utf-8")
    run(monkeypatch, tmp_path, data, "--limit", "3")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("folder", [Path("nowhere"), DATA])
def test_data_that_is_not_there_is_named_with_a_hint(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(
        SystemExit, match=r"no-such-file is not there: (see --corpora|benchmarks/data/README)"
    ):
        run(monkeypatch, tmp_path, folder / "no-such-file")


def test_line_ends_are_read_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes("a\r\nb\u2019".encode())
    assert read_exactly(path) == "a\r\nb\u2019"


def test_a_result_of_counts_has_one_f1_for_each_name() -> None:
    assert f1_result({"source": Counts(1, 1, 1), "cue": Counts(1, 2, 2)}).figures == {
        "source": 100.0,
        "cue": 50.0,
    }


@pytest.mark.parametrize(("left", "right", "most"), [([1, 2], [2, 3], 2), ([1, 1], [1], 1), ([], [1], 0)])
def test_pairing_finds_as_many_as_can_be_had(left: list[int], right: list[int], most: int) -> None:
    found = pairs(left, right, lambda a, b: abs(a - b) <= 1)
    assert len(found) == most
    assert len({i for i, _ in found}) == len({j for _, j in found}) == most


def test_pairing_gives_up_a_first_choice_for_a_larger_whole() -> None:
    fits = {("a", "x"), ("a", "y"), ("b", "x")}
    assert pairs(["a", "b"], ["x", "y"], lambda a, b: (a, b) in fits) == [(0, 1), (1, 0)]


def test_the_best_pairs_come_first_unless_they_cost_another_pair() -> None:
    assert best_pairs({(0, 0): 0.9, (0, 1): 0.95, (1, 0): 0.8}) == [(0, 1), (1, 0)]
    assert best_pairs({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.85}) == [(0, 1), (1, 0)]
    assert best_pairs({(0, 0): 0.8, (1, 0): 0.9}) == [(1, 0)]
