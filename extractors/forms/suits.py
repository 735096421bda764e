"""Answers of a known make: organisation numbers, postal codes, addresses, days; and the labels that ask for them."""

import re

_MADE: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(label, re.IGNORECASE), re.compile(answer, re.IGNORECASE))
    for label, answer in (
        (r"^org(?:anisations?|\.)?\s?-?(?:nummer|nr)", r"(?:16)?\d{6}\s?[-–]?\s?\d{4}"),
        (r"^post(?:nummer|nr)\b(?!\s*(?:och|/))", r"(?:SE?-?\s?)?\d{3}\s?\d{2}"),
        (r"^e-?post(?!\w*adress och)|^mejl|^mail", r"\S+@\S+\.\w+"),
        (r"^(?:\w*telefon|tfn|tel\b|mobil)", r"[+(\d][\d\s()/–-]{5,}\d"),
        (r"^bankgiro", r"\d{3,4}\s?[-–]\s?\d{4}"),
        (r"^plusgiro", r"\d[\d\s]*\s?[-–]\s?\d"),
        (r"^datum\b", r"(?:19|20)\d\d[-./]\d\d?[-./]\d\d?|\d{1,2}[ /.]\s?\w{1,9}[ /.]\s?(?:19|20)\d\d"),
        (r"^post\s?ort|^ort$|^kommun(?:ens)?(?: namn)?$", r"[A-ZÅÄÖ][^\d@]{1,40}"),
    )
)


def suits(label: str, answer: str) -> bool | None:
    """Whether the answer is of the make that the label asks for; None where the label asks for none that is known."""
    words = answer.strip()
    for asked, made in _MADE:
        if asked.search(label):
            return made.fullmatch(words) is not None
    return None
