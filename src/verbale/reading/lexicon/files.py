"""Reading the word tables: YAML and tab-separated files, with errors that name the file and the line.

Long lists of words are written as one comma-separated string. It is easy to edit, and PyYAML,
which is slow per value, then has few values to make.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from verbale.errors import LexiconError

try:
    from yaml import CSafeLoader as FastLoader
except ImportError:  # pragma: no cover - PyYAML was built without libyaml
    from yaml import SafeLoader as FastLoader  # type: ignore[assignment]


class Loader(FastLoader):
    """The safe loader, which also refuses the same key twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise LexiconError(f"line {key.start_mark.line + 1}: a key is a word, no list or mapping")
            if key.value in seen:
                raise LexiconError(f"line {key.start_mark.line + 1}: '{key.value}' stands here a second time")
            seen.add(key.value)
        return super().construct_mapping(node, deep)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """A value; one that is not what it looks like, such as the day 2017-99-99, is told with its line."""
        try:
            return super().construct_object(node, deep)
        except LexiconError:
            raise
        except (ValueError, TypeError, KeyError, AttributeError):
            written = f"'{node.value}'" if isinstance(node, yaml.ScalarNode) else "this"
            problem = f"{written} cannot be read as what it looks like; if it is a text, put it into quotation marks"
            raise LexiconError(f"line {node.start_mark.line + 1}: {problem}") from None


DEEPEST = 100  # lists within lists
_CLOSED = "Give the path of one YAML file that you may read."


@dataclass(frozen=True, slots=True)
class Entry:
    """One mapping of a YAML table, which knows where it stands.

    `keys` is the way to it from the top of the file: ("groups", 3). `text_of_file` is the file as it was read, for the
    lines of mistakes: a pipe cannot be read twice.
    """

    path: Path
    keys: tuple[str | int, ...]
    value: Mapping[str, object]
    text_of_file: str = field(default="", repr=False, compare=False)

    def within(self, value: Mapping[str, object], *keys: str | int) -> Entry:
        """A mapping further down in the same file."""
        return replace(self, keys=(*self.keys, *keys), value=value)

    def line(self, *keys: str | int) -> int:
        """The line, from 1, of what stands under keys and list numbers."""
        return line_of(self.text_of_file, (*self.keys, *keys))

    def text(self, key: str) -> str | None:
        """The string under a key, None where there is none."""
        found = self.value.get(key)
        if found is not None and not isinstance(found, str):
            raise self.error(key, f"'{key}' is a text, not {told(found)}")
        return found

    def words(self, key: str) -> tuple[str, ...]:
        """The comma-separated words under a key, () where there is none."""
        return split(self.text(key) or "")

    def flag(self, key: str) -> bool:
        found = self.value.get(key, False)
        if not isinstance(found, bool):
            raise self.error(key, f"'{key}' is true or false, not {told(found)}")
        return found

    def choice(self, key: str, allowed: Sequence[str], default: str | None = None) -> str:
        """The word under a key, which is one of a few."""
        found = self.value.get(key, default)
        if found not in allowed:
            raise self.error(key, f"'{key}' is one of {', '.join(allowed)}, not {told(found)}")
        return str(found)

    def only(self, *allowed: str) -> None:
        """Refuses keys that nothing would read: mostly they are typing errors."""
        for key in self.value:
            if key not in allowed:
                written = "an empty key" if key is None else told(key)
                raise self.error(key, f"{written} means nothing here; known are {', '.join(allowed)}")

    def error(self, key: str, problem: str) -> LexiconError:
        return LexiconError(f"{self.path.name}, line {self.line(key)}: {problem}")


def told(value: object) -> str:
    """A value as its writer knows it: YAML's words, not Python's."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "a mapping"
    return f"'{value}'" if isinstance(value, str) else str(value)


def split(text: str) -> tuple[str, ...]:
    """'minister, head  of state' -> ('minister', 'head of state')."""
    return tuple(" ".join(part.split()) for part in text.split(",") if part.strip())


class NoMapping(LexiconError):
    """A YAML file that is a list, a text or nothing at all."""


def read_yaml(path: Path) -> Entry:
    """The mapping at the top of a YAML file.

    Raises:
        LexiconError: when it is missing or no YAML, or when it repeats a key.
    """
    name = path.name or str(path)
    try:
        text = path.read_bytes().decode("utf-8")
        value = yaml.load(_shallow(text), Loader)
    except OSError as error:
        raise LexiconError(f"{name}: {error.strerror}", _CLOSED) from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{name}: this is no UTF-8 text", "Save it as UTF-8.") from error
    except LexiconError as error:
        raise LexiconError(f"{path.name}, {error.problem}") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = error.problem or "this is no YAML"
        raise LexiconError(f"{path.name}, line {line}: {_PLAINLY.get(problem, problem)}") from error
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        problem = "it is nested too deeply" if isinstance(error, RecursionError) else str(error).splitlines()[0]
        raise LexiconError(f"{name}: {problem}") from error
    if not isinstance(value, dict):
        raise NoMapping(f"{path.name}, line 1: this is no mapping of keys to values")
    return Entry(path, (), value, text)


_PLAINLY = {  # what the YAML library says of common slips, for people
    "found character that cannot start any token": "a tab or a mark stands here that begins no value; indent with "
    "spaces, and put a text that begins with such a mark into quotation marks",
    "mapping values are not allowed here": "there is a second colon in this line; put the text into quotation marks",
    "mapping values are not allowed in this context": "there is a second colon in this line; put the text into "
    "quotation marks",
}


def _shallow(text: str) -> str:
    """The text, unless lists in it are nested so deeply that the YAML library would overflow the stack."""
    depth = deepest = 0
    for mark in re.findall(r"[\[\]{}]", text):
        depth += 1 if mark in "[{" else -1
        deepest = max(deepest, depth)
    if deepest > DEEPEST or re.search(rf"(?:[-?:]\s+){{{DEEPEST}}}", text):
        raise RecursionError
    return text


def entries(parent: Entry, key: str) -> Iterator[Entry]:
    """The mappings in the list under a key."""
    listed = parent.value.get(key)
    if not isinstance(listed, list):
        raise parent.error(key, f"'{key}' is a list of mappings, not {told(listed)}")
    for number, each in enumerate(listed):
        if not isinstance(each, dict):
            raise parent.within({}, key).error(str(number), f"{told(each)} is no mapping")
        yield parent.within(each, key, number)


def below(parent: Entry, key: str) -> Entry:
    """The mapping under a key, all of whose keys are texts."""
    found = parent.value.get(key)
    if not isinstance(found, dict):
        raise parent.error(key, f"'{key}' is a mapping, not {told(found)}")
    for each in found:
        if not isinstance(each, str):
            raise parent.error(key, f"the key {told(each)} under '{key}' needs quotation marks")
    return parent.within(found, key)


def line_of(text: str, keys: Sequence[str | int]) -> int:
    """The line, from 1, of the value that keys and list numbers lead to, or of the last part found."""
    node = yaml.compose(text, FastLoader)
    line = 1
    for key in keys:
        below = dict(_below(node))
        if str(key) not in below:
            break
        line, node = below[str(key)]
    return line


def _below(node: yaml.Node | None) -> Iterator[tuple[str, tuple[int, yaml.Node]]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key.value, (key.start_mark.line + 1, value)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield str(number), (value.start_mark.line + 1, value)


def number(entry: Entry, key: str, default: float) -> float:
    """The number above 0 and up to 1 under a key."""
    found = entry.value.get(key, default)
    if isinstance(found, bool) or not isinstance(found, (int, float)) or not 0 < found <= 1:
        raise entry.error(key, f"'{key}' is a number from 0 to 1, not {told(found)}")
    return float(found)


def weight(entry: Entry, key: str) -> float:
    """The number under a key, of either sign; it must be there."""
    found = entry.value.get(key)
    if isinstance(found, bool) or not isinstance(found, (int, float)):
        raise entry.error(key, f"'{key}' is a number, not {found!r}")
    return float(found)


def read_weights(path: Path, *needed: str) -> dict[str, float]:
    """A table of learned weights by name, in which those `needed` must be.

    Raises:
        LexiconError: when the file has a mistake, with its line.
    """
    table = read_yaml(path)
    return {str(name): weight(table, str(name)) for name in (*table.value, *needed)}


def read_rows(path: Path, columns: int) -> Iterator[list[str]]:
    """The rows of a tab-separated table without its comments (#) and empty lines.

    Cells missing at the end of a row are empty.

    Raises:
        LexiconError: when the file is missing or a row has too many cells or no first one.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise LexiconError(f"{path.name}: {error.strerror}") from error
    fail = partial(_row_error, path)
    for number, line in enumerate(lines, 1):
        if not line or line[0] == "#":
            continue
        row = line.rstrip("\r").split("\t")
        if len(row) > columns:
            raise fail(number, f"{len(row)} columns instead of at most {columns}")
        if not row[0].strip():
            raise fail(number, "the first column is empty")
        yield row + [""] * (columns - len(row))


def _row_error(path: Path, line: int, problem: str) -> LexiconError:
    return LexiconError(f"{path.name}, line {line}: {problem}")
