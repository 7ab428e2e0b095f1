"""Strategies for texts that look like news from afar: made-up sentences, odd marks, any characters."""

from __future__ import annotations

from hypothesis import strategies as st

NAMES = st.sampled_from(
    (
        *("Odile Ferrand", "Ferrand", "Mr O’Quérec", "Dr. J. K. van der Halm", "Osei-Mensa Jr."),
        *("Aida", "李望舒", "N’Golo"),
    )
)
OFFICES = st.sampled_from(
    (
        *("Foreign Minister of Peru", "a spokesman for the U.N.", "the Kenyan president"),
        "head of the E.U.'s office",
    )
)
BODIES = st.sampled_from(("Moscow", "the ministry", "Reuters", "the IAEA", "French authorities", "officials", "It"))
PRONOUNS = st.sampled_from(("he", "she", "they", "the official", "her counterpart", "the latter"))
CUES = st.sampled_from(
    (
        *("said", "told reporters", "denied", "hopes", "wrote on Twitter", "sighed", "added"),
        "is quoted as saying by Tass",
    )
)
CLAUSES = st.sampled_from(
    (
        "the talks in Geneva will begin on January 23",
        "he would not “under any circumstances” resign",
        "the U.S. had sent 1,200 troops, i.e. a brigade",
        "nobody asked whether the minister knew that the Pope had said no",
        "it's the ministers' fault",
        "we'll see",
    )
)
DATES = st.sampled_from(
    ("on Tuesday", "last week", "on Feb. 30", "in 2017", "Thursday night", "tomorrow", "on the 31st")
)
MARKS = st.sampled_from(
    (
        *(("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“")),
        *(("“", ""), ("", "”"), ('"', ""), ("", ""), ("”", "“")),
    )
)
ENDS = st.sampled_from((".", ".", ".", "?", "!", " …", "...", "", ":", ";", " —", ".)", ".]"))
GAPS = st.sampled_from((" ", " ", " ", "  ", "\u00a0", "\t", "\u2009", ""))
BREAKS = st.sampled_from(("\n", "\n\n", "\r\n", "\r\n\r\n", "\n \n", "\u2028", " "))
LINES = st.sampled_from(
    (
        *("Read more: Ten harbours nobody knows", "(Photo: the breakwater)", "By Tarvo Lind"),
        *("ROME, May 3 (Reuters) -", "* * *", "<p>“No,” he said.</p>", "“", "1. 2. 3."),
    )
)
# A byte order mark belongs to the file, not to the text; codes of lone surrogates are no characters.
CHARACTERS = st.characters(exclude_characters="\ufeff", exclude_categories=["Cs"])
SENTENCES = st.sampled_from(
    (
        "{o}{a},{c} {who} {cue} {when}",
        "{o}{a},{c} {cue} {who}, {o}{b}{c}",
        "{who} {cue} that {a}",
        "{when}, {who} {cue} {o}{a}{c}",
        "According to {who}, {a}",
        "{a}, {who} {cue}",
        "{who} {cue} that {other} {cue} that {o}{a}{c}",
        "{o}{a}. {b}",
        "{a}.{c}",
        "{who}’s call for {o}{a}{c} was heard {when}",
        "{who}: {a}",
    )
)


@st.composite
def speakers(draw: st.DrawFn) -> str:
    """A name, a body, a pronoun, a name with an office, or two of them together."""
    plain = draw(st.one_of(NAMES, BODIES, PRONOUNS, OFFICES))
    form = draw(st.sampled_from(["{0}", "{0}", "{0}", "{0}, {1},", "{1} {0}", "{0} and {2}"]))
    return form.format(plain, draw(OFFICES), draw(NAMES))


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """One reporting sentence; its quotation marks may be missing, mixed or the wrong way round."""
    opening, closing = draw(MARKS)
    first, second = draw(CLAUSES), draw(CLAUSES)
    filled = draw(SENTENCES).format(
        o=opening,
        c=closing,
        a=first,
        b=second,
        who=draw(speakers()),
        other=draw(speakers()),
        cue=draw(CUES),
        when=draw(DATES),
    )
    return filled + draw(ENDS)


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """A few sentences, or a line that is no part of an article, or any characters at all."""
    kind = draw(st.integers(0, 7))
    if kind == 0:
        return draw(LINES)
    if kind == 1:
        return draw(st.text(CHARACTERS, max_size=60))
    return "".join(draw(sentences()) + draw(GAPS) for _ in range(draw(st.integers(1, 4))))


@st.composite
def news(draw: st.DrawFn) -> str:
    """A text that looks like news from afar; at least its first sentence has words."""
    rest = draw(st.lists(st.tuples(BREAKS, paragraphs()), max_size=6))
    return draw(sentences()) + "".join(gap + paragraph for gap, paragraph in rest)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """News with a few characters struck out, put in or cut off anywhere."""
    text = draw(news())
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.text(CHARACTERS, max_size=3)) + text[at + draw(st.integers(0, 3)) :]
    return "Ferrand " + text[: draw(st.integers(0, len(text)))]


TEXTS = st.one_of(news(), damaged())
