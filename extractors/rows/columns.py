"""What columns of several tables share: places, masked texts, money."""

from decimal import Decimal
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


def is_public(text: str | None) -> bool:
    """True where nothing in the text is masked."""
    return text is None or mask(text) == text


def unless_private(number: str | None) -> str | None:
    """A number, or null where it is a person's: a sole trader's organisation number is an identity number."""
    return None if number is None or mask(number) != number else number


def money(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"))


def share(value: float) -> Decimal:
    return Decimal(f"{value:.2f}")
