"""Whether two names mean the same one, and whether an actor is the one that an answer names."""

from __future__ import annotations

import re
import unicodedata

from verbale.record import Actor, Record

_SMALL = frozenset(re.findall(r"\w+", "a an the of in on at to for and its his her their this that"))
_TITLES = frozenset(re.findall(r"\w+", "mr mrs ms miss dr sir prof"))
_BEFORE_DETAIL = re.compile(
    r"\b(?:of|in|at|on|to|for|from|with|by|close|near|who|familiar)\b|,", re.IGNORECASE
)
PEOPLE, BODIES = frozenset({"person"}), frozenset({"state", "organisation"})


def words(name: str) -> list[str]:
    """The words of a name that tell: small letters, no accents, articles, titles or possessive s."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    plain = re.sub(r"['’]s\b", "", plain)
    return [w for w in re.findall(r"\w+", plain) if w not in _SMALL | _TITLES]


def head(name: str) -> str:
    """The word a name turns on: the last one before any "of ..." or "in ..."."""
    return next(iter(words(_BEFORE_DETAIL.split(name)[0])[::-1]), "")


def same_name(wanted: str, given: str) -> bool:
    """Equal, or one is part of the other and turns on the same word ("Okafor", "Lena Okafor").

    A fuller name may also go on behind the one wanted ("Tasnim", "Tasnim News Agency").
    """
    a, b = words(wanted), words(given)
    if not a or not b:
        return False
    if set(a) == set(b) or b[: len(a)] == a:
        return True
    return (set(a) <= set(b) or set(b) <= set(a)) and head(wanted) == head(given)


def within(part: str, whole: str) -> bool:
    """Whether every word of one name is in the other; never where a name has no words."""
    return bool(words(part)) and set(words(part)) <= set(words(whole))


def is_actor(record: Record, id_: str | None, wanted: str, kind: str | None = None) -> bool:
    """Whether the record's actor `id_` is the one that an answer calls `wanted`.

    Its name or one of its mentions has just these words, or it holds an office that reads so ("Foreign
    Minister of Norland"), or its name is a longer or shorter form, but then a person is no state or
    organisation. `kind`: what the answer says it is.
    """
    actor = next((a for a in record.actors if a.id == id_), None)
    if actor is None:
        return False
    called = (actor.name, *(record.article.quote(m) for m in actor.mentions), *offices(record, actor))
    if any(set(words(name)) == set(words(wanted)) for name in called if words(name)):
        return True
    other_kind = kind in BODIES if actor.kind in PEOPLE else kind in PEOPLE and actor.kind in BODIES
    return not other_kind and same_name(wanted, actor.name)


def offices(record: Record, actor: Actor) -> list[str]:
    """Each office of an actor as "title of name"."""
    names = {a.id: a.name for a in record.actors}
    return [f"{o.title} of {names.get(o.of or '', '')}" for o in actor.offices]
