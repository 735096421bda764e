"""Pages as a photocopier gives them: pictures without a text layer, a little askew, grey and dirty.

The same PDF and seed give the same bytes (with the same Pillow and PDFium).
"""

import io
import random
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt
from PIL import Image

if TYPE_CHECKING:
    import pikepdf

MADE: Final = "D:20250101000000Z"
"""The time of creation that is printed into every file."""
PRODUCER: Final = "Plankoll"
POINTS_AN_INCH: Final = 72
LARGEST_SKEW: Final = 1.2
"""Degrees to either side."""
PAPER: Final = 255

Grey = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Copier:
    """One machine on one day.

    paper and ink are grey levels, 0 black and 255 white; bilevel: little between the two. unevenness is how much
    darker the darkest corner is, grain how far a pixel strays to either side; specks are so many a page.
    """

    dpi: int
    quality: int
    paper: int
    ink: int
    bilevel: bool
    unevenness: float
    grain: float
    specks: int


def scanned(pdf: bytes, seed: int) -> bytes:
    """The same pages, all of them pictures, in the same sizes."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return scanned_pages(pdf, range(1, len(opened.pages) + 1), seed)


def scanned_pages(pdf: bytes, pages: Collection[int], seed: int) -> bytes:
    """The same document with these pages (1-based) as pictures; the others stay as they are.

    Raises ValueError where there is no such page.
    """
    import pikepdf

    copier = _copier(random.Random(f"scan/{seed}"))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        if not set(pages) <= set(range(1, len(opened.pages) + 1)):
            raise ValueError(f"no such page: {sorted(set(pages) - set(range(1, len(opened.pages) + 1)))}")
        for number, image in _rendered(pdf, sorted(set(pages)), copier.dpi):
            chance = random.Random(f"scan/{seed}/{number}")
            _replace(opened, number, _jpeg(_copied(image, copier, chance), copier), image.size)
        return _written(opened, whole=len(set(pages)) == len(opened.pages))


def _copier(chance: random.Random) -> Copier:
    bilevel = chance.random() < 0.35
    return Copier(
        dpi=chance.choice((120, 150, 150, 200)),
        quality=chance.randint(35, 70),
        paper=chance.randint(225, 252),
        ink=chance.randint(15, 70),
        bilevel=bilevel,
        unevenness=chance.uniform(0, 28),
        grain=chance.uniform(2.5, 10),
        specks=chance.choice((20, 80, 250)),
    )


def _rendered(pdf: bytes, pages: list[int], dpi: int) -> Iterator[tuple[int, Image.Image]]:
    """Each page in shades of grey."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in pages:
            page = document[number - 1]
            bitmap = page.render(scale=dpi / POINTS_AN_INCH, grayscale=True)
            yield number, bitmap.to_pil().convert("L")
            bitmap.close()
            page.close()
    finally:
        document.close()


def _copied(page: Image.Image, copier: Copier, chance: random.Random) -> Image.Image:
    """The page after it has lain on the glass."""
    skew = chance.uniform(-LARGEST_SKEW, LARGEST_SKEW)
    noise = np.random.default_rng(chance.getrandbits(64))
    askew = page.rotate(skew, Image.Resampling.BILINEAR, fillcolor=PAPER)
    grey: Grey = np.asarray(askew, np.float32) * np.float32((copier.paper - copier.ink) / PAPER)
    grey += np.float32(copier.ink)
    grey += _light(grey.shape, copier.unevenness, chance)
    grain = noise.random(grey.shape, np.float32)
    grain -= np.float32(0.5)
    grain *= np.float32(2 * copier.grain)
    grey += grain
    if copier.bilevel:
        # a steep curve in place of a threshold: letters keep the ragged edge that a copier gives them
        np.exp((np.float32(0.62 * copier.paper) - grey) / np.float32(9), out=grey)
        np.divide(np.float32(PAPER), grey + np.float32(1), out=grey)
    _strew(grey, copier.specks, noise)
    if chance.random() < 0.3:
        _darken_edge(grey, chance)
    return Image.fromarray(np.clip(grey, 0, PAPER).astype(np.uint8), "L")


def _light(shape: tuple[int, ...], unevenness: float, chance: random.Random) -> Grey:
    """Light that falls off towards one corner."""
    down = np.linspace(0, 1, shape[0], dtype=np.float32)[:, None]
    across = np.linspace(0, 1, shape[1], dtype=np.float32)[None, :]
    if chance.random() < 0.5:
        down = 1 - down
    if chance.random() < 0.5:
        across = 1 - across
    fall: Grey = down * down * np.float32(-0.6 * unevenness) + across * np.float32(-0.4 * unevenness)
    return fall


def _strew(grey: Grey, specks: int, noise: np.random.Generator) -> None:
    """Specks of dust of one to three pixels."""
    height, width = grey.shape
    tops, lefts = noise.integers(0, height - 3, specks), noise.integers(0, width - 3, specks)
    for top, left, side in zip(tops, lefts, noise.integers(1, 4, specks), strict=True):
        grey[top : top + side, left : left + side] = 60


def _darken_edge(grey: Grey, chance: random.Random) -> None:
    """The shadow of a lid that was not shut, along the left or the right edge."""
    width = grey.shape[1]
    reach = max(int(width * chance.uniform(0.008, 0.03)), 2)
    shadow = np.linspace(chance.uniform(20, 90), PAPER, reach, dtype=np.float32)[None, :]
    if chance.random() < 0.5:
        grey[:, :reach] = np.minimum(grey[:, :reach], shadow)
    else:
        grey[:, -reach:] = np.minimum(grey[:, -reach:], shadow[:, ::-1])


def _jpeg(page: Image.Image, copier: Copier) -> bytes:
    written = io.BytesIO()
    page.save(written, "JPEG", quality=copier.quality, dpi=(copier.dpi, copier.dpi))
    return written.getvalue()


def _replace(opened: "pikepdf.Pdf", number: int, jpeg: bytes, size: tuple[int, int]) -> None:
    """Puts the picture in the place of all that the page holds; the page comes upright, in the size that is seen."""
    import pikepdf

    page = opened.pages[number - 1]
    left, bottom, right, top = (float(side) for side in page.cropbox)
    width, height = right - left, top - bottom
    if int(page.obj.get("/Rotate", 0)) % 180:
        width, height = height, width
    picture = pikepdf.Stream(
        opened,
        jpeg,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=size[0],
        Height=size[1],
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    draw = f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /Scan Do Q".encode()
    bare: dict[str, Any] = {
        "/Type": pikepdf.Name.Page,
        "/MediaBox": pikepdf.Array([0, 0, round(width, 2), round(height, 2)]),
        "/Resources": pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=picture)),
        "/Contents": pikepdf.Stream(opened, draw),
    }
    for key in list(page.obj.keys()):
        if key != "/Parent":
            del page.obj[key]
    for key, value in bare.items():
        page.obj[key] = value


def _written(opened: "pikepdf.Pdf", *, whole: bool) -> bytes:
    """The file, dated MADE; a wholly scanned one has nothing left of what the words' own file said about them."""
    if whole:
        for key in list(opened.Root.keys()):
            if key not in {"/Type", "/Pages"}:
                del opened.Root[key]
        for key in list(opened.docinfo.keys()):
            del opened.docinfo[key]
        opened.docinfo["/Producer"] = PRODUCER
    else:
        # what the tags, outlines and links point to is not on the page any more
        for key in ("/StructTreeRoot", "/MarkInfo", "/Outlines", "/Dests", "/Names"):
            if key in opened.Root:
                del opened.Root[key]
    opened.docinfo["/CreationDate"] = opened.docinfo["/ModDate"] = MADE
    if "/Metadata" in opened.Root:
        del opened.Root["/Metadata"]
    if "/ID" in opened.trailer:
        del opened.trailer["/ID"]
    opened.remove_unreferenced_resources()
    written = io.BytesIO()
    opened.save(written, deterministic_id=True)
    return written.getvalue()
