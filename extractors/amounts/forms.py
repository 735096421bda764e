"""Sums of money that a form's answers state: what they are, by their questions; bare figures too."""

import re
from collections.abc import Sequence

from extractors.amounts.kinds import kind_of, role_named, year_told
from extractors.drafts import AmountDraft, FieldDraft
from extractors.numbers.money import parse_number, unit_of_header
from models.numbers import KRONOR
from models.place import Place
from models.rows import AmountKind

_MONEY = re.compile(
    r"belopp|bidrag(?:et)?\b|medel\b|kostnad|finansiering|\bkr\b|kronor|\btkr\b|återbetal|kvarstå|erhåll|varav",
    re.IGNORECASE,
)
_NO_MONEY = re.compile(r"antal|nummer|\bnr\b|konto|giro|datum|andel|procent|referens|telefon", re.IGNORECASE)
_NEAR = 60.0
"""Points between a question and the sum that answers it, at most."""
_UNIT_RATE = re.compile(r"\bper\s+\w*(?:tjänst|årsarbetare)", re.IGNORECASE)


def read_form_amounts(
    fields: Sequence[FieldDraft], amounts: Sequence[AmountDraft], *, costs_are: AmountKind, year: int | None
) -> list[AmountDraft]:
    """The sums that only the form makes sums: bare figures under `Sökt belopp`.

    Those of `amounts` that a field states get their kind and their subject from its question.
    """
    found: list[AmountDraft] = []
    taken: set[int] = set()
    for field in fields:
        if field.value is None or field.value_number is None or not _asks_for_money(field.label):
            continue
        number = parse_number(field.value, unit_of_header(field.label) or "kr")
        if number is None or number.unit not in KRONOR:
            continue
        kind = _kind(field.label, costs_are)
        of_year = year_told(field.label, year)
        told = next((a for a in amounts if id(a) not in taken and _states(a, number.kronor, field)), None)
        if told is None:
            found.append(AmountDraft(number, field.value, field.places, kind, of_year, subject=field.label))
            continue
        taken.add(id(told))
        told.kind, told.subject, told.year = kind, field.label, of_year
    return found


def _asks_for_money(label: str) -> bool:
    return _MONEY.search(label) is not None and (
        _NO_MONEY.search(label) is None or _UNIT_RATE.search(label) is not None
    )


def _kind(label: str, costs_are: AmountKind) -> AmountKind:
    if _UNIT_RATE.search(label):
        return "unit_rate"
    return kind_of(role_named(label), costs_are) or "other"


def _states(amount: AmountDraft, kronor: object, field: FieldDraft) -> bool:
    """True where the sum is the field's answer: the same number, right by its question."""
    return amount.number.kronor == kronor and any(_near(a, b) for a in amount.places for b in field.places)


def _near(one: Place, other: Place) -> bool:
    return one.page == other.page and -12.0 <= one.top - other.top <= _NEAR
