"""Makes the derived tables of world knowledge again: `python -m training.knowledge CORPORA`.

`states.json` comes from `countries` (ODbL 1.0), `leaders.tsv` from `world_leaders` and from the dated rulers
among the Phoenix `dictionaries` (MIT). `given_names.tsv` comes from the package Faker (MIT), which is needed only
here and only with `--given-names`: `pip install faker`.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verbale.reading.knowledge import fold, load
from verbale.reading.knowledge.tables import Tables

TABLES = Path(load.__file__).parent
# Codes of the Phoenix dictionaries that are no ISO 3166-1 alpha-3.
PHOENIX_CODES = {"KNT": "KNA", "KSV": "UNK", "TMP": "TLS"}
PHOENIX_MISTAKEN = {"MUS"}  # has Mauritania's rulers under Mauritius


# ---- states ----------------------------------------------------------------------------------------------


def states(corpora: Path) -> list[dict[str, Any]]:
    """One row a state, in the order of the codes."""
    rows = json.loads((corpora / "countries" / "countries.json").read_text(encoding="utf-8"))
    return [_state(row) for row in sorted(rows, key=lambda row: str(row["cca2"]))]


def _state(row: dict[str, Any]) -> dict[str, Any]:
    name, official = row["name"]["common"], row["name"]["official"]
    spellings = (each for each in row["altSpellings"] if _is_name(each))
    demonyms = row.get("demonyms", {}).get("eng", {}).values()
    return {
        "code": row["cca2"],
        "name": name,
        "official": official,
        "aliases": [each for each in dict.fromkeys(spellings) if each not in (name, official)],
        "capitals": row["capital"],
        "demonyms": [each for each in dict.fromkeys(demonyms) if each],
    }


def _is_name(spelling: str) -> bool:
    """Not a code of two letters, no catalogue form ("Korea, Republic of"), and in Latin letters."""
    latin = all(not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in spelling)
    return len(spelling) > 2 and "," not in spelling and latin


def write_states(corpora: Path, to: Path) -> None:
    rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in states(corpora))
    to.write_text(f"[\n{rows}\n]\n", encoding="utf-8")


# ---- leaders ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """One line of leaders.tsv."""

    country: str
    start: str
    name: str
    office: str
    end: str
    wikidata: str = ""

    def line(self) -> str:
        cells = (self.name, self.country, self.office, self.start, self.end, self.wikidata)
        return "\t".join(cells).rstrip("\t")


def leaders(corpora: Path, known: Tables) -> list[Row]:
    """From both sources; of the dictionaries' rulers those whom neither we nor the first source have."""
    lists = corpora / "world_leaders"
    listed = {row for name in ("wikidata.csv", "wikipedia.csv") for row in _wikidata(lists / name, known)}
    named = {(row.country, fold(row.name)) for row in listed}
    named |= {(row[1], fold(name)) for row in load.ours() for name in (row[0], *load.listed(row[6]))}
    rulers = phoenix_rulers(corpora / "dictionaries" / "Phoenix.Countries.actors.txt", alpha2(corpora))
    return sorted(_once(listed)) + sorted(row for row in rulers if (row.country, fold(row.name)) not in named)


def _once(rows: Iterable[Row]) -> set[Row]:
    """One row for each holder of an office, with the earliest start and the latest end known."""
    same: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        same[row.country, row.wikidata or row.name, row.office.casefold()].append(row)
    return {
        Row(
            first.country,
            min((row.start for row in group if row.start), default=""),
            first.name,
            first.office,
            "" if any(not row.end for row in group) else max(row.end for row in group),
            first.wikidata,
        )
        for group in same.values()
        for first in [min(group, key=lambda row: (len(row.name), row.name))]
    }


def _wikidata(path: Path, known: Tables) -> Iterator[Row]:
    """Both lists have a line for each office holder: country, office, person, with Wikidata identifiers."""
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            cells = {key.lower(): (value or "").strip() for key, value in line.items() if key}
            state = known.state_named(cells["country"])
            name = re.sub(r" \(.*\)$", "", cells["officeholderlabel"])
            office = _office(cells["positionlabel"])
            if state and office and _is_person(name, cells["officeholder"], state.code):
                start, end = cells["start_year"], cells["end_year"]
                yield Row(state.code, start, name, office, end, cells["officeholder"])


def _is_person(name: str, wikidata: str, country: str) -> bool:
    """Not a bare identifier, not an office as its own holder, not a monarch of another realm."""
    elsewhere = wikidata in {"Q9682", "Q43274"} and country != "GB"  # Elizabeth II, Charles III
    return bool(name) and not re.match(r"Q\d+$|Prime Minister|President", name) and not elsewhere


TITLES = re.compile(
    r"(?:vice |acting |interim |federal |captain |governor|supreme |prime |state |\w+ )*"
    r"(?:president|minister|monarch|king|queen|emperor|emir|sultan|chancellor|leader|prince|premier|general|regent|"
    r"pope|taoiseach|chairman|ngwenyama|gyalpo|agong|malo|grand duke|chairperson)s?\b",
    re.IGNORECASE,
)


def _office(label: str) -> str | None:
    """'President of Albania' -> 'President'; None for what is no office, such as a party or a junta."""
    title = re.split(r" (?:of|for)(?: the)? ", label.strip(), maxsplit=1)[0]
    if "co-prince" in title.casefold() or not TITLES.fullmatch(title):
        return None
    return title if title[0].isupper() else title[0].upper() + title[1:]


def alpha2(corpora: Path) -> dict[str, str]:
    """ISO 3166-1 alpha-3 to alpha-2, with the codes that the dictionaries use instead."""
    rows = json.loads((corpora / "countries" / "countries.json").read_text(encoding="utf-8"))
    codes = {row["cca3"]: row["cca2"] for row in rows if row["cca3"] not in PHOENIX_MISTAKEN}
    return codes | {theirs: codes[iso] for theirs, iso in PHOENIX_CODES.items() if iso in codes}


NAME_LINE = re.compile(r"(?P<name>[A-Z][A-Z_.'-]+_[A-Z_.'-]+?)_?\s*;\s*CountryInfo")
GOVERNED = re.compile(r"\[(?P<code>[A-Z]{3})GOV (?P<dates>[<>]?\d{6}(?:-\d{6})?)\]")


def phoenix_rulers(path: Path, codes: dict[str, str]) -> set[Row]:
    """Who governed a state, and when: those whose government stands between two times among the elite.

    The dictionaries list rulers so ("[XXXELI ...] [XXXGOV date-date] [XXXELI]"), cabinet members without.
    They give no title and only capitals, and end in January 2014.
    """
    text = path.read_text(encoding="utf-8", errors="replace")
    blocks = re.split(r"\n(?=[A-Z])", text)
    return {row for block in blocks for row in _rulers(block, codes)}


def _rulers(block: str, codes: dict[str, str]) -> Iterator[Row]:
    named = NAME_LINE.match(block)
    if named is None or not re.search(r"\[[A-Z]{3}ELI\]", block):
        return
    for governed in GOVERNED.finditer(block):
        country = codes.get(governed["code"])
        start, end = _years(governed["dates"])
        if country and (end or start) >= "1992":
            yield Row(country, start, _spelled(named["name"]), "Head of state or government", end)


def _years(dates: str) -> tuple[str, str]:
    """'>070110' -> ('2007', ''): what was open in 2014 has an end nobody knows."""
    years = [("19" if two[:2] > "20" else "20") + two[:2] for two in re.findall(r"\d{6}", dates)]
    if dates.startswith("<"):
        return "", years[0]
    return years[0], years[1] if len(years) > 1 else "2014"


def _spelled(capitals: str) -> str:
    words = capitals.strip("_").replace("_", " ").title().split()
    return " ".join(re.sub(r"^Mc(\w)", lambda m: "Mc" + m[1].upper(), word) for word in words)


def write_leaders(corpora: Path, to: Path) -> None:
    head = "# name\tcountry\toffice\tfrom\tto\tWikidata\tother names. Made by training/knowledge.py.\n"
    to.write_text(head + "".join(f"{row.line()}\n" for row in leaders(corpora, Tables())), encoding="utf-8")


# ---- given names -----------------------------------------------------------------------------------------

# Locales of Faker whose names are in Latin letters, or can be spelled in them letter by letter.
LOCALES = (
    "az_AZ bg_BG cs_CZ da_DK de_AT de_CH de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_US es_AR "
    "es_CA es_CL es_CO es_ES es_MX et_EE fi_FI fr_BE fr_CA fr_CH fr_FR fr_QC ga_IE ha_NG hr_HR hu_HU "
    "id_ID ig_NG is_IS it_IT lt_LT lv_LV nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO ru_RU sk_SK sl_SI "
    "sv_SE sw tr_TR tw_GH uk_UA uz_UZ vi_VN yo_NG zu_ZA"
).split()
CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "є": "ye", "ж": "zh",
        "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
        "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
        "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    }
)  # fmt: skip


def given_names() -> dict[str, set[str]]:
    """Folded name to F and M, whoever bears it in any of the locales."""
    borne: dict[str, set[str]] = defaultdict(set)
    for locale in LOCALES:
        for sex, names in _faker_names(locale):
            for name in names:
                folded = fold(name.lower().translate(CYRILLIC))
                if re.fullmatch(r"[a-z]{2,}", folded):
                    borne[folded].add(sex)
    return borne


def _faker_names(locale: str) -> Iterator[tuple[str, Iterable[str]]]:
    from importlib import import_module

    provider = import_module(f"faker.providers.person.{locale}").Provider
    for sex, key in (("F", "first_names_female"), ("M", "first_names_male")):
        yield sex, tuple(getattr(provider, key, ()))


def write_given_names(to: Path) -> None:
    by_sex: dict[str, list[str]] = defaultdict(list)
    for name, borne in sorted(given_names().items()):
        by_sex["B" if len(borne) > 1 else next(iter(borne))].append(name)
    head = "# Given names in Faker, without accents: F women's, M men's, B both. Made by training/knowledge.py.\n"
    rows = (f"{sex}\t{' '.join(by_sex[sex])}\n" for sex in "FMB")
    to.write_text(head + "".join(rows), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, help="folder with countries, world_leaders and dictionaries")
    parser.add_argument("--out", type=Path, default=TABLES, help="folder to write to (the package's own)")
    parser.add_argument("--given-names", action="store_true", help="make given_names.tsv too (needs faker)")
    chosen = parser.parse_args()
    write_states(chosen.corpora, chosen.out / "states.json")
    write_leaders(chosen.corpora, chosen.out / "leaders.tsv")
    if chosen.given_names:
        write_given_names(chosen.out / "given_names.tsv")


if __name__ == "__main__":
    main()
