"""Place, date, name and office of whoever signs."""

from docx.shared import Pt

from corpus.generator.looks.writer.design import BLACK
from corpus.generator.looks.writer.markup import rule, tag
from corpus.generator.looks.writer.styles import BODY, in_style
from corpus.generator.looks.writer.typescript import Ground, Typescript
from corpus.generator.plain import Plain

LINE = 220.0
"""The length of a line to sign on, in points."""


def print_signature(script: Typescript, block: Plain, ground: Ground) -> None:
    """Signed on a line, or in two columns, or with the name alone."""
    if script.design.signature == "columns" and block["place_and_date"]:
        _in_columns(script, block, ground)
        return
    signed = script.design.signature != "plain"
    before = Pt(18)
    if block["place_and_date"]:
        placed = script.paragraph(ground, BODY)
        placed.paragraph_format.space_before = before
        placed.paragraph_format.keep_with_next = True
        placed.add_run(block["place_and_date"])
    name = script.paragraph(ground, BODY)
    name.paragraph_format.space_before = Pt(34) if signed else before
    name.paragraph_format.space_after = Pt(0)
    name.paragraph_format.keep_with_next = True
    if signed:
        name.paragraph_format.right_indent = Pt(max(ground.width - LINE, 0))
        name._p.get_or_add_pPr().append(tag("pBdr", rule("top", 0.5, BLACK, 3)))  # noqa: SLF001 - no public name
    name.add_run(block["name"])
    script.paragraph(ground, BODY).add_run(block["role"])


def _in_columns(script: Typescript, block: Plain, ground: Ground) -> None:
    """Place and date to the left, name and office to the right, each over a line of its own."""
    table = script.table(ground, 1, [ground.width / 2, ground.width / 2])
    row = table.rows[0]
    row._tr.get_or_add_trPr().append(tag("cantSplit"))  # noqa: SLF001 - python-docx has no name for it
    for cell, lines in zip(row.cells, ([block["place_and_date"]], [block["name"], block["role"]]), strict=True):
        first = cell.paragraphs[0]
        first.paragraph_format.space_before = Pt(30)
        for number, words in enumerate(lines):
            line = cell.add_paragraph() if number else first
            in_style(line, BODY)
            line.paragraph_format.space_after = Pt(0)
            line.paragraph_format.right_indent = Pt(20)
            if not number:
                line._p.get_or_add_pPr().append(tag("pBdr", rule("top", 0.5, BLACK, 3)))  # noqa: SLF001
            line.add_run(words)
