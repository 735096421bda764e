"""WeasyPrint at work: a dressed document becomes the bytes of a PDF."""

import gc
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Final

from corpus.generator.looks.html.composing import Blocks, compose, split_parts
from corpus.generator.looks.html.dress import HERE, Dress, Profile, draw_part, profiles
from corpus.generator.looks.html.fonts import SYMBOLS, faces_css, missing_packages, unprintable
from corpus.generator.looks.html.templating import fill
from corpus.generator.looks.look import Look, ProducerError
from corpus.generator.plain import Plain

if TYPE_CHECKING:
    from weasyprint import Document
    from weasyprint.text.fonts import FontConfiguration

LOOKS: Final[tuple[Look, ...]] = tuple(profile.look for profile in profiles().values())
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


def typeset(document: Plain, look: Look, seed: int) -> bytes:
    """The PDF of a document (plain.plain_document) in one of LOOKS.

    The same arguments give the same bytes. Raises ProducerError where WeasyPrint or a font is missing, where the look
    is not one of these, and where a letter stands in no font: WeasyPrint would print it as a blank and spoil the
    words around it for some readers.
    """
    profile = profiles().get(look.name)
    if profile is None or profile.look != look:
        raise ProducerError(f"okänt utseende / unknown look: {look.name}")
    if (reason := missing()) is not None:
        raise ProducerError(reason)
    try:
        with _collecting_paused():
            return _typeset(document, profile, seed)
    except ProducerError:
        raise
    except Exception as error:
        raise ProducerError(f"WeasyPrint kunde inte sätta / could not typeset {document['name']}: {error!r}") from error


@contextmanager
def _collecting_paused() -> Iterator[None]:
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


def _import_weasyprint() -> None:
    """Imports it without its warnings of what is not used here: a library that cuts fonts, fonts of the machine."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="HarfBuzz-Subset", category=DeprecationWarning)
        warnings.filterwarnings("ignore", message=".*Expect ugly output", category=UserWarning)
        import weasyprint  # noqa: F401


def _typeset(document: Plain, profile: Profile, seed: int) -> bytes:
    rendered = []
    for blocks in split_parts(document["blocks"]):
        dress = draw_part(profile, blocks, seed)
        try:
            rendered.append(_render(document, blocks, dress))
        except IndexError:
            if not dress["columns"]:
                raise
            # WeasyPrint 70 counts the notes of columns wrongly now and then; notes outside columns it does not.
            rendered.append(_render(document, blocks, dress | {"notes_in_columns": False}))
    pdf = rendered[0].copy([page for part in rendered for page in part.pages]).write_pdf(full_fonts=True)
    assert isinstance(pdf, bytes), "no target was named"
    return pdf


def _render(document: Plain, blocks: Blocks, dress: Dress) -> "Document":
    from weasyprint import CSS, HTML

    page = compose(document, blocks, dress)
    html = fill("document.html.j2", page=page, d=dress)
    css = fill("look.css.j2", page=page, d=dress)
    for family in (dress["body_font"], dress["head_font"]):
        if lacking := unprintable(html + css, family):
            raise ProducerError(f"tecken saknas i / no letter in {family}: {lacking!r} ({document['name']})")
    fonts = _fonts_with(dress["body_font"], dress["head_font"], *SYMBOLS)
    style = CSS(string=css, font_config=fonts)
    return HTML(string=html).render(font_config=fonts, stylesheets=[style])


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
