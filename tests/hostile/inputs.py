"""Every input that a reader must survive, by name.

`HOSTILE[name]()` gives the bytes of a file. `BROKEN` are those that hold no text of an article, so
that a refusal (`verbale.errors.InputError`) is as good as a record; every other one has to be read.
`LARGE` are those over 200 kB, which a test may want to mark as slow.
"""

from __future__ import annotations

import gzip
import unicodedata
from collections.abc import Callable
from functools import partial

from . import bulk
from .articles import ARABIC, BOILERPLATE, CHINESE, ENGLISH, GERMAN, RUSSIAN, SPANISH
from .marks import broken_marks

ANY_BYTES = bytes(range(256)) * 64
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00\x00\x00\x01\x80\x08\x06\x00\x00\x00" + ANY_BYTES
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Length 4096 >>\nstream\n" + ANY_BYTES + b"\nendstream\n"
ZIP = b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00word/document.xml" + ANY_BYTES

EMOJI = (
    "“We are a family \U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 again,” "
    "Odile Ferrand \U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f said "
    "\U0001f1eb\U0001f1f7\U0001f44d\U0001f3fd. “❤\ufe0f\u200d\U0001f525,” she added.\n"
)
BIDI = (
    "\u202eOdile Ferrand said the port was open.\u202c\n"
    "\u2067“لا”\u2069, said \u202bفارس البستنجي\u202c, \u2066“no”\u2069.\n"
    "“The \u202efog\u202d told\u202c me,” she said.\u200f\u061c\n\u202e\u202e\u202e"
)
CONTROLS = "".join(map(chr, (*range(1, 9), 11, 12, *range(14, 32), *range(127, 160))))
ODD_SPACES = "\u00a0\u1680\u2000\u2003\u2009\u200b\u2028\u2029\u202f\u205f\u3000\u0085\ufeff"


def encoded(text: str, encoding: str, prefix: bytes = b"") -> Callable[[], bytes]:
    return lambda: prefix + text.encode(encoding)


def written(make: Callable[[], str]) -> Callable[[], bytes]:
    """The bytes of a text that is made only when it is asked for."""
    return lambda: make().encode("utf-8")


def interspersed(text: str, between: str) -> str:
    return between.join(text.split(" "))


NO_TEXT: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "one-newline": lambda: b"\n",
    "only-spaces": lambda: b" \t\r\n" * 500,
    "only-odd-spaces": encoded(ODD_SPACES * 50, "utf-8"),
    "only-byte-order-mark": lambda: b"\xef\xbb\xbf",
    "only-nul": lambda: b"\x00" * 4096,
    "only-punctuation": lambda: b"... --- !!! ??? ;;; ((( ))) *** \n" * 20,
    "png": lambda: PNG,
    "pdf": lambda: PDF,
    "zip": lambda: ZIP,
    "gzip": lambda: gzip.compress(ENGLISH.encode(), mtime=0),
    "all-bytes": lambda: ANY_BYTES,
    "html-without-article": lambda: b"<html><head><script>var a;</script></head><body></body></html>",
}

ENCODINGS: dict[str, Callable[[], bytes]] = {
    "utf-8-with-mark": encoded(ENGLISH, "utf-8", b"\xef\xbb\xbf"),
    "utf-8-with-two-marks": encoded(ENGLISH, "utf-8", b"\xef\xbb\xbf" * 2),
    "utf-8-invalid": lambda: ENGLISH.encode().replace(b"port", b"p\xff\xfert\xc0\xaf"),
    "utf-8-cut-short": lambda: ENGLISH.encode() + "é".encode()[:1],
    "utf-8-surrogates": lambda: ENGLISH.encode() + b"\xed\xa0\xbd\xed\xb8\x80 he said.\n",
    "utf-8-twice": lambda: ENGLISH.encode().decode("latin-1").encode(),
    "utf-8-and-latin-1": lambda: ENGLISH.encode() + "Quéré said no.\n".encode("latin-1"),
    "utf-16-little-with-mark": encoded(ENGLISH, "utf-16-le", b"\xff\xfe"),
    "utf-16-big-with-mark": encoded(ENGLISH, "utf-16-be", b"\xfe\xff"),
    "utf-16-little": encoded(ENGLISH, "utf-16-le"),
    "utf-16-big": encoded(ENGLISH, "utf-16-be"),
    "utf-16-odd-length": lambda: b"\xff\xfe" + ENGLISH.encode("utf-16-le") + b"\x41",
    "utf-32-little-with-mark": encoded(ENGLISH, "utf-32-le", b"\xff\xfe\x00\x00"),
    "utf-32-big-with-mark": encoded(ENGLISH, "utf-32-be", b"\x00\x00\xfe\xff"),
    "utf-32-little": encoded(ENGLISH, "utf-32-le"),
    "latin-1": lambda: ENGLISH.translate({0x201C: '"', 0x201D: '"', 0x2019: "'"}).encode("latin-1"),
    "windows-1252": encoded(ENGLISH, "cp1252"),
    "mac-roman": encoded(ENGLISH, "mac-roman"),
    "nul-bytes-in-text": encoded(interspersed(ENGLISH, " \x00"), "utf-8"),
    "control-characters": encoded(interspersed(ENGLISH, CONTROLS), "utf-8"),
    "odd-spaces": encoded(interspersed(ENGLISH, ODD_SPACES), "utf-8"),
    "line-ends-of-windows": encoded(ENGLISH.replace("\n", "\r\n"), "utf-8"),
    "line-ends-of-old-macs": encoded(ENGLISH.replace("\n", "\r"), "utf-8"),
    "line-ends-mixed": encoded(ENGLISH.replace(". ", ".\r\r\n\u2028").replace("\n", "\n\r"), "utf-8"),
}

LANGUAGES: dict[str, Callable[[], bytes]] = {
    "german": encoded(GERMAN, "utf-8"),
    "spanish": encoded(SPANISH, "utf-8"),
    "russian": encoded(RUSSIAN, "utf-8"),
    "arabic": encoded(ARABIC, "utf-8"),
    "chinese": encoded(CHINESE, "utf-8"),
    "german-latin-1": lambda: GERMAN.translate({0x201E: '"', 0x201C: '"'}).encode("latin-1"),
    "russian-koi8": lambda: RUSSIAN.translate({0x2014: "-", 0xAB: '"', 0xBB: '"'}).encode("koi8-r"),
    "russian-windows-1251": encoded(RUSSIAN, "cp1251"),
    "arabic-windows-1256": lambda: ARABIC.encode("cp1256"),
    "chinese-gb18030": encoded(CHINESE, "gb18030"),
    "chinese-big5-characters-missing": lambda: CHINESE.encode("big5", "replace"),
    "six-languages": encoded(ENGLISH + GERMAN + SPANISH + RUSSIAN + ARABIC + CHINESE, "utf-8"),
}

SCRIPTS: dict[str, Callable[[], bytes]] = {
    "one-letter": lambda: b"a",
    "one-word": lambda: b"said",
    "only-a-headline": lambda: b"Port stays closed, says harbour master",
    "only-boilerplate": encoded(BOILERPLATE, "utf-8"),
    "boilerplate-between": encoded(ENGLISH.replace("\n", "\n" + BOILERPLATE), "utf-8"),
    "emoji": encoded(EMOJI, "utf-8"),
    "decomposed": lambda: unicodedata.normalize("NFD", ENGLISH + SPANISH).encode(),
    "stacked-accents": encoded("".join(c + "\u0336\u0301\u0489" * 3 for c in ENGLISH), "utf-8"),
    "right-to-left-overrides": encoded(BIDI, "utf-8"),
    "mathematical-letters": encoded("\U0001d40e\U0001d41d\U0001d422\U0001d425\U0001d41e said no.", "utf-8"),
    "private-use-and-unassigned": encoded("\ue000Ferrand\U0010ffff said\ufffe “\ufdd0”, \U000e0001", "utf-8"),
    "full-width": encoded("Ｏｄｉｌｅ　Ｆｅｒｒａｎｄ　ｓａｉｄ\uff0c＂Ｎｏ\uff0e＂", "utf-8"),
}

SIZES: dict[str, Callable[[], bytes]] = {
    "one-line-of-1-mb": written(partial(bulk.one_line, bulk.MEGABYTE)),
    "text-of-10-mb": written(partial(bulk.many_articles, 10 * bulk.MEGABYTE)),
    "names-2000": written(partial(bulk.crowd, 2_000)),
    "speakers-2000-of-one-statement": written(partial(bulk.one_list_of_people, 2_000)),
    "nested-quotes-5000": written(partial(bulk.nested_quotes, 5_000)),
    "nested-straight-quotes-5000": written(partial(bulk.nested_quotes, 5_000, "\"'", "\"'")),
    "nested-clauses-5000": written(partial(bulk.nested_clauses, 5_000)),
    "html-full-of-scripts": written(bulk.scripted_page),
    "html-10000-deep": written(partial(bulk.deep_page, 10_000)),
}

RUNS = {name: written(make) for name, make in bulk.RUNS.items()}
MARKS = {name: encoded(text, "utf-8") for name, text in broken_marks()}

HOSTILE: dict[str, Callable[[], bytes]] = {
    **NO_TEXT,
    **ENCODINGS,
    **LANGUAGES,
    **SCRIPTS,
    **MARKS,
    **SIZES,
    **RUNS,
}

# Nothing in these is an article, so a clear refusal is right as well.
BROKEN = frozenset(NO_TEXT) | {
    "utf-16-odd-length",
    "run-of-straight-quotes",
    "run-of-opening-quotes",
    "run-of-closing-quotes",
    "run-of-apostrophes",
    "run-of-empty-quotes",
    "run-of-angle-brackets",
    "run-of-joined-emoji",
    *(name for name in MARKS if name.endswith("-at-the-start")),
}
LARGE = frozenset(
    {
        "one-line-of-1-mb",
        "text-of-10-mb",
        "html-full-of-scripts",
        "run-of-letters",
        "run-of-said",
        "run-of-he-said",
        "run-of-according-to",
        "run-of-dates",
        "run-of-accents",
        "run-of-zero-width-spaces",
        "run-of-no-break-spaces",
        "run-of-opening-quotes",
        "run-of-closing-quotes",
        "run-of-empty-quotes",
        "run-of-dashes",
        "run-of-joined-emoji",
    }
)
