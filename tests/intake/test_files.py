from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from verbale.errors import UnreadableFile
from verbale.intake import file_bytes


def test_a_file_is_read_whole(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfA\r\n")
    assert file_bytes(tmp_path / "a.txt") == b"\xef\xbb\xbfA\r\n"


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"No.")))
    assert file_bytes("-") == b"No."


@pytest.mark.parametrize(("path", "problem"), [("none.txt", "no such file"), (".", "directory"), ("a\0b", "null")])
def test_what_cannot_be_opened_is_named_with_its_reason(path: str, problem: str):
    with pytest.raises(UnreadableFile, match=problem) as caught:
        file_bytes(path)
    assert str(caught.value).startswith(f"{path}: ")


def test_a_file_that_is_not_ours_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableFile, match="not allowed to read it"):
        file_bytes(tmp_path / "a.txt")
