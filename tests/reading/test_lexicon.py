from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import get_args

import pytest
import yaml

from verbale.errors import VerbaleError
from verbale.reading import lexicon
from verbale.reading.lexicon import LexiconError, cues, descriptions, honorifics, offices, pronouns
from verbale.reading.lexicon.cues import Act
from verbale.reading.lexicon.files import FastLoader, read_rows, read_yaml


@pytest.mark.parametrize(
    ("phrase", "act", "denied"),
    [
        *[("say", "assertive", False), ("point out", "assertive", False), ("go on to say", "assertive", False)],
        *[("claim", "assertive", False), ("tell", "assertive", False), ("accord to", "assertive", False)],
        *[("deny", "assertive", True), ("dismiss", "assertive", True), ("reject claim", "assertive", True)],
        *[("call for", "directive", False), ("urge", "directive", False), ("demand", "directive", False)],
        *[("want", "directive", False), ("call on", "directive", False), ("order", "directive", False)],
        *[("promise", "commissive", False), ("vow", "commissive", False), ("threaten", "commissive", False)],
        *[("pledge", "commissive", False), ("offer", "commissive", False), ("refuse", "commissive", False)],
        *[("hope", "expressive", False), ("welcome", "expressive", False), ("condemn", "expressive", False)],
        *[("thank", "expressive", False), ("express concern", "expressive", False), ("fear", "expressive", False)],
        *[("rule", "declaration", False), ("appoint", "declaration", False), ("declare war", "declaration", False)],
        *[("announce", "assertive", False), ("declare", "assertive", False), ("decline to say", "assertive", False)],
    ],
)
def test_a_cue_tells_what_is_done_by_it(phrase: str, act: str, denied: bool):
    found = cues().find(phrase.split())
    assert found is not None
    assert (found.act, found.denied) == (act, denied)


def test_there_are_many_cues_and_each_has_an_act():
    assert len(cues()) >= 1500
    assert {cue.act for cue in cues()} == set(get_args(Act))


def test_no_predicate_stands_twice_in_the_same_form():
    seen = defaultdict(list)
    for cue in cues():
        seen[cues().essence(cue.lemmas), cue.form].append(" ".join(cue.lemmas))
    assert [phrases for phrases in seen.values() if len(phrases) > 1] == []


def test_what_stands_between_the_words_of_a_cue_does_not_matter():
    assert cues().find(["have", "repeatedly", "express", "his", "deep", "concern"]) is not None
    found = cues().find(["have", "also", "repeatedly", "point", "out"])
    assert found is not None
    assert found.lemmas == ("point", "out")
    quoted = cues().find(["be", "quote", "as", "say"])
    assert quoted is not None
    assert quoted.lemmas[-2:] == ("as", "say")


def test_the_longest_cue_wins_and_the_first_of_equally_long_ones():
    found = cues().find(["say", "in", "a", "statement"])
    assert found is not None
    assert found.lemmas == ("say",)
    declined = cues().find(["decline", "to", "say"])
    assert declined is not None
    assert declined.act == "assertive"
    assert declined.lemmas == ("decline", "to", "say")


def test_a_form_picks_the_noun_of_a_word_that_is_both():
    verb, noun = cues().find(["claim"]), cues().find(["claim"], "noun")
    assert verb is not None
    assert noun is not None
    assert (verb.form, noun.form) == ("verb", "noun")


def test_what_is_no_cue_is_not_found():
    assert [words for words in ([], ["eat"], ["the"], ["be"], ["quickly"]) if cues().find(words)] == []
    assert ["eat"] not in cues()
    assert ["say"] in cues()


@pytest.mark.parametrize(
    ("lemma", "addressee"),
    [("tell", "object"), ("inform", "object"), ("urge", "object"), ("say", "to"), ("believe", None)],
)
def test_a_cue_knows_where_its_listener_stands(lemma: str, addressee: str | None):
    found = cues().find([lemma])
    assert found is not None
    assert found.addressee == addressee


@pytest.mark.parametrize(
    ("phrase", "office", "modifiers"),
    [
        ("Prime Minister", "prime minister", ()),
        ("PM", "prime minister", ()),
        ("FM", "foreign minister", ()),
        ("top diplomat", "foreign minister", ()),
        ("former Deputy Foreign Minister", "foreign minister", ("former", "deputy")),
        ("ex-president", "president", ("ex",)),
        ("president-elect", "president", ("elect",)),
        ("vice president", "vice president", ()),
        ("first lady", "first lady", ()),
        ("deputy", "member of parliament", ()),
        ("Lt. Gen.", "general", ()),
        ("Agriculture and Fisheries Minister", "minister", ()),
        ("minister for trade and industry", "minister", ()),
        ("minister of foreign affairs", "foreign minister", ()),
        ("acting Secretary of State", "secretary of state", ("acting",)),
        ("spokeswoman", "spokeswoman", ()),
    ],
)
def test_an_office_is_read_from_its_phrase(phrase: str, office: str, modifiers: tuple[str, ...]):
    found = offices().find(phrase)
    assert found is not None
    assert (found.office.name, found.modifiers) == (office, modifiers)


@pytest.mark.parametrize("phrase", ["", "table", "former", "foreign", "trade and", "Prime Minister said"])
def test_what_is_no_office_is_not_read_as_one(phrase: str):
    assert offices().find(phrase) is None


def test_one_person_holds_a_unique_office_and_several_may_be_deputies():
    unique = {phrase: offices().find(phrase) for phrase in ("foreign minister", "trade and industry minister")}
    several = {phrase: offices().find(phrase) for phrase in ("deputy foreign minister", "minister", "ex-president")}
    assert all(title is not None and title.unique for title in unique.values())
    assert all(title is not None and not title.unique for title in several.values())


def test_only_a_past_holder_is_past():
    former, acting = offices().find("former chancellor"), offices().find("acting chancellor")
    assert former is not None
    assert acting is not None
    assert former.past
    assert not acting.past


def test_some_titles_tell_the_gender():
    genders = {word: offices().find(word) for word in ("king", "queen", "spokesman", "spokeswoman", "president")}
    told = {word: title.office.gender if title else "?" for word, title in genders.items()}
    assert told == {"king": "male", "queen": "female", "spokesman": "male", "spokeswoman": "female", "president": None}


def test_a_title_in_a_sentence_ends_where_it_ends():
    words = "The former British Prime Minister arrived".split()
    found = offices().at(words, 3)
    assert found is not None
    assert found[1] == 5
    assert offices().at(words, 5) is None
    assert offices().at(words, len(words)) is None
    joined = offices().at(["energy", ",", "and", "he"], 0)
    assert joined is None


def test_no_office_is_named_twice():
    names = [name for office in offices().known for name in {office.name, *office.aliases}]
    words = [" ".join(name.lower().replace("-", " ").replace(".", "").split()) for name in names]
    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.parametrize(
    ("noun", "kind", "plural", "anonymous", "for_state"),
    [
        ("source", "person", False, True, False),
        ("Sources", "person", True, True, False),
        ("officials", "person", True, True, False),
        ("diplomat", "person", False, True, False),
        ("spokeswomen", "person", True, False, False),
        ("ministry", "organisation", False, False, False),
        ("ministries", "organisation", True, False, False),
        ("authorities", "organisation", True, False, True),
        ("government", "organisation", False, False, True),
        ("side", "organisation", False, False, True),
        ("militia", "group", False, False, False),
        ("people familiar", "person", True, True, False),
    ],
)
def test_a_description_is_found_in_singular_and_plural(
    noun: str, kind: str, plural: bool, anonymous: bool, for_state: bool
):
    found = descriptions().find(noun)
    assert found is not None
    assert (found.kind, found.plural, found.anonymous, found.for_state) == (kind, plural, anonymous, for_state)


def test_a_man_is_male_and_a_stone_is_nobody():
    man, women = descriptions().find("man"), descriptions().find("women")
    assert man is not None
    assert women is not None
    assert (man.gender, women.gender) == ("male", "female")
    assert descriptions().find("stone") is None


def test_pronouns_have_person_number_gender_and_case():
    her, they, me = pronouns()["her"], pronouns()["they"], pronouns()["me"]
    assert (her.person, her.number, her.gender) == ("3", "singular", "female")
    assert (they.number, they.gender, they.case) == ("any", "any", "subject")
    assert (me.person, me.case) == ("1", "object")
    assert {"he", "she", "it", "its", "his", "himself", "who", "both", "we", "you"} <= pronouns().keys()


def test_honorifics_are_stripped_and_tell_the_gender():
    strip = honorifics().strip
    name, found = strip("His Excellency Dr. Paulo Roe")
    assert name == "Paulo Roe"
    assert [each.word for each in found] == ["his excellency", "dr"]
    assert [each.gender for each in found] == ["male", None]
    assert strip("Mr") == ("Mr", ())
    mrs = honorifics().find("Mrs.")
    assert mrs is not None
    assert mrs.gender == "female"
    assert honorifics().find("Paulo") is None


def test_every_word_of_the_tables_is_in_lower_case():
    assert [cue for cue in cues() if any(word != word.lower() for word in cue.lemmas)] == []
    assert [each for each in descriptions() if each != each.lower()] == []
    assert [each for each in honorifics() if each != each.lower() or "." in each] == []


def write(folder: Path, text: str) -> Path:
    path = folder / "cues.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("groups:\n  - act: assertive\n    cues: say\n  - act: assertve\n    cues: tell", "line 4: 'act' is one of"),
        ("groups:\n  - act: assertive\n    denyed: true\n    cues: say", "line 3: 'denyed' means nothing here"),
        ("groups:\n  - act: assertive\n    denied: perhaps\n    cues: say", "line 3: 'denied' is true or false"),
        ("groups:\n  - act: directive\n    addressee: on\n    cues: call on", "line 3: 'addressee' is one of"),
        ("groups:\n  - act: assertive\n    act: directive\n    cues: say", "line 3: 'act' stands here a second time"),
        ("groups:\n  - act: assertive\n    cues: [say, tell]", "line 3: 'cues' is a text"),
        ("groups:\n  - say", "line 2: 'say' is no mapping"),
        ("groups: say", "line 1: 'groups' is a list of mappings"),
        ("groups:\n  - act: [assertive\n", "line"),
        ("- say", "line 1: this is no mapping of keys to values"),
        ("", "line 1: this is no mapping of keys to values"),
    ],
)
def test_a_mistake_in_yaml_names_file_line_and_key(tmp_path: Path, text: str, problem: str):
    with pytest.raises(LexiconError, match=r"^cues\.yaml, line \d+: ") as caught:
        lexicon.cues(write(tmp_path, text))
    assert problem in str(caught.value)


def test_a_lexicon_error_is_a_value_error_that_the_command_line_knows():
    assert issubclass(LexiconError, ValueError)
    assert issubclass(LexiconError, VerbaleError)
    with pytest.raises(LexiconError, match=r"missing\.yaml: No such file"):
        read_yaml(Path("missing.yaml"))


def test_rows_keep_their_order_and_are_filled_up(tmp_path: Path):
    path = tmp_path / "rows.tsv"
    path.write_text("# head\na\tb\tc\n\nd\n", encoding="utf-8")
    assert list(read_rows(path, 3)) == [["a", "b", "c"], ["d", "", ""]]


def test_the_tables_are_few_values_for_a_slow_reader():
    """PyYAML takes about ten microseconds a value, so long lists are single strings."""
    here = Path(lexicon.__file__).parent
    names = ("cues", "offices", "descriptions", "pronouns", "honorifics")
    for name in names:
        text = (here / f"{name}.yaml").read_text(encoding="utf-8")
        events = sum(1 for _ in yaml.parse(text, FastLoader))
        assert events < 400, f"{name}.yaml"
