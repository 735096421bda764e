"""A finding's id: from the rule and what it is about, so that it outlives re-runs and new versions."""

import hashlib
import re
import unicodedata

from checks.violation import Violation
from models.rows import Document

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NOT_A_WORD = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+")


def finding_key(violation: Violation, document: Document | None) -> str:
    """What a finding is about, in normalised words.

    The document is named by its class, its title (the file's name where it has none), its issuer
    and its year, never by the bytes of the file: a verdict holds for the next version too.
    """
    about: list[str] = [violation.rule]
    if document is not None:
        year = document.reporting_year or document.period_start
        about += [
            document.doc_type,
            normalised(document.title or document.source_name),
            document.kommunkod or document.lanskod or normalised(document.issuer or ""),
            str(year or ""),
        ]
    about += [normalised(part) for part in violation.key]
    return "\x1f".join(about)


def finding_id(key: str, ordinal: int) -> str:
    """The id of the ordinal-th finding (from 1) that has this key."""
    return "f-" + hashlib.sha256(f"{key}\x1f{ordinal}".encode()).hexdigest()[:20]


def normalised(text: str) -> str:
    """Lower case, words only; of numbers only years stay, since amounts and footnote marks change."""
    text = unicodedata.normalize("NFC", text).casefold()
    years = _YEAR.findall(text)
    words = _NOT_A_WORD.sub(" ", _DIGITS.sub(" ", text)).split()
    return " ".join([*words, *years])
