"""The fonts that Writer may use: those of the PyPI packages and no other, so that every machine sets the same lines."""

import functools
import io
from importlib.util import find_spec
from pathlib import Path
from typing import Final

STYLES: Final = ("Regular", "Bold", "Italic", "BoldItalic")
FILES: Final[dict[str, tuple[str, tuple[str, str, str, str]]]] = {
    "Caladea": (
        "font_caladea",
        ("Caladea-Regular.ttf", "Caladea-Bold.ttf", "Caladea-Italic.ttf", "Caladea-BoldItalic.ttf"),
    ),
    "Lato": ("font_lato", ("Lato-Regular.ttf", "Lato-Bold.ttf", "Lato-Italic.ttf", "Lato-BoldItalic.ttf")),
    "Source Sans Pro": (
        "font_source_sans_pro",
        ("SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf", "SourceSansPro-It.ttf", "SourceSansPro-BoldIt.ttf"),
    ),
    "Source Serif Pro": (
        "font_source_serif_pro",
        (
            "SourceSerifPro-Regular.ttf",
            "SourceSerifPro-Bold.ttf",
            "SourceSerifPro-It.ttf",
            "SourceSerifPro-BoldIt.ttf",
        ),
    ),
}
"""Family -> its package and its files in the order of STYLES. The OpenType files would be embedded nameless."""
VARIABLE: Final = ("fontpkg_arimo", "Arimo[wght].ttf", "Arimo-Italic[wght].ttf")
"""Arimo comes as two variable files, which LibreOffice 7 cannot set in bold: it gets four plain ones made of them."""
BOXES: Final = "Source Sans Pro"
"""The family that has the ballot boxes."""
LATIN: Final = frozenset({*range(0x20, 0x250), *range(0x2000, 0x2070), 0x20AC, 0x2122, 0x2212, 0x2260, 0x2264, 0x2265})


def missing_packages() -> list[str]:
    """The font packages that are not installed, by the names under which they are."""
    packages = (VARIABLE[0], *(package for package, _ in FILES.values()))
    return [package.replace("_", "-") for package in packages if find_spec(package) is None]


def copy_fonts(folder: Path) -> None:
    """Puts every font file into the folder."""
    for package, names in FILES.values():
        for name in names:
            (folder / name).write_bytes((_folder(package) / name).read_bytes())
    for style in STYLES:
        (folder / f"Arimo-{style}.ttf").write_bytes(arimo(style))


def font_data(family: str, *, bold: bool) -> bytes:
    """The font file of an upright face."""
    if family == "Arimo":
        return arimo("Bold" if bold else "Regular")
    package, names = FILES[family]
    return (_folder(package) / names[STYLES.index("Bold" if bold else "Regular")]).read_bytes()


@functools.cache
def arimo(style: str) -> bytes:
    """One face of Arimo as a plain font file of Latin letters."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    package, upright, slanted = VARIABLE
    font = TTFont(_folder(package) / (slanted if "Italic" in style else upright), recalcTimestamp=False)
    latin = subset.Subsetter(subset.Options(layout_features=["kern", "mark"], name_IDs=["*"], notdef_outline=True))
    latin.populate(unicodes=LATIN)
    latin.subset(font)
    weight = 700 if "Bold" in style else 400
    plain = instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True, updateFontNames=True)
    written = io.BytesIO()
    plain.save(written)
    return written.getvalue()


def _folder(package: str) -> Path:
    spec = find_spec(package)
    assert spec is not None, "missing() has been asked before"
    assert spec.origin is not None, "a font package has an __init__"
    return Path(spec.origin).parent / "files"
