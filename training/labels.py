"""The label sets of the encoder's heads, in the order of their output units."""

from __future__ import annotations

ATTRIBUTION = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NAMES = ("PERSON", "ORGANISATION", "PLACE", "NORP", "EVENT", "DATE", "MISC")
NAME_TAGS = ("O", *(f"{p}-{n}" for n in NAMES for p in "BI"))
UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
)  # fmt: skip
XPOS = (
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ",
    "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP",
    "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX", "``",
)  # fmt: skip
# Deeds between two actors: the classes of PLOVER as the `plv` corpus has them (YIELD: concede or retreat).
DEEDS = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
# How one actor is toward another: first toward second, second toward first (Park et al. 2021).
TOWARD = ("neutral", "positive", "positive back", "negative", "negative back")
SENTIMENT = ("negative", "neutral", "positive")
PAIR_LABELS = {"deed": DEEDS, "toward": TOWARD, "sentiment": SENTIMENT}
# How a holder leans on a question; "none" is for who holds nothing on it.
LEANINGS = ("support", "oppose", "conditional", "neutral", "none")
STATUSES = ("proposed", "invited", "not invited", "accepted", "declined", "attended", "undecided", "offered", "agreed",
            "confirmed", "withdrawn")  # fmt: skip
ROLES = ("host", "organiser", "invitee", "mediator", "moderator", "party", "observer")
RELATIONS = (
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
    "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:pass", "dep", "det",
    "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod",
    "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl",
    "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
)  # fmt: skip
