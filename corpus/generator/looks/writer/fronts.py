"""Covers and letterheads: the ways in which a document begins."""

import io
from typing import Final

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from corpus.generator.looks.writer.design import BLACK, Lettering
from corpus.generator.looks.writer.emblem import emblem
from corpus.generator.looks.writer.markup import TWENTIETHS, rule, shade, tag
from corpus.generator.looks.writer.measure import fit_columns, widest_piece
from corpus.generator.looks.writer.prose import letter
from corpus.generator.looks.writer.styles import BODY, SUBTITLE, TITLE, in_style
from corpus.generator.looks.writer.typescript import Typescript
from corpus.generator.plain import Plain

CELL_PADDING: Final = 5.4
"""Word's own, to either side; in points."""
LABEL_SIZE: Final = 7.0
LABELS: Final = {
    "date": "Datum",
    "diary_number": "Diarienummer",
    "unit": "Förvaltning",
    "sender": "Handläggare",
    "recipient": "Mottagare",
}


def print_cover(script: Typescript, block: Plain, *, goes_on: bool) -> None:
    """A page of its own where the look has such covers and the document goes on; else a title above the text."""
    design = script.design
    own_page = design.cover in {"page", "band", "centred"} and goes_on
    if own_page:
        script.new_page()
        if script.fresh:
            script.word.sections[-1].different_first_page_header_footer = True
    title: Paragraph
    if design.cover in {"band", "bar"}:
        title = _band(script, block)
    else:
        title = script.paragraph(script.ground, TITLE)
        title.add_run(block["title"])
        if block["subtitle"]:
            script.paragraph(script.ground, SUBTITLE).add_run(block["subtitle"])
    if own_page:
        title.paragraph_format.space_before = Pt(150 if design.cover != "band" else 60)
    lines = [script.paragraph(script.ground, BODY) for _ in block["lines"]]
    for line, words in zip(lines, block["lines"], strict=True):
        line.add_run(words)
        line.paragraph_format.space_after = Pt(2)
    if design.cover == "centred":
        for paragraph in script.word.paragraphs[-len(lines) - 1 - bool(block["subtitle"]) :]:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if own_page:
        foot = script.paragraph(script.ground, BODY)
        foot.paragraph_format.space_before = Pt(240)
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER if design.cover == "centred" else WD_ALIGN_PARAGRAPH.LEFT
        foot.add_run().add_picture(io.BytesIO(emblem(design.emblem, design.palette.accent)), height=Pt(60))
        script.new_page()


def _band(script: Typescript, block: Plain) -> Paragraph:
    """Title and subtitle in white upon the authority's colour."""
    ground = script.ground
    cell = script.table(ground, 1, [ground.width]).rows[0].cells[0]
    padding = [tag(side, w=12 * TWENTIETHS, type="dxa") for side in ("top", "left", "bottom", "right")]
    cell._tc.get_or_add_tcPr().extend([tag("tcMar", *padding), shade(script.design.palette.accent)])  # noqa: SLF001
    title: Paragraph = cell.paragraphs[0]
    in_style(title, TITLE)
    font, bar = script.design.headings[0].lettering.font, script.design.cover == "bar"
    letter(title.add_run(block["title"]), Lettering(font, 18 if bar else 26, "FFFFFF", bold=True))
    if block["subtitle"]:
        letter(in_style(cell.add_paragraph(), SUBTITLE).add_run(block["subtitle"]), Lettering(font, 13, "FFFFFF"))
    return title


def print_letterhead(script: Typescript, block: Plain) -> None:
    """Issuer with coat of arms to the left, kind, date and number to the right; or a row of labelled fields."""
    match script.design.letterhead:
        case "split":
            _split(script, block)
        case "three":
            _three(script, block)
        case "fields":
            _fields(script, block)


def _split(script: Typescript, block: Plain) -> None:
    width = script.ground.width
    left, right = script.table(script.ground, 1, [width * 0.6, width * 0.4]).rows[0].cells
    _arms(script, left)
    _wordmark(script, left, block["issuer"])
    _say(script, left, "unit", block["unit"], label=False)
    for line in block["sender"]:
        _say(script, left, "sender", line, label=False)
    _say_kind(script, right, block["kind"])
    _say(script, right, "date", block["date"])
    _say(script, right, "diary_number", block["diary_number"])
    _recipient(script, block["recipient"])


def _three(script: Typescript, block: Plain) -> None:
    width = script.ground.width
    table = script.table(script.ground, 2, [width * 0.42, width * 0.33, width * 0.25])
    (arms, kind, dated), (sender, middle, number) = (row.cells for row in table.rows)
    _arms(script, arms)
    _wordmark(script, arms, block["issuer"])
    _say_kind(script, kind, block["kind"])
    _say(script, dated, "date", block["date"])
    _say(script, sender, "unit", block["unit"], label=False)
    for line in block["sender"]:
        _say(script, sender, "sender", line, label=False)
    _say(script, middle, "recipient", block["recipient"])
    _say(script, number, "diary_number", block["diary_number"])


def _fields(script: Typescript, block: Plain) -> None:
    width = script.ground.width
    arms, kind = script.table(script.ground, 1, [width * 0.6, width * 0.4]).rows[0].cells
    _arms(script, arms)
    _wordmark(script, arms, block["issuer"])
    _say_kind(script, kind, block["kind"])
    named = [name for name in ("unit", "sender", "recipient", "date", "diary_number") if block[name]]
    abreast = 5 if _field_widths(script, block, named) else 3
    for first in range(0, len(named), abreast):
        _field_row(script, block, named[first : first + abreast])


def _field_row(script: Typescript, block: Plain, named: list[str]) -> None:
    """The fields beside each other between two rules."""
    width = script.ground.width
    widths = _field_widths(script, block, named) or [width / len(named)] * len(named)
    table = script.table(script.ground, 1, widths)
    for cell, name in zip(table.rows[0].cells, named, strict=True):
        edges = tag("tcBorders", *(rule(side, 0.5, script.design.palette.accent) for side in ("top", "bottom")))
        cell._tc.get_or_add_tcPr().append(edges)  # noqa: SLF001 - python-docx has no name for borders
        for number, words in enumerate(_lines_of(block[name])):
            _say(script, cell, name, words, label=not number)


def _field_widths(script: Typescript, block: Plain, named: list[str]) -> list[float] | None:
    """As much as each field's longest word takes, and the rest in equal parts; None where there is no room."""
    body = script.design.body
    needs = [
        max(
            widest_piece(" ".join(_lines_of(block[name])), body.font, body.size),
            widest_piece(LABELS[name], script.design.page.small.font, LABEL_SIZE),
        )
        + 2 * CELL_PADDING
        for name in named
    ]
    return fit_columns([1.0] * len(needs), needs, script.ground.width) if needs else []


def _lines_of(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def _line(cell: _Cell) -> Paragraph:
    """The next line of a cell; a cell comes with one that is empty."""
    last: Paragraph = cell.paragraphs[-1]
    return cell.add_paragraph() if last.runs else last


def _arms(script: Typescript, cell: _Cell) -> None:
    """The coat of arms, where the running head does not bear it."""
    if not script.design.page.emblem_in_head:
        picture = io.BytesIO(emblem(script.design.emblem, script.design.palette.accent))
        _line(cell).add_run().add_picture(picture, height=Pt(34))


def _wordmark(script: Typescript, cell: _Cell, issuer: str) -> None:
    if issuer:
        font = script.design.headings[0].lettering.font
        letter(_line(cell).add_run(issuer), Lettering(font, 15, script.design.palette.accent, bold=True))


def _say_kind(script: Typescript, cell: _Cell, kind: str) -> None:
    if kind:
        letter(_line(cell).add_run(kind), Lettering(script.design.headings[0].lettering.font, 11, bold=True))


def _say(script: Typescript, cell: _Cell, name: str, words: str, *, label: bool = True) -> None:
    """The words on a line of their own, under their label where the look has labels."""
    small = script.design.page.small
    if words and label and script.design.letterhead_labels:
        letter(_line(cell).add_run(LABELS[name]), Lettering(small.font, LABEL_SIZE, "595959"))
    if words:
        letter(_line(cell).add_run(words), Lettering(script.design.body.font, script.design.body.size - 1, BLACK))


def _recipient(script: Typescript, words: str) -> None:
    if words:
        line = script.paragraph(script.ground, BODY)
        line.paragraph_format.space_before = Pt(24)
        line.paragraph_format.left_indent = Pt(script.ground.width * 0.6)
        line.add_run(words)
