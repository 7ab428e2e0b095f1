"""Reading articles for those who ask through the web: one at a time, in a thread of its own, with a short queue."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from threading import Lock
from typing import TypeVar

from verbale.errors import MinutesBusy

_T = TypeVar("_T")
WAITING = 8  # readings that may wait for the one before them


class ReadingBusy(MinutesBusy):
    """Too many articles wait to be read."""


class Desk:
    """Where readings are done, one after another. A reading keeps a core busy: more at once would only slow all down.

    `waiting` is how many may queue behind the one that is being read, `free` how many more may come now.
    """

    def __init__(self, waiting: int = WAITING) -> None:
        self.free = waiting + 1
        self._counting = Lock()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")

    async def do(self, work: Callable[[], _T]) -> _T:
        """What the work gives, once its turn has come. Raises ReadingBusy where the queue is full."""
        with self._counting:
            if not self.free:
                raise ReadingBusy("too many articles wait to be read", "Try again in a few seconds.")
            self.free -= 1
        future = self._thread.submit(copy_context().run, work)  # who asks is known there, too
        future.add_done_callback(self._leave)
        return await asyncio.wrap_future(future)

    def _leave(self, _: object) -> None:
        with self._counting:
            self.free += 1


_DESK = Desk()  # the reader is one for the whole process, and so is its desk


def desk() -> Desk:
    """The desk of this process."""
    return _DESK
