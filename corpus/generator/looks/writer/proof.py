"""Does all of a document stand in its PDF? LibreOffice 7.4 now and then loses the rows of a table after a page's end.

It happens where rows must not break over pages and the heads are repeated, about once in two hundred long documents.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from corpus.generator.looks.writer.design import Design
from corpus.generator.plain import Plain
from corpus.generator.proofreading import squeeze, stands, text_of

WORDED: Final = {"s", "words", "label", "title", "subtitle", "caption", "head", "hint", "issuer", "recipient"}
"""Keys of a plain block whose strings are printed as running words."""


def lost_passages(document: Plain, pdf: bytes) -> list[str]:
    """The passages of the document that do not stand in the PDF; there should be none."""
    text = squeeze(text_of(pdf))
    return [passage for passage in _passages(document["blocks"]) if not stands(squeeze(passage), text)]


def calmer(design: Design) -> Iterator[Design]:
    """The same design with tables that LibreOffice has less trouble with, step by step."""
    yield replace(design, table=replace(design.table, whole_rows=False))
    yield replace(design, table=replace(design.table, whole_rows=False, repeat_head=False))


def _passages(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for child in node:
            yield from _passages(child)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in WORDED:
                yield value
            elif key != "columns" or not node["headless"]:
                yield from _passages(value)
