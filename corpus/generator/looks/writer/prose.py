"""Runs of words, footnote marks, fields and bookmarks in a paragraph."""

from collections.abc import Callable
from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from corpus.generator.looks.writer.design import Lettering
from corpus.generator.looks.writer.markup import tag
from corpus.generator.plain import Plain

PRESERVE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def add_runs(paragraph: Paragraph, runs: list[Plain], note: Callable[[str], BaseOxmlElement]) -> None:
    """The runs at the end of the paragraph; note takes in a footnote's words and gives its mark."""
    for run in runs:
        match run["t"]:
            case "note":
                paragraph._p.append(note(run["s"]))  # noqa: SLF001 - python-docx has no name for a footnote's mark
            case "strong":
                paragraph.add_run(run["s"]).bold = True
            case _:
                paragraph.add_run(run["s"])


def letter(run: Run, lettering: Lettering) -> Run:
    """The run in this lettering instead of its paragraph's."""
    run.font.name = lettering.font
    run.font.size = Pt(lettering.size)
    run.font.bold = lettering.bold
    run.font.italic = lettering.italic
    run.font.color.rgb = RGBColor.from_string(lettering.colour)
    return run


def add_field(paragraph: Paragraph, code: str) -> None:
    """A field that LibreOffice works out: PAGE, PAGEREF name."""
    instruction = tag("instrText")
    instruction.set(PRESERVE, "preserve")
    instruction.text = f" {code} "
    shown = tag("t")
    shown.text = "0"
    for part in (
        tag("fldChar", fldCharType="begin"),
        instruction,
        tag("fldChar", fldCharType="separate"),
        shown,
        tag("fldChar", fldCharType="end"),
    ):
        paragraph._p.append(tag("r", part))  # noqa: SLF001 - python-docx has no name for fields


def add_bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """A mark that PAGEREF can point to; number is unique in the document."""
    paragraph._p.append(tag("bookmarkStart", id=number, name=name))  # noqa: SLF001 - nor for bookmarks
    paragraph._p.append(tag("bookmarkEnd", id=number))  # noqa: SLF001
