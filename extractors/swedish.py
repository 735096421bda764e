"""spaCy's blank Swedish: a tokenizer and no model, and the words that all matchers know."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def swedish() -> "Language":
    """Made once for all that asks: its rules for abbreviations take longer to make than most files to understand."""
    import spacy

    return spacy.blank("sv")
