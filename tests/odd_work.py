"""Work that tells of the process that does it, or leaves something behind there."""

import os
from pathlib import Path

_left: list[bytes] = []
"""What earlier work has left in this process."""


def whose() -> bytes:
    """The process's number."""
    return str(os.getpid()).encode()


def where() -> bytes:
    """The folder that the process works in."""
    return os.fsencode(Path.cwd())


def leaves(size: int) -> bytes:
    """Leaves so many bytes behind, all of them written; the process's number."""
    _left.append(b"x" * size)
    return whose()


def needs(size: int) -> bytes:
    """Takes so many bytes for a while."""
    return b"%d" % len(b"x" * size)


def ends_where_something_is_left() -> bytes:
    """Does well in a new process only."""
    if _left:
        os.abort()
    return whose()


def ends_always(record: str) -> bytes:
    """Notes in the file `record` that it was tried, and ends the process."""
    with Path(record).open("a", encoding="utf-8") as stream:
        stream.write("x")
    os.abort()
