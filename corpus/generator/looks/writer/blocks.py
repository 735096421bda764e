"""Prints each kind of block into a Word file under way."""

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from corpus.generator.looks.writer.contents import print_contents
from corpus.generator.looks.writer.design import BLACK
from corpus.generator.looks.writer.forms import print_form
from corpus.generator.looks.writer.fronts import print_cover, print_letterhead
from corpus.generator.looks.writer.markup import TWENTIETHS, rule, shade, tag
from corpus.generator.looks.writer.prose import add_runs
from corpus.generator.looks.writer.signature import print_signature
from corpus.generator.looks.writer.styles import BODY, BULLET, NUMBERED, heading_style, in_style
from corpus.generator.looks.writer.tables import print_table
from corpus.generator.looks.writer.typescript import Ground, Typescript
from corpus.generator.plain import Plain

BOX_PADDING = 7.0


def print_document(script: Typescript) -> bytes:
    """The document that the typescript is of, as a Word file."""
    blocks = script.document["blocks"]
    for number, block in enumerate(blocks):
        if block["type"] == "landscape":
            script.lie_down(lies=True)
            for inner in block["blocks"]:
                print_block(script, inner, script.ground)
        else:
            script.lie_down(lies=False)
            if block["type"] == "cover":
                print_cover(script, block, goes_on=number + 1 < len(blocks))
            else:
                print_block(script, block, script.ground)
    return script.finish()


def print_block(script: Typescript, block: Plain, ground: Ground) -> None:  # noqa: C901, PLR0912 - a case a kind
    """Puts the block at the end of the ground."""
    match block["type"]:
        case "cover":
            print_cover(script, block, goes_on=False)
        case "letterhead":
            print_letterhead(script, block)
        case "contents":
            print_contents(script)
        case "heading":
            _print_heading(script, block, ground)
        case "paragraph":
            add_runs(script.paragraph(ground, BODY), block["runs"], script.footnotes.add)
        case "run_in":
            _print_run_in(script, block, ground)
        case "bullets":
            style = NUMBERED if block["ordered"] else BULLET
            last = _print_items(script, block["items"], ground, style, script.lists.begin(ordered=block["ordered"]))
            if last is not None:
                last.paragraph_format.space_after = Pt(script.design.paragraph_after)
        case "table":
            print_table(script, block, ground)
        case "form":
            print_form(script, block, ground)
        case "boxed":
            _print_boxed(script, block, ground)
        case "signature":
            print_signature(script, block, ground)
        case "page_break":
            if block["restart"]:
                script.new_part()
            else:
                script.new_page()
        case "landscape":
            for inner in block["blocks"]:
                print_block(script, inner, ground)
        case other:
            raise ValueError(f"unknown block {other!r}")


def _print_heading(script: Typescript, block: Plain, ground: Ground) -> None:
    level = block["level"]
    if level == 1 and script.lists_contents and script.design.chapters_on_new_pages and ground == script.ground:
        script.new_page()
    heading = script.paragraph(ground, heading_style(level))
    if block["number"]:
        heading.add_run(f"{block['number']}{script.design.number_gap}")
    heading.add_run(block["words"])
    script.headings += 1
    script.bookmark(heading, f"_Heading{script.headings}")


def _print_run_in(script: Typescript, block: Plain, ground: Ground) -> None:
    paragraph = script.paragraph(ground, BODY)
    label = paragraph.add_run(block["label"])
    label.bold = True
    label.italic = script.design.run_in_italic
    runs = block["runs"]
    if runs and not runs[0]["s"][:1].isspace():
        paragraph.add_run(" ")
    add_runs(paragraph, runs, script.footnotes.add)


def _print_items(
    script: Typescript, items: list[Plain], ground: Ground, style: str, number: int, depth: int = 0
) -> Paragraph | None:
    """Items and what stands under them; the last paragraph that was printed."""
    last = None
    for item in items:
        last = script.paragraph(ground, style)
        script.lists.mark(last, number, depth)
        add_runs(last, item["runs"], script.footnotes.add)
        last = _print_items(script, item["items"], ground, style, number, depth + 1) or last
    return last


def _print_boxed(script: Typescript, block: Plain, ground: Ground) -> None:
    table = script.table(ground, 1, [ground.width])
    cell = table.rows[0].cells[0]
    cell._tc.get_or_add_tcPr().extend(_box(script))  # noqa: SLF001 - python-docx has no name for borders
    inside = Ground(cell, ground.width - 2 * BOX_PADDING)
    if block["title"]:
        title = cell.paragraphs[0]
        in_style(title, BODY)
        title.paragraph_format.keep_with_next = True
        title.add_run(block["title"]).bold = True
    for inner in block["blocks"]:
        print_block(script, inner, inside)
    if not block["title"]:
        _drop_first(cell)


def _box(script: Typescript) -> list[BaseOxmlElement]:
    """The borders, the ground and the padding of a box."""
    design = script.design
    sides = ("top", "left", "bottom", "right")
    weights = {
        "frame": dict.fromkeys(sides, design.table.rule),
        "tint": dict.fromkeys(sides, 0.0),
        "bar": dict.fromkeys(sides, 0.0) | {"left": 3.0},
    }[design.boxed]
    colour = BLACK if design.boxed == "frame" else design.palette.accent
    padding = [tag(side, w=round(BOX_PADDING * TWENTIETHS), type="dxa") for side in sides]
    properties = [tag("tcBorders", *(rule(side, weights[side], colour) for side in sides)), tag("tcMar", *padding)]
    return [*properties, shade(design.palette.tint)] if design.boxed == "tint" else properties


def _drop_first(cell: _Cell) -> None:
    """Takes the empty paragraph out with which Word begins every cell, where something else stands in it."""
    if len(cell.paragraphs) > 1:
        first = cell.paragraphs[0]._p  # noqa: SLF001 - python-docx cannot take a paragraph out
        cell._tc.remove(first)  # noqa: SLF001
