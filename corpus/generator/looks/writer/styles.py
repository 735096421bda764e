"""The Word styles of a document, set as the design wants them."""

from typing import Any, Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from corpus.generator.looks.writer.design import Design, Lettering, Slot
from corpus.generator.looks.writer.markup import rule, tag

BODY: Final = "Body Text"
CELL: Final = "Table Text"
LABEL: Final = "Form Label"
ANSWER: Final = "Form Answer"
HINT: Final = "Form Hint"
CAPTION: Final = "Caption"
SMALL: Final = "Small Print"
NOTE: Final = "Footnote Text"
SEAM: Final = "Seam"
"""A paragraph that must be there and should not be seen: after a table, or before one that begins a page."""
TITLE: Final = "Title"
SUBTITLE: Final = "Subtitle"
BULLET: Final = "List Bullet"
NUMBERED: Final = "List Number"
ALIGNMENTS: Final[dict[Slot, WD_ALIGN_PARAGRAPH]] = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def heading_style(level: int) -> str:
    return f"Heading {level}"


def contents_style(level: int) -> str:
    return f"TOC {level}"


def prepare_styles(word: Document, design: Design) -> None:
    """Sets every style that a block uses, the language, and whether words are divided."""
    _drop_table_styles(word)
    _language(word, hyphenated=design.hyphenated)
    if not design.tables_hang:
        _align_tables(word)
    body = design.body
    _style(word, "Normal", body)
    _style(word, BODY, body, after=design.paragraph_after, spacing=design.line_spacing, justified=design.justified)
    for list_style in (BULLET, NUMBERED):
        _style(word, list_style, body, after=design.paragraph_after / 3, spacing=design.line_spacing)
    for level, heading in enumerate(design.headings, start=1):
        style = _style(word, heading_style(level), heading.lettering, before=heading.before, after=heading.after)
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER if heading.centred else WD_ALIGN_PARAGRAPH.LEFT
        _undivided(style)
        if heading.rule:
            style.element.get_or_add_pPr().append(tag("pBdr", rule("bottom", 0.75, heading.lettering.colour, 2)))
        _style(word, contents_style(level), body, before=4 if level == 1 else 0, after=2)
    _style(word, CELL, design.table.lettering)
    _style(word, LABEL, design.form.label)
    _style(word, ANSWER, design.form.answer)
    _style(word, HINT, design.form.hint)
    _style(word, CAPTION, design.table.caption, before=8, after=3).paragraph_format.keep_with_next = True
    _style(word, SMALL, design.page.small)
    _style(word, NOTE, Lettering(body.font, max(body.size - 2, 7.5)), after=1)
    first = design.headings[0].lettering
    _style(word, TITLE, Lettering(first.font, 26, first.colour, bold=first.bold), after=8)
    _style(word, SUBTITLE, Lettering(first.font, 14, first.colour), after=12)
    for name in (CELL, TITLE, SUBTITLE, CAPTION, LABEL, SMALL):
        _undivided(_known(word, name), divided=design.hyphenated and name == CELL)
    seam = _style(word, SEAM, Lettering(body.font, 1), after=8)
    seam.paragraph_format.line_spacing = Pt(1)


def in_style(paragraph: Paragraph, name: str) -> Paragraph:
    """The paragraph, now in the style. By its identifier: python-docx searches all styles for a name each time."""
    paragraph._p.style = _identifier(name)  # noqa: SLF001
    return paragraph


def resized(word: Document, name: str, size: float) -> str:
    """The name of a style that is as the named one but for the size of its type."""
    smaller = f"{name} {size:g}"
    style = _known(word, smaller)
    style.base_style = _known(word, name)
    style.font.size = Pt(size)
    return smaller


def _identifier(name: str) -> str:
    return name.replace(" ", "")


def _known(word: Document, name: str) -> ParagraphStyle:
    """The paragraph style of the name, made where Word's template has none."""
    known: Any = word.styles.element.get_by_id(_identifier(name))
    if known is None:
        word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        known = word.styles.element.get_by_id(_identifier(name))
    return ParagraphStyle(known)


def _drop_table_styles(word: Document) -> None:
    """Word's template has a hundred; none is used here but the plain one, and LibreOffice reads them all."""
    root: Any = word.styles.element
    for style in root.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) is None:
            root.remove(style)


def _style(
    word: Document,
    name: str,
    lettering: Lettering,
    *,
    before: float = 0,
    after: float = 0,
    spacing: float = 1.0,
    justified: bool = False,
) -> ParagraphStyle:
    style = _known(word, name)
    style.font.name = lettering.font
    fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    style.font.size = Pt(lettering.size)
    style.font.bold = lettering.bold
    style.font.italic = lettering.italic
    style.font.color.rgb = RGBColor.from_string(lettering.colour)
    layout = style.paragraph_format
    layout.space_before = Pt(before)
    layout.space_after = Pt(after)
    layout.line_spacing = spacing
    layout.widow_control = True
    layout.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if justified else WD_ALIGN_PARAGRAPH.LEFT
    properties = style.element.get_or_add_pPr()
    for inherited in ("w:numPr", "w:pBdr", "w:contextualSpacing", "w:ind"):
        for element in properties.findall(qn(inherited)):
            properties.remove(element)
    return style


def _undivided(style: ParagraphStyle, *, divided: bool = False) -> None:
    """Words in this style are not divided, whatever the document does."""
    if not divided:
        style.element.get_or_add_pPr().append(tag("suppressAutoHyphens"))


def _language(word: Document, *, hyphenated: bool) -> None:
    root: Any = word.styles.element
    for language in root.iter(qn("w:lang")):
        language.set(qn("w:val"), "sv-SE")
    if hyphenated:
        word.settings.element.append(tag("autoHyphenation", val=1))


def _align_tables(word: Document) -> None:
    """A table's edge stands flush with the text, as from Word 2013 on; before, the words in its cells did."""
    mode = tag("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    settings: Any = word.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    settings.append(tag("compat", mode))
