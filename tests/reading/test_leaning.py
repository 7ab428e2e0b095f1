"""What the branch of the model says of stances and participation, decoded."""

from __future__ import annotations

import numpy as np
import pytest

from verbale.reading.encoder import Floats, Scores, shipped_encoder
from verbale.reading.leaning import KEEN, Branch, Leanings

N, POINT = 6, 4
FACTS = {"leanings": ["support", "oppose", "none"], "statuses": ["invited", "declined"], "roles": ["host", "invitee"],
         "far": [0]}  # fmt: skip
TABLES = {
    "point_none": np.zeros(2, dtype=np.float32), "point_distance": np.zeros((2, 2), dtype=np.float32),
    "point_paragraph": np.zeros((2, 3), dtype=np.float32), "leaning_bias": np.array([0, 3, 0], dtype=np.float32),
    "leaning_weight": np.zeros((3, 4), dtype=np.float32), "same_distance": np.zeros(2, dtype=np.float32),
    "same_none": np.zeros(1, dtype=np.float32),
}  # fmt: skip


def window(start: int = 0, question: tuple[int, int] | None = None, guest: int | None = None,
           called: int = 0) -> Scores:  # fmt: skip
    """Six words: those of a question, one that names a guest; everything points to the first word.

    Questions `called` alike are alike to the model.
    """
    spans = np.tile(np.array([3, -3, -3], dtype=np.float32), (N, 3))
    if question is not None:
        spans[question[0], :3], spans[question[0] + 1 : question[1], :3] = (-3, 3, 0), (-3, 0, 3)
    status = np.full((N, 4), -5, dtype=np.float32)
    if guest is not None:
        status[guest] = (-5, 4, -2, 2)
    pointers = np.zeros((N, 2, 2, 2, POINT), dtype=np.float32)
    pointers[:, :, 0] = 3
    pointers[0, :, 1] = 3
    same = np.zeros((N, 2, 2, POINT), dtype=np.float32)
    same[:, :, :, called] = 2
    arrays = {"spans": spans, "status": status, "pointers": pointers.reshape(N, -1), "leaning": np.zeros((N, 6)),
              "same": same.reshape(N, -1)}  # fmt: skip
    return Scores(start, start + N, {name: a.astype(np.float32) for name, a in arrays.items()})


def read(*windows: Scores, tables: dict[str, Floats] = TABLES) -> Leanings:
    found, branch = Leanings(), Branch(tables, FACTS)
    for each in windows:
        branch.read(each, np.zeros(N, dtype=np.int64), found)
    branch.join(found)
    return found


def test_a_question_is_found_with_its_holder_and_the_holders_stance() -> None:
    (leaning,) = read(window(question=(2, 4))).leanings
    assert leaning.question == (2, 4)
    assert leaning.holders[0][0] == 0
    assert leaning.holders[0][1] > 0.9
    assert max(leaning.stances, key=lambda s: leaning.stances[s]) == "oppose"
    assert sum(leaning.stances.values()) == pytest.approx(1, abs=1e-5)


def test_words_of_later_windows_are_counted_from_the_start_of_the_text() -> None:
    first, second = read(window(question=(2, 4)), window(N, question=(1, 2))).leanings
    assert (first.question, second.question) == ((2, 4), (N + 1, N + 2))
    assert second.holders[0][0] == N


def test_where_nobody_takes_a_side_nothing_is_found() -> None:
    assert read(window()) == Leanings()


def test_a_guest_has_a_status_a_role_and_a_meeting() -> None:
    (taking,) = read(window(guest=3)).takings
    assert taking.words == (3, 4)
    assert taking.statuses["declined"] > 0.9 > 0.1 > taking.statuses["invited"]
    assert max(taking.roles, key=lambda r: taking.roles[r]) == "invitee"
    assert taking.meetings[0][0] == 0


def test_a_faint_question_is_kept_for_the_weighing_that_follows() -> None:
    faint = window()
    faint.arrays["spans"][2, :3] = (KEEN / 2, 0, -3)
    assert [x.question for x in read(faint).leanings] == [(2, 3)]


def test_a_question_in_other_words_is_linked_to_the_earlier_one_also_of_another_window() -> None:
    first, other, again = (window(n * N, question=(2, 4), called=k) for n, k in enumerate((0, 1, 0)))
    (link,) = [x for x in read(first, other, again).same if x[2] > 0.5]
    assert link[:2] == (2, 0)


def test_a_question_like_none_before_it_is_a_new_one() -> None:
    assert [x for x in read(window(question=(2, 4)), window(N, question=(2, 4), called=1)).same if x[2] > 0.5] == []


def test_words_become_tokens_where_white_space_stands_between_them() -> None:
    moved = read(window(question=(2, 4), guest=5)).moved(np.array([0, 2, 3, 5, 6, 8]))
    assert moved.leanings[0].question == (3, 6)
    assert moved.takings[0].words == (8, 9)


def test_the_shipped_model_has_all_that_decoding_asks_for() -> None:
    encoder = shipped_encoder()
    assert {"leanings", "statuses", "roles", "far"} <= set(encoder.facts["branch"])
    assert {"point_none", "same_none", "leaning_weight", "deed_weight"} <= set(encoder.tables)
