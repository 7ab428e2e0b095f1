from __future__ import annotations

import os
import signal
import subprocess
import time
from functools import partial
from pathlib import Path

import pytest

from tests.cli.commands import TEXT, VERBALE, verbale
from verbale.cli.output import output
from verbale.errors import OutputError
from verbale.record import loads


@pytest.fixture(autouse=True)
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "harbour.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "harbour.txt"


def test_out_holds_what_would_have_been_printed():
    done = verbale("read", "harbour.txt", "-f", "json", "--out", "r.json")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert loads(Path("r.json").read_bytes()).article.text == TEXT
    assert sorted(path.name for path in Path().iterdir()) == ["harbour.txt", "r.json"]


@pytest.mark.parametrize(("out", "why"), [("none/r.json", "no folder"), (".", "directory"), ("harbour.txt/r", "")])
def test_an_unwritable_place_is_told_before_the_files_are_opened(out: str, why: str):
    done = verbale("read", "none.txt", "--out", out)
    assert done.returncode == OutputError.exit_code
    assert done.stderr.startswith(f"{out}: ")
    assert why in done.stderr
    assert "none.txt" not in done.stderr


def test_what_stood_there_stays_when_nothing_could_be_read():
    Path("r.json").write_text("old")
    assert verbale("read", "none.txt", "-f", "json", "--out", "r.json").returncode == 3
    assert verbale("read", "none.txt", "nor.txt", "-f", "json", "--out", "r.json").returncode == 1
    assert Path("r.json").read_text() == "old"
    assert sorted(path.name for path in Path().iterdir()) == ["harbour.txt", "r.json"]


def test_a_file_appears_whole_at_the_end_and_keeps_its_rights():
    Path("r.txt").write_text("old")
    Path("r.txt").chmod(0o640)
    with output(Path("r.txt")) as stream:
        stream.write("new “words”\r\n")
        stream.flush()
        assert Path("r.txt").read_text() == "old"
    assert Path("r.txt").read_bytes() == "new “words”\r\n".encode()
    assert Path("r.txt").stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed_not_replaced():
    Path("real.txt").touch()
    Path("link.txt").symlink_to("real.txt")
    with output(Path("link.txt")) as stream:
        stream.write("new")
    assert Path("link.txt").is_symlink()
    assert Path("real.txt").read_text() == "new"


def test_an_interrupted_writing_leaves_nothing_behind():
    def interrupted() -> None:
        with output(Path("r.txt")) as stream:
            stream.write("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert [path.name for path in Path().iterdir()] == ["harbour.txt"]


def test_a_write_protected_file_is_refused(monkeypatch: pytest.MonkeyPatch):
    Path("r.txt").write_text("old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputError, match="write-protected"), output(Path("r.txt")):
        raise AssertionError("the block must not run")


def test_a_file_that_is_read_is_not_written_over():
    Path("r.txt").write_text("An article.", encoding="utf-8")
    with pytest.raises(OutputError, match="one of the files that are read"), output(Path("r.txt"), ["-", "./r.txt"]):
        pass
    assert Path("r.txt").read_text(encoding="utf-8") == "An article."


def test_closed_standard_output_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stdout", None)
    with pytest.raises(OutputError, match="closed"), output(None):
        pass


def test_a_device_is_written_to_and_stays_a_device():
    with output(Path(os.devnull)) as stream:
        stream.write("gone")
    assert not Path(os.devnull).is_file()


def test_a_reader_who_goes_away_ends_it_quietly():
    command = [*VERBALE, "read", *["harbour.txt"] * 3, "--format", "json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait(timeout=120) == 0


def test_ctrl_c_ends_it_with_one_line_and_code_130():
    Path("slow.txt").write_text(TEXT * 3_000, encoding="utf-8")
    command = [*VERBALE, "read", "slow.txt", "--format", "json", "--out", "r"]
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a job in the background may have it ignored
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=heard)
    while process.poll() is None and not list(Path().glob(".r.*")):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (130, "Stopped.\n")
    assert sorted(path.name for path in Path().iterdir()) == ["harbour.txt", "slow.txt"]


def test_a_result_that_cannot_be_written_is_told():
    with open("harbour.txt", "rb") as only_readable:
        done = subprocess.run(
            [*VERBALE, "schema"], stdout=only_readable, stderr=subprocess.PIPE, text=True, timeout=120
        )
    assert done.returncode == OutputError.exit_code
    assert done.stderr.startswith("the result cannot be written: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_help_that_cannot_be_written_says_so():
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*VERBALE, "--help"], stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == OutputError.exit_code
    assert b"Traceback" not in done.stderr
