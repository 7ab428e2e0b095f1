"""Bytes to text: which encoding they are in, and what of them could not be read.

The text is kept exactly: line ends, spaces and control characters stay; only a byte order mark goes.
An encoding that nothing declares is told from its bytes, in this order: UTF-16 and UTF-32 by where
their NUL bytes stand, UTF-8 because nothing else looks like it, the rest by charset-normalizer.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import TYPE_CHECKING

from verbale.errors import NotText
from verbale.record import Note, Span

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

# UTF-32 first: its mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
KNOWN_BINARIES = {
    b"%PDF-": "a PDF",
    b"\x89PNG\r\n\x1a\n": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"PK\x03\x04": "a ZIP archive, or an office document",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x7fELF": "a program",
}
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1a\x1b")
_SAMPLE = 4_096
# Text in one byte per letter has next to no control characters; a tenth of random bytes are some.
_MOST_CONTROLS = 0.03
_GUESSED_FROM = 200_000
# English news in one byte a letter is nearly always Windows', else old Macs'; both share letters with others.
_LIKELIEST = ("cp1252", "mac_roman")
_REPLACEMENT = "\ufffd"
_MENDING = "verbale.mend-utf-8"


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[Note, ...]]:
    """The text in some bytes, and notes on what was guessed.

    `declared` is the encoding that the bytes themselves name, as a page does; it is believed where
    the bytes are no UTF-8. Raises NotText.
    """
    _refuse_known(data)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    wide = _wide(data[:_SAMPLE])
    if wide is not None:
        return _decoded(data, wide, guessed=True)
    try:
        return _noted(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _not_utf_8(data, declared)


def _refuse_known(data: bytes) -> None:
    for signature, what in KNOWN_BINARIES.items():
        if data.startswith(signature):
            raise NotText(f"this is {what}, not text")


def _wide(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, told by the empty halves of its Latin letters and spaces."""
    if len(sample) < 4:
        return None
    empty = [sample[at::4].count(0) / len(sample[at::4]) for at in range(4)]
    full = [share > 0.95 for share in empty]
    if full == [False, True, True, True] or full == [False, False, True, True]:
        return "utf-32-le" if empty[0] < 0.05 else None
    if full == [True, True, True, False] or full == [True, True, False, False]:
        return "utf-32-be" if empty[3] < 0.05 else None
    even, odd = (empty[0] + empty[2]) / 2, (empty[1] + empty[3]) / 2
    if odd > 0.3 and even < 0.02:
        return "utf-16-le"
    return "utf-16-be" if even > 0.3 and odd < 0.02 else None


def _not_utf_8(data: bytes, declared: str | None) -> tuple[str, tuple[Note, ...]]:
    sample = data[:_GUESSED_FROM]
    if len(sample.translate(None, _CONTROLS)) < len(sample) * (1 - _MOST_CONTROLS):
        raise NotText("this is binary data, not text")
    if declared is not None and _known(declared):
        return _decoded(data, declared)
    if _mostly_utf_8(sample):
        return _decoded(data, "utf-8", guessed=True)
    return _decoded(data, _guess(sample), guessed=True)


def _known(encoding: str) -> bool:
    try:
        return bool("x".encode(encoding))
    except (LookupError, UnicodeError, ValueError):
        return False


def _mostly_utf_8(sample: bytes) -> bool:
    """Whether more is well-formed UTF-8 than is not; each byte that must follow another is a witness for it."""
    text = sample.decode("utf-8", "replace")
    following = sum(len(character.encode()) - 1 for character in text if character != _REPLACEMENT)
    return following >= text.count(_REPLACEMENT)


def _guess(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    matches = from_bytes(sample)
    best = matches.best()
    if best is None:
        raise NotText("the encoding of its letters cannot be told")
    equal = {name for match in matches if _as_good(match, best) for name in match.could_be_from_charset}
    return next((name for name in _LIKELIEST if name in equal), best.encoding)


def _as_good(match: CharsetMatch, best: CharsetMatch) -> bool:
    return match.chaos <= best.chaos and match.coherence >= best.coherence - 0.1


def _decoded(data: bytes, encoding: str, *, guessed: bool = False) -> tuple[str, tuple[Note, ...]]:
    errors = _MENDING if encoding == "utf-8" else "replace"
    text = data.decode(encoding, errors)
    note = Note("encoding-guessed", None, f"The file does not say its encoding; it was read as {encoding}.")
    return _noted(text, *([note] if guessed else []), lost=text.count(_REPLACEMENT))


def _noted(text: str, *notes: Note, lost: int = 0) -> tuple[str, tuple[Note, ...]]:
    return text, (*notes, *_lost(text, lost), *_nul(text))


def _lost(text: str, lost: int) -> Iterator[Note]:
    if lost:
        at = text.index(_REPLACEMENT)
        message = f"{_count(lost, 'character')} could not be decoded and stands as {_REPLACEMENT}; this is the first."
        yield Note("characters-lost", Span(at, at + 1), message)


def _nul(text: str) -> Iterator[Note]:
    number = text.count("\0")
    if number:
        at = text.index("\0")
        yield Note("nul-characters", Span(at, at + 1), f"The text has {_count(number, 'NUL character')}; kept as read.")


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _mend(error: UnicodeError) -> tuple[str, int]:
    """A lone byte among ASCII is a letter pasted from Windows-1252; anything else is lost."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data, start = error.object, error.start
    lone = start + 1 < len(data) and data[start + 1] < 0x80 and (start == 0 or data[start - 1] < 0x80)
    letter = data[start : start + 1].decode("cp1252", "replace")
    return (letter, start + 1) if lone and letter.isalpha() else (_REPLACEMENT, error.end)


codecs.register_error(_MENDING, _mend)
