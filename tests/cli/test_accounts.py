"""`verbale user`, `verbale token` and `verbale audit`."""

from __future__ import annotations

import csv
import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.cli.commands import VERBALE, verbale
from verbale.minutes import Minutes
from verbale.minutes.accounts import Accounts, Person

GOOD = "lantern barge thistle quorum"


@pytest.fixture
def place(tmp_path: Path) -> str:
    Minutes(f"sqlite:///{tmp_path / 'talks.db'}").close()
    return str(tmp_path / "talks.db")


def add(place: str, name: str = "ann", role: str = "reviewer", password: str = GOOD) -> subprocess.CompletedProcess:
    given = f"{password}\n".encode()
    return verbale("user", "add", name, "--role", role, "--minutes", place, "--password-stdin", given=given)


def enters(place: str, password: str) -> Person | None:
    with Minutes(place) as minutes:
        accounts = Accounts(minutes.database)
        return accounts.by_session(accounts.log_in("ann", password, "192.0.2.7"))


def typed(place: str, *lines: str) -> tuple[int, str]:
    """`verbale user add` at a terminal, on which these lines are typed; its exit code and what the terminal shows."""
    ours, theirs = pty.openpty()
    command = [*VERBALE, "user", "add", "ann", "--role", "reviewer", "--minutes", place]
    running = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    shown = b""
    for line in lines:
        while not shown.endswith(b": "):
            shown += os.read(ours, 1000)
        os.write(ours, line.encode() + b"\n")
        shown += b"|"
    try:
        while more := os.read(ours, 1000):
            shown += more
    except OSError:  # the other end is closed
        pass
    return running.wait(60), shown.decode()


def test_a_user_is_added_listed_and_comes_in(place: str):
    done = add(place)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    listed = verbale("user", "list", "--minutes", place).stdout
    assert [line.split()[:2] for line in listed.splitlines()] == [["name", "role"], ["ann", "reviewer"]]
    assert enters(place, GOOD) == Person("ann", "reviewer")


def test_a_password_is_typed_twice_and_not_shown(place: str):
    code, shown = typed(place, GOOD, GOOD)
    assert code == 0
    assert "Password:" in shown
    assert GOOD not in shown
    assert enters(place, GOOD)


def test_two_passwords_that_differ_are_told(place: str):
    code, shown = typed(place, GOOD, GOOD + "x")
    assert code == 9
    assert "not the same" in shown
    assert "ann" not in verbale("user", "list", "--minutes", place).stdout


def test_without_a_terminal_it_is_said_how_to_give_a_password(place: str):
    done = verbale("user", "add", "ann", "--role", "reader", "--minutes", place)
    assert (done.returncode, done.stderr.count("\n")) == (9, 1)
    assert "--password-stdin" in done.stderr


@pytest.mark.parametrize(("about", "told"), [
    ({"password": ""}, "empty"), ({"password": "short"}, "too short"), ({"role": "admin"}, "reader, reviewer, editor"),
    ({"name": "a\x1b[31m"}, "cannot be a name"),
])  # fmt: skip
def test_what_cannot_be_an_account_is_told_in_one_line(place: str, about: dict[str, str], told: str):
    done = add(place, **about)
    assert (done.returncode, done.stderr.count("\n")) == (9, 1)
    assert told in done.stderr
    assert "\x1b" not in done.stderr


def test_the_same_user_twice_is_told(place: str):
    add(place)
    done = add(place, "Ann")
    assert done.returncode == 9
    assert "there is a user ann already" in done.stderr


def test_a_user_changes_and_goes_and_comes_back(place: str):
    add(place)
    assert verbale("user", "role", "ann", "editor", "--minutes", place).returncode == 0
    new = b"window copper marsh eleven\r\n"
    assert verbale("user", "password", "ann", "--password-stdin", "-m", place, given=new).returncode == 0
    assert enters(place, "window copper marsh eleven") == Person("ann", "editor")
    assert verbale("user", "remove", "ann", "--minutes", place).returncode == 0
    assert "was removed" in verbale("user", "role", "ann", "reader", "--minutes", place).stderr
    assert verbale("user", "restore", "ann", "--minutes", place).returncode == 0
    assert verbale("user", "remove", "bob", "--minutes", place).returncode == 9


def test_a_token_is_printed_once(place: str):
    secret = verbale("token", "add", "importer", "--role", "editor", "--days", "30", "--minutes", place).stdout.strip()
    with Minutes(place) as minutes:
        assert Accounts(minutes.database).by_token(secret) == Person("importer", "editor")
    listed = verbale("token", "list", "--minutes", place, "--format", "json").stdout
    (row,) = json.loads(listed)
    assert (row["number"], row["name"], row["removed"]) == (1, "importer", None)
    assert secret not in listed
    assert verbale("token", "remove", "1", "--minutes", place).returncode == 0
    assert "no token 1" in verbale("token", "remove", "1", "--minutes", place).stderr


def test_the_audit_tells_what_was_done(place: str):
    add(place)
    verbale("user", "remove", "ann", "--minutes", place)
    rows = list(csv.DictReader(verbale("audit", "--minutes", place, "--format", "csv").stdout.splitlines()))
    assert [(r["what"], r["about"], r["place"]) for r in rows] == [
        ("user removed", "ann", "command line"), ("user added", "ann, reviewer", "command line"),
    ]  # fmt: skip
    assert "Nothing was found." in verbale("audit", "--by", "nobody", "--minutes", place).stdout


def test_minutes_that_are_not_there_are_not_made(tmp_path: Path):
    done = add(str(tmp_path / "none.db"))
    assert done.returncode == 8
    assert not (tmp_path / "none.db").exists()
