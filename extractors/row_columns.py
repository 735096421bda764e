"""Columns that many tables' rows have."""

from typing import Any

from extractors.privacy import mask
from models.place import Place


def box(place: Place) -> dict[str, Any]:
    """A row's place, to a hundredth of a point."""
    return {
        "page": place.page,
        "x0": round(place.x0, 2),
        "top": round(place.top, 2),
        "x1": round(place.x1, 2),
        "bottom": round(place.bottom, 2),
    }


def masked(text: str | None) -> str | None:
    """The text without private numbers; null where it is empty."""
    return mask(text) or None if text else None
