"""Fixtures that run a test once for every hostile input.

    def test_nothing_breaks(hostile: bytes): ...          # each of them
    def test_it_is_read(readable: bytes): ...             # each that holds some article's text
"""

from __future__ import annotations

import pytest

from tests.hostile.inputs import BROKEN, HOSTILE, LARGE

PARAMETERS = [pytest.param(name, marks=[pytest.mark.slow] if name in LARGE else []) for name in HOSTILE]
READABLE = [each for each in PARAMETERS if each.values[0] not in BROKEN]


@pytest.fixture(params=PARAMETERS)
def hostile(request: pytest.FixtureRequest) -> bytes:
    """The bytes of one hostile input."""
    return HOSTILE[request.param]()


@pytest.fixture(params=READABLE)
def readable(request: pytest.FixtureRequest) -> bytes:
    """The bytes of one hostile input that has an article's text in it."""
    return HOSTILE[request.param]()
