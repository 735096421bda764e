"""Who hears of a flow's files. Apart from the flow, which Prefect hands to other processes, as this cannot be."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from flows.runs.progress import Listener, Silence

_listener: ContextVar[Listener] = ContextVar("listener", default=Silence())  # noqa: B039 - it keeps nothing


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Within this, the listener hears of the files."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def who_listens() -> Listener:
    """The listener, or one who hears and says nothing."""
    return _listener.get()
