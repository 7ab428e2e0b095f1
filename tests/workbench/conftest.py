"""What all tests of the workbench share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from verbale.workbench.access import settings


@pytest.fixture(scope="session", autouse=True)
def name_of_the_test_client() -> Iterator[None]:
    """Starlette's test client calls the server testserver."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(settings, "LOOPBACK", (*settings.LOOPBACK, "testserver"))
        yield
