"""HTML pages: telling them from text, and the article in them, by trafilatura."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from verbale.errors import EmptyArticle, NotText
from verbale.record import Note

_LOOKED_AT = 4_000
_BEFORE = r"(?:\s|\ufeff|<\?xml[^>]*>|<!--.*?-->)*"
_FIRST = r"(?:!doctype\s+html|(?:html|head|body|title|meta|article|main|section|div|h1|p)(?=[\s>/]))"
_PAGE = re.compile(rf"{_BEFORE}<{_FIRST}", re.IGNORECASE | re.DOTALL)
_OURS = re.compile(r'<meta name="generator" content="Verbale ')
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)

_BLOCKS = frozenset("p div section article main aside nav header footer body html".split())
_NO_TEXT = frozenset({"script", "style"})


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page: its paragraphs, one a line, and what the page says about it; `notes` on the date."""

    text: str
    headline: str | None
    publisher: str | None
    published: str | None
    url: str | None
    notes: tuple[Note, ...] = ()


def is_page(text: str) -> bool:
    """Whether a text is HTML, told by how it begins, whatever its file is called."""
    return _PAGE.match(text[:_LOOKED_AT]) is not None


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page's own head names, if any."""
    found = _CHARSET.search(data[:_LOOKED_AT])
    return found[1].decode("ascii", "replace").lower() if found else None


def read_page(text: str, url: str | None = None) -> Page:
    """The article of a page. Raises EmptyArticle where no body is found, NotText for a page that Verbale wrote."""
    import trafilatura

    if _OURS.search(text[:_LOOKED_AT]):
        raise NotText("this is a page that Verbale wrote, not an article", "Give the article, or its record in JSON.")

    found: Any = trafilatura.bare_extraction(text, url=url, include_comments=False, with_metadata=True)
    body = (found.text or "").strip() if found is not None else ""
    if found is not None and body:
        return Page(body, found.title or None, found.sitename or None, found.date or None, found.url or None)
    paragraphs = _Paragraphs.of(text)
    if not paragraphs:
        raise EmptyArticle("no article was found in this page")
    return Page(paragraphs, None, None, None, None)


class _Paragraphs(HTMLParser):
    """What stands in a page's `p` elements, for pages too deep or too broken for trafilatura."""

    @classmethod
    def of(cls, text: str) -> str:
        parser = cls()
        parser.feed(text)
        parser.close()
        lines = (" ".join("".join(pieces).split()) for pieces in parser._paragraphs)
        return "\n".join(filter(None, lines))

    def __init__(self) -> None:
        super().__init__()
        self._paragraphs: list[list[str]] = []
        self._inside = self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "p":
            self._paragraphs.append([])
        self._inside = tag == "p" or (self._inside and tag not in _BLOCKS)
        self._hidden = tag in _NO_TEXT or self._hidden

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag not in _BLOCKS
        self._hidden = self._hidden and tag not in _NO_TEXT

    def handle_data(self, data: str) -> None:
        if self._inside and not self._hidden:
            self._paragraphs[-1].append(data)
