"""One ordinary report, from its first sentence to its last."""

from __future__ import annotations

from tests.reading.standing import ledger, read, stances

GAS = """BRUSSELS (Wire) - Hungary and Slovakia on Tuesday blocked a European Union plan to ban imports of Russian gas by 2027.
"We will not agree to a measure that would double our energy bills," Hungarian Foreign Minister Janos Kiss told reporters.
Slovakia's prime minister, Marek Holub, said his country could support the plan if it received 500 million euros.
Poland and the Baltic states welcomed the plan. "It should have been done years ago," said Poland's energy minister, Anna Wrona.
Germany said it backed the ban but wanted a longer transition period.
Energy ministers will meet again in Luxembourg on 16 June. Hungary said it would attend the meeting. Russia was not invited.
The environmental group Blue Planet criticised the plan as too slow.
The industry association Gasverband warned against the ban, saying it would cost 40,000 jobs.
"""  # noqa: E501


def test_the_plan_the_measure_and_the_ban_are_one_question() -> None:
    record = read(GAS)
    (question,) = [q for q in record.questions if q.label.startswith("European Union plan to ban imports")]
    names = {a.id: a.name for a in record.actors}
    found = {(names[p.actor], p.stance) for p in record.positions if p.question == question.id}
    assert found >= {
        ("Hungary", "oppose"), ("Janos Kiss", "oppose"), ("Slovakia", "conditional"), ("Marek Holub", "conditional"),
        ("Poland", "support"), ("Anna Wrona", "support"), ("Germany", "support"), ("Blue Planet", "oppose"),
        ("Gasverband", "oppose"),
    }  # fmt: skip


def test_the_condition_stands_in_its_words() -> None:
    assert "if it received 500 million euros" in {p.condition for p in read(GAS).positions}


def test_a_meeting_that_a_verb_tells_has_its_place_its_day_and_its_ledger() -> None:
    (meeting,) = read(GAS).meetings
    assert (meeting.place, meeting.date, meeting.state) == ("Luxembourg", "2024-06-16", "planned")
    assert {(who, role, status) for who, role, status, _ in ledger(read(GAS))} == {
        ("Energy Ministers", "party", "confirmed"), ("Russia", "invitee", "not invited"),
        ("Hungary", "party", "confirmed"),
    }  # fmt: skip


def test_nobody_who_only_reports_has_a_position() -> None:
    assert "Russia" not in stances(read(GAS))
