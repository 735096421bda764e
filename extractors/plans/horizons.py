"""A goal's horizon told as a count of years: "(fem år)", "på ett års sikt", "inom 3–5 år"."""

import re

from models.rows import Horizon

_NUMBERS = {"ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10}
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_NUMBERS)})"
SPAN = rf"(?:på|inom|om|under|till)?\s*{_NUMBER}(?:\s*(?:[–-]|till)\s*{_NUMBER})?\s+års?(?:\s+(?:sikt|tid))?"
"""The words of such a count, for patterns of heads."""
_AT_THE_END = re.compile(rf"(?:\s*[,(–-]\s*|\s+){SPAN}\s*\)?\s*:?$", re.IGNORECASE)
_LAST = re.compile(rf"({_NUMBER})\s+års?\b", re.IGNORECASE)
_SHORT_YEARS, _LONG_YEARS = 2, 4
"""The national agreements ask for goals of one year and of five; three years plans sort as they like."""


_SIGHT = re.compile(r"\bpå\s+(?P<sight>lång|längre|kort|kortare)\s+sikt\b", re.IGNORECASE)


def horizon_led_to(lead: str) -> Horizon | None:
    """The horizon that a lead-in gives the goals below it: "På lång sikt, fram till 2035, ska"."""
    found = _SIGHT.search(lead)
    if found is None:
        return None
    return "short_term" if found["sight"].lower().startswith("kort") else "long_term"


def without_span(text: str) -> tuple[str, Horizon] | None:
    """A head's words before the count of years that it ends in, and its horizon; None where it ends in none."""
    found = _AT_THE_END.search(text)
    return (text[: found.start()], horizon_of(found.group())) if found is not None and found.start() > 0 else None


def horizon_of(span: str) -> Horizon:
    """The horizon of a count of years, by its last number."""
    found = _LAST.search(span)
    if found is None:
        return "unspecified"
    number = found[1].lower()
    years = _NUMBERS.get(number) or int(number)
    if years <= _SHORT_YEARS:
        return "short_term"
    return "long_term" if years >= _LONG_YEARS else "unspecified"
