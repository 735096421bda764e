"""What must not leave a document: personal identity numbers, private e-mail and telephone numbers.

An organisation number has the same form as an identity number; it is told apart by its third
digit (2 or higher in the month's place). Sources: Skatteverket on personnummer, Bolagsverket on
organisationsnummer.
"""

import re

from stdnum.se import orgnr, personnummer

_IDENTITY = re.compile(r"(?<![\d-])(?:(?:19|20)?\d{6}[-+ ]?\d{4})(?![\d-])")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\d/:-])(?:\+46[\s-]?(?:\(0\))?|0)\d{1,3}(?:[\s-]|\s-\s)?\d{2,3}(?:[\s-]?\d{2,3}){1,3}(?![\d-])"
)
_PHONE_LABEL = re.compile(r"(?:tfn|tel|telefon|mobil|fax|sms)\b[.:\s]*(?:\([^)]*\)\s*)?$", re.IGNORECASE)
_PERSON_LABEL = re.compile(
    r"kontaktperson|^namn\b|^för- och efternamn|^efternamn|^förnamn|namnförtydligande|^handläggare",
    re.IGNORECASE,
)
_MAIL_LABEL = re.compile(r"e-?post|mejl|mail", re.IGNORECASE)
_NUMBER_LABEL = re.compile(r"telefon|\btfn\b|\btel\b|mobil|\bfax\b", re.IGNORECASE)
_POSITION_LABEL = re.compile(r"befattning|titel|roll\b", re.IGNORECASE)

_PHONE_DIGITS = 6
_MASK_IDENTITY = "[personnummer]"
_MASK_MAIL = "[e-post]"
_MASK_PHONE = "[telefon]"


def is_identity_number(text: str) -> bool:
    """True for a personal identity or coordination number with a right check digit."""
    return bool(personnummer.is_valid(text) or _is_coordination_number(text))


def _is_coordination_number(text: str) -> bool:
    """A samordningsnummer has 60 added to its day."""
    digits = re.sub(r"\D", "", text)[-10:]
    if len(digits) != 10 or not 61 <= int(digits[4:6]) <= 91 or not 1 <= int(digits[2:4]) <= 12:
        return False
    return bool(orgnr.is_valid(digits))


def mask(text: str) -> str:
    """The text with identity numbers, e-mail addresses and telephone numbers taken out, and said to be."""
    masked = _IDENTITY.sub(lambda m: _MASK_IDENTITY if is_identity_number(m.group()) else m.group(), text)
    masked = _MAIL.sub(_MASK_MAIL, masked)
    return _PHONE.sub(lambda m: _MASK_PHONE if _is_phone(masked, m) else m.group(), masked)


def _is_phone(text: str, match: re.Match[str]) -> bool:
    """A number that is grouped as telephone numbers are, or that stands after the word."""
    digits = re.sub(r"\D", "", match.group())
    if not _PHONE_DIGITS + 2 <= len(digits) <= 12:
        return False
    grouped = re.fullmatch(r"(?:\+46[\s-]?(?:\(0\))?|0)\d{1,3}\s?-\s?[\d\s]+|\+46[\d\s()-]+", match.group())
    return bool(grouped or _PHONE_LABEL.search(text[: match.start()]))


def withheld_reason(label: str, value: str) -> str | None:
    """Why a form's answer is left out of the dataset; None where it is not."""
    if _IDENTITY.search(value) and mask(value) != value and _MASK_IDENTITY in mask(value):
        return "identity number"
    if _MAIL.search(value) and (_MAIL_LABEL.search(label) or _MAIL.fullmatch(value.strip())):
        return "e-mail"
    if _NUMBER_LABEL.search(label) and sum(c.isdigit() for c in value) >= _PHONE_DIGITS:
        return "telephone"
    if _PERSON_LABEL.search(label) and not _POSITION_LABEL.search(label):
        return "name"
    return None
