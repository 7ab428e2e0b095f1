"""From drafts to statements."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date

from spacy.tokens import Doc

from verbale.record import Made, Span, Statement

from ..quotes import find_quotations
from ..times import Time
from ..tree import Tree
from . import parsed
from .acts import act_of_content
from .clause import Clause, unconfirmed, who_refuses
from .draft import Chars, Draft, covered
from .gather import gather
from .nominal import nominal
from .phrases import noun_phrase
from .quoted import Marks, finish
from .speakers import FIRST_PERSON, Cast, assign, by_authors

SHORT_SENTENCE = 40  # words: further on, a refusal concerns something else


def find_statements(
    doc: Doc, tree: Tree, cast: Cast, times: Sequence[Time], left_out: Sequence[Chars], published: date | None,
    joined: bool = False, authors: Sequence[Chars] = (),
) -> tuple[Statement, ...]:  # fmt: skip
    """Every statement of an analysed Doc, in the order of the text.

    `left_out` are sorted spans that belong to no statement (boilerplate); `joined` counts `"A," he said. "B."` as one
    statement, as PolNeAR does, and not as two; `authors` are the names in the byline, who say "I" outside quotations.
    """
    quotations = find_quotations(tree.text)
    marks = Marks(quotations)
    drafts = gather(doc, tree, marks, left_out, joined, bool(authors))
    kinds = [finish(tree.text, d, marks) for d in drafts]
    pairs = [(d, k) for d, k in zip(drafts, kinds, strict=True) if d.content]
    drafts = [d for d, _ in pairs]
    nested = Marks(quotations, depth=1)
    inner = parsed.inner(tree, drafts, nested)
    inner += nominal(tree, [*drafts, *inner], left_out)
    speakers = by_authors(tree, drafts, marks, assign(tree, drafts, cast), cast, authors)
    telling = {id(d): ids for d, ids in zip(drafts, speakers, strict=True)}
    inner_kinds = [finish(tree.text, d, nested if _quoted(d, marks) else marks) for d in inner]
    rows = [*zip(drafts, [k for _, k in pairs], speakers, strict=True),
            *zip(inner, inner_kinds, assign(tree, inner, cast, telling), strict=True)]  # fmt: skip
    rows = sorted((r for r in rows if r[0].content), key=lambda r: (r[0].content[0][0], -r[0].content[-1][1]))
    numbers = {id(draft): f"S{n}" for n, (draft, _, _) in enumerate(rows, 1)}
    reporting = {tree.sentence[t] for draft, _, _ in rows for s, e in draft.cue for t in tree.tokens(s, e)}
    writer = _Writer(tree, cast, times, published, numbers, reporting)
    return tuple(writer.statement(*row) for row in rows)


def _quoted(draft: Draft, marks: Marks) -> bool:
    """Whether a draft stands in quotation marks with its cue: then only marks within those count for its content."""
    return any(q.start <= draft.cue[0][0] < q.end for q in marks.touching(*draft.cue[0]))


class _Writer:
    """Turns one draft into a Statement."""

    def __init__(
        self,
        tree: Tree,
        cast: Cast,
        times: Sequence[Time],
        published: date | None,
        numbers: dict[int, str],
        telling: set[int],
    ) -> None:
        self.tree, self.cast, self.times, self.published, self.numbers = tree, cast, times, published, numbers
        self.telling = telling
        self.spoken: dict[int, Sequence[str]] = {}

    def statement(self, draft: Draft, kind: str, speakers: tuple[str, ...]) -> Statement:
        clause = Clause(self.tree, draft)
        via = self._actors(clause.via(), speakers) if draft.cue else ()
        self.spoken[id(draft)] = speakers
        return Statement(
            id=self.numbers[id(draft)],
            speaker=speakers[0] if speakers else None,
            cospeakers=speakers[1:],
            quotation=kind,  # type: ignore[arg-type]
            act=self._act(draft, clause, kind, speakers),  # type: ignore[arg-type]
            denied=clause.denied,
            source=_spans(draft.source),
            cue=_spans(draft.cue),
            content=_spans(draft.content),
            via=via,
            addressees=self._actors(clause.addressees(), speakers, draft) if draft.cue else (),
            occasion=_span(clause.occasion()) if draft.cue else None,
            made=self._made(draft, clause),
            cites=self._actors(clause.cited(), speakers),
            inside=self.numbers.get(id(draft.inside)),
            not_confirmed_by=self._not_confirmed(draft, speakers),
            anonymous=self._anonymous(draft, speakers),
            confidence=round(max(0.0, min(1.0, draft.confidence)), 2),
        )

    def _anonymous(self, draft: Draft, speakers: tuple[str, ...]) -> bool:
        """By the source; what follows without one is as anonymous as who goes on speaking."""
        if draft.source:
            return any(self.cast.anonymous(s, e) for s, e in draft.source)
        return bool(speakers) and all(map(self.cast.is_anonymous, speakers))

    def _act(self, draft: Draft, clause: Clause, kind: str, speakers: Sequence[str]) -> str:
        """By the cue; where that is as neutral as "said", by what the content itself does."""
        if clause.act != "assertive" or (draft.cue and not clause.neutral):
            return clause.act
        found = act_of_content(self.tree, draft, lambda token: self._is_one_of(token, speakers, kind == "indirect"))
        return clause.act if found is None or (found == "directive" and kind == "indirect") else found

    def _is_one_of(self, token: int, speakers: Sequence[str], reported: bool) -> bool:
        """Whether a noun or pronoun means a speaker; in `reported` words an open "he" is taken for him who speaks."""
        ids = self.cast.at(self.tree.starts[token], self.tree.ends[token])
        open_ = not ids and reported and self.tree.tags[token] == "PRP" and self.tree.deps[token] != "expl"
        return open_ or any(i in speakers for i in ids)

    def _actors(self, heads: Iterable[int], speakers: Sequence[str], told: Draft | None = None) -> tuple[str, ...]:
        """Who is named; "me" and "us" in a saying `told` by somebody else are who tells it."""
        found: dict[str, None] = {}
        for head in heads:
            ids = self.cast.at(*noun_phrase(self.tree, head))
            if told is not None and told.inside is not None and self.tree.words[head].lower() in FIRST_PERSON:
                ids = tuple(self.spoken.get(id(told.inside), ()))
            found.update(dict.fromkeys(i for i in ids if i not in speakers))
        return tuple(found)

    def _made(self, draft: Draft, clause: Clause) -> Made | None:
        """The date in the reporting clause, else the day of publication."""
        near = self._times_near(draft) if draft.cue else ()
        own = clause.tokens() - clause.about_source() if near else set()
        for time in near:
            if time.iso is None or covered(time.span, draft.content):
                continue
            if _between(draft, time.span) or any(t in own for t in self.tree.tokens(*time.span)):
                return Made(time.iso, Span(*time.span))
        if draft.follows is not None:
            return self._made(draft.follows, Clause(self.tree, draft.follows))
        return Made(self.published.isoformat()) if self.published else None

    def _times_near(self, draft: Draft) -> Sequence[Time]:
        """Times in the sentences that a draft stands in."""
        tree, tokens = self.tree, self.tree.tokens(*draft.extent)
        if not tokens:
            return ()
        first = tree.sentences[tree.sentence[tokens[0]]][0]
        last = tree.sentences[tree.sentence[tokens[-1]]][1] - 1
        begin = bisect_left(self.times, tree.starts[first], key=lambda t: t.span[0])
        return self.times[begin : bisect_left(self.times, tree.ends[last], key=lambda t: t.span[0])]

    def _not_confirmed(self, draft: Draft, speakers: Sequence[str]) -> tuple[str, ...]:
        """Who has not confirmed it, by the rest of its sentence or by a short one after it."""
        tokens = self.tree.tokens(*draft.extent)
        if not draft.cue or not tokens:
            return ()
        number = self.tree.sentence[tokens[-1]]
        end = self.tree.sentences[number][1]
        rest = range(tokens[-1] + 1, end)
        free = number + 1 < len(self.tree.sentences) and number + 1 not in self.telling
        following = range(end, self.tree.sentences[number + 1][1]) if free else range(0)
        verbs = [*unconfirmed(self.tree, rest)] or [*unconfirmed(self.tree, following[:SHORT_SENTENCE])]
        return self._actors([head for v in verbs for head in who_refuses(self.tree, v)], speakers)


def _between(draft: Draft, span: Chars) -> bool:
    """Whether a span stands between the cue and the content: "said on Monday that"."""
    return draft.cue[-1][1] <= span[0] and span[1] <= draft.content[-1][0] and span[1] <= draft.cue[-1][1] + 60


def _spans(spans: Iterable[Chars]) -> tuple[Span, ...]:
    return tuple(Span(*s) for s in spans)


def _span(span: Chars | None) -> Span | None:
    return Span(*span) if span else None
