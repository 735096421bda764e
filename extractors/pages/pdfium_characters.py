"""What PDFium tells of a page's characters one by one: which sign, who drew it, where.

A page has thousands of characters, and the time that reading takes is the time that these questions take. So each is
asked of all characters at once, and with plain numbers for handles, which halves what a call takes.
"""

import ctypes
import re
from array import array
from collections import deque
from collections.abc import Callable
from itertools import compress, repeat
from typing import Any, Final, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.pages.pdfium_page import address

UNKNOWN: Final = "\ufffd"
"""Stands for a sign whose font does not say which character it is."""
MADE_UP: Final = ""
"""The sign of a blank that is not in the file: PDFium sees white there."""
_BLANK = 0x20
_HYPHEN = 0x02
"""PDFium's sign for a hyphen that a line ends with."""
_SOFT_HYPHEN = 0xAD
"""Where a page shows one it is a hyphen: some fonts have one sign for both."""
_LAST_HYPHEN = re.compile("\ufffe")
_ODD = re.compile("[\0- \u00ad]")
"""Signs that may stand for something else, blanks among them."""
_INK = 0.01
"""Points within which a character's ink and its reach end together."""
_SIDES = 4
_KEPT = 10_000
"""Characters, more than a page of small print has, for which room is kept from page to page."""


def _asked(function: object, answer: type[Any]) -> Callable[..., Any]:
    """A function of PDFium as one that is called with pointers made by `_pointer` and with plain indexes.

    Their types are not told: ctypes would make an object of each argument anew, which takes as long as the call.
    """
    return ctypes.PYFUNCTYPE(answer)(address(function))


_pointer = ctypes.c_void_p.from_param
_text_object = _asked(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
_code_of = _asked(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
_is_untold = _asked(pdfium.FPDFText_HasUnicodeMapError, ctypes.c_int)
_is_hyphen = _asked(pdfium.FPDFText_IsHyphen, ctypes.c_int)
_is_made_up = _asked(pdfium.FPDFText_IsGenerated, ctypes.c_int)
_reach_of = _asked(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int)
_ink_of = _asked(pdfium.FPDFText_GetCharBox, ctypes.c_int)
_origin_of = _asked(pdfium.FPDFText_GetCharOrigin, ctypes.c_int)
_matrix_of = _asked(pdfium.FPDFText_GetMatrix, ctypes.c_int)
_size_of = _asked(pdfium.FPDFText_GetFontSize, ctypes.c_double)
_font_of = _asked(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p)
_mode_of = _asked(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_int)
_fill_of = _asked(pdfium.FPDFPageObj_GetFillColor, ctypes.c_int)


class Looks(NamedTuple):
    """What a text object says of all its characters, as it is in the file. A page has as many of them as objects."""

    matrix: tuple[float, float, float, float]
    """Where its x and its y axis run to."""
    size: float
    font: int
    """The font's address, which holds while the page is open."""
    mode: int
    """How its letters are painted (FPDF_TEXTRENDERMODE_...)."""
    color: tuple[int, ...]
    """The fill's red, green, blue and opacity of 255; empty where it has none (a pattern)."""


class Characters:
    """The characters of an open text page, in PDFium's order. Points are in user space, y upwards."""

    def __init__(self, text_page: pypdfium2.PdfTextPage) -> None:
        self._handle = handle = _pointer(address(text_page.raw))
        number = pdfium.FPDFText_CountChars(text_page)
        self.objects: list[int | None] = list(map(_text_object, repeat(handle), range(number)))
        """The text objects that drew them, by address; None for most of what PDFium makes up."""
        reaches, boxes = _REACHES.of(number)
        deque(map(_reach_of, repeat(handle), range(number), boxes), maxlen=0)
        self._reach = reaches[: number * _SIDES]
        self.lefts, self.rights = self._reach[0::_SIDES], self._reach[2::_SIDES]
        """Where the reach of each begins and ends: from its place to the next one's."""
        codes = _codes_of(text_page, handle, number)
        self.signs: list[str] = list(codes)
        untold = list(map(_is_untold, repeat(handle), range(number)))
        odd = compress(range(number), untold) if any(untold) else ()
        for index in (*odd, *(match.start() for match in _ODD.finditer(codes))):
            self.signs[index] = self._odd_sign(index, ord(codes[index]), untold[index])
        self._doubles, self._sides = _buffer("d", _SIDES)
        self._numbers, (self._matrix,) = _buffer("f", 6, every=6)
        self._parts, self._colors = _buffer("I", 4)

    def _odd_sign(self, index: int, code: int, lost: int) -> str:
        """The sign of a character that is a blank, a hyphen at a line's end, or untold."""
        if code == _BLANK:
            return MADE_UP if _is_made_up(self._handle, index) == 1 else " "
        if code == _SOFT_HYPHEN or (code == _HYPHEN and _is_hyphen(self._handle, index) == 1):
            return "-"
        text = chr(code)
        return text if text.isspace() or (code > _BLANK and lost != 1) else UNKNOWN

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a character's reach."""
        left, top, right, bottom = self._reach[_SIDES * index : _SIDES * (index + 1)]
        return left, bottom, right, top

    def origin(self, index: int) -> tuple[float, float]:
        """A character's place."""
        _origin_of(self._handle, index, *self._sides[:2])
        return self._doubles[0], self._doubles[1]

    def looks(self, index: int, drawn: int) -> Looks:
        """The looks of the text object at the address `drawn`, which drew this character."""
        _matrix_of(self._handle, index, self._matrix)
        a, b, c, d, _, _ = self._numbers
        handle = _pointer(drawn)
        color = tuple(self._parts) if _fill_of(handle, *self._colors) else ()
        return Looks((a, b, c, d), _size_of(self._handle, index), _font_of(handle) or 0, _mode_of(handle), color)

    def ends_in_ink(self, index: int) -> bool:
        """True where a character reaches as far as its ink: that hangs over the way to the next character."""
        _ink_of(self._handle, index, *self._sides)
        return bool(abs(self.rights[index] - self._doubles[1]) < _INK)


class _Reaches:
    """Room for the reach of as many characters as the fullest page so far has: to make pointers to it takes long.

    What a page of more than a few thousand needs is not kept.
    """

    def __init__(self) -> None:
        self._numbers: array[Any] = array("f")
        self._boxes: list[Any] = []

    def of(self, number: int) -> tuple["array[Any]", list[Any]]:
        """The room, four numbers for each character, and a pointer to each one's; PDFium writes there."""
        if number > _KEPT:
            return _buffer("f", number * _SIDES, every=_SIDES)
        if number > len(self._boxes):
            self._numbers, self._boxes = _buffer("f", number * _SIDES, every=_SIDES)
        return self._numbers, self._boxes


_REACHES = _Reaches()


def _codes_of(text_page: pypdfium2.PdfTextPage, handle: Any, number: int) -> str:
    """Each character's code, as one text.

    PDFium tells them all at once where each is one of its text's signs, and a line's last hyphen as another code.
    """
    room = (ctypes.c_ushort * (number + 1))()
    told = pdfium.FPDFText_GetText(text_page, 0, number, room) - 1
    text = bytes(room)[: 2 * number].decode("utf-16-le", "surrogatepass")
    if told != number or len(text) != number:
        return "".join(map(chr, map(_code_of, repeat(handle), range(number))))
    return _LAST_HYPHEN.sub(lambda at: chr(_code_of(handle, at.start())), text)


def _buffer(code: str, number: int, every: int = 1) -> tuple["array[Any]", list[Any]]:
    """Zeros of a type of the array module, and pointers to every `every`th of them, for PDFium to write at."""
    zeros = array(code, [0]) * number
    begin = zeros.buffer_info()[0]
    return zeros, [_pointer(begin + at * zeros.itemsize) for at in range(0, number, every)]
