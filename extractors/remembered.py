"""What a text says by its letters alone is found once.

The same text is asked of again and again: as the class of its document is made out, its parts, its form, its plan,
its rows. And labels, heads and cells say the same in one document after another.
"""

import weakref
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final, ParamSpec, TypeVar, cast

_Thing = TypeVar("_Thing")
_Told = ParamSpec("_Told")
_Found = TypeVar("_Found")

_KEPT: Final = 4096
"""Answers of each function, more than the texts of a hundred pages: a megabyte or two, however long a file is."""


def remembered(find: Callable[_Told, _Found]) -> Callable[_Told, _Found]:
    """A function that knows its last answers. It is asked of texts and numbers, and its answers cannot be changed."""
    return cast("Callable[_Told, _Found]", lru_cache(_KEPT)(find))


def once_each(find: Callable[[_Thing], _Found]) -> Callable[[_Thing], _Found]:
    """A function of a thing that does not change, a table or the like: found once of each, and let go with it.

    Things are known by what they are and not by what they hold: to compare tables takes longer than most answers. No
    answer may hold the thing itself, which would then stay for good.
    """
    answers: dict[int, tuple[weakref.ref[_Thing], _Found]] = {}

    @wraps(find)
    def found_of(thing: _Thing) -> _Found:
        known = answers.get(id(thing))
        if known is not None:
            return known[1]
        found, at = find(thing), id(thing)
        answers[at] = weakref.ref(thing, lambda _gone: answers.pop(at, None)), found
        return found

    return found_of
