"""A page's words with place and type, from PDFium's characters.

PDFium tells for each character its code, its place and the text object that drew it; the object tells font, size
and colour once for all its characters. Characters that PDFium makes up itself (a space where it sees white, the
end of a line) are left out: words are parted here, by the blanks that were set and by white.
"""

import ctypes
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.pages.composed_letters import composed
from extractors.pages.geometry import Box, Word
from extractors.pages.pdfium_characters import MADE_UP, UNKNOWN, Characters, Looks
from extractors.pages.pdfium_fonts import Font, font_of
from extractors.pages.pdfium_page import Matrix, Sheet
from extractors.pages.symbol_fonts import signs_told
from extractors.pages.turned_text import TurnedWord

_GAP = 0.18
"""White wider than this share of the type size parts two words."""
_HANG = 0.5
"""A sign's ink begins at most this share of its size before its place."""
_SAME_LINE = 2.0
"""Points: characters of one run whose feet differ by less, one from the next, stand on one line."""
_LEAN = 0.1
"""Text that climbs by more than this share of its run is turned; letters that lean by more are italic."""
_DESCENT = 0.22
"""A word's box reaches this share of its size below the line that it stands on, and is as high as its size.

Most text fonts tell a descent near this one. What a file tells is not asked: LibreOffice tells 0 of all its fonts, and
two fonts on one line must have one foot.
"""
_WHITE = 245
"""Of 255: letters with no colour below this show on white paper as little as white ones."""


@dataclass(frozen=True, slots=True)
class PageText:
    """What PDFium reads on a page."""

    words: tuple[Word, ...]
    """Upright words, in the order in which their lines were written."""
    turned: tuple[TurnedWord, ...]
    """Words that do not run from left to right, in their own reading direction."""
    unknown: int
    """Signs whose font does not say which character they are."""
    objects: frozenset[int]
    """The text objects that the characters come from, by address."""
    face: str | None = None
    """The typeface that most of the text is set in, whatever its weight."""
    unpainted: frozenset[int] = frozenset()
    """Where in `words` such stand as are in the file and are not painted."""
    pale: frozenset[int] = frozenset()
    """... and such as can be seen only on a darker ground, if at all."""


@dataclass(frozen=True, slots=True)
class _Type:
    """What the characters of one run have in common. x, y: the way that they run, a unit vector, y downwards."""

    font: Font
    size: float
    bold: bool
    italic: bool
    color: str
    x: float
    y: float
    unpainted: bool
    pale: bool


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
    turned: list[TurnedWord] = []
    heights: dict[float, float] = {}
    unpainted: set[int] = set()
    pale: set[int] = set()
    for kind, signs in runs:
        found = _words(kind, signs, number, heights)
        if kind.x == 1:
            begin = len(words)
            words.extend(found)
            if kind.unpainted or kind.pale:
                (unpainted if kind.unpainted else pale).update(range(begin, len(words)))
        else:
            turned.extend(TurnedWord(word, kind.x, kind.y) for word in found)
    return PageText(
        words=tuple(words),
        turned=tuple(turned),
        unknown=reader.unknown,
        objects=frozenset(reader.known),
        face=_face_of(runs),
        unpainted=frozenset(unpainted),
        pale=frozenset(pale),
    )


def _face_of(runs: Sequence[tuple[_Type, Sequence[_Sign]]]) -> str | None:
    faces: Counter[str] = Counter()
    for kind, signs in runs:
        faces[kind.font.face] += len(signs)
    return max(faces, key=lambda face: (faces[face], face)) or None if faces else None


class _Reader:
    """Goes through a text page. Fonts and text objects are known by address, which holds while the page is open."""

    def __init__(self, text_page: pypdfium2.PdfTextPage, frame: Matrix) -> None:
        self.unknown = 0
        self.known: dict[int, tuple[_Type, float]] = {}
        """Text objects that have been met: their type, and the line that they stand on."""
        self._frame = frame
        self._chars = Characters(text_page)
        self._fonts: dict[int, Font] = {}
        self._kinds: dict[Looks, _Type] = {}
        self._types: dict[_Type, _Type] = {}

    def runs(self) -> list[tuple[_Type, list[_Sign]]]:
        """The page's characters; those of one type that follow each other are a run."""
        chars, shift, straight = self._chars, self._frame.e, self._frame.a == 1
        lefts, rights = chars.lefts, chars.rights
        runs: list[tuple[_Type, list[_Sign]]] = []
        run: list[_Sign] = []
        last: _Type | None = None
        drawn_last, follows, level, hang, line = 0, False, False, 0.0, 0.0
        for index, (drawn, text) in enumerate(zip(chars.objects, chars.signs, strict=True)):
            if drawn is None:
                continue
            if drawn != drawn_last:
                kind, line = self.known.get(drawn) or self._meet(drawn, index)
                drawn_last, follows = drawn, False
                level, hang = straight and kind.x == 1, _HANG * kind.size
                if kind is not last:
                    run, last = [], kind
                    runs.append((kind, run))
            if text == MADE_UP:
                follows = False
                continue
            blank = text.isspace()
            begin, end = lefts[index] + shift, rights[index] + shift
            if not level:
                begin, end = _along(kind, self._frame.box(*chars.box(index)))
            elif not follows:
                begin, end = self._from_origin(index, begin, end, text)
            elif begin < (before := run[-1])[0]:
                begin = before[0] if begin > before[0] - hang else begin  # the letters of a ligature have one place
            elif blank and before[0] < begin < before[1] and chars.ends_in_ink(index - 1):
                run[-1] = (before[0], begin, line, before[3])
            self.unknown += text == UNKNOWN
            run.append((begin, end, line, text))
            follows = not blank
        return runs

    def _from_origin(self, index: int, ink: float, end: float, text: str) -> tuple[float, float]:
        """Where a word's first character begins and ends: its ink may hang over the white before it.

        Of a hyphen at a line's end PDFium knows the ink only; the white on both sides of it is alike.
        """
        begin = self._chars.origin(index)[0] + self._frame.e
        return begin, end + max(0.0, ink - begin) if text == "-" else end

    def _meet(self, drawn: int, index: int) -> tuple[_Type, float]:
        """The type of a text object and the line that it stands on; `index` is its first character's."""
        looks = self._chars.looks(index, drawn)
        kind = self._kinds.get(looks)
        if kind is None:
            kind = self._kinds[looks] = self._kind(looks)
        x, y = self._frame.point(*self._chars.origin(index))
        self.known[drawn] = (kind, kind.x * y - kind.y * x)
        return self.known[drawn]

    def _kind(self, looks: Looks) -> _Type:
        a, b, c, d = looks.matrix
        along, up = self._frame.direction(a, b), self._frame.direction(c, d)
        run, rise = math.hypot(*along) or 1.0, math.hypot(*up) or 1.0
        upright = along[0] > 0 and up[1] < 0 and abs(along[1]) <= _LEAN * run
        font = self._fonts.get(looks.font)
        if font is None:
            font = self._fonts[looks.font] = font_of(ctypes.cast(looks.font, pdfium.FPDF_FONT))
        kind = _Type(
            font=font,
            size=round(looks.size * rise, 2),
            bold=font.bold or looks.mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,
            italic=font.italic or abs(along[0] * up[0] + along[1] * up[1]) > _LEAN * run * rise,
            color=" ".join(map(str, looks.color)),
            x=1.0 if upright else round(along[0] / run, 2),
            y=0.0 if upright else round(along[1] / run, 2),
            unpainted=looks.mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
            pale=_is_pale(looks),
        )
        return self._types.setdefault(kind, kind)


def _is_pale(looks: Looks) -> bool:
    """True for letters that are painted white or with no opacity, and for such as only cut out what is painted next."""
    *colors, opacity = looks.color or (0, 255)
    filled = looks.mode in (pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP)
    return looks.mode == pdfium.FPDF_TEXTRENDERMODE_CLIP or (filled and (opacity == 0 or min(colors) >= _WHITE))


def _along(kind: _Type, box: Box) -> tuple[float, float]:
    """Where a turned character begins and ends along its line, from the box round it; exact for quarter turns."""
    x, y = abs(kind.x), abs(kind.y)
    half = max(0.0, box.width * x + box.height * y - 2 * kind.size * x * y) / 2
    middle = kind.x * (box.x0 + box.x1) / 2 + kind.y * (box.top + box.bottom) / 2
    return middle - half, middle + half


def _words(kind: _Type, signs: Sequence[_Sign], page: int, heights: dict[float, float]) -> Iterator[Word]:
    """The words of one run, line by line. `heights` are those of the page's words: equal ones are one number.

    With texts that are one wherever they stand, a long file's words take a third less memory.
    """
    gap = _GAP * kind.size
    for line in _lines(signs):
        line.sort(key=itemgetter(0))
        word: list[_Sign] = []
        limit = math.inf
        for sign in line:
            begin, end, _, text = sign
            blank = text.isspace()
            if word and (blank or begin > limit):
                yield _word(kind, word, page, heights)
                word = []
            if not blank:
                word.append(sign)
                limit = end + gap
        if word:
            yield _word(kind, word, page, heights)


def _lines(signs: Sequence[_Sign]) -> list[list[_Sign]]:
    feet = sorted({sign[2] for sign in signs})
    if len(feet) == 1:
        return [list(signs)]
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


def _word(kind: _Type, signs: Sequence[_Sign], page: int, heights: dict[float, float]) -> Word:
    begins, ends, feet, texts = zip(*signs, strict=True)
    begin, end, size = begins[0], max(ends), kind.size
    low, high = max(feet) + _DESCENT * size, min(feet) + (_DESCENT - 1) * size
    x0, top, x1, bottom = begin, high, end, low
    if kind.x != 1:
        corners = [(b * kind.x - a * kind.y, b * kind.y + a * kind.x) for b in (begin, end) for a in (high, low)]
        x0, x1 = min(x for x, _ in corners), max(x for x, _ in corners)
        top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    text = "".join(texts)
    if not text.isascii():
        text = composed(signs)
    text = sys.intern(signs_told(text, kind.font.name) if kind.font.has_signs else text)
    top, bottom = heights.setdefault(top, top), heights.setdefault(bottom, bottom)
    return Word(text, x0, top, x1, bottom, size, kind.bold, kind.italic, page, kind.color)
