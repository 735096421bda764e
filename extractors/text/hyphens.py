"""Lines to running text: words broken over a line end are made whole.

A hyphen at a line's end is dropped, except where it belongs to the word: a suspended
compound ("barn- och ungdomsvård"), an abbreviation ("ADHD-utredning"), a number or name
after it ("Covid-19"), or a spelling that the document itself uses inside a line.
"""

import re
from collections.abc import Iterable, Sequence

_CUT_RANGE = re.compile(r"\d[-\u2010\u2011\u2013\u2014]$")
HYPHENS = "-\u2010\u00ad\u2011"
_SHORT_CAPITALS = 3
"""Letters: a longer run of capitals after a hyphen is the rest of a word, not an abbreviation."""
_TAIL = re.compile(rf"([\w.]+)[{HYPHENS}]$")
_HEAD = re.compile(r"^([\w]+)")
_CONJUNCTIONS = frozenset(["och", "eller", "samt", "respektive", "till", "men", "som", "o", "alternativt"])
_SUSPENDING = frozenset(["och", "eller", "samt", "respektive"])
"""What follows a suspended compound, and ends no Swedish word of its own."""
_ENDS_CLAUSE = re.compile(r"\s*[.!?;:,)]")
"""No conjunction stands right before a sign: `gemen-` and `samt.` are one word."""
_VISIBLE_SOFT = re.compile("(?<![^\\s])\u00ad|\u00ad(?![^\\W_])")
"""A soft hyphen at a word's edge: some producers print their hyphens so."""
_VOWEL = re.compile("[aeiouyåäöéü]", re.IGNORECASE)
"""No syllable is without one: `sms-` and `npf-` are no broken words."""
_NO_ONSET = re.compile(r"(?!s|[cpt]h)[^\W\d_aeiouyåäöéü]{3}", re.IGNORECASE)
"""Words begin with three consonants only where the first is an s, but for loans (`chrom`): `hbtqi-` begins none."""
_IT = "it"
"""A word that begins so is broken after its i, and `it-avbrott` before its second word."""
_NOT = "icke"
"""What is written with a hyphen before any word: `icke-binär`."""
_PHRASE = re.compile(
    r"\b(?:(?:prova|pröva|testa) på|drop[\s-]in|öppet hus|steg för steg|dörr till dörr)$", re.IGNORECASE
)
"""What several words say together is written with a hyphen before what it tells of: `prova på-stationer`."""
_WORD = re.compile(r"\w+(?:-\w+)*")


class Vocabulary:
    """The words that a document prints inside its lines: they settle how a broken word is spelt."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        whole = "\n".join(texts)
        for hyphen in HYPHENS:
            whole = whole.replace(hyphen, "-")  # a thousand times as fast as to translate each character
        printed = set(_WORD.findall(whole))
        self._words = {word.lower() for word in printed}

    def join(self, lines: Sequence[str]) -> str:
        """Printed lines as one text, broken words spelt as the document spells them."""
        return join_lines(lines, self)

    def __contains__(self, word: str) -> bool:
        return word.lower() in self._words


def join_lines(lines: Sequence[str], vocabulary: Vocabulary) -> str:
    """Printed lines as one text."""
    whole = ""
    for line in lines:
        piece = line.strip()
        if not piece:
            continue
        whole = _join(whole, piece, vocabulary) if whole else piece
    visible = _VISIBLE_SOFT.sub("-", whole)
    return visible.replace("\u00ad", "").replace("\u2010", "-").replace("\u2011", "-")


def _join(before: str, after: str, vocabulary: Vocabulary) -> str:
    if before[-1] not in HYPHENS:
        return _glue(before, after)
    tail = _TAIL.search(before)
    head = _HEAD.match(after)
    if tail is None or head is None:
        return _glue(before, after)
    first, second = tail.group(1), head.group(1)
    if before.endswith("\u00ad"):
        return f"{before} {after}" if second.lower() in _SUSPENDING else before[:-1] + after
    if second.lower() in _CONJUNCTIONS and not _ENDS_CLAUSE.match(after[len(second) :]):
        return before[:-1] + after if f"{first}{second}" in vocabulary else f"{before} {after}"
    both_capitals = first.isupper() and second.isupper() and len(first) > 1 and len(second) > _SHORT_CAPITALS
    if both_capitals and f"{first}-{second}" not in vocabulary:
        return before[:-1] + after
    if first.isupper() and second.isupper() and f"{first}{second}" in vocabulary:
        return before[:-1] + after
    keeps_hyphen = (
        second[0].isupper()
        or second[0].isdigit()
        or (len(first) > 1 and first.isupper())
        or len(first) == 1
        or first.isdigit()
        or _PHRASE.search(before[:-1]) is not None
        or ((_is_abbreviation(first) or f"{first}-{second}" in vocabulary) and f"{first}{second}" not in vocabulary)
    )
    return before + after if keeps_hyphen else before[:-1] + after


def _is_abbreviation(first: str) -> bool:
    """True for what no Swedish word begins with: no vowel, three consonants but after s, `it` or `icke` alone."""
    return _VOWEL.search(first) is None or _NO_ONSET.match(first) is not None or first.lower() in (_IT, _NOT)


def _glue(before: str, after: str) -> str:
    """A space between the lines, except inside an address that was cut at a slash, and inside `2018–2022`."""
    address = before.endswith("/") and "://" in before.rsplit(" ", 1)[-1]
    if address or (_CUT_RANGE.search(before) and after[0].isdecimal()):
        return before + after
    return f"{before} {after}"
