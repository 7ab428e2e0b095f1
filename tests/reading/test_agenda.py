"""Questions that a reader brings along."""

from __future__ import annotations

from pathlib import Path

import pytest

import verbale
from tests.reading.standing import PUBLISHED
from verbale.errors import AgendaError
from verbale.reading.agenda import read_agenda

TEXT = (
    "The Harbour Workers' Union rejected the new tariff on Monday. "
    "“We welcome the higher charge,” said Lena Okafor, the chairwoman of the Port Authority."
)
AGENDA = """
questions:
  - label: raising the port fee
    description: what ships pay
    wordings: [the new tariff, a higher charge]
  - label: a fifth berth
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "agenda.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_wordings_that_share_no_word_meet_in_the_question_of_the_agenda(tmp_path: Path) -> None:
    record = verbale.load(agenda=written(tmp_path, AGENDA)).read(TEXT, published=PUBLISHED)
    names = {a.id: a.name for a in record.actors}
    assert [q.label for q in record.questions] == ["raising the port fee"]
    found = {(names[p.actor], p.stance) for p in record.positions}
    assert {("Harbour Workers' Union", "oppose"), ("Lena Okafor", "support")} <= found


def test_a_question_that_nobody_speaks_of_is_not_in_the_record_but_a_note_tells_it(tmp_path: Path) -> None:
    record = verbale.load(agenda=written(tmp_path, AGENDA)).read(TEXT, published=PUBLISHED)
    assert "a fifth berth" not in {q.label for q in record.questions}
    assert [n.message for n in record.notes if n.code == "agenda-unmatched"] == [
        "Nobody was found to stand on “a fifth berth” of the agenda."
    ]


def test_the_agenda_goes_before_a_meeting_of_its_own(tmp_path: Path) -> None:
    agenda = written(tmp_path, "questions:\n- label: coming to the table\n  wordings: [attend the talks]\n")
    text = "Norland refused on Monday to attend the talks. Sudmark will host the talks in Oslo on 12 March."
    record = verbale.load(agenda=agenda).read(text, published=PUBLISHED)
    assert "coming to the table" in {q.label for q in record.questions}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("questions: [", "line 2: did not find"),
        ("just words", "line 1: an agenda begins with 'questions:'"),
        ("- label: the fee", "line 1: an agenda begins with 'questions:'"),
        ("questions:\n  - label: fees: the draft", "line 2: there is a second colon .* into quotation marks"),
        ("questions:\n\t- label: fees", "line 2: a tab or a mark .* indent with spaces"),
        ("questions: []", "at least one question"),
        ("questions:\n  - label: ''\n", "line 2"),
        ("questions:\n  - label: the fee\n  - label: The  fee\n", "line 3: 'The fee' stands here a second time"),
        ("questions:\n  - label: ferry fee\n  - label: the ferry fee\n", "a second time, as 'ferry fee'"),
        ("questions:\n  - label: yes\n", "line 2: 'label' is a text, not true"),
        ("questions:\n  - label: 2017-09-09\n", "line 2: 'label' is a text, not 2017-09-09"),
        ("questions:\n", "line 1: 'questions' is a list of mappings, not nothing"),
        ("questions: [~]\n", "line 1: nothing is no mapping"),
        ("questions:\n  - label: [x]\n", "line 2: 'label' is a text, not a list"),
        ("questions:\n  - label: the fee\n    wording: [x]\n", "line 3: 'wording' means nothing here"),
        ("questions:\n  - label: the fee\n    wordings: [7]\n", "'wordings' is a list of texts"),
        ("questions:\n  - label: the fee\n    label: the fee\n", "line 3"),
        ("questions:\n  - label: the fee\n    wordings: [the]\n", "line 3: 'the' has no telling word"),
        ("questions:\n  - label: !!timestamp fee\n", "line 2: 'fee' cannot be read"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(AgendaError, match=problem):
        read_agenda(written(tmp_path, text))


def test_a_missing_agenda_is_told() -> None:
    with pytest.raises(AgendaError, match=r"nowhere.yaml"):
        read_agenda(Path("nowhere.yaml"))


def test_a_folder_is_no_agenda_and_has_no_line_to_mend(tmp_path: Path) -> None:
    with pytest.raises(AgendaError, match=r"Is a directory\. Give the path of one YAML file"):
        read_agenda(tmp_path)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"questions: \xff\xfe", "no UTF-8 text"),
        (b"questions: \x01", "agenda.yaml: "),
        (b"? [a]\n: b\n", "a key is a word"),
        (b"questions: " + b"[" * 100_000, "nested too deeply"),
        (b"questions: " + b"[" * 50_000 + b"]" * 50_000, "nested too deeply"),
        (b"- " * 50_000 + b"x", "nested too deeply"),
        (b"questions:\n- label: 2017-99-99", "line 2: '2017-99-99' cannot be read .* put it into quotation marks"),
    ],
    ids=range(7),
)
def test_what_is_no_yaml_at_all_is_told_and_crashes_nothing(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_bytes(content)
    with pytest.raises(AgendaError, match=problem):
        read_agenda(path)
