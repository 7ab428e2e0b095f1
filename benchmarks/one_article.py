"""One article that is not ours to keep, with its answers (`--answers FILE`): each part as a count, not a
share.
"""

from __future__ import annotations

from .common import Result, Task, main
from .golden import OPTIONS, PARTS, Tally, data, result, tallies

NAME = "one_article"


def counts(total: Tally) -> dict[str, float]:
    """How many of each part are wrong, and how many statements no answer has."""
    wrong = {
        f"{part} wrong": float(total.asked[part] - total.right[part])
        for part in PARTS
        if total.asked.get(part)
    }
    return wrong | {"extra": float(total.extra)}


def measure(task: Task) -> Result:
    return result(tallies(task), counts)


if __name__ == "__main__":
    main(NAME, data, measure, OPTIONS)
