"""What follows a content in its sentence and is told by somebody else: "…, an idea that the mayor dismissed"."""

from __future__ import annotations

from .. import lexicon
from ..headlines import headline_end
from ..tree import Tree
from .draft import Chars, Draft, overlap, stripped
from .phrases import head_of_cue, noun_phrase, subject_of, verb_group
from .quoted import Marks

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_JOINTS = frozenset({"and", "but", "while", "whereas"})
_MEANWHILE = frozenset({"after", "following", "amid", "when", "while"})
_TRIMMED = " ,;\t\n"


def without_afterthoughts(tree: Tree, draft: Draft, marks: Marks) -> None:
    """Cut from a content the comments that others make on it, and what a headline tells besides."""
    _without_comment(tree, draft, marks)
    _without_meanwhile(tree, draft, marks)
    _ends_with_its_quotation(tree, draft, marks)


def _without_comment(tree: Tree, draft: Draft, marks: Marks) -> None:
    """ "called on him to resign, a demand that the mayor rejected": the mayor's word is no part of the call."""
    cue = head_of_cue(tree, draft)
    if cue is None:
        return
    for n, (start, end) in enumerate(draft.content):
        at = next((t for t in tree.tokens(start, end) if _begins_comment(tree, t, cue, marks)), None)
        if at is not None:
            before = stripped(tree.text, (start, tree.starts[at]), _TRIMMED)
            kept = [*draft.content[:n], *([before] if before[0] < before[1] else [])]
            draft.content = kept or draft.content
            return


def _begins_comment(tree: Tree, token: int, cue: int, marks: Marks) -> bool:
    """Whether a comma stands before this "a" or "an" and its noun is told of by a reporting verb with a subject."""
    if tree.words[token].lower() not in ("a", "an", "something") or token == 0 or tree.words[token - 1] not in ",–—-":
        return False
    noun = token if tree.words[token].lower() == "something" else tree.heads[token]
    if noun < token or cue in tree.subtree(noun) or tree.deps[noun] in ("nsubj", "conj"):
        return False
    told = any(_told_by_another(tree, v) for v in tree.all_children(noun, "acl"))
    return told and not marks.around(tree.starts[token])


def _told_by_another(tree: Tree, verb: int) -> bool:
    subject = subject_of(tree, verb)
    if tree.tags[verb] not in _FINITE or subject is None or tree.tags[subject] in ("WP", "WDT"):
        return False
    return lexicon.cues().find([tree.lemmas[verb]], "verb") is not None


def _without_meanwhile(tree: Tree, draft: Draft, marks: Marks) -> None:
    """In the headline "Ferry boss vows to fight on as union names successor" the union's deed goes beside the vow."""
    start, end = draft.content[-1] if draft.content else (0, 0)
    if start >= headline_end(tree.text):
        return
    for token in tree.tokens(start, end):
        if tree.words[token].lower() != "as" or not start < tree.starts[token] or marks.around(tree.starts[token]):
            continue
        rest = tree.tokens(tree.ends[token], end)
        if len(rest) > 1 and any(tree.tags[t] in ("VBZ", "VBP") or tree.words[t].endswith("s") for t in rest[1:3]):
            draft.content[-1] = stripped(tree.text, (start, tree.starts[token]), _TRIMMED)
            return


def _ends_with_its_quotation(tree: Tree, draft: Draft, marks: Marks) -> None:
    """ "accused her of “sailing blind” after the ferry had sunk": what came before the charge is no part of it."""
    verb = head_of_cue(tree, draft)
    if verb is None or not draft.content or draft.content[-1][0] < draft.cue[-1][1]:
        return
    start, end = draft.content[-1]
    whom = next((c for c in tree.all_children(verb, "obj", "iobj") if start <= tree.starts[c] < end), None)
    closed = [q for q in marks.touching(start, end) if q.closed and start < q.start and q.end + 1 < end]
    if whom is None or not closed or any(tree.tags[t] in _FINITE for t in tree.tokens(start, closed[0].start)):
        return
    behind = tree.tokens(closed[-1].end + 1, end)
    if len(behind) > 1 and tree.words[behind[0]].lower() in _MEANWHILE:
        draft.content[-1] = start, closed[-1].end + 1


def split_at_second_saying(tree: Tree, draft: Draft, marks: Marks) -> list[Draft]:
    """ `called it "late" and its rival called it "a disgrace"`: behind a quotation another one may begin to speak."""
    start, end = draft.content[-1]
    quoted = [q for q in marks.touching(start, end) if q.closed and overlap((q.start, q.end), (start, end))]
    if len(quoted) < 2 or not draft.cue or draft.cue[-1][1] > start + 1:
        return [draft]
    for joint in tree.tokens(quoted[0].end + 1, quoted[-1].start):
        if tree.words[joint].lower() not in _JOINTS or marks.around(tree.starts[joint]):
            continue
        other = _second(tree, (tree.ends[joint], end), quoted[-1].start, draft)
        if other is not None:
            draft.content[-1] = stripped(tree.text, (start, tree.starts[joint]), _TRIMMED)
            return [draft, other]
    return [draft]


def _second(tree: Tree, rest: Chars, quotation: int, draft: Draft) -> Draft | None:
    for verb in tree.tokens(rest[0], quotation):
        subject = subject_of(tree, verb) if tree.tags[verb] in _FINITE else None
        if subject is None or lexicon.cues().find([tree.lemmas[verb]], "verb") is None:
            continue
        source = noun_phrase(tree, subject)
        if rest[0] <= source[0] and source[1] <= tree.starts[verb]:
            content = stripped(tree.text, (tree.ends[verb], rest[1]))
            return Draft([source], [verb_group(tree, verb)], [content], draft.confidence * 0.9)
    return None
