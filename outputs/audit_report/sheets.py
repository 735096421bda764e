"""Which pages a finding shows, which part of each, and what is marked on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from outputs.audit_report.material import Material, Record
from outputs.audit_report.sums import Sum, sums_of

_ABOVE, _BELOW, _BESIDE = 54.0, 40.0, 14.0
"""Points shown around what is marked: a table's head or the sentence before, the row after."""
_LEAST_HEIGHT = 170.0
"""Points: less of a page does not tell where on it one is."""
_LEAST_DOT, _LARGEST_DOT = 4.0, 5.6
"""Points. A disc stands on its mark's upper left corner: there it is in the white between rows, and hides no number."""
_USUAL_SIZE = (595.0, 842.0)
"""A4, where the dataset does not know the page."""
_NAME_LENGTH = 16
"""Hexadecimal digits of a file's SHA-256 in the names of its pages."""


class PageKey(NamedTuple):
    """A page of a file."""

    sha256: str
    page: int

    @property
    def name(self) -> str:
        """What its files are called, without folder and suffix."""
        return f"{self.sha256[:_NAME_LENGTH]}-{self.page}"


class Window(NamedTuple):
    """A part of a page, points from its top left."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Mark:
    """One piece of evidence on a page. number: its place in the finding's evidence that has a place, from 1."""

    number: int
    evidence: Record

    @property
    def box(self) -> Window:
        e = self.evidence
        return Window(e["x0"], e["top"], max(e["x1"] - e["x0"], 1.0), max(e["bottom"] - e["top"], 1.0))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that a finding shows. window: what of it; size: its width and height."""

    key: PageKey
    document: Record
    size: tuple[float, float]
    window: Window
    marks: tuple[Mark, ...] = field(default=())

    @property
    def dot(self) -> float:
        """The radius of the discs that bear the marks' numbers, points: in dense rows they must not hide each other."""
        tops = sorted(mark.box.y for mark in self.marks)
        gaps = [below - above for above, below in pairwise(tops) if below - above > 1]
        return min(max(min(gaps, default=2 * _LARGEST_DOT) / 2, _LEAST_DOT), _LARGEST_DOT)


def marks_of(sums: Sequence[Sum]) -> list[Mark]:
    """The evidence that stands on a page, numbered in the order in which the sums tell it."""
    told = [item for each in sums for item in (*(term.evidence for term in each.terms), *each.stated)]
    placed = [item for item in told if item["page"] is not None and item["x0"] is not None]
    return [Mark(number, item) for number, item in enumerate(placed, start=1)]


def sheets_of(material: Material, finding: Record) -> list[Sheet]:
    """The pages that a finding shows: documents in the order in which its evidence names them, pages in theirs."""
    evidence = material.evidence[finding["finding_id"]]
    order = list(dict.fromkeys(item["document_id"] for item in evidence))
    by_page: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks_of(sums_of(finding, evidence)):
        at = (order.index(mark.evidence["document_id"]), mark.evidence["page"])
        by_page.setdefault(at, []).append(mark)
    return [
        _sheet(material, material.document[order[document]], page, by_page[document, page])
        for document, page in sorted(by_page)
        if order[document] in material.document
    ]


def whole_page(material: Material, document: Record, page: int, marks: Iterable[Mark] = ()) -> Sheet:
    """The page with nothing cut away."""
    key = PageKey(document["source_sha256"], page)
    size = material.page_sizes.get(key, _USUAL_SIZE)
    return Sheet(key, document, size, Window(0.0, 0.0, *size), tuple(marks))


def _sheet(material: Material, document: Record, page: int, marks: Sequence[Mark]) -> Sheet:
    whole = whole_page(material, document, page, [mark for mark in marks if has_extent(mark)])
    if not whole.marks:
        return whole
    return Sheet(whole.key, document, whole.size, _window(whole, material.printed.get(whole.key)), whole.marks)


def has_extent(mark: Mark) -> bool:
    return bool(mark.evidence["x1"] > mark.evidence["x0"] and mark.evidence["bottom"] > mark.evidence["top"])


def _window(whole: Sheet, printed: tuple[float, float] | None) -> Window:
    """As wide as what is printed, so that labels and heads are seen with the numbers; some lines more above and below.

    printed: the left and right edge of what was read on the page; None where nothing was.
    """
    width, height = whole.size
    boxes = [mark.box for mark in whole.marks]
    left, right = printed or (0.0, width)
    left = max(min(left, *(box.x for box in boxes)) - _BESIDE, 0.0)
    right = min(max(right, *(box.x + box.width for box in boxes)) + _BESIDE, width)
    top = max(min(box.y for box in boxes) - _ABOVE, 0.0)
    bottom = min(max(box.y + box.height for box in boxes) + _BELOW, height)
    lacking = max(_LEAST_HEIGHT - (bottom - top), 0.0)
    top = max(top - lacking / 2, 0.0)
    bottom = min(max(bottom + lacking / 2, top + _LEAST_HEIGHT), height)
    return Window(left, top, max(right - left, 1.0), max(bottom - top, 1.0))


def pages_shown(material: Material) -> Mapping[PageKey, list[tuple[Record, Sheet]]]:
    """Every page that a finding shows, with those findings and their marks; in the order in which they are met."""
    shown: dict[PageKey, list[tuple[Record, Sheet]]] = {}
    for finding in material.findings:
        for sheet in sheets_of(material, finding):
            shown.setdefault(sheet.key, []).append((finding, sheet))
    return shown
