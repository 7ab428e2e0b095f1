"""UD EWT dev from raw text: F1 of tokens, sentences, words, tags and attachments (CoNLL 2018 shared task).

Each document's raw text is read whole. LAS wants head and relation right, relations without their subtypes. A
word counts as right when it is paired (alignment.py) and has the same tag, or its head is the word paired
with the gold head.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .alignment import align
from .common import Counts, Range, Result, Task, f1_result, main
from .conllu import ROOT, Parse, Word, documents

NAME = "syntax"


def parse_of(doc: Any) -> Parse:
    """A spaCy Doc's parse; tokens of white space alone are left out."""
    ends = [0]
    for token in doc:
        ends.append(ends[-1] + len("".join(token.text.split())))
    kept = [t for t in doc if ends[t.i + 1] > ends[t.i]]
    numbers = {t.i: n for n, t in enumerate(kept)}
    parse = Parse(tokens=[(ends[t.i], ends[t.i + 1]) for t in kept])
    for token, place in zip(kept, parse.tokens, strict=True):
        head = ROOT if token.head.i == token.i else numbers.get(token.head.i, ROOT)
        parse.words.append(Word(token.text, place, False, token.pos_, head, token.dep_))
    sentences = ((ends[s.start], ends[s.end]) for s in doc.sents)
    parse.sentences = [(start, end) for start, end in sentences if end > start]
    return parse


def same_spans(gold: list[Range], system: list[Range]) -> Counts:
    return Counts(len(set(gold) & set(system)), len(system), len(gold))


def plain(relation: str) -> str:
    return relation.lower().partition(":")[0]


def score(gold: Parse, system: Parse) -> dict[str, Counts]:
    paired = align(gold.words, system.words)
    tags = heads = labelled = 0
    for g, s in paired.items():
        ours, theirs = system.words[s], gold.words[g]
        head = ROOT if theirs.head == ROOT else paired.get(theirs.head)
        attached = head == ours.head
        tags += ours.upos == theirs.upos
        heads += attached
        labelled += attached and plain(ours.relation) == plain(theirs.relation)
    rights = {"words": len(paired), "UPOS": tags, "UAS": heads, "LAS": labelled}
    return {
        "tokens": same_spans(gold.tokens, system.tokens),
        "sentences": same_spans(gold.sentences, system.sentences),
        **{name: Counts(right, len(system.words), len(gold.words)) for name, right in rights.items()},
    }


def data(task: Task) -> list[Path]:
    return [task.corpora / "ud_ewt" / "dev.conllu"]


def measure(task: Task) -> Result:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("verbale")
    total: dict[str, Counts] = {}
    for document in task.some(list(documents(*data(task))), "syntax"):
        counts = score(document.parse, parse_of(nlp(document.text)))
        total = {name: total.get(name, Counts()) + c for name, c in counts.items()}
    return f1_result(total)


if __name__ == "__main__":
    main(NAME, data, measure)
