from __future__ import annotations

import base64
import csv
import hashlib
import io
import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from tests.views.examples import TEXT, hostile, record
from verbale.record import Article, Reader, Record, Span, Statement
from verbale.views import lines, marks, page, table, text


def test_text_says_who_how_what_and_where_in_eighty_columns() -> None:
    shown = text.render(record())
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert "S1   Ann Roe, mayor of Esbjerg" in shown
    assert "direct; denied; to Bob Doe [line 1, characters 14–54]" in shown
    assert "said: we <b>go</b> now, as Bob Doe asked us to" in shown
    assert "we <b>go</b> now, as Bob Doe asked us to" in shown
    assert "no source" in shown
    assert "Not part of the article: Read more: a storm" in shown
    assert "Note: A mark is missing." in shown


def test_text_without_colour_has_no_control_characters() -> None:
    shown = text.render(hostile())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]", shown)
    assert "\x1b[1m" in text.render(record(), color=True)


def test_text_of_an_empty_record_says_so() -> None:
    assert "No statements were found." in text.render(hostile())


def test_the_table_has_a_row_a_statement_under_a_header() -> None:
    rows = list(csv.DictReader(io.StringIO(table.rows([record(), hostile()]))))
    assert [r["statement"] for r in rows] == ["S1", "S2", "S3"]
    assert (rows[0]["speaker"], rows[0]["office"], rows[0]["denied"]) == ("Ann Roe", "mayor of Esbjerg", "yes")
    assert TEXT[int(rows[0]["start"]) : int(rows[0]["end"])] == rows[0]["content"]
    assert rows[1]["inside"] == "S1"


def test_a_cell_never_begins_a_formula() -> None:
    assert "'=Roe goes" in table.rows([record()])


class Reads(HTMLParser):
    """Collects what a browser would show and follow."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.ids += [found["id"]] if found.get("id") else []  # type: ignore[list-item]
        self.links += [found["href"]] if found.get("href") else []  # type: ignore[list-item]
        self.loads += [v for k, v in attrs if k in ("src", "srcset") and v]


def test_every_link_of_the_page_leads_to_a_place_on_it() -> None:
    read = Reads(page.render([record(), record()]))
    assert len(read.ids) == len(set(read.ids))
    assert {link[1:] for link in read.links} <= set(read.ids)
    assert {"r1-S1", "r1-S1-text", "r2-S3", "r2-S3-text"} <= set(read.ids)


def test_the_page_loads_nothing_and_allows_only_its_own_script() -> None:
    html = page.render([record()])
    assert Reads(html).loads == []
    script = html[html.index("<script>") + 8 : html.index("</script>")]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in html
    assert "http://" not in html
    assert "https://" not in html


def test_hostile_text_never_becomes_markup_and_turning_characters_are_shown() -> None:
    html = page.render([hostile()])
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "\u202e" not in html
    assert "U+202E" in html


def test_nested_statements_lie_on_top_of_the_outer_one() -> None:
    pieces = marks.pieces(record().article.text, marks.marks_of(record()))
    assert [(p.statement, p.role) for p in pieces if p.text == "Bob Doe"] == [("S2", "source")]
    assert [p.depth for p in pieces if p.text == "us to"] == [2]


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), min_size=1, max_size=6)


@given(SPANS)
def test_pieces_put_together_are_the_text(found: list[tuple[int, int]]) -> None:
    article = Article(text="“abcdefghi” jklm\n" * 4, language="en")
    statements = tuple(
        Statement(id=f"S{n}", content=(Span(start, min(start + size, 60)),)) for n, (start, size) in enumerate(found)
    )
    made = Record(reader=Reader("0", "m"), article=article, statements=statements)
    assert "".join(p.text for p in marks.pieces(article.text, marks.marks_of(made))) == article.text


def test_a_week_is_told_by_its_monday() -> None:
    assert lines.day("2026-W12") == "week of 16 March 2026"
    assert lines.day("2026-W12-WE") == "weekend of 21 March 2026"
    assert (lines.day("2026-03"), lines.day(None)) == ("2026-03", "")


def test_the_page_has_statements_before_positions_and_says_by_which_word_they_were_made() -> None:
    shown = page.render([record()])
    assert '<span class="cue"><bdi>said</bdi></span>: <bdi>we ' in shown
    assert "line 1, characters 14–54" in shown
