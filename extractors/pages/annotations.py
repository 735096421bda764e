"""What is fixed to a page beside its content: form fields with their values, typed-in text, stamps and comments.

A form that was filled in on the screen keeps its answers here (ISO 32000-1, 12.5 and 12.7): a page's own content holds
the labels only.
"""

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.pages.geometry import Box, Word
from extractors.pages.pdfium_page import Sheet

_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_LISTS = (pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
_MARKS = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
_SAID = {
    pdfium.FPDF_ANNOT_TEXT: "comment",
    pdfium.FPDF_ANNOT_STAMP: "stamp",
    pdfium.FPDF_ANNOT_HIGHLIGHT: "comment",
    pdfium.FPDF_ANNOT_UNDERLINE: "comment",
    pdfium.FPDF_ANNOT_STRIKEOUT: "comment",
    pdfium.FPDF_ANNOT_CARET: "comment",
}
"""Kinds that say something about the text and are no part of it."""
_TYPE_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s+Tf\b")
_USUAL, _FILLS = 12.0, 0.7
"""A field that tells no type size is set in this one, or in so much of its height as fits."""
_LETTER = 0.5
"""A letter's width as a share of its size: where a word stands in a field is not told, only in which order."""
_LEADING = 1.2
_MARGIN = 2.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A form field for words, or for a choice from a list."""

    box: Box
    value: str
    """Empty where nothing was filled in."""
    name: str
    """What the file calls it: its tooltip, or else its name among the form's fields."""
    size: float
    """Its type's, in points."""
    is_told: bool = False
    """The name is its tooltip, written for whoever fills it in."""

    def words(self, page: int) -> list[Word]:
        """The value as words in the field."""
        return set_in(self.value, self.box, self.size, page)


@dataclass(frozen=True, slots=True)
class Aside:
    """A stamp, a comment or a signature: where it stands, and what it says."""

    box: Box
    text: str


@dataclass(frozen=True, slots=True)
class Attached:
    """What is fixed to one page, each kind in order from the top."""

    entries: tuple[Entry, ...] = ()
    ticks: tuple[tuple[Box, bool], ...] = ()
    """Boxes and buttons to tick, and whether they are."""
    options: tuple[tuple[Box, str], ...] = ()
    """The tooltips of boxes to tick, where they have any."""
    typed: tuple[Entry, ...] = ()
    """Text that someone has typed over the page: it reads as the page's own."""
    asides: tuple[Aside, ...] = ()


def attached_to(page: pypdfium2.PdfPage, sheet: Sheet) -> Attached:
    """Read a page's annotations. Form fields are read where the document's forms were loaded before its pages."""
    entries: list[Entry] = []
    ticks: list[tuple[Box, bool]] = []
    options: list[tuple[Box, str]] = []
    typed: list[Entry] = []
    asides: list[Aside] = []
    form = page.formenv.raw if page.formenv is not None else None
    for note, kind, box in _annotations(page, sheet):
        if kind == pdfium.FPDF_ANNOT_WIDGET and form is not None:
            asked = int(pdfium.FPDFAnnot_GetFormFieldType(form, note))
            if asked in _MARKS:
                ticks.append((box, _is_ticked(form, note)))
                if tooltip := _names(form, note)[1]:
                    options.append((box, tooltip))
            elif asked == pdfium.FPDF_FORMFIELD_TEXTFIELD or asked in _LISTS:
                entries.append(_entry(form, note, box, chosen=asked in _LISTS))
            elif asked == pdfium.FPDF_FORMFIELD_SIGNATURE:
                state = "signed" if pdfium.FPDFAnnot_HasKey(note, b"V") else "not signed"
                asides.append(Aside(box, f"signature: {state}"))
        elif kind == pdfium.FPDF_ANNOT_FREETEXT:
            value = _string(note, b"Contents")
            size = _TYPE_SIZE.search(_string(note, b"DA"))
            typed.append(Entry(box, value, "", _size(float(size.group(1)) if size else 0.0, box)))
        elif kind in _SAID:
            said = _string(note, b"Contents").strip() or _string(note, b"Name")
            asides.append(Aside(box, f"{_SAID[kind]}: {' '.join(said.split())}".rstrip(": ")))
    return Attached(
        entries=tuple(sorted(entries, key=lambda e: (e.box.top, e.box.x0))),
        ticks=tuple(sorted(ticks, key=lambda t: (t[0].top, t[0].x0))),
        options=tuple(options),
        typed=tuple(sorted(typed, key=lambda e: (e.box.top, e.box.x0))),
        asides=tuple(sorted(asides, key=lambda a: (a.box.top, a.box.x0))),
    )


def _annotations(page: pypdfium2.PdfPage, sheet: Sheet) -> Iterator[tuple[object, int, Box]]:
    """Each annotation that shows, with its kind (FPDF_ANNOT_...) and its place."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        try:
            at = pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(note, at)
            box = sheet.frame.box(at.left, at.bottom, at.right, at.top)
            if not pdfium.FPDFAnnot_GetFlags(note) & _UNSEEN:
                yield note, int(pdfium.FPDFAnnot_GetSubtype(note)), box
        finally:
            pdfium.FPDFPage_CloseAnnot(note)


def _entry(form: object, note: object, box: Box, *, chosen: bool) -> Entry:
    value = _told(lambda buffer, length: pdfium.FPDFAnnot_GetFormFieldValue(form, note, buffer, length))
    if chosen:
        # The value of a choice is what the form hands in; the list shows another word for it.
        options = range(max(0, pdfium.FPDFAnnot_GetOptionCount(form, note)))
        picked = [_option(form, note, n) for n in options if pdfium.FPDFAnnot_IsOptionSelected(form, note, n)]
        value = "; ".join(picked) or value
    name, tooltip = _names(form, note)
    size = ctypes.c_float()
    pdfium.FPDFAnnot_GetFontSize(form, note, size)
    return Entry(box, value, tooltip or name, _size(size.value, box), is_told=bool(tooltip))


def _names(form: object, note: object) -> tuple[str, str]:
    """A field's name in the form, and its tooltip; empty where it has none, or none but its name."""
    name = _told(lambda buffer, length: pdfium.FPDFAnnot_GetFormFieldName(form, note, buffer, length))
    tooltip = _told(lambda buffer, length: pdfium.FPDFAnnot_GetFormFieldAlternateName(form, note, buffer, length))
    return name, tooltip if tooltip.strip() not in ("", name) else ""


def _is_ticked(form: object, note: object) -> bool:
    """Whether a box is ticked: as it is shown, or by its own value, which some programs set without showing it."""
    if pdfium.FPDFAnnot_IsChecked(form, note):
        return True
    value = _string(note, b"V")
    own = _told(lambda buffer, length: pdfium.FPDFAnnot_GetFormFieldExportValue(form, note, buffer, length))
    return value == own and value not in ("", "Off")


def _option(form: object, note: object, number: int) -> str:
    return _told(lambda buffer, length: pdfium.FPDFAnnot_GetOptionLabel(form, note, number, buffer, length))


def _string(note: object, key: bytes) -> str:
    return _told(lambda buffer, length: pdfium.FPDFAnnot_GetStringValue(note, key, buffer, length))


def _told(ask: Callable[[object, int], int]) -> str:
    """A text that PDFium tells: first how many bytes it is, with its closing zero, then the bytes."""
    length = int(ask(None, 0))
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    ask(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def _size(told: float, box: Box) -> float:
    return round(told if told > 0 else min(_USUAL, _FILLS * box.height), 2)


def set_in(text: str, box: Box, size: float, page: int) -> list[Word]:
    """Text as words in a box from its top, broken where the box ends. How wide its letters are is a guess."""
    letter, step = _LETTER * size, _LEADING * size
    left, right = box.x0 + _MARGIN, max(box.x1 - _MARGIN, box.x0 + _MARGIN + letter)
    rows: list[list[str]] = []
    for line in re.split(r"\r\n|[\r\n\u2028\u2029]", text):
        rows.append([])
        room = right - left
        for piece in line.split():
            if rows[-1] and len(piece) * letter > room:
                rows.append([])
                room = right - left
            rows[-1].append(piece)
            room -= (len(piece) + 1) * letter
    rows = [row for row in rows if row]
    top = box.top + (_MARGIN if len(rows) > 1 else max(0.0, (box.height - size) / 2))
    # A value that is longer than its field can be rolled there: here its lines stand closer, in smaller type.
    step = min(step, max(1.0, (box.bottom - top) / max(1, len(rows))))
    size = min(size, round(step / _LEADING, 2)) if len(rows) > 1 else size
    words: list[Word] = []
    for number, row in enumerate(rows):
        # A line that is longer than its field is drawn together: no word stands outside the field.
        wide = min(letter, (right - left) / max(1, sum(len(piece) + 1 for piece in row) - 1))
        x0, upper = left, top + number * step
        for piece in row:
            words.append(Word(piece, x0, upper, x0 + len(piece) * wide, upper + size, size, page=page))
            x0 += (len(piece) + 1) * wide
    return words
