"""Dates and times in news, against Tuesday 17 January 2017 where nothing else is said."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.reading.times import Dateline, Time, dateline, find_times, plain, resolve
from verbale.record import Span, is_date

TUESDAY = date(2017, 1, 17)


def shown(text: str, published: date | None = TUESDAY) -> list[tuple[str, str | None]]:
    return [(text[found.span.start : found.span.end], found.value) for found in find_times(text, published)]


def only(text: str, published: date | None = TUESDAY) -> Time:
    found = find_times(text, published)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("The minister spoke on Tuesday.", "Tuesday", "2017-01-17"),
        ("She said at Monday’s hearing that it was over.", "Monday", "2017-01-16"),
        ("He resigned on Thursday.", "Thursday", "2017-01-12"),
        ("They met last Tuesday.", "last Tuesday", "2017-01-10"),
        ("They met last Friday.", "last Friday", "2017-01-13"),
        ("The vote is next Monday.", "next Monday", "2017-01-23"),
        ("The vote is this Thursday.", "this Thursday", "2017-01-19"),
        ("It was signed on Friday of last week.", "Friday of last week", "2017-01-13"),
        ("It was shelled Thursday night.", "Thursday night", "2017-01-12TNI"),
        ("It was shelled on Monday morning.", "Monday morning", "2017-01-16TMO"),
        ("It was signed on Monday afternoon.", "Monday afternoon", "2017-01-16TAF"),
        ("He arrived on Sunday evening.", "Sunday evening", "2017-01-15TEV"),
        ("He spoke today.", "today", "2017-01-17"),
        ("He spoke earlier today.", "earlier today", "2017-01-17"),
        ("He spoke yesterday.", "yesterday", "2017-01-16"),
        ("He speaks tomorrow night.", "tomorrow night", "2017-01-18TNI"),
        ("They were freed last night.", "last night", "2017-01-16TNI"),
        ("They were freed the day before yesterday.", "the day before yesterday", "2017-01-15"),
        ("Earlier in the week, the envoy left.", "Earlier in the week", "2017-W03"),
        ("He left earlier this week.", "earlier this week", "2017-W03"),
        ("He left last week.", "last week", "2017-W02"),
        ("He leaves next week.", "next week", "2017-W04"),
        ("It was shelled over the weekend.", "the weekend", "2017-W02-WE"),
        ("They will meet at the weekend.", "the weekend", "2017-W03-WE"),
        ("Prices rose this month.", "this month", "2017-01"),
        ("It ends next month.", "next month", "2017-02"),
        ("It ended last month.", "last month", "2016-12"),
        ("It began last year.", "last year", "2016"),
        ("It is due by the end of the year.", "the end of the year", "2017"),
        ("It began in January.", "January", "2017-01"),
        ("He was elected in May.", "May", "2016-05"),
        ("The polls will be held in May.", "May", "2017-05"),
        ("They met in late January 2015.", "late January 2015", "2015-01"),
        ("It ends at the end of January.", "the end of January", "2017-01"),
        ("The talks are to open on January 23.", "January 23", "2017-01-23"),
        ("The talks are to open on Jan. 23.", "Jan. 23", "2017-01-23"),
        ("The talks are to open on 23 January.", "23 January", "2017-01-23"),
        ("They met on the 23rd of January 2017.", "the 23rd of January 2017", "2017-01-23"),
        ("They met on Monday, Dec. 5, 2016.", "Monday, Dec. 5, 2016", "2016-12-05"),
        ("It was signed on December 20.", "December 20", "2016-12-20"),
        ("It was signed on 17 January last year.", "17 January last year", "2016-01-17"),
        ("The talks last from January 23-25.", "January 23-25", "2017-01-23/2017-01-25"),
        ("They met on 23-25 January 2015.", "23-25 January 2015", "2015-01-23/2015-01-25"),
        ("They met on January 5 and 6.", "January 5 and 6", "2017-01-05/2017-01-06"),
        ("It ran from December 28 to January 3.", "December 28 to January 3", "2016-12-28/2017-01-03"),
        ("The entry is dated 2017-01-23.", "2017-01-23", "2017-01-23"),
        ("The entry is dated 01/23/2017.", "01/23/2017", "2017-01-23"),
        ("The entry is dated 23/01/2017.", "23/01/2017", "2017-01-23"),
        ("The entry is dated 02.01.2017.", "02.01.2017", "2017-01-02"),
        ("The entry is dated 01/02/2017.", "01/02/2017", None),
        ("The form names February 30.", "February 30", None),
        ("He was jailed in 2016.", "2016", "2016"),
        ("He ruled between 2014 and 2016.", "2014 and 2016", "2014/2016"),
        ("He was jailed in the 1990s.", "the 1990s", "199"),
        ("The fort is from the 19th century.", "the 19th century", "18"),
        ("It was signed two days ago.", "two days ago", "2017-01-15"),
        ("It was signed three weeks ago.", "three weeks ago", "2016-W52"),
        ("It was signed twenty-two years ago.", "twenty-two years ago", "1995"),
        ("It was signed a year ago.", "a year ago", "2016"),
        ("It was lifted three weeks later.", "three weeks later", None),
        ("It was signed a few days ago.", "A few days ago".lower(), None),
        ("It opens in two weeks’ time.", "in two weeks’ time", "2017-W05"),
        ("Exports fell in the fourth quarter of 2016.", "the fourth quarter of 2016", "2016-Q4"),
        ("Exports fell in the first quarter.", "the first quarter", "2017-Q1"),
        ("Exports fell in the second half of last year.", "the second half of last year", "2016-H2"),
        ("The bridge opened in spring 2018.", "spring 2018", "2018-SP"),
        ("The bridge opened last summer.", "last summer", "2016-SU"),
        ("He has lost weight in the past two years.", "the past two years", None),
        ("He was held for six weeks.", "six weeks", None),
        ("The court sits on Fridays.", "Fridays", None),
        ("He spoke at 3 p.m. on Friday.", "3 p.m. on Friday", "2017-01-13T15"),
        ("He spoke on Friday at 3:30 p.m. in Oslo.", "Friday at 3:30 p.m.", "2017-01-13T15:30"),
        ("The truce began at 0900 GMT on Sunday.", "0900 GMT on Sunday", "2017-01-15T09:00Z"),
        ("They fled on the night of January 5.", "the night of January 5", "2017-01-05TNI"),
        ("He fled on New Year’s Eve.", "New Year’s Eve", "2016-12-31"),
    ],
)
def test_an_expression_has_the_value_that_a_reader_would_give_it(text: str, expression: str, value: str | None):
    assert shown(text) == [(expression, value)]


@pytest.mark.parametrize(
    "text",
    [
        "They may go, and 5 of them may stay.",
        "Theresa May told May’s cabinet that May would stay.",
        "May 5 of them come in?",
        "The troops march on.",
        "They march 20 miles a day.",
        "The Sun and the Sat Nav said so.",
        "He came second, then she took the fall.",
        "The fall of the government came in the fall of a hammer.",
        "USA Today and USA TODAY reported it.",
        "Sales rose on Black Friday and on Bloody Sunday’s anniversary.",
        "The Good Friday Agreement holds.",
        "The Sunday Times and the Mail on Sunday reported it.",
        "He bought Windows 2000 for $2016.",
        "The village has 1950 people and 2000 sheep.",
        "It scored 3:15 in a 16:9 picture.",
        "April Oduya met June Achterberg.",
        "The Sept. 11 attacks changed that.",
        "It works nine to five.",
    ],
)
def test_names_verbs_and_numbers_of_things_are_no_times(text: str):
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They will meet on Friday.", "2017-01-20"),
        ("They are due to meet on Friday.", "2017-01-20"),
        ("They agreed to meet on Friday.", "2017-01-20"),
        ("On Friday the two will meet.", "2017-01-20"),
        ("They must answer by Friday.", "2017-01-20"),
        ("She promised an answer by Friday.", "2017-01-20"),
        ("By Friday the council had given in.", "2017-01-13"),
        ("They have until Friday to answer.", "2017-01-20"),
        ("They met on Friday.", "2017-01-13"),
        ("The envoy, who will retire, said on Friday it was over.", "2017-01-13"),
        ("The envoy will retire. He met them on Friday.", "2017-01-13"),
        ("On Friday, Gov. Teresa Quill signed it.", "2017-01-13"),
    ],
)
def test_the_tense_of_the_sentence_tells_past_weekdays_from_coming_ones(text: str, value: str):
    assert only(text).value == value


def test_the_caller_can_ask_for_the_past_or_the_future():
    assert resolve("on Friday", TUESDAY) == "2017-01-13"
    assert resolve("on Friday", TUESDAY, "future") == "2017-01-20"
    assert resolve("January 23", TUESDAY, "past") == "2016-01-23"
    assert resolve("January 2", TUESDAY, "future") == "2018-01-02"
    assert resolve("in March", TUESDAY, "past") == "2016-03"
    assert resolve("soon", TUESDAY) is None
    assert [found.value for found in find_times("He met her on Friday.", TUESDAY, "future")] == ["2017-01-20"]


def test_a_day_far_ahead_is_last_years_unless_the_sentence_looks_ahead():
    assert only("The bill was passed on November 3.").value == "2016-11-03"
    assert only("The bill will be passed on November 3.").value == "2017-11-03"


def test_two_dates_joined_by_and_are_two_dates():
    assert shown("on January 5 and 9")[0] == ("January 5", "2017-01-05")
    assert shown("in 2012 and 2016") == [("2012", "2012"), ("2016", "2016")]
    assert [value for _, value in shown("He met them on Monday and Tuesday.")] == ["2017-01-16", "2017-01-17"]


def test_prepositions_that_make_a_beginning_or_an_end_are_kept_apart_from_the_span():
    assert only("He has been held since Monday.") == Time(Span(23, 29), "2017-01-16", "date", "since")
    assert only("It is due by the end of the year.").bound == "by"
    assert only("He spoke on Monday.").bound is None


def test_without_a_publication_date_only_full_dates_have_a_value():
    text = "Yesterday, last week, on Tuesday, in January, on January 5, two days ago, on January 5, 2017 and in 2016"
    values = [value for _, value in shown(text, None)]
    assert values == [None, None, None, None, None, None, "2017-01-05", "2016"]


def test_the_value_for_the_record_is_plain_iso_8601():
    assert plain("2017-01-19TNI") == "2017-01-19"
    assert plain("2017-W02-WE") == "2017-01-14/2017-01-15"
    assert plain("2016-Q4") == "2016-10/2016-12"
    assert plain("2016-H1") == "2016-01/2016-06"
    assert plain("2018-SP") == "2018"
    assert plain("199") == "1990/1999"
    assert plain("18") == "1800/1899"
    assert plain("2017-01-20T15:30") == "2017-01-20T15:30"
    assert Time(Span(0, 1), None, "date").iso is None


def test_a_phrase_broken_at_the_end_of_a_line_is_found_whole_but_not_across_paragraphs():
    assert shown("It was shelled Thursday\nnight.") == [("Thursday\nnight", "2017-01-12TNI")]
    assert shown("It was shelled Thursday\n\nNight fell.") == [("Thursday", "2017-01-12")]


@pytest.mark.parametrize("published", [date.min, date.max, date(2016, 2, 29)])
def test_the_ends_of_the_calendar_and_leap_days_are_no_trouble(published: date):
    text = (
        "last week, next week, two centuries ago, in three weeks’ time, next Friday, last Friday, 29 February, "
        "next year, last summer, the weekend, a decade ago, "
        "next month, New Year’s Eve, in May, the first quarter, tomorrow"
    )
    assert len(find_times(text, published)) == 16
    for prefer in ("past", "future"):
        find_times(text, published, prefer)


PIECES = st.sampled_from(
    "on in the of last next this early late Friday Monday May March January Jan. 5 23 2016 2017 1990s - – / : , and "
    "to night week weekend year years ago two a few first quarter half fall spring today 3 p.m. GMT by since said will "
    "'s ’s \n \u00a0 🕊 é".split(" ")
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)), st.none() | st.dates())
@settings(max_examples=300, deadline=None)
def test_any_text_gives_ordered_spans_inside_it_with_dates_that_the_record_takes(text: str, published: date | None):
    found = find_times(text, published)
    assert found == find_times(text, published)
    at = 0
    for each in found:
        assert at <= each.span.start < each.span.end <= len(text)
        assert each.iso is None or is_date(each.iso), each
        at = each.span.end
    dateline(text, published)


@pytest.mark.parametrize(
    "piece",
    ["the ", "1", "1 ", "early late ", "last ", "in the ", "\n", "2016-", "1/1/", "two and a half ", "said ", "May 5 ",
     "Friday,", "3 p.m. on "],
)  # fmt: skip
def test_time_is_linear_in_hostile_text(piece: str):
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        find_times(text, TUESDAY)
        return time.process_time() - start

    seconds(1000)
    assert seconds(100_000) < 10 * seconds(25_000) + 0.5


def test_a_megabyte_on_one_line_is_scanned_fast():
    text = "The council of the valley heard the engineers out and voted for the smaller of the two dams. " * 11_000
    start = time.process_time()
    assert find_times(text, TUESDAY) == ()
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MUSCAT, Jan 17 (Gulf Courier) - Oman said", ("MUSCAT", "2017-01-17", "Gulf Courier")),
        ("GENEVA — The envoy said", ("GENEVA", None, None)),
        ("LONDON (AP) — The envoy said", ("LONDON", None, "AP")),
        ("WASHINGTON, D.C. (AP) -- The envoy", ("WASHINGTON", None, "AP")),
        ("ST. PAUL, Minn. — The envoy", ("ST. PAUL", None, None)),
        ("NEW YORK, Jan. 17, 2017 /Andes Wire/ -- A", ("NEW YORK", "2017-01-17", "Andes Wire")),
        ("BEIRUT/GENEVA, Jan 16 (Reuters) - The", ("BEIRUT/GENEVA", "2017-01-16", "Reuters")),
        ("Lima (Andes Wire) - The envoy", ("Lima", None, "Andes Wire")),
        ("MOSCOW, January 17. /TASS/. The envoy", ("MOSCOW", "2017-01-17", "TASS")),
        ("(Reuters) - The envoy said", (None, None, "Reuters")),
    ],
)
def test_a_dateline_gives_place_day_and_agency(text: str, expected: tuple[str | None, str | None, str | None]):
    found = dateline(text, TUESDAY)
    assert found is not None
    assert (found.place, found.date, found.agency) == expected
    assert text[found.span.end :].split()[0] in {"Oman", "The", "A"}


def test_a_dateline_may_stand_below_a_headline():
    text = "Envoy leaves\n\nGENEVA — The envoy left."
    assert dateline(text) == Dateline(Span(14, 23), "GENEVA", None, None)


@pytest.mark.parametrize("text", ["", "Envoy leaves", "COUNCIL WINS — AGAIN", "WATCH — The envoy", "He left — again."])
def test_other_beginnings_are_no_datelines(text: str):
    assert dateline(text) is None
