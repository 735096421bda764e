"""complete.focus: a plan of 2016 to 2020 covers the five national focus areas."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.quoting import DOUBT_MESSAGES, quote, quoting
from checks.violation import Violation
from checks.wording import Bilingual
from models.rows import Activity, Document, Goal, Initiative, Placed

RULE = "complete.focus"


class _FocusArea(NamedTuple):
    name: Bilingual
    words: re.Pattern[str]


_AREAS = (
    _FocusArea(
        Bilingual("förebyggande och främjande arbete", "prevention and promotion"),
        re.compile(r"förebygg\w*.*främj|främj\w*.*förebygg"),
    ),
    _FocusArea(
        Bilingual("tillgängliga och tidiga insatser", "accessible and early interventions"),
        re.compile(r"tidig\w*.*(?:tillgäng|insats)|tillgäng\w*.*tidig"),
    ),
    _FocusArea(
        Bilingual("enskildas delaktighet och rättigheter", "individuals' participation and rights"),
        re.compile(r"delaktig\w*.*rättighet|rättighet\w*.*delaktig"),
    ),
    _FocusArea(
        Bilingual("utsatta grupper och specialiserade insatser", "vulnerable groups and specialised care"),
        re.compile(r"utsatta\s+grupper|särskilt\s+utsatta|specialiserade?\s+(?:insatser|vård)"),
    ),
    _FocusArea(
        Bilingual("ledning, styrning och organisation", "management, governance and organisation"),
        re.compile(r"(?:ledning|styrning)\w*.*(?:organisation|styrning|ledning)"),
    ),
)
"""The focus areas of the agreement on mental health between the state and SKL, 2016 to 2020."""

_YEARS = (2016, 2020)
_FEWEST = 3
"""Areas that a plan must have for it to be built on these five at all."""
_CLASSES = frozenset(["action_plan", "grant_report", "direction"])


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every area under which nothing stands, in a plan that is built on most of them."""
    document = rows.documents[0]
    if document.doc_type not in _CLASSES or document.issuer_kind == "municipality" or not _is_of_then(document):
        return
    covered: dict[int, tuple[Placed, str]] = {}
    for row, words in _areas_named(rows):
        for index, area in enumerate(_AREAS):
            if area.words.search(words.casefold()):
                covered.setdefault(index, (row, words))
    if not _FEWEST <= len(covered) < len(_AREAS):
        return
    named = [covered[index] for index in sorted(covered)]
    for index, area in enumerate(_AREAS):
        if index not in covered:
            yield quoting(
                rows,
                RULE,
                "warning",
                document,
                subject=area.name.sv,
                key=(area.name.sv,),
                messages=("missing",),
                arguments={"area": area.name, "count": str(len(covered))},
                evidence=[quote(row, document.document_id, words) for row, words in named],
            )


def _is_of_then(document: Document) -> bool:
    """False where the document says that it is of other years."""
    first = document.period_start or document.reporting_year
    last = document.period_end or document.reporting_year
    return first is None or last is None or (first <= _YEARS[1] and last >= _YEARS[0])


def _areas_named(rows: CheckInput) -> Iterator[tuple[Placed, str]]:
    """What headings say, and the areas that the plan's parts stand under; not what prose or a list speaks of."""
    parts: tuple[Initiative | Goal | Activity, ...] = (*rows.initiatives, *rows.goals, *rows.activities)
    for row in parts:
        if row.focus_area is not None:
            yield row, row.focus_area
    for passage in rows.passages:
        if passage.kind == "heading" and passage.text is not None:
            yield passage, passage.text


CHECK = Check(
    id=RULE,
    family="completeness",
    scope="document",
    title=Bilingual(sv="De fem fokusområdena", en="The five focus areas"),
    claim=Bilingual(
        sv="En plan eller redovisning för 2016–2020 som är byggd på de fem nationella fokusområdena har något under "
        "vart och ett: förebyggande och främjande arbete; tillgängliga och tidiga insatser; enskildas delaktighet "
        "och rättigheter; utsatta grupper; ledning, styrning och organisation. Ett som saknas är en varning. "
        "Kontrollen tiger om andra år, om planer där färre än tre av dem är rubriker eller områden, och om kommuners "
        "egna planer, som får välja.",
        en="A plan or account for 2016–2020 that is built on the five national focus areas has something under each: "
        "prevention and promotion; accessible and early interventions; individuals' participation and rights; "
        "vulnerable groups; management, governance and organisation. One that is missing is a warning. The check is "
        "silent on other years, on plans where fewer than three of them are headings or areas, and on municipalities' "
        "own plans, which may choose.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "missing": Bilingual(
            sv="Fokusområdet {area} saknas; {count} av 5 nationella fokusområden finns.",
            en="The focus area {area} is missing; {count} of the 5 national focus areas are there.",
        ),
    },
    find=find,
    example=Bilingual(
        sv="En plan för 2017 har rubriker för fyra fokusområden, men ingen om utsatta grupper.",
        en="A plan for 2017 has headings for four focus areas, but none on vulnerable groups.",
    ),
)
