"""Tables of a document: heads, rows, totals, and the rules between them."""

from typing import Any, Final

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from corpus.generator.looks.writer.design import TableDesign
from corpus.generator.looks.writer.markup import TWENTIETHS, rule, shade, tag
from corpus.generator.looks.writer.measure import fit_columns, widest_piece, width_of
from corpus.generator.looks.writer.prose import add_runs
from corpus.generator.looks.writer.styles import ALIGNMENTS, BODY, CAPTION, CELL, in_style, resized
from corpus.generator.looks.writer.typescript import Ground, Typescript
from corpus.generator.plain import Plain

SMALLEST: Final = 6.0
STEP: Final = 0.5
SIDE_PADDING: Final = 4.0
SLACK: Final = 1.5
"""LibreOffice and our measure part by a little; in points."""
WHITE: Final = RGBColor(255, 255, 255)


def print_table(script: Typescript, table: Plain, ground: Ground) -> None:
    """The caption, the table, and the line under it that states its sum."""
    design = script.design.table
    if table["caption"]:
        script.paragraph(ground, CAPTION).add_run(table["caption"])
    size, widths = _fit(table, design, ground.width)
    heads = 0 if table["headless"] else 1 + bool(table["groups"])
    printed = _Printed(script, script.table(ground, heads + len(table["rows"]), widths), table, size, widths)
    printed.rule_all()
    if heads:
        printed.print_heads()
    for number, row in enumerate(table["rows"]):
        printed.print_row(heads + number, row, odd=bool(number % 2))
    if table["sum_line"]:
        line = script.paragraph(ground, BODY)
        line.alignment = ALIGNMENTS[design.sum_line_slot]
        add_runs(line, table["sum_line"], script.footnotes.add)


def _fit(table: Plain, design: TableDesign, total: float) -> tuple[float, list[float]]:
    """The largest size of type, from the design's down, at which no word is broken; and the columns' widths."""
    font, size = design.lettering.font, design.lettering.size
    shares = [column["width"] for column in table["columns"]]
    while True:
        needs = [_need(table, index, font, size) for index in range(len(shares))]
        widths = fit_columns(shares, needs, total)
        if widths is not None:
            return size, widths
        if size <= SMALLEST:
            return size, [total * need / sum(needs) for need in needs]
        size -= STEP


def _need(table: Plain, index: int, font: str, size: float) -> float:
    """The least width of a column: its longest word, or all of a figure. Bold, as any row may be."""
    column = table["columns"][index]
    cells = [
        "".join(run["s"] for run in row["cells"][index] if run["t"] != "note")
        for row in table["rows"]
        if index < len(row["cells"]) and row["role"] != "section"
    ]
    measure = width_of if column["kind"] == "figure" else widest_piece
    widest = max((measure(words, font, size, bold=True) for words in cells), default=0.0)
    head = 0.0 if table["headless"] else widest_piece(column["head"], font, size, bold=True)
    return max(widest, head, size) + 2 * SIDE_PADDING + SLACK


class _Printed:
    """A table under way."""

    def __init__(self, script: Typescript, table: Table, plain: Plain, size: float, widths: list[float]) -> None:
        self._script = script
        self._design = script.design.table
        self._rows: list[Any] = table._tbl.tr_lst  # noqa: SLF001 - a row's cells by python-docx are slow in long tables
        self._table = table
        self._plain = plain
        self._style = CELL if size == self._design.lettering.size else resized(script.word, CELL, size)
        self._widths = widths

    def rule_all(self) -> None:
        """The rules that the whole table has, and the air in its cells."""
        design = self._design
        weights = {
            "grid": dict.fromkeys(("top", "left", "bottom", "right", "insideH", "insideV"), design.rule),
            "rows": dict.fromkeys(("top", "bottom", "insideH"), design.rule),
            "head": {"bottom": design.rule},
            "none": {},
        }[design.borders]
        properties: Any = self._table._tbl.tblPr  # noqa: SLF001 - python-docx has no name for borders
        properties.append(
            tag("tblBorders", *(rule(side, weight, design.rule_colour) for side, weight in weights.items()))
        )
        air = {"top": design.padding, "left": SIDE_PADDING, "bottom": design.padding, "right": SIDE_PADDING}
        properties.append(
            tag("tblCellMar", *(tag(side, w=round(width * TWENTIETHS), type="dxa") for side, width in air.items()))
        )

    def print_heads(self) -> None:
        """The row of groups, where there is one, and the row of column heads."""
        groups, columns = self._plain["groups"], self._plain["columns"]
        lone: set[int] = set()
        if groups:
            cells = self._cells(0, [group["span"] for group in groups])
            first = 0
            for cell, group in zip(cells, groups, strict=True):
                alone = group["span"] == 1 and not group["words"]
                if alone:
                    lone.add(first)
                    _merge(cell, "restart")
                if alone:
                    self._head(cell, columns[first]["head"], columns[first]["kind"])
                else:
                    self._head(cell, group["words"], "mark")
                first += group["span"]
        last = 1 if groups else 0
        for index, cell in enumerate(self._cells(last, [1] * len(columns))):
            if index in lone:
                _merge(cell, "continue")
            self._head(cell, "" if index in lone else columns[index]["head"], columns[index]["kind"])
        for row in self._rows[: last + 1]:
            row.get_or_add_trPr().append(tag("cantSplit"))
            if self._design.repeat_head:
                row.get_or_add_trPr().append(tag("tblHeader"))

    def print_row(self, place: int, row: Plain, *, odd: bool) -> None:
        """One row under the heads; odd rows are tinted where the table is striped."""
        design, role = self._design, row["role"]
        spans = role == "section" and design.section_spans
        cells = self._cells(place, [len(self._widths)] if spans else [1] * len(self._widths))
        strong = (role in {"total", "subtotal"} and design.total != "plain") or (
            role == "section" and design.section != "italic"
        )
        tint = design.zebra if odd else None
        if (role == "section" and design.section == "tint") or (role == "total" and design.total == "tint"):
            tint = design.palette.tint
        for index, cell in enumerate(cells):
            kind = "text" if role == "section" else self._plain["columns"][index]["kind"]
            paragraph = self._paragraph(cell, kind)
            if index < len(row["cells"]):
                add_runs(paragraph, row["cells"][index], self._script.footnotes.add)
            if role == "breakdown" and index == 0:
                paragraph.paragraph_format.left_indent = Pt(design.breakdown_indent)
            for run in paragraph.runs:
                run.bold = True if strong else run.bold
                run.italic = True if role == "section" and design.section == "italic" else None
            vertical = design.figure_vertical if kind != "text" else "top"
            edges = (
                [rule("top", design.rule * 2, design.rule_colour)]
                if role == "total" and design.total == "ruled"
                else []
            )
            _set(cell, vertical=vertical, tint=tint, edges=edges)
        if design.whole_rows:
            self._rows[place].get_or_add_trPr().append(tag("cantSplit"))

    def _cells(self, place: int, spans: list[int]) -> list[_Cell]:
        """The row's cells after they have been joined: one for each span of columns."""
        row = self._rows[place]
        cells: list[_Cell] = []
        first = 0
        for span in spans:
            element = row.tc_lst[len(cells)]
            for _ in range(span - 1):
                row.remove(row.tc_lst[len(cells) + 1])
            if span > 1:
                element.grid_span = span
            element.width = Pt(sum(self._widths[first : first + span]))
            cells.append(_Cell(element, self._table))
            first += span
        return cells

    def _paragraph(self, cell: _Cell, kind: str) -> Paragraph:
        paragraph: Paragraph = cell.paragraphs[0]
        in_style(paragraph, self._style)
        if kind == "figure":
            paragraph.alignment = ALIGNMENTS[self._design.figure_slot]
        elif kind == "mark":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return paragraph

    def _head(self, cell: _Cell, words: str, kind: str) -> None:
        design = self._design
        paragraph = self._paragraph(cell, kind)
        run = paragraph.add_run(words)
        run.bold = design.head != "plain"
        if design.head == "dark":
            run.font.color.rgb = WHITE
        tint = {"dark": design.palette.accent, "tint": design.palette.tint}.get(design.head)
        edges = [rule("bottom", design.rule * 2, design.rule_colour)] if design.borders == "head" else []
        _set(cell, vertical="bottom" if design.borders == "head" else "center", tint=tint, edges=edges)


def _set(cell: _Cell, *, vertical: str, tint: str | None, edges: list[BaseOxmlElement]) -> None:
    properties: Any = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - python-docx has no names for these
    if edges:
        properties.append(tag("tcBorders", *edges))
    if tint:
        properties.append(shade(tint))
    properties.append(tag("vAlign", val=vertical))


def _merge(cell: _Cell, how: str) -> None:
    cell._tc.get_or_add_tcPr().append(tag("vMerge", val=how))  # noqa: SLF001 - python-docx merges whole tables slowly
