"""Annotations for drawn pages: form fields, typed-in text, stamps. Boxes count from the page's top left, in points."""

from collections.abc import Sequence
from pathlib import Path

import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf, String

from extractors.pages.geometry import Box
from tests.layout_builders import HEIGHT, DrawnPage, write_pdf

_MULTILINE, _RADIO, _COMBO = 1 << 12, 1 << 15, 1 << 17
_HIDDEN = 2


def annotation(kind: str, box: Box, text: str = "", *, hidden: bool = False) -> Dictionary:
    """An annotation of any kind; `text` is what it says."""
    rect = [box.x0, HEIGHT - box.bottom, box.x1, HEIGHT - box.top]
    made = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array(rect), F=_HIDDEN if hidden else 4)
    if text:
        made.Contents = String(text)
    return made


def note_with_file(name: str, content: bytes, document: Pdf) -> Dictionary:
    """A note on a page that carries a file."""
    made = annotation("FileAttachment", Box(100, 100, 120, 120))
    made.FS = attached_file(name, content, document).obj
    return made


def attached_file(name: str, content: bytes, document: Pdf) -> AttachedFileSpec:
    return AttachedFileSpec(
        document, content, filename=name, description="", mime_type="", creation_date="", mod_date=""
    )


def text_field(name: str, value: str, box: Box, *, tooltip: str = "", lines: bool = False) -> Dictionary:
    made = annotation("Widget", box)
    made.update({"/FT": Name.Tx, "/T": String(name), "/V": String(value), "/DA": String("/F 10 Tf 0 g")})
    if tooltip:
        made.TU = String(tooltip)
    if lines:
        made.Ff = _MULTILINE
    return made


def choice_field(name: str, value: str, options: Sequence[tuple[str, str]], box: Box) -> Dictionary:
    """A list to choose from; an option is what is handed in and what shows."""
    made = text_field(name, value, box)
    made.update({"/FT": Name.Ch, "/Ff": _COMBO, "/Opt": Array([Array([String(a), String(b)]) for a, b in options])})
    return made


def tick_field(name: str, box: Box, *, ticked: bool, radio: bool = False) -> Dictionary:
    made = annotation("Widget", box)
    state = Name.Yes if ticked else Name.Off
    made.update({"/FT": Name.Btn, "/T": String(name), "/V": state, "/AS": state, "/Ff": _RADIO if radio else 0})
    return made


def signature_field(name: str, box: Box, *, signed: bool) -> Dictionary:
    made = annotation("Widget", box)
    made.update({"/FT": Name.Sig, "/T": String(name)})
    if signed:
        made.V = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"))
    return made


def write_form(path: Path, drawn: DrawnPage, attached: Sequence[Dictionary]) -> Path:
    """A page with annotations; those that are fields make the document's form."""
    write_pdf(path, [drawn])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        notes = [document.make_indirect(made) for made in attached]
        document.pages[0].Annots = Array(notes)
        fields = [note for note in notes if note.Subtype == Name.Widget]
        if fields:
            document.Root.AcroForm = Dictionary(Fields=Array(fields))
        document.save(path)
    return path
