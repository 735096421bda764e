"""Boxes beside each other, one of them with a table: what stands in each is read by itself."""

from extractors.layout.furniture import Furniture
from extractors.layout.joining import join_pages
from extractors.layout.page_layout import lay_out
from extractors.layout.panels import parted_in_panels
from extractors.pages.geometry import Box
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.hyphens import Vocabulary
from models.blocks import Table
from tests.layout_builders import LEFT, MEASURES, beside, raw_page, set_line

_INNER = LEFT + 150
_ROWS = [("Vad", "När"), ("Utbilda ledare", "2027"), ("Öppna kafé", "2028"), ("Ordna läger", "2029")]
_RULES = [Box(_INNER + 5, 117 + 20 * n, 500, 117.5 + 20 * n) for n in range(3)]


def _boxes() -> DraftGrid:
    """A box with an area's name and its goal, and one with a table."""
    left = (set_line("Skydd", LEFT + 5, 115, bold=True), set_line("Alla vågar fråga.", LEFT + 5, 140))
    right = tuple(
        beside(
            set_line(what, _INNER + 5, 113 + 20 * n, bold=not n), set_line(when, _INNER + 180, 113 + 20 * n, bold=not n)
        )
        for n, (what, when) in enumerate(_ROWS)
    )
    boxes = Box(LEFT, 95, _INNER, 185), Box(_INNER, 95, 510, 185)
    cells = tuple(
        DraftCell(0, i, 1, 1, box, lines) for i, (box, lines) in enumerate(zip(boxes, (left, right), strict=True))
    )
    return DraftGrid(1, Box(LEFT, 95, 510, 185), cells, 1, 2, (LEFT, _INNER, 510.0), drawn_edges=(LEFT, _INNER, 510.0))


def test_a_table_in_a_box_is_read_after_the_box_beside_it():
    parts = Furniture(body=(), running=(), numbers=(), footnotes=(), label=None)
    layout = lay_out(raw_page(rules=_RULES), [_boxes()], parts, MEASURES, Vocabulary())
    blocks = list(join_pages([layout], Vocabulary()))

    assert [block.text for block in blocks if not isinstance(block, Table)] == ["Skydd", "Alla vågar fråga."]
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert blocks[-1] is table
    assert table.grid() == [list(row) for row in _ROWS]


def test_a_row_of_cells_without_rules_within_them_is_no_panel():
    grid = _boxes()

    assert parted_in_panels(raw_page(), [grid], MEASURES) == ([], [grid])
