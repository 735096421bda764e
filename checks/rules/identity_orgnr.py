"""identity.orgnr: an organisation number's check digit is right."""

import re
from collections.abc import Iterator

from stdnum import luhn

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.quoting import DOUBT_MESSAGES, quote, quoting
from checks.violation import Violation
from checks.wording import Bilingual
from models.rows import Fact

RULE = "identity.orgnr"

_DIGITS = 10
_CENTURY = "16"
"""What authorities put before the ten digits where twelve are asked for."""


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every organisation number that cannot be one, once for each way it is written."""
    met: set[str] = set()
    for fact in rows.facts:
        digits = re.sub(r"\D", "", fact.text)
        if len(digits) == _DIGITS + 2 and digits.startswith(_CENTURY):
            digits = digits[2:]
        if fact.kind != "org_number" or digits in met:
            continue
        met.add(digits)
        if len(digits) != _DIGITS:
            yield _violation(rows, fact, digits, "length")
        elif not luhn.is_valid(digits):
            yield _violation(rows, fact, digits, "check_digit")


def _violation(rows: CheckInput, fact: Fact, digits: str, what: str) -> Violation:
    """The number's right last digit is told, but not as a mending: another digit may be the wrong one."""
    document = rows.documents[0]
    return quoting(
        rows,
        RULE,
        "error" if what == "check_digit" else "warning",
        document,
        subject=fact.text,
        key=("org_number", fact.label or "", document.issuer or ""),
        messages=(what,),
        arguments={
            "number": fact.text,
            "count": str(len(digits)),
            "digit": luhn.calc_check_digit(digits[: _DIGITS - 1]),
        },
        evidence=[quote(fact, document.document_id, f"{fact.label or ''} {fact.text}".strip())],
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
