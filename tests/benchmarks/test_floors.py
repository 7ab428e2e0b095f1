from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import floors, gate
from benchmarks.common import DATA
from benchmarks.floors import Bench, Floor, FloorError


def floor(value: float = 70.0, **more: object) -> Floor:
    start: dict[str, object] = {
        "floor": value, "aim": 90.0, "better": "higher", "status": "held", "best": None, "slack": 0.5,
        "history": [{"floor": value, "reason": "at first"}],
    }  # fmt: skip
    return Floor(**{**start, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "value", "word"),
    [
        (floor(), 70.0, "ok"),
        (floor(), 69.9, "BELOW"),
        (floor(), None, "MISSING"),
        (floor(status="open", best=65.0), 64.8, "OPEN"),
        (floor(status="open", best=65.0), 64.0, "WORSE"),
        (floor(status="open", best=65.0), 71.0, "reached"),
        (floor(2.5, better="lower"), 2.4, "ok"),
        (floor(2.5, better="lower"), 2.6, "BELOW"),
        (floor(2.5, better="lower", status="open", best=3.0), 3.6, "WORSE"),
    ],
)
def test_a_figure_is_judged_by_its_floor(row: Floor, value: float | None, word: str) -> None:
    assert gate.judge(row, value) == word


def test_a_figure_measured_on_other_data_fails_whatever_it_is() -> None:
    benches = {"names": Bench("aaaa", None, {"F1": floor()})}
    results = {"names": {"data": "bbbb", "figures": {"F1": 99.0}}}
    (verdict,) = gate.judge_all(benches, results, set())
    assert (verdict.word, verdict.fails) == ("OTHER DATA", True)


def test_a_benchmark_that_gave_nothing_fails_and_one_that_was_not_asked_for_does_not() -> None:
    benches = {
        "names": Bench(None, None, {"F1": floor()}),
        "one_article": Bench(None, "answers", {"extra": floor()}),
    }
    first, second = gate.judge_all(benches, {}, {"one_article"})
    assert (first.word, first.fails, second.word, second.fails) == ("MISSING", True, "not run", False)


def test_what_is_open_is_said_and_counted() -> None:
    benches = {"gap": Bench(None, None, {"F1": floor(status="open", best=60.0), "bias": floor()})}
    results = {"gap": {"data": "x", "figures": {"F1": 61.0, "bias": 40.0}}}
    lines = list(gate.report(gate.judge_all(benches, results, set())))
    assert lines[1].split() == ["gap.F1", "61", "70", "90", "OPEN"]
    assert lines[-1].startswith("1 of 2 figures fail; 1 are OPEN")


def test_a_floor_goes_down_only_with_a_reason_that_is_kept() -> None:
    row = floor()
    with pytest.raises(FloorError, match="--reason"):
        floors.set_floor(row, 69.0, None)
    assert row.floor == 70.0
    floors.set_floor(row, 69.0, "five seeds end at 69.2")
    assert (row.floor, row.history[-1]) == (69.0, {"floor": 69.0, "reason": "five seeds end at 69.2"})


def test_a_floor_goes_up_without_one_and_lower_is_up_where_lower_is_better() -> None:
    row = floor(2.5, better="lower")
    floors.set_floor(row, 2.0, None)
    assert row.floor == 2.0
    with pytest.raises(FloorError):
        floors.set_floor(row, 2.2, None)


def test_a_figure_is_opened_with_a_reason_and_held_again() -> None:
    row = floor()
    with pytest.raises(FloorError, match="reason"):
        floors.open_floor(row, 66.0, None)
    floors.open_floor(row, 66.0, "needs more data")
    assert (row.status, row.best, floors.silent_changes(row)) == ("open", 66.0, [])
    floors.hold_floor(row)
    assert (row.status, row.best, floors.silent_changes(row)) == ("held", None, [])


def test_other_data_is_accepted_only_with_a_reason() -> None:
    bench = Bench("aaaa", None, {"F1": floor()})
    with pytest.raises(FloorError, match="other data"):
        floors.accept_data(bench, "bbbb", None)
    floors.accept_data(bench, "bbbb", "two articles added")
    assert bench.data == "bbbb"
    assert bench.figures["F1"].history[-1]["reason"] == "two articles added"


def test_a_floor_changed_by_hand_shows() -> None:
    assert floors.silent_changes(floor(history=[{"floor": 75.0, "reason": "at first"}]))
    assert floors.silent_changes(floor(status="open"))
    assert floors.silent_changes(floor(history=[{"floor": 70.0, "reason": ""}]))


def test_no_floor_in_the_file_was_changed_in_silence() -> None:
    said = {
        f"{n}.{f}": floors.silent_changes(r) for n, b in floors.load().items() for f, r in b.figures.items()
    }
    assert {name: lines for name, lines in said.items() if lines} == {}


def test_every_benchmark_in_the_file_is_a_module() -> None:
    folder = DATA.parent
    assert all((folder / f"{name}.py").exists() for name in floors.load())


def test_the_command_changes_the_file_and_says_what_it_needs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "floors.yaml"
    floors.save({"names": Bench(None, None, {"F1": floor()})}, path)
    assert floors.main(["set", "names.F1", "60"], path) == 2
    assert "--reason" in capsys.readouterr().err
    assert floors.main(["set", "names.F1", "60", "--reason", "why not"], path) == 0
    assert floors.load(path)["names"].figures["F1"].floor == 60.0
    assert floors.main(["set", "names.F2", "60"], path) == 2
    assert "names.F1" in capsys.readouterr().err
    assert floors.main(["open", "names.F1", "many"], path) == 2
    assert path.read_text(encoding="utf-8").startswith("# What each benchmark must show")


def test_settling_holds_what_is_reached_and_opens_the_rest_with_a_reason() -> None:
    bench = Bench(None, None, {"F1": floor(status="open", best=60.0), "UAS": floor(), "LAS": floor()})
    with pytest.raises(FloorError, match="reason"):
        floors.settle(bench, {"F1": 75.0, "UAS": 80.0, "LAS": 60.0}, None)
    floors.settle(bench, {"F1": 75.0, "UAS": 80.0, "LAS": 60.0}, "small model")
    assert {name: (row.status, row.best) for name, row in bench.figures.items()} == {
        "F1": ("held", None),
        "UAS": ("held", None),
        "LAS": ("open", 60.0),
    }
    with pytest.raises(FloorError, match="not measured"):
        floors.settle(bench, {}, "small model")


def test_figures_counted_in_another_way_say_why_and_begin_anew() -> None:
    bench = Bench(None, None, {"F1": floor(status="open", best=60.0)})
    with pytest.raises(FloorError, match="reason"):
        floors.recount(bench, None)
    floors.recount(bench, "as the annotators count")
    assert bench.figures["F1"].best is None
    floors.settle(bench, {"F1": 58.0}, "counted anew")
    assert bench.figures["F1"].best == 58.0
    assert [h["reason"] for h in bench.figures["F1"].history[-2:]] == ["as the annotators count", "counted anew"]
