"""From the model's attributions and the quotation marks to drafts: complete, split, none in boilerplate."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from .. import lexicon
from ..tree import Range, Tree
from .afterthoughts import split_at_second_saying, without_afterthoughts
from .clause import without_refusal
from .closing import closing
from .contents import mend_content, with_whom
from .draft import Chars, Draft, Taken, after_dateline, covered, overlap, stripped
from .parsed import according_to, missed
from .phrases import noun_phrase, subject_of, verb_group
from .pieces import claimed, detached, divided, in_own_sentence, interrupted, resumed
from .quoted import (
    Marks,
    at_lines,
    chains,
    is_saying,
    snap,
    split_at_sentences,
    split_at_words,
    stands_alone,
    without_asides,
)
from .reported import reported
from .silence import without_silence
from .sources import mend_source

REPORTING_CLAUSE = 30  # tokens
_DAY_BEHIND = re.compile(
    r",?\s(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
    r"|in (?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})(?: \d{4})?)\Z"
)


def gather(
    doc: Doc, tree: Tree, marks: Marks, left_out: Sequence[Chars], joined: bool, signed: bool = False
) -> list[Draft]:
    """Drafts in the order of the text. `left_out` are spans that yield no statements; `joined` keeps what follows
    after `"A," he said.` in one statement, as PolNeAR's annotators do; `signed`: it is known who says "I" in it."""
    text = tree.text
    drafts = [d for d in _from_model(doc, tree) if not _lies_in(d, left_out)]
    for draft in drafts:
        _mend(tree, draft, marks)
    drafts = [part for d in drafts if d.content for part in divided(tree, d, marks)]
    drafts = [part for d in drafts for part in split_at_words(text, d, marks)]
    for draft in drafts:
        draft.content = without_asides(text, draft, marks)
    drafts = [part for d in drafts for part in _split_at_participle(tree, d, marks)]
    drafts = [part for d in drafts for part in split_at_second_saying(tree, d, marks)]
    claimed(tree, drafts, marks)
    drafts = _without_overlaps(drafts)
    drafts += _unread_quotations(text, tree, marks, drafts, left_out)
    drafts = _chained(drafts, marks)
    drafts = [_with_cue(tree, d) for d in drafts]
    drafts = [d for d in drafts if _tells(tree, d, marks)]
    drafts = closing(tree, drafts, marks, left_out)
    drafts += missed(tree, drafts, marks, left_out, signed)
    drafts = according_to(tree, drafts, left_out)
    if not joined:
        drafts = [part for d in drafts for part in split_at_sentences(text, d, marks)]
    return sorted(drafts, key=lambda d: (d.content[0][0], d.start))


def _mend(tree: Tree, draft: Draft, marks: Marks) -> None:
    """Give a draft of the model the source that its clause has, and a content that the marks and the parse agree on."""
    text = tree.text
    sources = (_clean_source(text, s, draft.cue) for s in draft.source)
    draft.source = [s for s in sources if s[0] < s[1]]
    mend_source(tree, draft)
    taken = [*draft.source, *draft.cue]
    lines = [_behind_dateline(text, part) for s in draft.content for part in at_lines(text, s)]
    spans = [without_refusal(tree, snap(text, s, marks, taken)) for s in lines]
    draft.content = [s for s in spans if s[0] < s[1]]
    mend_content(tree, draft, marks)
    without_afterthoughts(tree, draft, marks)
    without_silence(tree, draft)
    in_own_sentence(tree, draft, marks)
    detached(tree, draft, marks)
    interrupted(tree, draft, marks)
    resumed(tree, draft, marks)


def _from_model(doc: Doc, tree: Tree) -> Iterable[Draft]:
    def chars(ranges: Iterable[Range]) -> list[Chars]:
        return sorted((tree.starts[a], tree.ends[b - 1]) for a, b in ranges)

    for found in doc._.attributions:
        if found.content:
            yield Draft(chars(found.source), chars(found.cue), chars(found.content), found.confidence)


def _lies_in(draft: Draft, spans: Sequence[Chars]) -> bool:
    if not spans:
        return False
    at = bisect_right(spans, (draft.content[0][0], 1 << 60)) - 1
    return at >= 0 and overlap(draft.content[0], spans[at]) > 0


def _without_overlaps(drafts: list[Draft]) -> list[Draft]:
    """Snapping can make two drafts reach for one quotation: the one with a cue keeps it; one that lies within
    the content of another, cue and all, is nested in it."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.content[0][0], -d.content[-1][1], not d.cue)):
        rival = next((k for k in kept[-4:] if any(overlap(a, b) for a in draft.content for b in k.content)), None)
        if rival is None:
            kept.append(draft)
        elif draft.cue and any(s <= draft.extent[0] and draft.extent[1] <= e for s, e in rival.content):
            draft.inside = rival
            kept.append(draft)
        elif draft.cue and not rival.cue:
            kept[kept.index(rival)] = draft
        elif draft.cue:
            draft.content = _left_over(draft.content, rival.content)
            kept += [draft] if draft.content else []
    return kept


def _left_over(spans: list[Chars], taken: Sequence[Chars]) -> list[Chars]:
    """The spans that have no character in common with those taken."""
    return [s for s in spans if not covered(s, taken)]


def _clean_source(text: str, source: Chars, cue: Sequence[Chars]) -> Chars:
    """Without what stands before the dateline, and without a day behind it: "The council on Friday said"."""
    start, end = stripped(text, _behind_dateline(text, on_one_line(text, source, cue)), " ,;:\t")
    day = _DAY_BEHIND.search(text, max(start, end - 40), end)
    return (start, day.start()) if day and day.start() > start else (start, end)


def _behind_dateline(text: str, span: Chars) -> Chars:
    """A span without the dateline; empty when nothing else is in it."""
    return min(after_dateline(text, span[0]), span[1]), span[1]


def on_one_line(text: str, source: Chars, cue: Sequence[Chars]) -> Chars:
    """A source never runs over a line break: the part on the cue's side of it is meant."""
    start, end = source
    if "\n" not in text[start:end]:
        return source
    after = bool(cue) and cue[0][0] < start
    return (start, text.index("\n", start)) if after else (text.rindex("\n", start, end) + 1, end)


def _unread_quotations(
    text: str, tree: Tree, marks: Marks, drafts: list[Draft], left_out: Sequence[Chars]
) -> list[Draft]:
    """Quotations that the model left out: floating ones, and those whose cue the parse shows."""
    read = Taken(c for d in drafts for c in d.content)
    furniture = Taken(left_out)
    found = []
    for chain in chains(marks.outer):
        spans = [stripped(text, (q.start, q.end)) for q in chain]
        spans = [s for s in spans if s[0] < s[1]]
        if not spans or _share_read(spans, read) > 0.4 or any(map(furniture.touch, spans)):
            continue
        if not is_saying(text, chain[0]):
            continue
        draft = Draft(content=spans, confidence=0.6)
        if _find_cue(tree, draft) or stands_alone(text, chain[0]):
            found.append(draft)
    return found


def _split_at_participle(tree: Tree, draft: Draft, marks: Marks) -> list[Draft]:
    """ "… reconfirmed their readiness, saying they were able": the second saying is a statement of its own."""
    start, end = draft.content[-1]
    for verb in tree.tokens(start, end):
        clause = tree.child(verb, "ccomp") if tree.tags[verb] == "VBG" else None
        if clause is None or tree.lemmas[verb] not in lexicon.reporting().strong or clause < verb:
            continue
        before = tree.text[start : tree.starts[verb]].rstrip(" \"”’'")
        if before.endswith(",") and not marks.around(tree.starts[verb]):
            rest = stripped(tree.text, (tree.ends[verb], end))
            draft.content[-1] = stripped(tree.text, (start, tree.starts[verb]), " ,")
            cue = [(tree.starts[verb], tree.ends[verb])]
            return [draft, Draft([*draft.source], cue, [rest], draft.confidence * 0.9)]
    return [draft]


def _chained(drafts: list[Draft], marks: Marks) -> list[Draft]:
    """Floating drafts in one quotation over several paragraphs belong to one statement, to that with the cue."""
    link = {id(q): n for n, chain in enumerate(chains(marks.outer)) if len(chain) > 1 for q in chain}
    by_chain: dict[int, list[Draft]] = {}
    for draft in drafts:
        numbers = {link[id(q)] for span in draft.content for q in marks.touching(*span) if id(q) in link}
        if len(numbers) == 1:
            by_chain.setdefault(numbers.pop(), []).append(draft)
    gone: set[int] = set()
    for group in by_chain.values():
        keeper = next((d for d in group if d.cue), group[0])
        for other in group:
            if other is not keeper and not other.cue:
                keeper.content = sorted({*keeper.content, *other.content})
                gone.add(id(other))
    return [d for d in drafts if id(d) not in gone]


def _share_read(spans: list[Chars], read: Taken) -> float:
    total = sum(e - s for s, e in spans)
    return sum(covered(s, read.near(s)) for s in spans) / total


def _with_cue(tree: Tree, draft: Draft) -> Draft:
    if not draft.cue:
        _find_cue(tree, draft)
    return draft


def _tells(tree: Tree, draft: Draft, marks: Marks) -> bool:
    """Whether some of it stands in quotation marks, or a cue is known or a mere colon: without that nobody says
    anything."""
    if any(overlap(s, (q.start, q.end)) for s in draft.content for q in marks.touching(*s)):
        return True
    tokens = [t for s in draft.cue for t in tree.tokens(*s)]
    named = any(tree.words[t][0].isalnum() for t in tokens)
    return bool(tokens) and (not named or lexicon.cues().find([tree.lemmas[t] for t in tokens]) is not None)


def _find_cue(tree: Tree, draft: Draft) -> bool:
    """Take the reporting verb on which the content hangs, or that follows its comma, when the parse shows one."""
    for span in draft.content:
        tokens = tree.tokens(*span)
        if not tokens:
            continue
        root = tree.head_of(tokens)
        near = [tree.heads[root], *tree.all_children(root, "parataxis", "ccomp"), *_after_comma(tree, span)]
        if any(_take_cue(tree, draft, verb, span) for verb in near):
            return True
    return False


def _take_cue(tree: Tree, draft: Draft, verb: int, content: Chars) -> bool:
    outside = not content[0] <= tree.starts[verb] < content[1]
    if not outside or tree.pos[verb] != "VERB" or lexicon.cues().find([tree.lemmas[verb]], "verb") is None:
        return False
    subject = subject_of(tree, verb)
    if subject is None or content[0] <= tree.starts[subject] < content[1]:
        return False
    draft.cue = [verb_group(tree, verb)]
    draft.source = [noun_phrase(tree, subject, draft.content)]
    with_whom(tree, draft)
    whole = reported(tree, verb)
    if whole is not None and len(draft.content) == 1 and covered(content, whole.content) == content[1] - content[0]:
        draft.content, draft.source = whole.content, whole.source  # "put the figure at “no more than 12”"
    return True


def _after_comma(tree: Tree, content: Chars) -> list[int]:
    """Verbs right after a quotation that ends with a comma: `"We are ready," the minister is quoted as saying`."""
    tail = tree.text[max(0, content[1] - 2) : content[1] + 2]
    if "," not in tail:
        return []
    line_end = tree.text.find("\n", content[1])
    tokens = tree.tokens(content[1], len(tree.text) if line_end < 0 else line_end)[:REPORTING_CLAUSE]
    stop = next((n for n, t in enumerate(tokens) if tree.words[t] in (".", "“", ";")), len(tokens))
    return [t for t in tokens[:stop] if tree.pos[t] == "VERB"]


def followed(text: str, draft: Draft, before: Draft | None) -> bool:
    """Whether a floating draft goes on from the one before it: nothing but sentences of the same saying between."""
    if before is None:
        return False
    gap = (before.extent[1], draft.content[0][0])
    return gap[1] - gap[0] < 400 and text.count("\n", *gap) <= 3
