"""World knowledge: states, seats of government, bodies, outlets, leaders and given names.

    from verbale.reading import knowledge

    tables = knowledge.tables()
    tables.state_named("the U.S.")          # State(code="US", name="United States", ...) or None
    tables.state_of_demonym("Kazakh")       # State KZ; also "Turks", "Frenchman"
    tables.state_of_capital("Ankara")       # State TR
    tables.state_of("Scottish")             # any of the above, or a region or city -> State GB
    tables.state("TR")                      # by ISO code
    tables.region("Tatarstan")              # Region(name, country="RU", ...)
    tables.state_of_city("Istanbul")        # State TR
    tables.seat("Kremlin")                  # Seat(name, country="RU", organ=False)
    tables.metonyms("Brussels")             # (Body EU, Body NATO, State BE), likeliest first
    tables.body("UN Security Council")      # Body(name, kind="organisation" | "group", country, ...)
    tables.outlet("Tasnim news agency")     # Outlet(name="Tasnim", kind="agency", country="IR")
    tables.leader("Angela Merkel", on=day)  # Leader(name, office, country, start, end, wikidata)
    tables.leaders_surnamed("Merkel", day)  # all who bore the name and held office that year
    tables.head("DE", "Chancellor", day)    # who held the office that year
    tables.gender_of_given_name("Fatima Al-Sayed")   # "female" | "male" | "both" | None

Names match without regard to accents, hyphens, dots, "the" and a possessive ending. A mention in lower case
("turkey", "who") matches nothing. See `SOURCES.yaml` for where each table comes from and its licence;
`states.json` alone is under the ODbL (see `LICENSE.states.md`). `python -m training.knowledge CORPORA`
makes the derived tables again.

The tables are edited by hand where SOURCES.yaml says "ours". A mistake in one raises
`verbale.reading.lexicon.LexiconError`, which names the file and the line.
"""

from __future__ import annotations

from .names import fold
from .tables import Tables, tables
from .values import Body, Gender, Leader, Outlet, Region, Seat, State

__all__ = ["Body", "Gender", "Leader", "Outlet", "Region", "Seat", "State", "Tables", "fold", "tables"]
