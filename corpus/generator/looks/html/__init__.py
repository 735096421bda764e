"""Looks made by WeasyPrint: HTML and CSS that imitate what word processors, browsers and print shops make."""

from corpus.generator.looks.html.producer import LOOKS, typeset
from corpus.generator.looks.html.weasy import missing

__all__ = ["LOOKS", "missing", "typeset"]
