"""Passwords: what is strong enough, and argon2id (RFC 9106) to keep them.

The rules follow NIST SP 800-63B-4: length counts, no characters of certain kinds are demanded, what is guessed first
is refused.
"""

from __future__ import annotations

import threading
import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from verbale.errors import AccountError, MissingExtra

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 12, 1024  # characters
PASSES, KIBIBYTES, LANES = 3, 64 * 1024, 4  # RFC 9106, section 4, second choice
_AT_ONCE = threading.BoundedSemaphore(2)  # so that many log-ins at once do not take all memory
_KEYS = ("qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm", "1234567890")
_NEXT = {frozenset(pair) for row in _KEYS for pair in pairwise(row)}
_GUESSED = ("password", "passwort", "verbale", "letmein", "welcome")


def check(password: str, name: str) -> None:
    """Raises AccountError for a password of `name` that is empty, short, or guessed first."""
    advice = f"Take {SHORTEST} characters or more: four words that do not belong together are good."
    if not password:
        raise AccountError("the password is empty", advice)
    if not SHORTEST <= len(password) <= LONGEST:
        told = "short" if len(password) < SHORTEST else "long"
        raise AccountError(f"the password is too {told}", f"Take {SHORTEST} to {LONGEST} characters.")
    reason = _weakness(unicodedata.normalize("NFKC", password).casefold(), name.casefold())
    if reason:
        raise AccountError(f"the password is too easy to guess: {reason}", advice)


def _weakness(password: str, name: str) -> str | None:
    if len(set(password)) < 5:
        return "it has too few different characters"
    if password in (password + password)[1:-1]:
        return "it is one piece repeated"
    near = sum(abs(ord(a) - ord(b)) <= 1 or {a, b} in _NEXT for a, b in pairwise(password))
    if near > 0.6 * (len(password) - 1):
        return "its characters follow each other in the alphabet or on the keyboard"
    left = password
    for word in (name, *_GUESSED):
        left = left.replace(word, "")
    return "little is left without the name and the words that are tried first" if len(left) < 8 else None


def hashed(password: str) -> str:
    """The hash to keep, with its salt and parameters."""
    with _AT_ONCE:
        return _hasher().hash(_form(password))


def fits(kept: str | None, password: str) -> bool:
    """Whether it is the password of the hash; takes as long where there is none, and then is always False."""
    from argon2.exceptions import InvalidHashError, VerificationError

    with _AT_ONCE:
        try:
            right = _hasher().verify(kept or _nobodys(), _form(password[: LONGEST + 1]))
        except (VerificationError, InvalidHashError):
            return False
    return right and kept is not None


def outdated(kept: str) -> bool:
    """Whether the hash was made with other parameters than today's."""
    return _hasher().check_needs_rehash(kept)


@cache
def _hasher() -> PasswordHasher:
    try:
        from argon2 import PasswordHasher
    except ImportError as error:
        problem = "accounts need the library argon2-cffi, which is not there"
        raise MissingExtra(problem, "Install it with `pip install 'verbale[workbench]'`.") from error
    return PasswordHasher(PASSES, KIBIBYTES, LANES)


@cache
def _nobodys() -> str:
    return _hasher().hash("nobody has this password")


def _form(password: str) -> bytes:
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
