"""The fields of a value as a form has them, and what a form says of them.

A form has each field as it was when the page was made (`was_`) and as it is to be (`to_`): what differs is what the
reviewer has changed, whatever others have ruled meanwhile. Spans are there as words and as offsets (`at_`): the offsets
hold as long as these words stand there, else the words are looked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from verbale.errors import BadRuling
from verbale.minutes.answers import Ahead, Known, Named, Proof, Raised, Said
from verbale.minutes.fields import FIELDS, Field
from verbale.minutes.looking import Value
from verbale.minutes.portable import is_place, place, quoted, spans_of
from verbale.views.marks import plainly

from .locating import located

Shown = Value | Known | Raised | Ahead
Form = Mapping[str, str]
PROOFS = ("evidence", "sides")  # sorts that are chosen from the article's statements and events
LABELS = {
    "content": "What was said (content)", "source": "Who says it (source)", "cue": "The saying (cue)",
    "cospeakers": "Others who speak", "quotation": "Quotation", "act": "Act", "denied": "The speaker denies it",
    "anonymous": "Without a name", "made": "Day", "via": "Passed on by", "addressees": "Said to",
    "according_to": "On whose word", "first": "One side", "second": "The other side", "spans": "Words of the article",
    "target": "To whom", "label": "Wording",
}  # fmt: skip
OF_EVENT = {"source": "Who did it"}
KEYS = {"content": "c", "source": "w", "cue": "s", "spans": "c", "evidence_words": "v"}


@dataclass(frozen=True, slots=True)
class Control:
    """A field in a form.

    Attributes:
        now: What stands there: words, names with semicolons between, ids with commas.
        at: Where the words stand, as `10-25 40-60`.
        choices: What it may be, where that is a choice.
        key: The letter that takes what is selected in the text.
    """

    name: str
    label: str
    sort: str
    now: str
    choices: tuple[str, ...] = ()
    needed: bool = False
    at: str = ""
    key: str = ""


def controls(
    kind: str, value: Shown | None = None, text: str = "", beside: Mapping[str, Sequence[Named]] | None = None,
    proofs: bool = True,
) -> list[Control]:  # fmt: skip
    """The fields of a value, or of a new one; `beside` has those that the value itself does not (`Offering.beside`).
    Without `proofs` evidence is left out."""
    known = beside if value is not None else {"cospeakers": (), "via": (), "addressees": ()}
    found: list[Control] = []
    for name, field in FIELDS[kind].items():
        shown = value is None or hasattr(value, _attribute(name)) or name in (known or {}) or field.sort == "spans"
        if shown and (proofs or field.sort not in PROOFS):
            found.append(_control(kind, name, field, value, text, known or {}))
    if proofs and "evidence" in FIELDS[kind] and kind != "conflict":
        words = "Or words of the article that prove it"
        found.append(Control("evidence_words", words, "spans", "", key=KEYS["evidence_words"]))
    return found


def _control(
    kind: str, name: str, field: Field, value: Shown | None, text: str, beside: Mapping[str, Sequence[Named]]
) -> Control:
    label = (OF_EVENT if kind == "event" else {}).get(name) or LABELS.get(name) or name.capitalize()
    choices = tuple(str(c) for c in field.choices)
    if field.sort == "spans":
        spans = _spans(value, name)
        return Control(name, label, "spans", plainly(quoted(text, spans)), (), field.needed, place(spans), KEYS[name])
    told = beside[name] if name in beside else getattr(value, _attribute(name)) if value is not None else field.default
    return Control(name, label, field.sort, _told(told), choices, field.needed)


def _attribute(name: str) -> str:
    return {"class": "class_", "label": "name"}.get(name, name)


def _spans(value: Shown | None, name: str) -> list[list[int]]:
    spans = value.spans.get(name, []) if isinstance(value, Said) else getattr(value, "spans", ())
    return [list(span) for span in spans]


def _told(value: Any) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "1"
    if isinstance(value, Named):
        return value.name
    if isinstance(value, tuple | list):
        if value and isinstance(value[0], tuple | list):
            return " / ".join(_told(side) for side in value)
        ids = all(isinstance(each, Proof) for each in value)
        return (", " if ids else "; ").join(each.id if isinstance(each, Proof) else _told(each) for each in value)
    return str(value)


def changed(kind: str, form: Form, text: str) -> dict[str, Any]:
    """The fields that a form changes, as rulings have them; `text` is the article's.

    Raises BadRuling where nothing is changed, and for words that do not stand in the article.
    """
    found: dict[str, Any] = {}
    near: int | None = None
    for name, field in FIELDS[kind].items():
        if f"was_{name}" not in form and f"to_{name}" not in form:
            continue
        if field.sort == "spans":
            spans = placed(name, form, text, near)
            near = spans[0][0] if spans and near is None else near
            if place(spans) != form.get(f"was_{name}", ""):
                found[name] = spans or None
        elif field.sort in PROOFS:
            found |= _proofs(name, field.sort, form, text)
        elif _tidy(form.get(f"to_{name}", "")) != _tidy(form.get(f"was_{name}", "")):
            found[name] = _read(field.sort, _tidy(form.get(f"to_{name}", "")))
    if not found:
        raise BadRuling("nothing in the form differs from what is there", "Change a field, or accept the value.")
    return found


def _read(sort: str, told: str) -> Any:
    if sort == "flag":
        return bool(told)
    if sort == "actors":
        return [name.strip() for name in told.split(";") if name.strip()]
    return told or None


def placed(name: str, form: Form, text: str, near: int | None = None) -> list[list[int]]:
    """Where the words of a field stand."""
    words, at = _tidy(form.get(f"to_{name}", "")), form.get(f"at_{name}", form.get(f"was_{name}", ""))
    spans = spans_of(at) if is_place(at) and len(at) < 2000 else []
    if not words:
        return []
    if spans and _tidy(plainly(quoted(text, spans))) == words:
        return spans
    return located(words, text, spans[0][0] if spans else near)


def _proofs(name: str, sort: str, form: Form, text: str) -> dict[str, Any]:
    """Evidence that differs: chosen ids and places, and words of the text."""
    was = [_ids(side) for side in form.get(f"was_{name}", "").split("/")]
    if sort == "sides":
        sides = [_ids(form.get(f"to_{each}", "")) for each in (name, f"{name}_second")]
        same = [set(side) for side in (*was, [])[:2]] == [set(side) for side in sides]
        return {} if same else {name: sides}
    words = placed(f"{name}_words", form, text)
    ids = _ids(form.get(f"to_{name}", "")) + ([place(words)] if words else [])
    return {} if set(was[0]) == set(ids) else {name: ids}


def _ids(told: str) -> list[str]:
    return [each.strip() for each in told.split(",") if each.strip()]


def _tidy(told: str) -> str:
    return " ".join(told.split())
