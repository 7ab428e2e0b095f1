from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import verbale
from verbale import flow, reading
from verbale.errors import EmptyArticle, MalformedDate, ModelError, RecordError, UnreadableFile
from verbale.flow import add_text, read_file, read_files, read_text
from verbale.minutes import Minutes
from verbale.record import dumps

TEXT = "“No ship leaves before the ice does,” transport minister Lena Okafor told reporters on Tuesday.\r\n"
GERMAN = "Die Ministerin sagte am Dienstag, der Hafen bleibe bis zum Ende der Woche geschlossen.\n"


@pytest.fixture(scope="module")
def reader() -> verbale.Reader:
    return verbale.load()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "harbour.txt").write_bytes(TEXT.encode())
    return tmp_path / "harbour.txt"


class Broken:
    """A reader that fails on every article."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def read_article(self, *_: object) -> verbale.Record:
        raise self.error


def test_a_file_becomes_a_record_with_its_text_as_it_stands(article: Path, reader: verbale.Reader):
    record = read_file(article, reader=reader, published="2024-03-12", publisher="Harbour Wire")
    assert record.article.text == TEXT
    assert (record.article.published, record.article.publisher) == ("2024-03-12", "Harbour Wire")
    contents = [record.article.quote(span) for each in record.statements for span in each.content]
    assert "No ship leaves before the ice does" in contents


def test_what_the_door_saw_is_in_the_record(tmp_path: Path, reader: verbale.Reader):
    (tmp_path / "old.txt").write_bytes(TEXT.encode("utf-16-le"))
    record = read_file(tmp_path / "old.txt", reader=reader, published="2999-01-01")
    assert {"encoding-guessed", "future-date"} <= {note.code for note in record.notes}


def test_another_language_is_noted_and_not_read(tmp_path: Path, reader: verbale.Reader):
    (tmp_path / "hafen.txt").write_text(GERMAN, encoding="utf-8")
    record = read_file(tmp_path / "hafen.txt", reader=reader)
    assert record.article.language == "de"
    assert record.statements == ()
    assert [note.code for note in record.notes] == ["not-english"]


def test_the_front_door_has_it_and_loads_its_own_reader_once(article: Path, monkeypatch: pytest.MonkeyPatch):
    loaded: list[bool] = []
    load = reading.load
    flow._reader.cache_clear()
    monkeypatch.setattr(reading, "load", lambda *, joined, **rest: loaded.append(joined) or load(joined=joined, **rest))
    assert verbale.read_file(article) == verbale.read_file(article)
    assert loaded == [False]
    flow._reader.cache_clear()


def test_one_bad_file_never_stops_the_others(article: Path, tmp_path: Path, reader: verbale.Reader):
    (tmp_path / "empty.txt").touch()
    paths = [tmp_path / "none.txt", article, tmp_path, tmp_path / "empty.txt", article]
    outcomes = list(read_files(paths, reader=reader))
    assert [outcome.path for outcome in outcomes] == [str(path) for path in paths]
    assert [type(outcome.error) for outcome in outcomes] == [
        UnreadableFile, type(None), UnreadableFile, EmptyArticle, type(None),
    ]  # fmt: skip
    assert outcomes[1].record == outcomes[4].record is not None
    assert all((outcome.record is None) != (outcome.error is None) for outcome in outcomes)


def test_a_mistake_of_ours_is_told_and_stops_nothing(article: Path):
    (outcome,) = read_files([article], reader=Broken(RecursionError("too deep")))  # type: ignore[arg-type]
    assert "RecursionError" in str(outcome.error)
    assert "report" in str(outcome.error)


def test_a_missing_model_stops_everything(article: Path):
    with pytest.raises(ModelError):
        list(read_files([article], reader=Broken(ModelError("no model"))))  # type: ignore[arg-type]


def test_a_malformed_date_is_told_before_any_file_is_opened():
    with pytest.raises(MalformedDate):
        next(read_files(["none.txt"], published="12/03/2024"))
    with pytest.raises(MalformedDate):
        read_file("none.txt", published="12/03/2024")


def test_standard_input_is_a_file_called_dash(monkeypatch: pytest.MonkeyPatch, reader: verbale.Reader):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    (outcome,) = read_files(["-"], reader=reader)
    assert outcome.path == "-"
    assert outcome.record is not None
    assert outcome.record.article.text == TEXT


def test_files_are_read_as_they_are_asked_for(article: Path, tmp_path: Path, reader: verbale.Reader):
    outcomes = read_files([article, tmp_path / "later.txt"], reader=reader)
    assert next(outcomes).error is None
    (tmp_path / "later.txt").write_bytes(TEXT.encode())
    assert next(outcomes).error is None


def test_a_text_at_hand_is_read_like_a_file(article: Path, reader: verbale.Reader):
    about = {"published": "2024-03-12", "publisher": "Harbour Wire"}
    assert read_text(TEXT, reader=reader, **about) == read_file(article, reader=reader, **about)


@pytest.mark.parametrize("text", ["\ufeffA mark in front.", "N\0o\0r\0l\0a\0n\0d\0 pays.", "%PDF-1.7 is how it began."])
def test_nothing_is_guessed_of_a_text_at_hand(text: str, reader: verbale.Reader):
    assert read_text(text, reader=reader).article.text == text


def test_a_lone_surrogate_in_a_text_at_hand_is_noted_as_lost(reader: verbale.Reader):
    record = read_text("Norland \ud800 pays.", reader=reader)
    assert "\ufffd" in record.article.text
    assert "characters-lost" in {note.code for note in record.notes}


def test_a_text_at_hand_goes_into_the_minutes_once(tmp_path: Path):
    with Minutes(f"sqlite:///{tmp_path / 'talks.db'}") as minutes:
        outcomes = [add_text(minutes, TEXT, published="2024-03-12").outcome for _ in range(2)]
    assert outcomes == ["new", "same"]


@pytest.mark.parametrize("text", ["null", "42", '"hi"', "[" * 100_000, "[[1], 2]", "true", "{", "Norland pays."])
@pytest.mark.parametrize("name", ["r.json", "R.JSONL"])
def test_a_file_of_json_that_holds_no_record_is_refused(tmp_path: Path, text: str, name: str):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with Minutes(str(tmp_path / "talks.db")) as minutes:
        kept = list(flow.add_files([tmp_path / name], minutes))
        kept += list(flow.add_bytes(text.encode(), name, minutes))
        assert [type(each.error) for each in kept] == [RecordError] * len(kept)
        assert len(minutes) == 0
    assert all(isinstance(each.error, RecordError) for each in flow.read_records([tmp_path / name]))


@pytest.mark.parametrize("head", ["[1] ", "[[", "{Northern News} ", "[\"Wire\"] ", "null. "])
def test_a_text_that_happens_to_hold_brackets_stays_one(tmp_path: Path, head: str):
    (tmp_path / "wire.txt").write_text(head + TEXT, encoding="utf-8")
    with Minutes(str(tmp_path / "talks.db")) as minutes:
        (kept,) = flow.add_files([tmp_path / "wire.txt"], minutes)
        assert (kept.error, len(minutes)) == (None, 1)


def test_records_in_a_file_of_another_name_are_known_by_what_is_in_them(tmp_path: Path, reader: verbale.Reader):
    (tmp_path / "kept").write_text(dumps(reader.read(TEXT)) + '\n{"verbale": 1, "article', encoding="utf-8")
    good, bad = flow.read_records([tmp_path / "kept"])
    assert good.record is not None
    assert isinstance(bad.error, RecordError)


def test_an_article_may_begin_with_a_bracket(tmp_path: Path):
    (tmp_path / "wire.txt").write_text(f"[Northern News] {TEXT}", encoding="utf-8")
    with Minutes(str(tmp_path / "talks.db")) as minutes:
        (kept,) = flow.add_files([tmp_path / "wire.txt"], minutes)
        assert (kept.error, len(minutes)) == (None, 1)
