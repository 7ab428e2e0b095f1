"""`verbale add`: articles and records into the minutes."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

import typer

from verbale.cli.guard import complain
from verbale.cli.reading import SOME_FAILED, with_progress


def add_all(paths: Sequence[str], url: str, published: str | None, publisher: str | None) -> None:
    """Keep each file before the next is read; those that fail get a line on standard error, and the exit code is 1."""
    from verbale.flow import add_files
    from verbale.minutes import Minutes

    counts: Counter[str] = Counter()
    with Minutes(url) as minutes:
        kept = add_files(paths, minutes, published=published, publisher=publisher)
        for each in with_progress(kept, len(paths)) if sys.stderr.isatty() else kept:
            if each.error is not None:
                complain(str(each.error))
                counts["failed"] += 1
            elif each.added is not None:
                counts[each.added.outcome] += 1
                counts["copies"] += each.added.copy_of is not None
                counts["undated"] += not each.added.dated
        typer.echo(_summary(counts, len(minutes), minutes.database.shown))
    if counts["failed"]:
        raise typer.Exit(SOME_FAILED)


def _summary(counts: Counter[str], total: int, shown: str) -> str:
    told = [f"{counts['new']} new", f"{counts['read again']} read again", f"{counts['same']} known already"]
    told += [f"{counts['copies']} of them near-copies"] if counts["copies"] else []
    told += [f"{counts['failed']} failed"] if counts["failed"] else []
    summary = f"{shown}: {', '.join(told)}; {total} article{'' if total == 1 else 's'} in all."
    return summary + _undated(counts["undated"])


def _undated(count: int) -> str:
    if not count:
        return ""
    have, them = ("1 article has", "it") if count == 1 else (f"{count} articles have", "them")
    return f"\n{have} no date, so --since and --until leave {them} out: add {them} again with --published DATE."
