"""How a command ends: the exit code and the one line on standard error."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator

import typer

from verbale.errors import OutputError, VerbaleError

STOPPED = 130
# On Windows a closed pipe is an invalid argument.
_CLOSED_PIPE = {errno.EPIPE} | ({errno.EINVAL} if sys.platform == "win32" else set())


@contextlib.contextmanager
def guarded() -> Iterator[None]:
    """Run a command's body; what it raises becomes a line and an exit code.

    A reader of our output who goes away (`| head`) has seen enough: that is no failure.
    """
    try:
        yield
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        complain("Stopped.")
        raise typer.Exit(STOPPED) from None
    except VerbaleError as error:
        complain(str(error))
        raise typer.Exit(error.exit_code) from None
    except OSError as error:
        raise typer.Exit(unwritten(error)) from None


def unwritten(error: OSError) -> int:
    """The exit code where standard output takes no more, with a line that says so."""
    _silence(sys.stdout)
    if error.errno in _CLOSED_PIPE:
        return 0
    complain(str(OutputError(f"the result cannot be written: {error.strerror or error}")))
    return OutputError.exit_code


def complain(line: str) -> None:
    """One line on standard error, whatever characters it holds and whether anybody listens."""
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    with contextlib.suppress(OSError):
        print(line.replace("\n", " ").encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)


def _silence(stream: object) -> None:
    """Keep the interpreter from flushing into a closed pipe as it ends."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())  # type: ignore[attr-defined]
        os.close(nowhere)
