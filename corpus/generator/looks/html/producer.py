"""WeasyPrint at work: a dressed document becomes the bytes of a PDF."""

from typing import TYPE_CHECKING, Final

from corpus.generator.looks.html.composing import Blocks, compose, split_parts
from corpus.generator.looks.html.dress import Dress, Profile, draw_part, profiles
from corpus.generator.looks.html.templating import fill
from corpus.generator.looks.html.weasy import collecting_paused, missing, rendered, written
from corpus.generator.looks.look import Look, ProducerError
from corpus.generator.plain import Plain

if TYPE_CHECKING:
    from weasyprint import Document

LOOKS: Final[tuple[Look, ...]] = tuple(profile.look for profile in profiles().values())


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
        with collecting_paused():
            return _typeset(document, profile, seed)
    except ProducerError:
        raise
    except Exception as error:
        raise ProducerError(f"WeasyPrint kunde inte sätta / could not typeset {document['name']}: {error!r}") from error


def _typeset(document: Plain, profile: Profile, seed: int) -> bytes:
    parts = []
    for blocks in split_parts(document["blocks"]):
        dress = draw_part(profile, blocks, seed)
        try:
            parts.append(_render(document, blocks, dress))
        except IndexError:
            if not dress["columns"]:
                raise
            # WeasyPrint 70 counts the notes of columns wrongly now and then; notes outside columns it does not.
            parts.append(_render(document, blocks, dress | {"notes_in_columns": False}))
    return written(parts)


def _render(document: Plain, blocks: Blocks, dress: Dress) -> "Document":
    page = compose(document, blocks, dress)
    html = fill("document.html.j2", page=page, d=dress)
    css = fill("look.css.j2", page=page, d=dress)
    try:
        return rendered(html, css, (dress["body_font"], dress["head_font"]))
    except ProducerError as error:
        raise ProducerError(f"{document['name']}: {error}") from error
