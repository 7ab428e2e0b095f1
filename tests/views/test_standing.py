"""Positions, meetings and conflicts as they are shown."""

from __future__ import annotations

from dataclasses import replace

from tests.views.examples import TEXT, at
from tests.views.examples import record as plain
from verbale.record import Conflict, Event, Meeting, Participation, Position, Question, Record
from verbale.views import page, standing, text


def record() -> Record:
    return replace(
        plain(),
        questions=(Question("Q1", "going <now>"), Question("Q2", "the storm"), Question("Q3", "nobody's question")),
        positions=(
            Position("P1", "A1", "Q1", "support", None, ("S1",), 0.9),
            Position("P2", "A3", "Q1", "oppose", None, ("S2", "E1"), 0.9),
            Position("P3", "A3", "Q1", "conditional", "as Bob Doe asked", ("S2",), 0.9),
            Position("P4", "A3", "Q2", "neutral", None, ("S2",), 0.9),
        ),
        meetings=(
            Meeting("M1", "harbour talks", "2024-06-01", "Esbjerg", "planned", (), (
                Participation("A1", "host", "confirmed", "A1", (), ("S1",)),
                Participation("A3", "invitee", "invited", "A1", ("A2",), ("S1",)),
                Participation("A3", "invitee", "declined", None, (), ("E1",)),
            )),
        ),
        events=(Event("E1", "REJECT", None, ("A3",), (), None, (at("Bob Doe asked us"),)),),
        conflicts=(Conflict("C1", "position", ("A1", "A3"), "Q1", (("S1",), ("S2",))),),
    )  # fmt: skip


def test_the_matrix_leaves_out_questions_on_which_nobody_stands() -> None:
    table = standing.matrix(record())
    assert [q.id for q in table.questions] == ["Q1", "Q2"]
    assert [name for name, _ in table.rows] == ["Bob Doe", "Ann Roe"]


def test_two_stances_of_one_actor_share_a_cell_with_all_their_evidence() -> None:
    cell = standing.matrix(record()).rows[0][1][0]
    assert cell is not None
    assert (cell.sign, cell.evidence) == ("–/if", ("S2", "E1"))


def test_evidence_that_both_sides_rest_on_is_told_once_and_an_empty_side_not_at_all() -> None:
    for evidence in ((("S1",), ("S1",)), (("S1",), ())):
        change = Conflict("C1", "change", ("A1", "A1"), None, evidence)
        assert "its position [S1]" in text.render(replace(record(), conflicts=(change,)), width=60)


def test_a_ledger_says_on_whose_word() -> None:
    r = record()
    rows = [standing.participation(r, p) for p in r.meetings[0].participation]
    assert rows == [
        "Ann Roe: host, confirmed, by its own word",
        "Bob Doe: invitee, invited, according to Ann Roe; not confirmed by Esbjerg",
        "Bob Doe: invitee, declined, as the article tells it",
    ]


def test_the_terminal_shows_matrix_meetings_and_conflicts_within_its_width() -> None:
    shown = text.render(record(), width=60)
    assert max(map(len, shown.splitlines())) <= 60
    for words in ("Positions", "–/if", "Meetings", "harbour talks (2024-06-01, Esbjerg, planned)", "Conflicts",
                  "Ann Roe against Bob Doe on going <now>"):  # fmt: skip
        assert words in " ".join(shown.split())


def test_each_cell_of_the_page_leads_to_its_evidence() -> None:
    html = page.render([record()])
    for target in ("S1", "S2", "E1"):
        assert f'href="#r1-{target}"' in html
        assert f'id="r1-{target}"' in html


def test_labels_never_become_markup() -> None:
    html = page.render([record()])
    assert "going &lt;now&gt;" in html
    assert "<now>" not in html


def test_a_record_without_positions_has_no_empty_headings() -> None:
    assert "Positions" not in page.render([plain()])
    assert "Positions" not in text.render(plain())
    assert TEXT.splitlines()[1] in text.render(plain()).replace("Not part of the article: ", "")
