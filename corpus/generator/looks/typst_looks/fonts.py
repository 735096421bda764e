"""The type faces of the looks: files of font packages, each in a folder of its own, and those that Typst brings.

Two files of one face (OpenType and TrueType) or the order of a folder would let the machine choose; so every file
is named here, and handed to Typst alone and in this order.
"""

import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import Final

FACES: Final = {
    "font_caladea": tuple(f"Caladea-{cut}.ttf" for cut in ("Regular", "Bold", "Italic", "BoldItalic")),
    "font_hanken_grotesk": tuple(
        f"HankenGrotesk-{cut}.otf" for cut in ("Regular", "Bold", "Italic", "BoldItalic", "SemiBold", "Light")
    ),
    "font_lato": tuple(f"Lato-{cut}.ttf" for cut in ("Regular", "Bold", "Italic", "BoldItalic", "Light")),
    "font_manrope": tuple(f"Manrope-{cut}.ttf" for cut in ("Regular", "Bold", "SemiBold", "Light")),
    "font_source_sans_pro": tuple(
        f"SourceSansPro-{cut}.ttf" for cut in ("Regular", "Bold", "It", "BoldIt", "Semibold", "Light")
    ),
    "font_source_serif_pro": tuple(
        f"SourceSerifPro-{cut}.ttf" for cut in ("Regular", "Bold", "It", "BoldIt", "Semibold")
    ),
}
"""Package -> its files that are used."""


def files_of(package: str) -> Path | None:
    """The folder of a package's fonts; None where the package is not installed."""
    spec = find_spec(package)
    return None if spec is None or spec.origin is None else Path(spec.origin).parent / "files"


def missing_packages() -> list[str]:
    """The distributions to install, sorted."""
    return sorted(package.replace("_", "-") for package in FACES if files_of(package) is None)


def lay_out(folder: Path) -> list[Path]:
    """Copies every file into a folder of its own under `folder`; those folders, in the order of FACES.

    Raises FileNotFoundError where a package or a file of it is not there.
    """
    folders: list[Path] = []
    for package, names in FACES.items():
        source = files_of(package)
        if source is None:
            raise FileNotFoundError(package)
        for name in names:
            own = folder / f"{len(folders):02}"
            own.mkdir()
            shutil.copyfile(source / name, own / name)
            folders.append(own)
    return folders
