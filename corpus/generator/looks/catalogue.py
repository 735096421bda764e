"""Every look, and typesetting in any of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from corpus.generator.looks import html, typst_looks, writer
from corpus.generator.looks.look import Look, Producer, ProducerError

Typeset = Callable[[dict[str, Any], Look, int], bytes]
_TYPESET: Final[Mapping[Producer, Typeset]] = {
    "weasyprint": html.typeset,
    "typst": typst_looks.typeset,
    "writer": writer.typeset,
}
_MISSING: Final[Mapping[Producer, Callable[[], str | None]]] = {
    "weasyprint": html.missing,
    "typst": typst_looks.missing,
    "writer": writer.missing,
}
PRODUCERS: Final[tuple[Producer, ...]] = tuple(_TYPESET)
LOOKS: Final[tuple[Look, ...]] = (*html.LOOKS, *typst_looks.LOOKS, *writer.LOOKS)


def why_missing(producer: Producer) -> str | None:
    """Why the producer cannot be used here, with what to install; null where it can."""
    return _MISSING[producer]()


def looks_of(producers: Sequence[Producer]) -> tuple[Look, ...]:
    """The looks of these producers. Raises ProducerError where one of them cannot be used here."""
    for producer in producers:
        reason = why_missing(producer)
        if reason is not None:
            raise ProducerError(reason)
    return tuple(look for look in LOOKS if look.producer in producers)


def typeset(document: dict[str, Any], look: Look, seed: int) -> bytes:
    """The PDF of a document (plain.plain_document). Raises ProducerError."""
    return _TYPESET[look.producer](document, look, seed)
