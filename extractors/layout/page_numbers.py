"""Page numbers as they are printed: "7", "Sida 7 av 12", "– 7 –", "7 | Sida", "vii"."""

import itertools
import re

_PAGE_NUMBER = re.compile(
    r"^(?:(?:sida|sidan|sid\.?|s\.?|page)\s*)?[-–|]?\s*(\d{1,3})\s*[-–|]?(?:\s*(?:[(\[/]|av)\s*\d{1,3}\s*[)\]]?|\s*sida)?$",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"^(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}
_FRONT_PAGES = 3
"""The pages before the text are numbered so: a letter's page stands at most this far from its number in the file."""


def is_page_number(text: str) -> bool:
    """True for a text that is an Arabic page number and nothing else."""
    return _PAGE_NUMBER.match(text) is not None


def numbers_page(number: int, text: str) -> bool:
    """True where the text reads as the number of the file's page `number`, from 1; Roman ones count front pages."""
    if not _ROMAN.match(text):
        return is_page_number(text)
    digits = [_ROMAN_DIGITS[letter] for letter in text]
    value = sum(-a if a < b else a for a, b in itertools.pairwise([*digits, 0]))
    return abs(value - number) <= _FRONT_PAGES


def page_label(text: str) -> str:
    """The number alone, of a text that numbers a page."""
    match = _PAGE_NUMBER.match(text)
    return match.group(1) if match else text
