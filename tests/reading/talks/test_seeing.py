"""What the model sees of who takes part, beside the frames, and how likely a participation is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.standing import reader
from verbale.errors import LexiconError
from verbale.reading.leaning import Leanings, Taking
from verbale.reading.talks import Draft, Seat
from verbale.reading.talks.seeing import SEEN, Sights, meeting_heads
from verbale.reading.talks.trusting import LEAST, likely, weights
from verbale.reading.tree import Tree
from verbale.record import Span

TEXT = "Norway will skip the talks in Oslo. Iceland is packing for them."
TREE = Tree.of(reader()._component(reader()._nlp.make_doc(TEXT)))
NORWAY, SKIP, TALKS, ICELAND = (TREE.words.index(w) for w in ("Norway", "skip", "talks", "Iceland"))
DRAFT = Draft([TALKS], [Span(TREE.starts[TALKS], TREE.ends[TALKS])], name="talks")


def taking(word: int, status: str, *, pointed: bool = True) -> Taking:
    statuses = dict.fromkeys(("accepted", "declined", "invited"), 0.05) | {status: 0.8}
    roles = {"invitee": 0.7, "party": 0.2, "host": 0.1}
    return Taking((word, word + 1), statuses, roles, ((TALKS, 0.9),) if pointed else ())


def seats(told: list[Seat], *found: Taking, drafts: tuple[Draft, ...] = (DRAFT,)) -> list[Seat]:
    who = {NORWAY: ("A1",), ICELAND: ("A2",)}
    return list(Sights(TREE, Leanings(takings=list(found)), drafts, lambda t: who.get(t, ()), lambda *_: None)(told))


def test_the_model_adds_a_seat_where_no_frame_makes_one() -> None:
    (own,) = seats([], taking(ICELAND, "accepted"))
    assert (own.meeting, own.actor, own.role, own.status, own.by) == (0, "A2", "invitee", "accepted", SEEN)


def test_a_seat_of_a_frame_is_rated_and_not_made_twice() -> None:
    told = Seat(0, "A1", "invitee", "declined", SKIP)
    (rated,) = seats([told], taking(NORWAY, "declined"))
    assert rated == told
    assert rated.sight is not None
    assert (rated.sight.status, rated.sight.role) == (0.8, 0.7)


def test_a_seat_of_another_sentence_is_not_rated_by_these_words() -> None:
    told = Seat(0, "A2", "invitee", "accepted", SKIP)
    assert [s.sight for s in seats([told], taking(ICELAND, "accepted"))] == [None]


def test_words_that_point_to_no_meeting_mean_the_one_last_spoken_of() -> None:
    (own,) = seats([], taking(ICELAND, "accepted", pointed=False))
    assert own.meeting == 0


def test_without_a_meeting_nobody_takes_part() -> None:
    assert seats([], taking(ICELAND, "accepted"), drafts=()) == []


def test_only_nouns_are_meetings() -> None:
    leanings = Leanings(meetings=[(TALKS - 1, TALKS + 1), (SKIP, SKIP + 1)])
    assert meeting_heads(TREE, leanings) == {TALKS}


def test_the_table_has_weights_and_a_threshold() -> None:
    assert 0 < weights()[LEAST] < 1
    assert len(weights()) > 30


def test_a_table_without_a_threshold_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "seat_trust.yaml"
    path.write_text("always: 0.5\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="least"):
        weights(path)


def test_what_nobody_knows_of_counts_neither_way() -> None:
    assert likely({"a feature of another time": 3.0}) == 0.5
