"""Forms that a PDF does not draw: their pages are made by the program that opens them (XFA, as LiveCycle sets it).

What such a file holds as pages is a notice that asks for another program. Its form is XML beside them, without place,
and nothing of it can be pointed at on a page.
"""

import re

import pypdfium2
import pypdfium2.raw as pdfium

_MOST_PAGES = 2
"""The notice is one page, or one in each of two languages."""
_NOTICE = re.compile(r"\badobe\b|\bacrobat\b", re.IGNORECASE)
_LONGEST = 2000
"""Letters of such a page: the notice and no text beside it."""


def is_unrendered_form(document: pypdfium2.PdfDocument) -> bool:
    """True for a form whose pages hold the notice and no field: it is to be opened and printed where it is drawn."""
    if pdfium.FPDF_GetFormType(document) != pdfium.FORMTYPE_XFA_FULL or len(document) > _MOST_PAGES:
        return False
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage().get_text_range()
        fields = _number_of_fields(page)
        page.close()
        if fields or len(text) > _LONGEST or not _NOTICE.search(text):
            return False
    return True


def _number_of_fields(page: pypdfium2.PdfPage) -> int:
    """Form fields that have a place on the page."""
    found = 0
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        found += pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_WIDGET
        pdfium.FPDFPage_CloseAnnot(annotation)
    return found
