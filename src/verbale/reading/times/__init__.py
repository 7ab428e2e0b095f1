"""Times: date and time expressions of English news, resolved against the publication date.

    from verbale.reading.times import find_times, resolve

    find_times("The talks open on January 23.", date(2017, 1, 17))   # (Time(Span(18, 28), "2017-01-23", "date"),)
    resolve("Friday", date(2017, 1, 17), prefer="future")            # "2017-01-20"

Values are those of TIMEX3 (TimeML; Pustejovsky et al. 2003, ISO 24617-1), which are ISO 8601 with a few letters:

    2017-01-17T15:30   a moment; Z where the text says GMT     2017-W02-WE   a weekend
    2017-01-19TNI      part of a day: MO MI AF EV NI           2017-SP       a season: SP SU FA WI
    2017-01-17         a day                                   2017-Q1       a quarter; 2017-H1 a half
    2017-W03           an ISO week                             199, 18       the 1990s, the 19th century

Intervals have a slash between their ends, as in ISO 8601 and EDTF (2017-01-23/2017-01-25). `Time.iso` is the value
in plain ISO 8601 for the record. As in TIMEX3 a span leaves the preposition out; `Time.bound` keeps those that make
the time a beginning or an end. Found with a null value: times relative to something else than publication
("three weeks later"), relative ones where there is no publication date, durations, recurring times, days and months
in figures whose order is open ("01/02/2017"), days that no calendar has.

Nothing here raises. Time and memory are linear in the text.
"""

from __future__ import annotations

from .datelines import Dateline, dateline
from .finding import find_times, resolve
from .values import Bound, Kind, Prefer, Time, plain

__all__ = ["Bound", "Dateline", "Kind", "Prefer", "Time", "dateline", "find_times", "plain", "resolve"]
