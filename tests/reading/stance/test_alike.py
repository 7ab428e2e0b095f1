"""Which wordings the model takes for one question."""

from __future__ import annotations

from verbale.reading.leaning import Leaning, Leanings
from verbale.reading.stance import numbered


def questions(*same: tuple[int, int, float]) -> Leanings:
    """Four questions of two tokens each, at 0, 10, 20 and 30."""
    return Leanings([Leaning((n, n + 2), 0.9, (), 0.5, {}) for n in range(0, 40, 10)], list(same))


def test_wordings_of_one_question_have_one_number() -> None:
    found = numbered(questions((2, 0, 0.9), (3, 2, 0.8)))
    assert found[0].number == found[1].number == found[20].number == found[31].number
    assert found[10].number != found[0].number


def test_doubtful_links_join_nothing() -> None:
    found = numbered(questions((1, 0, 0.4), (2, 0, 0.2)))
    assert len({found[n].number for n in range(0, 40, 10)}) == 4
    assert found[10].perhaps == {found[10].number, found[0].number}


def test_several_doubtful_links_to_wordings_of_one_question_are_together_sure() -> None:
    found = numbered(questions((1, 0, 0.9), (2, 0, 0.3), (2, 1, 0.3)))
    assert found[20].number == found[0].number


def test_a_link_to_what_is_hardly_a_question_joins_nothing() -> None:
    hardly = Leanings([Leaning((0, 2), 0.3, (), 0.5, {}), Leaning((10, 12), 0.9, (), 0.5, {})], [(1, 0, 0.99)])
    found = numbered(hardly)
    assert found[0].number != found[10].number
