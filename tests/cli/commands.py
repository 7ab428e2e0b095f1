"""Running the command line as a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

VERBALE = [sys.executable, "-c", "from verbale.cli import main; main()"]
TEXT = "“No ship leaves before the ice does,” transport minister Lena Okafor told reporters on Tuesday.\n"


def verbale(*arguments: str | Path, given: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """What `verbale` with these arguments does; its output is decoded as UTF-8, line ends untouched."""
    done = subprocess.run([*VERBALE, *map(str, arguments)], input=given, capture_output=True, cwd=cwd, timeout=120)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
