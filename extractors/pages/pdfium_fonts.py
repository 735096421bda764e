"""Fonts as PDFium tells of them: name, weight, slant, and whether the letters stand for signs."""

import ctypes
import re
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from extractors.pages.symbol_fonts import has_signs

_FORCE_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6
"""Flags of a font descriptor (ISO 32000-1, table 123)."""
_BOLD_WEIGHT = 700
BOLD = re.compile(r"bold|black|heavy|demi|semib", re.IGNORECASE)
ITALIC = re.compile(r"ital|obliq", re.IGNORECASE)
_FACE = re.compile(r"^[A-Z]{6}\+|[-,].*$|(?:MT|PS)+$")
"""What a font's name says beside its typeface: that it is a part of it, its weight and slant."""
_NAME_LENGTH = 256


@dataclass(frozen=True, slots=True)
class Font:
    name: str
    bold: bool
    italic: bool
    has_signs: bool
    """Its letters stand for signs: arrows, ticks."""

    @property
    def face(self) -> str:
        """The typeface, whatever its weight and slant; empty for a font without a name."""
        return _FACE.sub("", self.name)


def font_of(font: object) -> Font:
    """A font by its name and, where the name is silent, by what its descriptor says."""
    buffer = ctypes.create_string_buffer(_NAME_LENGTH)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME_LENGTH)
    name = buffer.value.decode("latin-1")
    flags = max(0, pdfium.FPDFFont_GetFlags(font))
    return Font(
        name=name,
        bold=bool(BOLD.search(name) or flags & _FORCE_BOLD or pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT),
        italic=bool(ITALIC.search(name) or flags & _ITALIC_FLAG),
        has_signs=has_signs(name),
    )
