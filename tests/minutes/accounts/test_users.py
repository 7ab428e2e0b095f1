"""Accounts of people, in both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text

from tests.minutes.accounts.conftest import GOOD, forget
from verbale.errors import AccountError, NotLetIn
from verbale.minutes import tables
from verbale.minutes.accounts import Accounts, Person, passwords


def kept(accounts: Accounts, name: str) -> str:
    with accounts.database.reading() as connection:
        query = select(tables.users.c.password).where(tables.users.c.name == name)
        return str(connection.execute(query).scalar_one())


def enters(accounts: Accounts, name: str, password: str) -> bool:
    try:
        accounts.log_in(name, password, "192.0.2.7")
    except NotLetIn:
        return False
    return True


def test_who_has_the_password_comes_in_and_nobody_else(ann: Accounts):
    assert enters(ann, "ann", GOOD)
    assert not enters(ann, "ann", GOOD + "!")
    assert not enters(ann, "ann", "")
    assert not enters(ann, "bob", GOOD)


def test_a_session_tells_name_and_role(ann: Accounts):
    assert ann.by_session(ann.log_in("ann", GOOD, "192.0.2.7")) == Person("ann", "reviewer")


def test_capitals_and_forms_of_letters_do_not_make_another_name(ann: Accounts):
    assert enters(ann, "ANN", GOOD)
    with pytest.raises(AccountError, match="already"):
        ann.add_user("Ann", "reader", GOOD)
    ann.add_user("José", "reader", GOOD)
    assert enters(ann, "JOSE\N{COMBINING ACUTE ACCENT}", GOOD)


def test_a_password_is_kept_as_argon2id_and_never_as_it_is(ann: Accounts):
    assert kept(ann, "ann").startswith("$argon2id$")
    assert GOOD not in kept(ann, "ann")


def test_one_password_of_two_people_is_kept_differently(ann: Accounts):
    ann.add_user("bob", "reader", GOOD)
    assert kept(ann, "ann") != kept(ann, "bob")


def test_real_parameters_are_those_of_rfc_9106(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.undo()
    forget()
    assert "$argon2id$v=19$m=65536,t=3,p=4$" in passwords.hashed(GOOD)


def test_a_password_is_hashed_again_when_the_parameters_have_changed(ann: Accounts, monkeypatch: pytest.MonkeyPatch):
    before = kept(ann, "ann")
    monkeypatch.setattr(passwords, "PASSES", 2)
    forget()
    assert enters(ann, "ann", GOOD)
    assert ",t=2," in kept(ann, "ann") != before
    assert enters(ann, "ann", GOOD)


def test_the_same_work_is_done_for_a_name_that_nobody_has(ann: Accounts, monkeypatch: pytest.MonkeyPatch):
    hasher, verified = passwords._hasher(), list[str]()

    class Counting:
        def verify(self, kept: str, given: bytes) -> bool:
            verified.append(kept)
            return hasher.verify(kept, given)

        def __getattr__(self, name: str) -> object:
            return getattr(hasher, name)

    with monkeypatch.context() as counted:
        counted.setattr(passwords, "_hasher", Counting)
        for name in ("ann", "nobody here"):
            assert not enters(ann, name, "wrong wrong wrong")
    parameters = {each.rsplit("$", 2)[0] for each in verified}
    assert (len(verified), len(parameters)) == (2, 1)


def test_not_even_the_password_of_nobody_lets_nobody_in(ann: Accounts):
    assert not enters(ann, "nobody here", "nobody has this password")


@pytest.mark.parametrize(("password", "told"), [
    ("", "empty"),
    ("short", "too short"),
    ("x" * 1025, "too long"),
    ("aaaaaaaaaaaa", "few different"),
    ("abc!abc!abc!abc!", "few different"),
    ("harbor harbor ", "repeated"),
    ("abcdefghijklm", "follow each other"),
    ("qwertyuiopasdf", "follow each other"),
    ("123456789012", "follow each other"),
    ("annannannxy-q", "little is left"),
    ("Verbale-Password-1", "little is left"),
])  # fmt: skip
def test_a_password_that_is_guessed_first_is_refused(accounts: Accounts, password: str, told: str):
    with pytest.raises(AccountError, match=told):
        accounts.add_user("ann", "reader", password)
    assert not accounts.users()


@pytest.mark.parametrize("name", [
    "", "  ", "a\r\nSet-Cookie: x=1", "a\nb", "a\x00b", "<b>ann</b>", "ann;drop", 'a"b', "x" * 65, "\u202eann", "7up",
    "local", "LOCAL", "a  b", "ann:",
])  # fmt: skip
def test_what_is_no_name_is_refused(accounts: Accounts, name: str):
    with pytest.raises(AccountError):
        accounts.add_user(name, "reader", GOOD)
    with pytest.raises(AccountError):
        accounts.add_token(name, "reader")
    assert not accounts.users()


@pytest.mark.parametrize("name", ["ann", "ann.berg@gazette.example", "Ann Berg", "Åse-Marie", "Лена", "O'Hara"])
def test_names_of_many_kinds_are_names(accounts: Accounts, name: str):
    accounts.add_user(name, "reader", GOOD)
    assert [user.name for user in accounts.users()] == [name]


def test_a_role_that_there_is_not_is_refused(ann: Accounts):
    for role in ("admin", "", "Reader"):
        with pytest.raises(AccountError, match="reader, reviewer, editor"):
            ann.add_user("bob", role, GOOD)
        with pytest.raises(AccountError, match="reader, reviewer, editor"):
            ann.set_role("ann", role)


def test_a_role_changes_from_the_next_request_on(ann: Accounts):
    session = ann.log_in("ann", GOOD, "192.0.2.7")
    ann.set_role("ann", "reader")
    assert ann.by_session(session) == Person("ann", "reader")


def test_who_is_removed_comes_in_no_more_and_their_sessions_end(ann: Accounts):
    session = ann.log_in("ann", GOOD, "192.0.2.7")
    ann.remove_user("ann")
    assert ann.by_session(session) is None
    assert not enters(ann, "ann", GOOD)
    assert ann.users()[0].removed is not None


def test_the_name_of_who_was_removed_is_not_given_to_another(ann: Accounts):
    ann.remove_user("ann")
    with pytest.raises(AccountError, match="user restore ann"):
        ann.add_user("ann", "editor", GOOD)


def test_who_was_removed_can_be_let_in_again_and_old_sessions_stay_ended(ann: Accounts):
    session = ann.log_in("ann", GOOD, "192.0.2.7")
    ann.remove_user("ann")
    ann.restore_user("ann")
    assert enters(ann, "ann", GOOD)
    assert ann.by_session(session) is None


def test_another_password_ends_the_sessions_of_the_old_one(ann: Accounts):
    session = ann.log_in("ann", GOOD, "192.0.2.7")
    ann.set_password("ann", "window copper marsh eleven")
    assert ann.by_session(session) is None
    assert not enters(ann, "ann", GOOD)
    assert enters(ann, "ann", "window copper marsh eleven")


def test_changing_somebody_who_is_not_there_is_told(ann: Accounts):
    for change in (ann.remove_user, ann.restore_user):
        with pytest.raises(AccountError, match="bob"):
            change("bob")
    with pytest.raises(AccountError, match="bob"):
        ann.set_role("bob", "reader")
    with pytest.raises(AccountError, match="bob"):
        ann.set_password("bob", GOOD)


def test_a_password_set_by_two_people_at_once_lets_only_one_name_in(ann: Accounts):
    with pytest.raises(AccountError):
        ann.add_user("ann", "editor", "window copper marsh eleven")
    assert not enters(ann, "ann", "window copper marsh eleven")


def test_composed_and_decomposed_letters_of_a_password_are_the_same(accounts: Accounts):
    accounts.add_user("ann", "reader", "caf\N{LATIN SMALL LETTER E WITH ACUTE} lantern barge")
    assert enters(accounts, "ann", "cafe\N{COMBINING ACUTE ACCENT} lantern barge")


def test_a_password_of_lone_surrogates_is_no_crash(ann: Accounts):
    assert not enters(ann, "ann", "\ud800" * 20)
    assert not enters(ann, "\x00\ud800", GOOD)


def test_quotes_in_a_name_ask_the_database_nothing(ann: Accounts):
    assert not enters(ann, "ann' OR '1'='1", GOOD)
    with ann.database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM users")).scalar_one() == 1
