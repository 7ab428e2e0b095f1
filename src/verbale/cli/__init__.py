"""The command line. Its rooms are imported when a command needs them, so that help comes at once."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command that `sys.argv` names, and exit with its code."""
    try:
        from verbale.cli.app import app

        app(prog_name="verbale")
    except KeyboardInterrupt:
        # Before a command has begun; from then on `verbale.cli.guard` sees to it.
        print("Stopped.", file=sys.stderr)
        sys.exit(130)
    except OSError as error:  # of `--help`, before a command has begun
        from verbale.cli.guard import unwritten

        sys.exit(unwritten(error))
