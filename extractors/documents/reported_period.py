"""What time a report is of, where it says it to the day or the month: `1 januari-31 augusti 2021`.

Read where a report speaks of itself: its titles and headings, a form's answer about its period, and sentences that
say what is reported.
"""

import calendar
import re
from collections.abc import Iterator, Sequence
from datetime import date

from extractors.drafts import FactDraft, FieldDraft
from extractors.numbers.dates import day_in, find_dates, month_of
from extractors.sentences import SENTENCE_END
from models.blocks import Block, Heading, ListItem, Paragraph
from models.place import Place

_MONTH = (
    r"jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sep(?:tember)?|okt(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_TILL = r"\s*(?:[-\u2010-\u2015\u2212]|till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?)\s*(?:den\s+)?"
_YEAR = r"(?:19|20)\d\d"
_ISO = r"(?:19|20)\d\d-\d\d-\d\d"
_PERIOD = re.compile(
    rf"(?P<iso>{_ISO}){_TILL}(?P<iso_end>{_ISO})"
    rf"|(?P<first>(?:[0-3]?\d\s+)?(?:{_MONTH}))(?:\s+(?P<first_year>{_YEAR}))?{_TILL}"
    rf"(?P<last>(?:[0-3]?\d\s+)?(?:{_MONTH}))\s+(?P<year>{_YEAR})"
    rf"|(?:till\s+och\s+med|t\.?\s?o\.?\s?m\.?|per)\s+(?:den\s+)?(?P<until>{_ISO}|[0-3]?\d\s+(?:{_MONTH})\s+{_YEAR})"
    rf"|(?P<titled_year>{_YEAR})\s+per\s+(?:den\s+)?(?P<titled_day>[0-3]?\d\s+(?:{_MONTH}))\b(?!\s+{_YEAR})"
    rf"|(?P<half>första|andra)\s+halvåret\s+(?P<half_year>{_YEAR})"
    rf"|tertial\s+(?P<third>[1-3])[\s,]+(?:år\s+)?(?P<third_year>{_YEAR})"
    rf"|kvartal\s+(?P<quarter>[1-4])[\s,]+(?:år\s+)?(?P<quarter_year>{_YEAR})",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"redovisa|redovisning|rapport|bokför|sträcker sig|omfattar tiden", re.IGNORECASE)
_FOLLOWS_UP = re.compile(r"uppföljning", re.IGNORECASE)
"""As a title calls a report; sentences tell by it when something is followed up."""
_USE = re.compile(r"användas|nyttjas|disponeras|senast|förbrukas", re.IGNORECASE)
"""Until when money may be used is not until when is reported."""
_ASKS_PERIOD = re.compile(r"period|\btid(?:en)?\b|avser", re.IGNORECASE)
_EARLY = 3
"""Pages at the beginning, where a report says what time it is of."""


def reported_periods(blocks: Sequence[Block], fields: Sequence[FieldDraft]) -> Iterator[FactDraft]:
    """Every period that the report says it is of, in order: in its form's answers, then in its text."""
    for field in fields:
        if field.value and _ASKS_PERIOD.search(field.label):
            yield from _in(field.value, field.places, field.label)
    for block in blocks:
        if block.place.page > _EARLY or not isinstance(block, Heading | Paragraph | ListItem):
            continue
        titled = isinstance(block, Heading)
        for sentence in [block.text] if titled else SENTENCE_END.split(block.text):
            reports = _REPORTS.search(sentence) or (titled and _FOLLOWS_UP.search(sentence))
            if reports and not _USE.search(sentence):
                yield from _in(sentence, block.places, None)


def _in(text: str, places: tuple[Place, ...], label: str | None) -> Iterator[FactDraft]:
    for match in _PERIOD.finditer(text):
        first, last = _days(match)
        if last is not None and (first is None or first <= last):
            value = f"{first.isoformat() if first else '..'}/{last.isoformat()}"
            yield FactDraft("reported_period", match.group(), places, value, label, first, last)


def _days(match: re.Match[str]) -> tuple[date | None, date | None]:
    """First and last day; the first null where only the last is said."""
    if match["iso"]:
        days = [mention.day for part in (match["iso"], match["iso_end"]) for mention in find_dates(part)]
        return (days[0], days[1]) if len(days) == 2 else (None, None)
    if match["until"]:
        return None, next((mention.day for mention in find_dates(match["until"])), None)
    if match["year"]:
        year = int(match["year"])
        return _first(match["first"], int(match["first_year"] or year)), _last(match["last"], year)
    if match["titled_day"]:
        return None, day_in(match["titled_day"], int(match["titled_year"]))
    if match["half"]:
        return _months(int(match["half_year"]), 6, 1 if match["half"].lower() == "första" else 2)
    if match["third"]:
        return _months(int(match["third_year"]), 4, int(match["third"]))
    return _months(int(match["quarter_year"]), 3, int(match["quarter"]))


def _months(year: int, length: int, ordinal: int) -> tuple[date, date]:
    """The ordinal-th stretch of so many months of the year."""
    end = length * ordinal
    return date(year, end - length + 1, 1), date(year, end, calendar.monthrange(year, end)[1])


def _first(text: str, year: int) -> date | None:
    month = month_of(text)
    return date(year, month, 1) if month is not None else day_in(text, year)


def _last(text: str, year: int) -> date | None:
    month = month_of(text)
    return date(year, month, calendar.monthrange(year, month)[1]) if month is not None else day_in(text, year)
