"""Answers that a sum's own label says it is made of: `8 Summa kostnader (4–7)`, `9 Kvar att återbetala (2 + 3 – 8)`."""

import re
from collections.abc import Iterable

_FORMULA = re.compile(
    r"\(\s*(?:rad(?:erna)?\s+|fråga\s+|punkt(?:erna)?\s+|summan?\s+av\s+|=\s*)?(?P<terms>\d{1,2}(?:\s*[+–—−-]\s*\d{1,2})+)\s*\)\s*[:=]?\s*$",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(\d{1,2})\s*[–—−-]\s*(\d{1,2})")
_PLUS = re.compile(r"\+")


def numbers_referred(labels: Iterable[str]) -> frozenset[str]:
    """The numbers of the answers that the labels' formulas name; all of a span where a formula is one alone."""
    return frozenset(number for label in labels for number in _numbers(label))


def _numbers(label: str) -> list[str]:
    formula = _FORMULA.search(label)
    if formula is None:
        return []
    span = _SPAN.fullmatch(formula["terms"]) if not _PLUS.search(formula["terms"]) else None
    if span is not None:
        return [str(number) for number in range(int(span[1]), int(span[2]) + 1)]
    return re.findall(r"\d{1,2}", formula["terms"])
