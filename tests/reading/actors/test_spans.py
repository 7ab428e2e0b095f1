"""Names that the model saw in pieces or took for something else."""

from __future__ import annotations

import spacy

from tests.reading.actors.test_unknown import called
from tests.reading.standing import read
from verbale.reading.actors.spans import mended
from verbale.reading.tree import Tree


def labelled(text: str, *pieces: tuple[str, str]) -> list[tuple[str, str]]:
    """What becomes of pieces of a text that the model gave these labels."""
    nlp = spacy.blank("en")
    nlp.add_pipe("verbale")
    doc = nlp(text)
    spans = []
    for piece, label in pieces:
        span = doc.char_span(text.index(piece), text.index(piece) + len(piece))
        assert span is not None
        spans.append((span.start, span.end, label))
    tree = Tree.of(doc)
    return [(text[tree.starts[a] : tree.ends[b - 1]], label) for a, b, label in mended(tree, spans, {})]


def test_a_name_seen_up_to_its_hyphen_goes_on_behind_it() -> None:
    text = "“You read the menu first,” said Jean-Marie Ndaragwe, the infrastructure minister."
    assert labelled(text, ("Jean-", "PERSON"), ("Marie Ndaragwe", "PERSON")) == [("Jean-Marie Ndaragwe", "PERSON")]


def test_a_name_goes_on_over_words_that_the_parse_takes_for_its_parts() -> None:
    text = "Puerto Sereno Azul, the operator, said that it regretted the vote."
    assert labelled(text, ("Puerto Sereno", "ORGANISATION")) == [("Puerto Sereno Azul", "ORGANISATION")]


def test_a_given_name_makes_a_person_of_two_pieces() -> None:
    text = "“The offer is not up for talks,” Carolina Undarraga added."
    assert labelled(text, ("Carolina", "PERSON"), ("Undarraga", "ORGANISATION")) == [("Carolina Undarraga", "PERSON")]
    assert labelled(text, ("Carolina Undarraga", "ORGANISATION")) == [("Carolina Undarraga", "PERSON")]


def test_a_company_is_no_person() -> None:
    text = "The watchdog fined Drennick Oy on Monday."
    assert labelled(text, ("Drennick Oy", "PERSON")) == [("Drennick Oy", "ORGANISATION")]


def test_a_state_is_not_the_agency_named_for_it() -> None:
    record = read(
        "Velmora rejected the charge on Monday.\n“That is not true,” Foreign Minister Otto Brandel said in a statement "
        "carried by the Velmora News Agency."
    )
    assert {a.name for a in record.actors} >= {"Velmora", "Velmora News Agency"}


def test_a_company_is_known_by_the_first_word_of_its_name() -> None:
    record = read(
        "Drennick Mining said on Monday that it would close its mine. Drennick said that 400 people would go."
    )
    assert [a.name for a in record.actors if "Drennick" in a.name] == ["Drennick Mining"]


def test_a_town_is_not_its_council() -> None:
    record = read("Port Hallow Council said on Monday that it would pay. Shops in Port Hallow were shut.")
    council = called(record, "Port Hallow Council")
    assert [
        record.article.quote(m) for m in council.mentions if "Shops" in record.article.text[m.start - 9 : m.end]
    ] == []


def test_a_seat_of_government_is_no_person_though_it_has_two_words() -> None:
    record = read("Nepal’s prime minister said no on Monday. Singha Durbar said that the vote would go on.")
    assert not [a for a in record.actors if a.name == "Singha Durbar"]


def test_two_bodies_joined_by_and_the_are_two() -> None:
    text = "The Growers' League and the Guild are both going, the Harbour Guild said."
    pieces = ("Growers' League and the Guild", "ORGANISATION"), ("Harbour Guild", "ORGANISATION")
    assert [name for name, _ in labelled(text, *pieces)] == ["Growers' League", "Guild", "Harbour Guild"]
    one = "The Department of Health and the Environment said so."
    assert labelled(one, ("Department of Health and the Environment", "ORGANISATION")) == [
        ("Department of Health and the Environment", "ORGANISATION")
    ]


def test_a_body_is_also_called_by_the_end_of_its_name() -> None:
    record = read("The Ontario Growers' League opposes the levy. The Growers' League said on Monday that it would sue.")
    assert len(called(record, "Ontario Growers' League").mentions) >= 2


def test_a_name_goes_on_to_the_word_for_the_body() -> None:
    text = "The Tavrian health ministry rejected the plan."
    assert labelled(text, ("Tavrian health", "ORGANISATION")) == [("Tavrian health ministry", "ORGANISATION")]
    text = "Nepal's Olympic committee will not accept the ban."
    assert ("Olympic committee", "ORGANISATION") in labelled(text, ("Olympic", "ORGANISATION"))


def test_a_name_with_words_left_out_between_is_the_same_body() -> None:
    record = read("The Tunis municipal council said on Friday that riders must register. The Tunis council will vote.")
    quoted = [record.article.quote(m) for m in called(record, "Tunis municipal council").mentions]
    assert len(quoted) == 2
