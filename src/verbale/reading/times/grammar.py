"""The grammar of date and time expressions: regular expressions put together from named pieces.

Every piece is bounded and no repetition stands inside another, so that matching is linear in the text. Names of
months and weekdays need their capital, which keeps "may" and "march" the verbs out.
"""

from __future__ import annotations

S = r"(?:[ \xa0\u202f]{1,2}|\r?\n)"
DASH = r"(?:[ \xa0]?[-–][ \xa0]?|—)"
TO = rf"(?:{S}(?:to|through|thru|until|till){S}|{DASH})"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
UNITS = ("minute", "hour", "day", "week", "month", "year", "decade", "century")
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "TMO", "midday": "TMI", "lunchtime": "TMI", "noon": "TMI", "afternoon": "TAF", "evening": "TEV",
    "night": "TNI",
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "last": -1, "final": -1, "latter": 2,
}  # fmt: skip
NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50}
CENTURIES = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}


def either(*words: str) -> str:
    """One of some words in lower, title or upper case, the longest first."""
    return f"(?i:{'|'.join(sorted(words, key=len, reverse=True))})"


def named(words: tuple[str, ...], short: str) -> str:
    """One of some names with a capital or in capitals, and their abbreviations where `short` is given."""
    long = "|".join((*words, *(word.upper() for word in words)))
    return f"(?:{long}|(?:{short}|{short.upper()})\\b\\.?)" if short else f"(?:{long})"


WEEKDAY = named(WEEKDAYS, "")
ANY_WEEKDAY = named(WEEKDAYS, "Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun")
ANY_MONTH = named(MONTHS, "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec")
MONTH = rf"(?:{named(MONTHS, '')}|(?:Jan|Feb|Apr|Aug|Sept|Oct|Nov|Dec)\.)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
YEAR = r"(?:1[0-9]|20|21)\d\d(?![\d%]|[.,]\d)"
OF_YEAR = rf"(?:,?{S}(?:of{S})?(?P<year>{YEAR})|{S}(?:of{S})?(?P<turn>last|this|next){S}year)"
WHEN = rf"(?:(?P<when>{either('early', 'late', 'earlier', 'later', 'mid')})(?:-|{S}(?:on{S})?(?:in{S})?(?:the{S})?))"
EDGE = (
    rf"(?:(?P<edge>{either('early', 'late', 'earlier', 'later')}(?:{S}on)?(?:{S}in)?|"
    rf"(?:{either('the')}{S})?{either('start', 'beginning', 'middle', 'end', 'close', 'rest', 'remainder')}{S}of){S})"
)
TURN = either(
    "this", "last", "next", "this past", "this coming", "the coming", "the past", "the current", "the previous",
    "the following", "the next", "the last", "that same", "the same",
).replace(" ", S)  # fmt: skip
PART = rf"(?:{'|'.join(PARTS)})"
UNIT = rf"(?:{'|'.join(UNITS[:-1])}|centurie|century)"
TENS = rf"{either('twenty', 'thirty', 'forty', 'fifty')}-{either(*list(NUMBERS)[:9])}"
NUMBER = rf"(?:\d{{1,3}}|{TENS}|{either(*NUMBERS, 'several', 'many', 'a few', 'some', 'a couple of', 'half a')})"
QUARTER = rf"(?P<ordinal>{either('first', 'second', 'third', 'fourth', 'last', 'final', '1st', '2nd', '3rd', '4th')})"
CLOCK = r"(?P<hour>[01]?\d|2[0-3])"
ZONE = r"(?:GMT|UTC|BST|CEST|CET|EDT|EST|ET|PDT|PST|PT|MSK|IST|local time)"

# The first rule that fits wins, so the longer forms stand above their beginnings.
RULES: dict[str, str] = {
    "iso": (
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
        r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d(?:\.\d{1,6})?)?(?P<zone>Z|[+-]\d\d:\d\d)?)?(?![-\d])"
    ),
    "numeric": (
        r"(?P<year>\d{4})/(?P<month>\d\d?)/(?P<day>\d\d?)(?![/\d])|"
        r"(?P<one>\d\d?)(?P<mark>[/.-])(?P<two>\d\d?)(?P=mark)(?P<long>(?:19|20)\d\d|\d\d)(?![-/\d]|\.\d)"
    ),
    "clock": (
        rf"{CLOCK}(?:[:.](?P<minute>[0-5]\d))?[ \xa0]?(?P<half>[aApP])(?:\.[mM]\.|[mM]\b\.?)(?:{S}(?P<zone>{ZONE}))?|"
        rf"(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![:\d])(?:{S}?(?P<zone24>{ZONE}))?|"
        rf"(?P<hour4>[01]\d|2[0-3])(?P<minute4>[0-5]\d){S}?(?P<zone4>GMT|UTC)|"
        rf"(?P<word>{either('noon', 'midday', 'midnight')})|"
        rf"(?P<oclock>\d\d?|{either(*list(NUMBERS)[:12])}){S}o['’]clock"
    ),
    "month_day": (
        rf"(?:{ANY_WEEKDAY},?{S})?(?:{WHEN})?(?P<month>{ANY_MONTH}){S}(?:the{S})?(?P<day>{DAY})"
        rf"(?:(?P<to>{TO}|{S}and{S})(?:(?P<month2>{ANY_MONTH}){S})?(?P<day2>{DAY})(?!{S}(?:of{S})?{ANY_MONTH}))?"
        rf"(?:{OF_YEAR})?"
    ),
    "day_month": (
        rf"(?:{ANY_WEEKDAY},?{S})?(?:{either('the')}{S})?(?P<day>{DAY})"
        rf"(?:{S}(?:of{S})?(?P<month>{ANY_MONTH}))?(?:(?P<to>{TO}|{S}and{S})(?P<day2>{DAY}))?"
        rf"{S}(?:of{S})?(?P<month2>{ANY_MONTH})(?:{OF_YEAR})?|"
        rf"(?:{ANY_WEEKDAY},?{S})?(?:{either('the')}{S})?(?P<day3>{DAY}){S}(?:of{S})?(?P<month3>{ANY_MONTH})"
        rf"(?:,?{S}(?P<year3>{YEAR})|{S}(?:of{S})?(?P<turn3>last|this|next){S}year)?"
    ),
    "week_of": rf"{either('the')}{S}week{S}(?:of|beginning|starting){S}(?P<month>{ANY_MONTH}){S}(?P<day>{DAY})",
    "month": (
        rf"(?:{EDGE}|{WHEN}|(?P<which>{either('last', 'next', 'this')}){S})?(?P<month>{MONTH})"
        rf"(?:{TO}(?P<month2>{MONTH}))?(?:{OF_YEAR})?(?!{S}?\d)"
    ),
    "weekday": (
        rf"(?:(?P<when>{either('early', 'late', 'earlier', 'later')}){S}(?:on{S})?)?"
        rf"(?:(?P<set>{either('every', 'each')}){S})?"
        rf"(?:(?P<which>{TURN}){S})?(?P<weekday>{WEEKDAY})(?P<many>s|S)?(?!\.(?:com|net|org))"
        rf"(?:{TO}(?P<weekday2>{WEEKDAY})|(?:{S}|-)(?P<part>{PART})(?!s))?"
        rf"(?:{S}(?:of{S}|in{S})?(?P<week>last|this|next){S}week)?"
    ),
    "near": (
        rf"(?:{either('earlier', 'later', 'early', 'late')}{S}(?:on{S})?)?"
        rf"(?:(?P<day>{either('today', 'tonight', 'yesterday', 'tomorrow')})(?:['’]s(?={S}{PART}))?"
        rf"(?:{S}(?P<part>{PART}))?|"
        rf"(?P<night>{either('last')}{S}night)|{either('this')}{S}(?:very{S})?(?P<this>morning|afternoon|evening))|"
        rf"(?P<two>{either('the')}{S}day{S}(?:before{S}yesterday|after{S}tomorrow))"
    ),
    "span": rf"(?:{either('the')}{S})?(?P<part>{PART}){S}of(?={S})",
    "ago": (
        rf"(?:(?P<number>{NUMBER}){S})?(?:and{S}a{S}half{S})?(?P<unit>{UNIT})s?(?:{S}and{S}a{S}half)?{S}"
        rf"(?P<way>ago|from{S}now|earlier|later|previously|afterwards?|hence)|"
        rf"{either('in')}{S}(?P<number2>{NUMBER}){S}(?P<unit2>{UNIT})s?['’]?s?{S}time"
    ),
    "other_day": (
        rf"{either('the')}{S}(?:day{S}(?:before|after|earlier)|(?:next|previous|following|same){S}day)|"
        rf"{either('that')}{S}(?:same{S})?(?:day|morning|afternoon|evening|night|week|month|year)"
    ),
    "duration": (
        rf"(?:{either('the', 'these', 'those')}{S})?"
        rf"{either('past', 'last', 'next', 'coming', 'previous', 'preceding')}{S}"
        rf"(?:(?P<number>{NUMBER}){S})?(?:few{S})?(?:and{S}a{S}half{S})?(?P<unit>{UNIT})s(?:{S}and{S}a{S}half)?|"
        rf"{either('for', 'within', 'over', 'in')}{S}"
        rf"(?:(?:more|less|at|nearly|almost|about|over){S}(?:than{S}|least{S})?)?"
        rf"(?P<body>(?P<number2>{NUMBER}){S}(?P<unit2>{UNIT})s?)(?!['’])"
    ),
    "unit": (
        rf"(?:{EDGE}(?:(?P<turn>{TURN}|{either('the')}){S})|(?P<turn2>{TURN}){S})"
        rf"(?P<unit>weekend|week|month|quarter|year|decade|century)|"
        rf"(?:{WHEN})?(?P<the>{either('the')}{S}weekend)|"
        rf"(?:{either('the')}{S})?(?P<end>{either('year')}(?:-|['’]s{S})end)"
    ),
    "every": rf"{either('every', 'each')}{S}(?:day|week|weekend|month|year|{PART}|(?P<season>{'|'.join(SEASONS)}))",
    "quarter": (
        rf"(?:{either('the')}{S})?{QUARTER}(?:{S}|-)quarter(?:{S}of{S}(?:the{S}(?:current{S})?year|(?P<year>{YEAR})|"
        rf"(?P<turn>last|this|next){S}year))?(?!{S}of{S}(?:a|the){S}century)|"
        rf"Q(?P<number>[1-4])(?:{S}?(?:of{S})?(?P<year2>{YEAR}))?"
    ),
    "half": (
        rf"(?:{either('the')}{S})?(?P<ordinal>{either('first', 'second', 'latter')}){S}half{S}of{S}"
        rf"(?:the{S}year|(?P<year>{YEAR})|(?P<turn>last|this|next){S}year)|H(?P<number>[12]){S}?(?P<year2>{YEAR})"
    ),
    "season": (
        rf"(?:{WHEN})?(?:(?P<which>{either('last', 'next', 'this', 'the')}){S})?"
        rf"(?P<season>{either(*SEASONS)})(?:{OF_YEAR})?"
    ),
    "decade": (
        rf"(?:{either('the')}{S})?(?:{WHEN})?(?:(?P<decade>(?:1[0-9]|20)\d)0['’]?s|(?<=\w{{3}} )['’](?P<short>\d)0s)"
    ),
    "century": (
        rf"(?:{either('the')}{S})?(?:{WHEN})?(?:(?P<number>\d\d)(?:st|nd|rd|th)|(?P<word>{either(*CENTURIES)}))(?:{S}|-)century"
    ),
    "year": (
        rf"(?:{EDGE}|{WHEN})?(?P<year>{YEAR})(?:(?P<to>{DASH}|{S}(?:to|through|until|and){S})(?P<year2>{YEAR})|"
        rf"[-–](?P<short>\d\d)(?!\d|-))?(?!['’]?s\b)"
    ),
}
