"""The bytes of a file, or of standard input."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from verbale.errors import UnreadableFile

STANDARD_INPUT = "-"


def file_bytes(path: str | os.PathLike[str]) -> bytes:
    """Everything in a file; `-` is standard input. Raises UnreadableFile."""
    name = display_name(path)
    try:
        if os.fspath(path) == STANDARD_INPUT:
            return _standard_input()
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(f"{name}: there is no such file") from None
    except IsADirectoryError:
        raise UnreadableFile(f"{name}: this is a directory", "Name the files in it one by one.") from None
    except PermissionError:
        raise UnreadableFile(f"{name}: not allowed to read it", _advice(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(f"{name}: {reason}") from error


def display_name(path: str | os.PathLike[str]) -> str:
    """What to call a path in a message."""
    return "standard input" if os.fspath(path) == STANDARD_INPUT else os.fspath(path)


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise UnreadableFile("standard input: it is closed", "Pipe a text into it, or name a file.")
    return sys.stdin.buffer.read()


def _advice(path: str | os.PathLike[str]) -> str:
    # Windows reports a directory as one that may not be opened.
    return "Name the files in it one by one." if os.path.isdir(path) else "Give yourself the right to read it."
