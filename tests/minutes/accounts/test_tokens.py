"""Tokens of programs, in both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from tests.minutes.accounts.conftest import GOOD, Clock
from verbale.errors import AccountError
from verbale.minutes import tables
from verbale.minutes.accounts import Accounts, Person


def test_a_token_lets_a_program_in_under_its_name(accounts: Accounts):
    secret = accounts.add_token("importer", "editor")
    assert accounts.by_token(secret) == Person("importer", "editor")


def test_nothing_else_is_a_token(accounts: Accounts):
    secret = accounts.add_token("importer", "editor")
    for other in ("", secret[:-1], secret + "x", secret.upper(), "importer", "\ud800"):
        assert accounts.by_token(other) is None


def test_only_a_hash_of_the_token_is_kept(accounts: Accounts):
    secret = accounts.add_token("importer", "editor")
    with accounts.database.reading() as connection:
        row = connection.execute(select(tables.tokens)).one()
    assert not any(secret in str(value) or secret.removeprefix("verbale_") in str(value) for value in row)
    assert accounts.by_token(row.hash) is None


def test_a_token_ends_with_its_last_day(accounts: Accounts, clock: Clock):
    secret = accounts.add_token("importer", "editor", days=2)
    clock.at += 2 * 86_400 - 1
    assert accounts.by_token(secret) is not None
    clock.at += 2
    assert accounts.by_token(secret) is None


def test_a_token_is_removed_by_its_number(accounts: Accounts):
    first, second = accounts.add_token("importer", "editor"), accounts.add_token("importer", "reader")
    assert accounts.remove_token("1") == 1
    assert accounts.by_token(first) is None
    assert accounts.by_token(second) == Person("importer", "reader")


def test_all_tokens_under_a_name_are_removed_by_it(accounts: Accounts):
    held = [accounts.add_token("importer", "editor") for _ in range(2)]
    assert accounts.remove_token("Importer") == 2
    assert [accounts.by_token(each) for each in held] == [None, None]
    assert all(token.removed for token in accounts.tokens())


@pytest.mark.parametrize("which", ["99", "nobody", "", "9" * 30])
def test_removing_what_is_not_there_is_told(accounts: Accounts, which: str):
    accounts.add_token("importer", "editor")
    with pytest.raises(AccountError, match="no token"):
        accounts.remove_token(which)


@pytest.mark.parametrize("days", [0, -1, 10**9])
def test_days_that_make_no_sense_are_refused(accounts: Accounts, days: int):
    with pytest.raises(AccountError, match="days"):
        accounts.add_token("importer", "editor", days)
    assert not accounts.tokens()


def test_the_token_of_a_user_may_no_more_than_the_user(ann: Accounts):
    secret = ann.add_token("ann", "editor")
    assert ann.by_token(secret) == Person("ann", "reviewer")
    ann.set_role("ann", "reader")
    assert ann.by_token(secret) == Person("ann", "reader")


def test_the_token_of_a_removed_user_lets_nobody_in(ann: Accounts):
    secret = ann.add_token("Ann", "reader")
    ann.remove_user("ann")
    assert ann.by_token(secret) is None


def test_the_day_of_use_is_kept(accounts: Accounts, clock: Clock):
    secret = accounts.add_token("importer", "reader")
    assert accounts.tokens()[0].used is None
    accounts.by_token(secret)
    assert accounts.tokens()[0].used == "2026-03-04"


def test_somebody_could_come_in_by_a_user_or_a_token_that_holds(accounts: Accounts, clock: Clock):
    assert not accounts.somebody()
    accounts.add_token("importer", "reader", days=1)
    assert accounts.somebody()
    clock.at += 2 * 86_400
    assert not accounts.somebody()
    accounts.add_user("ann", "reader", GOOD)
    assert accounts.somebody()
    accounts.remove_user("ann")
    assert not accounts.somebody()
