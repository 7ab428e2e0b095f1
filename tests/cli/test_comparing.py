from __future__ import annotations

import json
import os
import re
from pathlib import Path
from threading import Thread

import pytest

from tests.cli.commands import verbale

MAY = "The Harbour Workers' Union rejected the pay offer on Monday. The Port Authority defended the pay offer.\n"
JUNE = "The Harbour Workers' Union accepted the pay offer on Monday. The Port Authority defended the pay offer.\n"


def recorded(folder: Path, name: str, text: str, published: str) -> Path:
    article, record = folder / f"{name}.txt", folder / f"{name}.json"
    article.write_text(text, encoding="utf-8")
    done = verbale("read", article, "--published", published, "--format", "json", "--out", record)
    assert done.returncode == 0, done.stderr
    return record


def test_records_are_compared_in_the_order_of_their_dates(tmp_path: Path) -> None:
    later = recorded(tmp_path, "june", JUNE, "2024-06-11")
    earlier = recorded(tmp_path, "may", MAY, "2024-05-14")
    done = verbale("compare", later, earlier)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.index("2024-05-14") < done.stdout.index("2024-06-11")
    assert "Harbour Workers' Union on" in done.stdout.partition("Changes")[2]
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_json_names_articles_questions_and_changes(tmp_path: Path) -> None:
    paths = [recorded(tmp_path, "may", MAY, "2024-05-14"), recorded(tmp_path, "june", JUNE, "2024-06-11")]
    found = json.loads(verbale("compare", *paths, "--format", "json").stdout)
    assert [a["published"] for a in found["articles"]] == ["2024-05-14", "2024-06-11"]
    (change,) = [c for c in found["changes"] if c["after"]["actor"] == "Harbour Workers' Union"]
    assert (change["before"]["stance"], change["after"]["stance"]) == ("oppose", "support")


def test_what_is_no_record_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"verbale": 1}', encoding="utf-8")
    done = verbale("compare", broken)
    assert (done.returncode, done.stdout) == (4, "")
    assert "verbale schema" in done.stderr


def test_a_missing_file_is_told() -> None:
    assert verbale("compare", "nowhere.json").returncode == 3


def test_a_broken_agenda_is_told_with_its_line_and_nothing_is_written(tmp_path: Path) -> None:
    agenda, article, out = tmp_path / "a.yaml", tmp_path / "a.txt", tmp_path / "a.json"
    agenda.write_text("questions:\n  - lable: the fee\n", encoding="utf-8")
    article.write_text(MAY, encoding="utf-8")
    done = verbale("read", article, "--agenda", agenda, "--out", out)
    assert (done.returncode, out.exists()) == (7, False)
    assert "a.yaml, line 2: 'lable' means nothing here" in done.stderr


def test_a_broken_agenda_from_a_pipe_is_told_with_its_line(tmp_path: Path) -> None:
    pipe, article = tmp_path / "a.yaml", tmp_path / "a.txt"
    article.write_text(MAY, encoding="utf-8")
    os.mkfifo(pipe)
    Thread(target=pipe.write_text, args=("questions:\n  - lable: the fee\n",), daemon=True).start()
    done = verbale("read", article, "--agenda", pipe)
    assert done.returncode == 7
    assert "a.yaml, line 2: 'lable' means nothing here" in done.stderr


def test_the_lexicon_that_ships_has_no_mistake() -> None:
    done = verbale("lexicon", "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert "predicates of stance" in done.stdout


def test_a_researchers_frames_are_checked(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "groups:\n  - name: mine\n    meaning: x\n    stance: agree\n    frames: []\n", encoding="utf-8"
    )
    done = verbale("lexicon", "check", own)
    assert done.returncode == 10
    assert "own.yaml, line 4: 'stance' is one of support, oppose, neutral" in done.stderr


def test_json_lines_are_divided_at_line_feeds_only(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"{MAY.strip()} \u2028\u0085 {name}\n", encoding="utf-8")
    lines = verbale("read", tmp_path / "a.txt", tmp_path / "b.txt", "--format", "json").stdout
    both = tmp_path / "both.jsonl"
    both.write_text(lines, encoding="utf-8")
    done = verbale("compare", both)
    assert (done.returncode, done.stderr) == (0, "")


def test_records_put_one_after_another_in_a_file_are_compared(tmp_path: Path) -> None:
    """As `verbale read FILE --format json >> records.jsonl` leaves them: over many lines each, or on one."""
    may = recorded(tmp_path, "may", MAY, "2024-05-14").read_text(encoding="utf-8")
    june = recorded(tmp_path, "june", JUNE, "2024-06-11").read_text(encoding="utf-8")
    records = tmp_path / "records.jsonl"
    for text in (may + june, json.dumps(json.loads(may)) + "\n" + june, may.rstrip() + june):
        records.write_text(text, encoding="utf-8")
        done = verbale("compare", records)
        assert (done.returncode, done.stderr) == (0, "")
        assert "2024-05-14" in done.stdout
        assert "2024-06-11" in done.stdout


def test_a_record_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    record = recorded(tmp_path, "may", MAY, "2024-05-14")
    renamed = tmp_path / "may.minutes"
    renamed.write_bytes("\ufeff".encode() + record.read_bytes())
    wide = tmp_path / "wide.json"
    wide.write_text(record.read_text(encoding="utf-8"), encoding="utf-16")
    for path in (renamed, wide):
        done = verbale("compare", path)
        assert (done.returncode, done.stderr) == (0, "")
        assert "2024-05-14" in done.stdout


def test_a_broken_line_is_told_with_its_number_and_the_others_are_compared(tmp_path: Path) -> None:
    good = json.dumps(json.loads(recorded(tmp_path, "may", MAY, "2024-05-14").read_text(encoding="utf-8")))
    both = tmp_path / "both.jsonl"
    both.write_text(f'{good}\n{{"verbale": 1}}\n', encoding="utf-8")
    done = verbale("compare", both)
    assert done.returncode == 1
    assert "both.jsonl, line 2: " in done.stderr
    assert "2024-05-14" in done.stdout


@pytest.mark.parametrize(
    ("group", "message"),
    [
        ("name: rejecting\n    meaning: x\n    stance: oppose\n    frames: []", "line 2: a group named 'rejecting'"),
        ("name: mine\n    meaning: x\n    stance: oppose\n    strength: true\n    frames: []", "line 5: 'strength'"),
        ("name: mine\n    meaning: x\n    stance: oppose\n    frames:\n      - {argument: object, predicates: ''}",
         "line 6: 'predicates'"),
    ],
)  # fmt: skip
def test_a_mistake_in_own_frames_is_told_of_that_file(tmp_path: Path, group: str, message: str) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(f"groups:\n  - {group}\n", encoding="utf-8")
    done = verbale("lexicon", "check", own)
    assert done.returncode == 10
    assert f"own.yaml, {message}" in done.stderr
    assert "Mend that line of your file" in done.stderr


def test_reading_with_broken_frames_stops_at_their_line_and_writes_nothing(tmp_path: Path) -> None:
    own, article, out = tmp_path / "own.yaml", tmp_path / "a.txt", tmp_path / "a.json"
    own.write_text("groups:\n  - nme: mine\n", encoding="utf-8")
    article.write_text(MAY, encoding="utf-8")
    done = verbale("read", article, "--frames", own, "--out", out)
    assert (done.returncode, out.exists()) == (10, False)
    assert "own.yaml, line 2: 'nme' means nothing here" in done.stderr
    done = verbale("read", article, "--frames", tmp_path / "nowhere.yaml")
    assert (done.returncode, "nowhere.yaml: No such file" in done.stderr) == (10, True)


def test_a_page_shows_changes_over_the_articles_and_every_proof_leads_into_one(tmp_path: Path) -> None:
    paths = [recorded(tmp_path, "may", MAY, "2024-05-14"), recorded(tmp_path, "june", JUNE, "2024-06-11")]
    page = verbale("compare", *paths, "--format", "html").stdout
    assert "Where everybody stands" in page
    assert 'id="changes"' in page
    assert "data:image/svg+xml;base64," in page
    ids = set(re.findall(r' id="([^"]+)"', page))
    assert set(re.findall(r'class="proof" href="#([^"]+)"', page)) <= ids


def test_a_figure_is_written_as_svg_only(tmp_path: Path) -> None:
    done = verbale("figure", "matrix", tmp_path / "records.jsonl", "--out", tmp_path / "matrix.png")
    assert done.returncode == 6
    assert "Call the file matrix.svg" in " ".join(done.stderr.split())
    assert not (tmp_path / "matrix.png").exists()


@pytest.mark.parametrize("kind", ["matrix", "timeline"])
def test_a_figure_is_drawn_of_several_articles(tmp_path: Path, kind: str) -> None:
    paths = [recorded(tmp_path, "may", MAY, "2024-05-14"), recorded(tmp_path, "june", JUNE, "2024-06-11")]
    drawn = verbale("figure", kind, *paths).stdout
    assert "<svg" in drawn
    assert "Harbour Workers" in drawn


def test_a_question_that_nobody_knows_is_told_with_those_that_are_known(tmp_path: Path) -> None:
    done = verbale("figure", "timeline", recorded(tmp_path, "may", MAY, "2024-05-14"), "--on", "weather")
    assert done.returncode == 1
    assert "no question has the words 'weather'" in done.stderr
    assert "pay offer" in done.stderr


def test_a_timeline_of_positions_without_a_date_says_what_to_do(tmp_path: Path) -> None:
    article, record = tmp_path / "may.txt", tmp_path / "may.json"
    article.write_text(MAY.replace(" on Monday", ""), encoding="utf-8")
    assert verbale("read", article, "--format", "json", "--out", record).returncode == 0
    done = verbale("figure", "timeline", record, "--out", tmp_path / "t.svg")
    assert done.returncode == 1
    assert "read the articles again with --published" in " ".join(done.stderr.split())
    assert not (tmp_path / "t.svg").exists()
