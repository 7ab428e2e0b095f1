"""Names in worldwide_newswire articles kept for measuring: exact F1 over person, organisation and place.

A name counts when its kind and both its ends are right. Names of other kinds are left out on both sides, so
that a place given where the annotators have a facility is wrong, and one given as MISC is simply missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from . import newswire
from .common import Counts, Result, Task, f1_result, main
from .newswire import DEV_LIST, Name

NAME = "names"
KINDS = {"Person": "PERSON", "Organization": "ORGANISATION", "Location": "PLACE"}


def names_of(doc: Any) -> list[Name]:
    """A spaCy Doc's entities."""
    return [Name(e.start_char, e.end_char, e.label_) for e in doc.ents]


def score(given: Iterable[Name], wanted: Iterable[Name]) -> dict[str, Counts]:
    """Counts for each kind and for all ("names"); `wanted` has the corpus's kinds, `given` ours."""
    ours = {n for n in given if n.kind in KINDS.values()}
    theirs = {Name(n.start, n.end, KINDS[n.kind]) for n in wanted if n.kind in KINDS}
    counts = {"names": Counts(len(ours & theirs), len(ours), len(theirs))}
    for kind in KINDS.values():
        a, b = ({n for n in side if n.kind == kind} for side in (ours, theirs))
        counts[kind.lower()] = Counts(len(a & b), len(a), len(b))
    return counts


def data(task: Task) -> list[Path]:
    return [DEV_LIST, *(task.corpora / "worldwide_newswire" / name for name in newswire.dev_names())]


def measure(task: Task) -> Result:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("verbale")
    total: dict[str, Counts] = {}
    articles = newswire.distinct(newswire.articles(task.corpora / "worldwide_newswire", newswire.dev_names()))
    for article in task.some(articles, "names"):
        counts = score(names_of(nlp(article.text)), article.names)
        total = {name: total.get(name, Counts()) + c for name, c in counts.items()}
    return f1_result(total)


if __name__ == "__main__":
    main(NAME, data, measure)
