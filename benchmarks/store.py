"""What keeping costs: articles a second with `minutes.add`, reading included, against reading alone, in one process.

PolNeAR train articles, in blocks of ten: each is read and timed, then its records are added and timed. The figure is
reading's time over that of both, by the processor's clock. `--articles N`: so many instead of 1,000, or of all that
there are: PolNeAR has 840 to train on.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import verbale
from verbale.minutes import Minutes

from . import one_core
from .common import Result, Task, main, read_exactly

NAME = "store"
ARTICLES = 1000
BLOCK = 10


def data(task: Task) -> list[Path]:
    found = sorted((task.corpora / "polnear" / "train" / "text").glob("*.txt"))
    return found[: int(task.more.get("articles", ARTICLES))]


def measure(task: Task) -> Result:
    texts = [read_exactly(path) for path in task.some(data(task), NAME)]
    with tempfile.TemporaryDirectory() as folder, Minutes(str(Path(folder) / "talks.db")) as minutes:
        times = list(timed(minutes, texts))
        size = (Path(folder) / "talks.db").stat().st_size
    reading, adding = (sum(each) for each in zip(*times, strict=True))
    last = times[-max(1, len(times) // 10) :]
    rows = [
        ("reading", f"{len(texts) / reading:.2f}", f"{1000 * reading / len(texts):.1f}"),
        ("with keeping", f"{len(texts) / (reading + adding):.2f}", f"{1000 * (reading + adding) / len(texts):.1f}"),
        ("keeping, the last tenth", "", f"{1000 * sum(a for _, a in last) / (BLOCK * len(last)):.1f}"),
    ]
    ratio = reading / (reading + adding)
    remark = f"of reading {ratio:.3f}; {len(texts)} articles, {size / len(texts) / 1024:.0f} KiB each"
    return Result({"of reading": round(ratio, 3)}, (("", "articles/s", "ms each"), *rows), (remark,))


def timed(minutes: Minutes, texts: Sequence[str]) -> Iterator[tuple[float, float]]:
    """For each block of articles the seconds of reading and of adding."""
    reader = verbale.load()
    reader.read(texts[0])
    for n in range(0, len(texts), BLOCK):
        began = time.process_time()
        records = [reader.read(text, publisher="Wire", published="2016-09-15") for text in texts[n : n + BLOCK]]
        read = time.process_time()
        for record in records:
            minutes.add(record)
        yield read - began, time.process_time() - read


OPTIONS = {"articles": "how many articles"}

if __name__ == "__main__":
    one_core.hold("benchmarks.store")
    main(NAME, data, measure, OPTIONS)
