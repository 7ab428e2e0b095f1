from __future__ import annotations

import pytest

from benchmarks.common import Counts
from benchmarks.names import score
from benchmarks.newswire import Name, dev_names, distinct, parse, written_out

FILE = """\
https://example.org/ferries\tO

Lena\tB-Person
Okafor\tI-Person
’\tO
s\tO
port\tO
-\tO
city\tO
of\tO
Port\tB-Location\tB-Misc
Ormond\tI-Location
,\tO
"\tO
open\tO
"\tO
.\tO

Norland\tB-Organization
Ferries\tI-Organization
Norland\tB-Location
"""


def test_an_article_is_put_together_again_with_its_names() -> None:
    article = parse("a.tsv", FILE)
    assert article.text == 'Lena Okafor’s port-city of Port Ormond, "open".\nNorland Ferries Norland'
    assert [(article.text[n.start : n.end], n.kind) for n in article.names] == [
        ("Lena Okafor", "Person"),
        ("Port Ormond", "Location"),
        ("Norland Ferries", "Organization"),
        ("Norland", "Location"),
    ]


def test_the_address_is_no_text_but_a_later_link_is() -> None:
    assert parse("a.tsv", "https://a.org\tO\nSee\tO\nhttps://b.org\tO\n").text == "See https://b.org"


def test_a_tag_that_goes_on_without_beginning_begins_a_name() -> None:
    article = parse("a.tsv", "Mira\tI-Person\nOslo\tI-Location\nFjord\tI-Location\n")
    assert [(n.start, n.end, n.kind) for n in article.names] == [(0, 4, "Person"), (5, 15, "Location")]


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("( it ) costs $ 5 %", "(it) costs $5%"),
        ("“ No , ” she said", "“No,” she said"),
        ("the workers ’ boat", "the workers’ boat"),
        ("it ' s ' fine '", "it's 'fine'"),
        ("do n't go - now", "don't go-now"),
        ("a – b", "a – b"),
        ("what ? ! ...", "what?!..."),
    ],
)
def test_blanks_go_back_where_they_were(tokens: str, text: str) -> None:
    words = tokens.split()
    assert "".join(b + w for b, w in zip(written_out(words), words, strict=True)) == text


def test_only_names_with_both_ends_and_the_kind_right_count() -> None:
    wanted = [
        Name(0, 4, "Person"),
        Name(6, 9, "Location"),
        Name(10, 14, "Organization"),
        Name(20, 25, "Facility"),
    ]
    given = [Name(0, 4, "PERSON"), Name(6, 10, "PLACE"), Name(10, 14, "PLACE"), Name(20, 25, "NORP")]
    counts = score(given, wanted)
    assert counts["names"] == Counts(1, 3, 3)
    assert counts["place"] == Counts(0, 2, 1)


def test_an_article_that_repeats_another_is_measured_once() -> None:
    line = "".join(f"word{n}\tO\n" for n in range(40))
    first, same, other = (
        parse("a", line),
        parse("b", line + "more\tO\n"),
        parse("c", "quite\tO\nanother\tO\n"),
    )
    assert [a.name for a in distinct([first, same, other])] == ["a", "c"]


def test_the_articles_kept_for_measuring_are_listed_once_each() -> None:
    names = dev_names()
    assert len(names) == len(set(names)) > 50
    assert all(name.endswith(".txt.tsv") for name in names)
