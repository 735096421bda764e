"""Forms that only one program shows are refused with what to do; forms that are drawn are taken in."""

from pathlib import Path

import pikepdf
import pytest

from extractors.taking.fingerprint import Limits
from extractors.taking.intake import take
from models.failures import IntakeError

NOTICE = b"BT /F 12 Tf 72 700 Td (Vi kan inte visa filen. Skaffa Adobe Reader.) Tj ET"


def form(path: Path, content: bytes, *, dynamic: bool = True, field: bool = False, n_pages: int = 1) -> Path:
    """A file with a form in XML, its pages holding only `content`."""
    with pikepdf.new() as document:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        for _ in range(n_pages):
            page = document.add_blank_page(page_size=(595, 842))
            page.Contents = document.make_stream(content)
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        xml = document.make_stream(b"<form/>")
        acroform = pikepdf.Dictionary(Fields=pikepdf.Array(), XFA=xml)
        if field:
            widget = document.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name.Widget,
                    FT=pikepdf.Name.Tx,
                    T="namn",
                    V="Granviks kommun",
                    Rect=[72, 600, 300, 620],
                )
            )
            acroform.Fields.append(widget)
            document.pages[0].Annots = pikepdf.Array([widget])
        document.Root.AcroForm = document.make_indirect(acroform)
        if dynamic:
            document.Root.NeedsRendering = True
        document.save(path)
    return path


def test_a_form_that_is_not_drawn_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(IntakeError) as caught:
        take(form(tmp_path / "blankett.pdf", NOTICE), Limits())

    assert (caught.value.stage, caught.value.code) == ("take", "xfa_form")
    assert "skriv ut den till en ny PDF" in caught.value.message_sv
    assert "print it to a new PDF" in caught.value.message_en


@pytest.mark.parametrize(
    ("content", "options"),
    [
        pytest.param(NOTICE, {"dynamic": False}, id="drawn-as-well"),
        pytest.param(NOTICE, {"field": True}, id="with-a-field-on-its-page"),
        pytest.param(NOTICE, {"n_pages": 3}, id="of-many-pages"),
        pytest.param(b"BT /F 12 Tf 72 700 Td (Kommunens svar) Tj ET", {}, id="with-text-of-its-own"),
    ],
)
def test_a_form_whose_pages_hold_something_is_taken_in(tmp_path, content, options):
    assert take(form(tmp_path / "blankett.pdf", content, **options), Limits()).n_pages >= 1
