"""`verbale info`: versions, the language model, and the licences of what is carried along."""

from __future__ import annotations

import json
import platform
import re
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from textwrap import fill
from typing import Any

from verbale import __version__
from verbale.errors import ModelError

WIDTH = 80
LIBRARIES = ("spacy", "onnxruntime", "tokenizers", "trafilatura", "py3langid")


def describe() -> str:
    """Everything `verbale info` prints. Raises ModelError where the model is not there."""
    return "\n".join([*_versions(), "", *_model(), "", *_knowledge()]) + "\n"


def _versions() -> list[str]:
    lines = [f"verbale {__version__} (Apache-2.0), Python {platform.python_version()}"]
    return [*lines, fill(", ".join(f"{name} {_library(name)}" for name in LIBRARIES), WIDTH)]


def _library(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _model() -> list[str]:
    model = _card()
    lines = [f"Language model: {model.get('name', 'unnamed')}", _indented(f"made from {model.get('base', 'unknown')}")]
    return [*lines, *([_indented(str(model["note"]))] if model.get("note") else [])]


def _card() -> dict[str, Any]:
    try:
        card: dict[str, Any] = json.loads((files("verbale") / "reading/model/model.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"the language model's model.json cannot be read: {error}") from error
    return card


def _knowledge() -> list[str]:
    import yaml

    sources = yaml.safe_load((files("verbale") / "reading/knowledge/SOURCES.yaml").read_text(encoding="utf-8"))
    lines = ["Knowledge tables:"]
    for table, about in sources.items():
        lines.append(_indented(f"{table}: {_licence(about['licence'])}; {_source(about['source'])}"))
    return [*lines, "The terms in full: reading/knowledge/SOURCES.yaml in the installed package."]


def _source(source: str) -> str:
    return "written for verbale" if source == "ours" else f"from {source}"


def _licence(licence: str) -> str:
    """A licence without the remark on where in its file the terms stand."""
    return re.sub(r"\s*\([^)]*(?:below|above)[^)]*\)", "", licence)


def _indented(text: str) -> str:
    return fill(" ".join(text.split()), WIDTH, initial_indent="  ", subsequent_indent="    ", break_long_words=False)
