"""The list of the headings: plain lines with dotted tabs and the number of the heading's page."""

from collections.abc import Iterator

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Pt

from corpus.generator.looks.writer.prose import add_field, letter
from corpus.generator.looks.writer.styles import BODY, contents_style
from corpus.generator.looks.writer.typescript import Typescript
from corpus.generator.plain import Plain

STEP = 12.0
"""How much further in each level begins, in points."""


def print_contents(script: Typescript) -> None:
    """Lists the headings of the present part that are still to come."""
    design = script.design
    script.lists_contents = True
    if design.contents_on_own_page:
        script.new_page()
    title = script.paragraph(script.ground, BODY)
    title.paragraph_format.keep_with_next = True
    letter(title.add_run(design.contents_title), design.headings[0].lettering)
    headings = enumerate(_headings(script.document["blocks"]), start=1)
    for number, (part, heading) in headings:
        if part != script.part or number <= script.headings or heading["level"] > design.contents_depth:
            continue
        line = script.paragraph(script.ground, contents_style(heading["level"]))
        line.paragraph_format.left_indent = Pt(STEP * (heading["level"] - 1))
        line.paragraph_format.tab_stops.add_tab_stop(
            Pt(script.ground.width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )
        line.add_run(f"{heading['number']} {heading['words']}".strip() + "\t")
        add_field(line, f"PAGEREF _Heading{number}")
    if design.contents_on_own_page:
        script.new_page()


def _headings(blocks: list[Plain], part: int = 0) -> Iterator[tuple[int, Plain]]:
    """Every heading in the order of print, with the ordinal of its part."""
    for place, block in enumerate(blocks):
        match block["type"]:
            case "heading":
                yield part, block
            case "boxed" | "landscape":
                for _, heading in _headings(block["blocks"]):
                    yield part, heading
            case "page_break" if block["restart"] and place:
                part += 1
            case _:
                pass
