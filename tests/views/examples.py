"""A small record with everything that views show, and a hostile one."""

from __future__ import annotations

from verbale.record import Actor, Article, Made, Note, Office, Reader, Record, Span, Statement

TEXT = "Ann Roe said “we <b>go</b> now, as Bob Doe asked us to”.\nRead more: a storm\n“Soon.”"


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def record() -> Record:
    return Record(
        reader=Reader("0.1.0", "test"),
        article=Article(text=TEXT, headline="=Roe goes", publisher="Gazette", published="2024-05-16", language="en"),
        actors=(
            Actor("A1", "Ann Roe", "person", offices=(Office("mayor", "A2"),), mentions=(at("Ann Roe"),)),
            Actor("A2", "Esbjerg", "organisation"),
            Actor("A3", "Bob Doe", "person", mentions=(at("Bob Doe"),)),
        ),
        statements=(
            Statement(id="S1", speaker="A1", quotation="direct", source=(at("Ann Roe"),), cue=(at("said"),),
                      content=(at("we <b>go</b> now, as Bob Doe asked us to"),), denied=True, addressees=("A3",),
                      made=Made("2024-05-16")),
            Statement(id="S2", speaker="A3", source=(at("Bob Doe"),), cue=(at("asked"),), content=(at("us to"),),
                      inside="S1"),
            Statement(id="S3", content=(at("Soon."),), quotation="direct"),
        ),
        boilerplate=(at("Read more: a storm"),),
        notes=(Note("unbalanced-quotes", None, "A mark is missing."),),
    )  # fmt: skip


def hostile() -> Record:
    text = "<script>alert(1)</script> \u202egnorts\u202c said \x07 “</p>”"
    return Record(reader=Reader("0", "m"), article=Article(text=text, headline="<img src=x onerror=1>", language="en"))
