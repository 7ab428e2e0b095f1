from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.commands import TEXT, verbale
from tests.hostile.inputs import HOSTILE
from verbale.record import loads


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "harbour.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "harbour.txt"


def test_one_file_as_json_is_the_record_with_what_was_given(article: Path):
    given = ["--published", "2024-03-12", "--publisher", "Wire", "--headline", "Ice", "--url", "https://w.example/1"]
    done = verbale("read", article, "--format", "json", *given)
    assert (done.returncode, done.stderr) == (0, "")
    made = loads(done.stdout).article
    assert (made.published, made.publisher, made.headline, made.url) == (given[1], given[3], given[5], given[7])
    assert made.text == TEXT


def test_several_files_as_json_are_lines_and_bad_ones_are_told(article: Path, tmp_path: Path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "windows.txt").write_bytes(HOSTILE["windows-1252"]())
    (tmp_path / "picture.txt").write_bytes(HOSTILE["png"]())
    names = ["none.txt", "harbour.txt", "empty.txt", "picture.txt", "windows.txt", "."]
    done = verbale("read", *names, "-f", "json", cwd=tmp_path)
    assert done.returncode == 1
    first, second = (loads(line) for line in done.stdout.splitlines())
    assert first.article.text == TEXT
    assert [note.code for note in second.notes][:1] == ["encoding-guessed"]
    told = done.stderr.splitlines()
    assert [line.split(":")[0] for line in told] == ["none.txt", "empty.txt", "picture.txt", "."]
    assert all(line.endswith(".") for line in told)


@pytest.mark.parametrize(
    ("data", "code", "said"), [(b"", 3, "is empty"), (HOSTILE["pdf"](), 3, "PDF"), (b" \n", 3, "no word")]
)
def test_the_only_file_gives_its_own_exit_code_and_one_line(data: bytes, code: int, said: str, tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(data)
    done = verbale("read", "a.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith("a.txt: ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_standard_input_is_read():
    done = verbale("read", "-", "--format", "json", given=TEXT.encode("utf-16"))
    assert loads(done.stdout).article.text == TEXT


def test_text_is_for_eyes(article: Path):
    done = verbale("read", article)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Lena Okafor" in done.stdout
    assert "No ship leaves before the ice does" in done.stdout
    assert "\x1b" not in done.stdout


def test_several_texts_are_told_apart_by_their_paths(article: Path, tmp_path: Path):
    (tmp_path / "second.txt").write_text(TEXT.replace("ship", "boat"), encoding="utf-8")
    lines = verbale("read", "harbour.txt", "second.txt", cwd=tmp_path).stdout.splitlines()
    assert lines[0] == "harbour.txt"
    assert "second.txt" in lines


def test_csv_has_the_statements_of_all_files_under_one_header(article: Path):
    done = verbale("read", article, article, "--format", "csv")
    header, *rows = csv.reader(io.StringIO(done.stdout, newline=""))
    assert len(rows) == 2
    assert header not in rows


def test_html_is_one_page_of_all_files(article: Path):
    done = verbale("read", article, article, "--format", "html")
    assert done.stdout.lstrip().lower().startswith("<!doctype html")
    assert done.stdout.lower().count("<html") == 1
    assert done.stdout.count("before the ice does") >= 2


def test_joined_counts_what_follows_a_split_quotation_as_the_same_statement():
    split = "“The ice stays,” transport minister Lena Okafor said on Tuesday. “The ships stay, too.”\n"
    apart, joined = (
        json.loads(verbale("read", "-", "-f", "json", *option, given=split.encode()).stdout)["statements"]
        for option in ([], ["--joined"])
    )
    assert (len(apart), len(joined)) == (2, 1)


@pytest.mark.parametrize("published", ["2024-02-30", "yesterday"])
def test_a_malformed_date_is_told_before_the_files_are_opened(published: str):
    done = verbale("read", "none.txt", "none.txt", "--published", published)
    assert (done.returncode, done.stdout) == (3, "")
    assert published in done.stderr
    assert "none.txt" not in done.stderr


def test_a_date_in_the_future_is_noted():
    done = verbale("read", "-", "-f", "json", "--published", "2999-01-01", given=TEXT.encode())
    assert "future-date" in [note.code for note in loads(done.stdout).notes]


@pytest.mark.parametrize(
    "arguments",
    [["read"], ["read", "a.txt", "--format", "xml"], ["write"], ["read", "a", "b", "--url", "x"],
     ["read", "a", "b", "--headline", "x"]],
)  # fmt: skip
def test_a_wrong_command_line_is_told_with_code_2(arguments: list[str]):
    done = verbale(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Usage:" in done.stderr


@pytest.mark.parametrize(
    "name", ["only-boilerplate", "utf-8-invalid", "nul-bytes-in-text", "right-to-left-overrides", "emoji", "chinese",
             "html-10000-deep"]
)  # fmt: skip
@pytest.mark.parametrize("form", ["text", "json"])
def test_hostile_files_are_read_without_a_word(name: str, form: str, tmp_path: Path):
    (tmp_path / "a").write_bytes(HOSTILE[name]())
    done = verbale("read", "a", "--format", form, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
