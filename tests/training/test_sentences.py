"""Sentences with a deed between two actors, as they are learned from."""

from __future__ import annotations

import pytest

pytest.importorskip("torch")

from training.branch import Branch
from training.pair_heads import only_pairs
from training.pairs import Row
from training.sentences import Sentences, Steps


def test_a_fold_is_left_out_of_what_is_learned_and_nothing_else_is() -> None:
    rows = [(Row(f"plv-{n}", f"Sentence {n}.", []), n) for n in range(40)] + [(Row("PLOVER-1", "Another.", []), 40)]
    data = Sentences(rows, {})  # type: ignore[arg-type]
    for fold in range(5):
        known = data.without(fold, {}).kinds["corpora"]
        assert {*known, *(n for _, n in data.of(fold))} == set(range(41))
        assert not {*known} & {n for _, n in data.of(fold)}
    assert data.before({}).kinds["corpora"] == [40]


def test_a_step_has_as_many_of_each_kind_as_asked() -> None:
    (step,) = Steps({"a": [1], "b": [2]}, {"a": 3, "b": 1}).step()  # type: ignore[dict-item, list-item]
    assert step == [1, 1, 1, 2]


def test_fitting_the_pair_heads_leaves_all_else_as_it_is() -> None:
    model = Branch()
    only_pairs(model)
    learning = {name.split(".")[0] for name, p in model.named_parameters() if p.requires_grad}
    assert learning == {"pair_parts", "pair_labels"}
