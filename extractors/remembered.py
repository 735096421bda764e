"""What a text says by its letters alone is found once.

The same text is asked of again and again: as the class of its document is made out, its parts, its form, its plan,
its rows. And labels, heads and cells say the same in one document after another.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final, ParamSpec, TypeVar, cast

_Told = ParamSpec("_Told")
_Found = TypeVar("_Found")

_KEPT: Final = 4096
"""Answers of each function, more than the texts of a hundred pages: a megabyte or two, however long a file is."""


def remembered(find: Callable[_Told, _Found]) -> Callable[_Told, _Found]:
    """A function that knows its last answers. It is asked of texts and numbers, and its answers cannot be changed."""
    return cast("Callable[_Told, _Found]", lru_cache(_KEPT)(find))
