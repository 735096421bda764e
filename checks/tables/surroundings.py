"""What stands around a table in the running text and belongs to it: a line with its sum, numbers of lost rows."""

import re
from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from checks.check_input import CheckInput
from checks.tables.labels import label_sense
from models.numbers import Unit
from models.rows import CellRow, Passage, TableRow

_NOT_IN_THE_FLOW = ("footnote", "running_head", "contents", "instruction")
MOST_BELOW = 60.0
"""Points between a table's foot and the line with its sum."""
_SUM_LINE = re.compile(
    r"(?P<label>=|[^\d=]{3,40}?:?)\s*"
    r"(?P<number>[-\u2212\u2013]?(?:\d{1,3}(?:[ \u00a0\u2009\u202f.]\d{3})+|\d+)(?:,\d{1,2})?)"
    r"\s*(?P<unit>kr|kronor|sek|:-|tkr|mnkr)?\.?",
    re.IGNORECASE,
)
_LONE_NUMBER = re.compile(r"[-\u2212\u2013]?\d{1,3}(?:[ \u00a0\u2009\u202f.]?\d{3})+(?:\s?(?:kr|kronor|tkr|:-))?")
_RUN_OUT = re.compile(r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+ (?!kr\b|kronor|tkr)[a-zåäö]+\W*$")
"""A sum and a last word of something: a row whose cells were read as a line of text."""
_UNITS: Mapping[str, Unit] = {"kr": "kr", "kronor": "kr", "sek": "kr", ":-": "kr", "tkr": "tkr", "mnkr": "mnkr"}


class Surroundings:
    """The running text of one or more documents, and where their tables stand in it."""

    def __init__(self, rows: CheckInput) -> None:
        self._flow: dict[tuple[str, int], list[Passage]] = defaultdict(list)
        """(document_id, page) -> its running text; footnotes and running heads left out."""
        for passage in rows.passages:
            if passage.kind not in _NOT_IN_THE_FLOW and passage.text:
                self._flow[passage.document_id, passage.page].append(passage)
        self._boxes: dict[str, dict[int, tuple[float, float]]] = defaultdict(dict)
        """table_id -> page -> its top and its bottom there."""
        for (table_id, page), cells in groupby(rows.cells, attrgetter("table_id", "page")):  # most stand side by side
            tops, bottoms = zip(*map(attrgetter("top", "bottom"), cells), strict=True)
            top, bottom = self._boxes[table_id].get(page, (tops[0], bottoms[0]))
            self._boxes[table_id][page] = min(top, *tops), max(bottom, *bottoms)
        self._tops: dict[tuple[str, int], list[float]] = defaultdict(list)
        for table in rows.tables:
            for page, (top, _) in self._boxes[table.table_id].items():
                self._tops[table.document_id, page].append(top)

    def sum_line(self, table: TableRow) -> Passage | None:
        """The line right below a table that says its sum: `Summa: 1 234 kr`, `= 1 041 125`; None where there is none.

        It is the next thing on the page, or the first on the next page where the table ends its own.
        """
        boxes = self._boxes[table.table_id]
        if not boxes:
            return None
        page = max(boxes)
        lowest = boxes[page][1] + MOST_BELOW
        nearest, next_table = self._next(table.document_id, page, boxes[page][1])
        if nearest is None and next_table is None:
            nearest, next_table = self._next(table.document_id, page + 1, 0.0)
            lowest = float("inf")
        if nearest is None or nearest.top > lowest or (next_table is not None and next_table <= nearest.top):
            return None
        return nearest if _is_sum(nearest) else None

    def _next(self, document_id: str, page: int, foot: float) -> tuple[Passage | None, float | None]:
        """The next of the running text below a height, and the top of the next table there."""
        below = [each for each in self._flow[document_id, page] if each.top >= foot - 1]
        tops = [top for top in self._tops[document_id, page] if top >= foot - 1]
        return min(below, key=lambda each: each.top, default=None), min(tops, default=None)

    def is_cut_between(self, upper: TableRow, lower: TableRow) -> bool:
        """True where the upper table is the last thing on its page, and the lower one the first on the next."""
        above, below = self._boxes[upper.table_id], self._boxes[lower.table_id]
        if not above or not below or min(below) != max(above) + 1:
            return False
        foot, head = above[max(above)][1], below[min(below)][0]
        after, next_table = self._next(upper.document_id, max(above), foot)
        before = [each for each in self._flow[lower.document_id, min(below)] if each.top < head - 1]
        tables = [top for top in self._tops[lower.document_id, min(below)] if top < head - 1]
        return after is None and next_table is None and not before and not tables

    def is_headed(self, table: TableRow) -> bool:
        """True where a heading stands above the table on the page that it begins on."""
        boxes = self._boxes[table.table_id]
        if not boxes:
            return False
        above = (each for each in self._flow[table.document_id, min(boxes)] if each.top < boxes[min(boxes)][0])
        return any(each.kind == "heading" for each in above)

    def is_titled_before(self, table: TableRow) -> bool:
        """True where its title stands on the page before, as a running foot does, and nowhere on its own."""
        here, before = (
            any(each.text == table.title for each in self._flow[table.document_id, page])
            for page in (table.first_page, table.first_page - 1)
        )
        return before and not here

    def lost_rows(self, table: TableRow) -> bool:
        """True where the last thing before the table is a number alone: rows of it may have been read as text."""
        boxes = self._boxes[table.table_id]
        if not boxes:
            return False
        page = min(boxes)
        before = [each for each in self._flow[table.document_id, page] if each.bottom <= boxes[page][0] + 1]
        before = before or self._flow[table.document_id, page - 1]
        last = max(before, key=lambda each: (each.top, each.x0), default=None)
        return last is not None and (is_lone_number(last.text) or _RUN_OUT.match(last.text or "") is not None)


def is_lone_number(text: str | None) -> bool:
    """True for a sum of money and nothing else."""
    return _LONE_NUMBER.fullmatch((text or "").strip()) is not None


def sum_line_value(passage: Passage) -> Decimal:
    """The number of such a line. Raises ValueError where it is none."""
    match = _SUM_LINE.fullmatch((passage.text or "").strip())
    if match is None:
        raise ValueError(f"no sum line: {passage.text}")
    digits = re.sub(r"[ \u00a0\u2009\u202f.]", "", match["number"]).replace(",", ".")
    return Decimal(re.sub("[\u2212\u2013]", "-", digits))


def sum_cells(passage: Passage, like: CellRow, column: int, unit: str | None, row: int) -> list[CellRow]:
    """The line as a last row of the table: its label, and its number in the column. `like` is one of its cells."""
    match = _SUM_LINE.fullmatch((passage.text or "").strip())
    if match is None:
        raise ValueError(f"no sum line: {passage.text}")
    value = sum_line_value(passage)
    place = {name: getattr(passage, name) for name in ("page", "x0", "top", "x1", "bottom")}
    label = like.model_copy(
        update={**place, "row": row, "col": 0, "row_span": 1, "col_span": 1, "role": "total", "value": None}
        | {"step": None, "unit": None, "text": match["label"].strip(" :")}
    )
    number = label.model_copy(
        update={
            "col": column,
            "text": passage.text if match["label"] == "=" else match["number"],
            "value": value,
            "step": Decimal(1).scaleb(min(0, int(value.as_tuple().exponent))),
            "unit": _UNITS.get((match["unit"] or "").lower(), unit),
        }
    )
    return [label, number] if column != 0 else [number]


def _is_sum(passage: Passage) -> bool:
    """True for a label of a sum and its number. A sentence that tells one (`Totalt planeras 5 000 kr.`) is prose."""
    text = (passage.text or "").strip()
    match = _SUM_LINE.fullmatch(text)
    if match is None or (text.endswith(".") and not match["label"].strip().endswith((":", "="))):
        return False
    return label_sense(match["label"].strip(" :")) in ("sum", "named_total")
