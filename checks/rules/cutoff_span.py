"""cutoff.span: a period that ends before it begins (1 januari 2029 - 31 december 2020)."""

import re
from collections.abc import Iterator

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.quoting import DOUBT_MESSAGES, quote, quoting, shortened
from checks.times import MONTHS
from checks.violation import Violation
from checks.wording import Bilingual
from models.rows import Passage, Severity

RULE = "cutoff.span"

_DAY = rf"(?:(?:den )?(?P<day{{n}}>\d{{{{1,2}}}}) )?(?P<month{{n}}>{'|'.join(MONTHS)}) "
_FIRST, _SECOND = _DAY.format(n=1), _DAY.format(n=2)
_YEAR = r"(?:19|20)\d\d"
_TO = r" ?(?:[-–—]|(?:till och med|t\.? ?o\.? ?m\.?|till) ) ?"
_SPAN = re.compile(
    rf"(?<![\d/:.–-])(?:{_FIRST})?(?P<year1>{_YEAR}){_TO}(?:{_SECOND})?(?P<year2>{_YEAR})(?![\d:/-])", re.IGNORECASE
)
_DASH = re.compile(r"[-–—]")
_NO_PERIOD = re.compile(
    r"(?:\bd?nr|\bdiarienummer|\bsfs|\bfs|\bref|förändring\w*|skillnad\w*|diff\w*|jämför\w*|bakåt|avvikelse\w*)\W*\w{0,12}\W*$",
    re.IGNORECASE,
)
"""Before what looks like a span and is a number of a matter, or one year less another."""
_TWO_YEARS = re.compile(r"\b(?:19|20)\d\d\b.{1,45}\b(?:19|20)\d\d\b", re.DOTALL)
"""Most texts have none so near each other, and need not be looked at closely."""
_WHITE = re.compile(r"\s+")


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every such period in the text, once for each way that it is written."""
    met: set[str] = set()
    for passage in rows.numbered_passages:
        if not passage.text or _TWO_YEARS.search(passage.text) is None:
            continue
        text = _WHITE.sub(" ", passage.text)
        for match in _SPAN.finditer(text):
            severity = _severity(match)
            written = match.group().strip()
            if severity is None or written in met or _NO_PERIOD.search(text[: match.start()]):
                continue
            met.add(written)
            yield _violation(rows, passage, text, written, severity)


def _severity(match: re.Match[str]) -> Severity | None:
    """An error where both ends are days or months, a warning between bare years; None where the end is the later."""
    first, second = (int(match["year1"]), *_of_year(match, 1)), (int(match["year2"]), *_of_year(match, 2))
    if match["month1"] is None or match["month2"] is None:
        is_dash = _DASH.search(match.group()) is not None
        return "warning" if first[0] > second[0] and is_dash and match["month1"] == match["month2"] else None
    known = 3 if match["day1"] and match["day2"] else 2
    return "error" if first[:known] > second[:known] else None


def _of_year(match: re.Match[str], end: int) -> tuple[int, int]:
    """The month and the day of one end; 0 for what is not told."""
    month, day = match[f"month{end}"], match[f"day{end}"]
    return MONTHS.index(month.lower()) + 1 if month else 0, int(day) if day else 0


def _violation(rows: CheckInput, passage: Passage, text: str, written: str, severity: Severity) -> Violation:
    document = rows.documents[0]
    return quoting(
        rows,
        RULE,
        severity,
        document,
        subject=shortened(text),
        key=(_SPAN.sub("#", text),),
        messages=("ends_first",),
        arguments={"span": written, "text": shortened(text)},
        evidence=[quote(passage, document.document_id, passage.text)],
    )


CHECK = Check(
    id=RULE,
    family="cut-off",
    scope="document",
    title=Bilingual(sv="En period som slutar före sin början", en="A period that ends before it begins"),
    claim=Bilingual(
        sv="En period i texten (1 januari 2020 – 31 december 2020) slutar inte före sin början. Mellan två år utan dag "
        "och månad (2023–2021) blir det en varning. Kontrollen tiger om diarienummer och om förändringar mellan år.",
        en="A period in the text (1 januari 2020 – 31 december 2020) does not end before it begins. Between two bare "
        "years (2023–2021) it is a warning. The check is silent on diary numbers and on changes between years.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "ends_first": Bilingual(
            sv="Sida {page}: perioden {span} slutar före sin början, i: {text}",
            en="Page {page}: the period {span} ends before it begins, in: {text}",
        ),
    },
    find=find,
    example=Bilingual(
        sv="”Kostnader under perioden 1 januari 2029 – 31 december 2020.”",
        en="“Kostnader under perioden 1 januari 2029 – 31 december 2020.”",
    ),
)
