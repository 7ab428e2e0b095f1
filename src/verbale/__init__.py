"""Verbale reads news and keeps the minutes: who said what, and the characters that prove it.

    import verbale

    reader = verbale.load()
    record = reader.read(text, published="2017-01-17", publisher="RT")

Nothing is imported before it is asked for, so `import verbale` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

# Type checkers take this name for true; `typing` itself would be half the cost of `import verbale`.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from verbale.errors import (
        AgendaError,
        EmptyArticle,
        InputError,
        MalformedDate,
        MinutesError,
        ModelError,
        NotText,
        OutputError,
        RecordError,
        UnreadableFile,
        VerbaleError,
    )
    from verbale.flow import read_file
    from verbale.minutes import Filter, Minutes
    from verbale.reading import Reader, load
    from verbale.record import (
        Actor,
        Article,
        Conflict,
        Event,
        Made,
        Meeting,
        Note,
        Office,
        Participation,
        Position,
        Question,
        Record,
        Span,
        Statement,
    )

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "AgendaError",
    "Article",
    "Conflict",
    "EmptyArticle",
    "Event",
    "Filter",
    "InputError",
    "Made",
    "MalformedDate",
    "Meeting",
    "Minutes",
    "MinutesError",
    "ModelError",
    "NotText",
    "Note",
    "Office",
    "OutputError",
    "Participation",
    "Position",
    "Question",
    "Reader",
    "Record",
    "RecordError",
    "Span",
    "Statement",
    "UnreadableFile",
    "VerbaleError",
    "__version__",
    "load",
    "read_file",
]

_ERRORS = {name for name in __all__ if name.endswith("Error")} | {
    "EmptyArticle",
    "MalformedDate",
    "NotText",
    "UnreadableFile",
}
_ELSEWHERE = {
    "load": "verbale.reading",
    "Reader": "verbale.reading",
    "read_file": "verbale.flow",
    "Filter": "verbale.minutes",
    "Minutes": "verbale.minutes",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'verbale' has no attribute {name!r}")
    room = "verbale.errors" if name in _ERRORS else _ELSEWHERE.get(name, "verbale.record")
    value: object = getattr(import_module(room), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
