"""Where results go: standard output, or a file that appears complete or not at all."""

from __future__ import annotations

import contextlib
import io
import os
import secrets
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from verbale.errors import OutputError


@contextlib.contextmanager
def output(out: Path | None, sources: Iterable[str | Path] = ()) -> Iterator[TextIO]:
    """A stream to write to. Raises OutputError at once where `out` cannot be written, or is one of the `sources`.

    A file is written beside its place and moved there at the end; where the block raises, whatever
    stood there before stays. A device or a pipe is written to directly.
    """
    if out is not None and out.is_file() and any(os.path.exists(s) and out.samefile(s) for s in sources):
        raise OutputError(f"{out}: this is one of the files that are read", "Give another place with `--out`.")
    if out is None and sys.stdout is None:
        raise OutputError("standard output is closed")
    if out is None:
        _plain(sys.stdout)
        yield sys.stdout
    elif out.exists() and not out.is_file():
        with _explained(out), _opened(out, "w") as stream:
            yield stream
    else:
        with _replacing(Path(os.path.realpath(out)), out) as stream:
            yield stream


@contextlib.contextmanager
def _replacing(target: Path, named: Path) -> Iterator[TextIO]:
    _refuse_protected(target, named)
    beside = target.with_name(f".{target.name[:200]}.{secrets.token_hex(4)}")
    try:
        with _explained(named):
            with _opened(beside, "x") as stream:
                yield stream
            if target.exists():
                beside.chmod(target.stat().st_mode & 0o777)
            beside.replace(target)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def _refuse_protected(target: Path, named: Path) -> None:
    """Replacing a file would get round its write protection."""
    if target.exists() and not os.access(target, os.W_OK):
        raise OutputError(f"{named}: it is write-protected")


@contextlib.contextmanager
def _explained(out: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise OutputError(f"{out}: there is no folder {out.parent}", "Make it, or give another place.") from None
    except IsADirectoryError:
        raise OutputError(f"{out}: this is a directory", "Give the name of a file in it.") from None
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{out}: {error.strerror or error}") from None


def _opened(path: Path, mode: str) -> TextIO:
    return io.TextIOWrapper(open(path, mode + "b"), encoding="utf-8", errors="replace", newline="")


def _plain(stream: TextIO) -> None:
    """UTF-8 with our own line ends into files and pipes; a terminal keeps its encoding."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if stream.isatty():
        reconfigure(errors="replace")
    else:
        reconfigure(encoding="utf-8", errors="replace", newline="")
