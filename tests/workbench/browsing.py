"""A real browser at a real server: Debian's chromium, and the workbench as `verbale serve` serves it.

Where chromium is not installed the tests are skipped, unless VERBALE_BROWSER=required says that it must be.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from verbale.minutes import Minutes
from verbale.workbench.pages.review import standing_of

playwright = pytest.importorskip("playwright.sync_api")
NO_CHROMIUM = "no chromium is installed; VERBALE_BROWSER=required makes this a failure"
__all__ = ["address", "chromium", "file", "minutes", "sent", "tab"]


@pytest.fixture(scope="module")
def chromium() -> Iterator[playwright.Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.fail(NO_CHROMIUM) if os.environ.get("VERBALE_BROWSER") == "required" else pytest.skip(NO_CHROMIUM)
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=root)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def file(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(kept, tmp_path_factory.mktemp("served") / "talks.db"))


@pytest.fixture(scope="module")
def address(file: Path) -> Iterator[str]:
    """The workbench as `verbale serve` serves it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "verbale.cli", "serve", "--minutes", str(file), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}/about")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def _wait(url: str, most: float = 30) -> None:
    end = time.monotonic() + most
    while True:
        try:
            urlopen(url, timeout=5).close()
            return
        except (URLError, OSError):
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def sent(tab: playwright.Page) -> AbstractContextManager[object]:
    """What is pressed inside sends a form, which has been answered afterwards."""
    return tab.expect_response(lambda response: response.request.method == "POST")


@pytest.fixture
def tab(chromium: playwright.Browser, address: str) -> Iterator[playwright.Page]:
    """A tab in which nothing may go wrong: no script's error, nothing that the policy refuses, no foreign request."""
    context = chromium.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    opened.on("request", lambda asked: None if asked.url.startswith(address) else wrong.append(asked.url))
    yield opened
    context.close()
    assert wrong == [], wrong


@pytest.fixture
def minutes(address: str, file: Path) -> Iterator[Minutes]:
    """The minutes that are served; what a test rules in them is taken back after it."""
    with Minutes(str(file)) as opened:
        yield opened
        for rule in standing_of(opened.rulings(limit=1000)):
            opened.undo(rule.number, by="nobody")
