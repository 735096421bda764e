"""A finding's arithmetic so that it can be followed: which numbers, how they are put together, what it comes to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from math import prod
from typing import Literal

from outputs.audit_report.material import Record

Operation = Literal["sum", "difference", "product", "listed"]
"""How the addends give what was computed. `listed`: they stand beside each other and nothing is claimed."""

_NUMBER = re.compile(r"[-−–+]?\d[\d.]*(?:,\d+)?")
_STATED = ("total", "stated", "reported", "planned")


@dataclass(frozen=True, slots=True)
class Term:
    """One number of the sum: its evidence, its sign, and what the sum has come to with it."""

    evidence: Record
    sign: str = ""
    running: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """What a finding rests on, or one part of it: the terms, and the stated numbers they are held against."""

    operation: Operation
    terms: tuple[Term, ...]
    stated: tuple[Record, ...]
    computed: Decimal | None


def label_of(evidence: Record) -> str:
    """Its words without the number at their end, which stands beside them."""
    text: str = evidence["text"] or ""
    if evidence["value"] is None:
        return text
    words = text.split()
    for cut in range(len(words) - 1, 0, -1):
        said = "".join(words[cut:])
        if _NUMBER.fullmatch(said) and _digits(said) == _digits(f"{evidence['value'].normalize():f}".replace(".", ",")):
            return text if words[cut - 1][-1].isdigit() else " ".join(words[:cut])
    return text


def _digits(number: str) -> str:
    """The digits of a number with a decimal comma, without idle zeros after it."""
    return re.sub(r"\D", "", number.rstrip("0") if "," in number else number)


def sums_of(finding: Record, evidence: Sequence[Record]) -> list[Sum]:
    """The finding's evidence as sums, the one that the finding states first.

    An operation is named only where it gives what the finding says was computed, to the last digit.
    """
    return [_sum_of(group, finding["expected"] if first else None) for first, group in _groups(evidence)]


def _groups(evidence: Sequence[Record]) -> list[tuple[bool, list[Record]]]:
    """A stated number after addends begins the next sum."""
    groups: list[list[Record]] = []
    had_terms = True
    for item in evidence:
        if item["role"] in _STATED and had_terms:
            groups.append([])
            had_terms = False
        elif not groups:
            groups.append([])
        had_terms = had_terms or item["role"] not in _STATED
        groups[-1].append(item)
    return [(number == 0, group) for number, group in enumerate(groups)]


def _sum_of(group: Sequence[Record], expected: Decimal | None) -> Sum:
    said = [item["value"] for item in group if item["role"] == "computed"]
    computed: Decimal | None = said[0] if said else expected
    addends = [item for item in group if item["role"] == "addend"]
    stated = tuple(item for item in group if item["role"] in _STATED)
    if not addends:
        return Sum("listed", (), stated, None)
    values = [item["value"] for item in addends]
    operation = _operation(values, computed)
    if operation == "listed":
        return Sum(operation, tuple(Term(item) for item in addends), stated, computed if said else None)
    return Sum(operation, _terms(addends, values, operation), stated, computed)


def _operation(values: Sequence[Decimal | None], computed: Decimal | None) -> Operation:
    numbers = [value for value in values if value is not None]
    if computed is None or len(numbers) < max(len(values), 2):
        return "listed"
    if sum(numbers) == computed:
        return "sum"
    if numbers[0] - sum(numbers[1:]) == computed:
        return "difference"
    return "product" if prod(numbers) == computed else "listed"


def _terms(addends: Sequence[Record], values: Sequence[Decimal], operation: Operation) -> tuple[Term, ...]:
    if operation == "product":
        return tuple(Term(item, "×" if number else "") for number, item in enumerate(addends))
    sign = "+" if operation == "sum" else "−"
    signed = [value if operation == "sum" or number == 0 else -value for number, value in enumerate(values)]
    running = accumulate(signed)
    return tuple(
        Term(item, sign if number else "", so_far)
        for number, (item, so_far) in enumerate(zip(addends, running, strict=True))
    )
