"""What an address asks for: a filter, the words of a search, and links to the same page narrowed or widened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from starlette.requests import Request

from verbale.errors import BadQuery
from verbale.minutes.answers import Filter
from verbale.minutes.joining import plain

from ..who import who

LONGEST = 300  # characters of a value, but for the words of a search, which say so themselves
EACH = 50  # values on a page
PAGING = ("limit", "after")
_CURSOR = re.compile(r"(?:[^_]{0,40}_)?[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a visitor asks of a page.

    Attributes:
        path: The page's address, without a form such as .json.
        filter: As the minutes understand it.
        given: What the address says and is not empty, by its names, without the cursor.
        narrows: The names of the filter's fields that this page can be narrowed by.
        words: What is searched for.
        who: The name of who asks.
    """

    path: str
    filter: Filter
    given: tuple[tuple[str, str], ...]
    narrows: tuple[str, ...]
    words: str = ""
    who: str = ""

    def link(self, *, form: str = "", **changes: str | None) -> str:
        """The address of the same page with other values; None takes one away."""
        told = {name: value for name, value in self.given if name not in changes}
        told |= {name: value for name, value in changes.items() if value}
        return address(self.path + form, told)

    def value(self, name: str) -> str:
        return dict(self.given).get(name, "")

    def more(self) -> Filter:
        """The filter with one value more than are shown, so that one knows whether there is a next page."""
        return replace(self.filter, limit=self.filter.limit + 1)


def asked_of(request: Request, path: str, narrows: Sequence[str], also: Iterable[str] = ()) -> Asked:
    """Raises BadQuery for a name that the page does not know, and for a value that makes no sense."""
    known = (*narrows, *PAGING, *also)
    told = {name: plain(value.strip()) for name, value in request.query_params.items() if value.strip()}
    for name, value in told.items():
        if name not in known:
            raise BadQuery(f"this page cannot be narrowed by '{name[:80]}'", f"There are {', '.join(sorted(known))}.")
        if name != "q" and len(value) > LONGEST:
            raise BadQuery(f"{name} is {len(value)} characters long", f"Give {LONGEST} at most.")
    if not _CURSOR.fullmatch(told.get("after", "0")):
        raise BadQuery(f"'{told['after'][:80]}' is no cursor", "Give the one that came with the answer before.")
    fields = {name: _cleaned(value) for name, value in told.items() if name not in ("limit", *also)}
    narrowed = Filter(**fields, limit=_limit(told.get("limit")))  # type: ignore[arg-type]
    if "copies" in fields:
        narrowed = replace(narrowed, copies=fields["copies"] in ("1", "on", "true", "yes"))
    given = tuple((name, value) for name, value in told.items() if name != "after")
    return Asked(path, narrowed, given, tuple(narrows), told.get("q", ""), who(request).name)


def address(path: str, told: dict[str, str]) -> str:
    return f"{path}?{urlencode(told)}" if told else path


def article_at(name: str, value: str | None = None) -> str:
    """The address of an article, at one of its statements or other values."""
    return f"/articles/{quote(name, safe='')}" + (f"#{quote(value)}" if value else "")


def value_at(kind: str, article: str, anchor: str) -> str:
    """The address of the page on which a value is ruled on."""
    return address(f"/review/{kind}/{quote(article, safe='')}", {"value": anchor})


def missed_at(kind: str, article: str) -> str:
    """The address of the page on which a value that the machine missed is added."""
    return f"/missed/{kind}/{quote(article, safe='')}"


def offices_at(article: str, actor: str) -> str:
    """The address of the page on which an article's offices of an actor are ruled on."""
    return address(f"/offices/{quote(article, safe='')}", {"value": actor})


def _limit(told: str | None) -> int:
    if told is None:
        return EACH
    if not (told.isascii() and told.isdigit() and len(told) < 6):
        raise BadQuery(f"'{told}' is no limit", "Give a number.")
    return min(int(told), 500)


def _cleaned(value: str) -> str:
    """Without the characters that no name has and a database may refuse."""
    return "".join(c for c in value if c >= " " and not "\ud800" <= c <= "\udfff")
