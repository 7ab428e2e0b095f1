"""Our own sentences with a deed between two actors."""

from __future__ import annotations

from pathlib import Path

from training.labels import DEEDS, PAIR_LABELS
from training.pairs import APART, OWN, STRETCH, ours

LINE = "AID\tOTTER BAY - <s>The Harbour Trust</s> gave <t>the ferry crews</t> 40 blankets."


def lines(folder: Path, count: int) -> Path:
    (folder / "coast.tsv").write_text("\n".join([LINE] * count) + "\n", encoding="utf-8")
    return folder


def test_a_line_is_a_class_and_a_sentence_with_source_and_target(tmp_path: Path) -> None:
    (row,) = ours(lines(tmp_path, 1), apart=True)
    (task, source, target, label), text = row.pairs[0], row.text
    assert text == "OTTER BAY - The Harbour Trust gave the ferry crews 40 blankets."
    assert source is not None
    assert (text[slice(*source)], text[slice(*target)]) == ("The Harbour Trust", "the ferry crews")
    assert (task, DEEDS[label]) == ("deed", "AID")


def test_whole_stretches_of_lines_are_kept_out_and_every_line_is_somewhere(tmp_path: Path) -> None:
    folder = lines(tmp_path, STRETCH * APART * 2)
    kept_out, others = ([int(r.name.split("-")[1]) for r in ours(folder, apart=apart)] for apart in (True, False))
    assert kept_out == [*range(STRETCH), *range(STRETCH * APART, STRETCH * APART + STRETCH)]
    assert sorted(kept_out + others) == list(range(STRETCH * APART * 2))


def test_our_own_sentences_can_all_be_read() -> None:
    rows = [*ours(OWN, apart=True), *ours(OWN, apart=False)]
    assert len(rows) > 10_000
    assert {row.pairs[0][3] for row in rows} == set(range(len(PAIR_LABELS["deed"])))
    assert all(row.text[slice(*span)].strip() for row in rows for span in row.pairs[0][1:3] if span is not None)
