"""Windows of marked articles, and what the branch learns from them."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch")

import torch

from training.branch import Branch
from training.corpora import Texts
from training.labels import LEANINGS, ROLES, STATUSES
from training.leaning_losses import WEIGHTS, branch_losses
from training.leaning_scores import leaning_scores
from training.marked import read
from training.model import Encoder
from training.windows import Window, of_article, outputs, remember
from verbale.reading.encoder import shipped_encoder

TEXT = """=== m001
{a The ferry union} voted down [-a1 a ban on night sailings], and {b the port} would back [?b1 it] if <b1 crews agree>.
{c:invited.invitee@1;declined.invitee@1 Mayor Ida Holm} stays away from {M1 the talks}.
"""


@pytest.fixture
def windows(tmp_path: Path) -> list[Window]:
    (tmp_path / "own.txt").write_text(TEXT, encoding="utf-8")
    (article,) = read(tmp_path)
    return list(of_article(article, Texts(shipped_encoder().wordpieces)))


def test_a_short_article_is_one_window_cut_in_two_ways(windows: list[Window]) -> None:
    assert len(windows) == 2
    assert len(windows[0]) == len(windows[1])


def test_questions_conditions_and_meetings_have_tags_of_their_own(windows: list[Window]) -> None:
    tags = windows[0].tags
    assert tags is not None
    assert [(row == 1).sum() for row in tags] == [2, 1, 1]


def test_a_stance_has_its_holders_nearest_words_and_the_other_actors(windows: list[Window]) -> None:
    first, second = windows[0].held
    assert (LEANINGS[first.stance], LEANINGS[second.stance]) == ("oppose", "conditional")
    assert first.holder == (0, 1, 2)
    assert (0, 3) in second.others
    assert (0, 3) not in first.others


def test_a_participant_has_statuses_role_and_the_words_of_the_meeting(windows: list[Window]) -> None:
    (part,) = windows[0].parts
    assert [STATUSES[s] for s in part.statuses] == ["invited", "declined"]
    assert ROLES[part.role] == "invitee"
    assert len(part.meeting) == 2


def test_the_branch_learns_what_it_is_shown(windows: list[Window]) -> None:
    torch.manual_seed(0)
    model = Branch(0.0)
    remember(Encoder(0.0).eval(), windows)
    descent = torch.optim.AdamW(model.parameters(), lr=5e-4)
    told = []
    for _ in range(25):
        losses = branch_losses(model, outputs(model, windows[:1]), windows[:1])
        loss = sum((WEIGHTS[name] * value for name, value in losses.items()), torch.zeros(()))
        descent.zero_grad()
        loss.backward()
        descent.step()
        told.append(float(loss.detach()))
    assert told[-1] < told[0] / 3
    assert leaning_scores(model, windows[:1])["question"] == (100.0, 100.0)
