"""Years as written in Swedish plans: headings, periods in titles, and years in running prose.

The digits are found by their form; the words before them say whether the year is a beginning,
a deadline, a date, the turn of a year, or no year at all.
"""

import re
from dataclasses import dataclass
from typing import Literal

from extractors.numbers.diary_words import DIARY_WORD
from extractors.numbers.money_words import things_after, unit_after
from extractors.numbers.years_words import Lead, lead_before
from extractors.remembered import remembered

YearKind = Literal["year", "range", "from", "until", "date", "turn", "implausible"]
"""from: that year and on; until: at the latest, up to and with; turn: årsskiftet, both its years."""

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""The years that a plan or a grant, or what it builds on, can be about."""

_DASH = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_SHORT = r"1[3-9]|[2-9][0-9]"
"""A year's last two digits in `2018-20`; 01 to 12 would be a month."""
_TILL = r"till(?:\s+och\s+med)?|t\.?o\.?m\.?"
_SOME_YEAR = r"(?:19|2[0-2])[0-9]{2}"


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year or a period at text[start:end], with the words that say what it is."""

    start: int
    end: int
    text: str
    first: int
    last: int
    kind: YearKind


_HEADING = re.compile(
    rf"(?:år(?:et|en)?|perioden|under|för)?\s*(?P<first>{_SOME_YEAR})"
    rf"(?:\s*(?:[{_DASH}/]|{_TILL}|och)\s*(?P<last>{_SOME_YEAR}|{_SHORT}))?\s*[:.]?",
    re.IGNORECASE,
)
_PART_OF_YEAR = re.compile(
    rf"(?:[vh]t|vår(?:en|terminen)?|höst(?:en|terminen)?|[hq][1-4]|(?:kv\.?|kvartal|halvår|termin)\s?[1-4])"
    rf"(?:\s*[,{_DASH}'\u2019])?\s*(?P<year>{_SOME_YEAR}|{_SHORT})",
    re.IGNORECASE,
)
"""A head of a part of a year: `VT24`, `ht 2025`, `Hösten 2026`, `Q1 2025`, `Kvartal 3 2025`."""
_OVER_SUMS = re.compile(
    r"(?:år\s)?((?:19|20)[0-9]{2})\s?,?\s?\(?(?:i\s)?(?:[tk]?kr|mn?kr|sek|(?:tusentals?\s|tusen\s|miljoner\s)?kronor)\)?",
    re.IGNORECASE,
)
_DAY = r"-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_PROSE = re.compile(
    rf"(?<![{_DASH}\w§/])(?<![0-9][.,:])(?:"
    rf"(?P<day>{_SOME_YEAR}){_DAY}[ \u00a0]*(?:[{_DASH}]|till|t\.?o\.?m\.?)[ \u00a0]*(?P<day_last>{_SOME_YEAR}){_DAY}"
    rf"|(?P<dated>{_SOME_YEAR})-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?"
    rf"|(?P<first>{_SOME_YEAR})(?:"
    rf"[ \u00a0]*[{_DASH}][ \u00a0]*\n?[ ]?(?P<dashed>{_SOME_YEAR})|[{_DASH}](?P<short>{_SHORT})"
    rf"|\s*/\s*(?P<slashed>{_SOME_YEAR}|[0-9]{{2}})"
    rf"|\s+(?:{_TILL})\s+(?P<till>{_SOME_YEAR}))"
    rf"|(?:(?<=[Mm]ellan )|(?<=[Mm]ellan åren ))(?P<between>{_SOME_YEAR})\s+och\s+(?P<and>{_SOME_YEAR})"
    rf"|(?P<single>[0-9]{{4}})"
    rf")(?![\w§])(?![{_DASH},:/][0-9])(?!\.[0-9]+\.?[0-9]{{3}})(?!-?[ ]?talet)"
)
_MONTH = (
    "(?:jan(?:uari)?|feb(?:ruari)?|mars|april|maj|juni|juli|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?"
    "|dec(?:ember)?)"
)
_BRIEF = re.compile(
    rf"\b(?:(?:[vh]t|läsåret|(?:vår|höst|sommar|vinter)(?:en|terminen)?|{_MONTH})\s*[{_DASH}'\u2019]|[vh]t\s?)\s?"
    rf"(?P<first>{_SHORT})(?:/(?P<last>{_SHORT}))?(?![\w%]|[.,:{_DASH}][0-9]|\s+{_MONTH})",
    re.IGNORECASE,
)
"""A year's last two digits after a term, a season or a month: `VT-25`, `ht 26`, `hösten -18`, `läsåret -24/25`."""
_DIGIT = re.compile(r"[0-9]")
_DIARY_REACH = 24
"""Letters before a number that may say that it is a diary number's."""
_DIARY = re.compile(rf"\b(?:{DIARY_WORD}|diarie|ärende)\.?:?\s+(?:[A-ZÅÄÖ]{{1,6}}\s*)?$", re.IGNORECASE)
_AUTHORITY = re.compile(r"\b(?![VH]T\b)[A-ZÅÄÖ]{2,6}\s+$")
_FOOTNOTE_MARK = re.compile(r"\.[0-9]")
"""`år 2016.57`: a mark that stuck to the full stop; without a word for years it is a decimal."""
_ONWARD = re.compile(r"\s+(?:och\s+)?(?:framåt|framöver)\b|\s+eller\s+senare\b", re.IGNORECASE)


@remembered
def year_heading(text: str) -> tuple[int, int] | None:
    """First and last year of a line that is only years (`2017`, `2018–2020`, `År 2018:`), else None."""
    match = _HEADING.fullmatch(text.strip())
    if match is None:
        return None
    first, last = _period(match["first"], match["last"])
    in_order = first < last or match["last"] is None
    return (first, last) if in_order and first >= FIRST_YEAR and last <= LAST_YEAR else None


def year_of_part(text: str) -> int | None:
    """The year of a line that is only a part of one (`VT24`, `Q1 2025`), else None."""
    match = _PART_OF_YEAR.fullmatch(text.strip())
    if match is None:
        return None
    year = int(match["year"]) if len(match["year"]) == 4 else 2000 + int(match["year"])
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def year_over_sums(text: str) -> int | None:
    """The year of a head that says it with the unit of its sums (`2024 (kr)`, `2024, tkr`, `2024 kr`), else None."""
    match = _OVER_SUMS.fullmatch(text.strip())
    return int(match[1]) if match is not None and FIRST_YEAR <= int(match[1]) <= LAST_YEAR else None


def period_of_title(text: str) -> tuple[int, int] | None:
    """The period that a title names (`2016 till 2020`, `för 2021`), else None.

    A period goes before a single year, which may be that of a revision; two single years name none.
    """
    mentions = [mention for mention in find_years(text) if mention.kind in {"year", "range", "until", "from"}]
    for mention in mentions:
        if mention.kind == "range":
            return mention.first, mention.last
    years = {mention.first for mention in mentions}
    return (mentions[0].first, mentions[0].last) if len(years) == 1 else None


@remembered
def find_years(text: str) -> tuple[YearMention, ...]:
    """Every year and period in a text, in order, none overlapping another.

    Left out: sums of money, counts of people and things, law and diary numbers, decades, and
    names that hold a year (Agenda 2030). A year that cannot be (2107) is given as implausible
    where the words before it say that it is meant for a year.
    """
    if _DIGIT.search(text) is None:
        return ()
    mentions: list[YearMention] = []
    for match in _PROSE.finditer(text):
        lead = lead_before(text, match.start())
        if "name" in lead.names or not _is_year(text, match, lead) or _is_diary_number(text, match):
            continue
        first, last = _years_of(match)
        kind = _kind(text, match, lead, first, last)
        if kind is None:
            continue
        start = max(lead.start, mentions[-1].end if mentions else 0)
        while text[start].isspace():
            start += 1
        mentions.append(YearMention(start, match.end(), text[start : match.end()], first, last, kind))
    return tuple(sorted([*mentions, *_brief_years(text, mentions)], key=lambda mention: mention.start))


def span_of_years(text: str) -> tuple[int, int] | None:
    """First and last year that a cell or line of time names ("Start hösten 2025, klart juni 2026"), else None."""
    heading = year_heading(text)
    mentions = [] if heading is not None else [m for m in find_years(text) if m.kind != "implausible"]
    if not mentions:
        return heading
    return min(m.first for m in mentions), max(m.last for m in mentions)


def _brief_years(text: str, mentions: list[YearMention]) -> list[YearMention]:
    found: list[YearMention] = []
    for match in _BRIEF.finditer(text):
        first, last = _period(f"20{match['first']}", match["last"])
        if things_after(text, match.end()):
            continue
        if last - first in (0, 1) and not any(m.start < match.end() and match.start() < m.end for m in mentions):
            kind: YearKind = "year" if first == last else "range"
            found.append(YearMention(match.start(), match.end(), match[0], first, last, kind))
    return found


def _period(first: str, last: str | None) -> tuple[int, int]:
    """Both years as numbers; a last year of two digits is of the first one's century."""
    if last is None:
        return int(first), int(first)
    return int(first), int(last) if len(last) == 4 else int(first[:2] + last)


def _years_of(match: re.Match[str]) -> tuple[int, int]:
    first = match["day"] or match["dated"] or match["first"] or match["between"] or match["single"]
    return _period(
        first,
        match["dashed"] or match["short"] or match["slashed"] or match["till"] or match["and"] or match["day_last"],
    )


def _is_year(text: str, match: re.Match[str], lead: Lead) -> bool:
    """Whether the digits are not money and not a count of things."""
    if match["single"] is None:
        return True
    unit = unit_after(text, match.end())
    if unit is not None and text[unit.start] != "(":
        return False
    if _FOOTNOTE_MARK.match(text, match.end()) and not lead.says_year:
        return False
    # A table's head may stand in the next line: `2016`, then `Män Kvinnor`.
    same_line = not re.match(r"[ \u00a0]*\r?\n", text[match.end() : match.end() + 4])
    return lead.says_year or not (same_line and things_after(text, match.end()))


def _is_diary_number(text: str, match: re.Match[str]) -> bool:
    """`KS 2023/26`, `dnr 2024/25`: a school year ends in the next year, and no authority stands before it."""
    if match["slashed"] is None:
        return False
    first, last = _years_of(match)
    before = text[max(0, match.start() - _DIARY_REACH) : match.start()]
    return _DIARY.search(before) is not None or (_AUTHORITY.search(before) is not None and last != first + 1)


def _kind(text: str, match: re.Match[str], lead: Lead, first: int, last: int) -> YearKind | None:
    """What the year is; None where the digits are no year that can be meant."""
    within_year = match["day"] is not None and first == last
    if match["single"] is None and match["dated"] is None and not within_year:
        return _kind_of_period(lead, first, last)
    if not FIRST_YEAR <= first <= LAST_YEAR:
        meant = lead.says_year and LAST_YEAR < first < 2300 and not things_after(text, match.end())
        return "implausible" if meant else None
    if "until" in lead.names:
        return "until"
    if lead.names & {"from", "since"} or _ONWARD.match(text, match.end()):
        return "from"
    return "date" if lead.day or within_year or match["dated"] is not None else "year"


def _kind_of_period(lead: Lead, first: int, last: int) -> YearKind | None:
    if not FIRST_YEAR <= first < last:
        return None
    if last > LAST_YEAR:
        return "implausible"
    return "turn" if "turn" in lead.names else "range"
