"""Loading a library without others that it would load where they are installed, and can do without."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(*names: str) -> Iterator[None]:
    """While this holds these modules are as if they were not installed, save those that are loaded already."""
    hidden = [name for name in names if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment] # as Python has it: to import it raises ImportError
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]
