"""When something is done, as prose says it: a year with words before it that can only lead to a time.

`våren 2019`, `senast den 30 juni 2023`, `under 2018–2020`. Not a year that names a thing (`2015 års enkät`), a
statute (`2017:30`), a count (`under 1 500 besök`) or a sum.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""The years that a plan or a report can be about. What lies outside is a slip of the pen, or no year."""

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)

TimeSense = Literal["in", "by", "since"]
"""in: then; by: then at the latest; since: from then on."""

_DASH = "-\u2010\u2011\u2012\u2013\u2014"
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_SEASON = r"(?:vår|höst|sommar|vinter|hösttermin|vårtermin)(?:en|n)?|vintern|[hv]t"
_PART = r"(?:första|andra|tredje|fjärde|sista)\s+(?:kvartalet|halvåret|tertialet)"
_EDGE = r"(?:slutet|början|mitten|utgången|ingången)\s+av(?:\s+år(?:et)?)?"
_SINCE = r"(?:från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?|sedan|alltsedan)"
_BY = r"(?:senast|till\s+och\s+med|t\.?\s?o\.?\s?m\.?|före\s+utgången\s+av|innan)"
_STRONG = rf"(?:år(?:en|et)?|{_MONTH}|{_SEASON}|{_PART}|{_EDGE}|årsskiftet|perioden)"
_WEAK = rf"(?:under|{_SINCE}|{_BY})"
_TIME = re.compile(
    rf"(?:\b(?P<far>{_SINCE}|{_BY})\s+(?:i\s+|under\s+)?(?:den\s+\d{{1,2}}\s+)?)?"
    rf"\b(?:(?P<strong>{_STRONG})|(?P<weak>{_WEAK}))\s+"
    rf"(?P<first>\d{{4}})(?:\s?[{_DASH}/]\s?(?P<last>\d{{4}}|\d{{2}})(?!\d))?"
    rf"(?![\d:§%])(?![.,]\d)(?!\s\d{{3}}(?!\d))(?!\s*(?:kr|kronor|tkr|mnkr|mkr|procent|års)\b)",
    re.IGNORECASE,
)
_FOUR_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
"""Most texts have no year: they are not searched for phrases."""
_CLOSES = re.compile(r"\s*(?:$|[.,;:)!?])")
"""After digits that only `under` or `senast` leads to and that are no likely year, the phrase must end: else they
count something (`under 1020 besök`)."""


@dataclass(frozen=True, slots=True)
class Time:
    """The years that a phrase names, first and last, and the phrase as it stands."""

    first: int
    last: int
    sense: TimeSense
    text: str

    @property
    def is_possible(self) -> bool:
        return self.first >= FIRST_YEAR and self.last <= LAST_YEAR


def times_in(text: str) -> Iterator[Time]:
    """Every time that a text names, in its order; also those that cannot be (`hösten 2124`)."""
    for match in _TIME.finditer(text) if _FOUR_DIGITS.search(text) else ():
        first = int(match["first"])
        time = Time(first, _last_year(first, match["last"]), _sense(match), match.group())
        if time.last < time.first or not 1000 <= first < 3000:
            continue
        if time.is_possible or match["strong"] or _CLOSES.match(text, match.end()):
            yield time


def _last_year(first: int, last: str | None) -> int:
    """A last year of two digits is of the first one's century."""
    if last is None:
        return first
    return int(last) if len(last) == 4 else first // 100 * 100 + int(last)


def _sense(match: re.Match[str]) -> TimeSense:
    lead = (match["far"] or match["weak"] or "").casefold()
    if re.fullmatch(_SINCE, lead):
        return "since"
    return "by" if re.fullmatch(_BY, lead) else "in"
