from __future__ import annotations

import inspect
import pickle
import re

import pytest

from verbale import errors
from verbale.errors import MalformedDate, RecordError, UnreadableFile, VerbaleError

TREE = [each for _, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, VerbaleError)]


@pytest.mark.parametrize("error", TREE)
def test_every_error_is_drawn_with_its_exit_code(error: type[VerbaleError]):
    drawn = re.search(rf"^.*\b{error.__name__}\b.*$", errors.__doc__ or "", re.MULTILINE)
    assert drawn
    code = re.search(rf"{error.__name__}\s+(\d+)\b", drawn[0])
    inherited = error.exit_code == error.__mro__[1].__dict__.get("exit_code")
    assert code is not None or inherited
    assert code is None or int(code[1]) == error.exit_code


@pytest.mark.parametrize("error", TREE)
def test_every_message_says_what_is_wrong_and_what_to_do(error: type[VerbaleError]):
    said = str(error("notes.txt: something is wrong"))
    problem, _, advice = said.partition(". ")
    assert problem == "notes.txt: something is wrong"
    assert advice.endswith(".")
    assert len(advice.split()) > 4


@pytest.mark.parametrize("error", TREE)
def test_an_error_survives_pickling(error: type[VerbaleError]):
    raised = error("wrong", advice="Mend it.")
    copy = pickle.loads(pickle.dumps(raised))
    assert type(copy) is error
    assert str(copy) == str(raised) == "wrong. Mend it."


def test_exit_codes_leave_room_for_success_a_wrong_command_line_and_signals():
    assert all(1 <= error.exit_code < 64 and error.exit_code != 2 for error in TREE)


def test_an_error_is_caught_by_its_branch():
    with pytest.raises(errors.InputError, match="Check the path"):
        raise UnreadableFile("notes.txt: no such file")
    with pytest.raises(VerbaleError, match="2017-01-17"):
        raise MalformedDate("'Tuesday' is no date")


def test_the_advice_can_be_replaced():
    error = UnreadableFile("notes.txt is locked.", "Close it first.")
    assert str(error) == "notes.txt is locked. Close it first."


def test_a_record_error_lists_its_problems():
    error = RecordError("$.actors: missing", "$.notes: missing")
    assert error.problems == ("$.actors: missing", "$.notes: missing")
    assert str(error).startswith("$.actors: missing; $.notes: missing. ")
