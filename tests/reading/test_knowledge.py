from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from datetime import date
from pathlib import Path

import pytest
import yaml

from verbale.reading import knowledge
from verbale.reading.knowledge import load
from verbale.reading.knowledge.names import Index, fold
from verbale.reading.knowledge.tables import Tables
from verbale.reading.lexicon import LexiconError

TABLES = knowledge.tables()


def code(found: knowledge.State | None) -> str | None:
    return found.code if found else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *[("Norway", "NO"), ("the U.S.", "US"), ("US", "US"), ("USA", "US"), ("America", "US"), ("UK", "GB")],
        *[("U.K.", "GB"), ("Britain's", "GB"), ("DPRK", "KP"), ("South Korea", "KR"), ("Burma", "MM")],
        *[("Ivory Coast", "CI"), ("Cote d'Ivoire", "CI"), ("Côte d’Ivoire", "CI"), ("Holland", "NL")],
        *[("Turkey", "TR"), ("Türkiye", "TR"), ("TURKEY", "TR"), ("Eswatini", "SZ"), ("Swaziland", "SZ")],
        *[("the Gambia", "GM"), ("Kosovo", "XK"), ("Taiwan", "TW"), ("Hong Kong", "HK"), ("Palestine", "PS")],
        *[("Western Sahara", "EH"), ("Guinea-Bissau", "GW"), ("Guinea", "GN"), ("Niger", "NE"), ("Congo", "CD")],
        *[("Russian Federation", "RU"), ("Soviet Union", "RU"), ("Czech Republic", "CZ"), ("UAE", "AE")],
        *[("São Tomé and Príncipe", "ST"), ("Sao Tome", "ST"), ("Kingdom of Sweden", "SE"), ("Viet Nam", "VN")],
    ],
)
def test_a_state_is_found_by_the_names_that_news_gives_it(name: str, expected: str):
    assert code(TABLES.state_named(name)) == expected


@pytest.mark.parametrize("name", ["us", "turkey", "chad", "Us", "", " ", "'s", "Atlantis", "who", "the"])
def test_a_word_that_is_no_name_is_no_state(name: str):
    assert TABLES.state_named(name) is None


@pytest.mark.parametrize(
    ("demonym", "expected"),
    [
        *[("Kazakh", "KZ"), ("Kazakhstani", "KZ"), ("Turkish", "TR"), ("Turk", "TR"), ("Turks", "TR"), ("Dutch", "NL")],
        *[("American", "US"), ("Americans", "US"), ("British", "GB"), ("Briton", "GB"), ("Frenchwoman", "FR")],
        *[("Filipino", "PH"), ("Swiss", "CH"), ("Danes", "DK"), ("Nigerien", "NE"), ("Nigerian", "NG")],
        *[("Burkinabé", "BF"), ("Emirati", "AE"), ("Basotho", "LS"), ("North Korean", "KP"), ("Indian", "IN")],
        *[("Dominican", "DO"), ("New Zealander", "NZ"), ("Bosnian", "BA"), ("Papua New Guinean", "PG")],
    ],
)
def test_a_demonym_gives_its_state(demonym: str, expected: str):
    assert code(TABLES.state_of_demonym(demonym)) == expected


@pytest.mark.parametrize("word", ["polish", "Moscow", "dutch", "Martian"])
def test_what_is_no_demonym_gives_none(word: str):
    assert TABLES.state_of_demonym(word) is None


@pytest.mark.parametrize(
    ("city", "expected"),
    [
        *[("Moscow", "RU"), ("Washington", "US"), ("The Hague", "NL"), ("Kyiv", "UA"), ("Kiev", "UA")],
        *[("Bogota", "CO"), ("Bogotá", "CO"), ("N'Djamena", "TD"), ("Naypyidaw", "MM"), ("Nur-Sultan", "KZ")],
        *[("Pretoria", "ZA"), ("Cape Town", "ZA"), ("Jerusalem", "IL"), ("Kingston", "JM"), ("Seoul", "KR")],
    ],
)
def test_a_capital_gives_its_state(city: str, expected: str):
    assert code(TABLES.state_of_capital(city)) == expected


def test_a_large_city_is_no_capital_but_lies_in_a_state():
    assert TABLES.state_of_capital("Istanbul") is None
    assert code(TABLES.state_of_city("Istanbul")) == "TR"
    assert code(TABLES.state_of_city("Lahore")) == "PK"
    assert code(TABLES.state_of_city("Lima")) == "PE"


def test_a_region_is_counted_under_its_state():
    region = TABLES.region("Scottish")
    assert region is not None
    assert (region.name, region.country) == ("Scotland", "GB")
    assert code(TABLES.state_of("Tatarstan")) == "RU"
    assert code(TABLES.state_of("Québécois")) == "CA"
    assert TABLES.region("Norway") is None


def test_every_member_of_the_un_has_what_its_citizens_are_called():
    members = {row[0] for row in load.read_rows(load.FOLDER / "state_names.tsv", 7)}
    named = [state for state in load.states() if state.code in members]
    assert len(named) > 210
    assert [state.code for state in named if not state.adjectives or not state.capitals] == ["MO"]


@pytest.mark.parametrize(
    ("name", "country", "organ", "stands_for"),
    [
        ("Kremlin", "RU", False, None),
        ("White House", "US", False, None),
        ("10 Downing Street", "GB", False, None),
        ("the Élysée", "FR", False, None),
        ("Elysee", "FR", False, None),
        ("Blue House", "KR", False, None),
        ("Zhongnanhai", "CN", False, None),
        ("State Department", "US", True, "State Department"),
        ("Foggy Bottom", "US", True, "State Department"),
        ("Pentagon", "US", True, "Pentagon"),
        ("Quai d'Orsay", "FR", True, "French Foreign Ministry"),
        ("Foreign Office", "GB", True, "Foreign Office"),
        ("Bundestag", "DE", True, "Bundestag"),
        ("Knesset", "IL", True, "Knesset"),
        ("Storting", "NO", True, "Storting"),
    ],
)
def test_a_seat_of_government_is_its_state_or_an_organ_of_it(
    name: str, country: str, organ: bool, stands_for: str | None
):
    found = TABLES.seat(name)
    assert found is not None
    assert (found.country, found.organ, found.stands_for) == (country, organ, stands_for)


@pytest.mark.parametrize(
    ("name", "full", "kind"),
    [
        ("UN", "United Nations", "organisation"),
        ("U.N.", "United Nations", "organisation"),
        ("the UN Security Council", "UN Security Council", "organisation"),
        ("WHO", "World Health Organization", "organisation"),
        ("Nato", "NATO", "organisation"),
        ("Opec", "Organization of the Petroleum Exporting Countries", "organisation"),
        ("Human Rights Watch", "Human Rights Watch", "organisation"),
        ("Hizbullah", "Hezbollah", "group"),
        ("ISIS", "Islamic State", "group"),
        ("Taliban", "Taliban", "group"),
        ("al-Shabab", "Al-Shabaab", "group"),
    ],
)
def test_a_body_is_found_by_name_and_abbreviation(name: str, full: str, kind: str):
    found = TABLES.body(name)
    assert found is not None
    assert (found.name, found.kind) == (full, kind)


def test_an_abbreviation_that_is_a_word_needs_its_capitals():
    assert TABLES.body("Who") is None
    assert TABLES.body("is") is None
    assert TABLES.body("quad") is None


def test_brussels_may_be_the_union_the_alliance_or_belgium():
    meant = TABLES.metonyms("Brussels")
    assert [each.name for each in meant] == ["European Union", "NATO", "Belgium"]


def test_what_may_be_meant_when_a_place_acts():
    assert [each.name for each in TABLES.metonyms("Ankara")] == ["Turkey"]
    assert [each.name for each in TABLES.metonyms("Kremlin")] == ["Kremlin"]
    assert TABLES.metonyms("Lahore") == ()


def test_every_body_that_a_city_stands_for_is_in_the_table():
    named = [name for _, names in load.cities_of_bodies() for name in names]
    assert named
    assert [name for name in named if TABLES.body(name) is None] == []


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        *[("Reuters", "agency", "GB"), ("AP", "agency", "US"), ("the Associated Press", "agency", "US")],
        *[("Xinhua news agency", "agency", "CN"), ("RIA Novosti", "agency", "RU"), ("dpa", "agency", "DE")],
        *[("the Yonhap News Agency", "agency", "KR"), ("The New York Times", "newspaper", "US")],
        *[("Le Figaro newspaper", "newspaper", "FR"), ("Al-Jazeera", "broadcaster", "QA")],
        *[("Der Spiegel magazine", "magazine", "DE"), ("Politico", "site", "US"), ("Twitter", "network", "US")],
        *[("BBC", "broadcaster", "GB"), ("Truth Social", "network", "US")],
        *[("NDTV", "broadcaster", "IN"), ("Asahi Shimbun", "newspaper", "JP")],
        *[("Süddeutsche Zeitung", "newspaper", "DE"), ("Sueddeutsche Zeitung", "newspaper", "DE")],
    ],
)
def test_an_outlet_is_found_with_and_without_what_it_is(name: str, kind: str, country: str):
    found = TABLES.outlet(name)
    assert found is not None
    assert (found.kind, found.country) == (kind, country)


def test_what_an_outlet_is_alone_is_no_outlet():
    for words in ("news agency", "the newspaper", "television", ""):
        assert TABLES.outlet(words) is None


@pytest.mark.parametrize(
    ("name", "day", "office", "country"),
    [
        ("Angela Merkel", date(2017, 1, 17), "Chancellor", "DE"),
        ("Vladimir Putin", date(2010, 6, 1), "Prime Minister", "RU"),
        ("Vladimir Putin", date(2015, 6, 1), "President", "RU"),
        ("Recep Tayyip Erdogan", date(2010, 1, 1), "Prime Minister", "TR"),
        ("Tayyip Erdogan", date(2020, 1, 1), "President", "TR"),
        ("Ellen Johnson Sirleaf", date(2012, 1, 1), "President", "LR"),
        ("Merkel", date(2017, 1, 17), "Chancellor", "DE"),
        ("Jacinda Ardern", None, "Prime Minister", "NZ"),
    ],
)
def test_a_leader_holds_the_office_of_that_year(name: str, day: date | None, office: str, country: str):
    found = TABLES.leader(name, day)
    assert found is not None
    assert (found.office, found.country) == (office, country)


def test_the_head_of_a_body_is_a_leader_of_it():
    found = TABLES.leader("Kofi Annan", date(2003, 1, 1))
    assert found is not None
    assert (found.office, found.body, found.country) == ("Secretary-General", "United Nations", None)
    assert [each.body for each in load.leaders() if each.body and TABLES.body(each.body) is None] == []


def test_a_surname_alone_needs_a_year_in_which_one_bearer_held_office():
    assert TABLES.leader("Merkel") is None
    assert TABLES.leader("Merkel", date(2024, 1, 1)) is None
    assert {each.name for each in TABLES.leaders_surnamed("Castro", date(2007, 1, 1))} == {"Fidel Castro"}
    assert TABLES.leader("merkel", date(2010, 1, 1)) is None


def test_who_held_an_office_in_a_year():
    found = TABLES.head("FR", "president", date(2015, 5, 1))
    assert found is not None
    assert found.name == "François Hollande"
    assert TABLES.head("FR", "president", date(1700, 1, 1)) is None
    assert TABLES.head("GB", "prime minister", date(2022, 9, 1)) is None, "three held it that year"


def test_no_leader_ends_before_the_beginning():
    assert [each for each in load.leaders() if each.start and each.end and each.end < each.start] == []
    assert [each for each in load.leaders() if each.country and TABLES.state(each.country) is None] == []


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        *[("Fatima", "female"), ("Ahmed Bel Hadj", "male"), ("Park Geun-hye", "female"), ("Xi Jinping", "male")],
        *[("Jean-Claude", "male"), ("Marie-Louise Roe", "female"), ("J. Robert Roe", "male"), ("Óscar", "male")],
        *[("Nkosazana", "female"), ("Oluwole", "male"), ("Sunita Roe", "female"), ("Svetlana", "female")],
        *[("Tomoko", "female"), ("Kenji", "male"), ("Siobhan", "female"), ("Zoë", "female"), ("Alex Roe", "both")],
        *[("Zxqv", None), ("", None), ("J.", None), ("Nguyen Thi Lan", "female"), ("Gülşah", None)],
    ],
)
def test_a_given_name_tells_who_bears_it(name: str, gender: str | None):
    assert TABLES.gender_of_given_name(name) == gender


def test_thousands_of_given_names_of_both_kinds_are_known():
    rows = load.given_names()
    assert all(sum(row.count(" ") for row in rows[letter]) > 2000 for letter in "FM")
    ours = [row[0].split() for letter, row in rows.items() if letter in "FMB"]
    assert sum(map(len, ours)) == len({name for names in ours for name in names})


def repeated(named: Iterable[tuple[str, Hashable]]) -> list[str]:
    meant = defaultdict(set)
    for name, value in named:
        meant[name.replace(".", "") if len(name) < 5 and name.isupper() else fold(name)].add(value)
    return [name for name, values in meant.items() if len(values) > 1]


def test_no_name_means_two_things_in_one_table():
    assert repeated((n, body.name) for body in load.bodies() for n in (body.name, *body.aliases)) == []
    assert repeated((n, each.name) for each in load.outlets() for n in (each.name, *each.aliases)) == []
    assert repeated((seat.name, (seat.country, seat.stands_for)) for seat in load.seats()) == []
    assert repeated(load.cities()) == []
    assert repeated((region.name, region.country) for region in load.regions()) == []
    states = repeated((n, s.code) for s in load.states() for n in (s.name, s.official, *s.aliases))
    assert states == ["congo"], "the Republic of the Congo is called so in the source"


def test_every_country_code_is_a_state():
    codes = {each.country for each in (*load.seats(), *load.bodies(), *load.outlets(), *load.regions())}
    codes |= {country for _, country in load.cities()}
    assert [each for each in codes if each and TABLES.state(each) is None] == []


def test_names_are_folded():
    assert fold("The Łódź–Ørsted") == "lodz orsted"
    assert fold("Sana’a") == fold("Sana'a") == fold("Sanaa") == "sanaa"
    assert fold("  St.  Kitts ") == "st kitts"
    assert fold("Straße") == "strasse"
    assert fold("Thatcher's") == "thatcher"
    assert fold("The") == "the"


def test_an_index_keeps_the_first_of_two_and_lists_its_names():
    index = Index([("Guinea", 1), ("the Guinea", 2), ("DPA", 3)])
    assert index.get("GUINEA") == 1
    assert index.get("Dpa") is None
    assert list(index) == ["Guinea", "DPA"]
    assert len(index) == 2
    assert "Guinea" in index
    assert "guinea" not in index


def test_a_table_is_read_once_and_only_when_asked_for(monkeypatch: pytest.MonkeyPatch):
    opened: list[str] = []
    read = Path.read_text

    def counting(path: Path, *args: str, **kwargs: str) -> str:
        opened.append(path.name)
        return read(path, *args, **kwargs)

    monkeypatch.setattr(Path, "read_text", counting)
    for table in (load.bodies, load.states):
        table.cache_clear()
    fresh = Tables()
    assert opened == []
    fresh.body("UN")
    fresh.body("EU")
    assert opened == ["bodies.tsv"]
    fresh.state_named("Peru")
    fresh.state_of_demonym("Peruvian")
    assert opened == ["bodies.tsv", "states.json", "state_names.tsv"]


def test_every_table_has_its_source_and_licence():
    sources = yaml.safe_load((load.FOLDER / "SOURCES.yaml").read_text(encoding="utf-8"))
    tables = {path.name for path in load.FOLDER.iterdir() if path.suffix in (".tsv", ".json", ".yaml")}
    assert set(sources) == tables - {"SOURCES.yaml"}
    assert all({"source", "licence"} <= entry.keys() for entry in sources.values())
    assert "Open Database License" in (load.FOLDER / "LICENSE.states.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("A Body\tclub\t\t\t", "A Body: 'club' is none of organisation, group"),
        ("A Body\tgroup\t\t\t\tNO\tmore", "line 3: 7 columns instead of at most 5"),
        ("\tgroup", "line 3: the first column is empty"),
    ],
)
def test_a_mistake_in_a_table_names_file_and_line(tmp_path: Path, row: str, problem: str):
    (tmp_path / "bodies.tsv").write_text(f"# name\tkind\nGood\tgroup\n{row}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"^bodies\.tsv") as caught:
        load.bodies(tmp_path)
    assert problem in str(caught.value)


def test_a_year_that_is_none_names_the_leader(tmp_path: Path):
    (tmp_path / "leaders_ours.tsv").write_text("Ada Roe\tPE\tPresident\t2oo1\n", encoding="utf-8")
    (tmp_path / "leaders.tsv").write_text("", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"leaders_ours.tsv, Ada Roe: '2oo1' is no year"):
        load.leaders(tmp_path)


def test_a_missing_table_is_named(tmp_path: Path):
    with pytest.raises(LexiconError, match=r"outlets.tsv: No such file"):
        load.outlets(tmp_path)
