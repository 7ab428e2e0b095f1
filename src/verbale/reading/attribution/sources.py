"""Whose words they are: the source of one attribution of the model, corrected by the parse."""

from __future__ import annotations

from .. import lexicon
from ..tree import Tree
from .draft import Chars, Draft, covered, stripped
from .nominal import owner_of, owner_phrase
from .phrases import head_of_cue, name_phrase, noun_phrase, verb_group


def mend_source(tree: Tree, draft: Draft) -> None:
    """Give a draft the source that its own clause names, where the model took another or none."""
    _source_after_according(tree, draft)
    _source_of_passive(tree, draft)
    _source_of_carrier(tree, draft)
    _subject_as_source(tree, draft)
    draft.source = [_without_who(tree, s) for s in draft.source]
    _without_its_clause(tree, draft)
    _agent_as_source(tree, draft)
    _owner_as_source(tree, draft)
    _shared_subject(tree, draft)
    _not_of_another_sentence(tree, draft)


def _source_after_according(tree: Tree, draft: Draft) -> None:
    """What follows "according to" is its source, whatever else was linked to it."""
    if not draft.cue or tree.text[slice(*draft.cue[-1])].lower().split()[-2:] != ["according", "to"]:
        return
    if any(0 <= s - draft.cue[-1][1] < 6 for s, _ in draft.source):
        return
    tokens = tree.tokens(draft.cue[-1][1], len(tree.text))
    first = tokens[0] if tokens else None
    if first is None:
        return
    head = first
    while tree.heads[head] > head and tree.heads[head] - first < 12 and tree.pos[tree.heads[head]] in ("NOUN", "PROPN"):
        head = tree.heads[head]
    start, end = noun_phrase(tree, head, draft.cue)
    draft.source = [(max(start, draft.cue[-1][1] + 1), end)]
    draft.content = [c for c in (_after(c, end) for c in draft.content) if c[1] - c[0] > 3]


def _after(span: Chars, end: int) -> Chars:
    return (max(span[0], end), span[1]) if span[1] > end and span[0] < end else span


def _source_of_passive(tree: Tree, draft: Draft) -> None:
    """ "X was quoted as saying by Y": X is the source, whoever the model took; Y passed it on."""
    tokens = tree.tokens(*draft.cue[-1]) if draft.cue else range(0)
    verb = next((t for t in tokens if tree.tags[t] == "VBN" and tree.lemmas[t] in lexicon.reporting().carriers), None)
    saying = _as_saying(tree, verb) if verb is not None else None
    if verb is None or (saying is None and not any(tree.lemmas[t] == "say" for t in tokens)):
        return
    if saying is not None and saying not in tokens:
        _quoted_by(tree, draft, verb, saying)
    start, end = draft.cue[-1]
    if tree.text[start:end].endswith(" by"):
        draft.cue[-1] = (start, end - len(" by"))
    _who_was_quoted(tree, draft, verb, saying)
    said_of = [
        t for t in tree.all_children(verb, "nsubj") if not covered((tree.starts[t], tree.ends[t]), draft.content)
    ]
    said_of = [t for t in said_of if tree.tags[t] not in ("WP", "WDT")] or _taken_for_content(tree, draft, verb)
    if said_of and not any(covered((tree.starts[t], tree.ends[t]), draft.source) for t in said_of):
        phrases = [noun_phrase(tree, t, draft.content) for t in said_of]
        draft.source = [(min(s for s, _ in phrases), max(e for _, e in phrases))]


def _taken_for_content(tree: Tree, draft: Draft, verb: int) -> list[int]:
    """ "Lind was quoted as saying that": a subject that the model took for a piece of the content is none."""
    subject = tree.child(verb, "nsubj")
    if subject is None or draft.source or len(draft.content) < 2:
        return []
    whole = noun_phrase(tree, subject)
    others = [s for s in draft.content if not (whole[0] <= s[0] and s[1] <= whole[1] + 1)]
    if len(others) == len(draft.content) or not others:
        return []
    draft.content = others
    return [subject]


def _who_was_quoted(tree: Tree, draft: Draft, verb: int, saying: int | None) -> None:
    """ "Lind, who was quoted as saying by the agency that": Lind is the source, and what follows "that" the content."""
    who = tree.child(verb, "nsubj")
    if who is None or tree.tags[who] != "WP" or tree.deps[verb] != "acl:relcl":
        return
    draft.source = [name_phrase(tree, tree.heads[verb])]
    said = tree.child(saying if saying is not None else verb, "ccomp")
    if said is not None and covered((tree.starts[who], tree.ends[who]), draft.content):
        draft.content = [noun_phrase(tree, said)]


def _as_saying(tree: Tree, verb: int) -> int | None:
    """The "saying" of "quoted as saying", the "ordering" of "quoted her as ordering" """
    clauses = (c for c in tree.all_children(verb, "advcl", "xcomp") if tree.case_or_mark(c) == "as")
    return next((c for c in clauses if lexicon.cues().find([tree.lemmas[c]], "verb") is not None), None)


def _quoted_by(tree: Tree, draft: Draft, verb: int, saying: int) -> None:
    """ "is quoted by the agency as saying that": the cue in its two pieces, and behind them the content."""
    mark = next(c for c in tree.children[saying] if tree.words[c].lower() == "as")
    if mark < verb:
        return
    draft.cue = [(verb_group(tree, verb)[0], tree.ends[verb]), (tree.starts[mark], tree.ends[saying])]
    draft.content = _behind(tree, draft, saying)


def _behind(tree: Tree, draft: Draft, token: int) -> list[Chars]:
    """The content as far as it stands behind a token."""
    end = tree.ends[token]
    return [stripped(tree.text, (max(s, end), e), " ,:\t") for s, e in draft.content if e > end]


def _source_of_carrier(tree: Tree, draft: Draft) -> None:
    """ "The agency quoted X as saying that": X is the source, the agency passed it on."""
    verb = head_of_cue(tree, draft)
    if verb is None or tree.lemmas[verb] not in lexicon.reporting().carriers:
        return
    saying = _as_saying(tree, verb)
    said_of = tree.child(verb, "obj", "iobj")
    if saying is None or said_of is None or not verb < said_of < saying:
        return
    mark = next(c for c in tree.children[saying] if tree.words[c].lower() == "as")
    start, end = name_phrase(tree, said_of)
    draft.source = [(start, min(end, tree.starts[mark] - 1))]
    draft.cue = [(tree.starts[verb], tree.ends[verb]), (tree.starts[mark], tree.ends[saying])]
    draft.content = _behind(tree, draft, saying)


def _subject_as_source(tree: Tree, draft: Draft) -> None:
    """The subject of the cue is its source where the model took a piece of it, or of another sentence, or none."""
    verb = head_of_cue(tree, draft)
    subject = tree.child(verb, "nsubj") if verb is not None else None
    if verb is None or subject is None or tree.deps[subject] == "nsubj:pass" or tree.tags[subject] in ("WP", "WDT"):
        return
    if tree.pos[verb] != "VERB":
        return
    whole = noun_phrase(tree, subject)
    pieces = [c for c in draft.content if whole[0] <= c[0] and c[1] <= whole[1] + 1]
    others = [c for c in draft.content if c not in pieces]
    if pieces and others and not draft.source:
        draft.source, draft.content = [whole], others
    elif not covered(whole, draft.content) and (not draft.source or _elsewhere(tree, draft, subject)):
        draft.source = [whole]


def _elsewhere(tree: Tree, draft: Draft, subject: int) -> bool:
    """Whether the source stands in another sentence than the cue, in a clause about the subject, or is half of it."""
    tokens = tree.tokens(*draft.source[0])
    if not tokens or covered((tree.starts[subject], tree.ends[subject]), draft.source):
        return False
    if all(tree.sentence[t] != tree.sentence[subject] for t in tokens) or tree.tags[tokens[0]] in ("WP", "WDT"):
        return True
    if _of_another_clause(tree, tree.head_of(tokens), subject):
        return True
    if tree.head_of(tokens) in tree.all_children(subject, "conj"):
        return True  # the second half of "X and her deputy"
    clauses = (c for c in tree.all_children(subject, "acl") if tree.deps[c] == "acl:relcl")
    return any(tree.head_of(tokens) in tree.subtree(c) for c in clauses)


def _of_another_clause(tree: Tree, source: int, subject: int) -> bool:
    """ "Orsk agreed; Lind, who was asked, said": whether a source is the subject of a verb before that of the cue."""
    verb, cue = tree.heads[source], tree.heads[subject]
    if not tree.deps[source].startswith("nsubj") or verb == cue or not source < verb < subject < cue:
        return False
    return tree.deps[cue] in ("conj", "parataxis") or tree.deps[verb] in ("parataxis", "advcl")


def _without_who(tree: Tree, source: Chars) -> Chars:
    """ "an official, who" of "an official, who asked for silence, said" """
    tokens = tree.tokens(*source)
    if len(tokens) < 3 or tree.tags[tokens[-1]] not in ("WP", "WDT"):
        return source
    kept = tokens[:-1]
    while len(kept) > 1 and tree.words[kept[-1]] in (",", "and"):
        kept = kept[:-1]
    return (source[0], tree.ends[kept[-1]]) if len(kept) < len(tokens) - 1 else source


def _without_its_clause(tree: Tree, draft: Draft) -> None:
    """ "It will rain, according to Lind, who was quoted as saying that it had": what is told of Lind is no content."""
    if len(draft.content) < 2 or not draft.source:
        return
    tokens = tree.tokens(*draft.source[0])
    relative = [c for t in tokens for c in tree.all_children(t, "acl") if tree.deps[c] == "acl:relcl"]
    inside = [noun_phrase(tree, c) for c in relative]
    kept = [s for s in draft.content if not any(a <= s[0] < b for a, b in inside)]
    draft.content = kept or draft.content


def _agent_as_source(tree: Tree, draft: Draft) -> None:
    """ "was rejected by the council", "was told by the guard that": who did it is the source, if there is none yet."""
    verb = head_of_cue(tree, draft)
    if verb is None or tree.child(verb, "aux:pass") is None:
        return
    draft.source = [s for s in draft.source if not _is_listener(tree, verb, s)]
    if draft.source:
        return
    for agent in tree.all_children(verb, "obl"):
        phrase = noun_phrase(tree, agent, draft.content)
        if agent > verb and tree.case(agent) == "by" and not covered(phrase, draft.content):
            by = tree.child(agent, "case")
            draft.source = [(tree.ends[by] + 1 if by is not None and by < agent else phrase[0], phrase[1])]
            return


def _owner_as_source(tree: Tree, draft: Draft) -> None:
    """ "despite warnings from teachers that": those to whom a noun belongs speak, not the subject of the sentence."""
    noun = head_of_cue(tree, draft)
    if noun is None or tree.pos[noun] != "NOUN" or lexicon.cues().find([tree.lemmas[noun]], "noun") is None:
        return
    owner = owner_of(tree, noun)
    if owner is None or covered((tree.starts[owner], tree.ends[owner]), [*draft.source, *draft.content]):
        return
    subject = tree.subject(tree.heads[noun])
    if subject is None or not draft.source or covered((tree.starts[subject], tree.ends[subject]), draft.source):
        draft.source = [owner_phrase(tree, owner)]


def _is_listener(tree: Tree, verb: int, span: Chars) -> bool:
    """ "Staff were warned that": they are no source of it."""
    heard = tree.child(verb, "nsubj:pass")
    words = lexicon.reporting()
    if heard is None or tree.lemmas[verb] not in words.human or tree.lemmas[verb] in words.carriers:
        return False
    return covered((tree.starts[heard], tree.ends[heard]), [span]) > 0


def _shared_subject(tree: Tree, draft: Draft) -> None:
    """ "He works nights and fears that": a second verb has the subject of the first."""
    verb = head_of_cue(tree, draft)
    if verb is None or draft.source or tree.deps[verb] != "conj" or tree.tags[verb] not in ("VBD", "VBZ", "VBP"):
        return
    subject = tree.subject(verb)
    if subject is None or tree.deps[subject] != "nsubj" or subject > verb:
        return
    if not covered((tree.starts[subject], tree.ends[subject]), draft.content):
        draft.source = [noun_phrase(tree, subject, draft.content)]


def _not_of_another_sentence(tree: Tree, draft: Draft) -> None:
    """ "It sank, said Lind, calling for help. The owner": who calls stands in the sentence of the call."""
    verb = head_of_cue(tree, draft)
    if verb is None or tree.tags[verb] != "VBG":
        return
    own = tree.sentence[verb]
    draft.source = [s for s in draft.source if any(tree.sentence[t] == own for t in tree.tokens(*s))]
