"""Forms as a browser sends them: with everything that stands in their fields."""

from __future__ import annotations

from html.parser import HTMLParser

from fastapi.testclient import TestClient

from tests.workbench.conftest import HTML


class Forms(HTMLParser):
    """The forms of a page: each as its address and its fields, as they are sent when nothing is changed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self._text: str | None = None
        self._select: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        name, value = told.get("name") or "", told.get("value") or ""
        if tag == "form":
            self.found.append((told.get("action") or "", {}))
        elif tag == "textarea":
            self._text, self._fields()[name] = name, ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and (self._select not in self._fields() or "selected" in told):
            self._fields()[self._select] = told.get("value", "\0") or ""
        elif tag == "input" and name and (told.get("type") not in ("checkbox", "radio") or "checked" in told):
            own = self._fields()
            own[name] = f"{own[name]}, {value}" if name in own else value

    def handle_endtag(self, tag: str) -> None:
        self._text = None if tag == "textarea" else self._text
        self._select = None if tag == "select" else self._select

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._fields()[self._text] += data
        elif self._select and self._fields().get(self._select) == "\0":
            self._fields()[self._select] = data

    def _fields(self) -> dict[str, str]:
        return self.found[-1][1] if self.found else {}


def form(client: TestClient, path: str, field: str) -> dict[str, str]:
    """The first form of a page that has this field."""
    answer = client.get(path, headers=HTML)
    assert answer.status_code == 200, answer.text
    return next(fields for _, fields in Forms(answer.text).found if field in fields)


def send(client: TestClient, to: str, fields: dict[str, str], **changes: str | None) -> int:
    """Send a form with some fields changed, or taken out; gives the status."""
    told = fields | {name: value for name, value in changes.items() if value is not None}
    told = {name: value for name, value in told.items() if name not in changes or changes[name] is not None}
    return client.post(to, data=told, headers=HTML, follow_redirects=False).status_code
