"""Sessions and the waits between attempts, in both databases."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import select

from tests.minutes.accounts.conftest import GOOD, Clock
from verbale.errors import NotLetIn, TooOften
from verbale.minutes import Minutes, tables
from verbale.minutes.accounts import Accounts, Person
from verbale.minutes.accounts.limits import BURST, RATE, network
from verbale.minutes.accounts.sessions import IDLE, LONGEST

HOME = "192.0.2.7"


def fail(accounts: Accounts, name: str = "ann", address: str = HOME, device: str | None = None) -> None:
    with pytest.raises(NotLetIn):
        accounts.log_in(name, "wrong wrong wrong", address, device)


def waits(accounts: Accounts, name: str = "ann", address: str = HOME, device: str | None = None) -> int:
    with pytest.raises(TooOften) as told:
        accounts.log_in(name, GOOD, address, device)
    return told.value.wait


def test_a_session_ends_when_nobody_uses_it(ann: Accounts, clock: Clock):
    session = ann.log_in("ann", GOOD, HOME)
    for _ in range(3):
        clock.at += IDLE - 10
        assert ann.by_session(session) is not None
    clock.at += IDLE + 1
    assert ann.by_session(session) is None


def test_a_session_ends_after_a_week_in_any_case(ann: Accounts, clock: Clock):
    session = ann.log_in("ann", GOOD, HOME)
    for _ in range(int(LONGEST / IDLE) + 2):
        clock.at += IDLE - 10
        ann.by_session(session)
    assert ann.by_session(session) is None


def test_logging_out_ends_that_session_only(ann: Accounts):
    first, second = ann.log_in("ann", GOOD, HOME), ann.log_in("ann", GOOD, HOME)
    ann.end_session(first)
    assert ann.by_session(first) is None
    assert ann.by_session(second) == Person("ann", "reviewer")


def test_each_log_in_begins_another_session(ann: Accounts):
    assert ann.log_in("ann", GOOD, HOME) != ann.log_in("ann", GOOD, HOME)


def test_who_reads_the_database_cannot_use_its_sessions(ann: Accounts):
    session = ann.log_in("ann", GOOD, HOME)
    with ann.database.reading() as connection:
        (row,) = connection.execute(select(tables.sessions)).all()
    assert session not in map(str, row)
    assert ann.by_session(row.hash) is None


def test_sessions_and_waits_outlive_a_restart(ann: Accounts, url: str, clock: Clock):
    session = ann.log_in("ann", GOOD, HOME)
    for _ in range(5):
        fail(ann)
    with Minutes(url) as again:
        other = Accounts(again.database, clock)
        assert other.by_session(session) == Person("ann", "reviewer")
        assert waits(other) > 0
        assert other.seal() == ann.seal()


def test_sessions_that_have_ended_are_cleared_away(ann: Accounts, clock: Clock):
    ann.log_in("ann", GOOD, HOME)
    clock.at += LONGEST + 1
    ann.log_in("ann", GOOD, HOME)
    with ann.database.reading() as connection:
        assert len(connection.execute(select(tables.sessions)).all()) == 1


def test_after_five_failures_each_wait_is_twice_the_last_up_to_a_quarter_of_an_hour(ann: Accounts, clock: Clock):
    for _ in range(5):
        fail(ann)
    seen = []
    for _ in range(12):
        seen.append(waits(ann, address="198.51.100.1"))
        clock.at += seen[-1]
        fail(ann, address="198.51.100.2")
    assert seen[:4] == [1, 2, 4, 8]
    assert seen[-1] == 900


def test_within_a_wait_not_even_the_right_password_is_looked_at(ann: Accounts, clock: Clock):
    for _ in range(5):
        fail(ann)
    assert waits(ann) == 1
    clock.at += 1
    assert ann.log_in("ann", GOOD, HOME)


def test_coming_in_forgets_the_failures_at_an_account(ann: Accounts):
    for _ in range(4):
        fail(ann)
    ann.log_in("ann", GOOD, HOME)
    for _ in range(4):
        fail(ann)
    ann.log_in("ann", GOOD, HOME)


def test_failures_are_forgotten_after_a_day(ann: Accounts, clock: Clock):
    for _ in range(5):
        fail(ann)
    clock.at += 86_400 + 2
    for _ in range(5):
        fail(ann)


def test_an_address_that_tries_many_names_waits_for_all_of_them(ann: Accounts):
    for number in range(20):
        fail(ann, name=f"guess{number}")
    assert waits(ann) > 0
    assert ann.log_in("ann", GOOD, "198.51.100.1")


def test_who_has_an_account_cannot_wipe_out_the_failures_of_an_address(ann: Accounts):
    ann.add_user("mal", "reader", GOOD)
    for number in range(19):
        fail(ann, name=f"guess{number}")
    ann.log_in("mal", GOOD, HOME)
    fail(ann, name="guess20")
    assert waits(ann) > 0


def test_a_browser_known_from_before_is_not_locked_out_by_others(ann: Accounts):
    for _ in range(5):
        fail(ann, address="198.51.100.1")
    assert waits(ann) > 0
    assert ann.log_in("ann", GOOD, HOME, device="known browser")
    for _ in range(5):
        fail(ann, device="known browser")
    assert waits(ann, device="known browser") > 0


def test_attempts_at_once_count_as_many(ann: Accounts):
    looked, barrier = list[str](), threading.Barrier(12)

    def attempt(number: int) -> None:
        barrier.wait()
        try:
            ann.log_in("ann", "wrong wrong wrong", f"198.51.100.{number}")
        except NotLetIn:
            looked.append("looked at")
        except TooOften:
            pass

    threads = [threading.Thread(target=attempt, args=(n,)) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(looked) == 5


@pytest.mark.parametrize(("one", "other", "same"), [
    ("2001:db8::1", "2001:db8::ffff:1", True),
    ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
    ("::ffff:192.0.2.7", "192.0.2.7", True),
    ("192.0.2.7", "192.0.2.8", False),
])  # fmt: skip
def test_a_house_has_one_address(one: str, other: str, same: bool):
    assert (network(one) == network(other)) is same


def test_a_ration_is_used_up_and_comes_back(accounts: Accounts, clock: Clock):
    for _ in range(int(BURST)):
        accounts.spend("ann", 1)
    with pytest.raises(TooOften) as told:
        accounts.spend("ann", 10)
    assert told.value.wait == 10 / RATE
    accounts.spend("bob", 10)
    clock.at += told.value.wait
    accounts.spend("ann", 10)


def test_what_is_larger_than_a_ration_is_taken_once_by_who_has_not_sent_anything(accounts: Accounts):
    accounts.spend("ann", BURST * 2)
    with pytest.raises(TooOften):
        accounts.spend("ann", 1)
