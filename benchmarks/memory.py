"""Peak memory of a fresh process that reads the PolNeAR dev articles one after another, and of one that reads them
as a single text of a million characters, in megabytes (10^6 bytes).

spaCy loads torch where it happens to be installed, which verbale never needs: it is kept out.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from . import polnear
from .common import ROOT, Result, Task, main

NAME = "memory"
MEGABYTE = 1_000_000  # characters
_ALONE = """
import sys
sys.modules["torch"] = None
import pathlib, verbale
"""
_READ = f"""{_ALONE}
reader = verbale.load()
for path in sys.argv[1:]:
    reader.read(pathlib.Path(path).read_bytes().decode("utf-8"))
"""
_READ_AS_ONE = f"""{_ALONE}
texts = [pathlib.Path(path).read_bytes().decode("utf-8") for path in sys.argv[1:]]
whole = "\\n\\n".join(texts)
whole = (whole + "\\n\\n") * ({MEGABYTE} // len(whole) + 1)
verbale.load().read(whole[:{MEGABYTE}])
"""
_TELL = """
import pathlib
status = pathlib.Path("/proc/self/status")
if status.exists():
    print(status.read_text())
else:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"VmHWM: {peak // (1024 if sys.platform == 'darwin' else 1)} kB")
"""


def peak(code: str, *given: str) -> float:
    """Megabytes that a fresh interpreter needed at most to run the code (which must import sys)."""
    done = subprocess.run(
        [sys.executable, "-c", code + _TELL, *given], cwd=ROOT, capture_output=True, text=True, check=False
    )
    found = re.search(r"VmHWM:\s*(\d+) kB", done.stdout)
    if done.returncode or found is None:
        raise RuntimeError(f"The process that was to be measured failed:\n{done.stderr}")
    return int(found[1]) * 1024 / 1e6


def data(task: Task) -> list[Path]:
    return polnear.text_files(task.corpora)


def measure(task: Task) -> Result:
    paths = [str(path.resolve()) for path in data(task)[: task.limit]]
    rows = {"import alone": peak(_ALONE), "first article": peak(_READ, *paths[:1])}
    rows[f"all {len(paths)} articles"] = articles = peak(_READ, *paths)
    rows["one text of 1 MB"] = whole = peak(_READ_AS_ONE, *paths)
    table = (("", "MB"), *((name, f"{value:.0f}") for name, value in rows.items()))
    return Result({"peak": round(articles, 1), "one megabyte": round(whole, 1)}, table)


if __name__ == "__main__":
    main(NAME, data, measure)
