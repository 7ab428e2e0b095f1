from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "verbale"
ARTICLE = (
    "ASTORIA — The harbour will stay closed until Monday, transport minister Lena Okafor said on Tuesday.\n\n"
    "“No ship leaves before the ice does,” Okafor told reporters.\n"
)


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints; its own words where it fails."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("verbale-*.whl")
    return built


@pytest.mark.slow
def test_the_wheel_carries_every_file_of_the_package_and_nothing_else(wheel: Path):
    ours = {
        f"verbale/{path.relative_to(SOURCE).as_posix()}"
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    carried = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert carried == ours
    assert any(name.endswith(".onnx") for name in carried)


@pytest.mark.slow
def test_the_wheel_alone_reads_an_article(wheel: Path, tmp_path: Path):
    run(sys.executable, "-m", "venv", "venv", cwd=tmp_path)
    scripts = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    run(scripts / "python", "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    (tmp_path / "harbour.txt").write_text(ARTICLE, encoding="utf-8")

    printed = run(scripts / "verbale", "read", "harbour.txt", "--format", "json", cwd=tmp_path)

    record = json.loads(printed)
    assert record["article"]["text"] == ARTICLE
    quoted = [[ARTICLE[start:end] for start, end in each["content"]] for each in record["statements"]]
    assert ["No ship leaves before the ice does"] in quoted
    names = {actor["id"]: actor["name"] for actor in record["actors"]}
    assert {names[each["speaker"]] for each in record["statements"]} == {"Lena Okafor"}
