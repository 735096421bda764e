"""Dates to the day as Swedish documents write them: 2021-02-03, 20210203, 3 februari 2021, den 3/2 2021."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = (
    r"jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_CENTURIES = ("19", "20")
"""How the year of every date begins: most texts have none, and are soon told."""
_YEAR = rf"(?:{'|'.join(_CENTURIES)})\d\d"
_DASH = r"\-\u2010\u2011\u2012\u2013\u2212"
_DATE = re.compile(
    rf"(?<![\d{_DASH}/:])(?:(?P<year>{_YEAR})\s?[{_DASH}.]\s?(?P<month>0[1-9]|1[0-2])\s?[{_DASH}.]\s?(?P<day>[0-3]\d)"
    rf"|(?P<close>{_YEAR}(?:0[1-9]|1[0-2])[0-3]\d)"
    rf"|(?P<day_said>[0-3]?\d)(?::?e)?\s+(?P<month_said>{_MONTH})\.?,?\s+(?:år\s+)?(?P<year_said>{_YEAR})"
    rf"|(?P<day_of>[0-3]?\d)\s?/\s?(?P<of_month>1[0-2]|0?[1-9])[\s{_DASH}]\s?(?P<year_of>{_YEAR}))(?!\d|[{_DASH}:/]\d)",
    re.IGNORECASE,
)
_DAY_OF = re.compile(rf"(?P<day>[0-3]?\d)\s+(?P<month>{_MONTH})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day at text[start:end], as it stands there."""

    start: int
    end: int
    text: str
    day: date


def find_dates(text: str) -> Iterator[DateMention]:
    """Every date of the text, in its order; a day that no calendar has (2021-02-30) is none."""
    for match in _DATE.finditer(text) if any(map(text.__contains__, _CENTURIES)) else ():
        day = _day(match)
        if day is not None:
            yield DateMention(match.start(), match.end(), match.group(), day)


def day_in(text: str, year: int) -> date | None:
    """The day that a text without a year begins with (`1 januari`), in the year."""
    match = _DAY_OF.match(text)
    return _calendar(year, _month(match["month"]), int(match["day"])) if match is not None else None


def month_of(word: str) -> int | None:
    """1 to 12 for a month's name or its abbreviation."""
    return _month(word) if re.fullmatch(rf"(?:{_MONTH})\.?", word, re.IGNORECASE) else None


def _day(match: re.Match[str]) -> date | None:
    if match["year"]:
        return _calendar(int(match["year"]), int(match["month"]), int(match["day"]))
    if match["close"]:
        digits = match["close"]
        return _calendar(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    if match["year_said"]:
        return _calendar(int(match["year_said"]), _month(match["month_said"]), int(match["day_said"]))
    return _calendar(int(match["year_of"]), int(match["of_month"]), int(match["day_of"]))


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].lower()) + 1


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None  # no such day: 31 februari
