"""The audit log, in both databases: nothing is left out, nothing is changed."""

from __future__ import annotations

import contextlib

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.minutes.accounts.conftest import GOOD
from tests.minutes.made_up import quarrel, record
from verbale.errors import NotLetIn
from verbale.minutes import Minutes
from verbale.minutes.accounts import Accounts, Origin, acting_as
from verbale.record import Reader


def told(accounts: Accounts, **asked: object) -> list[tuple[str | None, str, str]]:
    return [(e.by, e.what, e.about) for e in reversed(accounts.audit(**asked))]  # type: ignore[arg-type]


def test_what_happens_to_accounts_is_noted_with_who_did_it(accounts: Accounts):
    with acting_as(Origin("root", "command line")):
        accounts.add_user("ann", "reviewer", GOOD)
        accounts.set_role("ann", "editor")
        accounts.set_password("ann", GOOD)
        accounts.remove_user("ann")
        accounts.restore_user("ann")
        accounts.add_token("importer", "reader")
        accounts.remove_token("importer")
    assert told(accounts) == [
        ("root", "user added", "ann, reviewer"), ("root", "role changed", "ann, reviewer to editor"),
        ("root", "password changed", "ann"), ("root", "user removed", "ann"), ("root", "user restored", "ann"),
        ("root", "token added", "token 1 of importer, reader"), ("root", "token removed", "token 1 of importer"),
    ]  # fmt: skip


def test_log_ins_and_log_outs_are_noted_with_their_address(ann: Accounts):
    ann.end_session(ann.log_in("ann", GOOD, "192.0.2.7"))
    assert [(e.by, e.what, e.place) for e in ann.audit(limit=2)][1] == ("ann", "log-in", "192.0.2.7")
    assert ann.audit(limit=1)[0].what == "log-out"


def test_a_failed_log_in_is_noted_and_an_unknown_name_is_not_kept(ann: Accounts):
    for name in ("ann", "my secret typed into the wrong field"):
        with pytest.raises(NotLetIn):
            ann.log_in(name, "wrong wrong wrong", "192.0.2.7")
    assert told(ann, what="failed log-in") == [
        (None, "failed log-in", "ann"), (None, "failed log-in", "an unknown name"),
    ]  # fmt: skip


def test_articles_added_and_read_again_are_noted_and_the_same_once_more_is_not(minutes: Minutes, accounts: Accounts):
    with acting_as(Origin("ann", "192.0.2.7")):
        added = minutes.add(record())
        minutes.add(record())
        minutes.add(record(reader=Reader("2", "b")))
    assert told(accounts) == [("ann", "article added", added.id), ("ann", "article read again", added.id)]


def test_every_ruling_is_noted_in_the_transaction_that_keeps_it(minutes: Minutes, accounts: Accounts):
    article = minutes.add(quarrel()).id
    number = minutes.rule("position", article, "P2", "reject", by="ann")
    minutes.undo(number, by="bob")
    (reject, undo) = accounts.audit(what="ruling")[::-1]
    assert (reject.by, undo.by) == ("ann", "bob")
    assert reject.about == f"reject position Sudmark on the bridge toll of article {article} (ruling {number})"
    with contextlib.suppress(RuntimeError), minutes.database.writing() as connection:
        connection.execute(text('INSERT INTO rulings (at, "by", verdict, kind, anchor, "values", machine, final) '
                                "VALUES ('2026', 'eve', 'merge', 'actor', '1 2', '{}', '{}', false)"))  # fmt: skip
        raise RuntimeError
    assert not accounts.audit(by="eve")


@pytest.mark.parametrize("change", ['UPDATE audit SET "by"=\'nobody\'', "DELETE FROM audit"])
def test_the_database_refuses_to_change_the_audit(ann: Accounts, change: str):
    before = ann.audit()
    with pytest.raises(DBAPIError, match="only added to"), ann.database.engine.begin() as connection:
        connection.execute(text(change))
    assert ann.audit() == before


def test_the_audit_can_be_narrowed_and_paged(minutes: Minutes, accounts: Accounts):
    for number in range(5):
        with acting_as(Origin("ann" if number % 2 else "bob", "192.0.2.7")):
            minutes.add(record(text=f"Norland will not pay, part {number}."))
    assert len(accounts.audit(by="bob")) == 3
    assert len(accounts.audit(since="2026-01-01")) == 5
    assert not accounts.audit(since="9999-01-01")
    first = accounts.audit(limit=2)
    rest = accounts.audit(before=first[-1].number)
    assert [e.number for e in (*first, *rest)] == [5, 4, 3, 2, 1]
