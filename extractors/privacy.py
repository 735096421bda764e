"""What must not leave a document: personal identity numbers, private e-mail and telephone numbers.

An organisation number has the same form as an identity number; it is told apart by its third
digit (2 or higher in the month's place). Sources: Skatteverket on personnummer, Bolagsverket on
organisationsnummer.
"""

import re
from collections.abc import Iterable

from extractors.identity_numbers import DASH as _DASH
from extractors.identity_numbers import SPACE as _SPACE
from extractors.identity_numbers import identity_spans
from extractors.remembered import remembered
from extractors.split_numbers import asks_identity

_AT_SIGN = r"(?:[@＠]|[(\[{<](?:at|a|snabel-?a)[)\]}>]|\bsnabel-a\b)"
_MAIL = re.compile(rf"[\w.+-]+\s?{_AT_SIGN}\s?[\w-]+(?:\.[\w-]+|\s\.(?=[a-z])[\w-]+)+", re.IGNORECASE)
_PHONE = re.compile(
    rf"(?<![\d/:{_DASH}])(?<!\d{_SPACE})(?:(?:(?:\+|00)46{_SPACE}?[{_DASH}]?(?:\(0\))?{_SPACE}?\d|0\d)\d{{0,2}}|\(0\d{{1,3}}\))"
    rf"(?:{_SPACE}?[{_DASH}/]{_SPACE}?|{_SPACE})?\d{{2,3}}(?:[{_SPACE[1:-1]}{_DASH}]?\d{{2,3}}){{1,3}}(?!\d|[{_DASH}]\d)"
)
_DOTTED = re.compile(r"(?<![\d.])07\d(?:\.\d{2,3}){3}(?![\d.])")
_CALLED = re.compile(
    r"\b(?:tfn|tel|telefon|telefonnummer|mobil)\b[.:]?\s{0,2}"
    r"(?P<number>(?!\d{1,3}(?: \d{3})+\b)\d{2,3}(?:[ -]\d{2,3}){1,3})(?!\d|\s?(?:kr|tkr|st)\b)",
    re.IGNORECASE,
)
"""A number without its area code, after the word; one in groups of thousands is a sum."""
_PHONE_LABEL = re.compile(r"(?:tfn|tel|telefon|mobil|fax|sms)\b[.:\s]*(?:\([^)]*\)\s*)?$", re.IGNORECASE)
_PERSON_LABEL = re.compile(
    r"kontaktperson|uppgiftslämnare|undertecknare"
    r"|^namn\b|^för- och efternamn|^efternamn|^förnamn|namnförtydligande|namnteckning|^handläggare"
    r"|företrädare|firmatecknare|^underskrift|^vem har (?:fyllt|besvarat|lämnat|skrivit)",
    re.IGNORECASE,
)
_MAIL_LABEL = re.compile(r"e-?post|mejl|mail", re.IGNORECASE)
_NUMBER_LABEL = re.compile(r"\b(?:\w*(?:telefon|mobil)(?:nummer|nr)?|tfn|tel|fax(?:nummer|nr)?)\b", re.IGNORECASE)
"""The word itself: `Mobila team` and `Telefonjouren` have no number."""
_POSITION_LABEL = re.compile(r"(?<!och )(?<!samt )(?:befattning|titel|roll\b|funktion\b)", re.IGNORECASE)
"""A position is no name; `Kontaktperson och befattning` asks for both."""
_ASKS_ELSE = re.compile(
    r"\?|^(?:beskriv|redogör|redovisa|kommentera|motivera|ange (?:hur|om|på vilk))\b", re.IGNORECASE
)
_ASKS_WHO = re.compile(r"^vem\b|^vilk(?:en|a) (?:är|person)|\bheter\b|\bnamn", re.IGNORECASE)
"""`Har företrädare för brukare deltagit?` asks for no name, `Vem är kontaktperson?` does."""
_DONE_BY = re.compile(r"\w{2}(?:s|d|t|de|da) av$", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÅÄÖ][\w.-]+(?: (?:af|av|de|van|von|[A-ZÅÄÖ][\w.-]*)){1,3}(?:, .{3,60})?")
_BODY = re.compile(r"(?:nämnd|styrelse|förvaltning|kontor|kommun|region|landsting|län|enhet|verk)\w*\b", re.IGNORECASE)
"""`Redovisningen lämnas av` asks for a person or for a body: `Socialnämnden` is none, two names are one."""
_BODY_ALONE = re.compile(
    r"(?:[\w-]+ ){1,3}(?:kommun|landsting|\w*förbund)|(?:region|länsstyrelsen i|landstinget) [\w -]+", re.IGNORECASE
)
"""The name of a municipality or a region, and nothing else."""
_CHOICE = re.compile(r"\W*(?:ja|nej|delvis|vet (?:ej|inte))\W*", re.IGNORECASE)
_FIGURE = re.compile(
    r"(?:[1-9]\d{0,2}(?:\s\d{3})+|\d{1,4}(?:[.,]\d+)?)(?:\s?(?:kr|kronor|tkr|:-|%|st|procent|personer)\.?)?",
    re.IGNORECASE,
)
"""How many or how much: `Kostnader för kontaktperson` is answered by no name."""

_PHONE_DIGITS, _SUBSCRIBER = 6, 6
_NUMBER = re.compile(rf"[+(]?\d(?:[\s()/.{_DASH}]{{0,3}}\d){{{_PHONE_DIGITS - 1},}}")
"""Digits that can be a telephone number however it is grouped: years in a text are not."""
_SUM = re.compile(
    r"[1-9]\d{0,2}(?:\s\d{3})+(?:\s?(?:kr|kronor|:-))?|.*\d\s?(?:kr|kronor|tkr)\b.*", re.IGNORECASE | re.DOTALL
)
_MANY_DIGITS = re.compile(rf"\d(?:\D*\d){{{_PHONE_DIGITS - 1}}}")
_SOME_DIGITS = re.compile(r"\d(?:\D*\d){3}")
"""What is filled in for an identity number: part of one is as private."""
_AT = re.compile(_AT_SIGN, re.IGNORECASE)
"""What a text with a private number, or an address, has at the least: most have neither, and are soon told."""
_MONTH_AND_YEAR = re.compile(r"\d{1,2}\s(?:(?:19|20)\d\d$|\d{3}\s)")
MASK_IDENTITY = "[personnummer]"
"""What is said instead of an identity number."""
_MASK_MAIL = "[e-post]"
_MASK_PHONE = "[telefon]"
_MASK_NAME = "[namn]"
_MASKS = (MASK_IDENTITY, _MASK_MAIL, _MASK_PHONE, _MASK_NAME)
_BLANK = "\0"
_SIGNATURE = re.compile(r"namnförtydligande|namnteckning|underskrift", re.IGNORECASE)
_BOXED = re.compile(r"^([^:]{3,60}):\s*(\S.{0,120})$", re.DOTALL)


@remembered
def mask(text: str) -> str:
    """The text with identity numbers, e-mail addresses and telephone numbers taken out, and said to be."""
    parts, end = list[str](), 0
    for begin, until, said in _private(text):
        parts += [text[end:begin], said]
        end = until
    return "".join([*parts, text[end:]])


def private_spans(text: str) -> list[tuple[int, int]]:
    """Where in the text that stands which `mask` takes out: begin and end, in the text's order."""
    return [(begin, end) for begin, end, _ in _private(text)]


def is_masked(text: str | None) -> bool:
    """Whether something has been taken out of the text."""
    return text is not None and any(said in text for said in _MASKS)


def lacks_a_name(text: str) -> bool:
    """Whether a name has been taken out of the text: a name cannot be known by its form."""
    return _MASK_NAME in text


def _private(text: str) -> list[tuple[int, int, str]]:
    """Begin, end, and what is said instead. What has been found is blanked, so that nothing is found in it again."""
    found: list[tuple[int, int, str]] = []
    left = text

    def take(spans: Iterable[tuple[int, int]], said: str) -> None:
        nonlocal left
        for begin, end in list(spans):
            found.append((begin, end, said))
            left = left[:begin] + _BLANK * (end - begin) + left[end:]

    numbered = _MANY_DIGITS.search(text) is not None
    if numbered:
        take(identity_spans(left), MASK_IDENTITY)
    if _AT.search(left):
        take((match.span() for match in _MAIL.finditer(left)), _MASK_MAIL)
    if numbered:
        without = left
        take((m.span() for m in _PHONE.finditer(without) if _is_phone(without, m)), _MASK_PHONE)
        take((match.span() for match in _DOTTED.finditer(left)), _MASK_PHONE)
        take((match.span("number") for match in _CALLED.finditer(left)), _MASK_PHONE)
    return sorted(found)


def _is_phone(text: str, match: re.Match[str]) -> bool:
    """A number that is grouped as telephone numbers are, or a mobile number, or one that stands after the word."""
    digits = re.sub(r"\D", "", match.group())
    if not _PHONE_DIGITS + 2 <= len(digits) <= 13:
        return False
    if match.group().startswith(("+46", "0046", "(0")) or _PHONE_LABEL.search(text[: match.start()]):
        return True
    area = re.match(rf"0\d{{1,3}}{_SPACE}?[{_DASH}/]{_SPACE}?(.+)$", match.group())
    if area is None:
        return bool(
            re.fullmatch(r"07[02369]\d{7}|07[02369]\d(?: \d{2,3}){2,3}|0\d{1,2}(?: \d{2,3}){2,4}", match.group())
        )
    # 08-10 2025 is a date or opening hours: a subscriber's number has no year in it.
    subscriber = area.group(1)
    return len(re.sub(r"\D", "", subscriber)) >= _SUBSCRIBER and not _MONTH_AND_YEAR.match(subscriber)


def withheld_reason(label: str, value: str) -> str | None:
    """Why a form's answer is left out of the dataset; None where it is not."""
    if MASK_IDENTITY in mask(value) or (asks_identity(label) and _SOME_DIGITS.search(value)):
        return "identity number"
    if _MAIL.search(value) and (_MAIL_LABEL.search(label) or _MAIL.fullmatch(value.strip())):
        return "e-mail"
    named = _NUMBER_LABEL.search(label)
    if named is not None and _NUMBER.search(value) and (named.start() == 0 or not _SUM.fullmatch(value.strip())):
        return "telephone"
    names_body = label.strip().casefold() == "namn" and _BODY_ALONE.fullmatch(value.strip())
    nobody = _CHOICE.fullmatch(value) or _FIGURE.fullmatch(value.strip())
    if _asks_for_a_person(label) and not (nobody or names_body):
        return "name"
    if _DONE_BY.search(label) and _NAME.fullmatch(value.strip()) and not _BODY.search(value.partition(",")[0]):
        return "name"
    return None


def _asks_for_a_person(label: str) -> bool:
    if not _PERSON_LABEL.search(label) or (_ASKS_ELSE.search(label) and not _ASKS_WHO.search(label)):
        return False
    return _SIGNATURE.search(label) is not None or not _POSITION_LABEL.search(label)


def comparable(answer: str) -> str:
    """A private answer so that the same one is the same however it is written: a number's digits, else its words."""
    digits = re.sub(r"\D", "", re.sub(r"^\s*(?:\+|00)46\s*(?:\(0\))?", "0", answer))
    if len(digits) >= _PHONE_DIGITS:
        return digits
    return " ".join(sorted(re.findall(r"[^\W\d_]+", answer.casefold())))


def mask_boxed(text: str) -> str:
    """A form's box, label and answer together: masked, and without the answer where the label asks for a person."""
    match = _BOXED.match(text)
    if match is not None and withheld_reason(match.group(1), match.group(2)) == "name":
        return f"{match.group(1)}: {_MASK_NAME}"
    return mask(text)
