"""What the whole reading finds in short texts, with the language model that ships."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

import verbale
from verbale.record import Record, Statement

PUBLISHED = "2024-05-16"  # a Thursday


@dataclass
class Read:
    record: Record

    def name(self, actor: str | None) -> str | None:
        return next((a.name for a in self.record.actors if a.id == actor), None)

    def words(self, statement: Statement) -> list[str]:
        return [self.record.article.quote(s) for s in statement.content]

    def said(self, words: str) -> Statement:
        """The statement whose content has these words, the innermost one."""
        found = [s for s in self.record.statements if any(words in w for w in self.words(s))]
        assert found, [self.words(s) for s in self.record.statements]
        return min(found, key=lambda s: sum(len(w) for w in self.words(s)))


@pytest.fixture(scope="module")
def reader() -> verbale.Reader:
    return verbale.load()


@pytest.fixture
def read(reader: verbale.Reader):  # type: ignore[no-untyped-def]
    return lambda text, **more: Read(reader.read(text, **{"published": PUBLISHED, **more}))


def test_a_direct_quotation_has_speaker_cue_and_bare_words(read) -> None:  # type: ignore[no-untyped-def]
    r = read("“The bridge will open in June,” said Marta Lindgaard, the mayor of Esbjerg.")
    s = r.said("bridge")
    assert (s.quotation, r.name(s.speaker), r.words(s)) == (
        "direct",
        "Marta Lindgaard",
        ["The bridge will open in June"],
    )


def test_a_split_quotation_is_one_statement_of_two_pieces(read) -> None:  # type: ignore[no-untyped-def]
    r = read('"We have waited for two years," said Ines Barroso, a dock worker, "and we will not wait for a third."')
    s = r.said("two years")
    assert r.words(s) == ["We have waited for two years", "and we will not wait for a third."]


def test_what_follows_the_reporting_sentence_floats_and_keeps_its_speaker(read) -> None:  # type: ignore[no-untyped-def]
    r = read('"We have waited for two years," said Ines Barroso. "Now the city has to act before the winter."')
    s = r.said("Now the city")
    assert (s.cue, r.name(s.speaker)) == ((), "Ines Barroso")
    assert s.id != r.said("two years").id


def test_joined_reading_counts_it_as_one() -> None:
    text = '"We have waited for two years," said Ines Barroso. "Now the city has to act before the winter."'
    record = verbale.load(joined=True).read(text)
    assert any(len(s.content) == 2 for s in record.statements)


def test_an_indirect_statement_begins_at_its_complementiser(read) -> None:  # type: ignore[no-untyped-def]
    r = read("Finance Minister Pavel Hrubec said on Monday that the budget would be balanced by 2027.")
    s = r.said("budget")
    assert (s.quotation, r.words(s)) == ("indirect", ["that the budget would be balanced by 2027"])
    assert s.made is not None
    assert s.made.value == "2024-05-13"
    assert r.record.article.quote(s.made.span) == "Monday"  # type: ignore[arg-type]


def test_a_mixed_quotation_keeps_its_inner_marks(read) -> None:  # type: ignore[no-untyped-def]
    r = read("Mr. Hrubec said the talks had been “long, loud and useless” from the start.")
    s = r.said("useless")
    assert s.quotation == "mixed"
    assert "“long, loud and useless”" in r.words(s)[0]


def test_a_later_surname_and_a_pronoun_are_the_same_person(read) -> None:  # type: ignore[no-untyped-def]
    r = read(
        "Energy Minister Anna Kowalczyk told parliament that the plant would close.\n"
        "Kowalczyk said the workers would be paid until spring. She added that no decision had been taken on the site."
    )
    assert {r.name(s.speaker) for s in r.record.statements} == {"Anna Kowalczyk"}


def test_offices_name_their_state_from_a_demonym_and_from_a_possessive(read) -> None:  # type: ignore[no-untyped-def]
    r = read(
        "Norwegian Foreign Minister Jonas Vik said he would come. Chile's President Elena Rojas said she would not."
    )
    offices = {a.name: (a.offices[0].title, r.name(a.offices[0].of)) for a in r.record.actors if a.offices}
    assert offices["Jonas Vik"] == ("Foreign Minister", "Norway")
    assert offices["Elena Rojas"] == ("President", "Chile")


def test_a_holder_of_an_office_without_a_name_is_kept_as_such(read) -> None:  # type: ignore[no-untyped-def]
    r = read("The Peruvian interior minister said that the border would stay closed.")
    speaker = next(a for a in r.record.actors if a.id == r.said("border").speaker)
    assert (speaker.name, speaker.kind, speaker.country) == ("Interior Minister of Peru", "unnamed", "PE")


def test_a_capital_that_speaks_is_its_state(read) -> None:  # type: ignore[no-untyped-def]
    r = read("Ankara said that it would not send troops. The talks were held in Ankara on Monday.")
    speaker = next(a for a in r.record.actors if a.id == r.said("troops").speaker)
    assert (speaker.kind, speaker.country) == ("state", "TR")


def test_authorities_of_a_state_are_the_state(read) -> None:  # type: ignore[no-untyped-def]
    r = read("Moldovan authorities said on Wednesday that the two men had been released.")
    assert r.name(r.said("released").speaker) == "Moldova"


def test_a_denial_is_marked(read) -> None:  # type: ignore[no-untyped-def]
    r = read("The company's chairman, Otto Brandt, denied that any money had been paid to the officials.")
    s = r.said("any money")
    assert (s.denied, r.name(s.speaker)) == (True, "Otto Brandt")


def test_who_is_told_is_the_addressee(read) -> None:  # type: ignore[no-untyped-def]
    r = read("Central bank governor Lucia Ferrante told Reuters that rates would stay where they are.")
    s = r.said("rates")
    assert [r.name(a) for a in s.addressees] == ["Reuters"]


def test_who_passed_it_on_is_via(read) -> None:  # type: ignore[no-untyped-def]
    r = read("“The road is open again,” Colonel Idris Benali was quoted as saying by the official news agency MAP.")
    s = r.said("road")
    assert r.name(s.speaker) == "Idris Benali"
    assert [r.name(a) for a in s.via] == ["Maghreb Arab Press"] or len(s.via) == 1


def test_a_statement_within_a_statement_is_inside_it(read) -> None:  # type: ignore[no-untyped-def]
    r = read("Ms Lindgaard said that the engineers had told her that the pillars were sound.")
    inner, outer = r.said("pillars were sound"), r.said("engineers had told her")
    assert inner.inside == outer.id


def test_according_to_makes_a_statement(read) -> None:  # type: ignore[no-untyped-def]
    r = read("According to Dr. Samuel Okonjo, the vaccine could be ready by the end of the year.")
    s = r.said("vaccine")
    assert r.name(s.speaker) == "Samuel Okonjo"


def test_an_anonymous_source_is_marked(read) -> None:  # type: ignore[no-untyped-def]
    r = read("A diplomat who asked not to be named said that the text was almost finished.")
    assert r.said("text").anonymous


def test_related_headlines_yield_no_statement(read) -> None:  # type: ignore[no-untyped-def]
    text = (
        "The council met on Tuesday. Mayor Marta Lindgaard said the vote was final.\n"
        "Read more: Minister says harbour will close\n"
        "“We are done with this,” Lindgaard said."
    )
    r = read(text)
    assert [r.record.article.quote(b) for b in r.record.boilerplate] == ["Read more: Minister says harbour will close"]
    assert not any("harbour" in w for s in r.record.statements for w in r.words(s))


def test_an_unbalanced_mark_is_noted_and_what_it_opens_is_read(read) -> None:  # type: ignore[no-untyped-def]
    r = read('Mr Vik said: "We will come to the talks and we will stay to the end.\nThe talks open in June.')
    assert "unbalanced-quotes" in [n.code for n in r.record.notes]
    assert r.name(r.said("stay to the end").speaker) == "Vik"


def test_without_a_publication_date_days_stay_open_and_a_note_says_so(read) -> None:  # type: ignore[no-untyped-def]
    r = read("Mr Vik said on Tuesday that he would come.", published=None)
    assert "no-publication-date" in [n.code for n in r.record.notes]
    assert r.said("come").made is None


def test_a_malformed_date_is_refused(read) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(verbale.MalformedDate):
        read("Text.", published="17 January")


def test_another_language_is_noted_and_not_read(reader: verbale.Reader) -> None:
    article = verbale.Article(text="Der Minister sagte, er werde kommen.", language="de")
    record = reader.read_article(article)
    assert (record.statements, [n.code for n in record.notes]) == ((), ["not-english"])


def test_records_are_valid_and_the_same_each_time(reader: verbale.Reader) -> None:
    from verbale.record import problems

    text = "“Yes,” said Ann Roe. Bob Doe, her deputy, denied that they had met in Geneva on Friday."
    assert reader.read(text) == reader.read(text)
    assert problems(reader.read(text)) == []


def test_pipe_reads_as_read_does(reader: verbale.Reader) -> None:
    articles = [verbale.Article(text=f"Ann Roe said that it was {n}.", language="en") for n in range(3)]
    assert list(reader.pipe(articles)) == [reader.read_article(a) for a in articles]
