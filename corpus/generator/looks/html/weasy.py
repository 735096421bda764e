"""WeasyPrint and its fonts: HTML and a style sheet become pages, with no font but those that are named."""

import gc
import os
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Final

from corpus.generator.looks.html.dress import HERE
from corpus.generator.looks.html.fonts import SYMBOLS, faces_css, missing_packages, unprintable
from corpus.generator.looks.look import ProducerError

if TYPE_CHECKING:
    from weasyprint import Document
    from weasyprint.text.fonts import FontConfiguration

FONT_SETTINGS: Final = "FONTCONFIG_FILE"


def missing() -> str | None:
    """Why the looks cannot be made here, with what to install; None where they can."""
    lacking = missing_packages()
    try:
        import jinja2  # noqa: F401

        _import_weasyprint()
    except ImportError as error:
        lacking = ["weasyprint", "jinja2", *lacking]
        said = str(error)
    except OSError as error:
        return (
            f"Pango, som WeasyPrint behöver, saknas / Pango, which WeasyPrint needs, is missing: {error}. "
            "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        )
    else:
        said = ", ".join(lacking)
    if not lacking:
        return None
    return (
        f"WeasyPrint eller typsnitt saknas / WeasyPrint or fonts are missing ({said}): pip install {' '.join(lacking)}"
    )


@contextmanager
def collecting_paused() -> Iterator[None]:
    """WeasyPrint's many small objects live as long as their document; to look for cycles meanwhile is a third of its
    time.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def rendered(html: str, css: str, families: Sequence[str]) -> "Document":
    """The laid out document; families are those that the style sheet names.

    Raises ProducerError where a letter stands in no font: WeasyPrint would print it as a blank and spoil the words
    around it for some readers.
    """
    from weasyprint import CSS, HTML

    for family in families:
        if lacking := unprintable(html + css, family):
            raise ProducerError(f"tecken saknas i / no letter in {family}: {lacking!r}")
    fonts = _fonts_with(*families, *SYMBOLS)
    style = CSS(string=css, font_config=fonts)
    return HTML(string=html).render(font_config=fonts, stylesheets=[style])


def written(documents: "Sequence[Document]") -> bytes:
    """The PDF of these one after the other; the same bytes each time."""
    pdf = documents[0].copy([page for part in documents for page in part.pages]).write_pdf(full_fonts=True)
    assert isinstance(pdf, bytes), "no target was named"
    return pdf


def _import_weasyprint() -> None:
    """Imports it without its warnings of what is not used here: a library that cuts fonts, fonts of the machine."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="HarfBuzz-Subset", category=DeprecationWarning)
        warnings.filterwarnings("ignore", message=".*Expect ugly output", category=UserWarning)
        import weasyprint  # noqa: F401


def _fonts_with(*families: str) -> "FontConfiguration":
    for family in families:
        _load(family)
    return _font_configuration()


@cache
def _load(family: str) -> None:
    from weasyprint import CSS

    CSS(string=faces_css(family), font_config=_font_configuration())


@cache
def _font_configuration() -> "FontConfiguration":
    """The fonts that WeasyPrint knows: none of the machine's, only those that are loaded."""
    _import_weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    before = os.environ.get(FONT_SETTINGS)
    os.environ[FONT_SETTINGS] = str(HERE / "fonts.conf")
    try:
        return FontConfiguration()
    finally:
        if before is None:
            del os.environ[FONT_SETTINGS]
        else:
            os.environ[FONT_SETTINGS] = before
