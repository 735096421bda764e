"""A page's words with place and type, from PDFium's characters.

PDFium tells for each character its code, its place and the text object that drew it; the object tells font, size
and colour once for all its characters. Characters that PDFium makes up itself (a space where it sees white, the
end of a line) are left out: words are parted here, by the blanks that were set and by white.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise
from operator import lt, ne

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.pages.geometry import Box, Word
from extractors.pages.pdfium_characters import MADE_UP, UNKNOWN, Characters, Looks
from extractors.pages.pdfium_fonts import Font, font_of
from extractors.pages.pdfium_page import Matrix, Sheet
from extractors.pages.run_words import PageWords, Run, RunType, Signs
from extractors.pages.turned_text import TurnedWord

_HANG = 0.5
"""A sign's ink begins at most this share of its size before its place."""
_LEAN = 0.1
"""Text that climbs by more than this share of its run is turned; letters that lean by more are italic."""
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
    nameless: int = 0
    """Characters in fonts of which PDFium tells neither name nor weight: those whose letters are drawings (Type 3)."""
    unpainted: frozenset[int] = frozenset()
    """Where in `words` such stand as are in the file and are not painted."""
    pale: frozenset[int] = frozenset()
    """... and such as can be seen only on a darker ground, if at all."""


def text_of(page: pypdfium2.PdfPage, sheet: Sheet, number: int) -> PageText:
    """Read a page's text. `number` is the page's, from 1."""
    text_page = page.get_textpage()
    try:
        reader = _Reader(text_page, sheet.frame)
        runs, signs = reader.runs()
    finally:
        text_page.close()
    words: list[Word] = []
    turned: list[TurnedWord] = []
    page_words = PageWords(number)
    unpainted: set[int] = set()
    pale: set[int] = set()
    for run in runs:
        kind, found = run.kind, page_words.of(run, signs)
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
        nameless=sum(run.n_signs for run in runs if not run.kind.font.name),
        unpainted=frozenset(unpainted),
        pale=frozenset(pale),
    )


def _face_of(runs: Sequence[Run]) -> str | None:
    faces: Counter[str] = Counter()
    for run in runs:
        faces[run.kind.font.face] += run.n_signs
    return max(faces, key=lambda face: (faces[face], face)) or None if faces else None


class _Reader:
    """Goes through a text page. Fonts and text objects are known by address, which holds while the page is open."""

    def __init__(self, text_page: pypdfium2.PdfTextPage, frame: Matrix) -> None:
        self.unknown = 0
        self.known: dict[int, tuple[RunType, float]] = {}
        """Text objects that have been met: their type, and the line that they stand on."""
        self._frame = frame
        self._chars = Characters(text_page)
        self._fonts: dict[int, Font] = {}
        self._kinds: dict[Looks, RunType] = {}
        self._types: dict[RunType, RunType] = {}

    def runs(self) -> tuple[list[Run], Signs]:
        """The page's characters; those of one type that follow each other are a run."""
        chars, shift = self._chars, self._frame.e
        drawn = [each for each in chars.objects if each]
        places = list(compress(range(len(chars.objects)), chars.objects))
        signs = Signs(
            begins=_shifted(compress(chars.lefts, chars.objects), shift),
            ends=_shifted(compress(chars.rights, chars.objects), shift),
            texts=list(compress(chars.signs, chars.objects)),
        )
        runs: list[Run] = []
        level: list[tuple[int, int]] = []
        for begin, end in pairwise(_bounds(drawn, signs.texts)):
            kind, line = self.known.get(drawn[begin]) or self._meet(drawn[begin], places[begin])
            if not runs or kind is not runs[-1].kind:
                runs.append(Run(kind))
            if signs.texts[begin] == MADE_UP:
                continue
            runs[-1].stretches.append((begin, end, line))
            if self._frame.a == 1 and kind.x == 1:
                level.append((begin, end))
            else:
                for at in range(begin, end):
                    signs.begins[at], signs.ends[at] = _along(kind, self._frame.box(*chars.box(places[at])))
        self._settle(signs, level, drawn, places)
        self.unknown = signs.texts.count(UNKNOWN)
        return runs, signs

    def _settle(
        self, signs: Signs, level: Sequence[tuple[int, int]], drawn: Sequence[int], places: Sequence[int]
    ) -> None:
        """Set, in place, where level characters begin and end that PDFium tells otherwise: each word's first one, the
        letters of a ligature, and what hangs over the blank behind it.

        level: the stretches of one text object each that run from left to right. drawn: each sign's text object.
        places: each sign's place among PDFium's characters.
        """
        begins, ends, texts = signs.begins, signs.ends, signs.texts
        is_level = bytearray(len(texts))
        for begin, end in level:
            is_level[begin:end] = b"\1" * (end - begin)
        blanks = [at for at in compress(range(len(texts)), map(str.isspace, texts)) if is_level[at]]
        firsts = {begin for begin, _ in level}
        firsts.update(at + 1 for at in blanks if at + 1 < len(texts) and is_level[at + 1])
        for at in firsts:
            begins[at], ends[at] = self._from_origin(places[at], begins[at], ends[at], texts[at])
        for back in compress(range(1, len(texts)), list(map(lt, begins[1:], begins))):
            at = back
            while at < len(texts) and is_level[at] and at not in firsts and begins[at] < begins[at - 1]:
                if begins[at] > begins[at - 1] - _HANG * self.known[drawn[at]][0].size:
                    begins[at] = begins[at - 1]  # the letters of a ligature have one place
                at += 1
        for at in blanks:
            hangs = at not in firsts and begins[at - 1] < begins[at] < ends[at - 1]
            if hangs and self._chars.ends_in_ink(places[at] - 1):
                ends[at - 1] = begins[at]

    def _from_origin(self, index: int, ink: float, end: float, text: str) -> tuple[float, float]:
        """Where a word's first character begins and ends: its ink may hang over the white before it.

        Of a hyphen at a line's end PDFium knows the ink only; the white on both sides of it is alike.
        """
        begin = self._chars.origin(index)[0] + self._frame.e
        return begin, end + max(0.0, ink - begin) if text == "-" else end

    def _meet(self, drawn: int, index: int) -> tuple[RunType, float]:
        """The type of a text object and the line that it stands on; `index` is its first character's."""
        looks = self._chars.looks(index, drawn)
        kind = self._kinds.get(looks)
        if kind is None:
            kind = self._kinds[looks] = self._kind(looks)
        x, y = self._frame.point(*self._chars.origin(index))
        self.known[drawn] = (kind, kind.x * y - kind.y * x)
        return self.known[drawn]

    def _kind(self, looks: Looks) -> RunType:
        a, b, c, d = looks.matrix
        along, up = self._frame.direction(a, b), self._frame.direction(c, d)
        run, rise = math.hypot(*along) or 1.0, math.hypot(*up) or 1.0
        upright = along[0] > 0 and up[1] < 0 and abs(along[1]) <= _LEAN * run
        font = self._fonts.get(looks.font)
        if font is None:
            font = self._fonts[looks.font] = font_of(ctypes.cast(looks.font, pdfium.FPDF_FONT))
        kind = RunType(
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


def _shifted(places: Iterable[float], shift: float) -> list[float]:
    return [x + shift for x in places] if shift else list(places)


def _is_pale(looks: Looks) -> bool:
    """True for letters that are painted white or with no opacity, and for such as only cut out what is painted next."""
    *colors, opacity = looks.color or (0, 255)
    filled = looks.mode in (pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP)
    return looks.mode == pdfium.FPDF_TEXTRENDERMODE_CLIP or (filled and (opacity == 0 or min(colors) >= _WHITE))


def _bounds(drawn: Sequence[int], texts: Sequence[str]) -> list[int]:
    """Where stretches of one text object begin, and where the last one ends; what PDFium made up stands by itself."""
    bounds = {0, *compress(range(1, len(drawn)), map(ne, drawn[1:], drawn)), len(drawn)}
    if MADE_UP in texts:
        made_up = [at for at, text in enumerate(texts) if text == MADE_UP]
        bounds.update(made_up, (at + 1 for at in made_up))
    return sorted(bounds)


def _along(kind: RunType, box: Box) -> tuple[float, float]:
    """Where a turned character begins and ends along its line, from the box round it; exact for quarter turns."""
    x, y = abs(kind.x), abs(kind.y)
    half = max(0.0, box.width * x + box.height * y - 2 * kind.size * x * y) / 2
    middle = kind.x * (box.x0 + box.x1) / 2 + kind.y * (box.top + box.bottom) / 2
    return middle - half, middle + half
