"""The garbage collector in a process that reads files, or checks them: seldom, and not over what was loaded before.

Reading makes a hundred thousand small values a page and no circles of references, so that each is gone as soon as
nobody asks for it; the collector goes through all of them to find nothing. Modules stay as long as the process does.
Checking holds every row that there is, and a sixth of its time was spent on going through them.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_VALUES: Final = 30_000
"""New values between two looks of the collector. Its own 700 are so few that a tenth of reading is spent on it."""
_OF_ROWS: Final = 300_000
"""As many while rows are checked: a hundred documents have as many values as a file has that is read."""


def collect_seldom() -> None:
    """Let this process, which reads files and ends, collect seldom and leave alone what it holds now."""
    gc.freeze()
    gc.set_threshold(_VALUES)
    gc.enable()


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """While this holds, and rows are checked, the process collects still more seldom; after that all is as before."""
    before = gc.get_threshold()
    gc.set_threshold(_OF_ROWS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
