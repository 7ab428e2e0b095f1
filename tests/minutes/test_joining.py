"""One minister under many spellings, and others who must not become the same; in both databases."""

from __future__ import annotations

from typing import Any

import pytest

from tests.minutes.made_up import record
from verbale.minutes import Minutes, joining
from verbale.minutes.answers import Filter
from verbale.minutes.names import fold, parsed, sound
from verbale.record import Actor, Office, Record

MINISTER = (Office("foreign minister"),)


def person(name: str, offices: tuple[Office, ...] = MINISTER, country: str | None = "NO") -> Actor:
    return Actor("A1", name, "person", country, offices)


def added(minutes: Minutes, *actors: Actor) -> list[tuple[str, int]]:
    """How many statements each person is known for, after an article for each of these; most first."""
    for n, actor in enumerate(actors):
        minutes.add(_record(f"Part {n}. No ferry, said the minister. {n * 'x'}", actor))
    return [(a.name, a.statements) for a in minutes.actors(Filter(limit=1000))]


def _record(text: str, actor: Actor) -> Record:
    from dataclasses import replace

    made = record(text, "No ferry", actor=actor)
    return replace(made, actors=(actor,))


def test_six_spellings_of_one_minister_are_one_actor(minutes: Minutes):
    spellings = ["Mohammad Javad Zarif", "Mohammad Zarif", "Minister Zarif", "M. J. Zarif", "Mohammad Javád Zarif",
                 "Mohamad Javad Zareef"]  # fmt: skip
    assert added(minutes, *map(person, spellings)) == [("Mohammad Javad Zarif", 6)]


@pytest.mark.parametrize(("one", "other"), [
    ("Lena Okafor", "Lena Maria Okafor"), ("Lena Okafor", "L. Okafor"), ("Lena Okafor", "L. M. Okafor"),
    ("Dr. Lena Okafor", "Lena Okafor"), ("Lena Okafor Jr.", "Lena Okafor"), ("Søren Kjær", "Soren Kjaer"),
    ("Jean-Luc Petit", "Jean Luc Petit"), ("Łukasz Żak", "Lukasz Zak"), ("Sean O'Hara", "Sean O’Hara"),
])  # fmt: skip
def test_accents_initials_titles_and_middle_names_make_no_other_person(minutes: Minutes, one: str, other: str):
    assert [count for _, count in added(minutes, person(one, ()), person(other, ()))] == [2]


@pytest.mark.parametrize(("one", "other"), [
    (person("Lena Okafor"), person("Lars Okafor")),
    (person("Lena M. Okafor"), person("Lena K. Okafor")),
    (person("Lena Maria Okafor"), person("Maria Okafor")),
    (person("Lena Okafor"), person("Lena Okafor", country="SE")),
    (person("Viktor Lebedev"), person("Viktor Lebedeff", ())),
    (person("Viktor Lebedev"), person("Viktor Lebedeff", (Office("finance minister"),))),
    (person("Viktor Lebedev"), person("Viktor Lebedeff", country="SE")),
    (person("Viktor Lebedev"), person("Anton Lebedeff")),
    (person("Lena Berg"), person("Lena Borg")),
])  # fmt: skip
def test_what_only_looks_alike_stays_apart(minutes: Minutes, one: Actor, other: Actor):
    assert [count for _, count in added(minutes, one, other)] == [1, 1]


def test_a_surname_alone_is_nobodys_where_several_bear_it(minutes: Minutes):
    known = added(minutes, person("Lena Okafor", ()), person("Chidi Okafor", ()), person("Okafor", ()),
                  person("Okafor", ()), person("Lena Okafor", ()))  # fmt: skip
    assert known == [("Lena Okafor", 2), ("Chidi Okafor", 1), ("Okafor", 1), ("Okafor", 1)]


def test_an_office_tells_which_of_several_a_surname_means(minutes: Minutes):
    envoy = (Office("envoy"),)
    spoke = (person("Lena Okafor", envoy), person("Chidi Okafor"), person("Okafor"), person("Okafor", envoy))
    assert added(minutes, *spoke) == [("Lena Okafor", 2), ("Chidi Okafor", 2)]


def test_a_name_that_is_joined_says_why(minutes: Minutes):
    added(minutes, person("Mohammad Javad Zarif"), person("Zarif"), person("Mohamad Zareef"))
    (actor,) = minutes.actors()
    reasons = [join.reason for join in minutes.joins("actor", actor.number)]
    assert reasons == ["first seen here", "one name stands in the other: Mohammad Javad Zarif",
                       "spelt alike, in the same office"]  # fmt: skip


def test_what_was_split_off_stays_so_and_later_articles_go_where_their_office_is(minutes: Minutes):
    banker = (Office("central bank governor"),)
    added(minutes, person("Lena Okafor"), person("Lena Okafor", banker))
    (actor,) = minutes.actors()
    other = minutes.joins("actor", actor.number)[1].article.id
    minutes.split("actor", actor.number, [other], by="ann")
    minutes.add(_record("No ferry, said the governor.", person("Lena Okafor", banker)))
    minutes.add(_record("No ferry, said the lady.", person("Lena Okafor", ())))
    assert [(a.number == actor.number, a.statements) for a in minutes.actors()] == [(True, 2), (False, 2)]


def test_taking_a_merger_back_parts_what_came_later_too(minutes: Minutes):
    added(minutes, person("Lena Okafor"), person("Mara Lind"))
    lena, mara = (next(a.number for a in minutes.actors() if a.name == n) for n in ("Lena Okafor", "Mara Lind"))
    ruling = minutes.merge("actor", lena, mara, by="ann")
    minutes.add(_record("No ferry, she said again.", person("Mara Lind")))
    assert [(a.name, a.statements) for a in minutes.actors()] == [("Lena Okafor", 3)]
    minutes.undo(ruling, by="ann")
    assert {(a.name, a.statements) for a in minutes.actors()} == {("Lena Okafor", 1), ("Mara Lind", 2)}


def test_mergers_follow_each_other_and_are_taken_back_in_turn(minutes: Minutes):
    added(minutes, person("Lena Okafor"), person("Mara Lind"), person("Ida Moe"))
    lena, mara, ida = (next(a.number for a in minutes.actors() if a.name == n)
                       for n in ("Lena Okafor", "Mara Lind", "Ida Moe"))  # fmt: skip
    first = minutes.merge("actor", mara, ida, by="ann")
    second = minutes.merge("actor", lena, mara, by="ann")
    assert [a.name for a in minutes.actors(Filter(by="Ida Moe"))] == ["Lena Okafor"]
    minutes.undo(second, by="ann")
    assert [(a.name, a.statements) for a in minutes.actors(Filter(by="Ida Moe"))] == [("Mara Lind", 2)]
    minutes.undo(first, by="ann")
    assert [(a.name, a.statements) for a in minutes.actors(Filter(by="Ida Moe"))] == [("Ida Moe", 1)]


def test_a_question_that_was_split_off_gets_its_later_articles(minutes: Minutes):
    minutes.add(record())
    other = minutes.add(record("Norland pays the fee.", "Norland pays", label="a higher ferry fee")).id
    (question,) = minutes.questions()
    minutes.split("question", question.number, [other], by="ann")
    minutes.add(record("Norland pays again.", "Norland pays", label="a higher ferry fee"))
    minutes.add(record("Norland does not pay again.", "Norland does not pay"))
    numbers: list[Any] = [len(minutes.joins("question", q.number)) for q in minutes.questions()]
    assert numbers == [2, 2]


@pytest.mark.parametrize(("name", "plain"), [
    ("José  Peña-Ruiz", "jose pena ruiz"), ("Kılıçdaroğlu", "kilicdaroglu"), ("J.R. O’Neil", "j r oneil"),
    ("Straße", "strasse"),
])  # fmt: skip
def test_names_are_folded_to_plain_letters(name: str, plain: str):
    assert fold(name) == plain


def test_a_title_alone_is_kept_as_a_name():
    assert parsed("President") == ((), "president")


@pytest.mark.parametrize(("one", "other"), [
    ("Zarif", "Zareef"), ("Gaddafi", "Qadhafi"), ("Lavrov", "Lawrow"),
    ("Zelensky", "Zelenskyy"), ("Chernov", "Tschernow"),
    ("Yanukovych", "Janukowitsch"), ("Hussein", "Husain"),
])  # fmt: skip
def test_transliterations_sound_alike(one: str, other: str):
    assert sound(one) == sound(other)


def test_a_question_is_known_again_among_many_that_share_a_word(minutes: Minutes, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(joining, "NEWEST", 3)
    towns = ["Aarvik", "Bodal", "Corran", "Dunmor", "Elstad", "Farsund"]
    for n, town in enumerate([*towns, towns[0], towns[-1]]):
        minutes.add(record(f"Norland will not pay. Part {n}.", label=f"the fee of {town} {town}haven"))
    counted = {q.name: q.positions for q in minutes.questions()}
    assert counted == {f"the fee of {town} {town}haven": 1 + (town in (towns[0], towns[-1])) for town in towns}
