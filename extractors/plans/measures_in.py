"""The indicators that one text states: several parted by semicolons, each without where its figures come from.

"Antal besök; andel nöjda besökare" are two; "Andel trygga elever. Källa: skolans enkät" is one, and its source none.
"""

import re

from extractors.plans.kinds_model import read_kinds

_SOURCE = re.compile(r"\s+[(\[]?(?:data)?käll(?:a|or)\s*:(?:\s.*)?$", re.IGNORECASE | re.DOTALL)
_PARTED = re.compile(r"\s*;\s+")
_FEWEST_WORDS = 2
"""Words of a measure beside others, at the least."""
_OUTCOME = re.compile(r"\b(?:blev|var|saknas|saknades|uppgick|uppgår)\b", re.IGNORECASE)
"""What was measured, or could not be: an outcome with its reservation is one text."""


def measures_in(text: str) -> tuple[str, ...]:
    """The indicators of a text that states nothing else, in their order."""
    said = _SOURCE.sub("", text)
    parts = _PARTED.split(said)
    return tuple(parts) if len(parts) > 1 and _are_measures(parts) else (said,)


def lists_measures(text: str) -> bool:
    """Whether a text is nothing but indicators, parted by semicolons."""
    parts = _PARTED.split(text)
    return len(parts) > 1 and _are_measures(parts)


def _are_measures(parts: list[str]) -> bool:
    """Whether most of the parts are indicators to the model of kinds, and each has the words of one."""
    if any(len(part.split()) < _FEWEST_WORDS or _OUTCOME.search(part) for part in parts):
        return False
    return 2 * sum(reading.kind == "indicator" for reading in read_kinds(parts)) > len(parts)
