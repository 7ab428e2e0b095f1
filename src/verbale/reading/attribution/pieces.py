"""Contents in several pieces of which one belongs to another saying, or to none."""

from __future__ import annotations

from .. import lexicon
from ..tree import Tree
from .draft import Chars, Draft, overlap, stripped
from .nominal import owner_of
from .phrases import head_of_cue, name_phrase, noun_phrase, verb_group
from .quoted import Marks

NEAR = 8  # drafts, which come in the order of the text: one that goes on in another is not far


def in_own_sentence(tree: Tree, draft: Draft, marks: Marks) -> None:
    """Plain words are reported by a cue in their own sentence: what the model took of others is left out."""
    cue = head_of_cue(tree, draft)
    if cue is None:
        return
    own = tree.sentences[tree.sentence[cue]]
    around = tree.starts[own[0]], tree.ends[own[1] - 1]
    if not any(overlap(s, around) for s in draft.content):
        return
    kept = []
    for span in draft.content:
        plain = not any(overlap(span, (q.start, q.end)) for q in marks.touching(*span))
        if not overlap(span, around):
            plain = plain or _says_itself(tree, span, marks)
        cut = (max(span[0], around[0]), min(span[1], around[1])) if plain else span
        if cut[0] < cut[1]:
            kept.append(stripped(tree.text, cut))
    draft.content = [s for s in kept if s[0] < s[1]]


def _says_itself(tree: Tree, span: Chars, marks: Marks) -> bool:
    """ `The ministry put it at "12 million"`: a sentence that begins outside marks and has its own cue and speaker."""
    root = tree.head_of(tree.tokens(*span))
    subject = tree.child(root, "nsubj") if tree.pos[root] == "VERB" else None
    if subject is None or marks.around(span[0] + 1) or marks.around(tree.starts[root]):
        return False
    return lexicon.cues().find([tree.lemmas[root]], "verb") is not None and span[0] <= tree.starts[subject] < span[1]


def detached(tree: Tree, draft: Draft, marks: Marks) -> None:
    """ "voted to let them in, a decision its president called “overdue”": what stands before a clause and neither has
    it below itself nor hangs on what it reports is no part of that."""
    cue, clause = head_of_cue(tree, draft), draft.clause
    if cue is None or clause is None or len(draft.content) < 2 or tree.pos[cue] != "VERB":
        return
    above, at = {cue}, cue
    while tree.heads[at] != at:
        at = tree.heads[at]
        above.add(at)
    behind = [s for s in draft.content if s[0] >= clause[1]]
    told = {t for s in behind for t in tree.tokens(*s)} | {cue}
    kept = []
    for span in draft.content:
        root = tree.head_of(tree.tokens(*span))
        apart = ";" in tree.text[span[1] : clause[0]]
        above_it = root in above or tree.heads[root] in told
        loose = span[1] <= clause[0] and behind and (apart or not above_it)
        if not loose or marks.touching(*span):
            kept.append(span)
    draft.content = kept


def interrupted(tree: Tree, draft: Draft, marks: Marks) -> None:
    """ "The treaty, Estonia insists, must be ratified": a content whose verb stands behind the clause goes on there."""
    clause = draft.clause
    if clause is None or len(draft.content) != 1 or draft.content[0][1] > clause[0]:
        return
    start, end = draft.content[0]
    if marks.touching(start, end) or tree.text[end : clause[0]].strip() != ",":
        return
    tokens = tree.tokens(start, end)
    governor = tree.heads[tree.head_of(tokens)]
    last = tree.sentences[tree.sentence[tokens[0]]][1] - 1
    rest = tree.tokens(clause[1], tree.ends[last])
    comma = next((t for t in rest if tree.words[t] in (",", "–", "—")), None)
    if comma is None or not comma < governor <= last or tree.pos[governor] not in ("VERB", "AUX", "ADJ", "NOUN"):
        return
    behind = stripped(tree.text, (tree.ends[comma], tree.ends[last]), " .\t\n")
    if not marks.touching(*behind) and "\n" not in tree.text[slice(*behind)]:
        draft.content.append(behind)


def resumed(tree: Tree, draft: Draft, marks: Marks) -> None:
    """ "The pier, she told the crew, had been built by others": a content whose subject stands before the clause."""
    clause = draft.clause
    if clause is None or len(draft.content) != 1 or draft.content[0][0] < clause[1]:
        return
    start, end = draft.content[0]
    tokens = tree.tokens(start, end)
    subjects = ((c, t) for t in tokens if tree.heads[t] not in tokens for c in tree.all_children(t, "nsubj"))
    subject, root = next(((c, t) for c, t in subjects if tree.ends[c] <= clause[0]), (None, 0))
    if subject is None or marks.around(start) or tree.sentence[subject] != tree.sentence[root]:
        return
    before = noun_phrase(tree, subject, [clause])
    if tree.text[before[1] : clause[0]].strip() == ",":
        verb = tree.starts[min([root, *tree.all_children(root, "aux", "cop")])]
        listens = start < verb < end and tree.text[start:verb].rstrip().endswith(",")
        draft.content = [before, (verb if listens else start, end)]


def divided(tree: Tree, draft: Draft, marks: Marks) -> list[Draft]:
    """A draft, and one more for each piece that hangs on another reporting verb or noun than its cue."""
    cue = head_of_cue(tree, draft)
    if cue is None or len(draft.content) < 2:
        return [draft]
    others: list[Draft] = []
    for span in draft.content:
        quoted = any(overlap(span, (q.start, q.end)) for q in marks.touching(span[0], span[0] + 2))
        other = None if quoted else _of_another(tree, draft, cue, span)
        if other is not None:
            others.append(other)
    rest = [s for s in draft.content if not any(s in o.content for o in others)]
    if not others or not rest:
        return [draft]
    draft.content = rest
    return [draft, *others]


def _of_another(tree: Tree, draft: Draft, cue: int, span: Chars) -> Draft | None:
    """The draft of a piece whose governor is a cue with somebody to whom it belongs."""
    root = tree.head_of(tree.tokens(*span))
    governor = tree.heads[root]
    at = tree.starts[governor], tree.ends[governor]
    if governor in (root, cue) or any(overlap(at, s) for s in (*draft.content, *draft.cue)):
        return None
    verb = tree.pos[governor] == "VERB"
    relations = ("ccomp", "xcomp") if verb else ("acl", "ccomp")
    if tree.relations[root] not in relations or (not verb and tree.pos[governor] != "NOUN"):
        return None
    if lexicon.cues().find([tree.lemmas[governor]], "verb" if verb else "noun") is None:
        return None
    owner = tree.child(governor, "nsubj") if verb else owner_of(tree, governor)
    if owner is None or tree.deps[owner] == "nsubj:pass":
        return None
    source = name_phrase(tree, owner)
    return Draft([source], [verb_group(tree, governor) if verb else at], [span], draft.confidence * 0.8)


def claimed(tree: Tree, drafts: list[Draft], marks: Marks) -> None:
    """ "said that he had called her and urged her to wait": where the parse joins the second verb to one in the
    content, the content goes on, and the second saying is nested in it."""
    for n, draft in enumerate(drafts):
        verb = head_of_cue(tree, draft)
        if verb is None or tree.deps[verb] != "conj" or tree.child(verb, "nsubj") is not None or not draft.content:
            continue
        outer = next(
            (d for d in drafts[max(0, n - NEAR) : n + NEAR] if d is not draft and _ends_before(tree, d, verb)), None
        )
        if outer is None or marks.touching(tree.starts[verb], tree.ends[verb]):
            continue
        subject = tree.subject(verb)
        outer.content[-1] = outer.content[-1][0], draft.content[-1][1]
        draft.inside = outer
        draft.source = [noun_phrase(tree, subject, draft.content)] if subject is not None else []


def _ends_before(tree: Tree, outer: Draft, verb: int) -> bool:
    """Whether a content ends right before a verb that is joined to another within it and has its form:
    both are then told, and not one told and one done."""
    first = tree.heads[verb]
    if outer.inside is not None or not outer.cue or not outer.content or tree.tags[first] != tree.tags[verb]:
        return False
    (start, end), at = outer.content[-1], tree.starts[verb]
    joint = tree.text[end:at].strip().lower()
    return start <= tree.starts[first] < end <= at and joint in ("and", "or", "but", "and then", "and also")
