"""identity.orgnr: an organisation number's check digit is right."""

import re
from collections.abc import Iterator

from stdnum import luhn

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.quoting import DOUBT_MESSAGES, quote, quoting
from checks.violation import Violation
from checks.wording import Bilingual
from models.rows import CellRow, Passage, Placed

RULE = "identity.orgnr"

_DIGITS = 10
_OF_PUBLIC_BODIES = re.compile(r"(?<![\d-])(?:212000|222000|232100)-\d{4}(?![\d-])")
"""Municipalities, federations of them and regions have these first six digits; nobody has to say what the number is."""
_CENTURY = "16"
"""What authorities put before the ten digits where twelve are asked for."""


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every organisation number that cannot be one, once for each way it is written."""
    met: set[str] = set()
    for row, text, label in _numbers(rows):
        digits = re.sub(r"\D", "", text)
        if len(digits) == _DIGITS + 2 and digits.startswith(_CENTURY):
            digits = digits[2:]
        if digits in met:
            continue
        met.add(digits)
        if len(digits) != _DIGITS:
            yield _violation(rows, row, (text, label), "length")
        elif not luhn.is_valid(digits):
            yield _violation(rows, row, (text, label), "check_digit")


def _numbers(rows: CheckInput) -> Iterator[tuple[Placed, str, str]]:
    """Row, number as written, and the words that say what it is: those said to be one, and those that show it."""
    for fact in rows.facts:
        if fact.kind == "org_number":
            yield fact, fact.text, fact.label or ""
    texts: tuple[Passage | CellRow, ...] = (*rows.numbered_passages, *rows.cells)
    for row in texts:
        if row.text and "-" in row.text:
            yield from ((row, match.group(), "") for match in _OF_PUBLIC_BODIES.finditer(row.text))


def _violation(rows: CheckInput, row: Placed, told: tuple[str, str], what: str) -> Violation:
    """The number's right last digit is told, but not as a mending: another digit may be the wrong one."""
    document = rows.documents[0]
    text, label = told
    digits = re.sub(r"\D", "", text)
    return quoting(
        rows,
        RULE,
        "error" if what == "check_digit" else "warning",
        document,
        subject=text,
        key=("org_number", label, document.issuer or ""),
        messages=(what,),
        arguments={
            "number": text,
            "count": str(len(digits)),
            "digit": luhn.calc_check_digit(digits[: _DIGITS - 1]),
        },
        evidence=[quote(row, document.document_id, f"{label} {text}".strip())],
    )


CHECK = Check(
    id=RULE,
    family="identity",
    scope="document",
    title=Bilingual(sv="Organisationsnummer", en="Organisation number"),
    claim=Bilingual(
        sv="Ett organisationsnummer har tio siffror, och den sista är rätt kontrollsiffra (Luhn, som Bolagsverket "
        "och Skatteverket räknar den). Fel kontrollsiffra är ett fel; fel antal siffror en varning. Kontrollen tiger "
        "om nummer som inte sägs vara organisationsnummer (projektnummer, diarienummer, konton). På en sida som "
        "tolkats ur en bild blir det högst en varning.",
        en="An organisation number has ten digits, and the last is the right check digit (Luhn, as Bolagsverket and "
        "Skatteverket reckon it). A wrong check digit is an error; a wrong number of digits a warning. The check is "
        "silent on numbers that are not said to be organisation numbers (of projects, diaries, accounts). On a page "
        "that was read from an image it is a warning at most.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "check_digit": Bilingual(
            sv="Sida {page}: organisationsnumret {number} har fel kontrollsiffra; de första nio siffrorna ger {digit}.",
            en="Page {page}: the organisation number {number} has a wrong check digit; the first nine digits give "
            "{digit}.",
        ),
        "length": Bilingual(
            sv="Sida {page}: organisationsnumret {number} har {count} siffror; ett sådant har tio.",
            en="Page {page}: the organisation number {number} has {count} digits; such a number has ten.",
        ),
    },
    find=find,
    example=Bilingual(
        sv="212000-1356: de första nio siffrorna ger kontrollsiffran 5, inte 6.",
        en="212000-1356: the first nine digits give the check digit 5, not 6.",
    ),
)
