"""A spaCy pipeline with the architecture of en_core_web_sm: convolutional tok2vec, tagger, parser, ner.

What it costs to run hardly hangs on what it learned, so nothing need be downloaded: weights are random, but
for a few updates on two sentences, after which it no longer ends a sentence and finds a name at every word
(that alone costs a tenth of its speed). Widths, depths and hash table rows are those of en_core_web_sm 3.8,
and so are the numbers of labels (50 tags, 45 relations, 18 kinds of names). Its tagger and parser share one
tok2vec, its ner has one of its own. Not built: its attribute ruler and lemmatizer, rules that would only make
it slower.
"""

from __future__ import annotations

from typing import Any


def _listed(words: str) -> list[str]:
    return words.split()


TAGS = _listed(
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS"
    " PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``"
)
RELATIONS = _listed(
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj"
    " csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd"
    " parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp"
)
NAMES = _listed(
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY"
    " TIME WORK_OF_ART"
)
_ATTRS = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE")
_UPDATES = 30
_ROWS = (5000, 1000, 2500, 2500, 50, 50)
_SENTENCES: list[tuple[str, dict[str, Any]]] = [
    (
        "Kaja Rannamets runs ferries .",
        {
            "tags": ["NNP", "NNP", "VBZ", "NNS", "."],
            "heads": [1, 2, 2, 2, 2],
            "deps": ["compound", "nsubj", "ROOT", "dobj", "punct"],
            "entities": ["B-PERSON", "L-PERSON", "O", "O", "O"],
        },
    ),
    (
        "She left Virtsu on Monday .",
        {
            "tags": ["PRP", "VBD", "NNP", "IN", "NNP", "."],
            "heads": [1, 1, 1, 1, 3, 1],
            "deps": ["nsubj", "ROOT", "dobj", "prep", "pobj", "punct"],
            "entities": ["O", "O", "U-GPE", "O", "U-DATE", "O"],
        },
    ),
]


def _tok2vec(attributes: int) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 96,
            "attrs": list(_ATTRS[:attributes]),
            "rows": list(_ROWS[:attributes]),
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 96,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _listener() -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}


def _transitions(kind: str, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def pipeline() -> Any:
    """The pipeline, ready to run."""
    import spacy
    from spacy.training import Example
    from thinc.api import fix_random_seed

    fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _tok2vec(6)})
    tagger = {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": _listener()}
    nlp.add_pipe("tagger", config={"model": tagger})
    nlp.add_pipe("parser", config={"model": _transitions("parser", _listener())})
    nlp.add_pipe("ner", config={"model": _transitions("ner", _tok2vec(4))})
    for name, labels in (("tagger", TAGS), ("parser", RELATIONS), ("ner", NAMES)):
        component: Any = nlp.get_pipe(name)
        for label in labels:
            component.add_label(label)
    examples = [Example.from_dict(nlp.make_doc(text), said) for text, said in _SENTENCES]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(_UPDATES):
        nlp.update(examples, sgd=optimizer)
    return nlp
