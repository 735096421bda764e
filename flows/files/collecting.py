"""The garbage collector in a process that reads files: seldom, and not over what was loaded before.

Reading makes a hundred thousand small values a page and no circles of references, so that each is gone as soon as
nobody asks for it; the collector goes through all of them to find nothing. Modules stay as long as the process does.
"""

import gc
from typing import Final

_VALUES: Final = 30_000
"""New values between two looks of the collector. Its own 700 are so few that a tenth of reading is spent on it."""


def collect_seldom() -> None:
    """Let this process, which reads files and ends, collect seldom and leave alone what it holds now."""
    gc.freeze()
    gc.set_threshold(_VALUES)
