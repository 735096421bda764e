"""What a document says of itself: title, issuer, period, grant, diary and organisation number, date."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from extractors.documents.document_class import class_of
from extractors.documents.grant_names import behind_dash, grant_named, grant_titled
from extractors.documents.grantors import grantor_in
from extractors.documents.issuer_lines import name_asked
from extractors.documents.issuers import as_municipality, issuer_of, municipality_coded, municipality_in
from extractors.documents.numbers_told import EARLY, diary_numbers, diary_numbers_in
from extractors.documents.plan_period import is_of_others, stated_period
from extractors.documents.titles import title_of, title_of_class
from extractors.drafts import FieldDraft
from extractors.forms.questions import asks
from extractors.numbers.dates import find_dates
from extractors.numbers.years import find_years, period_of_title
from models.blocks import Block, Heading, ListItem, Note, Paragraph, Table
from models.registry import Registry
from models.rows import DocType, IssuerKind

_MEETING = re.compile(
    r"handlingar till sammanträde|^kallelse\b|föredragningslista|^(?:sammanträdes|nämnd|mötes)?protokoll\b",
    re.IGNORECASE,
)
"""What binds or tells of many matters: no year, grant or diary number is the whole's."""
_FIRST_PAGE = re.compile(r"^\D*1(?!\d)")
_SEVERAL = 4
_OF_GRANTS: tuple[DocType, ...] = ("grant_report", "grant_application")
_YEAR_OF_PLAN = re.compile(r"plan(?:en)?\b[^.]*?\b(20\d\d)\b", re.IGNORECASE)
_ASKS_YEAR = re.compile(
    r"^(?:(?:ansökan|rekvisitionen|redovisningen|rapporten|uppgifterna|bidraget|statsbidraget) )?"
    r"avser(?: \w*år(?:et)?)?$"
    r"|^(?:vilket|för vilket|vilka) år (?:avser|gäller|görs) (?:ansökan|rekvisitionen|redovisningen|rapporten)\??$"
    r"|^(?:ansöknings|bidrags|budget|redovisnings|verksamhets)år(?:et)?$",
    re.IGNORECASE,
)
"""Questions that a year alone answers: `Ansökan avser år`."""
_ASKS_PERIOD = re.compile(
    r"^(?:projekt|bidrags|redovisnings|rapport|verksamhets)?period(?:en)?:?$"
    r"|^(?:redovisningen|rapporten|ansökan|bidraget) avser (?:tiden|perioden):?$",
    re.IGNORECASE,
)
"""Questions that two days of one year answer."""
_FIRST_ANSWERS, _MORE_ANSWERS, _NAME_LETTERS = 12, 24, 80
"""A form asks at its beginning who fills it in, and a little later for what; longer answers tell of something."""
_YEARS_GRANT = re.compile(
    r"\b(20[0-4]\d)\s+års\s+(?:\w+\s+){0,2}?(?:stats)?(?:bidrag|stöd|stimulansmedel|medel)", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)(?:(?<!-)|(?<=\b20\d\d-))\b(20[0-4]\d)\b(?!:\d|-\d\d-\d\d\b)")
"""What a colon follows is a law's or a matter's number; a day's year is when something was written or met."""
_DURING = re.compile(r"\b(?:under|för)\s+(?:år(?:et)?\s+)?(20[0-4]\d)\b(?!\s*[-–])", re.IGNORECASE)
_SOME_QUESTIONS = 2


@dataclass(frozen=True)
class Identity:
    """A document's own facts; what it does not state is null."""

    doc_type: DocType
    confidence: float = 1.0
    """How sure its class is, 0 to 1."""
    title: str | None = None
    issuer: str | None = None
    issuer_kind: IssuerKind | None = None
    kommunkod: str | None = None
    lanskod: str | None = None
    period: tuple[int, int] | None = None
    reporting_year: int | None = None
    grant_name: str | None = None
    grant_code: str | None = None
    grant_year: int | None = None
    grantor: str | None = None
    diary_number: str | None = None
    org_number: str | None = None
    document_date: date | None = None
    signed_date: date | None = None
    decision_date: date | None = None
    reported_from: date | None = None
    reported_until: date | None = None


def identify(blocks: Sequence[Block], registry: Registry) -> Identity:
    """Read a document's identity from its title, headings, running heads and first pages."""
    title = title_of(blocks)
    doc_type, confidence = class_of(blocks, title)
    title = title_of_class(blocks, title, doc_type)
    early = _early_text(blocks)
    several = _is_packet(blocks, title)
    period, year = (None, None) if several else _time(blocks, title, doc_type)
    grant_name = None if several else grant_named(title, _subtitles(blocks), early.split("\n"))
    if grant_name is None and not several and doc_type in _OF_GRANTS:
        behind = behind_dash(title)
        grant_name = grant_titled(title) or (behind if registry.grant_code(behind) is not None else None)
    about = grant_name is not None or doc_type in _OF_GRANTS
    grant_year = _grant_year(title, early, grant_name, year) if about and not several else None
    return Identity(
        doc_type=doc_type,
        confidence=confidence,
        title=title,
        period=period,
        reporting_year=year or (grant_year if doc_type == "grant_report" else None),
        grant_name=grant_name,
        grant_code=(registry.grant_code(title) if about else None) or registry.grant_code(grant_name),
        grant_year=grant_year,
        grantor=grantor_in(blocks) if about and not several else None,
        diary_number=None if several else _diary_number(blocks),
        **issuer_of(blocks, title, early, registry, is_plan=doc_type in ("action_plan", "direction")),
    )


def _subtitles(blocks: Sequence[Block]) -> list[str]:
    return [b.text for b in blocks if isinstance(b, Heading) and b.place.page == 1]


def _early_text(blocks: Sequence[Block]) -> str:
    texts = [b.text for b in blocks if b.place.page <= EARLY and not isinstance(b, Table)]
    return "\n".join(texts)


def with_answers(identity: Identity, fields: Sequence[FieldDraft], registry: Registry) -> Identity:
    """The identity, with the issuer and the year that a form's first answers name: who fills it in knows it best.

    A year in the title goes before an answered one: what is printed of all stands above what one has written.
    """
    identity = _with_year(identity, fields)
    for field in fields[:_FIRST_ANSWERS]:
        if field.value is None or len(field.value) > _NAME_LETTERS:
            continue
        found = municipality_in(name_asked(field.label, field.value), registry)
        if found is not None:
            return replace(identity, **as_municipality(*found))
    answers = "\n".join(f"{field.label} {field.value}" for field in fields[:_MORE_ANSWERS] if field.value)
    coded = municipality_coded(answers, registry) if identity.kommunkod is None else None
    return replace(identity, **as_municipality(*coded)) if coded is not None else identity


def _with_year(identity: Identity, fields: Sequence[FieldDraft]) -> Identity:
    answers = [field.value or "" for field in fields[:_MORE_ANSWERS] if _ASKS_YEAR.match(field.label)]
    years = {int(match[1]) for answer in answers if (match := _YEAR.fullmatch(answer.strip())) is not None}
    periods = [field.value or "" for field in fields[:_MORE_ANSWERS] if _ASKS_PERIOD.match(field.label)]
    years |= {day.day.year for period in periods for day in find_dates(period)}
    if len(years) != 1 or _YEAR.search(identity.title or ""):
        return identity
    (year,) = years
    granted = year if identity.grant_year == identity.reporting_year else identity.grant_year
    return replace(identity, reporting_year=year, grant_year=granted)


def _time(blocks: Sequence[Block], title: str | None, doc_type: DocType) -> tuple[tuple[int, int] | None, int | None]:
    """A plan's period and a report's year, from title and headings; never from running text alone.

    A report or an application whose title names several years is of them all, and of no single one.
    """
    said = [title] if title else []
    said += [b.text for b in blocks if isinstance(b, Note) and b.note == "running_head"][:3]
    named = [p for text in said if text and (p := period_of_title(text)) is not None and p[0] != p[1]]
    if doc_type in ("action_plan", "direction") and not named and (stated := stated_period(blocks)) is not None:
        return stated, None
    said += [b.text for b in blocks if isinstance(b, Heading) and b.place.page <= 5 and not is_of_others(b.text)][:12]
    said += [b.text for b in blocks if isinstance(b, Paragraph) and b.place.page <= 2 and len(b.text) < 60][:6]
    said = [text for text in said if text]
    periods = [p for text in said if (p := period_of_title(text)) is not None]
    spans = [p for p in periods if p[0] != p[1]]
    years = [int(m) for text in said for m in _YEAR.findall(text)]
    if doc_type in ("action_plan", "direction"):
        spans = spans or _named_period(blocks, title)
        if spans and not (title and _single_year(title)):
            return spans[0], None
        year = (_single_year(title) or _plans_year(title)) if title else None
        year = year or next((p[0] for p in periods), None) or _commonest_year(blocks)
        return None, year
    if doc_type in _OF_GRANTS and (over := next((p for p in named if title and p == period_of_title(title)), None)):
        return over, None
    year = (_single_year(title) if title else None) or (years[0] if years else None)
    return (None, year or (_asked_year(blocks) if doc_type == "grant_report" else None))


def _asked_year(blocks: Sequence[Block]) -> int | None:
    """The year that most questions of a report's form are about: `Har ni under 2023 …?`."""
    asked = (b.text for b in blocks if isinstance(b, Heading | Paragraph | ListItem) and asks(b.text))
    told = Counter(int(year) for text in asked for year in set(_DURING.findall(text)))
    ((year, count),) = told.most_common(1) or ((None, 0),)
    return year if count >= _SOME_QUESTIONS and 2 * count > told.total() else None


def _grant_year(title: str | None, early: str, grant_name: str | None, year: int | None) -> int | None:
    """The year that title or grant's name give, else whose grant the first pages speak of, else the report's own."""
    said = next((own for text in (title, grant_name) if text and (own := _single_year(text)) is not None), None)
    told = {int(m) for m in _YEARS_GRANT.findall(early)}
    return said or (told.pop() if len(told) == 1 else None) or year


def _named_period(blocks: Sequence[Block], title: str | None) -> list[tuple[int, int]]:
    """The period that the text writes right after the document's own name, the commonest first."""
    if not title:
        return []
    named = re.compile(re.escape(title) + r"\s*(?:för\s+)?(20\d\d)\s*[-–—]\s*(20\d\d)", re.IGNORECASE)
    counts: dict[tuple[int, int], int] = {}
    for block in blocks:
        for match in named.finditer(block.text):
            span = (int(match.group(1)), int(match.group(2)))
            counts[span] = counts.get(span, 0) + 1
    return sorted(counts, key=lambda s: (-counts[s], s))


def _single_year(text: str) -> int | None:
    years = {int(m) for m in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None


def _plans_year(title: str) -> int | None:
    """The year right behind the plan's name in a title of several: "Handlingsplan 2018 med uppföljning av 2017"."""
    found = _YEAR_OF_PLAN.search(title)
    return int(found[1]) if found is not None else None


def _commonest_year(blocks: Sequence[Block]) -> int | None:
    """The year that most "under ÅÅÅÅ" in the text name, where one clearly leads."""
    counts: dict[int, int] = {}
    for block in blocks:
        if isinstance(block, Paragraph | ListItem):
            for mention in find_years(block.text):
                if mention.first == mention.last and mention.kind == "year":
                    counts[mention.first] = counts.get(mention.first, 0) + 1
    ordered = sorted(counts.items(), key=lambda kv: -kv[1])
    if not ordered or (len(ordered) > 1 and ordered[0][1] < 1.5 * ordered[1][1]):
        return None
    return ordered[0][0]


def _is_packet(blocks: Sequence[Block], title: str | None) -> bool:
    """True for documents bound together: called so, or pages begin at 1 again and again and diary numbers are many.

    One year or number for all of them would be a guess.
    """
    if title and _MEETING.search(title):
        return True
    numbers = {n for b in blocks if not isinstance(b, Table) for n, _ in diary_numbers_in(b.text)}
    starts = sum(1 for b in blocks if isinstance(b, Note) and b.note == "page_number" and _FIRST_PAGE.match(b.text))
    return starts >= _SEVERAL and len(numbers) >= _SEVERAL


def _diary_number(blocks: Sequence[Block]) -> str | None:
    return next((fact.value for fact in diary_numbers(blocks) if fact.is_own), None)
