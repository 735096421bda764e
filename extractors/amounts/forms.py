"""Sums of money that a form's answers state: what they are, by their questions; bare figures too."""

import re
from collections.abc import Collection, Sequence

from extractors.amounts.form_accounts import FormSum, settle_by_arithmetic
from extractors.amounts.form_references import numbers_referred
from extractors.amounts.kinds import Role, kind_of, names_grant, role_named, role_of_row, year_told
from extractors.drafts import AmountDraft, FieldDraft
from extractors.numbers.money import parse_number, unit_of_header, unit_signed
from extractors.plans.tables import year_in
from models.numbers import KRONOR, Unit, WrittenNumber
from models.place import Place
from models.rows import AmountKind

_MONEY = re.compile(
    r"belopp|bidrag(?:et)?\b|medel\b|kostnad|finansiering|\bkr\b|kronor|\btkr\b|återbetal|kvarstå|erhåll",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:var|där)av\b", re.IGNORECASE)
_OF_GRANTS: frozenset[Role | None] = frozenset(["received", "spent", "remaining", "repayable"])
_PART_OF_YEAR = re.compile(r"(?:var|där)av\s+(?:år\s+)?(?:19|20)\d\d(?:\s*\(\w+\))?", re.IGNORECASE)
"""The part of the sum above that is one year's: it is of the same kind."""
_TO_REPAY = re.compile(r"\batt återbetala|\bska återbetalas\b|\batt betala tillbaka\b", re.IGNORECASE)
"""What is done with a share tells more than whose it is: `Varav regionens andel, att återbetala`."""
_HOW_MUCH = re.compile(r"hur (?:mycket|stor(?:t|a)?(?: del)?)\b(?!\s+(?:tid|personal))", re.IGNORECASE)
"""What asks so, below a sum, and with a word for what is done with a grant, asks for a sum."""
_OF_SECTIONS: frozenset[Role | None] = frozenset(["requisitioned", "granted", "received"])
"""What titles of sections may tell of their sums."""
_NO_MONEY = re.compile(r"antal|nummer|\bnr\b|konto|giro|datum|andel|procent|referens|telefon", re.IGNORECASE)
_NEAR = 60.0
"""Points between a question and the sum that answers it, at most."""
_FOLLOWS_UP = re.compile(r"(?:ange )?(?:om (?:ja|så)|i så fall)\b", re.IGNORECASE)
"""A question that the one above it says what is meant by: `Om ja, hur stort belopp?`"""
_LABEL = 80
"""Letters of a question that names its sum's year, at most."""
_DEADLINE = re.compile(
    r"\b(?:senast|inför|före|sedan)\b|\b(?:till|från(?:\s+och\s+med)?)\s+(?:år(?:et)?\s+)?(?:19|20)\d\d", re.IGNORECASE
)
"""A question that asks by when, until when or since when: the year in it is not its sum's."""
_UNIT_RATE = re.compile(r"\bper\s+\w*(?:tjänst|årsarbetare)", re.IGNORECASE)


def read_form_amounts(
    fields: Sequence[FieldDraft], amounts: Sequence[AmountDraft], *, costs_are: AmountKind, year: int | None
) -> list[AmountDraft]:
    """The sums that only the form makes sums: bare figures under `Sökt belopp`.

    Those of `amounts` that a field states get their kind and their subject from its question.
    """
    found: list[AmountDraft] = []
    taken: set[int] = set()
    above: AmountKind | None = None
    sums: list[FormSum] = []
    made_of = _terms(fields)
    for before, field in zip([None, *fields], fields, strict=False):
        number = _sum_of(field, above, is_term=field.number in made_of)
        if field.value is None or number is None:
            above = None
            continue
        kind = _kind(field.label, costs_are, above)
        if kind == "other" and role_named(field.label) is None:
            kind = _kind_by_section(field.section) or kind
        if kind == "other" and before is not None and _FOLLOWS_UP.match(field.label):
            kind = _kind(before.label, costs_are, None)
        above = kind
        of_year = _year_asked(field.label) or year_told(field.label, year)
        told = _stated(amounts, number.kronor, field, taken)
        for amount in told:
            amount.kind, amount.subject, amount.year = kind, field.label, of_year
        taken.update(id(amount) for amount in told)
        if not told:
            told = [AmountDraft(number, field.value, field.places, kind, of_year, subject=field.label)]
            found += told
        sums.append(FormSum(field.label, number.kronor, kind, told))
    settle_by_arithmetic(sums, costs_are)
    return found


def _terms(fields: Sequence[FieldDraft]) -> set[str]:
    """The numbers of the answers that sums of money are made of, as the labels of these sums tell."""
    money = {field.number for field in fields if _asks_for_money(field.label)}
    told = [(field, numbers_referred([field.label])) for field in fields]
    return {number for field, of in told if field.number in money or of & money for number in of}


def _year_asked(label: str) -> int | None:
    """The one year that a question names as its sum's: `Beviljat belopp 2024`, not until when something is asked."""
    return year_in(label) if len(label) <= _LABEL and _DEADLINE.search(label) is None else None


def _sum_of(field: FieldDraft, above: AmountKind | None, *, is_term: bool) -> WrittenNumber | None:
    """The answer as a sum of money: where the question asks for one, or a unit of money stands behind the figure.

    A part (`varav kuratorer`) is one where the answer `above` is a sum, and so is what is left (`Ej använt vid årets
    slut`): persons have parts as well. A section's title can tell the unit of all its sums: `Belopp i kronor`.
    is_term: the label of a sum says that it is made of this answer.
    """
    if field.value is None or field.value_number is None or field.chosen:
        return None
    is_part = _PART.match(field.label) is not None or _role_of_part(field.label) in _OF_GRANTS
    of_section = _unit_of_section(field)
    asked = (is_part and above is not None) or _asks_for_money(field.label) or of_section is not None
    asked = asked or (is_term and _NO_MONEY.search(field.label) is None)
    if not asked and field.value_unit not in KRONOR:
        return None
    number = parse_number(field.value, unit_of_header(field.label) or of_section or "kr")
    return number if number is not None and number.unit in KRONOR else None


def _role_of_part(label: str) -> Role | None:
    """The role that a label gives at its beginning, or a question behind `Hur mycket`."""
    return role_named(label) if _HOW_MUCH.match(label) else role_of_row(label)


def _unit_of_section(field: FieldDraft) -> Unit | None:
    """The unit of money in the section's title, for what may be a sum."""
    unit = unit_signed(field.section) if field.section is not None else None
    return unit if unit in KRONOR and _NO_MONEY.search(field.label) is None else None


def _asks_for_money(label: str) -> bool:
    return _MONEY.search(label) is not None and (
        _NO_MONEY.search(label) is None or _UNIT_RATE.search(label) is not None
    )


def _kind(label: str, costs_are: AmountKind, above: AmountKind | None) -> AmountKind:
    """What the sum is by its question; one that says nothing of money is a part of the sum `above` it."""
    if _UNIT_RATE.search(label):
        return "unit_rate"
    if above is not None and _PART_OF_YEAR.fullmatch(label):
        return above
    told = kind_of(role_named(label), costs_are)
    if told == "share" and _TO_REPAY.search(label):
        return "repayable"
    if told == "share" and role_named(_PART.sub("", label, count=1)) == "other":
        return "other"
    if told is None and costs_are == "spent" and names_grant(label):
        return "received"
    return told or (above if above is not None and not _asks_for_money(label) else None) or "other"


def _kind_by_section(section: str | None) -> AmountKind | None:
    """What a section's title tells of its sums: `Belopp som rekvireras`."""
    role = role_named(section) if section is not None else None
    return role if role is not None and role != "cost" and role in _OF_SECTIONS else None


def _stated(
    amounts: Sequence[AmountDraft], kronor: object, field: FieldDraft, taken: Collection[int]
) -> list[AmountDraft]:
    """The sums that are the field's answer: the same number, all in the field's place or else the first one near."""
    same = [a for a in amounts if id(a) not in taken and a.number.kronor == kronor]
    inside = [a for a in same if any(_is_in(a.places[0], place) for place in field.places)]
    return inside or [a for a in same if any(_near(one, two) for one in a.places for two in field.places)][:1]


def _is_in(one: Place, other: Place) -> bool:
    across, down = (one.x0 + one.x1) / 2, (one.top + one.bottom) / 2
    return one.page == other.page and other.x0 <= across <= other.x1 and other.top <= down <= other.bottom


def _near(one: Place, other: Place) -> bool:
    return one.page == other.page and -12.0 <= one.top - other.top <= _NEAR
