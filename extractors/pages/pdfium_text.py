"""A page's words with place and type, from PDFium's characters.

PDFium tells for each character its code, its place and the text object that drew it; the object tells font, size
and colour once for all its characters. Characters that PDFium makes up itself (a space where it sees white, the
end of a line) are left out: words are parted here, by the blanks that were set and by white.
"""

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.pages.geometry import Box, Word
from extractors.pages.pdfium_page import Matrix, Sheet, address, fill_colour

UNKNOWN = "\ufffd"
"""Stands for a sign whose font does not say which character it is."""
_GAP = 0.18
"""White wider than this share of the type size parts two words."""
_HANG = 0.5
"""A sign's ink begins at most this share of its size before its place."""
_INK = 0.01
"""Points within which a character's ink and its reach end together."""
_SAME_LINE = 2.0
"""Points: characters of one run whose feet differ by less, one from the next, stand on one line."""
_LEAN = 0.1
"""Text that climbs by more than this share of its run is turned; letters that lean by more are italic."""
_DESCENT = 0.22
"""A word's box reaches this share of its size below the line that it stands on, and is as high as its size.

Most text fonts tell a descent near this one. What a file tells is not asked: LibreOffice tells 0 of all its fonts, and
two fonts on one line must have one foot.
"""
_BLANK = 0x20
_HYPHEN = 0x02
"""PDFium's sign for a hyphen that a line ends with."""
_SOFT_HYPHEN = 0xAD
"""Where a page shows one it is a hyphen: some fonts have one sign for both."""
_FORCE_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6
"""Flags of a font descriptor (ISO 32000-1, table 123)."""
_BOLD_WEIGHT = 700
BOLD = re.compile(r"bold|black|heavy|demi|semib", re.IGNORECASE)
ITALIC = re.compile(r"ital|obliq", re.IGNORECASE)
_NAME_LENGTH = 256

# A page has thousands of characters. With plain numbers for handles a call takes half the time of the library's own.
_HANDLE, _INDEX, _ADDRESS, _ANSWER = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_int
_text_object = ctypes.PYFUNCTYPE(_HANDLE, _HANDLE, _INDEX)(address(pdfium.FPDFText_GetTextObject))
_code_of = ctypes.PYFUNCTYPE(ctypes.c_uint, _HANDLE, _INDEX)(address(pdfium.FPDFText_GetUnicode))
_is_untold = ctypes.PYFUNCTYPE(_ANSWER, _HANDLE, _INDEX)(address(pdfium.FPDFText_HasUnicodeMapError))
_is_hyphen = ctypes.PYFUNCTYPE(_ANSWER, _HANDLE, _INDEX)(address(pdfium.FPDFText_IsHyphen))
_is_made_up = ctypes.PYFUNCTYPE(_ANSWER, _HANDLE, _INDEX)(address(pdfium.FPDFText_IsGenerated))
_box_of = ctypes.PYFUNCTYPE(_ANSWER, _HANDLE, _INDEX, _ADDRESS)(address(pdfium.FPDFText_GetLooseCharBox))
_origin_of = ctypes.PYFUNCTYPE(_ANSWER, _HANDLE, _INDEX, _ADDRESS, _ADDRESS)(address(pdfium.FPDFText_GetCharOrigin))


@dataclass(frozen=True, slots=True)
class PageText:
    """What PDFium reads on a page."""

    words: tuple[Word, ...]
    """Upright words, in the order in which their lines were written."""
    turned: tuple[Word, ...]
    """Words that do not run from left to right, in their own reading direction."""
    unknown: int
    """Signs whose font does not say which character they are."""
    objects: frozenset[int]
    """The text objects that the characters come from, by address."""


@dataclass(frozen=True, slots=True)
class _Font:
    name: str
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class _Type:
    """What the characters of one run have in common. x, y: the way that they run, a unit vector, y downwards."""

    font: _Font
    size: float
    bold: bool
    italic: bool
    color: str
    x: float
    y: float


_Sign = tuple[float, float, float, str]
"""Where a character begins and ends along its line, the line's place across, the character."""


def text_of(page: pypdfium2.PdfPage, sheet: Sheet, number: int) -> PageText:
    """Read a page's text. `number` is the page's, from 1."""
    text_page = page.get_textpage()
    try:
        reader = _Reader(text_page, sheet.frame)
        runs = reader.runs()
    finally:
        text_page.close()
    words: list[Word] = []
    turned: list[Word] = []
    for kind, signs in runs:
        (words if kind.x == 1 else turned).extend(_words(kind, signs, number))
    return PageText(tuple(words), tuple(turned), reader.unknown, frozenset(reader.known))


class _Reader:
    """Goes through a text page. Fonts and text objects are known by address, which holds while the page is open."""

    def __init__(self, text_page: pypdfium2.PdfTextPage, frame: Matrix) -> None:
        self.unknown = 0
        self.known: dict[int, tuple[_Type, float]] = {}
        """Text objects that have been met: their type, and the line that they stand on."""
        self._text_page = text_page
        self._handle = address(text_page.raw)
        self._frame = frame
        self._box, self._x, self._y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        self._fonts: dict[int, _Font] = {}
        self._types: dict[_Type, _Type] = {}

    def runs(self) -> list[tuple[_Type, list[_Sign]]]:
        """The page's characters; those of one type that follow each other are a run."""
        handle, known, box = self._handle, self.known, self._box
        at = ctypes.addressof(box)
        shift, straight = self._frame.e, self._frame.a == 1
        runs: list[tuple[_Type, list[_Sign]]] = []
        run: list[_Sign] = []
        last: _Type | None = None
        text, drawn_last = "", None
        for index in range(pdfium.FPDFText_CountChars(self._text_page)):
            drawn = _text_object(handle, index)
            if drawn is None:
                continue
            kind, line = known.get(drawn) or self._meet(drawn, index)
            if kind is not last:
                run, last = [], kind
                runs.append((kind, run))
            follows = drawn == drawn_last and not text.isspace()
            text, drawn_last = self._text(index), drawn
            if text == " " and _is_made_up(handle, index) == 1:
                continue
            _box_of(handle, index, at)
            if straight and kind.x == 1:
                begin, end = box.left + shift, box.right + shift
                if not follows:
                    begin, end = self._from_origin(index, begin, end, text)
                else:
                    before = run[-1]
                    if before[0] - _HANG * kind.size < begin < before[0]:
                        begin = before[0]  # the letters of a ligature have one place
                    elif text.isspace() and before[0] < begin < before[1] and self._ends_in_ink(index - 1):
                        run[-1] = (before[0], begin, line, before[3])
            else:
                begin, end = _along(kind, self._frame.box(box.left, box.bottom, box.right, box.top))
            run.append((begin, end, line, text))
        return runs

    def _from_origin(self, index: int, ink: float, end: float, text: str) -> tuple[float, float]:
        """Where a word's first character begins and ends: its ink may hang over the white before it.

        Of a hyphen at a line's end PDFium knows the ink only; the white on both sides of it is alike.
        """
        x, _ = self._origin(index)
        begin = x + self._frame.e
        return begin, end + max(0.0, ink - begin) if text == "-" else end

    def _ends_in_ink(self, index: int) -> bool:
        """True where a character reaches as far as its ink: that hangs over the way to the next character."""
        reach = pdfium.FS_RECTF()
        _box_of(self._handle, index, ctypes.addressof(reach))
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(self._text_page, index, left, right, bottom, top)
        return bool(abs(reach.right - right.value) < _INK)

    def _origin(self, index: int) -> tuple[float, float]:
        _origin_of(self._handle, index, ctypes.addressof(self._x), ctypes.addressof(self._y))
        return self._x.value, self._y.value

    def _text(self, index: int) -> str:
        code = _code_of(self._handle, index)
        if code == _BLANK:
            return " "
        text = chr(code)
        if code == _SOFT_HYPHEN or (code == _HYPHEN and _is_hyphen(self._handle, index) == 1):
            return "-"
        if (code > _BLANK and _is_untold(self._handle, index) != 1 and text != UNKNOWN) or text.isspace():
            return text
        self.unknown += 1
        return UNKNOWN

    def _meet(self, drawn: int, index: int) -> tuple[_Type, float]:
        """The type of a text object and the line that it stands on; `index` is its first character's."""
        found = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._text_page, index, found)
        along = self._frame.direction(found.a, found.b)
        up = self._frame.direction(found.c, found.d)
        run, rise = math.hypot(*along) or 1.0, math.hypot(*up) or 1.0
        upright = along[0] > 0 and up[1] < 0 and abs(along[1]) <= _LEAN * run
        handle = ctypes.cast(drawn, pdfium.FPDF_PAGEOBJECT)
        font = self._font(handle)
        kind = _Type(
            font=font,
            size=round(pdfium.FPDFText_GetFontSize(self._text_page, index) * rise, 2),
            bold=font.bold or pdfium.FPDFTextObj_GetTextRenderMode(handle) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,
            italic=font.italic or abs(along[0] * up[0] + along[1] * up[1]) > _LEAN * run * rise,
            color=fill_colour(handle),
            x=1.0 if upright else round(along[0] / run, 2),
            y=0.0 if upright else round(along[1] / run, 2),
        )
        kind = self._types.setdefault(kind, kind)
        place = self._frame.point(*self._origin(index))
        self.known[drawn] = (kind, kind.x * place[1] - kind.y * place[0])
        return self.known[drawn]

    def _font(self, drawn: object) -> _Font:
        handle = pdfium.FPDFTextObj_GetFont(drawn)
        place = address(handle)
        font = self._fonts.get(place)
        if font is None:
            font = self._fonts[place] = _font_of(handle)
        return font


def _along(kind: _Type, box: Box) -> tuple[float, float]:
    """Where a turned character begins and ends along its line, from the box round it; exact for quarter turns."""
    x, y = abs(kind.x), abs(kind.y)
    half = max(0.0, box.width * x + box.height * y - 2 * kind.size * x * y) / 2
    middle = kind.x * (box.x0 + box.x1) / 2 + kind.y * (box.top + box.bottom) / 2
    return middle - half, middle + half


def _words(kind: _Type, signs: Sequence[_Sign], page: int) -> Iterator[Word]:
    """The words of one run, line by line."""
    gap = _GAP * kind.size
    for line in _lines(signs):
        line.sort(key=lambda sign: sign[0])
        word: list[_Sign] = []
        reach = math.inf
        for sign in line:
            blank = sign[3].isspace()
            if word and (blank or sign[0] > reach + gap):
                yield _word(kind, word, page)
                word = []
            if not blank:
                word.append(sign)
                reach = sign[1]
        if word:
            yield _word(kind, word, page)


def _lines(signs: Sequence[_Sign]) -> list[list[_Sign]]:
    feet = sorted({sign[2] for sign in signs})
    of_foot: dict[float, list[_Sign]] = {}
    lines: list[list[_Sign]] = []
    before = -math.inf
    for foot in feet:
        if foot > before + _SAME_LINE:
            lines.append([])
        of_foot[foot] = lines[-1]
        before = foot
    for sign in signs:
        of_foot[sign[2]].append(sign)
    return lines


def _word(kind: _Type, signs: Sequence[_Sign], page: int) -> Word:
    begin, end = signs[0][0], max(sign[1] for sign in signs)
    feet = [sign[2] for sign in signs]
    low, high = max(feet) + _DESCENT * kind.size, min(feet) + (_DESCENT - 1) * kind.size
    x0, top, x1, bottom = begin, high, end, low
    if kind.x != 1:
        corners = [(b * kind.x - a * kind.y, b * kind.y + a * kind.x) for b in (begin, end) for a in (high, low)]
        x0, x1 = min(x for x, _ in corners), max(x for x, _ in corners)
        top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    text = "".join(sign[3] for sign in signs)
    return Word(
        text=text if text.isascii() else unicodedata.normalize("NFC", text),
        x0=x0,
        top=top,
        x1=x1,
        bottom=bottom,
        size=kind.size,
        bold=kind.bold,
        italic=kind.italic,
        page=page,
        color=kind.color,
    )


def _font_of(font: object) -> _Font:
    """A font by its name and, where the name is silent, by what its descriptor says."""
    buffer = ctypes.create_string_buffer(_NAME_LENGTH)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME_LENGTH)
    name = buffer.value.decode("latin-1")
    flags = max(0, pdfium.FPDFFont_GetFlags(font))
    return _Font(
        name=name,
        bold=bool(BOLD.search(name) or flags & _FORCE_BOLD or pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT),
        italic=bool(ITALIC.search(name) or flags & _ITALIC_FLAG),
    )
