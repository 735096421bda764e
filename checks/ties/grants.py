"""Whether two documents are about the same grant, by the names that they give it."""

import re

from checks.tables.labels import folded
from models.rows import Document

_WORD = re.compile(r"[a-zåäöé]{2,}")
_GENERAL = re.compile(
    r"\b(?:stats)?bidrag(?:et)?\b|\bstimulansm\w+|\bmed(?:el|len)\b|\bstöd\b|\binsats(?:er|erna)?\b|\bområdet?\b"
    r"|\briktade?\b|\bstärk[ta]?a?\b|\bkommun(?:er|erna)?\b|\bregion(?:er|erna)?\b|\blandsting(?:en)?\b|\bårets\b"
    r"|\butveckling(?:sarbete)?\b|\bsärskilda\b|\bvissa\b|\buppdrag\b|\bår\b"
    r"|\b(?:för|till|att|av|och|om|inom|län|den|det|de|på|med|en|ett|i)\b"
)
"""Words that any grant can be called by; the others tell which one it is."""
_SUBJECT = frozenset(["psykisk", "psykiska", "hälsa", "hälsan"])
"""What most of these grants are about: two names of no other words may be of two grants, unless they are the same."""
_ILLNESS = re.compile(r"\bohälsa")
"""Against illness or for health is one subject."""
_ENDING = 2
"""Letters that an ending may add: psykisk, psykiska; unga, ungas."""


def is_same_grant(one: Document, other: Document) -> bool | None:
    """True or False where both say which grant they are about; None where one does not, or says less than the other."""
    if one.grant_code is not None and one.grant_code == other.grant_code:
        return True
    first, second = _telling_words(one), _telling_words(other)
    if not first or not second:
        return None
    if first | second <= _SUBJECT:
        return True if folded(one.grant_name) == folded(other.grant_name) else None
    fewer, more = sorted((first, second), key=len)
    if not all(any(_is_form_of(word, each) for each in more) for word in fewer):
        return False
    return True if len(fewer) == len(more) else None


def _telling_words(document: Document) -> frozenset[str]:
    return frozenset(_WORD.findall(_ILLNESS.sub("hälsa", _GENERAL.sub(" ", folded(document.grant_name)))))


def _is_form_of(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter) and len(longer) - len(shorter) <= _ENDING
