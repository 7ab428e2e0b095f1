"""Keep a process to one processor core, every library that starts threads included."""

from __future__ import annotations

import os
import sys

_THREADS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
)
_MARK = "VERBALE_BENCHMARK_CORE"


def hold(module: str) -> None:
    """Start `python -m module` again on one core, unless this process is the one so started."""
    if _MARK in os.environ:
        return
    environment = {
        **os.environ,
        **dict.fromkeys(_THREADS, "1"),
        "TOKENIZERS_PARALLELISM": "false",
        _MARK: "1",
    }
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.execve(sys.executable, [sys.executable, "-m", module, *sys.argv[1:]], environment)
