"""Forms of the kind that programs write: fields with their parents, states with and without how they are drawn."""

from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from extractors.forms.fields import read_form
from extractors.pages.geometry import Box
from extractors.reading import read_file
from tests.layout_builders import DrawnPage, write_pdf
from tests.page_attachments import annotation

_READ_ONLY, _RADIO, _COMBO, _SEVERAL = 1, 1 << 15, 1 << 17, 1 << 21


def fields_of(path: Path) -> list[tuple[str | None, str, str | None]]:
    blocks = read_file(path, "0" * 64, path.name).blocks
    return [(field.number, field.label, field.value) for field in read_form(blocks)]


class Form:
    """A page's form fields, as they are put together."""

    def __init__(self, document: Pdf) -> None:
        self.document = document
        self.fields: list[Object] = []
        self.widgets: list[Object] = []

    def add(self, box: Box, **keys: object) -> None:
        """A field that is its own widget."""
        made = annotation("Widget", box)
        made.update({f"/{key}": value for key, value in keys.items()})
        self.widgets.append(self.document.make_indirect(made))
        self.fields.append(self.widgets[-1])

    def add_over(self, kids: Sequence[tuple[Box, dict[str, object]]], **keys: object) -> None:
        """A field over its widgets, which have its kind, name and value from it."""
        over = self.document.make_indirect(Dictionary({f"/{key}": value for key, value in keys.items()}))
        made = []
        for box, own in kids:
            kid = annotation("Widget", box)
            kid.update({f"/{key}": value for key, value in own.items()})
            kid.Parent = over
            made.append(self.document.make_indirect(kid))
        over.Kids = Array(made)
        self.fields.append(over)
        self.widgets.extend(made)

    def drawn(self, state: str) -> Dictionary:
        """How a box is drawn in its two states."""
        empty = {"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 10, 10])}
        streams = {f"/{name}": self.document.make_stream(b"", empty) for name in (state, "Off")}
        return Dictionary(N=Dictionary(streams))

    def done(self) -> None:
        self.document.pages[0].Annots = Array(self.widgets)
        self.document.Root.AcroForm = Dictionary(Fields=Array(self.fields), NeedAppearances=True)


def square(x0: float, top: float) -> Box:
    return Box(x0, top, x0 + 10, top + 10)


def test_fields_have_their_values_from_wherever_the_file_keeps_them(tmp_path):
    drawn = DrawnPage().text("Rekvisition av stimulansmedel", 70, 60, font="B").text("Kommun", 70, 100)
    drawn.text("1. Har kommunen en beslutad plan?", 70, 150).text("Ja", 90, 168).text("Nej", 150, 168)
    drawn.text("2. Vilka insatser planeras?", 70, 195)
    drawn.text("Utbildning", 90, 212).text("Handledning", 90, 228).text("Anhörigstöd", 90, 244)
    drawn.text("3. Finns en samordnare?", 70, 270).text("Ja", 90, 288).text("Nej", 150, 288)
    drawn.text("4. Län", 70, 320).text("5. Målgrupper", 70, 350).text("6. Antal", 70, 420).text("Summa kr", 70, 450)
    path = write_pdf(tmp_path / "form.pdf", [drawn])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        form = Form(document)
        tick, radio = {"FT": Name.Btn}, {"FT": Name.Btn, "Ff": _RADIO}
        form.add_over([(Box(200, 90, 380, 104), {})], FT=Name.Tx, T=String("a"), V=String("Granvik"))
        plan: list[tuple[Box, dict[str, object]]] = [
            (square(74, 159), {"AS": Name.Off, "AP": form.drawn("ja")}),
            (square(134, 159), {"AS": Name.nej, "AP": form.drawn("nej")}),
        ]
        form.add_over(plan, **radio, T=String("b"), V=Name.nej)
        form.add(square(74, 203), **tick, T=String("c"), V=Name.Yes, AS=Name.Yes, AP=form.drawn("Yes"))
        form.add(square(74, 219), **tick, T=String("d"), V=Name.Off, AS=Name.Off, AP=form.drawn("Yes"))
        form.add(square(74, 235), **tick, T=String("e"), V=Name.Yes, AP=form.drawn("Yes"))
        lead: list[tuple[Box, dict[str, object]]] = [
            (square(x0, 279), {"AS": Name.Off, "AP": form.drawn(state)}) for x0, state in ((74, "0"), (134, "1"))
        ]
        form.add_over(lead, **radio, T=String("f"))
        options = Array([Array([String("20"), String("Dalarna")]), Array([String("21"), String("Gävleborg")])])
        form.add_over(
            [(Box(200, 310, 380, 324), {})], FT=Name.Ch, Ff=_COMBO, T=String("g"), V=String("21"), Opt=options
        )
        groups = [String(name) for name in ("Barn", "Unga", "Vuxna")]
        chosen = {"V": Array(groups[:2]), "Opt": Array(groups)}
        form.add(Box(200, 340, 380, 400), FT=Name.Ch, Ff=_SEVERAL, T=String("h"), **chosen)
        form.add(Box(200, 410, 380, 424), FT=Name.Tx, T=String("i"), V=document.make_stream(b"12"))
        form.add(Box(200, 440, 380, 454), FT=Name.Tx, Ff=_READ_ONLY, T=String("j"), V=String("1 250 000"))
        form.add(Box(200, 600, 380, 614), FT=Name.Tx, T=String("k"), TU=String("Projektets namn"), V=String("Lotsen"))
        form.done()
        document.save(path)

    assert fields_of(path) == [
        (None, "Kommun", "Granvik"),
        ("1", "Har kommunen en beslutad plan?", "Nej"),
        ("2", "Vilka insatser planeras?", "Utbildning; Anhörigstöd"),
        ("3", "Finns en samordnare?", None),
        ("4", "Län", "Gävleborg"),
        ("5", "Målgrupper", "Barn; Unga"),
        ("6", "Antal", "12"),
        (None, "Summa kr", "1 250 000"),
        (None, "Projektets namn", "Lotsen"),
    ]


def test_a_box_beside_which_nothing_is_printed_goes_by_its_tooltip(tmp_path):
    drawn = DrawnPage().text("Rekvisition av stimulansmedel", 70, 60, font="B").text("1. Vad gäller?", 70, 100)
    drawn.text("2. Hur nöjda är ni?", 70, 200).text("Inte alls", 70, 220).text("Mycket", 260, 220)
    path = write_pdf(tmp_path / "form.pdf", [drawn])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        form = Form(document)
        said = ("Budgeten är bifogad", "Planen är beslutad av nämnden")
        for n, (tooltip, state) in enumerate(zip(said, (Name.Off, Name.Yes), strict=True)):
            at = square(74, 110 + 20 * n)
            form.add(at, FT=Name.Btn, T=String(f"a{n}"), TU=String(tooltip), AS=state, AP=form.drawn("Yes"))
        for n in range(2):
            at = square(134 + 60 * n, 211)
            form.add(at, FT=Name.Btn, T=String(f"b{n}"), TU=String("Fråga två"), AS=Name.Off, AP=form.drawn("Yes"))
        form.done()
        document.save(path)

    assert fields_of(path)[0] == ("1", "Vad gäller?", "Planen är beslutad av nämnden")
    assert "Fråga" not in "".join(block.text for block in read_file(path, "0" * 64, path.name).blocks)


_WEB_FORM = """<html lang="sv"><style>
@page { size: A4; margin: 2cm } body { font: 11pt sans-serif } label { display: block; margin: 6pt 0 }
input, textarea, select { appearance: auto; display: inline-block }
input[type=text], textarea, select { border: .7pt solid; width: 9cm; height: 16pt; display: block }
textarea { height: 60pt } input[type=checkbox], input[type=radio] { width: 10pt; height: 10pt }
</style><h1>Rekvisition av statsbidrag 2025</h1>
<label>Kommun <input type="text" name="a" value="Granvik"></label>
<label>Organisationsnummer <input type="text" name="b" value="212000-1215" readonly></label>
<label>Kontaktperson <input type="text" name="c" value=""></label>
<p>Har kommunen en beslutad plan?</p>
<label><input type="radio" name="d" value="ja"> Ja</label>
<label><input type="radio" name="d" value="nej" checked> Nej</label>
<p>Vilka insatser planeras?</p>
<label><input type="checkbox" name="e" checked> Utbildning</label>
<label><input type="checkbox" name="f"> Handledning</label>
<label><input type="checkbox" name="g" checked> Anhörigstöd</label>
<p>Är arbetet samordnat med regionen?</p>
<label><input type="checkbox" name="h"> Ja</label>
<label><input type="checkbox" name="i"> Nej</label>
<p>Region</p>
<select name="j"><option value="20">Dalarna</option><option value="21" selected>Gävleborg</option></select>
<p>Beskriv hur medlen ska användas</p>
<textarea name="k">Vi anställer två lotsar.
Vi utbildar personal i skolan.</textarea>
<p>Beskriv hur arbetet följs upp</p>
<textarea name="l"></textarea></html>"""


def test_a_web_form_that_was_made_a_pdf_to_fill_in_is_read_with_its_questions(tmp_path):
    weasyprint = pytest.importorskip("weasyprint")
    path = tmp_path / "webb.pdf"
    weasyprint.HTML(string=_WEB_FORM).write_pdf(path, pdf_forms=True)

    assert fields_of(path) == [
        (None, "Kommun", "Granvik"),
        (None, "Organisationsnummer", "212000-1215"),
        (None, "Kontaktperson", None),
        (None, "Har kommunen en beslutad plan?", "Nej"),
        (None, "Vilka insatser planeras?", "Utbildning; Anhörigstöd"),
        (None, "Är arbetet samordnat med regionen?", None),
        (None, "Region", "Gävleborg"),
        (None, "Beskriv hur medlen ska användas", "Vi anställer två lotsar. Vi utbildar personal i skolan."),
        (None, "Beskriv hur arbetet följs upp", None),
    ]
