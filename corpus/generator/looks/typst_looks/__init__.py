"""Looks made by Typst. Needs the development dependency typst and the packages of fonts; listing the looks does not."""

from corpus.generator.looks.typst_looks.looks import LOOKS
from corpus.generator.looks.typst_looks.typesetting import missing, typeset

__all__ = ["LOOKS", "missing", "typeset"]
