from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import verbale

SOURCE = Path(verbale.__file__).parent
PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# trafilatura's jusText imports it and leaves it to an extra of lxml that a fresh environment may not get.
# FastAPI reads forms with python-multipart.
NEEDED_BY_OTHERS = {"lxml-html-clean", "python-multipart"}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def names(requirements: list[str]) -> set[str]:
    return {normal(re.split(r"[\s<>=!~;\[]", each, maxsplit=1)[0]) for each in requirements}


def imported_distributions() -> set[str]:
    """What src imports from elsewhere, by the names under which it is installed."""
    modules: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                modules.add((node.module or "").split(".")[0])
    installed = packages_distributions()
    foreign = modules - set(sys.stdlib_module_names) - {"verbale", "__future__"}
    return {normal(installed.get(module, [module])[0]) for module in foreign}


def test_what_the_package_imports_is_declared_and_what_is_declared_is_imported():
    extra = PROJECT["optional-dependencies"]
    declared = names([*PROJECT["dependencies"], *extra["figures"], *extra["workbench"]])
    assert imported_distributions() == declared - NEEDED_BY_OTHERS


def test_no_training_library_is_needed_at_run_time():
    assert not names(PROJECT["dependencies"]) & names(PROJECT["optional-dependencies"]["train"])
