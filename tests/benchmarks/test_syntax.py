from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from benchmarks.alignment import align, common
from benchmarks.common import Counts
from benchmarks.conllu import ROOT, Document, Parse, Word, documents
from benchmarks.syntax import parse_of, score

TREEBANK = """\
# newdoc id = ferry
# sent_id = ferry-1
# newpar id = ferry-p1
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\twait\twait\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# sent_id = ferry-2
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj:outer\t_\t_
2\trows\trow\tVERB\tVBZ\t_\t0\troot\t_\t_
2.1\trows\trow\tVERB\tVBZ\t_\t_\t_\t0:exroot\t_

# sent_id = ferry-3
# newpar id = ferry-p2
1\tWhy\twhy\tADV\tWRB\t_\t0\troot\t_\tSpaceAfter=No
2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\tSpaceAfter=No

# newdoc id = quay
# sent_id = quay-1
1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_
"""


@pytest.fixture
def ferry(tmp_path: Path) -> Document:
    path = tmp_path / "dev.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    return next(documents(path))


def test_the_raw_text_has_its_blanks_and_paragraphs_back(ferry: Document) -> None:
    assert ferry.text == "Don't wait. She rows\n\nWhy?"


def test_every_document_is_read_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "dev.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    assert [(d.name, d.text) for d in documents(path)][1] == ("quay", "No ")


def test_the_words_of_a_multiword_token_share_its_place(ferry: Document) -> None:
    first, second, third = ferry.parse.words[:3]
    assert (first.place, second.place, first.shared, third.shared) == ((0, 5), (0, 5), True, False)
    assert len(ferry.parse.tokens) == len(ferry.parse.words) - 1 == 7


def test_heads_count_from_the_document_and_empty_nodes_are_not_there(ferry: Document) -> None:
    assert [w.head for w in ferry.parse.words] == [2, 2, ROOT, 2, 5, ROOT, ROOT, 6]


def test_a_parse_is_right_against_itself(ferry: Document) -> None:
    assert {name: c.f1 for name, c in score(ferry.parse, ferry.parse).items()} == dict.fromkeys(
        ("tokens", "sentences", "words", "UPOS", "UAS", "LAS"), 100.0
    )


def system(forms: str, heads: list[int], relations: str, upos: str) -> Parse:
    nlp = spacy.blank("en")
    words = forms.split()
    tags = upos.split()
    doc = Doc(
        nlp.vocab, words=words, spaces=[True] * len(words), heads=heads, deps=relations.split(), pos=tags,
    )  # fmt: skip
    return parse_of(doc)


def test_split_contractions_pair_with_the_words_of_a_multiword_token(ferry: Document) -> None:
    ours = system(
        "Do n't wait . She rows Why ?", [2, 2, 2, 2, 5, 5, 6, 6],
        "aux advmod ROOT punct nsubj ROOT ROOT punct", "AUX PART VERB PUNCT PRON VERB ADV PUNCT",
    )  # fmt: skip
    counts = score(ferry.parse, ours)
    assert counts["words"] == counts["UPOS"] == counts["LAS"] == Counts(8, 8, 8)
    assert counts["tokens"] == Counts(6, 8, 7)
    assert counts["sentences"] == Counts(3, 3, 3)


def test_a_wrong_head_a_wrong_relation_and_a_subtype_are_told_apart(ferry: Document) -> None:
    ours = system(
        "Do n't wait . She rows Why ?", [2, 0, 2, 2, 5, 5, 6, 6],
        "aux advmod ROOT punct obj ROOT ROOT punct", "AUX PART VERB PUNCT PRON VERB ADV PUNCT",
    )  # fmt: skip
    counts = score(ferry.parse, ours)
    assert counts["UAS"].right == 7
    assert counts["LAS"].right == 6


def test_words_cut_elsewhere_do_not_pair(ferry: Document) -> None:
    ours = system(
        "Don't wait. She rows Why?", [1, 1, 3, 3, 3], "aux ROOT nsubj ROOT conj", "AUX VERB PRON VERB ADV"
    )
    counts = score(ferry.parse, ours)
    assert counts["words"] == Counts(2, 5, 8)
    assert counts["LAS"] == Counts(2, 5, 8)


def test_a_head_of_white_space_is_no_head_and_white_space_no_word() -> None:
    nlp = spacy.blank("en")
    doc = Doc(nlp.vocab, words=["She", "\n", "rows"], spaces=[False, False, False], heads=[2, 0, 2],
              deps=["nsubj", "dep", "ROOT"], pos=["PRON", "SPACE", "VERB"])  # fmt: skip
    assert [(w.form, w.head) for w in parse_of(doc).words] == [("She", 1), ("rows", ROOT)]


def word(form: str, start: int, end: int, shared: bool = False) -> Word:
    return Word(form, (start, end), shared, "X", ROOT, "dep")


def test_a_stretch_ends_where_the_multiword_token_ends() -> None:
    gold = [word("to", 0, 2), word("gon", 2, 7, True), word("na", 2, 7, True), word("go", 7, 9)]
    ours = [word("to", 0, 2), word("gon", 2, 5), word("na", 5, 7), word("go", 7, 9)]
    assert align(gold, ours) == {0: 0, 1: 1, 2: 2, 3: 3}


def test_a_common_subsequence_is_as_long_as_can_be_case_aside() -> None:
    assert common(["Do", "not", "do"], ["not", "DO", "it"]) == [(1, 0), (2, 1)]
