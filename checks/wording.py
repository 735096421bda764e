"""Words in Swedish and English, and numbers as Swedish readers write them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Language = Literal["sv", "en"]

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same words, or the same message template, in both languages."""

    sv: str
    en: str

    def in_language(self, language: Language) -> str:
        return self.sv if language == "sv" else self.en


Argument = str | Decimal | Bilingual
"""What a message template is filled with: words as they stand, a number, or words to translate."""


def render(template: Bilingual, arguments: Mapping[str, Argument], language: Language) -> str:
    """Fill a template; numbers are written in the Swedish form in both languages.

    Raises KeyError where the template asks for an argument that is not there.
    """
    words = {name: _as_text(argument, language) for name, argument in arguments.items()}
    return template.in_language(language).format_map(words)


def format_number(number: Decimal) -> str:
    """`Decimal("2739877")` -> `2 739 877` with no-break spaces; decimals after a comma, no idle zeros."""
    whole, _, decimals = f"{abs(number):,f}".partition(".")
    decimals = decimals.rstrip("0")
    text = whole.replace(",", NO_BREAK_SPACE) + (f",{decimals}" if decimals else "")
    return MINUS + text if number < 0 else text


def _as_text(argument: Argument, language: Language) -> str:
    if isinstance(argument, Bilingual):
        return argument.in_language(language)
    if isinstance(argument, Decimal):
        return format_number(argument)
    return argument
