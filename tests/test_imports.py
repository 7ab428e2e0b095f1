"""Which room of the house may know which; ARCHITECTURE.md says why."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import verbale

SOURCE = Path(verbale.__file__).parent
# Every room may import itself, and `errors`.
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "record": set(),
    "intake": {"record"},
    "reading": {"record"},
    "minutes": {"record"},
    "views": {"minutes", "record"},
    "exports": {"minutes", "record"},
    "flow": {"intake", "reading", "minutes", "record"},
    "workbench": {"flow", "minutes", "views", "exports", "record"},
    "cli": {"flow", "minutes", "views", "exports", "workbench", "record"},
}
NEVER = {"torch", "training", "benchmarks", "tests"}


def imported(path: Path) -> Iterator[str]:
    """Dotted names of the modules that a file imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = ("verbale", *path.relative_to(SOURCE).parts)[: -node.level] if node.level else ()
            base = ".".join((*above, *filter(None, [node.module])))
            yield from (f"{base}.{alias.name}" for alias in node.names)


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


FILES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_room_imports_only_what_it_may(path: Path):
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("verbale.")} - {"__version__"}
    if room(path) != "__init__":
        assert ours <= MAY_IMPORT[room(path)] | {room(path), "errors"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_nothing_shipped_needs_what_only_training_needs(path: Path):
    assert not {name.split(".")[0] for name in imported(path)} & NEVER


def test_spacy_ends_at_the_edge_of_reading():
    knowing = {room(path) for path in FILES if any(name.split(".")[0] == "spacy" for name in imported(path))}
    assert knowing <= {"reading", "cli"}
