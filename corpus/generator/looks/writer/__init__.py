"""Looks that LibreOffice Writer makes: a Word file built with python-docx, printed by soffice.

LOOKS can be listed anywhere; missing() says what typeset() lacks here.
"""

from collections.abc import Sequence

from corpus.generator.looks.look import Look, ProducerError
from corpus.generator.looks.writer.design import Design
from corpus.generator.looks.writer.looks import LOOKS, design_of
from corpus.generator.looks.writer.office import convert, missing
from corpus.generator.looks.writer.proof import calmer, lost_passages
from corpus.generator.looks.writer.settled import settled
from corpus.generator.plain import Plain

__all__ = ["LOOKS", "missing", "typeset", "typeset_many"]


def typeset(document: Plain, look: Look, seed: int) -> bytes:
    """The document as a PDF; the same bytes for the same document, look, seed and LibreOffice.

    Raises ProducerError where the look is not one of LOOKS, or LibreOffice is missing or fails.
    """
    return typeset_many([(document, look, seed)])[0]


def typeset_many(documents: Sequence[tuple[Plain, Look, int]]) -> list[bytes]:
    """Many documents with one start of LibreOffice, which takes seconds. In their order; raises as typeset() does.

    A document of which LibreOffice lost words is printed anew with simpler tables; ProducerError where it loses them
    all the same.
    """
    designs = [design_of(look, seed) for _, look, seed in documents]
    lack = missing()
    if lack is not None:
        raise ProducerError(lack)
    if not documents:
        return []
    texts = [document for document, _, _ in documents]
    pdfs = _printed(texts, designs)
    for retry in zip(*map(calmer, designs), strict=True):
        short = [number for number, pdf in enumerate(pdfs) if lost_passages(texts[number], pdf)]
        if not short:
            return pdfs
        again = _printed([texts[number] for number in short], [retry[number] for number in short])
        for number, pdf in zip(short, again, strict=True):
            pdfs[number] = pdf
    for text, pdf in zip(texts, pdfs, strict=True):
        lost = lost_passages(text, pdf)
        if lost:
            raise ProducerError(
                f"LibreOffice tappade ord ur {text['name']!r} / LibreOffice lost words of {text['name']!r}: {lost[:3]}"
            )
    return pdfs


def _printed(documents: Sequence[Plain], designs: Sequence[Design]) -> list[bytes]:
    from corpus.generator.looks.writer.blocks import print_document
    from corpus.generator.looks.writer.typescript import Typescript

    typed = [print_document(Typescript(document, design)) for document, design in zip(documents, designs, strict=True)]
    return [settled(pdf) for pdf in convert(typed)]
