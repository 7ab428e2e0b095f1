"""Sentences with their parses, so that the rules that walk a parse can be tested without the language model.

Each word is written WORD/UPOS/XPOS/RELATION/HEAD; the head is a number of a word from 0, its own for a root.
"""

from __future__ import annotations

from itertools import pairwise

from verbale.reading.attribution.draft import Chars, Draft
from verbale.reading.attribution.quoted import Marks
from verbale.reading.lemmas import lemma_of
from verbale.reading.quotes import find_quotations
from verbale.reading.tree import Tree, kin_of


def tree(text: str) -> Tree:
    """The tree of a sentence of PARSES, or of several of one text."""
    rows = [token.rsplit("/", 4) for token in PARSES[text].split()]
    words, pos, tags, deps = ([row[i] for row in rows] for i in range(4))
    heads = [int(row[4]) for row in rows]
    relations = [d.partition(":")[0] for d in deps]
    starts, at = [], 0
    for word in words:
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
    roots = [n for n, head in enumerate(heads) if n == head]
    number = [roots.index(_root(heads, n)) for n in range(len(words))]
    edges = [number.index(n) for n in range(len(roots))] + [len(words)]
    return Tree(
        text=text,
        words=words,
        starts=starts,
        ends=[s + len(w) for s, w in zip(starts, words, strict=True)],
        lemmas=[lemma_of(w, p) for w, p in zip(words, pos, strict=True)],
        pos=pos,
        tags=tags,
        deps=deps,
        relations=relations,
        heads=heads,
        kin=kin_of(heads, deps, relations),
        children=[[c for c, head in enumerate(heads) if head == n != c] for n in range(len(words))],
        sentence=number,
        sentences=list(pairwise(edges)),
    )


def _root(heads: list[int], at: int) -> int:
    while heads[at] != at:
        at = heads[at]
    return at


def marks(text: str) -> Marks:
    return Marks(find_quotations(text))


def span(text: str, words: str) -> Chars:
    start = text.index(words)
    return start, start + len(words)


def draft(text: str, source: str, cue: str, *content: str) -> Draft:
    """A draft by the words of its parts; an empty source or cue is none."""
    return Draft(
        [span(text, source)] if source else [], [span(text, cue)] if cue else [], [span(text, c) for c in content]
    )


def parts(text: str, d: Draft | None) -> tuple[list[str], list[str], list[str]] | None:
    """Source, cue and content of a draft in words."""
    if d is None:
        return None
    source, cue, content = ([text[s:e] for s, e in spans] for spans in (d.source, d.cue, d.content))
    return source, cue, content


PARSES = {
    "The mayor said she was disappointed.": (
        "The/DET/DT/det/1 mayor/NOUN/NN/nsubj/2 said/VERB/VBD/ROOT/2 she/PRON/PRP/nsubj/5 was/AUX/VBD/cop/5 "
        "disappointed/ADJ/JJ/ccomp/2 ./PUNCT/./punct/2"
    ),
    "The plan passed despite warnings from teachers that it would fail.": (
        "The/DET/DT/det/1 plan/NOUN/NN/nsubj/2 passed/VERB/VBD/ROOT/2 despite/ADP/IN/case/4 warnings/NOUN/NNS/obl/2 "
        "from/ADP/IN/case/6 teachers/NOUN/NNS/nmod/4 that/SCONJ/IN/mark/10 it/PRON/PRP/nsubj/10 "
        "would/AUX/MD/aux/10 fail/VERB/VB/acl/4 ./PUNCT/./punct/2"
    ),
    "Talks will resume on Monday, said a person close to both sides.": (
        "Talks/NOUN/NNS/nsubj/2 will/AUX/MD/aux/2 resume/VERB/VB/ccomp/6 on/ADP/IN/case/4 Monday/PROPN/NNP/obl/2 "
        ",/PUNCT/,/punct/6 said/VERB/VBD/ROOT/6 a/DET/DT/det/8 person/NOUN/NN/nsubj/6 close/ADJ/JJ/acl/8 "
        "to/ADP/IN/case/12 both/DET/DT/det/12 sides/NOUN/NNS/obl/9 ./PUNCT/./punct/6"
    ),
    "The ferry has been sold, its owner announced on Friday.": (
        "The/DET/DT/det/1 ferry/NOUN/NN/nsubj:pass/4 has/AUX/VBZ/aux/4 been/AUX/VBN/aux:pass/4 sold/VERB/VBN/ccomp/8 "
        ",/PUNCT/,/punct/8 its/PRON/PRP$/nmod:poss/7 owner/NOUN/NN/nsubj/8 announced/VERB/VBD/ROOT/8 "
        "on/ADP/IN/case/10 Friday/PROPN/NNP/obl/8 ./PUNCT/./punct/8"
    ),
    'The plan is "a fairy tale," the mayor told the council.': (
        'The/DET/DT/det/1 plan/NOUN/NN/nsubj/6 is/AUX/VBZ/cop/6 "/PUNCT/``/punct/6 a/DET/DT/det/6 fairy/ADJ/JJ/amod/6 '
        "tale/NOUN/NN/ccomp/11 ,/PUNCT/,/punct/6 \"/PUNCT/''/punct/6 the/DET/DT/det/10 mayor/NOUN/NN/nsubj/11 "
        "told/VERB/VBD/ROOT/11 the/DET/DT/det/13 council/NOUN/NN/iobj/11 ./PUNCT/./punct/6"
    ),
    "When the guards left, the mayor said nothing.": (
        "When/ADV/WRB/advmod/3 the/DET/DT/det/2 guards/NOUN/NNS/nsubj/3 left/VERB/VBD/advcl/7 ,/PUNCT/,/punct/3 "
        "the/DET/DT/det/6 mayor/NOUN/NN/nsubj/7 said/VERB/VBD/ROOT/7 nothing/PRON/NN/obj/7 ./PUNCT/./punct/7"
    ),
    "Lind replied that the road was open, the envoy recalled.": (
        "Lind/PROPN/NNP/nsubj/1 replied/VERB/VBD/ROOT/1 that/SCONJ/IN/mark/6 the/DET/DT/det/4 road/NOUN/NN/nsubj/6 "
        "was/AUX/VBD/cop/6 open/ADJ/JJ/ccomp/1 ,/PUNCT/,/punct/10 the/DET/DT/det/9 envoy/NOUN/NN/nsubj/10 "
        "recalled/VERB/VBD/parataxis/1 ./PUNCT/./punct/10"
    ),
    "Her claim that the dam leaks drew laughter.": (
        "Her/PRON/PRP$/nmod:poss/1 claim/NOUN/NN/nsubj/6 that/SCONJ/IN/mark/5 the/DET/DT/det/4 dam/NOUN/NN/nsubj/5 "
        "leaks/VERB/VBZ/acl/1 drew/VERB/VBD/ROOT/6 laughter/NOUN/NN/obj/6 ./PUNCT/./punct/6"
    ),
    "The council ignored a call by the mayor for new elections.": (
        "The/DET/DT/det/1 council/NOUN/NN/nsubj/2 ignored/VERB/VBD/ROOT/2 a/DET/DT/det/4 call/NOUN/NN/obj/2 "
        "by/ADP/IN/case/7 the/DET/DT/det/7 mayor/NOUN/NN/nmod/4 for/ADP/IN/case/10 new/ADJ/JJ/amod/10 "
        "elections/NOUN/NNS/nmod/7 ./PUNCT/./punct/2"
    ),
    "Premier Orsk broke his promise to resign.": (
        "Premier/PROPN/NNP/nmod:desc/1 Orsk/PROPN/NNP/nsubj/2 broke/VERB/VBD/ROOT/2 his/PRON/PRP$/nmod:poss/4 "
        "promise/NOUN/NN/obj/2 to/PART/TO/mark/6 resign/VERB/VB/acl/4 ./PUNCT/./punct/2"
    ),
    "There was no call by the mayor for new elections.": (
        "There/PRON/EX/expl/1 was/VERB/VBD/ROOT/1 no/DET/DT/det/3 call/NOUN/NN/nsubj/1 by/ADP/IN/case/6 "
        "the/DET/DT/det/6 mayor/NOUN/NN/nmod/3 for/ADP/IN/case/9 new/ADJ/JJ/amod/9 elections/NOUN/NNS/nmod/6 "
        "./PUNCT/./punct/1"
    ),
    "The minister said that she had called Lind and warned him that the road was closed.": (
        "The/DET/DT/det/1 minister/NOUN/NN/nsubj/2 said/VERB/VBD/ROOT/2 that/SCONJ/IN/mark/6 she/PRON/PRP/nsubj/6 "
        "had/AUX/VBD/aux/6 called/VERB/VBN/ccomp/2 Lind/PROPN/NNP/obj/6 and/CCONJ/CC/cc/9 warned/VERB/VBD/conj/6 "
        "him/PRON/PRP/iobj/9 that/SCONJ/IN/mark/15 the/DET/DT/det/13 road/NOUN/NN/nsubj/15 was/AUX/VBD/aux:pass/15 "
        "closed/VERB/VBN/ccomp/9 ./PUNCT/./punct/2"
    ),
    "Orsk met Lind, who believes that the bridge is safe.": (
        "Orsk/PROPN/NNP/nsubj/1 met/VERB/VBD/ROOT/1 Lind/PROPN/NNP/obj/1 ,/PUNCT/,/punct/5 who/PRON/WP/nsubj/5 "
        "believes/VERB/VBZ/acl:relcl/2 that/SCONJ/IN/mark/10 the/DET/DT/det/8 bridge/NOUN/NN/nsubj/10 "
        "is/AUX/VBZ/cop/10 safe/ADJ/JJ/ccomp/5 ./PUNCT/./punct/1"
    ),
    "Lind said inspectors had warned the owner that the valves were worn.": (
        "Lind/PROPN/NNP/nsubj/1 said/VERB/VBD/ROOT/1 inspectors/NOUN/NNS/nsubj/4 had/AUX/VBD/aux/4 "
        "warned/VERB/VBN/ccomp/1 the/DET/DT/det/6 owner/NOUN/NN/iobj/4 that/SCONJ/IN/mark/11 the/DET/DT/det/9 "
        "valves/NOUN/NNS/nsubj:pass/11 were/AUX/VBD/aux:pass/11 worn/VERB/VBN/ccomp/4 ./PUNCT/./punct/1"
    ),
    "She told me that the offer was fair and that nobody would mind.": (
        "She/PRON/PRP/nsubj/1 told/VERB/VBD/ROOT/1 me/PRON/PRP/iobj/1 that/SCONJ/IN/mark/7 the/DET/DT/det/5 "
        "offer/NOUN/NN/nsubj/7 was/AUX/VBD/cop/7 fair/ADJ/JJ/ccomp/1 and/CCONJ/CC/cc/12 that/SCONJ/IN/mark/12 "
        "nobody/PRON/NN/nsubj/12 would/AUX/MD/aux/12 mind/VERB/VB/conj/7 ./PUNCT/./punct/1"
    ),
    "The judge appealed to both sides to wait until spring.": (
        "The/DET/DT/det/1 judge/NOUN/NN/nsubj/2 appealed/VERB/VBD/ROOT/2 to/ADP/IN/case/5 both/DET/DT/det/5 "
        "sides/NOUN/NNS/obl/2 to/PART/TO/mark/7 wait/VERB/VB/xcomp/2 until/ADP/IN/case/9 spring/NOUN/NN/obl/7 "
        "./PUNCT/./punct/2"
    ),
    "Orsk promised her to come on Friday.": (
        "Orsk/PROPN/NNP/nsubj/1 promised/VERB/VBD/ROOT/1 her/PRON/PRP/iobj/1 to/PART/TO/mark/4 come/VERB/VB/xcomp/1 "
        "on/ADP/IN/advmod/4 Friday/PROPN/NNP/obl/4 ./PUNCT/./punct/1"
    ),
    "Riga expects the guards to leave by May.": (
        "Riga/PROPN/NNP/nsubj/1 expects/VERB/VBZ/ROOT/1 the/DET/DT/det/3 guards/NOUN/NNS/obj/1 to/PART/TO/mark/5 "
        "leave/VERB/VB/xcomp/1 by/ADP/IN/case/7 May/PROPN/NNP/obl/5 ./PUNCT/./punct/1"
    ),
    "The crew had asked Orsk for a guarantee.": (
        "The/DET/DT/det/1 crew/NOUN/NN/nsubj/3 had/AUX/VBD/aux/3 asked/VERB/VBN/ROOT/3 Orsk/PROPN/NNP/iobj/3 "
        "for/ADP/IN/case/7 a/DET/DT/det/7 guarantee/NOUN/NN/obl/3 ./PUNCT/./punct/3"
    ),
    "They had been informed by the airline that nobody survived.": (
        "They/PRON/PRP/nsubj:pass/3 had/AUX/VBD/aux/3 been/AUX/VBN/aux:pass/3 informed/VERB/VBN/ROOT/3 "
        "by/ADP/IN/case/6 the/DET/DT/det/6 airline/NOUN/NN/obl:agent/3 that/SCONJ/IN/mark/9 nobody/PRON/NN/nsubj/9 "
        "survived/VERB/VBD/ccomp/3 ./PUNCT/./punct/3"
    ),
    "The ministry puts the toll at 40.": (
        "The/DET/DT/det/1 ministry/NOUN/NN/nsubj/2 puts/VERB/VBZ/ROOT/2 the/DET/DT/det/4 toll/NOUN/NN/obj/2 "
        "at/ADP/IN/case/6 40/NUM/CD/obl/2 ./PUNCT/./punct/2"
    ),
    "Lind would say that the road was open.": (
        "Lind/PROPN/NNP/nsubj/2 would/AUX/MD/aux/2 say/VERB/VB/ROOT/2 that/SCONJ/IN/mark/7 the/DET/DT/det/5 "
        "road/NOUN/NN/nsubj/7 was/AUX/VBD/cop/7 open/ADJ/JJ/ccomp/2 ./PUNCT/./punct/2"
    ),
    "Parents need to know where their children are.": (
        "Parents/NOUN/NNS/nsubj/1 need/VERB/VBP/ROOT/1 to/PART/TO/mark/3 know/VERB/VB/xcomp/1 where/ADV/WRB/ccomp/3 "
        "their/PRON/PRP$/nmod:poss/6 children/NOUN/NNS/nsubj/7 are/AUX/VBP/advcl:relcl/4 ./PUNCT/./punct/1"
    ),
    "I told the guard that the gate was open.": (
        "I/PRON/PRP/nsubj/1 told/VERB/VBD/ROOT/1 the/DET/DT/det/3 guard/NOUN/NN/iobj/1 that/SCONJ/IN/mark/8 "
        "the/DET/DT/det/6 gate/NOUN/NN/nsubj/8 was/AUX/VBD/cop/8 open/ADJ/JJ/ccomp/1 ./PUNCT/./punct/1"
    ),
    "I think that the gate is open.": (
        "I/PRON/PRP/nsubj/1 think/VERB/VBP/ROOT/1 that/SCONJ/IN/mark/6 the/DET/DT/det/4 gate/NOUN/NN/nsubj/6 "
        "is/AUX/VBZ/cop/6 open/ADJ/JJ/ccomp/1 ./PUNCT/./punct/1"
    ),
    "The agency quoted Orsk as saying that the army would stay.": (
        "The/DET/DT/det/1 agency/NOUN/NN/nsubj/2 quoted/VERB/VBD/ROOT/2 Orsk/PROPN/NNP/obj/2 as/SCONJ/IN/mark/5 "
        "saying/VERB/VBG/advcl/2 that/SCONJ/IN/mark/10 the/DET/DT/det/8 army/NOUN/NN/nsubj/10 would/AUX/MD/aux/10 "
        "stay/VERB/VB/ccomp/5 ./PUNCT/./punct/2"
    ),
    "Orsk is quoted by the agency as saying that the army would stay.": (
        "Orsk/PROPN/NNP/nsubj:pass/2 is/AUX/VBZ/aux:pass/2 quoted/VERB/VBN/ROOT/2 by/ADP/IN/case/5 the/DET/DT/det/5 "
        "agency/NOUN/NN/obl:agent/2 as/SCONJ/IN/mark/7 saying/VERB/VBG/advcl/2 that/SCONJ/IN/mark/12 "
        "the/DET/DT/det/10 army/NOUN/NN/nsubj/12 would/AUX/MD/aux/12 stay/VERB/VB/ccomp/7 ./PUNCT/./punct/2"
    ),
    "Staff were warned by the regulator that the system would fail.": (
        "Staff/NOUN/NN/nsubj:pass/2 were/AUX/VBD/aux:pass/2 warned/VERB/VBN/ROOT/2 by/ADP/IN/case/5 the/DET/DT/det/5 "
        "regulator/NOUN/NN/obl:agent/2 that/SCONJ/IN/mark/10 the/DET/DT/det/8 system/NOUN/NN/nsubj/10 "
        "would/AUX/MD/aux/10 fail/VERB/VB/ccomp/2 ./PUNCT/./punct/2"
    ),
    "The offer was rejected by the council.": (
        "The/DET/DT/det/1 offer/NOUN/NN/nsubj:pass/3 was/AUX/VBD/aux:pass/3 rejected/VERB/VBN/ROOT/3 by/ADP/IN/case/6 "
        "the/DET/DT/det/6 council/NOUN/NN/obl:agent/3 ./PUNCT/./punct/3"
    ),
    "Lind confirmed that he had called Orsk but said he had wished her luck.": (
        "Lind/PROPN/NNP/nsubj/1 confirmed/VERB/VBD/ROOT/1 that/SCONJ/IN/mark/5 he/PRON/PRP/nsubj/5 had/AUX/VBD/aux/5 "
        "called/VERB/VBN/ccomp/1 Orsk/PROPN/NNP/obj/5 but/CCONJ/CC/cc/8 said/VERB/VBD/conj/1 he/PRON/PRP/nsubj/11 "
        "had/AUX/VBD/aux/11 wished/VERB/VBN/ccomp/8 her/PRON/PRP$/nmod:poss/13 luck/NOUN/NN/obj/11 ./PUNCT/./punct/1"
    ),
    "Lind insists that he is ill and will return soon.": (
        "Lind/PROPN/NNP/nsubj/1 insists/VERB/VBZ/ROOT/1 that/SCONJ/IN/mark/5 he/PRON/PRP/nsubj/5 is/AUX/VBZ/cop/5 "
        "ill/ADJ/JJ/ccomp/1 and/CCONJ/CC/cc/8 will/AUX/MD/aux/8 return/VERB/VB/conj/5 soon/ADV/RB/advmod/8 "
        "./PUNCT/./punct/1"
    ),
    "Orsk accused Lind of lying after talks broke down.": (
        "Orsk/PROPN/NNP/nsubj/1 accused/VERB/VBD/ROOT/1 Lind/PROPN/NNP/obj/1 of/SCONJ/IN/mark/4 "
        "lying/VERB/VBG/xcomp/1 after/SCONJ/IN/mark/7 talks/NOUN/NNS/nsubj/7 broke/VERB/VBD/advcl/1 "
        "down/ADP/RP/compound:prt/7 ./PUNCT/./punct/1"
    ),
    "The judge told Lind he would go to prison.": (
        "The/DET/DT/det/1 judge/NOUN/NN/nsubj/2 told/VERB/VBD/ROOT/2 Lind/PROPN/NNP/iobj/2 he/PRON/PRP/nsubj/6 "
        "would/AUX/MD/aux/6 go/VERB/VB/ccomp/2 to/ADP/IN/case/8 prison/NOUN/NN/obl/6 ./PUNCT/./punct/2"
    ),
    "The owner declined to comment on the ruling.": (
        "The/DET/DT/det/1 owner/NOUN/NN/nsubj/2 declined/VERB/VBD/ROOT/2 to/PART/TO/mark/4 comment/VERB/VB/xcomp/2 "
        "on/ADP/IN/case/7 the/DET/DT/det/7 ruling/NOUN/NN/obl/4 ./PUNCT/./punct/2"
    ),
    "The owner declined to comment.": (
        "The/DET/DT/det/1 owner/NOUN/NN/nsubj/2 declined/VERB/VBD/ROOT/2 to/PART/TO/mark/4 comment/VERB/VB/xcomp/2 "
        "./PUNCT/./punct/2"
    ),
    "An official asked not to be identified.": (
        "An/DET/DT/det/1 official/NOUN/NN/nsubj/2 asked/VERB/VBD/ROOT/2 not/PART/RB/advmod/6 to/PART/TO/mark/6 "
        "be/AUX/VB/aux:pass/6 identified/VERB/VBN/xcomp/2 ./PUNCT/./punct/2"
    ),
    "Rain is expected to reach the coast.": (
        "Rain/NOUN/NN/nsubj:pass/2 is/AUX/VBZ/aux:pass/2 expected/VERB/VBN/ROOT/2 to/PART/TO/mark/4 "
        "reach/VERB/VB/xcomp/2 the/DET/DT/det/6 coast/NOUN/NN/obj/4 ./PUNCT/./punct/2"
    ),
    "Rain is expected by sailors to reach the coast.": (
        "Rain/NOUN/NN/nsubj:pass/2 is/AUX/VBZ/aux:pass/2 expected/VERB/VBN/ROOT/2 by/ADP/IN/case/4 "
        "sailors/NOUN/NNS/obl:agent/2 to/PART/TO/mark/6 reach/VERB/VB/advcl/2 the/DET/DT/det/8 coast/NOUN/NN/obj/6 "
        "./PUNCT/./punct/2"
    ),
    "Asked about the delay, Lind said it was short.": (
        "Asked/VERB/VBN/advcl/6 about/ADP/IN/case/3 the/DET/DT/det/3 delay/NOUN/NN/obl/0 ,/PUNCT/,/punct/0 "
        "Lind/PROPN/NNP/nsubj/6 said/VERB/VBD/ROOT/6 it/PRON/PRP/nsubj/9 was/AUX/VBD/cop/9 short/ADJ/JJ/ccomp/6 "
        "./PUNCT/./punct/6"
    ),
    "Lind said nothing about the tax.": (
        "Lind/PROPN/NNP/nsubj/1 said/VERB/VBD/ROOT/1 nothing/PRON/NN/obj/1 about/ADP/IN/case/5 the/DET/DT/det/5 "
        "tax/NOUN/NN/nmod/2 ./PUNCT/./punct/1"
    ),
    "An official requested anonymity.": (
        "An/DET/DT/det/1 official/NOUN/NN/nsubj/2 requested/VERB/VBD/ROOT/2 anonymity/NOUN/NN/obj/2 ./PUNCT/./punct/2"
    ),
    "The treaty, Riga insists, must be ratified by all members.": (
        "The/DET/DT/det/1 treaty/NOUN/NN/nsubj:pass/8 ,/PUNCT/,/punct/3 Riga/PROPN/NNP/nsubj/4 "
        "insists/VERB/VBZ/ROOT/4 ,/PUNCT/,/punct/1 must/AUX/MD/aux/8 be/AUX/VB/aux:pass/8 ratified/VERB/VBN/ccomp/4 "
        "by/ADP/IN/case/11 all/DET/DT/det/11 members/NOUN/NNS/obl:agent/8 ./PUNCT/./punct/4"
    ),
    "Orsk refused to let inspectors in, and the agency warned that its patience was short.": (
        "Orsk/PROPN/NNP/nsubj/1 refused/VERB/VBD/ROOT/1 to/PART/TO/mark/3 let/VERB/VB/xcomp/1 "
        "inspectors/NOUN/NNS/obj/3 in/ADP/RP/compound:prt/3 ,/PUNCT/,/punct/10 and/CCONJ/CC/cc/10 the/DET/DT/det/9 "
        "agency/NOUN/NN/nsubj/10 warned/VERB/VBD/conj/1 that/SCONJ/IN/mark/15 its/PRON/PRP$/nmod:poss/13 "
        "patience/NOUN/NN/nsubj/15 was/AUX/VBD/cop/15 short/ADJ/JJ/ccomp/10 ./PUNCT/./punct/1"
    ),
    "The board was split. Two members wanted a cut, according to a report.": (
        "The/DET/DT/det/1 board/NOUN/NN/nsubj:pass/3 was/AUX/VBD/aux:pass/3 split/VERB/VBN/ROOT/3 ./PUNCT/./punct/3 "
        "Two/NUM/CD/nummod/6 members/NOUN/NNS/nsubj/7 wanted/VERB/VBD/ROOT/7 a/DET/DT/det/9 cut/NOUN/NN/obj/7 "
        ",/PUNCT/,/punct/14 according/VERB/VBG/case/14 to/ADP/IN/fixed/11 a/DET/DT/det/14 report/NOUN/NN/obl/7 "
        "./PUNCT/./punct/7"
    ),
    "Merrill says Orsk promised to wait and said she would vote.": (
        "Merrill/PROPN/NNP/nsubj/1 says/VERB/VBZ/ROOT/1 Orsk/PROPN/NNP/nsubj/3 promised/VERB/VBD/ccomp/1 "
        "to/PART/TO/mark/5 wait/VERB/VB/xcomp/3 and/CCONJ/CC/cc/7 said/VERB/VBD/conj/3 she/PRON/PRP/nsubj/10 "
        "would/AUX/MD/aux/10 vote/VERB/VB/ccomp/7 ./PUNCT/./punct/1"
    ),
    "According to a clerk, Lind told the council that the road was open.": (
        "According/VERB/VBG/case/3 to/ADP/IN/fixed/0 a/DET/DT/det/3 clerk/NOUN/NN/obl/6 ,/PUNCT/,/punct/3 "
        "Lind/PROPN/NNP/nsubj/6 told/VERB/VBD/ROOT/6 the/DET/DT/det/8 council/NOUN/NN/iobj/6 that/SCONJ/IN/mark/13 "
        "the/DET/DT/det/11 road/NOUN/NN/nsubj/13 was/AUX/VBD/cop/13 open/ADJ/JJ/ccomp/6 ./PUNCT/./punct/6"
    ),
    "The office said that it had asked Tarn for papers, a request that the council said it never saw.": (
        "The/DET/DT/det/1 office/NOUN/NN/nsubj/2 said/VERB/VBD/ROOT/2 that/SCONJ/IN/mark/6 it/PRON/PRP/nsubj/6 "
        "had/AUX/VBD/aux/6 asked/VERB/VBN/ccomp/2 Tarn/PROPN/NNP/iobj/6 for/ADP/IN/case/9 papers/NOUN/NNS/obl/6 "
        ",/PUNCT/,/punct/12 a/DET/DT/det/12 request/NOUN/NN/parataxis/6 that/PRON/WDT/obj/19 the/DET/DT/det/15 "
        "council/NOUN/NN/nsubj/16 said/VERB/VBD/acl:relcl/12 it/PRON/PRP/nsubj/19 never/ADV/RB/advmod/19 "
        "saw/VERB/VBD/ccomp/16 ./PUNCT/./punct/2"
    ),
    'Its president called it "overdue" and a rival called it "a disgrace".': (
        "Its/PRON/PRP$/nmod:poss/1 president/NOUN/NN/nsubj/2 called/VERB/VBD/ROOT/2 it/PRON/PRP/obj/2 "
        "\"/PUNCT/``/punct/5 overdue/ADJ/JJ/xcomp/2 \"/PUNCT/''/punct/5 and/CCONJ/CC/cc/10 a/DET/DT/det/9 "
        'rival/NOUN/NN/nsubj/10 called/VERB/VBD/conj/2 it/PRON/PRP/obj/10 "/PUNCT/``/punct/14 a/DET/DT/det/14 '
        "disgrace/NOUN/NN/xcomp/10 \"/PUNCT/''/punct/14 ./PUNCT/./punct/2"
    ),
    "Lind said that nurses missed the alarms; three falls had gone unnoticed, she said.": (
        "Lind/PROPN/NNP/nsubj/1 said/VERB/VBD/ROOT/1 that/SCONJ/IN/mark/4 nurses/NOUN/NNS/nsubj/4 "
        "missed/VERB/VBD/ccomp/1 the/DET/DT/det/6 alarms/NOUN/NNS/obj/4 ;/PUNCT/:/punct/11 three/NUM/CD/nummod/9 "
        "falls/NOUN/NNS/nsubj/11 had/AUX/VBD/aux/11 gone/VERB/VBN/conj/4 unnoticed/ADJ/JJ/advmod/11 "
        ",/PUNCT/,/punct/15 she/PRON/PRP/nsubj/15 said/VERB/VBD/parataxis/1 ./PUNCT/./punct/15"
    ),
    'The union will strike on Monday, its leader said. "We will not work."': (
        "The/DET/DT/det/1 union/NOUN/NN/nsubj/3 will/AUX/MD/aux/3 strike/VERB/VB/ccomp/9 on/ADP/IN/case/5 "
        "Monday/PROPN/NNP/obl/3 ,/PUNCT/,/punct/9 its/PRON/PRP$/nmod:poss/8 leader/NOUN/NN/nsubj/9 "
        'said/VERB/VBD/ROOT/9 ./PUNCT/./punct/9 "/PUNCT/``/punct/15 We/PRON/PRP/nsubj/15 will/AUX/MD/aux/15 '
        "not/PART/RB/advmod/15 work/VERB/VB/ROOT/15 ./PUNCT/./punct/15 \"/PUNCT/''/punct/15"
    ),
    "Arda voted against the plan by Riga, its chair, Mo Lind, said.": (
        "Arda/PROPN/NNP/nsubj/1 voted/VERB/VBD/ccomp/14 against/ADP/IN/case/4 the/DET/DT/det/4 plan/NOUN/NN/obl/1 "
        "by/ADP/IN/case/6 Riga/PROPN/NNP/nmod/4 ,/PUNCT/,/punct/9 its/PRON/PRP$/nmod:poss/9 chair/NOUN/NN/appos/6 "
        ",/PUNCT/,/punct/11 Mo/PROPN/NNP/appos/9 Lind/PROPN/NNP/flat/11 ,/PUNCT/,/punct/14 said/VERB/VBD/ROOT/14 "
        "./PUNCT/./punct/14"
    ),
    "The owner declined to say by how much it had grown.": (
        "The/DET/DT/det/1 owner/NOUN/NN/nsubj/2 declined/VERB/VBD/ROOT/2 to/PART/TO/mark/4 say/VERB/VB/xcomp/2 "
        "by/ADP/IN/mark/10 how/ADV/WRB/advmod/7 much/ADJ/JJ/obj/10 it/PRON/PRP/nsubj/10 had/AUX/VBD/aux/10 "
        "grown/VERB/VBN/ccomp/4 ./PUNCT/./punct/2"
    ),
    "The owner declined to say whether it would close.": (
        "The/DET/DT/det/1 owner/NOUN/NN/nsubj/2 declined/VERB/VBD/ROOT/2 to/PART/TO/mark/4 say/VERB/VB/xcomp/2 "
        "whether/SCONJ/IN/mark/8 it/PRON/PRP/nsubj/8 would/AUX/MD/aux/8 close/VERB/VB/ccomp/4 ./PUNCT/./punct/2"
    ),
    "The office did not respond to the letter.": (
        "The/DET/DT/det/1 office/NOUN/NN/nsubj/4 did/AUX/VBD/aux/4 not/PART/RB/advmod/4 respond/VERB/VB/ROOT/4 "
        "to/ADP/IN/case/7 the/DET/DT/det/7 letter/NOUN/NN/obl/4 ./PUNCT/./punct/4"
    ),
    "Nobody had said that the dam leaked.": (
        "Nobody/PRON/NN/nsubj/2 had/AUX/VBD/aux/2 said/VERB/VBN/ROOT/2 that/SCONJ/IN/mark/6 the/DET/DT/det/5 "
        "dam/NOUN/NN/nsubj/6 leaked/VERB/VBD/ccomp/2 ./PUNCT/./punct/2"
    ),
    "Lind was more cautious than her minister.": (
        "Lind/PROPN/NNP/nsubj/3 was/AUX/VBD/cop/3 more/ADV/RBR/advmod/3 cautious/ADJ/JJ/ROOT/3 than/ADP/IN/case/6 "
        "her/PRON/PRP$/nmod:poss/6 minister/NOUN/NN/obl/3 ./PUNCT/./punct/3"
    ),
    "The owner would not name the two others.": (
        "The/DET/DT/det/1 owner/NOUN/NN/nsubj/4 would/AUX/MD/aux/4 not/PART/RB/advmod/4 name/VERB/VB/ROOT/4 "
        "the/DET/DT/det/7 two/NUM/CD/nummod/7 others/NOUN/NNS/obj/4 ./PUNCT/./punct/4"
    ),
    "The ministry put the figure at 14.": (
        "The/DET/DT/det/1 ministry/NOUN/NN/nsubj/2 put/VERB/VBD/ROOT/2 the/DET/DT/det/4 figure/NOUN/NN/obj/2 "
        "at/ADP/IN/case/6 14/NUM/CD/obl/2 ./PUNCT/./punct/2"
    ),
    "Orsk agreed to come; Lind, who was asked too, said she would not.": (
        "Orsk/PROPN/NNP/nsubj/1 agreed/VERB/VBD/ROOT/1 to/PART/TO/mark/3 come/VERB/VB/xcomp/1 ;/PUNCT/:/punct/12 "
        "Lind/PROPN/NNP/nsubj/12 ,/PUNCT/,/punct/9 who/PRON/WP/nsubj:pass/9 was/AUX/VBD/aux:pass/9 "
        "asked/VERB/VBN/ccomp/12 too/ADV/RB/advmod/9 ,/PUNCT/,/punct/5 said/VERB/VBD/parataxis/1 "
        "she/PRON/PRP/nsubj/14 would/AUX/MD/ccomp/12 not/PART/RB/advmod/14 ./PUNCT/./punct/1"
    ),
    "The pier, she told the crew, had been built by others.": (
        "The/DET/DT/det/1 pier/NOUN/NN/nsubj:pass/10 ,/PUNCT/,/punct/1 she/PRON/PRP/nsubj/4 told/VERB/VBD/ROOT/4 "
        "the/DET/DT/det/6 crew/NOUN/NN/iobj/4 ,/PUNCT/,/punct/4 had/AUX/VBD/aux/10 been/AUX/VBN/aux:pass/10 "
        "built/VERB/VBN/ccomp/4 by/ADP/IN/case/12 others/NOUN/NNS/obl/10 ./PUNCT/./punct/4"
    ),
}
