"""A PDF whose text pdfminer loses without an exception: data/lost_text.pdf, what stands in it, and how it is made.

`python -m tests.lost_text_pages` writes the file anew; it needs weasyprint (made with 70.0) and the fonts of
font-caladea and font-lato, and no font on the machine may have the sign below.

The fault: a text set in Lato has U+F0B7, the bullet that Word leaves behind in text copied from it, and no font has
it. For a font with such a gap WeasyPrint writes the font's Encoding as a CMap of its own, embedded in the file, in
place of the name Identity-H. pdfminer looks an Encoding up by its name among the CMaps that it knows, never reads an
embedded one, and takes an unknown name for a CMap without a single code: every string in that font has no characters.
So all that the document sets in Lato is lost, on every page, and what it sets in Caladea is read. pdfium reads both.
Any sign that no font has does this: on a machine without other fonts the hyphen U+2010 is enough, which WeasyPrint
breaks words with and which Caladea, Lato and Source Sans lack.
"""

from importlib.resources import files
from pathlib import Path

LOST_TEXT = Path(__file__).parent / "data" / "lost_text.pdf"

PAGES: tuple[tuple[tuple[str, str], ...], ...] = (
    # nothing is lost
    (
        ("read", "Plan för ungas psykiska hälsa"),
        ("read", "Ungdomsmottagningen håller öppet två kvällar i veckan och har tagit emot 1 480 besök."),
        ("read", "Ljungvik och Sandfors delar på kostnaden för en samordnare."),
    ),
    # nearly all is lost
    (
        ("read", "Mål för perioden"),
        ("lost", "\uf0b7 Elever som mår dåligt ska få ett första samtal inom en vecka."),
        ("lost", "Skolans personal går en utbildning i suicidprevention varje läsår, och 85 procent har gått den."),
        ("lost", "Föräldrar som söker stöd möts av samma person från det första samtalet till det sista."),
        ("lost", "Kommunen avsätter 640 000 kronor till gruppverksamhet för unga vuxna."),
    ),
    # one amount is lost: 4 of some 200 characters
    (
        ("read", "Kostnader under året"),
        ("read", "Handledning för skolkuratorer och skolsköterskor 118 500 kronor, i samarbete med regionen."),
        ("read", "Trygghetsvandringar i fyra bostadsområden, tillsammans med fastighetsägare och polis:"),
        ("lost", "9 250"),
        ("read", "Återstoden av medlen förs över till nästa år och redovisas då på nytt för nämnden."),
    ),
    # all is lost, and a picture stands on the page
    (
        ("lost", "Uppföljningen görs av samordnaren och lämnas till nämnden före den 15 mars."),
        ("lost", "Den bygger på enkäter till elever i årskurs 7 och på samtal med verksamheternas chefer."),
    ),
)
"""Each page's paragraphs: what becomes of each in pdfminer, and its text."""
PICTURE_PAGE = 4

_PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOYAAAAkgCREiL7ewAAAABJRU5ErkJggg=="
"""A grey pixel, PNG."""


def _html() -> str:
    caladea = files("font_caladea") / "files" / "Caladea-Regular.ttf"
    lato = files("font_lato") / "files" / "Lato-Regular.ttf"
    style = (
        f"@font-face {{font-family: Read; src: url('file://{caladea}')}}"
        f"@font-face {{font-family: Lost; src: url('file://{lato}')}}"
        "@page {size: A4; margin: 25mm} body {font-size: 11pt} section {break-after: page}"
        ".read {font-family: Read} .lost {font-family: Lost} img {width: 8cm; height: 3cm}"
    )
    sections = []
    for number, page in enumerate(PAGES, start=1):
        texts = "".join(f'<p class="{fate}">{text}</p>' for fate, text in page)
        picture = f'<img alt="" src="data:image/png;base64,{_PICTURE}">' if number == PICTURE_PAGE else ""
        sections.append(f"<section>{texts}{picture}</section>")
    return f'<html lang="sv"><head><style>{style}</style></head><body>{"".join(sections)}</body></html>'


def make(path: Path) -> None:
    """Write the PDF."""
    import weasyprint

    weasyprint.HTML(string=_html()).write_pdf(path)


if __name__ == "__main__":
    make(LOST_TEXT)
