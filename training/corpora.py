"""From the public corpora to examples: a document with the labels its corpus has, at the encoder's own words."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.vocab import Vocab

from verbale.reading.words import Words, make_tokenizer, words_of

from . import brat, conllu
from .labels import ATTRIBUTION, NAME_TAGS, NAMES, RELATIONS, UPOS, XPOS

Ints = npt.NDArray[np.int64]
IGNORE = -100
ALL_NAME_TAGS = (1 << len(NAME_TAGS)) - 1
NON_COMMERCIAL = ("fiction", "whow")


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled pair of word spans [first, last), or a target alone; `task` and `label`: see PAIR_LABELS."""

    task: str
    source: tuple[int, int] | None
    target: tuple[int, int]
    label: int


@dataclass(slots=True)
class Example:
    """A document of n words. Label arrays have n entries; an absent one is None; IGNORE marks an unlabelled word."""

    name: str
    words: Words
    tags: Ints | None = None
    links: list[tuple[int, int, int]] = field(default_factory=list)  # (kind, child, parent) see LINKS
    spans: dict[int, tuple[int, int, int]] = field(default_factory=dict)  # id -> role, first word, last word
    sentence: Ints | None = None
    upos: Ints | None = None
    xpos: Ints | None = None
    heads: Ints | None = None
    relations: Ints | None = None
    names: Ints | None = None  # bit set of the tags that are allowed
    clusters: Ints | None = None  # entity of the word that heads a mention, -1 for none
    pairs: list[Pair] = field(default_factory=list)
    pronoun: tuple[int, tuple[int, ...], tuple[int, ...]] | None = None  # GAP: word, right, wrong antecedents


class Texts:
    """Tokenizes texts into words, once and for all corpora."""

    def __init__(self, wordpieces: Callable[[str], Sequence[int]]):
        self.tokenizer = make_tokenizer(Vocab())
        self.wordpieces = wordpieces

    def words(self, text: str) -> Words:
        return words_of(self.tokenizer(text), self.wordpieces)


def covering(words: Words, start: int, end: int) -> tuple[int, int]:
    """The range of words that overlap the characters [start, end); empty when none does."""
    first = int(np.searchsorted(words.ends, start, side="right"))
    last = int(np.searchsorted(words.starts, end, side="left"))
    return first, max(first, last)


def polnear(folder: Path, texts: Texts) -> Iterator[Example]:
    for name, text, attributions in brat.read_articles(folder):
        example = Example(name, texts.words(text))
        example.tags = np.zeros(len(example.words), dtype=np.int64)
        for attribution in attributions:
            _add_attribution(example, attribution)
        _begin_anew(example.tags)
        yield example


def _add_attribution(example: Example, attribution: brat.Attribution) -> None:
    ids: dict[int, list[int]] = {0: [], 1: [], 2: []}
    assert example.tags is not None
    for role, fragments in enumerate((attribution.source, attribution.cue, attribution.content)):
        for start, end in fragments:
            first, last = covering(example.words, start, end)
            if first == last:
                continue
            key = role << 32 | first
            example.spans[key] = (role, first, last - 1)
            ids[role].append(key)
            example.tags[first:last] = 2 + 2 * role
            example.tags[first] = 1 + 2 * role
    for cue in ids[1][:1]:
        example.links += [(0, cue, source) for source in ids[0][:1]] + [(1, part, cue) for part in ids[2]]


def _begin_anew(tags: Ints) -> None:
    """A span that goes on after another one inside it begins anew there: plain BIO has no other way to say so."""
    for i in np.flatnonzero((tags[1:] > 0) & (tags[1:] % 2 == 0)) + 1:
        if tags[i - 1] not in (tags[i], tags[i] - 1):
            tags[i] -= 1


def treebank(path: Path, texts: Texts, coreference: bool) -> Iterator[Example]:
    for document in conllu.read_documents(path, skip=NON_COMMERCIAL):
        example = Example(document.name, texts.words(document.text))
        _add_syntax(example, document)
        if coreference:
            _add_clusters(example, document)
        yield example


def _add_syntax(example: Example, document: conllu.Document) -> None:
    words, n = example.words, len(example.words)
    at = [min(covering(words, w.start, w.end)[0], n - 1) for w in document.words]
    example.sentence = np.zeros(n, dtype=np.int64)
    example.upos, example.xpos, example.heads, example.relations = (np.full(n, IGNORE) for _ in range(4))
    for first, _ in document.sentences:
        example.sentence[at[first]] = 1
    owners: dict[int, int] = {}
    for index in range(len(document.words)):
        owners[at[index]] = owners.get(at[index], 0) + 1
    for index, word in enumerate(document.words):
        own = at[index]
        if owners[own] > 1 or words.starts[own] != word.start or words.ends[own] != word.end:
            continue
        example.upos[own] = _index(UPOS, word.upos)
        example.xpos[own] = _index(XPOS, word.xpos)
        example.heads[own] = at[word.head]
        example.relations[own] = _index(RELATIONS, word.deprel, _index(RELATIONS, word.deprel.split(":")[0]))


def _index(labels: tuple[str, ...], label: str, otherwise: int = IGNORE) -> int:
    return labels.index(label) if label in labels else otherwise


def _add_clusters(example: Example, document: conllu.Document) -> None:
    words = example.words
    example.clusters = np.full(len(words), -1)
    numbers: dict[str, int] = {}
    longest_first = sorted(conllu.entities(document), key=lambda m: m[1] - m[2])
    for cluster, first, last in longest_first:
        head = next((i for i in range(first, last + 1) if not first <= document.words[i].head <= last
                     or document.words[i].head == i), first)  # fmt: skip
        own = covering(words, document.words[head].start, document.words[head].end)[0]
        if own < len(words):
            example.clusters[own] = numbers.setdefault(cluster, len(numbers))


_NEWSWIRE = {"Person": "PERSON", "Organization": "ORGANISATION", "Location": "PLACE", "NORP": "NORP", "Date": "DATE",
             "Facility": "MISC", "Product": "MISC"}  # fmt: skip
_POLITICS = {"politician": "PERSON", "person": "PERSON", "organisation": "ORGANISATION",
             "politicalparty": "ORGANISATION",
             "country": "PLACE", "location": "PLACE", "event": "EVENT", "election": "EVENT"}  # fmt: skip
_WIKIGOLD = {"PER": "PERSON", "ORG": "ORGANISATION", "LOC": "PLACE"}


def _bits(prefix: str, *names: str) -> int:
    return sum(1 << NAME_TAGS.index(f"{prefix}-{n}") for n in names)


def newswire_bits(tag: str) -> int:
    prefix, _, kind = tag.partition("-")
    if kind in _NEWSWIRE:
        return _bits(prefix, _NEWSWIRE[kind])
    return _bits(prefix, "MISC", "EVENT") if kind == "Misc" else 1


def politics_bits(tag: str) -> int:
    prefix, _, kind = tag.partition("-")
    if kind in _POLITICS:
        return _bits(prefix, _POLITICS[kind])
    return (
        _bits(prefix, "MISC", "NORP") if kind == "misc" else _bits("B", "DATE", "NORP") | _bits("I", "DATE", "NORP") | 1
    )


def wikigold_bits(tag: str) -> int:
    prefix, _, kind = tag.partition("-")
    if kind in _WIKIGOLD:
        return (
            _bits("B", _WIKIGOLD[kind]) | _bits("I", _WIKIGOLD[kind])
            if prefix == "I"
            else _bits(prefix, _WIKIGOLD[kind])
        )
    any_of = ("MISC", "EVENT", "NORP")
    return _bits("B", *any_of) | _bits("I", *any_of) if kind == "MISC" else _bits("B", "DATE") | _bits("I", "DATE") | 1


def newswire(folder: Path, texts: Texts, leave_out: frozenset[str]) -> Iterator[Example]:
    for path in sorted(folder.glob("*.tsv")):
        if path.name not in leave_out:
            yield tagged(path.stem, _rows(path, "\t"), newswire_bits, texts)


def sentences_in_column(path: Path, separator: str, bits: Callable[[str], int], texts: Texts) -> Iterator[Example]:
    """CrossNER and Wikigold: about twelve sentences at a time make one document."""
    rows: list[tuple[str, str]] = []
    count = 0
    for token, tag in _rows(path, separator):
        rows.append((token, tag))
        count += not token
        if not token and count % 12 == 0:
            yield tagged(f"{path.stem}-{count}", rows, bits, texts)
            rows = []
    if rows:
        yield tagged(f"{path.stem}-{count}", rows, bits, texts)


def _rows(path: Path, separator: str) -> list[tuple[str, str]]:
    rows = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        token, _, tag = line.strip().partition(separator) if separator == "\t" else line.strip().rpartition(separator)
        tag = tag.split("\t")[0]  # a second column holds names within names
        if token.startswith(("http://", "https://", "-DOCSTART-")) and not rows:
            continue
        rows.append((token.strip(), tag if re.fullmatch(r"[BI]-[A-Za-z]+", tag := tag.strip()) else "O"))
    return rows


_NO_SPACE_BEFORE = re.compile(r"^(?:[.,;:!?)\]%”’]|n['’]t$|['’](?:s|re|ve|ll|d|m)$|\.\.\.)", re.IGNORECASE)
_NO_SPACE_AFTER = re.compile(r"[(\[$£€“‘]$")


def tagged(name: str, rows: Sequence[tuple[str, str]], bits: Callable[[str], int], texts: Texts) -> Example:
    """Join tokens into running text and carry their BIO tags over to the encoder's words."""
    text, spans, quotes, sentences = "", [], 0, 0
    for token, tag in rows:
        if not token:
            sentences += 1
            text = text.rstrip(" ") + ("\n" if sentences % 2 == 0 else " ") if text else ""
            continue
        closing = token == '"' and quotes % 2 == 1
        quotes += token == '"'
        if (closing or _NO_SPACE_BEFORE.match(token)) and text.endswith(" "):
            text = text[:-1]
        spans.append((len(text), len(text) + len(token), bits(tag), tag))
        text += token
        if not (_NO_SPACE_AFTER.search(token) or (token == '"' and not closing)):
            text += " "
    return _tag_words(name, text, spans, texts)


def _tag_words(name: str, text: str, spans: list[tuple[int, int, int, str]], texts: Texts) -> Example:
    example = Example(name, texts.words(text))
    example.names = np.full(len(example.words), ALL_NAME_TAGS)
    for start, end, allowed, tag in spans:
        first, last = covering(example.words, start, end)
        example.names[first:last] = allowed
        if tag.startswith("B-") and last - first > 1:  # a token that we split: it goes on inside the name
            example.names[first + 1 : last] = (allowed << 1) & ALL_NAME_TAGS
    return example


def gap(path: Path, texts: Texts) -> Iterator[Example]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            example = Example(row["ID"], texts.words(row["Text"]))
            at = int(row["Pronoun-offset"])
            pronoun = covering(example.words, at, at + len(row["Pronoun"]))[0]
            right, wrong = [], []
            for side in "AB":
                start = int(row[f"{side}-offset"])
                word = covering(example.words, start, start + len(row[side]))[0]
                (right if row[f"{side}-coref"].upper() == "TRUE" else wrong).append(word)
            example.pronoun = (pronoun, tuple(right), tuple(wrong))
            yield example


def load(name: str, corpora: Path, leave_out: frozenset[str], texts: Texts, fold: int | None = None) -> list[Example]:
    """A training set, by the name under which the trainer mixes it; `fold` is left out of pairs."""
    if name == "attribution":
        return list(polnear(corpora / "polnear" / "train", texts))
    if name in ("ewt", "gum"):
        return list(treebank(corpora / f"ud_{name}" / "train.conllu", texts, name == "gum"))
    if name == "gap":
        return list(gap(corpora / "gap" / "gap-development.tsv", texts))
    if name == "pairs":
        from . import pairs  # needs Example itself

        return list(pairs.load(corpora, texts, fold))
    return [
        *newswire(corpora / "worldwide_newswire", texts, leave_out),
        *sentences_in_column(corpora / "crossner_politics" / "train.txt", "\t", politics_bits, texts),
        *sentences_in_column(corpora / "wikigold" / "wikigold.conll.txt", " ", wikigold_bits, texts),
    ]


__all__ = ["ALL_NAME_TAGS", "ATTRIBUTION", "IGNORE", "NAMES", "Example", "Pair", "Texts", "covering", "load"]
