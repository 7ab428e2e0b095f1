"""One actor in several articles."""

from __future__ import annotations

import pytest

from verbale.minutes.actors import join_actors
from verbale.record import Actor, Article, Reader, Record


def with_actor(*actors: Actor) -> Record:
    return Record(reader=Reader("0", "m"), article=Article(text="x"), actors=actors)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (Actor("A1", "Lena Okafor", "person"), Actor("A1", "Okafor", "person"), True),
        (Actor("A1", "Lena Okafor", "person"), Actor("A1", "Dan Okafor", "person"), False),
        (Actor("A1", "Turkey", "state", "TR"), Actor("A1", "Türkiye", "state", "TR"), True),
        (Actor("A1", "Turkey", "state", "TR"), Actor("A1", "Iran", "state", "IR"), False),
        (Actor("A1", "Ferry Board", "organisation"), Actor("A1", "ferry board", "organisation"), True),
        (Actor("A1", "Georgia", "state", "GE"), Actor("A1", "Georgia", "person"), False),
        (Actor("A1", "Sundria", "state"), Actor("A1", "Sundria", "organisation"), True),
        (Actor("A1", "Sundria", "group"), Actor("A1", "Kelmar", "state"), False),
        (Actor("A1", "José Peña", "person"), Actor("A1", "Jose Pena", "person"), True),
    ],
)
def test_who_is_the_same(a: Actor, b: Actor, same: bool) -> None:
    names = join_actors([with_actor(a), with_actor(b)])
    assert (names[0, "A1"] == names[1, "A1"]) is same


def test_an_actor_is_called_by_its_fullest_name() -> None:
    names = join_actors(
        [with_actor(Actor("A1", "Okafor", "person")), with_actor(Actor("A3", "Lena Okafor", "person"))]
    )
    assert names == {(0, "A1"): "Lena Okafor", (1, "A3"): "Lena Okafor"}
