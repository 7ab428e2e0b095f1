"""What cannot stand together, in short reports."""

from __future__ import annotations

import pytest

from tests.reading.standing import read
from verbale.record import Record


def told(record: Record) -> set[tuple[str, frozenset[str]]]:
    """(kind, names of the two sides) of every conflict."""
    names = {a.id: a.name for a in record.actors}
    return {(c.kind, frozenset(names[i] for i in c.between)) for c in record.conflicts}


def sides(kind: str, *names: str) -> tuple[str, frozenset[str]]:
    return kind, frozenset(names)


@pytest.mark.parametrize(
    ("text", "conflict"),
    [
        ("Mayor Helena Brandt denied that she had promised the stadium to the Wolves. The club's president, Uwe Kolb, "
         "insisted on Wednesday that she had.", sides("account", "Helena Brandt", "Uwe Kolb")),
        ("Beijing rejected a claim by the Philippines that its coast guard had rammed a fishing boat.",
         sides("denial", "China", "Philippines")),
        ("The police chief of Santa Marta, Luis Vega, called a report by the newspaper La Orilla that his officers had "
         "taken bribes a lie.", sides("denial", "Luis Vega", "La Orilla")),
        ("Ghana's trade minister, Kwame Boateng, said the United States had asked for the meeting. Washington disputed "
         "that.", sides("account", "Ghana", "United States")),
        ("The president of the cycling union, Marc Duval, accused the organisers of hiding results. The organisers "
         "rejected the accusation.", sides("denial", "Marc Duval", "Organisers")),
    ],
)  # fmt: skip
def test_who_denies_stands_against_whose_word_it_is(text: str, conflict: tuple[str, frozenset[str]]) -> None:
    kinds = {frozenset(pair) for _, pair in told(read(text))}
    assert conflict[1] in kinds


def test_a_visa_denied_is_no_account() -> None:
    assert not read("Norway denied the envoy a visa. The envoy, Ada Lund, said the flight was full.").conflicts


def test_a_denial_that_is_repeated_is_one_conflict() -> None:
    record = read(
        "Officials in Lagos said the firm had paid the governor. The firm Petrolux denied this. “That is false,” a "
        "company spokeswoman said."
    )
    assert len(record.conflicts) <= 1


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The Danish minister for fisheries, Lise Holm, said Greenland had been consulted on the quota. “We were not "
         "consulted,” Greenland's premier, Aqqaluk Berthelsen, said.", {"Denmark", "Greenland"}),
        ("Tesoro Mining said villagers had been told of the blasting two days before. Village headman Sefu Okello said "
         "nobody told them.", {"Tesoro Mining", "Sefu Okello"}),
    ],
)  # fmt: skip
def test_done_and_not_done_are_two_accounts(text: str, pair: set[str]) -> None:
    assert sides("account", *pair) in told(read(text))


def test_what_is_planned_and_then_done_is_no_conflict() -> None:
    record = read(
        "Moldova's transport minister, Ion Rusu, said in 2019 that a bridge would be built. Engineer Ana Lupu said on "
        "Sunday that the bridge had been built."
    )
    assert not record.conflicts


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The teachers' union said 9,000 people marched in Porto Velho on Saturday. The governor's office said there "
         "were 2,100 marchers.", {"teachers' union", "governor's office"}),
        ("Witnesses said at least 30 people died when the market in Gao burned. The governor, Sidi Toure, gave a toll "
         "of eight.", {"Witnesses", "Sidi Toure"}),
    ],
)  # fmt: skip
def test_two_counts_of_one_thing_are_two_accounts(text: str, pair: set[str]) -> None:
    assert sides("account", *pair) in told(read(text))


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Clear Seas says 700 ships burned heavy oil last year. The shipowners' association Polar Lines says 310.",
         ("Clear Seas", "Polar Lines")),
        ("The Growers' Chamber said the estates employ fewer than 300 people. Annelie Brink said the number was closer "
         "to 1,100.", ("Growers' Chamber", "Annelie Brink")),
        ("The education ministry says 78 per cent of teachers favour the ban. The Teachers' Guild says its own poll "
         "found 54 per cent.", ("education ministry", "Teachers' Guild")),
        ("Senate leader Mauricio Acosta said 41 senators back the bill. Opposition whip Gabriela Sol counted 33.",
         ("Mauricio Acosta", "Gabriela Sol")),
    ],
)  # fmt: skip
def test_a_count_told_without_what_it_counts_is_of_what_was_told_before(text: str, pair: tuple[str, str]) -> None:
    record = read(text)
    accounts = [{a.name for a in record.actors if a.id in c.between} for c in record.conflicts if c.kind == "account"]
    assert len(accounts) == 1
    assert pair[1] in accounts[0]


@pytest.mark.parametrize("text", [
    "Clear Seas says 700 ships burned heavy oil last year. Polar Lines says 12 per cent of sailors are ill.",
    "Clear Seas says 700 ships burned heavy oil last year. Polar Lines said on page 3 that it would answer on June 2.",
    "The union says 40 nurses left. The hospital said it would pay 3 per cent.",
])
def test_a_count_of_something_else_is_no_account_of_the_one_before(text: str) -> None:
    assert not [c for c in read(text).conflicts if c.kind == "account"]


def test_who_is_told_to_be_on_both_sides_faces_neither() -> None:
    record = read("The Green Party backs the bridge toll. The Liberal Party opposes the bridge toll. The Harbour Board "
                  "supports the bridge toll. The Harbour Board rejects the bridge toll.")  # fmt: skip
    names = {a.id: a.name for a in record.actors}
    facing = [{names[i] for i in c.between} for c in record.conflicts if c.kind == "position"]
    assert facing == [{"Green Party", "Liberal Party"}]


@pytest.mark.parametrize(
    "text",
    [
        "The hospital said 12 patients had fallen ill. By Monday the number had risen to 19, the hospital said.",
        "The maker Biolan expects to ship 10 million doses in June. Minister Carla Neves said Biolan had shipped 2 "
        "million in April.",
        "The zoo said it had 40 flamingos. The circus director, Otto Karr, said 12 clowns had left.",
    ],
)
def test_other_counts_are_no_conflict(text: str) -> None:
    assert not read(text).conflicts


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ireland dropped its objection to the data treaty on Monday.", "Ireland"),
        ("Senator Dolores Quintana reversed course on the port bill on Tuesday.", "Dolores Quintana"),
        ("Hungary, which had blocked the aid package since December, lifted its veto on Thursday.", "Hungary"),
        ("The Social Democrats no longer oppose the runway, the party's leader, Nils Berg, said.", "Social Democrats"),
        ("The Labour whip, Jane Orr, voted for the fishing bill on Tuesday after arguing against it.", "Jane Orr"),
        ("Mayor Ida Kruse, who had long opposed the tram, came out for it on Monday.", "Ida Kruse"),
    ],
)
def test_a_change_of_mind_is_told_by_its_words(text: str, who: str) -> None:
    assert ("change", frozenset({who})) in told(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Vesna Holm criticised Prime Minister Ida Kruse on Monday for changing course.",
        "Trade Minister Nils Berg urged the central bank on Monday to reverse course.",
        "Nils Berg said he hoped the bank would change its mind.",
        "The bank will not reverse course, Nils Berg said.",
    ],
)
def test_a_change_that_is_blamed_hoped_for_or_demanded_is_none_yet(text: str) -> None:
    assert "change" not in {kind for kind, _ in told(read(text))}


def test_a_change_of_mind_is_on_the_question_of_what_was_dropped() -> None:
    record = read("Ireland dropped its objection to the data treaty on Monday.")
    (change,) = (c for c in record.conflicts if c.kind == "change")
    assert "data treaty" in {q.id: q.label for q in record.questions}[change.question or ""]


def test_what_is_dropped_without_being_a_stance_changes_nothing() -> None:
    assert not read("The ferry dropped its anchor off Corfu. Greece dropped its prices in May.").conflicts


def test_coming_and_staying_away_are_no_opposite_positions() -> None:
    record = read("Kenya will host a summit in Nairobi on 12 June. Sudan will attend the summit. Chad declined.")
    assert not record.conflicts


def test_one_statement_that_contradicts_itself_is_no_conflict_of_two() -> None:
    record = read("“We were told and we were not told,” said Nora Lind. Nora Lind denied that she had said so.")
    assert not record.conflicts


def test_hundreds_of_speakers_are_read_in_good_time_and_bounded() -> None:
    lines = [f"Anna Kowal{'a' * (n % 7)}n{n} said {n + 10} people had marched. Mr Lind{n} said no one had marched."
             for n in range(120)]  # fmt: skip
    record = read("\n".join(lines))
    assert 0 < len(record.conflicts) <= 140
    assert [n.code for n in record.notes] == ["conflicts-left-out"] or len(record.conflicts) <= 100


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Interior Minister Paula Rivas denied that the police had opened the letters. The claim had been made by the "
         "daily El Faro.", {"Paula Rivas", "El Faro"}),
        ("Norvik said it had held 30 meetings with villagers, a claim the Fell Council rejects.",
         {"Fell Council", "Norvik"}),
        ("The Miners' League accused Norvik of hiding the results. Norvik’s spokesman Omar Haddad rejected that, "
         "saying they were on the door.", {"Omar Haddad", "Miners' League"}),
        ("Asked whether Norvik had bribed the harbour master, as the Miners' League claimed last week, spokesman "
         "Omar Haddad said: “That is simply untrue.”", {"Omar Haddad", "Miners' League"}),
    ],
)  # fmt: skip
def test_whose_claim_is_denied_is_told_in_many_ways(text: str, pair: set[str]) -> None:
    assert sides("denial", *pair) in told(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norvik proposed a vote in May. Norvik’s spokesman Omar Haddad rejected that, saying it was too early.",
        "The Miners' League called for a referendum. The government dismissed the call for a referendum.",
        "The Miners' League said members should vote no. “There was no more money,” chief executive Lena Holm said.",
    ],
)
def test_who_rejects_a_plan_denies_nothing(text: str) -> None:
    assert not [c for c in told(read(text)) if c[0] == "denial"]


MAY = (
    "Kenya will host peace talks on Sudan in Nairobi. The talks open on May 20, Kenya’s foreign minister, Omar Haddad, "
    "said. "
)


def test_two_days_told_of_one_meeting_are_two_accounts() -> None:
    record = read(MAY + "“The talks will open on May 27,” Sudan’s foreign minister, Lena Holm, said.")
    assert sides("account", "Kenya", "Sudan") in told(record)
    assert [m.date for m in record.meetings] == ["2024-05-20"]


@pytest.mark.parametrize(
    "text",
    [
        "“The talks were postponed to May 27,” Sudan’s foreign minister, Lena Holm, said.",
        "“The next talks will open on May 27,” Sudan’s foreign minister, Lena Holm, said.",
        "“The talks in Cairo will open on May 27,” Sudan’s foreign minister, Lena Holm, said.",
        "The talks will end on May 27.",
    ],
)
def test_a_meeting_that_is_moved_or_another_is_no_other_account(text: str) -> None:
    assert not told(read(MAY + text))


@pytest.mark.parametrize("number", ["10²", "²³", "①", "1.2.3", "10²m", "1e999"])
def test_what_looks_like_a_number_and_is_none_is_read_over(number: str) -> None:
    record = read(f"Tom Brandt said the fee was {number} crowns. Ann Li said the fee was 20 crowns.")
    assert len(record.statements) == 2
