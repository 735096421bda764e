"""The fonts of the looks: which there are, what they can print, and how wide it is.

Every face is cut down to the letters that Swedish documents use, without kerning (word processors do not kern
either), so that a document's own subset is made in milliseconds. Only these faces are used: what the machine has
besides them must not change a byte.
"""

import base64
import importlib.util
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

LETTERS: Final = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2010, 0x2028),
    *range(0x2030, 0x2040),
    *range(0x20A0, 0x20C0),
    *range(0x2100, 0x2200),
    *range(0x2200, 0x2270),
    *range(0x25A0, 0x2700),
    *range(0x2700, 0x27C0),
)
SPACES: Final = frozenset("\n\t\u00ad\u200b\u202f") | {chr(code) for code in range(0x2000, 0x200B)}
"""What needs no glyph: the shaper makes spaces of other widths from the plain one."""
SYMBOLS: Final = ("Source Sans", "Arimo")
"""Where a sign is taken from that a look's own font lacks, in this order."""
WEIGHTS: Final = {
    "regular": (400, "normal"),
    "bold": (700, "normal"),
    "italic": (400, "italic"),
    "bold italic": (700, "italic"),
}


@dataclass(frozen=True)
class FontFamily:
    """files: face (as in WEIGHTS) -> file name in the package's folder files/. A file of all weights is cut at one."""

    package: str
    files: dict[str, str]


def _static(package: str, stem: str, *, italic: str = "Italic", ending: str = "ttf") -> FontFamily:
    names = {"regular": "Regular", "bold": "Bold", "italic": italic, "bold italic": f"Bold{italic}"}
    return FontFamily(package, {face: f"{stem}-{name}.{ending}" for face, name in names.items()})


FAMILIES: Final = {
    "Caladea": _static("font_caladea", "Caladea"),
    "Lato": _static("font_lato", "Lato"),
    "Source Sans": _static("font_source_sans_pro", "SourceSansPro", italic="It"),
    "Source Serif": _static("font_source_serif_pro", "SourceSerifPro", italic="It"),
    "Hanken Grotesk": _static("font_hanken_grotesk", "HankenGrotesk", ending="otf"),
    "Manrope": FontFamily("font_manrope", {"regular": "Manrope-Regular.ttf", "bold": "Manrope-Bold.ttf"}),
    "Arimo": FontFamily(
        "fontpkg_arimo",
        {face: "Arimo-Italic[wght].ttf" if "italic" in face else "Arimo[wght].ttf" for face in WEIGHTS},
    ),
}


def missing_packages() -> list[str]:
    """The packages of fonts that are not installed, as they are called when they are."""
    lacking = [family.package for family in FAMILIES.values() if importlib.util.find_spec(family.package) is None]
    return [package.replace("_", "-") for package in lacking]


def stack(family: str) -> str:
    """The CSS value of font-family."""
    return ", ".join(f'"{name}"' for name in dict.fromkeys((family, *SYMBOLS)))


def faces_css(family: str) -> str:
    """@font-face rules with the cut faces of a family inside them."""
    rules = []
    for face in FAMILIES[family].files:
        weight, style = WEIGHTS[face]
        data = base64.b64encode(_face(family, face).content).decode("ascii")
        rules.append(
            f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style};'
            f' src: url("data:font/sfnt;base64,{data}") }}'
        )
    return "\n".join(rules)


def unprintable(words: str, family: str) -> str:
    """The letters that neither the family nor the fonts for signs can print, sorted."""
    lacking = set(words) - SPACES
    for name in dict.fromkeys((family, *SYMBOLS)):
        lacking -= _face(name, "regular").letters
    return "".join(sorted(lacking))


def width(words: str, family: str, *, bold: bool = False) -> float:
    """How wide the words are on one line, in em."""
    widths = _face(family, "bold" if bold else "regular").widths
    return sum(widths.get(letter, 0.6) for letter in words)


@dataclass(frozen=True)
class _Face:
    content: bytes
    widths: dict[str, float]

    @property
    def letters(self) -> frozenset[str]:
        return frozenset(self.widths)


@cache
def _face(family: str, face: str) -> _Face:
    from fontTools import subset
    from fontTools.varLib.instancer import instantiateVariableFont

    options = subset.Options(
        layout_features=[],
        name_IDs=["*"],
        notdef_outline=True,
        hinting=False,
        recalc_timestamp=False,
    )
    options.drop_tables += ["GPOS", "GDEF", "GSUB", "kern", "FFTM"]
    with closing(subset.load_font(str(_path(family, face)), options)) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=LETTERS)
        cutter.subset(font)
        if "fvar" in font:
            instantiateVariableFont(font, {"wght": WEIGHTS[face][0]}, inplace=True, static=True)
        written = BytesIO()
        font.save(written)
        per_em = font["head"].unitsPerEm
        widths = {chr(code): font["hmtx"][name][0] / per_em for code, name in font.getBestCmap().items()}
    return _Face(written.getvalue(), widths)


def _path(family: str, face: str) -> Path:
    package = FAMILIES[family].package
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError(package)
    return Path(found.submodule_search_locations[0]) / "files" / FAMILIES[family].files[face]
