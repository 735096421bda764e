"""Changes in percent that a sentence tells with both numbers: `13 657 kr, en ökning med 6,8 procent från 12 788 kr`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.arithmetic import Quantity, add_up
from checks.check_input import CheckInput
from checks.quoting import page_doubt
from checks.recalculation.figures import Figure
from checks.recalculation.growth import change_in_percent
from checks.recalculation.recalculated import Claim
from checks.recalculation.told_counts import IN_TEXT
from checks.tables.columns import last_digit
from checks.wording import MINUS, NO_BREAK_SPACE, format_number
from models.rows import Passage

_N = r"(?<![\d,.–-])(?:\d{1,3}(?:[ \u00a0\u2009\u202f.]\d{3})+|\d+)(?:,\d+)?(?![\d–-]|,\d|[ \u00a0]\d{3}\b)"
_UNIT = r"(?:\s(?:kr(?:onor)?|tkr|mnkr|mkr|miljoner|procent(?:enheter)?)\b)?"
_PERCENT = r"(?P<percent>\d{1,3}(?:,\d+)?)\s?(?:%|procent\b)(?!enhet)"
_GREW = r"\b(?:ök|höj|väx|steg|stig|min?sk|sänk|sjun)\w*"
_FROM = r"(?:från|jämfört\s+med|mot)\s+(?:(?!\d)[a-zåäö]+\s+){0,4}?"
_TOLD = (
    re.compile(
        rf"(?P<now>{_N}){_UNIT}[^.;:?!\d]{{0,60}}?{_GREW}[^.;:?!\d]{{0,30}}?(?:med|på)\s+{_PERCENT}[^.;:?!\d]{{0,30}}?"
        rf"\b{_FROM}(?P<then>{_N})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_GREW}[^.;:?!\d]{{0,30}}?\bmed\s+{_PERCENT}[^.;:?!\d]{{0,30}}?\bfrån\s+(?P<then>{_N}){_UNIT}\s+till\s+(?P<now>{_N})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_GREW}[^.;:?!\d]{{0,40}}?\bfrån\s+(?P<then>{_N}){_UNIT}\s+till\s+(?P<now>{_N}){_UNIT}(?:[^.;:?!\d]{{0,25}}?|\s\()"
        rf"(?:\bmed\s+|motsvarar\s+|\beller\s+|\bdvs\.?\s+|\bpå\s+|\()(?:en\s+[a-zåäö]+\s+(?:med|på)\s+)?{_PERCENT}",
        re.IGNORECASE,
    ),
)
"""Now, the percent, then; the percent, then, now; then, now, the percent."""
_ABOUT = re.compile(r"\b(?:ca|cirka|drygt|knappt|nästan|omkring|ungefär|runt|närmare|procentenhet\w*)\b", re.IGNORECASE)
_MOST = 4
"""Numbers of which one is more than so many times the other are of different things."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def told_growth_that_differs(rows: CheckInput) -> Iterator[Claim]:
    """Every percent that is not the change between the two numbers beside it, as far as rounding goes.

    Silent where a number is said to be about so much.
    """
    for passage in rows.numbered_passages:
        text = passage.text or ""
        if passage.kind not in IN_TEXT or not ("procent" in text or "%" in text):
            continue
        for match in (found for told in _TOLD for found in told.finditer(text)):
            now, then, percent = (_value(match[name]) for name in ("now", "then", "percent"))
            years = _YEAR.fullmatch(match["now"]) and _YEAR.fullmatch(match["then"])
            if years or _ABOUT.search(match[0]) or not then or not 1 <= _MOST * now / then <= _MOST * _MOST:
                continue
            step = last_digit(percent)
            change = change_in_percent(now, then, step)
            change = change.times(Decimal(-1)) if change.value < 0 else change
            arithmetic = add_up(Quantity(percent, percent - step, percent + step), [change])
            if arithmetic.grade == "error":
                yield Claim(
                    stated=_figure(passage, match["percent"], percent),
                    terms=(_figure(passage, match["now"], now), _figure(passage, match["then"], then)),
                    formula=_formula(now, then),
                    arithmetic=arithmetic,
                    doubt=page_doubt(rows, passage.document_id, passage.page),
                )


def _formula(now: Decimal, then: Decimal) -> str:
    first, last = format_number(then), format_number(now)
    less = f"{last} {MINUS} {first}" if now > then else f"{first} {MINUS} {last}"
    return f"100 × ({less}) / {first}".replace(" ", NO_BREAK_SPACE)


def _value(text: str) -> Decimal:
    return Decimal(re.sub(r"[^\d,]", "", text).replace(",", "."))


def _figure(passage: Passage, text: str, value: Decimal) -> Figure:
    return Figure(passage.text or "", text, Quantity.exact(value), None, passage.document_id, passage.place)
