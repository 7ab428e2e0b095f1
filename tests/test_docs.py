from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import verbale
from verbale.record import to_dict

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")]
README = PAGES[0].read_text(encoding="utf-8")
SENTENCE = "“No ship leaves before the ice does,” transport minister Lena Okafor told reporters"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def holds(whole: Any, part: Any) -> bool:
    """Whether every value of `part` stands at the same place of `whole`."""
    if isinstance(part, dict):
        return all(key in whole and holds(whole[key], value) for key, value in part.items())
    if isinstance(part, list) and part and isinstance(part[0], dict):
        return all(any(holds(each, wanted) for each in whole) for wanted in part)
    return bool(whole == part)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_named_exists(page: Path):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = re.findall(r"(?:`|^)make\s+([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) <= targets


def test_the_record_shown_is_what_the_reader_gives():
    (shown,) = blocks("json")
    assert holds(to_dict(verbale.load().read(SENTENCE + ".")), json.loads(shown))


def test_the_python_shown_runs_and_prints_the_statements(capsys: pytest.CaptureFixture[str]):
    first, second = blocks("python")
    exec(first, {"text": SENTENCE + "."})
    exec(second, {"text": SENTENCE + "."})
    assert capsys.readouterr().out == "Lena Okafor | direct | No ship leaves before the ice does\n"
