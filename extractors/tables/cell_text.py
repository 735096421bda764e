"""What the text of a cell or label looks like, to tell rows, headers and columns apart; money.py reads its value."""

import re

_NUMBER = re.compile(
    r"^[=(]?\s*[-+–−]?\s*[$€£]?\s*\(?\d[\d\s\u00a0\u2009\u202f.,]*\)?\s*"
    r"(?:\(?(?:kr|tkr|mnkr|kronor|%)\)?|:-|[*†‡]{1,3})?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_UNIT = r"(?:i\s)?(?:[tk]?kr|mn?kr|sek|(?:tusentals?\s|tusen\s|miljoner\s)?kronor)"
_YEAR_IN_UNIT = re.compile(rf"^(?:19|20)\d\d(?:\s?\({_UNIT}\)|\s?,\s?{_UNIT})$", re.IGNORECASE)
_YEAR_THEN_UNIT = re.compile(rf"^(?:19|20)\d\d\s{_UNIT}$", re.IGNORECASE)
_FORM_LABEL = re.compile(r"^\d{1,2}\s?[a-z]?[.)]\s|.*:$")
_CAPTION = re.compile(
    r"^(?:tab(?:ell[ae]?|elle|leau|le|la|ela|\.)|bild|figur[ae]?|diagram|chart|cuadro|quadro)\s+"
    r"(?:\d+(?:[.-]\d+)*|(?-i:[A-Z])(?:[.-]?\d+)?)(?:\s*[.:]|\s?[–—]\s?(?=[^\W\d])|\s-\s(?=[^\W\d]))",
    re.IGNORECASE,
)
_LIST_NUMBER = re.compile(r"^(?:\d{1,2}\s?[a-z]?[.)]|[A-ZÅÄÖ]\d{1,2}[.):]?(?=\s[A-ZÅÄÖ]))\s")
_BREAKDOWN = re.compile(r"(?:där|var)\s?av\b", re.IGNORECASE)
_UNIT_AT_END = re.compile(r"\((?:i\s+)?(?:tkr|mnkr|mkr|kr|kronor|tusental kronor|miljoner kronor)\)$", re.IGNORECASE)


def is_number(text: str) -> bool:
    """True for a number alone, with or without its unit: `45 000`, `= 1 041 125`, `0 (Kr)`, `12 %`.

    A year with the unit of what stands below it is none: `2024 (kr)`, `2024, tkr`.
    """
    return bool(_NUMBER.match(text)) and not _YEAR_IN_UNIT.match(text)


def is_figure(text: str) -> bool:
    """True for a number alone, and for signs alone, which stand for one that is missing or nought: `–`, `..`."""
    return is_number(text) or (bool(text) and not any(sign.isalnum() for sign in text))


def heads_year(text: str) -> bool:
    """True for a year with a unit of money, as it heads a column of sums: `2024 (kr)`, `2024, tkr`, `2024 kr`.

    The last may be a sum elsewhere than in a head.
    """
    return bool(_YEAR_IN_UNIT.match(text) or _YEAR_THEN_UNIT.match(text))


def is_year(text: str) -> bool:
    """True for four digits that can be a year."""
    return bool(_YEAR.match(text))


def is_form_label(text: str) -> bool:
    """True for a form's label: it begins with its number or ends in a colon. Such a row is no header."""
    return bool(_FORM_LABEL.match(text))


def begins_with_number(text: str) -> bool:
    """True where a question or list number begins the text: `1. Erhållet`, `2 a) Kostnader`, `D3 Kvar`."""
    return bool(_LIST_NUMBER.match(text))


def is_caption(text: str) -> bool:
    """True for a numbered caption: `Tabell 2. Fördelning per kommun`. It parts tables and is a row of none."""
    return bool(_CAPTION.match(text))


def begins_breakdown(text: str) -> bool:
    """True for `varav personal`: a row of its own, though it begins in lower case, and part of the sum above it."""
    return bool(_BREAKDOWN.match(text))


def ends_with_unit(text: str) -> bool:
    """True where a unit of money in brackets ends the text, as a caption's or a label's: `Medel per område (tkr)`."""
    return _UNIT_AT_END.search(text.rstrip()) is not None
