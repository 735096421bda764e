"""What is worked out of something once, and kept as long as it lives."""

from collections.abc import Callable
from typing import Any, Self, TypeVar, cast

from checks.arithmetic import regime_ruled

Made = TypeVar("Made")


class Once:
    """Keeps what functions make of it; it must not change, and is compared by identity."""

    def once(self, make: Callable[[Self], Made]) -> Made:
        """What a function makes of this, made once for each regime ruled: several checks ask for the same.

        The function must be pure and named at the top of its module, for it is known by itself.
        """
        kept: dict[object, Any] = self.__dict__.setdefault("_made", {})
        key = make, regime_ruled()
        if key not in kept:
            kept[key] = make(self)
        return cast("Made", kept[key])
